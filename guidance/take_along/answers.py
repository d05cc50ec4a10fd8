"""Sends files to take along: anybody gets the same, and what is taken down is gone in seconds."""

from hashlib import sha256

from django.http import HttpResponse
from django.utils.cache import get_conditional_response

from portal.answering.shared_caches import SHARED_SECONDS
from portal.serving.files import PDF_POLICY


def for_everybody(response: HttpResponse, name: str, *, is_to_save: bool = False) -> HttpResponse:
    """Return the answer with what is told of a file of this name."""
    way = "attachment" if is_to_save else "inline"
    response["Content-Disposition"] = f'{way}; filename="{name}"'
    response["Content-Language"] = "en-GB"
    response["X-Robots-Tag"] = "noindex, noarchive"
    return response


def send_pdf(request, pdf: bytes, name: str) -> HttpResponse:
    """Return the PDF, or that it is as the reader has it."""
    response = for_everybody(HttpResponse(pdf, content_type="application/pdf"), name)
    response["CDN-Cache-Control"] = f"public, max-age={SHARED_SECONDS}"
    response["Cache-Control"] = "no-store"
    response["Content-Security-Policy"] = PDF_POLICY
    response["ETag"] = f'"{sha256(pdf).hexdigest()[:32]}"'
    return get_conditional_response(request, etag=response["ETag"], response=response)
