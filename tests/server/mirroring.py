"""Makes a mirror of a test's site and lets nginx alone serve it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.site_process import PROJECT, environment_of, free_port

from .nginx import documented_lines, nginx


def environment(site, **more: str) -> dict[str, str]:
    """Return the environment of a site's commands."""
    return {**environment_of(Path(site.data_dir), urlsplit(site.url).port), **more}


def start_export(site, folder: Path, *options: str) -> subprocess.Popen:
    """Start `manage.py export_mirror` for a running site."""
    command = [sys.executable, "manage.py", "export_mirror", str(folder), *options]
    return subprocess.Popen(
        command, cwd=PROJECT, env=environment(site), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def export(site, folder: Path, *options: str) -> str:
    """Return what the command said."""
    process = start_export(site, folder, *options)
    said, complained = process.communicate(timeout=240)
    assert process.returncode == 0, complained
    return said


@contextmanager
def nginx_alone(mirror: Path, folder: Path) -> Iterator[str]:
    """Yield the address of an nginx that has nothing but the mirror."""
    lines = (mirror / "current" / name for name in ("nginx-server.conf", "nginx-http.conf"))
    inside, around = (f"include {path};" for path in lines)
    with nginx(folder, inside, around) as address:
        yield address


@contextmanager
def nginx_with_both(site, mirror: Path, folder: Path) -> Iterator[str]:
    """Yield the address of an nginx with the lines of docs/serving.md and docs/mirror.md."""
    text = (PROJECT / "docs/mirror.md").read_text(encoding="utf-8")
    around, inside = re.findall(r"```nginx\n(.*?)```", text, re.DOTALL)
    port = free_port()
    around, inside = (
        lines.replace("/srv/portal-mirror", str(mirror)).replace("127.0.0.1:8081", f"127.0.0.1:{port}")
        for lines in (around, inside)
    )
    of_the_site = documented_lines(site.url, Path(site.data_dir))
    asking = of_the_site.inside.replace("location / {", "location / {\n    proxy_intercept_errors on;")
    with nginx(folder, asking + inside, around + of_the_site.around) as address:
        yield address
