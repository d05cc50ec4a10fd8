"""Runs nginx with a configuration of its own, and ends it."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.browser.site_process import PROJECT

CONFIGURATION = """
daemon off;
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {around}
    server {{
        listen 127.0.0.1:{port};
        {locations}
    }}
}}
"""


class Lines(NamedTuple):
    """Lines of a configuration: inside a ``server`` block, and around it."""

    inside: str
    around: str = ""


def documented_lines(site_url: str, data_dir: Path) -> Lines:
    """Return the lines of docs/serving.md for a site at the address with its data in the folder."""
    text = (PROJECT / "docs/serving.md").read_text(encoding="utf-8")
    around, inside = re.findall(r"```nginx\n(.*?)```", text, re.DOTALL)[:2]
    assert inside.count("http://127.0.0.1:8000;") == 3
    assert (inside.count("/srv/portal/var/"), around.count("/run/portal-pages ")) == (1, 1)
    inside = inside.replace("http://127.0.0.1:8000", site_url).replace("/srv/portal/var", str(data_dir))
    return Lines(inside, around.replace("/run/portal-pages", f"{data_dir}/nginx-pages"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def nginx(folder: Path, locations: str, around: str = "") -> Iterator[str]:
    """Yield the address of an nginx with these locations; without nginx, fail and say how to get it.

    ``around`` is what stands beside its ``server`` block.
    """
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        pytest.fail("nginx is missing. Install it with `apt-get install nginx-light`.", pytrace=False)
    port = _free_port()
    user = "user root;" if os.getuid() == 0 else ""
    path = folder / "nginx.conf"
    whole = CONFIGURATION.format(folder=folder, port=port, locations=locations, around=around, user=user)
    path.write_text(whole, encoding="utf-8")
    server = subprocess.Popen([program, "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(path)])
    try:
        _wait_for(port, folder, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=10)


def _wait_for(port: int, folder: Path, server: subprocess.Popen) -> None:
    for _ in range(100):
        if server.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"nginx did not start:\n{(folder / 'error.log').read_text()}", pytrace=False)


@contextmanager
def nginx_before(site_url: str, data_dir: Path, folder: Path, more: str = "") -> Iterator[str]:
    """Yield the address of an nginx with the lines of docs/serving.md, and more, before a site."""
    lines = documented_lines(site_url, data_dir)
    with nginx(folder, more + lines.inside, lines.around) as address:
        yield address
