"""A mirror through the life of a site: what changes, what is taken down, what is killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.site_process import PROJECT, web_server

from .asking import ask, lasting
from .conftest import copy_site
from .mirroring import environment, export, nginx_alone, nginx_with_both, start_export
from .process_tree import eventually
from .test_kept_pages import ABOUT, run
from .test_page_times import everything_below

PAGE, PRIVATE = "/about-this-site/", "/privacy/"
# What a busy machine may take; docs/measurements.md has what it takes.
FOLLOWS_SECONDS = 120


@pytest.fixture(scope="module")
def running(site, tmp_path_factory):
    """A site of its own, that tests may change."""
    data_dir = tmp_path_factory.mktemp("site")
    copy_site(Path(site.data_dir), data_dir)
    with web_server(data_dir) as server:
        yield server


def whole(folder: Path) -> dict[str, bytes]:
    """Return every file of the mirror."""
    current = folder / "current"
    return {
        str(path.relative_to(current)): path.read_bytes() for path in current.rglob("*") if path.is_file()
    }


def places(folder: Path) -> dict[str, int]:
    """Return where on the disk each file of the mirror lies."""
    files = folder / "current" / "files"
    return {str(path.relative_to(files)): path.stat().st_ino for path in files.rglob("*") if path.is_file()}


def test_what_is_taken_down_or_made_private_is_gone_and_the_rest_is_not_written_again(running, tmp_path):
    mirror = tmp_path / "mirror"
    export(running, mirror)
    before = places(mirror)
    assert "Nothing has changed" in export(running, mirror)
    run(
        running,
        f"{ABOUT}; page.unpublish();"
        "from wagtail.models import Page, PageViewRestriction as R;"
        "R.objects.create(page=Page.objects.get(slug='privacy'), restriction_type='login');"
        "draft = Page.objects.get(slug='leaving-this-site').specific; draft.title = 'A draft of words';"
        "draft.save_revision();"
        "from wagtail.contrib.redirects.models import Redirect;"
        "Redirect.objects.create(old_path='/old', redirect_link='/next/');"
        "Redirect.objects.create(old_path='/older?a=1', redirect_link='/next/b/');"
        "Redirect.objects.create(old_path='/door', redirect_link='/admin/')",
    )
    (tmp_path / "nginx").mkdir()
    with nginx_alone(mirror, tmp_path / "nginx") as url:
        assert (ask(url, PAGE).status, ask(url, PRIVATE).status) == (200, 200)
        export(running, mirror)
        assert (ask(url, PAGE).status, ask(url, PRIVATE).status) == (404, 404)
    after = places(mirror)
    assert not [name for name in after if name.startswith(("about-this-site/", "privacy/"))]
    same = [name for name in after if before.get(name) == after[name]]
    assert {name for name in same if name.startswith("static/")} == {
        name for name in after if name.startswith("static/")
    }
    assert any(name.startswith("media/") for name in same)
    assert not [name for name, body in whole(mirror).items() if b"A draft of words" in body]
    with nginx_alone(mirror, tmp_path / "nginx") as url:
        assert ask(url, "/old")["Location"] == ask(url, "/old/")["Location"] == "/next/"
        assert ask(url, "/older?a=1")["Location"] == "/next/b/"
        assert ask(url, "/door").status == 404


def test_a_killed_export_leaves_the_mirror_before_and_of_two_exports_one_waits(running, tmp_path):
    mirror = tmp_path / "mirror"
    first = start_export(running, mirror)
    eventually(lambda: list(mirror.glob("new-*")))
    second = export(running, mirror)
    assert "Another export is writing this mirror" in second
    assert "Nothing has changed" in second
    assert "addresses" in first.communicate(timeout=60)[0]
    before = whole(mirror)
    process = start_export(running, mirror, "--all")
    eventually(lambda: list(mirror.glob("new-*/files/*")))
    process.kill()
    process.communicate()
    assert whole(mirror) == before
    assert len(list(mirror.glob("new-*"))) == 1
    export(running, mirror, "--all")
    assert {path.name.partition("-")[0] for path in mirror.iterdir()} == {"current", "export", "lock"}
    assert len(list(mirror.iterdir())) == 3


def test_nginx_turns_to_the_mirror_while_the_site_does_not_answer(running, tmp_path):
    mirror, path = tmp_path / "mirror", "/next/b/"
    export(running, mirror)
    (tmp_path / "nginx").mkdir()
    with nginx_with_both(running, mirror, tmp_path / "nginx") as url:
        assert ask(url, "/search/?q=zzyzx").status == 200
        page = ask(running.url, path).body
        os.kill(running.pid, signal.SIGSTOP)
        for worker in everything_below(running.pid):
            os.kill(worker, signal.SIGSTOP)
        try:
            got = ask(url, path)
            assert (got.status, lasting(got.body)) == (200, lasting(page))
            assert got["Content-Security-Policy"] == ask(url, "/")["Content-Security-Policy"]
            assert b"does not work now" in ask(url, "/search/?q=a").body
        finally:
            for worker in everything_below(running.pid):
                os.kill(worker, signal.SIGCONT)


def test_the_schedule_lets_the_mirror_follow_each_change(running, tmp_path):
    mirror = tmp_path / "mirror"
    run(running, f"{ABOUT}; page.save_revision().publish()")
    schedule = subprocess.Popen(
        [sys.executable, "manage.py", "keep_schedule"],
        cwd=PROJECT,
        env=environment(running, MIRROR_DIR=str(mirror)),
    )
    try:
        page = mirror / "current" / "files" / "about-this-site" / "index"
        eventually(page.exists, FOLLOWS_SECONDS)
        run(running, f"{ABOUT}; page.unpublish()")
        eventually(lambda: not page.exists(), FOLLOWS_SECONDS)
        run(running, f"{ABOUT}; page.save_revision().publish()")
        eventually(page.exists, FOLLOWS_SECONDS)
    finally:
        os.kill(schedule.pid, signal.SIGTERM)
        schedule.wait(timeout=20)
