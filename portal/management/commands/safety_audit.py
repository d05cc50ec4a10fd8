"""Reads a running site as a visitor does, and fails where it breaks a promise to them."""

from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from portal.mirror.reading import fetch_from
from portal.safety import Audit, audit, fetch
from portal.safety.addresses import fixed_addresses
from portal.safety.crawler import LIMIT
from portal.safety.references import origin_of
from portal.safety.result import SafetyAuditResult


class Command(BaseCommand):
    """Name each page and the rule it breaks; keep the result for the page that shows it."""

    help = "Walks every address of a running site as a visitor; fails on any trace it could have avoided."

    def add_arguments(self, parser):
        parser.add_argument(
            "url",
            help="the address of the running site, such as http://127.0.0.1:8000, or the folder of a mirror",
        )
        parser.add_argument("--limit", type=int, default=LIMIT, help="look at no more addresses than this")
        parser.add_argument(
            "--no-save", action="store_false", dest="save", help="do not show the result on the site"
        )

    def handle(self, *, url, limit, save, **options):
        start, ask = self._site_at(url)
        moved = Redirect.objects.values_list("old_path", flat=True)
        found = audit(start, ask, [*fixed_addresses(), *moved], reverse("wagtailadmin_home"), limit)
        if ask is not fetch:
            save = False  # visitors are told of the site that runs
        if save:
            self._keep(start, found)
        for finding in found.findings:
            self.stdout.write(f"{finding.page}: {finding.rule}: {finding.what}. {finding.hint}")
        if found.findings:
            pages = len({finding.page for finding in found.findings})
            raise CommandError(
                f"{len(found.findings)} faults on {pages} pages, of {found.pages} addresses looked at."
            )
        self.stdout.write(f"{found.pages} addresses looked at; nothing found.")

    @staticmethod
    def _site_at(url: str):
        """Return where the walk starts, and what answers there: a running site, or the files of a mirror."""
        if urlsplit(url).scheme in ("http", "https"):
            return f"{url.rstrip('/')}/", fetch
        if not Path(url).is_dir():
            raise CommandError(
                "Give a whole address, such as http://127.0.0.1:8000, or the folder of a mirror."
            )
        try:
            return fetch_from(Path(url))
        except FileNotFoundError as error:
            raise CommandError(str(error)) from error

    def _keep(self, start: str, found: Audit) -> None:
        """Keep the result for the page that shows it, if the address is this site's own."""
        if origin_of(start) != origin_of(settings.BASE_URL):
            self.stdout.write(f"Not kept: visitors are shown only what was found at {settings.BASE_URL}.")
            return
        SafetyAuditResult.objects.create(
            finished_at=timezone.now(),
            base_address=start,
            pages=found.pages,
            findings=[vars(finding) for finding in found.findings],
        )
        SafetyAuditResult.forget_old()
