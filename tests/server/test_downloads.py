"""The file as it comes off the network."""

import hashlib
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.browser.site_process import web_server

from .asking import ask
from .conftest import DOWNLOAD

LONG_AGO = "Sat, 21 Nov 2020 10:00:00 GMT"


@pytest.fixture(scope="module")
def content(own_site) -> bytes:
    return own_site.file.read_bytes()


def test_the_file_arrives_whole_with_all_that_a_browser_must_know(server, content):
    got = ask(server.url, DOWNLOAD, accept_encoding="gzip, br")
    assert (got.status, got.body == content) == (200, True)
    assert got.headers.get_all("Content-Length") == [str(len(content))]
    assert (got["Accept-Ranges"], got["Content-Encoding"], got["Set-Cookie"]) == ("bytes", None, None)
    assert (got["X-Content-Type-Options"], got["Cache-Control"]) == ("nosniff", "public, no-cache")
    policy = got["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" not in policy, "some readers show nothing then"
    name = "national-strategic-assessment-2020-sample.pdf"
    assert got["Content-Disposition"] == f"inline; filename=\"{name}\"; filename*=UTF-8''{name}"


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=100000-199999", 100_000, 199_999),
        ("bytes=-5", -5, -1),
        ("bytes=20000000-", 20_000_000, -1),
        ("bytes=0-99999999", 0, -1),
    ],
)
def test_a_part_is_exactly_that_part(server, content, asked, first, last):
    size = len(content)
    first, last = first % size, last % size
    got = ask(server.url, DOWNLOAD, range=asked)
    assert (got.status, got.body == content[first : last + 1]) == (206, True)
    assert (got["Content-Length"], got["Content-Range"]) == (
        str(last + 1 - first),
        f"bytes {first}-{last}/{size}",
    )


def test_several_parts_at_once_are_answered_with_the_whole(server, content):
    got = ask(server.url, DOWNLOAD, range="bytes=0-1,5-6")
    assert (got.status, len(got.body)) == (200, len(content))


def test_a_part_beyond_the_end_is_refused_with_the_size(server, content):
    got = ask(server.url, DOWNLOAD, range=f"bytes={len(content)}-")
    assert (got.status, got["Content-Range"], got.body) == (416, f"bytes */{len(content)}", b"")


def test_a_file_that_has_not_changed_is_not_sent_again(server):
    first = ask(server.url, DOWNLOAD, "HEAD")
    for headers in ({"if_none_match": first["ETag"]}, {"if_modified_since": first["Last-Modified"]}):
        again = ask(server.url, DOWNLOAD, **headers)
        assert (again.status, again.body, again["ETag"]) == (304, b"", first["ETag"])


def test_head_tells_the_same_and_sends_nothing(server, content):
    whole, head = ask(server.url, DOWNLOAD), ask(server.url, DOWNLOAD, "HEAD", range="bytes=0-9")
    assert (head.status, head.body, head["Content-Length"]) == (200, b"", str(len(content)))
    assert {k: v for k, v in head.headers.items() if k != "date"} == {
        k: v for k, v in whole.headers.items() if k != "date"
    }


def test_a_download_is_resumed_after_the_server_was_started_again(server, own_site, content):
    first = ask(server.url, DOWNLOAD, range="bytes=0-9999999")
    with web_server(own_site.data_dir) as restarted:
        headers = {"range": "bytes=10000000-"}
        for unchanged in (first["ETag"], first["Last-Modified"]):
            rest = ask(restarted.url, DOWNLOAD, if_range=unchanged, **headers)
            assert (rest.status, first.body + rest.body == content) == (206, True)
        other = ask(restarted.url, DOWNLOAD, if_range='"other"', **headers)
    assert (other.status, len(other.body)) == (200, len(content))


