"""The page that offers cards, and the file that holds all the help."""

import gzip
import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction

from guidance.models import GuidancePage, HelpRoute
from guidance.text_edition.help_set import MOST_BYTES
from portal.answering.always import always_kept
from tests.factories import make_guidance

from ..answers import audited, body_of, text_of
from .conftest import FOLDER

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("looked_up_today")]
FILE = f"{FOLDER}useful-numbers.html"
ALL = [FOLDER, FILE, *(f"{FOLDER}{kind}-{code}.pdf" for kind in ("card", "poster") for code in "12")]


@pytest.fixture
def html(client, looked_up_today):
    """The file, as it is saved."""
    return body_of(client.get(FILE)).decode()


def test_the_page_offers_each_file_with_what_it_is_and_how_large(client):
    soup = BeautifulSoup(body_of(client.get(FOLDER)), "html.parser")
    links = {link["href"]: " ".join(link.get_text().split()) for link in soup.find_all("a")}
    for path in ALL[2:]:
        found = re.search(r"^(?:Card, if you are|Poster for) .* \(PDF, ([\d.]+) KB\)$", links[path])
        assert found, links[path]
        assert float(found[1]) == pytest.approx(len(client.get(path).content) / 1024, abs=0.1)
    assert links[FILE].endswith("(HTML, less than 100 KB)")


def test_the_list_of_guidance_leads_to_the_page(client):
    assert f'href="{FOLDER}"' in body_of(client.get("/what-you-can-do/")).decode()


@pytest.mark.parametrize("path", [FOLDER, FILE])
def test_the_safety_audit_finds_nothing(client, path):
    assert audited(client, path) == []


@pytest.mark.parametrize("path", ALL)
def test_no_search_engine_lists_what_one_takes_along(client, path):
    assert "noindex" in client.get(path)["X-Robots-Tag"]


def test_all_of_it_is_always_kept_ready_and_so_are_the_texts(client):
    kept = always_kept()
    assert set(ALL) <= set(kept)
    texts = [path for path in kept if path.endswith("/text/")]
    assert len(texts) == 1 + GuidancePage.objects.live().count()
    assert all(client.get(path).status_code == 200 for path in texts)


def test_moved_pages_lead_to_it_at_its_new_address(index):
    assert {path.removeprefix("/what-you-can-do") for path in ALL} <= set(index.get_route_paths())


def test_nothing_of_it_is_there_once_the_list_of_guidance_is_private_or_gone(client, index):
    PageViewRestriction.objects.create(page=index, restriction_type="login")
    assert {client.get(path).status_code for path in ALL} == {302}
    PageViewRestriction.objects.all().delete()
    index.unpublish()
    assert {client.get(path).status_code for path in ALL} == {404}
    assert not {*ALL} & {*always_kept()}


def test_the_whole_help_weighs_at_most_fourteen_kilobytes(html):
    assert len(gzip.compress(html.encode(), 6)) <= MOST_BYTES


def test_the_file_needs_nothing_but_itself(html):
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.find_all(["script", "style", "link", "img", "svg", "iframe", "form", "object"])
    assert not soup.find_all(src=True)


def test_the_file_leads_to_itself_to_the_services_and_to_numbers_and_nowhere_else(html):
    soup = BeautifulSoup(html, "html.parser")
    targets = {link["href"] for link in soup.find_all("a", href=True)}
    places = {tag["id"] for tag in soup.find_all(id=True)}
    within = {target[1:] for target in targets if target.startswith("#")}
    assert within
    assert within <= places
    own = {way["href"] for route in HelpRoute.objects.all() for way in route.ways()}
    typed = " ".join(str(page.body) for page in GuidancePage.objects.live())
    own |= {
        link["href"] for link in BeautifulSoup(typed, "html.parser").find_all("a", href=re.compile("^https"))
    }
    others = {
        target for target in targets if not target.startswith(("#", "tel:", "sms:")) and target not in own
    }
    assert others == set()
    assert "testserver/" in html  # in words: where the newest stands


def test_the_file_is_the_same_whatever_the_site_is_called_by_who_asks(html):
    other = Client(headers={"Host": "localhost"})
    assert body_of(other.get(FILE)).decode() == html


def test_the_file_holds_the_words_of_every_page_and_each_route_once(looked_up_today, html):
    soup = BeautifulSoup(html, "html.parser")
    says = " ".join(soup.get_text(" ").split())
    for page in GuidancePage.objects.live():
        assert page.title in says
        assert page.summary in says
    for route in HelpRoute.objects.filter(slug__in=["childline", "nspcc-helpline", "crimestoppers"]):
        assert len(soup.find_all(id=f"_{route.slug}")) == 1
        assert all(way["words"] in says for way in route.ways())
    assert len(soup.find_all("h1")) == 1
    assert f"{looked_up_today}: " in says


def test_the_name_and_title_of_the_file_say_nothing(client, html):
    assert client.get(FILE)["Content-Disposition"] == 'attachment; filename="useful-numbers.html"'
    assert "<title>Useful numbers</title>" in html


def test_the_file_says_which_files_made_before_are_wrong(client):
    route = HelpRoute.objects.get(slug="nspcc-helpline")
    route.phone = "0800 123 456"
    route.save_revision().publish()
    says = text_of(client.get(FILE))
    assert re.search(r"Files made before [^:]+:?[^:]* hold an old number: NSPCC Helpline\.", says)
    assert "0808 800 5000" not in says


def test_a_page_that_is_private_does_not_stand_in_the_file(client, page):
    made = make_guidance(page("/what-you-can-do/"), title="For few")
    assert "For few" in text_of(client.get(FILE))
    PageViewRestriction.objects.create(page=made, restriction_type="login")
    assert "For few" not in text_of(client.get(FILE))
