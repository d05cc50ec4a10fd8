"""No text can keep a regular expression busy: every pattern of the project, whatever it is given to read."""

import ast
import importlib
import pkgutil
import re
import signal
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import pytest
from django.apps import apps
from django.test import RequestFactory
from django.urls import get_resolver
from wagtail.models import get_page_models

from portal.answering.middleware import MAX_PATH_LENGTH
from portal.pages import BasePage
from tests.portal.text.hostile_texts import hostile
from tests.test_architecture import APPS, ROOT, product_files

LENGTH = 10_000
MOST = 0.05
TRIES = 4
# Functions that make a pattern from data, each with the pattern it makes of something hard.
MADE_OF_DATA = {
    "portal/logs.py:without_visitor": lambda: re.compile(r"(?<!\w)a=b\+c(?!\w)", re.IGNORECASE),
    "portal/search/excerpts.py:_pattern": lambda: importlib.import_module("portal.search.excerpts")._pattern(
        ["companies", "aaaa", "8.3", "it's"]
    ),
}
READERS = {"match", "search", "fullmatch", "sub", "subn", "split", "findall", "finditer"}


def patterns_of_modules() -> Iterator[tuple[str, re.Pattern]]:
    """Yield every pattern that a module of the project, or a class in it, keeps under a name."""
    for app in APPS:
        package = importlib.import_module(app)
        for info in pkgutil.walk_packages(package.__path__, f"{app}."):
            if ".settings" in info.name or ".migrations" in info.name or info.name.endswith(("rsgi", "wsgi")):
                continue
            module = importlib.import_module(info.name)
            holders = [module, *(one for one in vars(module).values() if isinstance(one, type))]
            for holder in holders:
                for name, value in vars(holder).items():
                    if isinstance(value, re.Pattern):
                        yield f"{info.name}.{name}", value


def patterns_of_addresses(resolver=None) -> Iterator[tuple[str, re.Pattern]]:
    """Yield every pattern that a path is compared with before anyone is asked who they are."""
    for entry in (resolver or get_resolver()).url_patterns:
        yield str(entry.pattern), entry.pattern.regex
        if hasattr(entry, "url_patterns"):
            yield from patterns_of_addresses(entry)


def patterns_below_pages() -> Iterator[tuple[str, re.Pattern]]:
    """Yield every pattern that the end of a path below a page is compared with."""
    for model in get_page_models():
        if issubclass(model, BasePage):
            yield from (
                (f"{model.__name__} {url.pattern}", url.pattern.regex) for url in model.get_subpage_urls()
            )


def patterns_of_fields() -> Iterator[tuple[str, re.Pattern]]:
    """Yield the pattern of every validator of the project's own fields."""
    for app in APPS:
        for model in apps.get_app_config(app).get_models():
            for field in model._meta.local_fields:
                for validator in field.validators:
                    if isinstance(found := getattr(validator, "regex", None), re.Pattern):
                        yield f"{model.__name__}.{field.name}", found


@contextmanager
def at_most(seconds: float):
    """Stop what takes longer. Python lets a pattern that is being matched be interrupted."""

    def stop(signum, frame):
        raise TimeoutError

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def seconds_for(pattern: re.Pattern, text: str | bytes) -> float:
    """Return the processor's time for every way of reading the text; the best of some tries."""
    best = float("inf")
    for _ in range(TRIES):
        before = time.thread_time()
        try:
            with at_most(1):
                pattern.fullmatch(text)
                deque(pattern.finditer(text), maxlen=0)
        except TimeoutError:
            return 1.0
        best = min(best, time.thread_time() - before)
        if best < MOST:
            break
    return best


def _once(*sources) -> list:
    """Return each pattern once, with a name."""
    found = {}
    for name, pattern in chain(*sources):
        found.setdefault((pattern.pattern, pattern.flags), pytest.param(pattern, id=name))
    return list(found.values())


@pytest.mark.parametrize(
    "pattern",
    _once(
        patterns_of_modules(), patterns_of_fields(), ((name, make()) for name, make in MADE_OF_DATA.items())
    ),
)
def test_ten_thousand_hostile_characters_keep_no_pattern_busy(pattern):
    is_bytes = isinstance(pattern.pattern, bytes)
    for text in hostile(pattern, LENGTH):
        given = text.encode("latin-1", "replace") if is_bytes else text
        taken = seconds_for(pattern, given)
        assert taken < MOST, f"{taken:.3f} s for {text[:40]!r}…{text[-10:]!r}"


