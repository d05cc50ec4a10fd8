"""Where Chromium is, and how it is started so that it talks to nobody but the site."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from .site_process import PROJECT

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class ChromiumMissingError(RuntimeError):
    """No Chromium or Chrome was found; the message says how to get one."""


def chromium_path() -> str:
    """Return the path of the installed Chromium or Chrome.

    Raises:
        ChromiumMissingError: with what to install, in the words of bin/find-chromium.
    """
    found = subprocess.run([PROJECT / "bin" / "find-chromium"], capture_output=True, text=True)
    if found.returncode:
        raise ChromiumMissingError(found.stderr.strip())
    return found.stdout.strip()


def launch_options() -> dict:
    """Return what Playwright needs to start it."""
    return {"executable_path": chromium_path(), "args": ARGUMENTS}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a browser for a command outside the tests."""
    options = launch_options()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**options)
        try:
            yield browser
        finally:
            browser.close()
