"""Every file of the site is answered for by the same rules, whoever keeps it."""

import os

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import HttpResponse
from django.test import Client

from portal.answering.middleware import TextGZipMiddleware
from portal.files.staticfiles import StaticFilesMiddleware

SCRIPT, BEFORE = b"let a = 1;\n" * 500, "Sat, 21 Nov 2020 10:00:00 GMT"


@pytest.fixture
def picture(db):
    """The address of a small picture of the site."""
    name = default_storage.save("images/reply.webp", ContentFile(bytes(range(200))))
    images, renditions = (
        apps.get_model(f"portal.{kind}").objects for kind in ("PortalImage", "PortalRendition")
    )
    # In bulk, since these bytes are no picture that could be looked into.
    [image] = images.bulk_create([images.model(title="Any", file=name, width=9, height=9)])
    renditions.bulk_create([renditions.model(image=image, filter_spec="any", file=name, width=9, height=9)])
    yield f"/media/{name}"
    default_storage.delete(name)


@pytest.fixture
def static(tmp_path, rf, settings):
    """A function that asks for a script that is kept twice, plain and compressed."""
    (tmp_path / "a.js").write_bytes(SCRIPT)
    (tmp_path / "a.js.gz").write_bytes(b"short")
    settings.STATIC_ROOT = str(tmp_path)
    files = StaticFilesMiddleware(lambda request: HttpResponse(status=404))

    def ask(method="get", **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        response = files(getattr(rf, method)("/static/a.js", headers=named))
        response.body = b"".join(response) if response.streaming else response.content
        return response

    return ask


def check(ask, content: bytes) -> None:
    """Try the five conditions and ranges of one byte on the file."""
    whole = ask()
    tag, day = whole["ETag"], whole["Last-Modified"]
    assert (whole.status_code, whole["Accept-Ranges"], tag[0]) == (200, "bytes", '"')
    for headers in ({"if_match": '"other"'}, {"if_unmodified_since": BEFORE}):
        refused = ask(range="bytes=5-", **headers)
        assert (refused.status_code, refused["ETag"]) == (412, tag)
        assert "max-age" not in refused.get("Cache-Control", "")
    for headers in ({"if_match": tag}, {"if_unmodified_since": day}, {"if_range": tag}, {"if_range": day}):
        part = ask(range="bytes=5-5", **headers)
        assert (part.status_code, part["Content-Length"]) == (206, "1")
        assert part["Content-Range"] == f"bytes 5-5/{len(content)}"
    for headers in ({"if_none_match": tag}, {"if_none_match": f"W/{tag}"}, {"if_modified_since": day}):
        assert ask(range="bytes=5-5", **headers).status_code == 304
    assert ask(range="bytes=5-5", if_range='"other"').status_code == 200
    assert ask(range=f"bytes={len(content)}-").status_code == 416


def test_a_picture_follows_every_condition(client: Client, picture):
    def ask(**headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return client.get(picture, headers=named)

    check(ask, bytes(range(200)))
    assert b"".join(ask(range="bytes=5-5")) == b"\x05"
    assert "max-age" in ask()["Cache-Control"]


def test_a_static_file_follows_every_condition(static):
    check(static, SCRIPT)
    assert static(range="bytes=5-5").body == SCRIPT[5:6]
    assert static("post").status_code == 405


def test_compressed_and_plain_are_two_files_with_two_tags(static):
    plain, small = static(), static(accept_encoding="br, gzip")
    assert (plain.body, plain.get("Content-Encoding")) == (SCRIPT, None)
    assert (small.body, small["Content-Encoding"]) == (b"short", "gzip")
    assert plain["Vary"] == small["Vary"] == "Accept-Encoding"
    assert plain["ETag"] != small["ETag"]
    assert static(if_none_match=small["ETag"]).status_code == 200
    assert static(if_match=small["ETag"]).status_code == 412
    assert static(accept_encoding="gzip;q=0").body == SCRIPT


def test_a_replaced_file_gets_another_tag_even_within_a_second(client, picture):
    path = default_storage.path(picture.removeprefix("/media/"))
    old, now = client.get(picture)["ETag"], os.stat(path)
    os.utime(path, ns=(now.st_atime_ns, now.st_mtime_ns + 1_000_000))
    assert client.get(picture)["ETag"] != old


def test_no_picture_is_compressed_again(client, picture, rf):
    assert not client.get(picture, headers={"accept-encoding": "gzip"}).has_header("Content-Encoding")
    ask = rf.get("/", headers={"accept-encoding": "gzip"})
    for kind, is_compressed in (("image/webp", False), ("text/html", True), ("application/json", True)):
        answer = TextGZipMiddleware(lambda request, kind=kind: HttpResponse("a" * 5000, content_type=kind))(
            ask
        )
        assert answer.has_header("Content-Encoding") == is_compressed, kind
