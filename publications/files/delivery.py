"""The ways in which others send the bytes of a file, each as an answer without a body.

This server's own is ``portal.serving.files.reply_with``.
"""

from urllib.parse import quote

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect


def local_path(file) -> str | None:
    """Return where the file lies on this machine, or None if another one stores it."""
    try:
        return file.path
    except NotImplementedError:
        return None


def by_nginx(name: str):
    """Let nginx send the file; it works out ranges and conditions itself (docs/serving.md)."""
    response = HttpResponse()
    response["X-Accel-Redirect"] = f"{settings.X_ACCEL_PREFIX}/{quote(name)}"
    return response


def by_object_storage(file):
    """Send the reader to the store, at an address that it signed for a short time."""
    response = HttpResponseRedirect(file.url)
    response["Cache-Control"] = "no-store"
    return response
