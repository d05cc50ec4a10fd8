"""What the admin finds, whoever may see it and however little of a word is typed."""

import pytest
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from categories.models import CategoryPage
from portal.models import InformationPage
from portal.search.engine import search_pages
from tests.factories import make_category, make_information_page

SEARCH = "wagtailadmin_pages:search"
CHOOSER = "wagtailadmin_choose_page_search"


@pytest.fixture
def front(page):
    """The home page of the default content."""
    return page("/")


def _draft(parent, title: str, text: str = "") -> InformationPage:
    body = [("text", f"<p>{text}</p>")]
    fields = {"title": title, "slug": title.lower().replace(" ", "-"), "summary": "Short.", "body": body}
    return parent.add_child(instance=InformationPage(live=False, has_unpublished_changes=True, **fields))


def _titles(query: str, pages=None) -> list[str]:
    return [found.title for found in (Page.objects.all() if pages is None else pages).autocomplete(query)]


@pytest.mark.parametrize("query", ["quokka", "quokk", "QUOKKAS", "wombat", "wombats", "quokka wombat"])
@pytest.mark.parametrize("name", [SEARCH, CHOOSER])
def test_a_draft_is_found_by_title_and_text_in_the_admin_and_nowhere_else(editor_client, front, query, name):
    _draft(front, "About quokkas", "Each wombat.")
    assert "About quokkas" in editor_client.get(reverse(name), {"q": query}).content.decode()
    assert search_pages(query).total == 0


def test_private_and_unpublished_pages_are_found_in_the_admin_only(editor_client, front):
    private = make_information_page(front, title="Quokka kept apart")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    make_information_page(front, title="Quokka withdrawn").unpublish()
    html = editor_client.get(reverse(SEARCH), {"q": "quokka"}).content.decode()
    assert "Quokka kept apart" in html
    assert "Quokka withdrawn" in html
    assert search_pages("quokka").total == 0


@pytest.mark.parametrize("name", [SEARCH, CHOOSER])
def test_a_draft_is_found_only_by_those_who_may_see_it(client, django_user_model, front, name):
    from django.contrib.auth.models import Group, Permission
    from wagtail.models import GroupPagePermission

    ours = make_information_page(front, title="Ours")
    group = Group.objects.create(name="One part")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=ours, permission=change)
    user = django_user_model.objects.create_user("part", "", "pass-word-1234")
    user.groups.add(group)
    client.force_login(user)
    _draft(ours, "Quokka of ours")
    _draft(front, "Quokka of others")
    html = client.get(reverse(name), {"q": "quokka"}).content.decode()
    assert "Quokka of ours" in html
    assert "Quokka of others" not in html


def test_a_word_in_the_title_comes_before_one_in_the_text(front):
    _draft(front, "Other", "quokka " * 5)
    _draft(front, "All about the quokka")
    _draft(front, "Another", "quokka " * 5)
    assert _titles("quokka")[0] == "All about the quokka"


def test_a_page_is_first_whose_title_is_what_was_typed_however_common_its_words_are(front):
    assert _titles("about this site")[0] == "About this site"


def test_one_to_three_letters_are_the_beginning_of_words_in_titles_only(front):
    _draft(front, "Quokkas")
    _draft(front, "Other", "Quokkas.")
    assert _titles("quo") == ["Quokkas"]


def test_all_words_must_be_there_the_last_maybe_half_typed(front):
    _draft(front, "Red quokkas")
    _draft(front, "Green quokkas")
    assert _titles("green quok") == ["Green quokkas"]
    assert _titles("quok green") == []


def test_a_phrase_in_quotes_is_found_as_it_stands(editor_client, front):
    _draft(front, "Quokka swims")
    _draft(front, "Swims the quokka")
    html = editor_client.get(reverse(SEARCH), {"q": '"quokka swims"'}).content.decode()
    assert "Quokka swims" in html
    assert "Swims the quokka" not in html


@pytest.mark.parametrize(
    "query", ["...", '"', '"" ""', "a*b OR (c", "NEAR(a b)", "%_", "\\", "'", "title:x", "^"]
)
@pytest.mark.parametrize("name", [SEARCH, CHOOSER])
def test_no_query_breaks_the_admin(editor_client, query, name):
    assert editor_client.get(reverse(name), {"q": query}).status_code == 200


def test_a_search_can_be_narrowed_to_a_type_and_to_a_folder(front, page):
    make_category(page("/categories/"), title="Quokka category")
    _draft(front, "Quokka page")
    pages = Page.objects.all()
    assert _titles("quokka", pages.type(CategoryPage)) == ["Quokka category"]
    assert _titles("quokka", pages.descendant_of(page("/categories/"))) == ["Quokka category"]
    assert _titles("quokka", CategoryPage.objects.all()) == ["Quokka category"]


def test_results_keep_the_order_that_was_asked_for(front):
    for title in ("B quokka", "C quokka", "A quokka"):
        _draft(front, title)
    found = Page.objects.order_by("title").autocomplete("quokka", order_by_relevance=False)
    assert [page.title for page in found] == ["A quokka", "B quokka", "C quokka"]
    assert [page.title for page in found[1:3]] == ["B quokka", "C quokka"]
    assert found.count() == len(found) == 3


def test_pages_are_counted_by_type(front, page):
    make_category(page("/categories/"), title="Quokka category")
    _draft(front, "Quokka page")
    counts = Page.objects.all().autocomplete("quokka").facet("content_type_id")
    assert sorted(counts.values()) == [1, 1]


def test_pictures_documents_and_snippets_are_found_by_a_half_typed_word(admin_client):
    from portal.models import PortalImage
    from statistics.models import FigureSeries
    from tests.portal.keeping.conftest import png

    PortalImage.objects.create(title="A quokka on a bank", file=png(), description="An animal")
    FigureSeries.objects.create(question="How many quokkas?")
    for name in ("wagtailimages:index", "wagtailimages_chooser:choose_results"):
        assert "A quokka" in admin_client.get(reverse(name), {"q": "quok"}).content.decode()
    snippets = reverse("wagtailsnippets_statistics_figureseries:list")
    assert "How many quokkas?" in admin_client.get(snippets, {"q": "quok"}).content.decode()
    assert "How many quokkas?" not in admin_client.get(snippets, {"q": "wombat"}).content.decode()
