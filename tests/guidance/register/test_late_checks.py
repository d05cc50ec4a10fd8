"""What is said of a late check, and which paragraphs go with the numbers."""

import re
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.utils import timezone

from guidance.models import HelpRoute
from portal.text.paragraphs import without_paragraphs
from tests.factories import words

pytestmark = pytest.mark.django_db
NUMBER = re.compile(r"\d{3}")


def late(slug: str, days: int, by: str = "") -> None:
    checked = timezone.localdate() - timedelta(days=days)
    HelpRoute.objects.filter(slug=slug).update(checked_on=checked, checked_by=by)


def card(client, name: str) -> str:
    html = client.get("/what-you-can-do/").content.decode()
    (found,) = [part for part in html.split("<article")[1:] if f"<h3>{name}</h3>" in part]
    return words(HttpResponse(found.split("</article>")[0]))


def test_what_was_only_looked_up_is_not_said_to_have_been_checked(client):
    late("childline", 70)
    due = card(client, "Childline")
    assert "Nobody has confirmed it since." in due
    assert "checked this" not in due
    assert "0800 1111" in due
    late("childline", 400)
    overdue = card(client, "Childline")
    assert "Nobody has confirmed it since, so we no longer show its number or email here." in overdue
    assert "0800 1111" not in overdue


def test_what_a_person_confirmed_is_said_not_to_be_checked_lately(client):
    late("childline", 70, by="Sam Reader")
    assert "We have not re-checked this lately." in card(client, "Childline")


def test_the_comparison_does_not_say_checked_of_what_was_only_looked_up(client):
    late("childline", 70)
    shown = words(client.get("/what-you-can-do/"))
    assert "Needs a new look. Looked up" in shown
    assert "Not checked lately" not in shown


def test_northern_ireland_keeps_its_words_when_childrens_social_care_is_overdue(client):
    before = card(client, "Children&#x27;s social care")
    assert "028 9504 9999" in before
    late("childrens-social-care", 400)
    now = card(client, "Children&#x27;s social care")
    assert "In Northern Ireland councils do not do this." in now
    assert "Gateway Team of your Health and Social Care Trust" in now
    assert "9504 9999" not in now


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>Ask.</p><p>Call 0800 1111.</p>", "<p>Ask.</p>"),
        ("<ul><li>Ask.</li><li>Call 0800.</li></ul>", "<ul><li>Ask.</li></ul>"),
        ("<p>Ask.</p><ul><li>Call 0800.</li></ul>", "<p>Ask.</p>"),
        ("<ul><li>Ask.<ul><li>Call 0800.</li></ul></li></ul>", "<ul><li>Ask.</li></ul>"),
        ('<p>Or <a href="tel:0800">call</a>.</p><p>Ask.</p>', "<p>Ask.</p>"),
        ("Call 0800", ""),
        ("<p>Ask.</p><div>Call 0800</div>", ""),
        ("<p>Fish &amp; chips</p>", "<p>Fish &amp; chips</p>"),
    ],
)
def test_only_the_paragraphs_that_match_are_taken_out(html, left):
    assert without_paragraphs(html, NUMBER) == left
