"""What is alike is told by names, and what is said of one file is said of no other."""

from portal.mirror.classes import PAGE, Classes
from portal.mirror.manifest import Entry

HTML, PDF = "text/html; charset=utf-8", "application/pdf"


def entry(name: str, kind: str = HTML, **headers: str) -> Entry:
    named = {header.replace("_", "-"): value for header, value in headers.items()}
    return Entry(200, {"content-type": kind} | named, name)


def test_pages_set_what_is_usual_however_many_other_files_there_are():
    files = [entry(f"/s/{number}.css", "text/css", access_control_allow_origin="*") for number in range(9)]
    asked = [entry(f"/_queries/{number}", "application/json") for number in range(9)]
    found = Classes.of({one.name: one for one in [entry("/index"), entry("/a/index"), *files, *asked]})
    assert found.usual_for("/new/index", "access-control-allow-origin") == ""
    assert found.usual_for("/new/index", "content-type") == HTML
    assert found.usual_for("/s/new.css", "access-control-allow-origin") == "*"


def test_what_lies_below_a_page_is_told_by_its_last_part_and_versions_by_their_checksum():
    sums = [entry(f"/x/download/{digit * 16}/index", PDF) for digit in "ab"]
    told = [
        entry("/index"),
        entry("/a/index"),
        entry("/x/download/index", PDF, content_disposition="x.pdf"),
        *sums,
    ]
    found = Classes.of({one.name: one for one in told})
    assert found.usual_for("/y/download/index", "content-type") == PDF
    assert found.usual_for("/y/download/index", "content-disposition") == ""
    assert found.usual_for(f"/y/download/{'c' * 16}/index", "content-type") == PDF
    assert set(found.patterns) == {"/download/", "checksum"}
    assert PAGE in found.usual
