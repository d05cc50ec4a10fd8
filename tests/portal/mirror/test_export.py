"""An export is whole or not at all, and writes nothing twice."""

import errno
import os
import time

import pytest

from portal.mirror.export import ExportError, export, is_due
from portal.mirror.keeping import MirrorKeeper
from portal.serving.generation import State
from portal.serving.pages.own import own_release

from .conftest import moved, page


def said(folder, **options) -> list[str]:
    words: list[str] = []
    export(folder, words.append, **options)
    return words


def read(folder, name: str) -> str:
    return (folder / "current" / "files" / name).read_text(encoding="utf-8")


def test_nothing_is_asked_again_until_something_changes_or_its_moment_has_come(small, tmp_path):
    said(tmp_path)
    small.asked.clear()
    assert said(tmp_path) == ["Nothing has changed since the last export."]
    assert small.asked == []
    small.state = State(2, 0)
    assert is_due(tmp_path)
    small.until = time.time() - 1
    said(tmp_path)
    assert is_due(tmp_path)
    small.until = float("inf")
    said(tmp_path)
    assert not is_due(tmp_path)


def test_another_address_of_the_site_or_another_program_writes_anew(small, tmp_path, settings, monkeypatch):
    said(tmp_path)
    settings.BASE_URL = "https://elsewhere.example"
    assert is_due(tmp_path)
    settings.BASE_URL = "http://testserver"
    monkeypatch.setattr("portal.mirror.export.own_release", lambda: "two")
    assert is_due(tmp_path)


def test_another_site_to_leave_to_writes_anew(small, tmp_path, settings, monkeypatch):
    monkeypatch.setattr("portal.mirror.export.own_release", own_release.__wrapped__)
    said(tmp_path)
    assert not is_due(tmp_path)
    settings.LEAVE_URL = "https://www.metoffice.gov.uk/"
    assert is_due(tmp_path)


def test_a_file_that_says_the_same_is_the_same_file_and_a_changed_one_has_another_time(small, tmp_path):
    said(tmp_path)
    files = tmp_path / "current" / "files"
    same, other = (files / "a/index.br").stat(), (files / "index").stat()
    small.answers["/"] = page('<a href="/a/">two</a>')
    small.state = State(2, 0)
    assert said(tmp_path) == ["6 addresses: 1 files written, 4 as before."]
    assert (files / "a/index.br").stat().st_ino == same.st_ino
    assert int((files / "index").stat().st_mtime) > int(other.st_mtime)
    assert "two" in read(tmp_path, "index")


def test_a_full_disk_leaves_the_mirror_as_it_was_and_says_what_to_do(small, tmp_path, monkeypatch):
    said(tmp_path)
    small.answers["/"] = page('<a href="/a/">two</a>')

    def full(*args, **kwargs):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.write_bytes", full)
        with pytest.raises(ExportError, match=r"No space left.*stays.*Make room"):
            said(tmp_path, even_if_unchanged=True)
    assert "one" in read(tmp_path, "index")
    assert not list(tmp_path.glob("new-*"))
    said(tmp_path, even_if_unchanged=True)
    assert "two" in read(tmp_path, "index")


@pytest.mark.parametrize("status", [404, 500, 503])
def test_a_site_with_a_fault_never_takes_the_place_of_a_good_mirror(small, tmp_path, status):
    said(tmp_path)
    small.answers["/"].answer.__dict__["status"] = status
    with pytest.raises(ExportError, match=f"/ with status {status}.*stays"):
        said(tmp_path, even_if_unchanged=True)
    assert "one" in read(tmp_path, "index")


def test_a_broken_page_stays_as_it_was_and_keeps_no_other_page_from_being_taken_down(small, tmp_path):
    small.answers["/"] = page('<a href="/a/">one</a><a href="/gone/">two</a>')
    small.answers["/a/"] = page('<a href="/only/">three</a>')
    small.answers |= {"/gone/": page("secret"), "/only/": page("linked by a broken page alone")}
    said(tmp_path)
    before = read(tmp_path, "a/index")
    small.answers["/a/"] = page("fault")
    small.answers["/a/"].answer.__dict__["status"] = 500
    small.answers["/"] = page('<a href="/a/">new</a>')
    del small.answers["/gone/"]
    small.state = State(2, 1)
    assert "/a/ is broken" in said(tmp_path)[0]
    assert (read(tmp_path, "a/index"), read(tmp_path, "index")) == (before, '<a href="/a/">new</a>')
    assert "alone" in read(tmp_path, "only/index")
    assert not (tmp_path / "current/files/gone").exists()


def test_many_broken_pages_are_a_broken_site(small, tmp_path):
    said(tmp_path)
    links = [f"/{number}/" for number in range(6)]
    small.answers["/"] = page("".join(f'<a href="{link}">new</a>' for link in links))
    for link in links:
        small.answers[link] = page("fault")
        small.answers[link].answer.__dict__["status"] = 503
    with pytest.raises(ExportError, match="/5/ with status 503"):
        said(tmp_path, even_if_unchanged=True)
    assert "one" in read(tmp_path, "index")


def test_a_takedown_while_it_is_made_begins_it_anew(small, tmp_path, monkeypatch):
    def ask_and_take_down(address: str):
        answer = small.ask(address)
        if address == "/a/" and small.state == State(1, 0):
            small.state = State(2, 1)
            small.answers["/"] = page("nothing")
            del small.answers["/a/"]
        return answer

    monkeypatch.setattr("portal.mirror.filling.ask", ask_and_take_down)
    assert "Something was taken down meanwhile. Beginning anew." in said(tmp_path)
    assert not (tmp_path / "current/files/a").exists()


def test_what_has_no_public_marking_is_never_there(small, tmp_path):
    small.answers["/"] = page(
        '<a href="/draft/">1</a><a href="/mine/">2</a><a href="/door/">3</a><a href="/admin/x/">4</a>'
    )
    small.answers["/draft/"] = page("hidden words", cdn_cache_control="", cache_control="no-store")
    small.answers["/mine/"] = page("hidden words", cdn_cache_control="private", cache_control="no-store")
    small.answers["/door/"] = moved("/admin/login/?next=/mine/")
    small.answers["/admin/x/"] = page("hidden words")
    said(tmp_path)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not [path for path in files if b"hidden words" in path.read_bytes()]
    assert "/admin/x/" not in small.asked
    around = (tmp_path / "current/nginx-http.conf").read_text(encoding="utf-8")
    assert "door" not in around
    assert '"/draft/index" page;' in around


def test_what_sets_a_cookie_is_never_there(small, tmp_path):
    small.answers["/a/"].answer.__dict__["cookies"] = ("a=b",)
    said(tmp_path)
    assert not (tmp_path / "current/files/a").exists()


def test_the_schedule_complains_once_and_waits_before_it_tries_again(small, tmp_path):
    small.answers["/"].answer.__dict__["status"] = 500
    complaints: list[str] = []
    keeper = MirrorKeeper(tmp_path / "mirror", complaints.append)
    keeper.look()
    keeper.look()
    assert len(complaints) == 1
    small.answers["/"].answer.__dict__["status"] = 200
    MirrorKeeper(tmp_path / "mirror", complaints.append).look()
    assert (tmp_path / "mirror/current/files/index").exists()
