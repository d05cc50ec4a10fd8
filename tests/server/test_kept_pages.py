"""Pages that are kept: fresh at the first request after any change, and there when the database is not."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from portal.serving.generation import Generation
from tests.browser.site_process import PROJECT, environment_of, free_port, set_up, web_server

from .asking import Staff, ask
from .conftest import copy_site
from .postgresql import postgresql
from .process_tree import eventually

HELP = ("/", "/what-you-can-do/", "/next/", "/next/b/", "/leaving-this-site/")
PAGE = "/about-this-site/"
# Slow machines are; and a page that cannot be made is given up after a while.
SECONDS = 6


def run(site, code: str, **environment: str) -> None:
    """Run code of Django's in a process of its own, as a command or the schedule would."""
    environment = {**environment_of(Path(site.data_dir), free_port()), **environment}
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
    subprocess.run(command, cwd=PROJECT, env=environment, check=True)


ABOUT = (
    "from portal.models import InformationPage; page = InformationPage.objects.get(slug='about-this-site')"
)


def test_what_another_process_changes_is_read_by_the_first_who_asks(server):
    for _ in range(3):
        assert b"Once more" not in ask(server.url, PAGE).body
    run(server, f"{ABOUT}; page.title = 'Once more'; page.save_revision().publish()")
    assert b"Once more" in ask(server.url, PAGE).body
    run(server, f"{ABOUT}; InformationPage.objects.filter(pk=page.pk).update(title='And again')")
    assert b"And again" in ask(server.url, PAGE).body
    run(server, f"{ABOUT}; page.unpublish()")
    assert ask(server.url, PAGE).status == 404
    run(server, f"{ABOUT}; page.save_revision().publish()")
    assert ask(server.url, PAGE).status == 200


def test_what_an_editor_publishes_is_read_by_the_first_who_asks_and_drafts_by_nobody(server):
    staff = Staff(server)
    form = staff.get("/admin/").read()
    assert form
    before = ask(server.url, "/").body
    run(
        server,
        "from portal.models import HomePage; page = HomePage.objects.get();"
        "page.strapline_words = 'draft, words'; page.save_revision()",
    )
    assert ask(server.url, "/").body == before


def test_a_page_comes_in_the_form_that_the_browser_takes_and_says_when_it_is_the_same(server):
    whole = ask(server.url, "/", accept_encoding="br")
    assert whole["Content-Encoding"] == "br"
    assert ask(server.url, "/", accept_encoding="br", if_none_match=whole["ETag"]).status == 304
    assert len(whole.body) < len(ask(server.url, "/", accept_encoding="gzip").body) < 20_000


@pytest.fixture(scope="module")
def away(tmp_path_factory):
    """A site on PostgreSQL, and that server."""
    data_dir = tmp_path_factory.mktemp("kept")
    with postgresql() as database:
        set_up(data_dir, DATABASE_URL=database.url)
        yield data_dir, database


def fresh_everywhere(url: str) -> bool:
    return all(ask(url, path)["Cache-Status"] is None for path in HELP)


def test_help_is_there_while_the_database_is_away_and_after_a_restart_meanwhile(away):
    data_dir, database = away
    kept = data_dir / "pages"
    with web_server(data_dir, DATABASE_URL=database.url) as running:
        eventually(lambda: kept.exists() and len(list(kept.iterdir())) > 38, 120)
        with database.frozen():
            Generation(data_dir / "generation").changed()
            check_help(running.url)
    with database.frozen(), web_server(data_dir, DATABASE_URL=database.url) as again:
        check_help(again.url)
        assert ask(again.url, "/nothing-of-the-kind/").status == 503
    with web_server(data_dir, DATABASE_URL=database.url) as again:
        eventually(lambda: fresh_everywhere(again.url))


def test_pages_are_fresh_again_without_a_hand_once_the_database_is_back(away):
    data_dir, database = away
    with web_server(data_dir, DATABASE_URL=database.url) as running:
        with database.frozen():
            Generation(data_dir / "generation").changed()
            assert "stale" in ask(running.url, "/")["Cache-Status"]
        eventually(lambda: fresh_everywhere(running.url))


def test_what_one_machine_takes_down_is_gone_on_all_that_share_the_database(away, tmp_path):
    data_dir, database = away
    copy_site(data_dir, tmp_path)
    (tmp_path / "generation").unlink()
    on = {"DATABASE_URL": database.url}
    with web_server(data_dir, **on) as one, web_server(tmp_path, **on) as other:
        for site in (one, other):
            assert ask(site.url, PAGE).status == ask(site.url, PAGE).status == 200
        run(one, f"{ABOUT}; page.title = 'Once more'; page.save_revision().publish()", **on)
        eventually(lambda: b"Once more" in ask(other.url, PAGE).body, SECONDS)
        run(one, f"{ABOUT}; page.unpublish()", **on)
        assert ask(one.url, PAGE).status == 404
        eventually(lambda: ask(other.url, PAGE).status == 404, SECONDS)


def check_help(url: str) -> None:
    for path in HELP:
        begun = time.monotonic()
        answer = ask(url, path)
        assert (answer.status, b"tel:999" in answer.body) == (200, True), path
        assert time.monotonic() - begun < SECONDS, path
