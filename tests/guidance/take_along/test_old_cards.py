"""The page says which cards are wrong since when, by what was published."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry, Revision

from guidance.models import HelpRoute
from guidance.take_along.history import changes_of
from guidance.take_along.sheets import moment_in_words

from ..answers import text_of
from .conftest import FOLDER

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("looked_up_today")]
LONDON = ZoneInfo("Europe/London")
CHANGED = datetime.combine(datetime.now(LONDON) + timedelta(days=3), time(14, 6), LONDON)


def words_for(moment: datetime) -> str:
    return f"{moment:%-d %B %Y}, 2:06pm"


@pytest.fixture
def at(monkeypatch):
    """Return a function that makes it another moment for whatever is published."""

    def set_moment(moment: datetime):
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return set_moment


@pytest.fixture
def published(at):
    """Return a function that changes a route and publishes it at a moment."""

    def publish(slug: str, moment: datetime = CHANGED, **fields) -> HelpRoute:
        at(moment)
        route = HelpRoute.objects.get(slug=slug)
        for name, value in fields.items():
            setattr(route, name, value)
        route.note_check_today()
        route.save_revision().publish()
        return route

    return publish


@pytest.fixture
def page_says(client):
    """Return a function that returns the words of the page that offers cards."""
    return lambda: text_of(client.get(FOLDER))


def test_nothing_is_wrong_with_cards_while_nothing_has_changed(page_says):
    assert "All cards that were made so far are still right." in page_says()


def test_the_page_says_which_cards_are_out_of_date_after_a_number_changed(page_says, published):
    published("nspcc-helpline", phone="0800 123 456")
    since = f"Cards, posters and files made before {words_for(CHANGED)} hold an old number: NSPCC Helpline"
    assert since in page_says()
    assert "All cards that were made so far" not in page_says()


def test_a_card_says_the_edition_that_the_page_compares_it_with(words, page_says, published):
    published("nspcc-helpline", phone="0800 123 456")
    assert f"Edition {words_for(CHANGED)}." in words("card-2")[1]
    assert f"The newest edition is that of {words_for(CHANGED)}" in page_says()


def test_an_old_address_a_number_taken_out_and_other_readers_make_cards_wrong_too(page_says, published):
    published("nspcc-helpline", email="other@nspcc.org.uk")
    published("childline", phone="")
    published("crimestoppers", for_victim_survivor=False, for_adult_worried=False, for_own_behaviour=False)
    says = page_says()
    assert "hold an old address: NSPCC Helpline" in says
    assert "hold an old number: Childline" in says
    assert "name a service that should not be on them any more: Crimestoppers" in says


@pytest.mark.parametrize(
    "fields",
    [
        {"say": "<p>Other words.</p>"},
        {"phone": "08088005000"},
        {"chat_url": "https://www.nspcc.org.uk/chat"},
        {"text_number": "88858"},
        {"cost": "Free"},
    ],
)
def test_other_words_and_new_ways_make_no_card_wrong(page_says, published, fields):
    published("nspcc-helpline", **fields)
    assert "All cards that were made so far are still right." in page_says()


def test_a_draft_makes_no_card_wrong_until_it_is_published(page_says):
    route = HelpRoute.objects.get(slug="nspcc-helpline")
    route.phone = "0800 123 456"
    revision = route.save_revision()
    assert "still right" in page_says()
    revision.publish()
    assert "hold an old number: NSPCC Helpline" in page_says()


def test_of_several_changes_of_a_route_the_last_counts(page_says, published):
    published("nspcc-helpline", phone="0800 123 456")
    published("nspcc-helpline", CHANGED + timedelta(days=2), phone="0800 123 457")
    says = page_says()
    assert says.count("NSPCC Helpline") == 1
    assert f"made before {words_for(CHANGED + timedelta(days=2))} hold an old number" in says


def test_a_service_that_is_unpublished_makes_cards_wrong_until_it_is_back(page_says, at):
    at(CHANGED)
    route = HelpRoute.objects.get(slug="crimestoppers")
    route.unpublish()
    says = page_says()
    assert f"made before {words_for(CHANGED)} name a service that should not be on them any more" in says
    assert "Crimestoppers" in says
    route.save_revision().publish()
    assert "Crimestoppers" not in page_says()


def test_a_service_that_has_ended_makes_cards_wrong(page_says):
    HelpRoute.objects.filter(slug="stop-it-now").update(expire_at=timezone.now() - timedelta(minutes=5))
    assert "should not be on them any more: Stop It Now" in page_says()


def test_a_service_that_is_deleted_makes_cards_wrong(page_says, admin_client, checked_route):
    assert "Night Line" not in page_says()
    admin_client.post(f"/admin/snippets/guidance/helproute/delete/{checked_route.pk}/")
    assert not HelpRoute.objects.filter(pk=checked_route.pk).exists()
    assert "should not be on them any more: Night Line" in page_says()


def test_a_number_that_nobody_re_checked_makes_cards_wrong_from_that_day(page_says):
    HelpRoute.objects.filter(slug="nspcc-helpline").update(checked_on="2025-01-01", check_every_days=90)
    route = HelpRoute.objects.get(slug="nspcc-helpline")
    day = f"{route.overdue_on:%-d %B %Y}"
    says = page_says()
    assert f"made before {day}, midnight hold a number that we have not re-checked for a long time" in says


def test_what_happens_to_999_and_101_or_to_a_service_on_no_card_makes_no_card_wrong(page_says, published):
    published("police-101", website_url="https://www.police.uk/")
    published("police-101", website_url="")
    published("emergency", website_url="https://www.police.uk/")
    HelpRoute.objects.filter(slug="police-101").update(checked_on="2020-01-01")
    assert "still right" in page_says()


def test_revisions_that_were_purged_leave_the_page_silent_and_whole(page_says, published):
    published("nspcc-helpline", phone="0800 123 456")
    Revision.objects.all().delete()
    assert "still right" in page_says()
    ModelLogEntry.objects.all().delete()
    assert "still right" in page_says()


def test_changes_stand_newest_first(published):
    published("nspcc-helpline", phone="0800 123 456")
    published("childline", CHANGED - timedelta(days=9), phone="0800 123 457")
    assert [change.name for change in changes_of(HelpRoute, HelpRoute.objects.all())] == [
        "NSPCC Helpline",
        "Childline",
    ]


def test_moments_are_those_of_clocks_in_the_uk():
    assert moment_in_words(datetime(2026, 7, 1, 12, 0, tzinfo=ZoneInfo("UTC"))) == "1 July 2026, 1pm"


def test_the_page_asks_the_database_few_questions_however_many_routes_changed(
    client, published, django_assert_max_num_queries
):
    for slug in ("nspcc-helpline", "childline", "crimestoppers", "stop-it-now"):
        published(slug, phone="0800 123 456")
    client.get(FOLDER)
    with django_assert_max_num_queries(10):
        client.get(FOLDER)
