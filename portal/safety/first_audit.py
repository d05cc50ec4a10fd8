"""Audits a new site once, so that its privacy page can say what was found before anybody thinks of it."""

from contextlib import suppress
from io import StringIO

from django.conf import settings
from django.core.management import CommandError, call_command

from .fetching import fetch
from .result import SafetyAuditResult


def audit_a_new_site() -> None:
    """Audit the site if it never was, and if it answers at its own address (`BASE_URL`) by now."""
    if SafetyAuditResult.objects.exists() or fetch(f"{settings.BASE_URL}/").status != 200:
        return
    # What it finds stands in the result that it keeps.
    with suppress(CommandError):
        call_command("safety_audit", settings.BASE_URL, stdout=StringIO())
