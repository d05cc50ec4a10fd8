"""Categories in their groups, and how they point to each other."""

import pytest
from django.urls import reverse

from categories.models import CategoryGroup, CategoryRelation
from tests.factories import edit_page, make_category, make_figure, words

pytestmark = pytest.mark.django_db

GROUPS = [
    "Exploitation of the Vulnerable",
    "Communities and Violence",
    "Harm to the UK's Economy and Institutions",
]


@pytest.fixture
def on_commit(django_capture_on_commit_callbacks):
    """Run what Wagtail does once a change is really saved: it then makes the redirects."""
    return django_capture_on_commit_callbacks


def test_three_groups_hold_the_ten_categories_in_the_official_order(client):
    groups = CategoryGroup.with_categories()
    assert [group.name for group in groups] == GROUPS
    assert [len(group.categories) for group in groups] == [3, 3, 4]
    for url in ("/", "/categories/"):
        text = words(client.get(url))
        names = [name for group in groups for name in (group.name, *map(str, group.categories))]
        places = [text.index(name, text.index(GROUPS[0])) for name in names]
        assert places == sorted(places), url


def test_groups_follow_the_order_that_editors_drag_them_into(client):
    CategoryGroup.objects.filter(name=GROUPS[2]).update(sort_order=1)
    text = words(client.get("/categories/"))
    assert text.index(GROUPS[2]) < text.index(GROUPS[0])


def test_a_group_without_categories_is_not_shown(client):
    CategoryGroup.objects.create(name="Nothing yet", slug="nothing-yet")
    for url in ("/", "/categories/"):
        assert "Nothing yet" not in words(client.get(url))


def test_an_unpublished_category_is_shown_nowhere(client, page):
    fraud, related = page("/categories/fraud/"), page("/categories/cyber-crime/")
    assert 'href="/categories/fraud/"' in client.get(related.url).content.decode()
    fraud.unpublish()
    for url in ("/", "/categories/", related.url, "/sitemap.xml", "/changes.atom"):
        assert "/categories/fraud/" not in client.get(url).content.decode(), url
    assert client.get("/categories/fraud/").status_code == 404


def test_a_group_whose_only_category_is_unpublished_goes_with_it(client, page):
    group = CategoryGroup.objects.create(name="A fourth group", slug="fourth")
    category = make_category(page("/categories/"), group=group)
    assert "A fourth group" in words(client.get("/categories/"))
    category.unpublish()
    assert "A fourth group" not in words(client.get("/categories/"))


def test_the_menu_loses_a_page_that_is_unpublished_and_gets_it_back(client, page):
    menu = '<details class="site-menu"'
    index = page("/publications/")
    assert 'href="/publications/"' in client.get("/").content.decode().partition(menu)[2][:2000]
    index.unpublish()
    assert 'href="/publications/"' not in client.get("/").content.decode().partition(menu)[2][:2000]


def test_a_relation_entered_once_is_shown_on_both_pages_and_only_once(client, page):
    one = make_category(page("/categories/"), title="Smuggling")
    other = make_category(page("/categories/"), title="Forgery")
    for first, second in ((one, other), (other, one)):
        CategoryRelation.objects.create(page=first, related=second)
        assert [str(category) for category in one.related()] == ["Forgery"]
        assert [str(category) for category in other.related()] == ["Smuggling"]
    assert "Related categories Forgery" in words(client.get(one.url))
    assert "Related categories Smuggling" in words(client.get(other.url))


def test_an_address_that_an_editor_changed_still_leads_to_the_page(client, editor, page, on_commit):
    client.force_login(editor)
    with on_commit(execute=True):
        assert edit_page(client, page("/categories/fraud/"), slug="scams").status_code == 302
    client.logout()
    response = client.get("/categories/fraud/")
    assert (response.status_code, response["Location"]) == (301, "/categories/scams/")
    assert "Fraud" in words(client.get("/categories/scams/"))


def test_the_old_addresses_of_moved_pages_still_lead_to_them(client, page, on_commit):
    index, about = page("/categories/"), page("/about-this-site/")
    index.slug = "kinds-of-crime"
    with on_commit(execute=True):
        index.save_revision().publish()
        about.move(page("/privacy/"), pos="last-child")
    for old, new in (
        ("/categories/fraud/", "/kinds-of-crime/fraud/"),
        ("/about-this-site/", "/privacy/about-this-site/"),
    ):
        response = client.get(old)
        assert (response.status_code, response["Location"]) == (301, new)
        assert client.get(new).status_code == 200


def test_parts_an_editor_left_empty_leave_no_empty_heading(client, page):
    category = make_category(page("/categories/"), covers="<p>Moving goods in secret.</p>")
    html = client.get(category.url).content.decode()
    assert 'id="_covers"' in html
    assert "technology" not in html.partition("<main")[2].partition("</main>")[0]


def test_a_group_with_categories_is_not_deleted_by_mistake(admin_client):
    group = CategoryGroup.objects.first()
    url = reverse("wagtailsnippets_categories_categorygroup:delete", args=[group.pk])
    refused = admin_client.get(url)
    assert refused.status_code == 409
    assert "This has to stay" in words(refused)
    admin_client.post(url)
    assert CategoryGroup.objects.filter(pk=group.pk).exists()


def test_a_category_with_many_figures_shows_the_newest_and_links_to_all(client, page):
    category = make_category(page("/categories/"), title="Smuggling")
    for year in range(2000, 2014):
        make_figure(
            page("/statistics/"), title=f"Things of {year}", category=category, period=str(year), year=year
        )
    text = words(client.get(category.url))
    assert "Things of 2013" in text
    assert "Things of 2001" not in text
    everything = words(client.get("/statistics/?category=smuggling"))
    assert 'href="/statistics/?category=smuggling"' in client.get(category.url).content.decode()
    assert "Things of 2000" in everything
