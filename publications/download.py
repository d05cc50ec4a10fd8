"""Sends a document to a reader: whole, in part, or not again."""

from collections.abc import Iterator
from urllib.parse import quote

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.utils.http import http_date

from .ranges import plan_reply

CHUNK = 64 * 1024


def _chunks(file, start: int, length: int) -> Iterator[bytes]:
    """Yield ``length`` bytes of the file from ``start``, and close it."""
    with file:
        file.seek(start)
        while length > 0 and (data := file.read(min(CHUNK, length))):
            length -= len(data)
            yield data


def _headers(document, name: str, last_modified: str, etag: str) -> dict[str, str]:
    return {
        "Content-Type": "application/pdf",
        "Content-Disposition": f"inline; filename=\"{name}\"; filename*=UTF-8''{quote(name)}",
        "Accept-Ranges": "bytes",
        "ETag": etag,
        "Last-Modified": last_modified,
        # The address stays and the file may be replaced or withdrawn, so caches must ask again.
        "Cache-Control": "public, no-cache",
        "Content-Language": document.language or "en",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "X-Robots-Tag": "noarchive",
    }


def serve_document(request, document, name: str):
    """Return the document as an inline PDF called ``name``.

    Raises:
        Http404: if the file is gone from the store.
    """
    try:
        file = document.file.open("rb")
    except FileNotFoundError as error:
        raise Http404("The file is missing from the store.") from error
    size = document.file.size
    last_modified = http_date(document.file.storage.get_modified_time(document.file.name).timestamp())
    etag = f'"{document.sha256[:32]}-{size:x}"'
    headers = request.headers
    reply = plan_reply(
        size,
        etag,
        last_modified,
        range_header=headers.get("Range", "") if request.method == "GET" else "",
        if_range=headers.get("If-Range", ""),
        if_none_match=headers.get("If-None-Match", ""),
        if_modified_since=headers.get("If-Modified-Since", ""),
    )
    if reply.status in (200, 206) and request.method != "HEAD":
        response = StreamingHttpResponse(_chunks(file, reply.start, reply.length), status=reply.status)
    else:
        file.close()
        response = HttpResponse(status=reply.status)
    for header, value in _headers(document, name, last_modified, etag).items():
        response[header] = value
    if reply.status == 206:
        end = reply.start + reply.length - 1
        response["Content-Range"] = f"bytes {reply.start}-{end}/{size}"
    if reply.status == 416:
        response["Content-Range"] = f"bytes */{size}"
    elif reply.status != 304:
        response["Content-Length"] = str(reply.length)
    return response
