"""Wagtail's admin with headers of its own, which no page for visitors gets, and with ``portal.keeping``."""

from functools import wraps

from django.conf import settings
from django.views.decorators.csp import csp_override
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from .keeping.gate import guard
from .page_types_report import URLS as PAGE_TYPES_URLS


def admin_headers(view):
    """Give an admin view the policy that Wagtail's inline scripts need, and a referrer.

    Under "no-referrer" browsers send ``Origin: null`` with a form, which the protection against
    forged requests must refuse: nobody could sign in.
    """
    view = csp_override(settings.ADMIN_CSP)(guard(view))

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.headers.setdefault("Referrer-Policy", "same-origin")
        return response

    return wrapped


urlpatterns = decorate_urlpatterns([*PAGE_TYPES_URLS, *wagtailadmin_urls.urlpatterns], admin_headers)
