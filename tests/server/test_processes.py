"""Killed, told to reload or to stop: visitors do not notice, or not for long."""

import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.site_process import PROJECT, environment_of, free_port, web_server

from .asking import ask, hold
from .conftest import DOWNLOAD
from .process_tree import children, commands, eventually, settled

GET = f"GET {DOWNLOAD} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()
PATH = "/robots.txt"
# Five, but for slow machines; before, it was for ever.
BACK_SECONDS = 15


class Visitors:
    """Some who ask again and again, each on a connection of its own or on one that is kept."""

    def __init__(self, url: str, *, keep: bool):
        self.address, self.keep = urlsplit(url).netloc, keep
        self.statuses, self.faults, self.is_over = [], [], threading.Event()
        self.threads = [threading.Thread(target=self._ask_again) for _ in range(4)]

    def _ask_again(self) -> None:
        connection = http.client.HTTPConnection(self.address, timeout=30)
        while not self.is_over.is_set():
            try:
                connection.request("GET", PATH, headers={} if self.keep else {"Connection": "close"})
                response = connection.getresponse()
                response.read()
                self.statuses.append(response.status)
            except (OSError, http.client.HTTPException) as fault:
                self.faults.append(fault)
                connection.close()
            time.sleep(0.02)
        connection.close()

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *fault):
        self.is_over.set()
        for thread in self.threads:
            thread.join()


@pytest.mark.parametrize("keep", [False, True])
def test_no_request_fails_while_the_site_is_loaded_anew(own_site, keep):
    with web_server(own_site.data_dir) as server:
        old, _ = settled(server)
        with Visitors(server.url, keep=keep) as visitors:
            time.sleep(1)
            os.kill(server.pid, signal.SIGHUP)
            eventually(lambda: old not in children(server.pid))
        assert children(server.pid) != [old]
    assert visitors.faults == []
    assert set(visitors.statuses) == {200}


@pytest.mark.parametrize("killed", ["worker", "template", "both"])
def test_the_site_is_back_soon_after_a_kill(own_site, killed):
    with web_server(own_site.data_dir) as server:
        for _ in range(2):
            template, worker = settled(server)
            for pid in {"worker": [worker], "template": [template], "both": [template, worker]}[killed]:
                os.kill(pid, signal.SIGKILL)
            started = time.monotonic()
            eventually(lambda: is_answered(server.url), BACK_SECONDS)
            assert time.monotonic() - started < BACK_SECONDS
            # The site is loaded twice for that, by a first worker and by the new template.
            eventually(
                lambda template=template: killed == "worker" or template not in children(server.pid), 90
            )
            eventually(lambda: [child for one in children(server.pid) for child in children(one)], 90)


def test_a_worker_shares_its_loop_with_no_other_process(own_site):
    """Or it would be woken for the connections of others, also of one that was killed, for ever."""
    with web_server(own_site.data_dir) as server:
        template, worker = settled(server)
        assert "anon_inode:[eventpoll]" in opened(worker)
        assert "anon_inode:[eventpoll]" not in opened(template)


def opened(pid: int) -> set[str]:
    """Return what the process has open."""
    return {os.readlink(link) for link in Path(f"/proc/{pid}/fd").iterdir()}


@pytest.mark.parametrize("first", [signal.SIGKILL, signal.SIGTERM])
def test_all_end_when_all_are_told_to_at_once(own_site, first):
    """Also while a worker is being made in the place of one that was killed."""
    with web_server(own_site.data_dir) as server:
        template, worker = settled(server)
        os.kill(worker, first)
        for pid in (server.pid, template, worker):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGTERM)
        eventually(lambda: is_refused(server.url))
        eventually(lambda: not any(Path(f"/proc/{pid}").exists() for pid in (template, worker)))


def test_a_worker_that_is_slow_to_stop_stops_all_the_same(own_site):
    """Were the socket shut before it looks, it would ask that socket for connections for ever."""
    with web_server(own_site.data_dir) as server:
        template, worker = settled(server)
        os.kill(worker, signal.SIGSTOP)
        os.kill(server.pid, signal.SIGTERM)
        time.sleep(1)
        os.kill(worker, signal.SIGCONT)
        eventually(lambda: not any(Path(f"/proc/{pid}").exists() for pid in (template, worker)))


