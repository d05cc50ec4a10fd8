"""Everything that is no file, through the bridge between the server and Django."""

import csv
import gzip

import pytest

from tests.factories import pdf_bytes

from .asking import Staff, ask, ask_raw


@pytest.fixture(scope="module")
def staff(server) -> Staff:
    return Staff(server)


def test_signing_in_by_a_form_works_and_sets_both_cookies(server, staff):
    assert {cookie.name for cookie in staff.cookies} == {"csrftoken", "sessionid"}
    assert b"Reports" in staff.get("/admin/").read()


def test_a_form_without_its_token_is_refused(server):
    assert ask(server.url, "/admin/login/", "POST", b"username=admin&password=x").status == 403


def test_a_file_of_five_megabytes_can_be_uploaded(staff, own_site):
    content = pdf_bytes(filling=5_000_000)
    staff.upload("/admin/documents/add/", "large.pdf", content, title="Large file", collection="1")
    found = own_site.rows("SELECT file_size FROM publications_publicationdocument WHERE title='Large file'")
    assert found == [(len(content),)]
    assert len(content) > 5_000_000


def test_too_large_a_body_is_refused_before_it_is_sent(server):
    head = b"POST /admin/documents/add/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999\r\n\r\n"
    answer = ask_raw(server.url, head)
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"at most 64 MB" in answer


def test_a_body_of_unknown_length_is_refused(server):
    head = b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    assert ask_raw(server.url, head).startswith(b"HTTP/1.1 411")


def test_a_page_is_compressed_and_head_tells_its_length(server):
    plain, small = ask(server.url, "/"), ask(server.url, "/", accept_encoding="gzip")
    assert gzip.decompress(small.body)[:15] == plain.body[:15]
    assert small["Content-Length"] == str(len(small.body))
    head = ask(server.url, "/", "HEAD")
    assert (head["Content-Length"], head.body) == (str(len(plain.body)), b"")


@pytest.mark.parametrize(
    "path",
    ["/nowhere/", "/%E9%ff%zz/", "/%00/", "/%2e%2e/%2e%2e/etc/passwd", "/ü%2F/", "/media/images/no.png"],
)
def test_a_wrong_address_gets_the_page_that_helps(server, path):
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
    answer = ask_raw(server.url, request.encode())
    assert answer.startswith(b"HTTP/1.1 404")
    assert b"tel:999" in answer


def test_a_wrong_host_is_refused_wherever_it_stands(server):
    for request in (
        b"GET / HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n",
        b"GET http://elsewhere.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
    ):
        assert ask_raw(server.url, request).startswith(b"HTTP/1.1 400")


def test_a_table_that_is_streamed_arrives_whole(server, staff):
    answer = ask(server.url, "/statistics/data.csv")
    assert answer["Content-Type"].startswith("text/csv")
    assert len(list(csv.reader(answer.body.decode().splitlines()))) > 5
    assert staff.get("/admin/reports/site-history/?export=csv").read().startswith(b"ID,")


def test_static_files_and_pictures_arrive_whole(server, own_site):
    page = ask(server.url, "/").body.decode()
    for beginning in ("/static/css/main", "/media/images/"):
        path = page[page.index(beginning) :].split('"')[0].split(" ")[0]
        answer, part = ask(server.url, path), ask(server.url, path, range="bytes=5-9")
        assert answer["Content-Length"] == str(len(answer.body))
        assert (part.status, part.body) == (206, answer.body[5:10])
        name = path.split("/")[-1]
        assert [found.read_bytes() == answer.body for found in own_site.data_dir.rglob(name)] == [True]


def test_other_methods_are_told_what_is_allowed(server):
    assert ask(server.url, "/", "PUT").status == 405
    assert ask(server.url, "/", "OPTIONS")["Allow"] == "GET, HEAD, OPTIONS"
