"""What is true of every response: nothing betrays a visitor, and a change is whole or not at all."""

from django.conf import settings
from django.db import transaction
from django.middleware.gzip import GZipMiddleware

from .indexing import keep_from_search_engines
from .shared_caches import SHARED_SECONDS
from .views import server_error

SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}
# Longer than the address of any page can be; frameworks' own patterns are no concern up to this length.
MAX_PATH_LENGTH = 2_000


class ShortPathsMiddleware:
    """Refuse a path that is too long to be an address, before any pattern is compared with it (414)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if len(request.path_info) > MAX_PATH_LENGTH:
            return server_error(request, status=414)
        return self.get_response(request)


class VisitorPrivacyMiddleware:
    """Keep pages out of the browser's store, and powerful features of the browser switched off.

    A shared cache may keep a page for some seconds (``CDN-Cache-Control``, RFC 9213), since it serves
    everybody the same; the browser of one visitor may not, since others may use that device. What
    staff see, errors, redirects and searches no cache may keep. The site's own nginx keeps for seconds
    (``X-Accel-Expires``).
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        # Else a browser may ask for the address of every linked site before anyone follows the link.
        response.headers.setdefault("X-DNS-Prefetch-Control", "off")
        keep_from_search_engines(response)
        response.headers.setdefault("Cross-Origin-Resource-Policy", _who_may_load(response))
        if response.get("Content-Type", "").startswith("text/html"):
            self._keep_out_of_stores(response, is_personal=_is_personal(request, response))
        if _is_for_everybody(request, response):
            response["X-Accel-Expires"] = str(SHARED_SECONDS)
        return response

    @staticmethod
    def _keep_out_of_stores(response, *, is_personal: bool) -> None:
        """Forbid browsers to keep the page; let shared caches, where it is the same for everybody."""
        if response.status_code == 200 and not is_personal and "Cache-Control" not in response:
            response["CDN-Cache-Control"] = f"public, max-age={SHARED_SECONDS}"
        if "no-store" not in response.get("Cache-Control", ""):
            response["Cache-Control"] = "private, no-store" if is_personal else "no-store"


def _is_personal(request, response) -> bool:
    return (
        settings.SESSION_COOKIE_NAME in request.COOKIES
        or bool(response.cookies)
        or "cookie" in response.get("Vary", "").lower()
    )


def _is_for_everybody(request, response) -> bool:
    """Whether nginx in front may keep the answer for a moment (docs/serving.md).

    It reads a header of its own, and hands it on to nobody: what it might keep says ``no-store`` to browsers.
    """
    said = response.get("CDN-Cache-Control") or response.get("Cache-Control", "")
    varies = {part.strip().lower() for part in response.get("Vary", "").split(",")} - {"", "accept-encoding"}
    is_open = response.status_code in (200, 304) and "public" in said and "no-cache" not in said
    return is_open and not varies and not response.streaming and not _is_personal(request, response)


def _who_may_load(response) -> str:
    """Return whose pages may load the answer: anybody's if it is open to scripts or frames, else ours."""
    is_open = response.get("Access-Control-Allow-Origin") == "*" or getattr(
        response, "xframe_options_exempt", False
    )
    return "cross-origin" if is_open else "same-origin"


class TextGZipMiddleware(GZipMiddleware):
    """Compress text, but no picture, which is small already, and no file: its ranges must stay exact."""

    SMALL_ALREADY = (
        "image/",
        "font/",
        "application/pdf",
        "application/zip",
        "application/octet-stream",
        "application/vnd.openxmlformats",
    )

    def process_response(self, request, response):
        is_small = response.get("Content-Type", "").startswith(self.SMALL_ALREADY)
        if is_small or response.streaming or response.status_code == 206:
            return response
        return super().process_response(request, response)


class AtomicUnsafeRequestsMiddleware:
    """Run each request that may change something in one transaction.

    Publishing then happens whole or not at all. Django's ATOMIC_REQUESTS would also wrap every
    reader, who would have to wait for SQLite's one write lock.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.method in SAFE_METHODS:
            return None
        return transaction.atomic(view)(request, *args, **kwargs)
