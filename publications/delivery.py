"""The ways in which the bytes of a file reach a reader, each as an answer without a body of Django's."""

from urllib.parse import quote

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect

from portal.serving.files import FilePart, FileReply

from .ranges import Reply


def local_path(file) -> str | None:
    """Return where the file lies on this machine, or None if another one stores it."""
    try:
        return file.path
    except NotImplementedError:
        return None


def by_this_server(path: str, plan: Reply, size: int):
    """Name the part of the file to send: ``portal.rsgi`` sends it without a thread of Django's."""
    if plan.status in (200, 206):
        response = FileReply(FilePart(path, plan.start, plan.length), status=plan.status)
    else:
        response = HttpResponse(status=plan.status)
    if plan.status == 206:
        response["Content-Range"] = f"bytes {plan.start}-{plan.start + plan.length - 1}/{size}"
    if plan.status == 416:
        response["Content-Range"] = f"bytes */{size}"
    return response


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
