"""What the browser tests stand on: a real Chromium, and the site run as a user runs it.

They never touch the database of the other tests. All of them run on one worker (`--dist loadgroup`),
so that one site serves them all.
"""

import os
from pathlib import Path

import pytest

from .chromium import ChromiumMissingError, launch_options
from .site_process import running_site

HERE = Path(__file__).parent
# Playwright keeps an event loop in this process, which Django takes for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark every test of this folder, and keep them on one worker."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The running site."""
    with running_site(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture(scope="session")
def base_url(site):
    """Let tests write `page.goto("/statistics/")`."""
    return site.url


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Start the installed Chromium; without one, fail and say how to get it."""
    try:
        return {**browser_type_launch_args, **launch_options()}
    except ChromiumMissingError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture
def page(context):
    """A page of a visitor who has never been here; takes the place of the database tests' `page`."""
    return context.new_page()
