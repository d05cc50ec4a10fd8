"""The RSGI application that granian serves: Django in a few threads, and files past them."""

import os
from pathlib import Path

from django.conf import settings

from portal.serving.bodies import Bodies
from portal.serving.bridge import Bridge
from portal.wsgi import application as django

MEGABYTE = 1024 * 1024

application = Bridge(
    django,
    threads=int(os.environ.get("SERVER_THREADS") or 4),
    # The largest upload, and room for the form around it.
    bodies=Bodies(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE + 4 * MEGABYTE, 512 * MEGABYTE),
    error_page=(Path(settings.BASE_DIR) / "templates" / "500.html").read_bytes(),
)
