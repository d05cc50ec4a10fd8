"""What a page costs behind the lines of docs/serving.md, against nginx that serves a file (`make bench`)."""

import gzip
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import statistics
from tests.browser.site_process import web_server

from .asking import ask
from .nginx import nginx, nginx_before
from .test_page_times import processor_seconds

ROUNDS, SECONDS, CONNECTIONS, LEAST = 5, 3, 16, 85
LINES = "keepalive_requests 1000000; {}"


def answers(url: str, folder: Path, coding: str) -> tuple[float, float]:
    """Return how many answers came in a second, and in a second of nginx's own processor time."""
    pid = int((folder / "nginx.pid").read_text(encoding="utf-8"))
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", f"Accept-Encoding: {coding}", url]
    before = processor_seconds(pid)
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    used = processor_seconds(pid) - before
    assert "Non-2xx" not in said, said
    in_a_second = float(re.search(r"Requests/sec: +([\d.]+)", said)[1])
    return in_a_second, int(re.search(r"(\d+) requests in", said)[1]) / used


@pytest.mark.bench
@pytest.mark.skipif(shutil.which("wrk") is None, reason="wrk is missing")
@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_a_page_that_nginx_keeps_costs_little_more_than_a_file(own_site, tmp_path, capsys, coding):
    of_files, of_pages = tmp_path / "files", tmp_path / "pages"
    of_files.mkdir()
    of_pages.mkdir()
    lines = LINES.format(f"root {of_files}; gzip_static on; types {{ text/html html; }}")
    with (
        web_server(own_site.data_dir) as server,
        nginx_before(server.url, own_site.data_dir, of_pages, LINES.format("")) as before,
        nginx(of_files, lines) as files,
    ):
        page = ask(server.url, "/").body
        (of_files / "index.html").write_bytes(page)
        (of_files / "index.html.gz").write_bytes(gzip.compress(page))
        pairs = [
            (answers(f"{files}/", of_files, coding), answers(f"{before}/", of_pages, coding))
            for _ in range(ROUNDS)
        ]
    shares = [[100 * ours[way] / theirs[way] for theirs, ours in pairs] for way in (0, 1)]
    with capsys.disabled():
        for words, found in zip(("a second", "a second of processor time"), shares, strict=True):
            print(f"\n{coding}, {words}: {', '.join(f'{one:.0f}' for one in found)} % of nginx's own")
    assert statistics.median(shares[1]) >= LEAST
