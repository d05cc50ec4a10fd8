"""Measures one page of every page type: `make measure`.

Prints what a first visit on a phone transfers, and Lighthouse's four scores with whatever keeps
them from 100. Runs a fresh site, or with an address as argument looks at the one that runs there.
"""

import subprocess
import sys
from contextlib import nullcontext

from .addresses import ONE_OF_EACH, PAGE_TYPES
from .chromium import ChromiumMissingError, chromium
from .lighthouse import lighthouse
from .site_process import RunningSite, SiteFailedError, temporary_site
from .tools import ToolMissingError
from .weight import first_visit


def print_weights(site: RunningSite) -> None:
    """Print what a first visit transfers, in bytes with headers."""
    print(f"{'page':<55} {'all':>7} {'req':>4} {'html':>6} {'css':>6} {'js':>6} {'shift':>6}")
    with chromium() as browser:
        for path in ONE_OF_EACH:
            visit = first_visit(browser, site.url + path)
            parts = [visit.bytes.get(kind, 0) for kind in ("Document", "Stylesheet", "Script")]
            sizes = " ".join(f"{size:>6}" for size in parts)
            print(f"{path:<55} {visit.total:>7} {visit.requests:>4} {sizes} {visit.shift:>6.3f}", flush=True)


def print_scores(site: RunningSite) -> None:
    """Print Lighthouse's scores: performance, accessibility, best practices, search engines."""
    print(f"\n{'page':<55} Lighthouse: performance, accessibility, best practices, SEO")
    for path in PAGE_TYPES.values():
        report = lighthouse(site.url + path)
        times = ", ".join(report.timings.values()).replace("\xa0", " ")
        print(f"{path:<55} {' '.join(f'{score:>3}' for score in report.scores)}   ({times})", flush=True)
        for fault in report.faults:
            print(f"    {fault}", flush=True)


def main() -> int:
    """Measure, and return the status to end with."""
    given = sys.argv[1:]
    try:
        with nullcontext(RunningSite(given[0].rstrip("/"))) if given else temporary_site() as site:
            print_weights(site)
            print_scores(site)
    except (ChromiumMissingError, ToolMissingError, SiteFailedError) as error:
        print(error, file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        print(f"Lighthouse failed:\n{error.stderr}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