def test_who_still_sends_when_the_server_is_told_to_stop_again_and_again_gets_an_answer(own_site):
    head = b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 60000\r\n\r\nx"
    with web_server(own_site.data_dir) as server:
        template, worker = settled(server)
        with hold(server.url, head) as sender:
            time.sleep(0.5)
            for _ in range(3):
                for pid in (worker, template, server.pid):
                    os.kill(pid, signal.SIGTERM)
                time.sleep(0.2)
            sender.sendall(b"x" * 59_999)
            assert sender.recv(4096).startswith(b"HTTP/1.1 403")
        eventually(lambda: not any(Path(f"/proc/{pid}").exists() for pid in (template, worker)))


SIGNALS = """
import os, signal, threading, time
from portal.serving.server import Wakeup

wakeup, main = Wakeup(), os.getpid()
signal.signal(signal.SIGTERM, lambda *args: wakeup.set())

def tell():
    for _ in range(20_000):
        os.kill(main, signal.SIGTERM)

threading.Thread(target=tell, daemon=True).start()
until = time.monotonic() + 1
while time.monotonic() < until:
    wakeup.set()
    wakeup.wait()
    wakeup.clear()
"""


def test_the_main_process_is_never_stuck_in_a_signal():
    """A threading.Event is, whose own lock the signal's handler waits for."""
    subprocess.run([sys.executable, "-c", SIGNALS], cwd=PROJECT, timeout=60, check=True)


def is_answered(url: str) -> bool:
    with suppress(OSError, http.client.HTTPException):
        return ask(url, PATH).status == 200
    return False


def is_refused(url: str) -> bool:
    try:
        ask(url, PATH)
    except ConnectionRefusedError:
        return True
    except OSError:  # the queue of a socket that is being closed
        return False
    return False


def test_a_worker_whose_main_process_was_killed_ends_and_frees_the_port(own_site):
    with web_server(own_site.data_dir) as server:
        _, worker = settled(server)
        os.kill(server.pid, signal.SIGKILL)
        eventually(lambda: not Path(f"/proc/{worker}").exists())
        eventually(lambda: is_refused(server.url))


def test_who_reads_when_the_server_is_told_to_stop_gets_the_whole_file(own_site):
    with web_server(own_site.data_dir) as server, hold(server.url, GET, 256 * 1024) as reader:
        received = len(reader.recv(4096))
        os.kill(server.pid, signal.SIGTERM)
        eventually(lambda: not is_answered(server.url))
        while data := reader.recv(65536):
            received += len(data)
    assert received > own_site.file.stat().st_size


@contextmanager
def served(data_dir: Path):
    """Run `bin/serve`; yield it and its address."""
    port = free_port()
    with (data_dir / "serve.log").open("w") as log:
        process = subprocess.Popen(
            ["bin/serve"], cwd=PROJECT, env=environment_of(data_dir, port), stdout=log, stderr=log
        )
        try:
            eventually(lambda: is_answered(f"http://127.0.0.1:{port}"), 60)
            yield process, f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=90)


def test_the_schedule_comes_back_and_all_end_together(own_site):
    with served(own_site.data_dir) as (process, url):
        [schedule] = commands(process.pid, "keep_schedule")
        os.kill(schedule, signal.SIGKILL)
        [after] = eventually(
            lambda: [pid for pid in commands(process.pid, "keep_schedule") if pid != schedule]
        )
        assert is_answered(url)
    assert process.returncode == 0
    eventually(lambda: not Path(f"/proc/{after}").exists())


def test_a_site_that_cannot_be_loaded_ends_with_a_status_that_says_so(own_site):
    environment = environment_of(own_site.data_dir, free_port()) | {
        "LEAVE_URL": "https://not-allowed.example/"
    }
    for command in ("bin/web", "bin/serve"):
        done = subprocess.run([command], cwd=PROJECT, env=environment, capture_output=True, timeout=120)
        assert done.returncode == 1, command
