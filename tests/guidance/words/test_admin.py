"""Editors write the words, and are told when they lead nowhere."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from guidance.models import HelpRoute, SearchWords
from portal.accounts import grant_editors_permissions

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_guidance_searchwords:list"


def _entry(name: str, phrases: str = "zebra crossing", **fields) -> SearchWords:
    entry = SearchWords(name=name, phrases=phrases, **fields)
    entry.leads_to = [("route", HelpRoute.objects.get(slug="crimestoppers"))]
    return entry


def test_editors_may_write_words_and_publishers_show_them(editor):
    grant_editors_permissions()
    assert editor.has_perms(
        ["guidance.add_searchwords", "guidance.change_searchwords", "guidance.publish_searchwords"]
    )


def test_an_editor_sees_the_list_with_what_each_leads_to(editor_client):
    html = editor_client.get(reverse(LIST)).content.decode()
    assert "Pictures of me, and blackmail" in html
    assert "2 help routes" in html


def test_the_list_is_searched_by_the_words_and_filtered_by_the_route(editor_client):
    found = editor_client.get(reverse(LIST), {"q": "sextortion"}).content.decode()
    assert "Pictures of me" in found
    assert "Immigration" not in found
    route = HelpRoute.objects.get(slug="stop-it-now")
    led = editor_client.get(reverse(LIST), {"route": route.pk}).content.decode()
    assert "Own thoughts" in led
    assert "Pictures of me" not in led


def test_the_list_finds_what_leads_nowhere_now(editor_client):
    _entry("Somewhere").save()
    HelpRoute.objects.get(slug="stop-it-now").unpublish()
    entry = SearchWords(name="Nowhere at all", phrases="zebra")
    entry.leads_to = [("route", HelpRoute.objects.get(slug="stop-it-now"))]
    entry.save()
    html = editor_client.get(reverse(LIST), {"nowhere": "true"}).content.decode()
    assert "Nowhere at all" in html
    assert "Somewhere" not in html
    form = editor_client.get(reverse("wagtailsnippets_guidance_searchwords:edit", args=[entry.pk]))
    assert "leads nowhere now" in form.content.decode()


def test_a_routes_usage_names_the_words_that_lead_to_it(editor_client):
    route = HelpRoute.objects.get(slug="report-remove")
    usage = reverse("wagtailsnippets_guidance_helproute:usage", args=[route.pk])
    assert "Pictures of me, and blackmail" in editor_client.get(usage).content.decode()


def test_words_do_not_hold_a_route_in_place(editor_client):
    entry = _entry("Zebras")
    entry.save()
    assert entry.is_shown() is False


@pytest.mark.parametrize("phrases", ["", "\n \n", "🎈"])
def test_an_entry_without_a_phrase_is_refused(phrases):
    with pytest.raises(ValidationError, match="at least one phrase"):
        _entry("Empty", phrases).full_clean()


@pytest.mark.parametrize("phrases", ["help me with it\nzebra\nwho is it", "i am"])
def test_a_phrase_that_any_sentence_has_is_refused_by_name(phrases):
    with pytest.raises(ValidationError, match="nearly every search"):
        _entry("Vague", phrases).full_clean()


def test_the_same_words_may_count_alone():
    _entry("Vague", "zebra", alone="who is it").full_clean()
