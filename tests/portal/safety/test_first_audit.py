"""A fresh install is audited once, by itself, as soon as it answers."""

import pytest

from portal.models import SafetyAuditResult
from portal.safety.first_audit import audit_a_new_site
from portal.schedule import run_jobs

from .small_site import Reply, small_site

pytestmark = pytest.mark.django_db


def test_the_schedule_audits_a_new_site_once(settings):
    with small_site(**{"/": Reply("<title>Front</title>")}) as url:
        settings.BASE_URL = url.rstrip("/")
        run_jobs()
        run_jobs()
    result = SafetyAuditResult.objects.get()
    assert result.base_address == url
    assert {one["rule"] for one in result.findings} == {"emergency"}


def test_a_site_that_does_not_answer_yet_is_audited_later(settings):
    with small_site() as url:
        settings.BASE_URL = url.rstrip("/")
    audit_a_new_site()
    assert not SafetyAuditResult.objects.exists()
