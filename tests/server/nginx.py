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
    server {{
        listen 127.0.0.1:{port};
        {locations}
    }}
}}
"""


def documented_lines(site_url: str, data_dir: Path) -> str:
    """Return the lines of docs/serving.md for a site at the address with its data in the folder."""
    lines = re.search(r"```nginx\n(.*?)```", (PROJECT / "docs/serving.md").read_text(), re.DOTALL)[1]
    assert lines.count("http://127.0.0.1:8000;") == lines.count("/srv/portal/var/") == 1
    return lines.replace("http://127.0.0.1:8000", site_url).replace("/srv/portal/var", str(data_dir))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def nginx(folder: Path, locations: str) -> Iterator[str]:
    """Yield the address of an nginx with these locations; without nginx, fail and say how to get it."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        pytest.fail("nginx is missing. Install it with `apt-get install nginx-light`.", pytrace=False)
    port = _free_port()
    user = "user root;" if os.getuid() == 0 else ""
    path = folder / "nginx.conf"
    path.write_text(CONFIGURATION.format(folder=folder, port=port, locations=locations, user=user))
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
