"""Whatever the database does, who asks for a page is answered within seconds, with 999 on it."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.browser.site_process import PROJECT, environment_of, free_port, set_up, web_server

from .asking import Answer, Staff, ask
from .conftest import copy_site
from .postgresql import postgresql
from .process_tree import eventually, settled

# Three, but for slow machines. Without any limit these tests would wait for ever.
SECONDS = 5
TABLE = "/statistics/data.csv"


@pytest.fixture(scope="module")
def database():
    with postgresql() as server:
        yield server


@pytest.fixture(scope="module")
def away(database, tmp_path_factory):
    """A site on PostgreSQL."""
    data_dir = tmp_path_factory.mktemp("away")
    set_up(data_dir, DATABASE_URL=database.url)
    with web_server(data_dir, DATABASE_URL=database.url) as running:
        for path in ("/", TABLE):
            assert ask(running.url, path).status == 200
        yield running


def ask_together(url: str, paths: list[str]) -> list[tuple[Answer, float]]:
    """Ask for all at once; return each answer and after how many seconds it came."""
    found = []

    def one(path: str) -> None:
        started = time.monotonic()
        answer = ask(url, path)
        found.append((answer, time.monotonic() - started))

    threads = [threading.Thread(target=one, args=(path,)) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == len(paths)
    return found


def check_help_is_shown(url: str) -> None:
    """Ask for more pages at once than there are threads."""
    paths = ["/", "/categories/fraud/", "/search/?q=fraud", "/nothing/", TABLE, "/robots.txt"] * 5
    for answer, seconds in ask_together(url, paths):
        assert seconds < SECONDS
        if answer.status != 200:  # the last of the paths needs no database
            assert answer.status == 503
            assert b"tel:999" in answer.body
            assert (answer["Retry-After"], "no-store" in answer["Cache-Control"]) == ("5", True)


def check_all_is_well_again(url: str) -> None:
    deadline = time.monotonic() + 15
    while ask(url, "/").status != 200:
        assert time.monotonic() < deadline, "The site did not come back."
    for answer, _ in ask_together(url, ["/", "/categories/fraud/", TABLE] * 3):
        assert answer.status == 200


@pytest.mark.parametrize("trouble", ["frozen", "deaf", "locked"])
def test_a_database_that_does_not_answer_hides_no_help_and_is_found_again(away, database, trouble):
    stopped = database.locked("wagtailcore_page") if trouble == "locked" else getattr(database, trouble)()
    with stopped:
        check_help_is_shown(away.url)
        check_help_is_shown(away.url)
    check_all_is_well_again(away.url)


def test_editors_who_wait_for_a_lock_keep_no_visitor_waiting(away, database):
    staff = [Staff(away) for _ in range(2)]
    pages: list[int] = []

    def open_admin(one: Staff) -> None:
        pages.append(one.get("/admin/").status)

    with database.locked("wagtailcore_referenceindex"), database.locked("wagtailcore_modellogentry"):
        with database.locked("wagtailusers_userprofile"):
            waiting = [threading.Thread(target=open_admin, args=(one,)) for one in staff]
            for thread in waiting:
                thread.start()
            time.sleep(2)  # longer than any visitor would wait for a lock
            assert ask(away.url, "/").status == 200
        for thread in waiting:
            thread.join()
    assert pages == [200, 200]


def test_a_command_may_take_as_long_as_it_needs_and_a_visitor_may_not(away, database):
    code = """
from django.db import connection
from portal.databases import roles
for role in (None, roles.STAFF, roles.VISITOR):
    if role:
        connection.close()
        roles.take(role)
    with connection.cursor() as cursor:
        for name in ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"):
            cursor.execute(f"SHOW {name}")
            print(cursor.fetchone()[0])
"""
    environment = environment_of(Path(away.data_dir), free_port()) | {"DATABASE_URL": database.url}
    done = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", code],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.stdout.split() == ["0", "0", "0", "1min", "20s", "10min", "10s", "1s", "30s"], done.stderr


@contextmanager
def taken(data_dir):
    """Hold SQLite's database so that nobody can read it; nobody may have it open yet."""
    with closing(sqlite3.connect(data_dir / "db.sqlite3", isolation_level=None)) as database:
        database.execute("PRAGMA locking_mode=EXCLUSIVE")
        database.execute("BEGIN EXCLUSIVE")
        yield
        database.execute("ROLLBACK")


def test_a_locked_file_hides_no_help_either(site, tmp_path):
    copy_site(Path(site.data_dir), tmp_path)
    with web_server(tmp_path) as running:
        _, worker = settled(running)
        os.kill(worker, signal.SIGKILL)  # its connections to the database go with it
        eventually(lambda: not Path(f"/proc/{worker}").exists())
        with taken(tmp_path):
            assert ask(running.url, "/search/?q=fraud").status == 503
            check_help_is_shown(running.url)
        check_all_is_well_again(running.url)
