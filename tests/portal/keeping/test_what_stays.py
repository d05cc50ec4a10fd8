"""What others stand on is not taken away, whichever way somebody tries; who asks is told by what."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection, Page, PageViewRestriction, Site

from guidance.models import HelpRoute
from portal.models import AlertBanner, PortalImage
from publications.models import PublicationDocument
from tests.factories import edit_page, edit_route, make_information_page, words

FROM_SCRIPT = {"x-requested-with": "XMLHttpRequest"}


@pytest.fixture
def chief(staff):
    return staff("administrator")


def _page(action, page) -> str:
    return reverse(f"wagtailadmin_pages:{action}", args=[page.pk])


def _bulk(model, action, *things) -> str:
    url = reverse("wagtail_bulk_action", args=[*model._meta.label_lower.split("."), action])
    return f"{url}?" + "&".join(f"id={thing.pk}" for thing in things)


def link(page) -> list:
    return [("text", f'<p><a linktype="page" id="{page.pk}">There</a></p>')]


@pytest.fixture
def linked(page):
    """A page that another live page links to."""
    target = make_information_page(page("/"), title="Target")
    target.other = make_information_page(page("/"), title="Linking page", body=link(target))
    return target


def ways_to(shown_page, action) -> list[str]:
    return [_page(action, shown_page), _bulk(Page, action, shown_page)]


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_the_question_comes_only_if_nothing_stands_on_it(chief, linked, page, action, number):
    url = ways_to(linked, action)[number]
    for response in (chief.get(url), chief.post(url)):
        assert response.status_code == 409
        html = response.content.decode()
        assert "Are you sure" not in html
        assert 'type="submit"' not in html.split("<main")[-1]
        assert f'<a href="{_page("edit", linked.other)}">Linking page</a>' in html
    assert page("/target/").live
    linked.other.body = []
    linked.other.save_revision().publish()
    assert "Are you sure" in chief.get(url).content.decode()
    chief.post(url)
    assert not Page.objects.filter(pk=linked.pk, live=True).exists()


@pytest.mark.parametrize("action", ["delete", "unpublish"])
@pytest.mark.parametrize("path", ["/what-you-can-do/", "/privacy/", "/accessibility/"])
def test_a_page_that_the_settings_name_stays(chief, page, path, action):
    for url in ways_to(page(path), action):
        for response in (chief.get(url), chief.post(url, {"include_descendants": "on"})):
            assert "the site settings" in words(response)
    assert page(path).live


def test_the_home_page_and_the_page_of_the_banner_stay(chief, page):
    home = Site.objects.get().root_page
    section = make_information_page(page("/"), title="Section")
    AlertBanner.objects.create(message="<p>Now</p>", section=section, ends_at=timezone.now())
    for thing, name in ((home, "the site"), (section, "the alert banner")):
        for action in ("delete", "unpublish"):
            assert name in words(chief.post(_page(action, thing), {"wagtail-site-name": "x"}))
    assert Site.objects.get().root_page == home
    assert AlertBanner.objects.filter(section=section).exists()


def test_a_section_stays_as_long_as_live_pages_stand_below_it(chief, page):
    index = page("/publications/")
    for child in index.get_children():
        child.specific.unpublish()
    assert "Are you sure" in chief.get(_page("unpublish", index)).content.decode()
    child.specific.save_revision().publish()
    url = _page("unpublish", index)
    assert child.title in words(chief.post(url))
    assert page("/publications/").live


def test_a_section_with_all_below_it_can_go_if_nobody_else_needs_any_of_it(chief, page):
    above = make_information_page(page("/"), title="Above")
    below = make_information_page(page("/"), title="Below")
    Page.objects.get(pk=below.pk).move(above, pos="last-child")
    url = _page("unpublish", above)
    assert "Are you sure" in chief.get(url).content.decode()
    assert "Below" in words(chief.post(url))
    assert Page.objects.get(pk=above.pk).live
    chief.post(url, {"include_descendants": "on"})
    assert not Page.objects.filter(pk__in=[above.pk, below.pk], live=True).exists()


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_the_parent_of_a_page_in_use_stays(chief, page, action):
    index = page("/publications/")
    child = index.get_children().first()
    make_information_page(page("/"), title="Quoting it", body=link(child))
    for url in ways_to(index, action):
        answer = chief.post(url, {"include_descendants": "on", "wagtailadmin_confirm": "x"})
        assert "Quoting it" in words(answer)
    assert Page.objects.get(pk=child.pk).live


def test_pages_that_only_need_each_other_go_together(chief, linked):
    chief.post(_bulk(Page, "delete", linked, linked.other))
    assert not Page.objects.filter(pk__in=[linked.pk, linked.other.pk]).exists()


def test_a_draft_that_links_to_a_page_does_not_hold_it(chief, linked):
    linked.other.unpublish()
    chief.post(_page("delete", linked))
    assert not Page.objects.filter(pk=linked.pk).exists()


def test_the_copy_that_follows_a_page_is_not_left_to_others(chief, linked, page):
    alias = linked.create_alias(parent=page("/"), update_slug="alias")
    linked.other.body = link(alias)
    linked.other.save_revision().publish()
    assert "Linking page" in words(chief.post(_page("unpublish", linked)))
    assert Page.objects.get(pk=alias.pk).live


@pytest.mark.parametrize("who", ["Moderators", "administrator"])
def test_what_has_no_drafts_stays_while_a_live_page_shows_it(staff, shown, who):
    client = staff(who)
    for thing, name in ((shown.document, "Report"), (shown.picture, "A group"), (shown.series, "A figure")):
        if name == "A figure":
            one = reverse("wagtailsnippets_statistics_figureseries:delete", args=[thing.pk])
        elif name == "Report":
            one = reverse("wagtaildocs:delete", args=[thing.pk])
        else:
            one = reverse("wagtailimages:delete", args=[thing.pk])
        for url in (one, _bulk(type(thing), "delete", thing)):
            for response in (client.get(url), client.post(url)):
                assert response.status_code == 409
                assert name in words(response)
        assert type(thing).objects.filter(pk=thing.pk).exists()


def test_a_picture_is_not_deleted_from_the_list_of_new_uploads_either(chief, shown):
    url = reverse("wagtailimages:delete_multiple", args=[shown.picture.pk])
    said = chief.post(url, headers=FROM_SCRIPT).json()
    assert said["success"] is False
    assert "A group" in said["error_message"]
    assert PortalImage.objects.filter(pk=shown.picture.pk).exists()


def test_a_collection_is_not_deleted_over_what_live_pages_show(chief, shown):
    collection = Collection.get_first_root_node().add_child(name="Papers")
    PublicationDocument.objects.filter(pk=shown.document.pk).update(collection=collection)
    shown.document.refresh_from_db()
    shown.document.save()
    url = reverse("wagtailadmin_collections:delete", args=[collection.pk])
    assert "An assessment" in words(chief.get(url))
    chief.post(url)
    assert PublicationDocument.objects.filter(pk=shown.document.pk).exists()


@pytest.mark.parametrize("kind", ["page", "collection"])
def test_nothing_in_use_is_made_private(chief, shown, linked, kind):
    if kind == "page":
        url = reverse("wagtailadmin_pages:set_privacy", args=[linked.pk])
    else:
        collection = Collection.get_first_root_node().add_child(name="Papers")
        PublicationDocument.objects.filter(pk=shown.document.pk).update(collection=collection)
        url = reverse("wagtailadmin_collections:set_privacy", args=[collection.pk])
    said = chief.post(url, {"restriction_type": "login", "groups": []}, headers=FROM_SCRIPT).json()
    assert ("Linking page" if kind == "page" else "Report") in said["html"]
    assert not PageViewRestriction.objects.exists()


def test_a_page_in_use_does_not_move_below_a_private_one(chief, linked, page):
    private = make_information_page(page("/"), title="Private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    url = reverse("wagtailadmin_pages:move_confirm", args=[linked.pk, private.pk])
    chief.post(url)
    assert Page.objects.get(pk=linked.pk).get_parent().pk != private.pk


def test_a_page_in_use_does_not_get_an_end(chief, linked):
    end = (timezone.now() + timezone.timedelta(days=2)).strftime("%Y-%m-%d %H:%M")
    answer = edit_page(chief, linked, expire_at=end)
    assert "Linking page" in words(answer)
    linked.refresh_from_db()
    assert linked.expire_at is None


def test_a_help_route_that_pages_quote_stays(chief, page):
    route = HelpRoute.objects.get(slug="childline")
    make_information_page(page("/"), title="Quoting it", body=[("help_routes", {"routes": [route]})])
    for action in ("delete", "unpublish"):
        url = reverse(f"wagtailsnippets_guidance_helproute:{action}", args=[route.pk])
        for response in (chief.get(url), chief.post(url)):
            assert "Quoting it" in words(response)
            assert "take it out of the route" in words(response)
    assert HelpRoute.objects.get(pk=route.pk).live
    answer = edit_route(chief, route, expire_at="2099-01-01 10:00")
    assert "Quoting it" in words(answer)
