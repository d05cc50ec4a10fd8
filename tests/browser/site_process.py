"""Runs the site as `make run` does, in a data folder and on a port of its own."""

import fcntl
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from .kept_site import set_up_or_copy

PROJECT = Path(__file__).resolve().parents[2]
PASSWORD = "browser-tests-only-1234"
START_SECONDS = 60
# What the tests' own settings put into the environment; the site must not inherit it.
NOT_INHERITED = ("SECRET_KEY", "BASE_URL", "ALLOWED_HOSTS", "DATABASE_URL", "EMAIL_URL", "DEBUG")


class SiteFailedError(RuntimeError):
    """The site did not start; the message holds what it wrote."""


@dataclass(frozen=True)
class RunningSite:
    """A site that answers at ``url``; ``admin`` and ``editor`` sign in with ``password``.

    ``log`` names the file that holds what the server wrote, ``data_dir`` the folder of its data.
    """

    url: str
    password: str = PASSWORD
    log: str = ""
    data_dir: str = ""
    pid: int = 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment_of(data_dir: Path, port: int) -> dict[str, str]:
    """Return the variables of a site in the folder."""
    kept = {name: value for name, value in os.environ.items() if name not in NOT_INHERITED}
    return {
        **kept,
        "DJANGO_SETTINGS_MODULE": "portal.settings.local",
        "DATA_DIR": str(data_dir),
        "PORT": str(port),
        "ADMIN_PASSWORD": PASSWORD,
    }


def set_up(data_dir: Path, **environment: str) -> None:
    """Fill the folder with a site's data, as `manage.py set_up` does now or did in an earlier run."""
    whole = {**environment_of(data_dir, free_port()), **environment}
    set_up_or_copy(data_dir, lambda: _set_up(whole), environment.get("DATABASE_URL", ""))


def _set_up(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "set_up"], cwd=PROJECT, env=environment, capture_output=True, text=True
    )
    if done.returncode:
        raise SiteFailedError(f"`manage.py set_up` failed:\n{done.stdout}\n{done.stderr}")


def _serve(environment: dict[str, str], log) -> subprocess.Popen:
    """Start the server of `make run`, without its schedule."""
    return subprocess.Popen(["bin/web"], cwd=PROJECT, env=environment, stdout=log, stderr=subprocess.STDOUT)


def _wait_for(url: str, server: subprocess.Popen, log_path: Path) -> None:
    """Wait until the home page answers 200.

    Raises:
        SiteFailedError: when the server ends or does not answer in time.
    """
    answer = "nothing"
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=10):
                return
        except urllib.error.HTTPError as error:
            answer = f"status {error.code}"
        except OSError as error:
            answer = str(error)
        time.sleep(0.2)
    raise SiteFailedError(f"{url} answered {answer}. The server wrote:\n{log_path.read_text()}")


@contextmanager
def web_server(data_dir: Path, **environment: str) -> Iterator[RunningSite]:
    """Serve the site that lies in ``data_dir``, and end the server (and only it) at the end."""
    port = free_port()
    log_path = data_dir / "server.log"
    with log_path.open("w") as log:
        server = _serve({**environment_of(data_dir, port), **environment}, log)
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_for(f"{url}/", server, log_path)
            yield RunningSite(url, log=str(log_path), data_dir=str(data_dir), pid=server.pid)
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


@contextmanager
def running_site(data_dir: Path) -> Iterator[RunningSite]:
    """Set a site up in ``data_dir`` and serve it."""
    data_dir.mkdir(exist_ok=True)
    set_up(data_dir)
    with web_server(data_dir) as site:
        yield site


def folder_of_all_workers(tmp_path_factory, worker_id: str) -> Path:
    """Return the folder that test workers share."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "browser-site"
    folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def shared_site(folder: Path) -> Iterator[RunningSite]:
    """Join the site that another test worker runs in ``folder``, or run it for all of them.

    Who started it waits at the end until the others have left. Locks, unlike a count, are given
    back even by a worker that crashes.
    """
    note = folder / "site.json"
    with (folder / "door").open("w") as door, (folder / "guests").open("w") as guests:
        fcntl.flock(door, fcntl.LOCK_EX)
        if note.exists():
            fcntl.flock(guests, fcntl.LOCK_SH)
            fcntl.flock(door, fcntl.LOCK_UN)
            yield RunningSite(**json.loads(note.read_text()))
            return
        with running_site(folder / "data") as site:
            note.write_text(json.dumps(asdict(site)))
            fcntl.flock(door, fcntl.LOCK_UN)
            try:
                yield site
            finally:
                fcntl.flock(door, fcntl.LOCK_EX)
                note.unlink()
                fcntl.flock(guests, fcntl.LOCK_EX)


@contextmanager
def temporary_site() -> Iterator[RunningSite]:
    """Run a fresh site for a command such as `python -m tests.browser.check_html`."""
    with tempfile.TemporaryDirectory(prefix="portal-site-") as folder, running_site(Path(folder)) as site:
        yield site
