"""Wagtail's admin with headers and refusals of its own, and with ``portal.keeping`` before every view."""

from functools import wraps

from django.conf import settings
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.csp import csp_override
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.views.account import LogoutView
from wagtail.utils.urlpatterns import decorate_urlpatterns

from ..keeping.gate import guard
from ..text.spreadsheets import make_safe
from .faults import Refused, refuse_what_cannot_be
from .page_chooser import URLS as PAGE_CHOOSER_URLS
from .page_types_report import URLS as PAGE_TYPES_URLS

# Wagtail's page that fails on purpose.
WITHOUT_USE = {"wagtailadmin_error_test"}


def admin_headers(view):
    """Give an admin view the policy that Wagtail's inline scripts need, a referrer, and safe exports.

    Only what Wagtail itself lets the admin frame, its previews, may be framed.

    Under "no-referrer" browsers send ``Origin: null`` with a form, which the protection against
    forged requests must refuse: nobody could sign in.
    """

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        response = make_safe(view(request, *args, **kwargs))
        response.headers.setdefault("Referrer-Policy", "same-origin")
        is_preview = response.headers.get("X-Frame-Options") == "SAMEORIGIN"
        policy = settings.PREVIEW_CSP if is_preview else settings.ADMIN_CSP
        return csp_override(policy)(lambda _: response)(request)

    return wrapped


class SignOutView(LogoutView):
    """Wagtail's view, except that nothing but its button signs anyone out.

    Wagtail's takes the session's cookie away whatever is asked, though it refuses everything but the button.
    """

    def dispatch(self, request, *args, **kwargs):
        if request.method != "POST":
            raise Refused(
                "To sign out, use “Log out” below your name in the menu. You are still signed in.", 405
            )
        response = super().dispatch(request, *args, **kwargs)
        # What static/js/admin_kept_text.js keeps of unsaved text. It also does so itself, for older browsers.
        response.headers["Clear-Site-Data"] = '"storage"'
        return response


urlpatterns = [
    path("logout/", never_cache(SignOutView.as_view())),
    *PAGE_CHOOSER_URLS,
    *PAGE_TYPES_URLS,
    *(one for one in wagtailadmin_urls.urlpatterns if getattr(one, "name", "") not in WITHOUT_USE),
]
for decorator in (guard, refuse_what_cannot_be, admin_headers):
    urlpatterns = decorate_urlpatterns(urlpatterns, decorator)
