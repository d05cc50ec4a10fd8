"""Editors change headings, strip, footer and finder in the admin; what would mislead is refused."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from guidance.finder.phrases import faults_of
from portal.models import SiteSettings
from portal.phrases import Phrase
from portal.phrases.catalogue import catalogue
from portal.phrases.checks import why_not
from tests.guidance.finder.walking import walk

pytestmark = pytest.mark.django_db
FOOTER = "You cannot report a crime here. The police and the National Crime Agency do not run this site."
UNDER_19 = "I am under 19"


def field(default: str) -> str:
    return next(phrase.name for phrase in catalogue() if phrase.default == default)


def save(client, **by_default: str):
    """Send the form as a browser does, with these fields changed."""
    form = client.get(reverse("portal_phrases")).context["form"]
    data = {bound.html_name: bound.initial for bound in form}
    data |= {field(default): words for default, words in by_default.items()}
    return client.post(reverse("portal_phrases"), data)


def text_of(client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def test_the_form_shows_every_phrase_with_what_the_site_says_now(admin_client):
    html = text_of(admin_client, reverse("portal_phrases"))
    for words in (
        "Who to tell",
        "Related categories",
        UNDER_19,
        "Is anyone in danger now?",
        "Leave this page",
    ):
        assert words in html
    assert "The finder: questions and answers" in html
    assert len({phrase.name for phrase in catalogue()}) == len(catalogue()) > 60


def test_saving_what_is_there_changes_nothing(admin_client):
    assert save(admin_client).status_code == 302
    assert SiteSettings.load().said_instead == {}


def test_changed_words_stand_on_every_page_and_in_the_finder(admin_client, client):
    answer = save(
        admin_client,
        **{"Who runs it": "About us", UNDER_19: "I am 18 or younger, so under 19"},
    )
    assert answer.status_code == 400  # a second number
    answer = save(admin_client, **{"Who runs it": "About us", UNDER_19: "I am a child, or under 19"})
    assert answer.status_code == 302
    assert "<h2>About us</h2>" in text_of(client, "/privacy/")
    assert "I am a child, or under 19" in text_of(client, "/next/")
    assert "<h2>Who runs it</h2>" not in text_of(client, "/no-such-page/")
    assert ModelLogEntry.objects.filter(action="wagtail.edit").exists()


def test_a_field_that_is_emptied_says_the_default_again(admin_client, client):
    save(admin_client, **{"Who runs it": "About us"})
    save(admin_client, **{"Who runs it": " "})
    assert SiteSettings.load().said_instead == {}
    assert "<h2>Who runs it</h2>" in text_of(client, "/privacy/")


def test_words_are_written_as_words_and_never_as_html(admin_client, client):
    save(admin_client, **{"Who runs it": "<script>alert</script>"})
    assert "<h2>&lt;script&gt;alert&lt;/script&gt;</h2>" in text_of(client, "/privacy/")


@pytest.mark.parametrize(
    ("default", "words", "reason"),
    [
        ("Call 999", "Call for help", "Keep every number"),
        ("Call 999", "Call 999 or 0800 1111", "Keep every number"),
        (FOOTER, "Report a crime here.", "Keep “cannot report”"),
        (FOOTER, "You cannot report a crime here. The police do not run this site.", "Keep “National"),
        ("Who to tell", "See www.example.org", "Take the address out"),
        ("Who to tell", "Write to a@example.org", "Take the address out"),
        ("Who to tell", "x" * 241, "1 characters too long"),
        ("Who to tell", "Tell on a paedophile", "Do not write"),
        ("I am an adult, and I am worried about a child", "I am worried", "Keep “adult”"),
        ("Pictures or videos of me", "Someone online", "Nobody could tell them apart"),
    ],
)
def test_words_that_would_mislead_are_refused_and_nothing_typed_is_lost(admin_client, default, words, reason):
    answer = save(admin_client, **{default: words, "Who runs it": "About us"})
    html = " ".join(answer.content.decode().split())
    assert answer.status_code == 400
    assert reason in html
    assert words[:200] in html
    assert "About us" in html
    assert SiteSettings.load().said_instead == {}


def test_only_who_may_change_the_site_settings_changes_its_words(client, django_user_model):
    from django.contrib.auth.models import Group

    writer = django_user_model.objects.create_user("only-writes", "", "pass-word-1234")
    writer.groups.add(Group.objects.get(name="Editors"))
    client.force_login(writer)
    answer = client.post(reverse("portal_phrases"), {field("Who runs it"): "Mine"})
    assert answer.status_code in (302, 403)
    assert SiteSettings.load().said_instead == {}
    assert reverse("portal_phrases") not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_field_left_out_or_doubled_is_no_fault(admin_client):
    assert admin_client.post(reverse("portal_phrases"), {}).status_code == 302
    twice = {field("Call 999"): ["Call 999", "Ring 999"]}
    assert admin_client.post(reverse("portal_phrases"), twice).status_code == 302
    assert SiteSettings.load().said_instead == {"Call 999": "Ring 999"}


def test_the_default_words_pass_the_checks_that_changed_ones_must_pass():
    assert faults_of({}) == {}
    assert {phrase.default: why_not(phrase, phrase.default) for phrase in catalogue()} == {
        phrase.default: "" for phrase in catalogue()
    }


def test_the_finder_is_walked_from_end_to_end_with_every_word_changed(admin_client, client):
    changed = {
        phrase.default: f"{phrase.default} – said anew" for phrase in catalogue() if "inder" in phrase.place
    }
    assert save(admin_client, **changed).status_code == 302
    steps = walk(client)
    assert len(steps) > 40
    assert all("said anew" in step.main for step in steps)


def test_words_that_are_not_known_any_more_are_dropped_and_harm_nothing(admin_client, client):
    settings = SiteSettings.load()
    settings.said_instead = {"Words of an earlier release": "Mine"}
    settings.save()
    assert client.get("/").status_code == 200
    save(admin_client)
    assert SiteSettings.load().said_instead == {}


def test_a_phrase_is_checked_whatever_way_its_letters_are_written():
    phrase = Phrase("Who to tell", "")
    assert why_not(phrase, "Ｐａｅｄｏｐｈｉｌｅ")
    assert why_not(phrase, "Call ９９９")
