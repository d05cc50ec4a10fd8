"""The site as files: nginx alone answers with them as the site does."""

import gzip
import json
import re
from pathlib import Path

import brotli
import pytest

from portal.mirror.reading import fetch_from
from portal.safety import audit, fetch
from portal.safety.addresses import NO_SUCH_PAGE
from tests.browser.site_process import web_server

from .asking import Answer, ask, lasting
from .conftest import DOWNLOAD, copy_site
from .mirroring import export, nginx_alone

# What nginx says in its own way, what only a proxy reads, and what is true of one answer alone.
OF_THE_SERVER = {
    *("server", "date", "connection", "transfer-encoding", "content-length", "etag", "last-modified"),
    *("accept-ranges", "expires", "x-accel-expires", "vary"),
}


@pytest.fixture(scope="module")
def mirrored(site, tmp_path_factory):
    """A running site, the folder of its mirror, and the address of an nginx that has only that."""
    data_dir, folder = tmp_path_factory.mktemp("mirrored"), tmp_path_factory.mktemp("mirror")
    copy_site(Path(site.data_dir), data_dir)
    with web_server(data_dir) as server:
        export(server, folder)
        with nginx_alone(folder, tmp_path_factory.mktemp("nginx")) as url:
            yield server, folder, url


def addresses(folder: Path) -> dict[str, dict]:
    """Return what the mirror holds, without its own pages."""
    told = json.loads((folder / "current" / "manifest.json").read_text(encoding="utf-8"))
    return {path: entry for path, entry in told["entries"].items() if not path.startswith("/_mirror/")}


def headers(answer: Answer) -> dict[str, str]:
    return {
        name.lower(): value for name, value in answer.headers.items() if name.lower() not in OF_THE_SERVER
    }


def test_every_address_is_answered_as_by_the_site_itself(mirrored):
    server, folder, url = mirrored
    differs = []
    for path, entry in addresses(folder).items():
        ours, got = ask(server.url, path), ask(url, path)
        expected, found = headers(ours), headers(got)
        if not entry["name"]:  # a redirect: nginx adds a few words for who reads that
            got = Answer(got.status, got.headers, ours.body)
            expected.pop("content-type", None)
            found.pop("content-type", None)
            expected["location"] = expected["location"].removeprefix(server.url)
        if got.status != ours.status or found != expected:
            differs.append((path, ours.status, got.status, set(expected.items()) ^ set(found.items())))
        if path.endswith("corrections.atom") and b"<entry" not in ours.body:
            continue  # which says that it was updated now
        if lasting(got.body) != lasting(ours.body):
            differs.append((path, "another body"))
    assert differs == []
    assert len(addresses(folder)) > 180


def test_every_text_is_there_compressed_and_the_same(mirrored):
    _, folder, url = mirrored
    for path, entry in addresses(folder).items():
        if not entry["is_text"]:
            continue
        plain = ask(url, path)
        for takes, coding, unpack in (
            ("gzip, br", "br", brotli.decompress),
            ("gzip", "gzip", gzip.decompress),
        ):
            got = ask(url, path, accept_encoding=takes)
            assert (got["Content-Encoding"], got["Vary"]) == (coding, "Accept-Encoding"), path
            assert unpack(got.body) == plain.body, path
            assert got["Content-Type"] == plain["Content-Type"], path


def test_no_public_page_feed_or_answer_of_the_finder_is_missing(mirrored):
    server, folder, _ = mirrored
    listed = re.findall(r"<loc>([^<]+)</loc>", ask(server.url, "/sitemap.xml").body.decode())
    assert len(listed) > 30
    known = addresses(folder)
    wanted = [address.removeprefix(server.url) for address in listed]
    wanted += ["/next/", "/next/b/", "/changes.atom", "/statistics/corrections.atom", "/robots.txt"]
    wanted += ["/.well-known/security.txt", DOWNLOAD, DOWNLOAD.replace("download", "cover")]
    wanted += ["/statistics/data.json", "/statistics/data.csv", "/statistics/openapi.json", "/favicon.ico"]
    assert [path for path in wanted if path not in known] == []
    assert any(path.startswith("/oembed/?url=") for path in known)
    assert any(path.endswith("/without-figures/") for path in known)
    assert any(re.search(r"/version/1/$", path) for path in known)
    assert any(re.search(r"/download/[0-9a-f]{16}/$", path) for path in known)


