"""Runs Lighthouse, with its settings for a phone, on one page of a running site."""

import json
import os
import subprocess
from dataclasses import dataclass

from .chromium import ARGUMENTS, chromium_path
from .tools import npm_package, program

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# Audits of these kinds only inform; they take nothing from a score.
NO_SCORE = {"notApplicable", "manual", "informative"}


@dataclass(frozen=True)
class Report:
    """The four scores (0 to 100), and for each audit that costs points what it found."""

    scores: list[int]
    faults: list[str]
    timings: dict[str, str]


def _run(address: str) -> dict:
    script = npm_package("lighthouse") / "cli" / "index.js"
    flags = " ".join(["--headless=new", "--disable-dev-shm-usage", "--disable-extensions", *ARGUMENTS])
    done = subprocess.run(
        [
            program("node", "nodejs"),
            script,
            address,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={flags}",
        ],
        env={**os.environ, "CHROME_PATH": chromium_path()},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def _faults(result: dict) -> list[str]:
    """Return the audits that take points away, with the first elements they name."""
    found = []
    for category in result["categories"].values():
        for reference in category["auditRefs"]:
            audit = result["audits"][reference["id"]]
            if not reference["weight"] or audit["scoreDisplayMode"] in NO_SCORE:
                continue
            if audit["score"] is None or audit["score"] < 1:
                items = audit.get("details", {}).get("items", [])[:3]
                shown = [item.get("node", {}).get("snippet") or item.get("url", "") for item in items]
                value = audit.get("displayValue") or audit.get("errorMessage", "")
                found.append(f"{audit['id']} ({audit['score']}) {value} {' '.join(shown)}".strip())
    return found


def lighthouse(address: str) -> Report:
    """Measure the page at the address."""
    result = _run(address)
    names = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")
    return Report(
        scores=[round(100 * (result["categories"][name]["score"] or 0)) for name in CATEGORIES],
        faults=_faults(result),
        timings={name: result["audits"][name].get("displayValue", "") for name in names},
    )
