"""What is true of every response: nothing betrays a visitor, and a change is whole or not at all."""

from django.conf import settings
from django.db import transaction
from django.middleware.gzip import GZipMiddleware

SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}


class VisitorPrivacyMiddleware:
    """Keep pages out of the browser's store, and powerful features of the browser switched off.

    A shared cache may keep a page for a minute (``CDN-Cache-Control``, RFC 9213), since it serves
    everybody the same; the browser of one visitor may not, since others may use that device.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        if response.get("Content-Type", "").startswith("text/html") and "Cache-Control" not in response:
            response["Cache-Control"] = "no-store"
            if response.status_code == 200 and "Cookie" not in response.get("Vary", ""):
                response["CDN-Cache-Control"] = "public, max-age=60"
        return response


class HtmlGZipMiddleware(GZipMiddleware):
    """Compress pages, but never a download: its length and ranges must stay exact."""

    def process_response(self, request, response):
        if response.streaming or response.status_code == 206:
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
