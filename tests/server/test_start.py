"""A server that starts answers from the disk at once, and the rest as soon as the site is loaded."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.browser.site_process import web_server

from .asking import ask
from .process_tree import children, eventually, settled
from .test_kept_pages import ABOUT, PAGE, run


def slowly(own_site, allowed: Path):
    """Run a server that cannot load the site before the file is there."""
    settings = "tests.server.slow_start.settings"
    return web_server(own_site.data_dir, DJANGO_SETTINGS_MODULE=settings, MAY_BE_LOADED=str(allowed))


def test_help_is_answered_before_the_site_is_loaded_and_the_rest_afterwards(own_site, tmp_path):
    with web_server(own_site.data_dir) as server:
        before = ask(server.url, "/")
    allowed = tmp_path / "allowed"
    with slowly(own_site, allowed) as server, ThreadPoolExecutor(1) as visitor:
        during = ask(server.url, "/")
        assert (during.status, during.body) == (200, before.body)
        search = visitor.submit(ask, server.url, "/search/?q=help")
        assert ask(server.url, "/").status == 200
        assert not search.done()
        [early] = children(server.pid)
        allowed.touch()
        assert search.result().status == 200
        template, _ = settled(server)
        assert template != early
        assert ask(server.url, "/").status == 200


def test_a_page_taken_down_while_no_server_ran_is_not_answered_from_the_disk(own_site, tmp_path):
    with web_server(own_site.data_dir) as server:
        assert ask(server.url, PAGE).status == 200
    run(server, f"{ABOUT}; page.unpublish()")
    allowed = tmp_path / "allowed"
    try:
        allowed.touch()
        with slowly(own_site, allowed) as server:
            assert ask(server.url, PAGE).status == 404
    finally:
        run(server, f"{ABOUT}; page.save_revision().publish()")


def test_told_to_stop_before_the_site_is_loaded_it_stops(own_site, tmp_path):
    with web_server(own_site.data_dir) as server:
        assert ask(server.url, "/").status == 200
    with slowly(own_site, tmp_path / "never") as server:
        [early] = children(server.pid)
    eventually(lambda: not Path(f"/proc/{early}").exists())


def test_pages_from_before_are_made_anew_where_the_site_has_another_address_now(own_site):
    with web_server(own_site.data_dir) as server:
        assert f'href="{server.url}/about-this-site/"'.encode() in ask(server.url, PAGE).body
    with web_server(own_site.data_dir) as server:
        settled(server)
        assert f'href="{server.url}/about-this-site/"'.encode() in ask(server.url, PAGE).body