def test_the_safety_audit_finds_nothing_to_mend_in_the_mirror(mirrored):
    _, _, url = mirrored
    found = audit(f"{url}/", fetch, [NO_SUCH_PAGE, "/search/?q=help", "/changes.atom", "/oembed/"])
    assert [f"{one.page}: {one.rule}: {one.what}" for one in found.findings] == []
    assert found.pages > 150


def test_the_audit_reads_the_folder_as_well_as_nginx(mirrored):
    start, read = fetch_from(mirrored[1])
    found = audit(start, read, [NO_SUCH_PAGE, "/search/?q=help", "/changes.atom", "/oembed/"])
    assert [f"{one.page}: {one.rule}: {one.what}" for one in found.findings] == []
    assert found.pages > 150


def test_conditions_and_parts_are_answered_as_http_says(mirrored):
    server, _, url = mirrored
    for path in ("/", DOWNLOAD, "/statistics/data.json"):
        whole, head = ask(url, path), ask(url, path, "HEAD")
        assert (head.status, head.body, head["Content-Length"]) == (200, b"", str(len(whole.body)))
        again = ask(url, path, if_none_match=whole["ETag"])
        assert (again.status, again.body) == (304, b"")
        assert again["Content-Security-Policy"] == whole["Content-Security-Policy"]
    whole = ask(server.url, DOWNLOAD).body
    for asked, status, part in (
        ("bytes=5-9", 206, whole[5:10]),
        ("bytes=-7", 206, whole[-7:]),
        ("bytes=0-1,4-5", 200, whole),
    ):
        got = ask(url, DOWNLOAD, range=asked)
        assert (got.status, got.body, got["Content-Type"]) == (status, part, "application/pdf")
    assert ask(url, DOWNLOAD, range=f"bytes={len(whole)}-").status == 416
    packed, plain = (ask(url, "/", accept_encoding=one)["ETag"] for one in ("br", "identity"))
    assert packed != plain


@pytest.mark.parametrize(
    "path",
    ["/no-such-page/", "/no-such.json", "/admin/", "/admin/login/", "/_mirror/asked", "/index", "/index.br"],
)
def test_what_is_not_there_is_said_to_be_with_the_help_beside_it(mirrored, path):
    server, _, url = mirrored
    ours, got = ask(server.url, "/no-such-page/"), ask(url, path)
    assert (got.status, b"tel:999" in got.body) == (404, True)
    assert headers(got) == headers(ours)


def test_an_address_without_its_last_slash_leads_to_the_page(mirrored):
    server, _, url = mirrored
    for path in ("/privacy", "/next/b", DOWNLOAD.rstrip("/"), "/privacy?x=1"):
        ours, got = ask(server.url, path), ask(url, path)
        assert (got.status, got["Location"]) == (ours.status, ours["Location"]), path
        assert got["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize(
    "path",
    [
        "/search/",
        "/search/?q=fraud",
        "/statistics/?state=current",
        DOWNLOAD.replace("download", "inside") + "?q=a",
    ],
)
def test_what_files_cannot_do_says_so_and_where_help_is(mirrored, path):
    got = ask(mirrored[2], path)
    assert got.status == 200
    assert b"does not work now" in got.body
    assert b"tel:999" in got.body
    assert b'href="/what-you-can-do/"' in got.body
    assert b"fraud" not in got.body
    assert (got["Cache-Control"], got["X-Robots-Tag"]) == ("no-store", "noindex")


def test_scripts_are_never_given_all_data_for_those_that_they_asked_for(mirrored):
    for path in ("/statistics/data.json?year=2020", "/statistics/data.csv?page=9"):
        assert ask(mirrored[2], path).status == 503
    assert ask(mirrored[2], "/?utm=1").body == ask(mirrored[2], "/").body


def test_nobody_can_send_anything(mirrored):
    got = ask(mirrored[2], "/", "POST", b"a=b")
    assert (got.status, b"tel:999" in got.body) == (405, True)


def test_it_answers_behind_any_name(mirrored):
    _, _, url = mirrored
    assert ask(url, "/", host="mirror.example").body == ask(url, "/").body
    assert ask(url, "/favicon.ico", host="mirror.example")["Location"].startswith("/static/")
