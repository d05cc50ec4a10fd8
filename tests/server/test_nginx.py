"""Downloads behind nginx, with the lines of docs/serving.md."""

from contextlib import contextmanager

import pytest

from tests.browser.site_process import web_server

from .asking import Staff, ask
from .conftest import DOWNLOAD
from .nginx import nginx_before
from .too_large import PAGE, send_too_much

LONG_AGO = "Sat, 21 Nov 2020 10:00:00 GMT"


@contextmanager
def before_the_site(site, folder):
    """Run an nginx before a server of the site, and give its address."""
    with (
        web_server(site.data_dir, X_ACCEL_PREFIX="/_documents") as server,
        nginx_before(server.url, site.data_dir, folder) as address,
    ):
        yield address


@pytest.fixture(scope="module")
def url(own_site, tmp_path_factory):
    """The address of an nginx before the site."""
    with before_the_site(own_site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


def test_nginx_sends_the_file_and_every_header_of_ours(url, server, own_site):
    got, ours = ask(url, DOWNLOAD), ask(server.url, DOWNLOAD, "HEAD")
    assert (got.status, got.body == own_site.file.read_bytes()) == (200, True)
    assert got.headers.get_all("Content-Length") == [str(len(got.body))]
    differs = {"etag", "server", "date"}
    assert {name: value for name, value in ours.headers.items() if name.lower() not in differs} == {
        name.lower(): value
        for name, value in got.headers.items()
        if name.lower() not in differs | {"connection"}
    }


def test_ranges_and_conditions_are_nginxs_own(url, own_site):
    content, whole = own_site.file.read_bytes(), ask(url, DOWNLOAD, "HEAD")
    assert (whole.status, whole.body, whole["Content-Length"]) == (200, b"", str(len(content)))
    for asked, part in (("bytes=5-9", content[5:10]), ("bytes=-7", content[-7:])):
        for headers in ({}, {"if_range": whole["ETag"]}, {"if_range": whole["Last-Modified"]}):
            got = ask(url, DOWNLOAD, range=asked, **headers)
            assert (got.status, got.body, got["Content-Length"]) == (206, part, str(len(part)))
    one = ask(url, DOWNLOAD, range="bytes=5-5", if_match=whole["ETag"])
    assert (one.status, one.body) == (206, content[5:6])
    for headers in ({"if_match": '"other"'}, {"if_unmodified_since": LONG_AGO}):
        refused = ask(url, DOWNLOAD, range="bytes=5-9", **headers)
        assert (refused.status, content[5:10] in refused.body) == (412, False)
    other = ask(url, DOWNLOAD, range="bytes=5-9", if_range='"other"')
    assert (other.status, len(other.body)) == (200, len(content))
    assert ask(url, DOWNLOAD, range=f"bytes={len(content)}-").status == 416
    for headers in ({"if_none_match": whole["ETag"]}, {"if_modified_since": whole["Last-Modified"]}):
        again = ask(url, DOWNLOAD, **headers)
        assert (again.status, again.body) == (304, b"")


def test_downloads_are_counted_there_too_and_the_folder_has_no_address(unread_site, tmp_path):
    before = unread_site.downloads()
    with before_the_site(unread_site, tmp_path) as url:
        tag = ask(url, DOWNLOAD, "HEAD")["ETag"]
        ask(url, DOWNLOAD, if_none_match=tag)
        ask(url, DOWNLOAD, range="bytes=0-9")
        ask(url, DOWNLOAD)
        assert ask(url, f"/_documents/publications/{unread_site.file.name}").status == 404
    assert unread_site.downloads() == before + 1


def test_what_is_too_large_for_nginx_is_refused_in_the_words_of_the_site(url, server):
    """The sessions of both servers are the same: they share the data."""
    staff = Staff(server)
    answer = send_too_much(url, staff, accept=PAGE)
    assert (answer.status, b"at most 64 MB" in answer.body) == (413, True)
    assert b"what you typed is still there" in answer.body
    path, script = "/admin/images/multiple/add/", "XMLHttpRequest"
    answer = send_too_much(url, staff, path, x_requested_with=script)
    assert (answer.status, b'"success": false' in answer.body) == (200, True)
