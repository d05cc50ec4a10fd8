"""What may be sent, by whom and how slowly."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from portal.serving import bodies

from .made_up_server import MEGABYTE, SIGNED_IN, Closing, Server, answered, bridge_to, saying, scope_of

UPLOAD = "/admin/documents/add/"


def test_the_body_is_complete_before_the_application_sees_it():
    def application(environ, start_response):
        start_response("200 OK", [])
        return Closing([b"%d" % len(environ["wsgi.input"].read()), environ["CONTENT_LENGTH"].encode()])

    parts, length = [b"", b"x" * MEGABYTE, b"x" * MEGABYTE, b"x" * MEGABYTE, b""], str(3 * MEGABYTE)
    server = answered(application, parts, "POST", path=UPLOAD, cookie=SIGNED_IN, content_length=length)
    assert server.sent == [length.encode() * 2]


@pytest.mark.parametrize(
    ("status", "parts", "headers"),
    [
        (400, [b"cut"], {"content_length": "9"}),
        (400, [], {"content_length": "+9"}),
        (408, [b"slow", 0.5], {"content_length": "9"}),
        (411, [], {"transfer_encoding": "chunked"}),
        (413, [], {"content_length": "9" * 30}),
        (503, [b"x" * 6 * MEGABYTE], {"content_length": str(6 * MEGABYTE)}),
    ],
)
def test_a_body_that_cannot_be_taken_is_refused_with_words(monkeypatch, status, parts, headers):
    monkeypatch.setattr(bodies, "SPAN_SECONDS", 0.1)
    headers["cookie"] = SIGNED_IN
    server = answered(saying([b"never"]), parts, "POST", held=65 * MEGABYTE, path=UPLOAD, **headers)
    assert server.status == status
    assert len(server.sent[0]) > 20


@pytest.mark.parametrize(
    ("method", "path", "length", "status"),
    [
        ("POST", "/search/", 0, 405),
        ("POST", "/search/", 64 * MEGABYTE, 405),
        ("PUT", "/", 9, 405),
        ("TRACE", "/", 0, 405),
        ("GET", "/", 9, 413),
        ("HEAD", "/admin/", 9, 413),
        ("POST", "/admin/login/", 64 * MEGABYTE, 413),
        ("POST", "/admin/login/", MEGABYTE, 403),
        ("POST", "/admin/documents-of-others/", 10 * MEGABYTE, 413),
        ("POST", UPLOAD, 65 * MEGABYTE, 413),
        ("POST", UPLOAD, MEGABYTE, 403),
    ],
)
def test_what_nobody_may_send_there_is_refused_before_it_is_read(method, path, length, status):
    headers = {"content_length": str(length), "cookie": "sessionid=forged", "expect": "100-continue"}
    server = answered(saying([b"never"]), method=method, path=path, **headers)
    assert server.status == status


def test_a_trickle_is_refused_however_long_it_has_flowed(monkeypatch):
    monkeypatch.setattr(bodies, "SPAN_SECONDS", 0.2)
    head = [b"x" * MEGABYTE]
    trickle = [part for _ in range(20) for part in (b"x", 0.05)]
    length = str(2 * MEGABYTE)
    server = answered(
        saying([b"never"]), head + trickle, "POST", path=UPLOAD, cookie=SIGNED_IN, content_length=length
    )
    assert server.status == 408


def test_who_sends_slowly_but_steadily_is_waited_for(monkeypatch):
    monkeypatch.setattr(bodies, "SPAN_SECONDS", 0.2)
    monkeypatch.setattr(bodies, "LEAST_BYTES", 1000)
    parts = [part for _ in range(10) for part in (b"x" * 1000, 0.08)]
    server = answered(saying(Closing([b"taken"])), parts, "POST", path=UPLOAD, content_length="10000")
    assert (server.status, server.sent) == (200, [b"taken"])


def test_only_what_has_arrived_counts_as_held():
    held_then = []

    def application(environ, start_response):
        start_response("200 OK", [])
        held_then.append(len(environ["wsgi.input"].read()))
        return Closing([b"taken"])

    server = answered(application, [b"abc"], "POST", held=70 * MEGABYTE, path=UPLOAD, content_length="3")
    assert (server.status, held_then) == (200, [3])


def test_one_address_cannot_take_all_places_and_keeps_no_other_from_its_own():
    async def ask(bridge, address, server):
        headers = {"content-length": "3", "x-real-ip": address}
        await bridge.__rsgi__(scope_of("POST", "/admin/login/", headers), server)
        return server.status

    async def all_at_once():
        bridge = bridge_to(lambda environ, start: start("200 OK", []) or Closing([b"taken"]))
        many = [ask(bridge, "192.0.2.9", Server([0.5, b"abc"])) for _ in range(20)]
        found = await asyncio.gather(*many, ask(bridge, "192.0.2.10", Server([0.5, b"abc"])))
        bridge.__rsgi_del__(None)
        return found, bridge.bodies.senders

    with ThreadPoolExecutor() as own_thread:
        (*many, other), left = own_thread.submit(asyncio.run, all_at_once()).result()
    assert (sorted(many), other, left) == ([200] * 8 + [429] * 12, 200, {})


def refused(sent: int, announced: int = 90, **headers) -> Server:
    """Return the server after so many megabytes of an upload that is too large."""
    parts, length = [b"x" * MEGABYTE] * sent, str(announced * MEGABYTE)
    path = headers.pop("path", UPLOAD)
    return answered(saying([b"never"]), parts, "POST", path=path, content_length=length, **headers)


@pytest.mark.parametrize("path", [UPLOAD, "/admin/pages/3/edit/"])
def test_an_editors_browser_can_send_all_of_what_is_too_large_and_then_reads_why(path):
    server = refused(90, path=path, cookie=SIGNED_IN)
    assert (server.status, server.read) == (413, 90 * MEGABYTE)


@pytest.mark.parametrize(
    ("cookie", "announced", "path"),
    [
        ("", 90, UPLOAD),
        ("sessionid=forged", 90, UPLOAD),
        (SIGNED_IN, 513, UPLOAD),
        (SIGNED_IN, 90, "/search/"),
    ],
)
def test_of_a_stranger_or_without_bound_no_more_than_a_megabyte_is_read_away(cookie, announced, path):
    server = refused(90, announced, path=path, cookie=cookie)
    assert server.status in (405, 413)
    assert server.read <= 2 * MEGABYTE


def test_an_editor_who_stops_sending_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(bodies, "SPAN_SECONDS", 0.1)
    trickle = [part for _ in range(200) for part in (b"x", 0.02)]
    length = str(90 * MEGABYTE)
    server = answered(
        saying([b"never"]), trickle, "POST", path=UPLOAD, cookie=SIGNED_IN, content_length=length
    )
    assert (server.status, server.read < 100) == (413, True)


@pytest.mark.parametrize(
    ("asked", "status", "kind", "beginning"),
    [
        ({}, 413, "text/plain", "Too large: at most 64 MB"),
        ({"accept": "text/html,*/*;q=0.8"}, 413, "text/html", "<!DOCTYPE html>"),
        ({"path": "/admin/documents/multiple/add/"}, 200, "application/json", '{"success": false'),
        ({"path": "/admin/documents/chooser/create/"}, 200, "application/json", '{"step": "reshow'),
    ],
)
def test_the_refusal_comes_in_the_form_that_is_shown_where_the_file_was_chosen(
    asked, status, kind, beginning
):
    if "path" in asked:
        asked = {"x_requested_with": "XMLHttpRequest", "accept": "text/html, */*; q=0.01", **asked}
    server = refused(1, cookie=SIGNED_IN, **asked)
    headers, text = dict(server.headers), server.sent[0].decode()
    assert (server.status, headers["content-type"].partition(";")[0]) == (status, kind)
    assert text.startswith(beginning)
    assert "at most 64 MB" in text
    assert "split it into parts" in text
    assert "<script" not in text


def test_what_a_proxy_found_too_large_is_refused_in_words_though_no_body_comes():
    server = answered(saying([b"never"]), [], "POST", path=UPLOAD, x_too_large="yes")
    assert server.status == 413
    assert b"at most 64 MB" in server.sent[0]
