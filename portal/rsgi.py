"""The RSGI application that granian serves: Django in a few threads, and files past them."""

import os
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import split_domain_port, validate_host
from django.urls import get_resolver
from django.utils.module_loading import import_string

from portal.databases.roles import STAFF, VISITOR
from portal.serving.bodies import Bodies
from portal.serving.bridge import Bridge
from portal.serving.crews import Crew
from portal.serving.crowd import Crowd
from portal.serving.generation import Generation
from portal.serving.intake import MEGABYTE, Intake
from portal.serving.pages.answering import Pages
from portal.serving.pages.keeping import Keeping
from portal.serving.pages.release import release_of
from portal.serving.pages.shelf import Shelf
from portal.serving.pages.store import Store
from portal.serving.sessions import is_signed_in
from portal.wsgi import application as django

threads = int(os.environ.get("SERVER_THREADS") or 4)
# The largest upload, and room for the form around it.
intake = Intake(is_signed_in, upload=settings.WAGTAILDOCS_MAX_UPLOAD_SIZE + 4 * MEGABYTE)

# The first visitor must not wait until all addresses and their views are imported.
get_resolver().url_patterns  # noqa: B018

room = int(os.environ.get("PAGES_MEMORY") or 64) * MEGABYTE


@lru_cache(maxsize=64)
def is_own_host(host: str) -> bool:
    """Whether the Host header names this site."""
    return validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS)


folders = [Path(settings.BASE_DIR) / name for name in (*settings.INSTALLED_APPS, "templates")]
store = Store(
    Generation(settings.DATA_DIR / "generation"),
    room,
    is_own_host,
    settings.SESSION_COOKIE_NAME,
    Shelf(settings.DATA_DIR / "pages", release_of(folders, settings.STATIC_ROOT / "staticfiles.json")),
)

application = Bridge(
    django,
    visitors=Crew(threads, VISITOR),
    staff=Crew(max(2, threads // 2), STAFF, stuck=10),
    intake=intake,
    bodies=Bodies(512 * MEGABYTE, small=intake.anyone),
    crowd=Crowd(int(os.environ.get("PORT") or 8000), int(os.environ.get("SERVER_CONNECTIONS") or 1024)),
    error_page=(Path(settings.BASE_DIR) / "templates" / "500.html").read_bytes(),
    host=urlsplit(settings.BASE_URL).netloc,
    always_kept=import_string("portal.answering.always.always_kept"),
    pages=Pages(Keeping(store, import_string("portal.answering.moments.next_change"))) if room else None,
    address_header=os.environ.get("CLIENT_ADDRESS_HEADER", "").lower(),
)
