"""Setting up: everything the first time, nothing and in silence the second."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from wagtail.models import Page, Revision, Site

from portal.management import is_set_up

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def set_up(db, settings, tmp_path, monkeypatch):
    """Return a function that sets the site up and returns what it printed."""
    monkeypatch.delenv("ADMIN_PASSWORD", raising=False)
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_DIRS = []

    def run() -> str:
        out = StringIO()
        call_command("set_up", stdout=out)
        return out.getvalue()

    return run


def test_the_first_time_prints_the_logins_once_and_the_second_nothing(set_up, client):
    first = set_up()
    assert "shown only this once" in first
    lines = [line.split() for line in first.splitlines() if "password:" in line]
    assert [line[0] for line in lines] == ["admin", "editor"]
    assert client.login(username=lines[1][0], password=lines[1][-1])
    models = (Page, Revision, get_user_model())
    before = [model.objects.count() for model in models]
    assert set_up() == ""
    assert [model.objects.count() for model in models] == before


def test_the_site_gets_the_address_that_visitors_use(set_up, settings):
    settings.DEBUG = True
    settings.BASE_URL = "https://portal.example"
    set_up()
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == ("portal.example", 443)


def test_a_given_password_is_not_printed(set_up, settings, monkeypatch):
    settings.DEBUG = True
    monkeypatch.setenv("ADMIN_PASSWORD", "a-given-password")
    printed = set_up()
    assert "the one in ADMIN_PASSWORD" in printed
    assert "a-given-password" not in printed


NEEDED = {
    "SECRET_KEY": "x" * 60,
    "BASE_URL": "https://portal.example",
    "ALLOWED_HOSTS": "portal.example",
    "DATABASE_URL": "sqlite://:memory:",
}


def start(environment: dict) -> subprocess.CompletedProcess:
    """Start with the production settings, and print what a browser would be told."""
    code = (
        "import portal.settings.production as settings;"
        "print(settings.DEBUG, settings.SECURE_SSL_REDIRECT, settings.SESSION_COOKIE_SECURE)"
    )
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", NEEDED)
def test_production_does_not_start_without_what_it_needs_and_says_what_that_is(missing):
    started = start({name: value for name, value in NEEDED.items() if name != missing})
    assert started.returncode != 0
    assert f"The environment variable {missing} is missing." in started.stderr


def test_production_starts_with_what_it_needs_and_is_closed_to_eavesdroppers():
    assert start(NEEDED).stdout.strip() == "False True True"


@pytest.fixture
def site(tmp_path):
    """A folder as ``set_up`` leaves it, with so much of its database as is looked at; and its environment."""
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / ".collected").touch()
    with closing(sqlite3.connect(tmp_path / "db.sqlite3")) as database:
        database.executescript(
            "PRAGMA journal_mode=WAL; CREATE TABLE auth_user (id); CREATE TABLE portal_homepage (id);"
            "INSERT INTO auth_user VALUES (1); INSERT INTO portal_homepage VALUES (1);"
        )
    return tmp_path, {"DATA_DIR": str(tmp_path), "PORT": "8000"}


def test_what_is_set_up_is_not_set_up_again(site):
    _, environment = site
    assert is_set_up.main([], environment) == 1
    assert is_set_up.main(["--from-now-on"], environment) == 0
    assert is_set_up.main([], environment) == 0


def _without_users(folder, environment):
    with closing(sqlite3.connect(folder / "db.sqlite3")) as database, database:
        database.execute("DELETE FROM auth_user")


def _another_database(folder, environment):
    (folder / "old").write_bytes((folder / "db.sqlite3").read_bytes())
    (folder / "old").rename(folder / "db.sqlite3")


CHANGES = {
    "no database": lambda folder, environment: (folder / "db.sqlite3").unlink(),
    "another database in its place": _another_database,
    "nobody who can sign in": _without_users,
    "no static files": lambda folder, environment: (folder / "static" / ".collected").unlink(),
    "another port": lambda folder, environment: environment.update(PORT="8001"),
    "a database elsewhere": lambda folder, environment: environment.update(DATABASE_URL="postgres://x/y"),
    "other code": lambda folder, environment: (is_set_up.PROJECT / "portal" / "new.py").touch(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_may_need_setting_up_is_set_up_again(site, change, tmp_path, monkeypatch):
    folder, environment = site
    project = tmp_path / "project"
    (project / "portal").mkdir(parents=True)
    for name in ("portal/apps.py", "requirements.txt"):
        (project / name).touch()
    monkeypatch.setattr(is_set_up, "PROJECT", project)
    assert is_set_up.main(["--from-now-on"], environment) == 0
    CHANGES[change](folder, environment)
    assert is_set_up.main([], environment) == 1


def test_wagtails_interface_for_programs_is_not_loaded():
    """It takes a quarter of the start, and no address leads to it."""
    code = (
        "import sys, portal.wsgi, wagtail.admin.urls;"
        "print(*(name for name in sys.modules if name.startswith('wagtail.api.v3')))"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.test"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["wagtail.api.v3.api"]
