"""What the browser tests stand on: a real Chromium, and the site run as a user runs it.

They never touch the database of the other tests. One site serves all workers of pytest-xdist.
"""

import os
from pathlib import Path

import pytest

from .chromium import ChromiumMissingError, launch_options
from .font_sets import USUAL, FontsMissingError, check_fonts, environment
from .site_process import folder_of_all_workers, shared_site

HERE = Path(__file__).parent
# Playwright keeps an event loop in this process, which Django takes for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items):
    """Mark every test of this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory, worker_id):
    """The running site. Only test_editor_journey.py may change what visitors see, and only one figure."""
    with shared_site(folder_of_all_workers(tmp_path_factory, worker_id)) as running:
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


@pytest.fixture(scope="session")
def browser_with(launch_browser):
    """Return a function that returns the one browser of this worker that draws with a set of fonts."""
    started = {}

    def browser_of(font_set: str):
        if font_set not in started:
            started[font_set] = launch_browser(env=environment(font_set))
            check_fonts(started[font_set], font_set)
        return started[font_set]

    yield browser_of
    for each in started.values():
        each.close()


@pytest.fixture(scope="session")
def browser(request, browser_with):
    """A browser with the fonts that most visitors have, or with those that a test asks for."""
    try:
        return browser_with(getattr(request, "param", USUAL))
    except FontsMissingError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """Nothing glides or fades, so that tests see the end of each movement at once."""
    return {**browser_context_args, "reduced_motion": "reduce"}


@pytest.fixture
def page(context):
    """A page of a visitor who has never been here; takes the place of the database tests' `page`."""
    return context.new_page()
