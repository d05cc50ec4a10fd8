"""What a page costs the application where nothing is kept around it, in processor time (`make bench`).

The costs of two states of the code are compared by running the command below in each, turn about.
"""

import subprocess
import sys

import pytest

from tests.browser.site_process import PROJECT, environment_of, free_port

from .conftest import DOWNLOAD

TIMES = "200"
PAGES = (
    "/",
    "/statistics/sexual-threat-2020/",
    "/categories/child-sexual-abuse/",
    "/what-you-can-do/",
    DOWNLOAD.removesuffix("download/"),
)


def costs_of(data_dir, addresses) -> dict[str, float]:
    """Return the median of each address in milliseconds."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.server.costs", TIMES, *addresses],
        cwd=PROJECT,
        env=environment_of(data_dir, free_port()),
        capture_output=True,
        text=True,
        check=True,
    )
    return {address: float(cost) for address, cost in (line.split() for line in done.stdout.splitlines())}


@pytest.mark.bench
def test_a_download_begins_after_two_milliseconds_of_work(own_site, capsys):
    found = costs_of(own_site.data_dir, [*PAGES, DOWNLOAD])
    with capsys.disabled():
        for address, cost in found.items():
            print(f"\n{cost:6.2f} ms {address}", end="")
    assert found[DOWNLOAD] <= 2