def test_a_download_that_goes_on_after_a_replacement_is_refused(server, content):
    first = ask(server.url, DOWNLOAD, range="bytes=0-9999")
    firefox = {"range": "bytes=10000-", "if_unmodified_since": first["Last-Modified"]}
    rest = ask(server.url, DOWNLOAD, if_match=first["ETag"], **firefox)
    assert (rest.status, first.body + rest.body == content) == (206, True)
    for headers in ({"if_match": '"of-another-file"'}, {"if_unmodified_since": LONG_AGO}):
        for method in ("GET", "HEAD"):
            refused = ask(server.url, DOWNLOAD, method, **firefox | headers)
            assert (refused.status, refused.body, refused["ETag"]) == (412, b"", first["ETag"])


def test_curl_goes_on_where_it_stopped(server, content, tmp_path):
    path = tmp_path / "file.pdf"
    path.write_bytes(content[:5_000_000])
    address = server.url + DOWNLOAD
    subprocess.run(["curl", "-sS", "--fail", "-C", "-", "-o", path, address], check=True, timeout=60)
    assert path.read_bytes() == content
    path.write_bytes(content[:5_000_000])
    command = ["curl", "-sS", "--fail", "-C", "-", "-H", 'If-Match: "other"', "-o", path, address]
    assert subprocess.run(command, check=False, timeout=60, capture_output=True).returncode == 22
    assert path.read_bytes() == content[:5_000_000]


def test_what_was_not_changed_has_no_length_of_nothing(server, own_site):
    page = ask(server.url, "/").body.decode()
    places = [
        page[page.index(start) :].split('"')[0].split(" ")[0]
        for start in ("/static/css/main", "/media/images/")
    ]
    for path in (DOWNLOAD, *places):
        tag = ask(server.url, path, "HEAD")["ETag"]
        for method in ("GET", "HEAD"):
            same = ask(server.url, path, method, if_none_match=tag)
            assert (same.status, same["Content-Length"], same["ETag"]) == (304, None, tag)
        part = ask(server.url, path, range="bytes=5-5")
        assert (part.status, len(part.body)) == (206, 1)
        assert ask(server.url, path, accept_encoding="gzip", if_match='"other"').status == 412


def test_the_tag_tells_nothing_of_the_bytes(server, own_site):
    [(stored,)] = own_site.rows("SELECT sha256 FROM publications_publicationdocument LIMIT 1")
    tag = ask(server.url, DOWNLOAD, "HEAD")["ETag"]
    assert tag.startswith('"')
    for digest in (stored, hashlib.sha256(own_site.file.read_bytes()).hexdigest()):
        assert digest[:8] not in tag


def test_each_version_has_an_address_of_its_own(server, own_site, content):
    [(stored,)] = own_site.rows("SELECT sha256 FROM publications_publicationdocument LIMIT 1")
    assert ask(server.url, f"{DOWNLOAD}{stored[:16]}/").body == content
    for wrong in ("0" * 16, stored[:15], stored, "../"):
        assert ask(server.url, f"{DOWNLOAD}{wrong}/").status == 404


def test_downloads_that_begin_together_are_all_counted_when_the_server_has_ended(unread_site):
    before = unread_site.downloads()
    with web_server(unread_site.data_dir) as server, ThreadPoolExecutor(4) as readers:
        list(readers.map(lambda _: ask(server.url, DOWNLOAD, range="bytes=0-65535"), range(40)))
    assert unread_site.downloads() == before + 40


def test_a_download_is_counted_once_and_its_parts_or_a_look_are_not(unread_site):
    before = unread_site.downloads()
    with web_server(unread_site.data_dir) as server:
        for headers in (
            {"range": "bytes=0-9"},
            {"range": "bytes=65536-"},
            {"range": "bytes=99999999-"},
            {"if_none_match": "*"},
            {"cookie": "sessionid=somebody"},
        ):
            ask(server.url, DOWNLOAD, **headers)
        ask(server.url, DOWNLOAD, "HEAD")
        for headers in ({}, {"range": "bytes=0-65535"}):
            ask(server.url, DOWNLOAD, **headers)
    assert unread_site.downloads() == before + 2
