"""What downloads cost: the pages beside them, memory, and speed against nginx (`make bench`)."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

import statistics
from tests.browser.site_process import PROJECT, web_server

from .asking import ask
from .conftest import DOWNLOAD
from .nginx import nginx_before

PAGE = "/publications/"
CLIENTS, PACE, ROUNDS = 200, 50_000, 5


def _load(*arguments: str) -> subprocess.Popen:
    command = [sys.executable, "-m", "tests.server.load", *arguments]
    return subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True)


def _p99_ms(url: str, times: int = 200) -> float:
    def once() -> float:
        start = time.perf_counter()
        assert ask(url, PAGE).status == 200
        return (time.perf_counter() - start) * 1000

    return statistics.quantiles((once() for _ in range(times)), n=100)[98]


def _megabytes(pid: int) -> float:
    """Return the resident memory of the process and all below it."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    own = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return own + sum(_megabytes(int(child)) for child in children)


@pytest.mark.bench
def test_two_hundred_slow_readers_harm_no_page_and_take_half_a_megabyte_each(own_site, capsys):
    idle, loaded, memory = [], [], []
    with web_server(own_site.data_dir) as server:
        _p99_ms(server.url)
        for _ in range(ROUNDS):
            idle.append(_p99_ms(server.url))
            before = _megabytes(server.pid)
            readers = _load("slow", server.url + DOWNLOAD, str(CLIENTS), str(PACE))
            try:
                readers.stdout.readline()
                time.sleep(3)
                loaded.append(_p99_ms(server.url))
                memory.append((_megabytes(server.pid) - before) / CLIENTS)
            finally:
                readers.kill()
                readers.wait()
                time.sleep(1)
    with capsys.disabled():
        print(f"\npage p99, idle: {_list(idle)} ms; beside {CLIENTS} readers: {_list(loaded)} ms")
        print(f"memory a reader: {_list(memory)} MB (first round from a fresh process)")
    assert statistics.median(loaded) <= 1.5 * statistics.median(idle) + 5
    assert max(memory) <= 0.5


@pytest.mark.bench
def test_a_file_is_sent_as_quickly_as_by_nginx(own_site, tmp_path, capsys):
    """nginx alone asks nobody whether the file may be had, so it is compared from the first byte on."""
    speeds = {"ours": [], "nginx": [], "nginx before the site": []}
    bare = f"location /file/ {{ alias {own_site.file.parent}/; }}"
    with (
        web_server(own_site.data_dir) as server,
        web_server(own_site.data_dir, X_ACCEL_PREFIX="/_documents") as asked,
        nginx_before(asked.url, own_site.data_dir, tmp_path, bare) as other,
    ):
        addresses = (server.url + DOWNLOAD, f"{other}/file/{own_site.file.name}", other + DOWNLOAD)
        for _ in range(ROUNDS):
            for name, address in zip(speeds, addresses, strict=True):
                output, _ = _load("fast", address, "20").communicate(timeout=120)
                speeds[name].append([float(number) for number in output.split()])
    with capsys.disabled():
        for name, found in speeds.items():
            whole, sending = zip(*found, strict=True)
            print(f"\n{name}: {_list(whole)} MB/s; from the first byte on {_list(sending)} MB/s")
    whole, sending = (
        {name: statistics.median(one[i] for one in speeds[name]) for name in speeds} for i in (0, 1)
    )
    assert sending["ours"] >= 0.9 * sending["nginx"]
    assert whole["ours"] >= 0.9 * whole["nginx before the site"]


def _list(numbers: list[float]) -> str:
    return ", ".join(f"{number:.2f}" for number in numbers)
