"""What requests cost the application, in its own process: `python -m tests.server.costs TIMES ADDRESS …`.

The environment says of which site. Nothing that is kept around the application is asked.
"""

import sys
import time

from django.conf import settings
from django.test import RequestFactory

import statistics
from portal.wsgi import application


def milliseconds(path: str) -> float:
    """Return the processor time of a visitor's request until its first byte could be sent."""
    environ = RequestFactory(headers={"host": settings.ALLOWED_HOSTS[0]}).get(path).environ
    statuses: list[str] = []
    before = time.process_time()
    answer = application(environ, lambda status, headers: statuses.append(status))
    used = time.process_time() - before
    answer.close()
    assert statuses[0].startswith("200"), (path, statuses)
    return used * 1000


def main(times: int, addresses: list[str]) -> None:
    """Print each address and the median of its requests, which take turns with those of the others."""
    for address in addresses * 5:
        milliseconds(address)
    found: dict[str, list[float]] = {address: [] for address in addresses}
    for _ in range(times):
        for address, costs in found.items():
            costs.append(milliseconds(address))
    for address, costs in found.items():
        print(address, f"{statistics.median(costs):.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
