"""The WSGI application that granian serves; production settings unless told otherwise."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

application = get_wsgi_application()

from wagtail.rich_text import get_rewriter  # noqa: E402  (needs the apps)

# Wagtail collects what rich text is made of when it first meets some, into lists that all threads
# share: two threads at once would find half of it. One does it here, before there are others.
get_rewriter()
