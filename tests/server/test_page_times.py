"""What a kept page costs, against nginx that serves the same bytes from a file (`make bench`)."""

import gzip
import os
import re
import selectors
import socket
import urllib.parse
from pathlib import Path

import pytest

import statistics
from tests.browser.site_process import web_server

from .asking import ask
from .nginx import nginx
from .process_tree import children

ROUNDS, REQUESTS, CONNECTIONS = 5, 6_000, 16
# What is asked for, and how much of nginx's speed from one core it reaches at least, in per cent.
WAYS = {"as it is": ("identity", 45), "gzip": ("gzip", 55), "304": ("identity", 55)}


def everything_below(pid: int) -> list[int]:
    return [pid, *(below for child in children(pid) for below in everything_below(child))]


def processor_seconds(pid: int) -> float:
    """Return what the process and all below it have used."""
    used = 0
    for one in everything_below(pid):
        fields = Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
        used += int(fields[11]) + int(fields[12])
    return used / os.sysconf("SC_CLK_TCK")


def ask_often(url: str, head: bytes, length: int) -> None:
    """Send so many requests over connections that stay, each after the answer to the one before."""
    address = urllib.parse.urlsplit(url)
    with selectors.DefaultSelector() as selector:
        left, waiting = REQUESTS, 0
        for _ in range(CONNECTIONS):
            connection = socket.create_connection((address.hostname, address.port))
            connection.sendall(head)
            selector.register(connection, selectors.EVENT_READ, [0])
            waiting += 1
        while waiting:
            for key, _ in selector.select(10):
                key.data[0] += len(key.fileobj.recv(1 << 20))
                if key.data[0] < length:
                    continue
                assert key.data[0] == length, "An answer of another length came."
                left, key.data[0] = left - 1, 0
                if left >= CONNECTIONS:
                    key.fileobj.sendall(head)
                else:
                    selector.unregister(key.fileobj)
                    key.fileobj.close()
                    waiting -= 1


def microseconds(url: str, pid: int, **headers: str) -> float:
    """Return the processor time of one request."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    head = f"GET / HTTP/1.1\r\nHost: {urllib.parse.urlsplit(url).netloc}\r\n{lines}\r\n".encode()
    with socket.create_connection(
        (urllib.parse.urlsplit(url).hostname, urllib.parse.urlsplit(url).port)
    ) as one:
        one.sendall(head)
        received = b""
        while b"\r\n\r\n" not in received:
            received += one.recv(1 << 20)
        start, _, _ = received.partition(b"\r\n\r\n")
        body = re.search(rb"content-length: (\d+)", start, re.IGNORECASE)
        length = len(start) + 4 + (int(body[1]) if body and b" 304 " not in start else 0)
    before = processor_seconds(pid)
    ask_often(url, head, length)
    return (processor_seconds(pid) - before) / REQUESTS * 1e6


@pytest.mark.bench
def test_a_kept_page_costs_little_more_than_a_file(own_site, tmp_path, capsys):
    found: dict[str, list[float]] = {way: [] for way in WAYS}
    with web_server(own_site.data_dir) as ours:
        page = ask(ours.url, "/").body
        (tmp_path / "html").mkdir()
        (tmp_path / "html" / "index.html").write_bytes(page)
        (tmp_path / "html" / "index.html.gz").write_bytes(gzip.compress(page))
        lines = (
            f"keepalive_requests 1000000; root {tmp_path}/html; gzip_static on; types {{ text/html html; }}"
        )
        with nginx(tmp_path, lines) as file_server:
            own_pid = int((tmp_path / "nginx.pid").read_text())
            for _ in range(ROUNDS):
                for way, (coding, _) in WAYS.items():
                    costs = []
                    for url, pid in ((file_server, own_pid), (ours.url, ours.pid)):
                        headers = {"Accept-Encoding": coding}
                        if way == "304":
                            headers["If-None-Match"] = ask(url, "/", accept_encoding=coding)["ETag"]
                        costs.append(microseconds(url, pid, **headers))
                    found[way].append(100 * costs[0] / costs[1])
    with capsys.disabled():
        for way, shares in found.items():
            print(f"\n{way}: {', '.join(f'{one:.0f}' for one in shares)} % of nginx's speed from one core")
    for way, (_, least) in WAYS.items():
        assert statistics.median(found[way]) >= least, way
