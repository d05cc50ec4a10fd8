"""`statistics` is an app here and a module of Python's own: each must find the other."""

import os
import pickle
import re
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

import statistics

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
USE_BOTH = (
    "from statistics import fmean, models; assert fmean([1, 3]) == 2; print(models.StatisticPage.__name__)"
)


def run(*command, folder=ROOT) -> str:
    """Run a command as a user would, and return what it printed."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.test"}
    environment.pop("PYTHONPATH", None)
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_standard_functions_work_beside_the_app():
    assert statistics.fmean([1, 2, 6]) == 3
    assert statistics.pstdev([1, 1]) == 0
    normal = pickle.loads(pickle.dumps(statistics.NormalDist(5, 2)))
    assert (normal.mean, normal.stdev) == (5, 2)
    assert {"fmean", "NormalDist", "quantiles"} <= set(statistics.__all__)


def test_manage_py_finds_both():
    assert (
        run(sys.executable, "manage.py", "shell", "--no-imports", "-c", USE_BOTH).strip() == "StatisticPage"
    )


@pytest.mark.parametrize(
    "start", [[str(BIN / "pytest")], [sys.executable, "-m", "pytest"]], ids=["plain", "-m"]
)
def test_pytest_finds_both_even_where_a_plugin_imported_the_standard_module_first(start):
    printed = run(*start, "-q", "-p", "statistics", "tests/statistics/numbers/test_wording.py")
    assert re.search(r"\d+ passed", printed)


def test_the_app_is_found_where_the_standard_module_was_imported_first():
    code = (
        "import statistics, sys; assert not hasattr(statistics, '__path__')\n"
        f"sys.path.insert(0, {str(ROOT)!r}); import portal.wsgi\n{USE_BOTH}"
    )
    assert run(sys.executable, "-c", code, folder="/").strip() == "StatisticPage"


def test_the_production_server_finds_both():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.test"}
    command = [BIN / "granian", "--interface", "rsgi", "--port", str(port), "--no-ws"]
    server = subprocess.Popen(
        [*command, "portal.rsgi:application"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )
    try:
        assert "Sitemap:" in answer(f"http://127.0.0.1:{port}/robots.txt")
    finally:
        server.terminate()
        server.wait(20)


def answer(url: str) -> str:
    """Return what the address answers, once the server is there."""
    for _ in range(240):
        with suppress(OSError), urllib.request.urlopen(url, timeout=10) as response:
            return response.read().decode()
        time.sleep(0.25)
    raise AssertionError("The server did not start within a minute.")
