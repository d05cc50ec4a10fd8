"""An editor who sends 90 MB reads why they were not taken, and nobody else can send so much."""

import json

import pytest

from .asking import Staff, ask
from .too_large import PAGE, send_too_much


@pytest.fixture(scope="module")
def staff(server) -> Staff:
    return Staff(server)


def test_an_editors_browser_shows_a_page_in_words(server, staff):
    answer = send_too_much(server.url, staff, accept=PAGE)
    assert (answer.status, answer["Content-Type"]) == (413, "text/html; charset=utf-8")
    assert b"at most 64 MB" in answer.body
    assert b"what you typed is still there" in answer.body


def test_a_command_gets_plain_words(server, staff):
    answer = send_too_much(server.url, staff, accept="*/*")
    assert (answer.status, answer["Content-Type"]) == (413, "text/plain; charset=utf-8")
    assert answer.body.startswith(b"Too large: at most 64 MB")


def test_the_uploader_of_many_files_gets_words_for_the_place_beside_the_file(server, staff):
    path, script = "/admin/documents/multiple/add/", "XMLHttpRequest"
    answer = send_too_much(server.url, staff, path, accept="text/html, */*; q=0.01", x_requested_with=script)
    assert answer.status == 200  # the script shows the words of no other
    said = json.loads(answer.body)
    assert said["success"] is False
    assert "at most 64 MB" in said["error_message"]


def test_nothing_of_it_is_kept_and_the_site_goes_on(server, staff):
    send_too_much(server.url, staff)
    assert ask(server.url, "/").status == 200
    assert staff.get("/admin/").status == 200


def test_a_strangers_connection_is_closed_before_all_was_sent(server):
    with pytest.raises((BrokenPipeError, ConnectionResetError)):
        send_too_much(server.url, None)