@pytest.mark.parametrize("pattern", _once(patterns_of_addresses(), patterns_below_pages()))
def test_the_longest_path_there_may_be_keeps_no_pattern_of_addresses_busy(pattern):
    """Among them are Django's and Wagtail's own."""
    for text in hostile(pattern, MAX_PATH_LENGTH):
        assert seconds_for(pattern, text) < MOST, f"{text[:40]!r}…{text[-10:]!r}"


@pytest.mark.parametrize("path", ["/" + 3_000 * "a", 1_500 * "/a", "/admin/" + 700 * "a/r"])
def test_a_path_longer_than_any_address_is_refused_before_it_is_looked_up(client, path):
    answer = client.get(path)
    assert answer.status_code == 414
    assert "999" in answer.content.decode()
    assert "Content-Security-Policy" in answer


@pytest.mark.parametrize("pattern", [r"(?:[\w-]+/?)+", r"\w*x\w*", r"\s+$", r"[^>]*>", r"(\d+)\s*\d+x"])
def test_patterns_that_are_slow_for_some_text_are_found_out(pattern):
    slow = re.compile(pattern)
    assert any(seconds_for(slow, text) >= MOST for text in hostile(slow, LENGTH))


def _calls(path: Path) -> Iterator[tuple[str, str, bool]]:
    """Yield each function of ``re`` that a file calls, where, and whether that is inside a function."""
    tree = ast.parse(path.read_text())
    inside = {
        id(node): function.name
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and ast.unparse(called.value) == "re":
            place = inside.get(id(node), "")
            yield called.attr, f"{path.relative_to(ROOT)}:{place}", bool(place)


def test_every_pattern_has_a_name_by_which_it_is_found_here():
    """A pattern written into a call would not be tried: it is compiled under a name of its module."""
    found = [call for path in product_files() for call in _calls(path)]
    assert [place for name, place, _ in found if name in READERS] == []
    assert {place for name, place, is_inside in found if name == "compile" and is_inside} == set(MADE_OF_DATA)


def test_patterns_are_found_in_modules_and_addresses():
    names = {name for name, _ in patterns_of_modules()}
    known = {
        "portal.search.words.WORD",
        "portal.serving.conditions._RANGE",
        "statistics.numbers.reading._NUMBER",
    }
    assert known <= names
    assert len(list(patterns_of_addresses())) > 50
    assert "PublicationPage ^download/(?P<version>[0-9a-f]{16})/$" in dict(patterns_below_pages())


def readers() -> dict:
    """Return what reads a visitor's or editor's text in another way than by one pattern."""
    from portal.logs import without_visitor
    from portal.open_data.problems import shortened
    from portal.search.excerpts import excerpt
    from portal.search.words import words_of
    from portal.serving.conditions import plan_reply
    from publications.reading.spellings import readable, spellings
    from statistics.evidence import stands_in
    from statistics.numbers.reading import numbers_in

    def asked(text):
        return RequestFactory().get("/", {"q": text}, HTTP_X_FORWARDED_FOR=text.replace("\n", " "))

    return {
        "search": words_of,
        "excerpt": lambda text: excerpt(text, words_of(text)),
        "shown again": shortened,
        "log": lambda text: without_visitor(text, asked(text)),
        "range": lambda text: plan_reply(9, '"a"', "", {"Range": f"bytes={text}"}),
        "tags": lambda text: plan_reply(9, '"a"', "", {"If-None-Match": text, "If-Range": text}),
        "index": spellings,
        "text of a page": readable,
        "numbers": numbers_in,
        "words": lambda text: stands_in(text, text),
    }


@pytest.mark.parametrize("name", readers())
@pytest.mark.parametrize(
    "piece", ["a", "1", " ", "a ", "1,", "1.1-", "a.a", 'W/"1", ', "-\n", "=", "<", "%", "\ufb01"]
)
def test_no_reader_of_typed_text_takes_long(name, piece):
    read = readers()[name]
    text = (piece * LENGTH)[:LENGTH]
    read(text)
    before = time.thread_time()
    read(text)
    assert time.thread_time() - before < 10 * MOST


@pytest.mark.django_db
@pytest.mark.parametrize("end", ["data.json", "!", "/data.json/", "?", ""])
def test_an_address_that_is_nearly_a_figures_is_told_at_once_that_it_is_none(client, end):
    address = f"http://testserver/statistics/{'a' * 5_000}{end}"
    before = time.thread_time()
    assert client.get("/oembed/", {"url": address}).status_code == 404
    assert client.get("/oembed/", {"url": f"http://testserver{'/a' * 5_000}{end}"}).status_code == 404
    assert time.thread_time() - before < 1
