"""Brings a site up to date in one process: what is done already is skipped."""

import hashlib
import os
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Site

from portal.accounts import make_first_logins
from portal.databases.migration_state import has_unapplied_migrations
from portal.models import HomePage


class Command(BaseCommand):
    """Migrate, load the default content into an empty database, make the first logins, collect files."""

    help = "Migrates, fills an empty site, makes the first logins and collects static files, as needed."

    def handle(self, **options):
        for folder in (settings.DATA_DIR, settings.MEDIA_ROOT, settings.DATA_DIR / "documents"):
            Path(folder).mkdir(parents=True, exist_ok=True)
        if has_unapplied_migrations():
            self.stdout.write("Preparing the database…")
            call_command("migrate", interactive=False, verbosity=0)
            self._read_documents()
            self._clean_pictures()
        self._set_site_address()
        if not HomePage.objects.exists():
            self.stdout.write("Loading the default content…")
            call_command("load_content", stdout=self.stdout)
        self._print_logins(make_first_logins())
        if not settings.DEBUG:
            self._collect_static_files()

    def _read_documents(self) -> None:
        """Read what an earlier release did not read from its documents; a bad one stops nothing."""
        try:
            call_command("inspect_documents", missing=True, stdout=self.stdout)
        except CommandError as error:
            self.stderr.write(str(error))

    def _clean_pictures(self) -> None:
        """Do to pictures what an earlier release did not do when it stored them; a bad one stops nothing."""
        try:
            call_command("clean_pictures", stdout=self.stdout)
        except CommandError as error:
            self.stderr.write(str(error))

    @staticmethod
    def _set_site_address() -> None:
        """Give Wagtail's site the address that visitors use, if it still has the one it came with."""
        address = urlsplit(settings.BASE_URL)
        port = address.port or (443 if address.scheme == "https" else 80)
        Site.objects.filter(is_default_site=True).exclude(hostname=address.hostname, port=port).update(
            hostname=address.hostname, port=port, site_name=settings.WAGTAIL_SITE_NAME
        )
        Site.clear_site_root_paths_cache()

    def _print_logins(self, passwords: dict[str, str]) -> None:
        if not passwords:
            return
        self.stdout.write(f"\nLogins for {settings.BASE_URL}/admin/, shown only this once:")
        for name, password in passwords.items():
            shown = "the one in ADMIN_PASSWORD" if os.environ.get("ADMIN_PASSWORD") else password
            self.stdout.write(f"  {name:<8} password: {shown}")
        self.stdout.write("")

    def _collect_static_files(self) -> None:
        """Collect static files unless exactly these were collected before."""
        wanted = self._static_fingerprint()
        stamp = Path(settings.STATIC_ROOT) / ".collected"
        if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
            return
        self.stdout.write("Collecting static files…")
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        stamp.write_text(wanted, encoding="utf-8")

    @staticmethod
    def _static_fingerprint() -> str:
        """Return a hash that changes when any static file does."""
        digest = hashlib.sha256()
        for finder in get_finders():
            for path, storage in finder.list([]):
                stat = Path(storage.path(path)).stat()
                digest.update(f"{path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
        return digest.hexdigest()
