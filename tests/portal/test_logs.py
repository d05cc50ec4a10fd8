"""No log line tells of a visitor. tests/browser/test_logs.py reads the log of a running site."""

import logging
import re

import pytest
from django.conf import settings
from django.test import Client, RequestFactory

from portal.logs import WithoutVisitorFormatter
from portal.serving.__main__ import server

VISITOR = {
    "REMOTE_ADDR": "203.0.113.77",
    "HTTP_X_FORWARDED_FOR": "198.51.100.7, 2001:db8::7",
    "HTTP_USER_AGENT": "OldPhone/1.0 (Marker)",
    "HTTP_REFERER": "https://elsewhere.example/came-from",
}
TELLING = (
    "203.0.113.77",
    "198.51.100.7",
    "2001:db8::7",
    "OldPhone",
    "came-from",
    "my secret",
    "secret",
    "wörter",
)


def written(message: str, error: str) -> str:
    """Return the line that is logged for a request that failed with ``error``."""
    request = RequestFactory().get("/search/", {"q": "my secret wörter", "page": "2"}, **VISITOR)
    try:
        raise ValueError(error)
    except ValueError as fault:
        record = logging.LogRecord(
            "django.request",
            logging.ERROR,
            __file__,
            1,
            message,
            (),
            (type(fault), fault, fault.__traceback__),
        )
    record.request = request
    return WithoutVisitorFormatter("{message}", style="{").format(record)


@pytest.mark.parametrize("told", ["my secret wörter", "q=my+secret+w%C3%B6rter&page=2", *VISITOR.values()])
def test_a_fault_that_repeats_what_the_visitor_sent_is_logged_without_it(told):
    line = written(f"Internal Server Error: /search/ {told}", f"near “{told}”: no such word")
    assert line.startswith("Internal Server Error: /search/ [removed]")
    assert "no such word" in line
    assert [word for word in TELLING if word in line] == []


def test_one_word_of_a_search_is_taken_out_too_but_no_part_of_another_word():
    line = written("Internal Server Error: /search/", "syntax error near SECRET in secretary")
    assert "syntax error near [removed] in secretary" in line


def test_where_in_the_code_it_happened_is_still_told():
    line = written("Internal Server Error: /search/", "broken")
    assert "Traceback" in line
    assert "test_logs.py" in line
    assert "ValueError: broken" in line


def test_a_line_that_belongs_to_no_request_is_written_as_it_is():
    record = logging.LogRecord(
        "portal", logging.ERROR, __file__, 1, "Renditions of %s failed", ("hero",), None
    )
    assert WithoutVisitorFormatter("{message}", style="{").format(record) == "Renditions of hero failed"


def test_every_handler_writes_without_the_visitor_and_none_mails_the_request():
    assert {one["()"] for one in settings.LOGGING["formatters"].values()} == {
        "portal.logs.WithoutVisitorFormatter"
    }
    assert all(handler["formatter"] == "plain" for handler in settings.LOGGING["handlers"].values())
    for name in ("django", "django.request", "django.server", "django.security"):
        handlers = [type(handler).__module__ for handler in logging.getLogger(name).handlers]
        assert [module for module in handlers if not module.startswith("_pytest")] == [], name
    assert not logging.getLogger("django.server").isEnabledFor(logging.ERROR)


@pytest.mark.django_db
def test_a_page_that_breaks_is_logged_with_its_path_alone(monkeypatch, capfd):
    def broken(*args, **kwargs):
        raise RuntimeError(f"no word like {args}")

    monkeypatch.setattr("portal.search.views.search_pages", broken)
    handler = logging.StreamHandler()
    handler.setFormatter(WithoutVisitorFormatter("{message}", style="{"))
    logger = logging.getLogger("django.request")
    logger.addHandler(handler)
    try:
        Client(raise_request_exception=False).get("/search/", {"q": "my secret wörter"}, **VISITOR)
    finally:
        logger.removeHandler(handler)
    line = capfd.readouterr().err
    assert "Internal Server Error: /search/" in line
    assert [word for word in TELLING if word in line] == []


def test_the_access_log_that_an_owner_may_turn_on_holds_nothing_of_a_visitor(monkeypatch):
    monkeypatch.delenv("ACCESS_LOG", raising=False)
    assert not server().log_access
    monkeypatch.setenv("ACCESS_LOG", "1")
    assert server().log_access
    fields = re.findall(r"%\((.*?)\)", server().log_access_format)
    assert set(fields) == {"time", "method", "status", "dt_ms"}
