"""The RSGI application that granian serves: Django in a few threads, and files past them."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import get_resolver
from django.utils.module_loading import import_string

from portal.databases.roles import STAFF, VISITOR
from portal.serving.bodies import Bodies
from portal.serving.bridge import Bridge
from portal.serving.crews import Crew
from portal.serving.crowd import Crowd
from portal.serving.intake import MEGABYTE, Intake
from portal.serving.pages.answering import Pages
from portal.serving.pages.keeping import Keeping
from portal.serving.pages.own import own_store
from portal.serving.sessions import is_signed_in
from portal.wsgi import application as django

threads = int(os.environ.get("SERVER_THREADS") or 4)
# The largest upload, and room for the form around it.
intake = Intake(is_signed_in, upload=settings.WAGTAILDOCS_MAX_UPLOAD_SIZE + 4 * MEGABYTE)

# The first visitor must not wait until all addresses and their views are imported.
get_resolver().url_patterns  # noqa: B018

store = own_store()
templates = Path(settings.BASE_DIR) / "templates"

application = Bridge(
    django,
    visitors=Crew(threads, VISITOR),
    staff=Crew(max(2, threads // 2), STAFF, stuck=10),
    listen=import_string("portal.databases.machines.listener")(store.generation) if store else None,
    intake=intake,
    bodies=Bodies(512 * MEGABYTE, small=intake.anyone),
    crowd=Crowd(int(os.environ.get("PORT") or 8000), int(os.environ.get("SERVER_CONNECTIONS") or 1024)),
    error_page=(templates / "500.html").read_bytes(),
    staff_page=(templates / "503_staff.html").read_bytes(),
    host=urlsplit(settings.BASE_URL).netloc,
    always_kept=import_string("portal.answering.always.always_kept"),
    pages=Pages(Keeping(store, import_string("portal.answering.moments.next_change"))) if store else None,
    address_header=os.environ.get("CLIENT_ADDRESS_HEADER", "").lower(),
)
