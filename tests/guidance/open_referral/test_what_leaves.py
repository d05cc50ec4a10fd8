"""Of a help route only what visitors may see leaves the site, and what is not known is absent."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from guidance.models import HelpRoute
from guidance.models.route_evidence import RouteEvidence

pytestmark = pytest.mark.django_db


def add_source(route, cell, confidence="official", **fields):
    """Add a source of an answer, published with the route."""
    fields = {"found": "They say so.", "source_url": "https://example.org/says", **fields}
    route.evidence.add(RouteEvidence(cell=cell, confidence=confidence, **fields))
    route.save_revision().publish()


def change(route, **fields):
    """Change the route as it is on the site."""
    HelpRoute.objects.filter(pk=route.pk).update(**fields)


def test_every_route_that_visitors_see_is_there_in_their_order(services, lines):
    shown = [route.slug for route in HelpRoute.objects.shown()]
    assert list(services()) == [line["route"] for line in lines("data.csv")] == shown
    assert len(shown) > 10


def test_drafts_and_ended_routes_are_in_no_file(everything, checked_route):
    assert "Night Line" in everything()
    change(checked_route, expire_at=timezone.now() - timedelta(minutes=1))
    assert "Night Line" not in everything()
    change(checked_route, expire_at=None)
    checked_route.unpublish()
    assert "Night Line" not in everything()


def test_what_an_editor_has_not_published_stays_inside(everything, checked_route):
    checked_route.who_answers = "A robot called Ferdinand"
    checked_route.save_revision()
    assert "Night Line" in everything()
    assert "Ferdinand" not in everything()


def test_what_staff_alone_see_never_leaves(everything, checked_route):
    add_source(checked_route, "cost", read_by="Mark Four")
    change(checked_route, checked_by="Mark One", check_note="Mark Two", evidence_url="https://mark.example/3")
    told = everything()
    assert "They say so." in told
    assert "Mark" not in told
    assert "mark.example" not in told


def test_an_overdue_route_gives_its_official_site_alone(services, lines, everything, checked_route):
    add_source(checked_route, "contact", quoted_words="Ring 0800 123 456", source_url="https://example.org/q")
    change(checked_route, checked_on=timezone.localdate() - timedelta(days=500))
    service = services()["night-line"]
    assert service["url"] == "https://example.org/"
    assert "only its official site stays" in service["alert"]
    assert {"phones", "email", "additional_urls", "schedules", "cost_options"} & set(service) == set()
    assert "sources" not in service["x_help_route"]
    line = next(line for line in lines("data.csv") if line["route"] == "night-line")
    assert (line["phone"], line["text_number"], line["email"], line["cost"]) == ("", "", "", "")
    told = everything()
    for contact in ("800 123 456", "help@example.org", "example.org/form", "example.org/chat", "org/q"):
        assert contact not in told


def test_999_and_101_are_given_whatever_the_clock_says(services):
    HelpRoute.objects.update(checked_on=timezone.localdate() - timedelta(days=5000))
    found = services()
    assert [phone["number"] for phone in found["emergency"]["phones"]] == ["999"]
    assert [phone["number"] for phone in found["police-101"]["phones"]] == ["101"]
    assert "alert" not in found["emergency"]


def test_an_unknown_answer_is_absent_and_never_no(services, lines, checked_route):
    change(checked_route, cost="", hours_kind="unknown")
    service = services()["night-line"]
    assert {"schedules", "languages", "cost_options", "service_at_locations", "attributes"} & set(
        service
    ) == set()
    line = next(line for line in lines("data.csv") if line["route"] == "night-line")
    for column in ("hours", "cost", "languages", "welsh", "bsl", "relay", "shows_on_bill", "must_give_name"):
        assert line[column] == ""
    assert "We do not know" not in str(service)


def test_what_rests_on_conflicting_sources_alone_is_left_out(answer, services, checked_route):
    change(checked_route, must_give_name="no", cost="Free")
    checked_route.refresh_from_db()
    add_source(checked_route, "must_give_name", "conflicting", found="One says so, another does not.")
    add_source(checked_route, "cost", "conflicting", found="Somebody pays.")
    assert answer("night-line", "must_give_name") is None
    assert "cost_options" not in services()["night-line"]
    add_source(checked_route, "cost", "official", found="Nobody pays.")
    told = services()["night-line"]
    assert told["cost_options"][0]["option"] == "Free"
    assert [source["found"] for source in told["x_help_route"]["sources"]] == ["Nobody pays."]


def test_a_conflicting_contact_leaves_the_official_site(services, checked_route):
    add_source(checked_route, "contact", "conflicting")
    service = services()["night-line"]
    assert service["url"] == "https://example.org/"
    assert {"phones", "email", "additional_urls"} & set(service) == set()


def test_a_category_that_visitors_cannot_see_is_not_named(everything, page):
    category = page("/categories/child-sexual-abuse/")
    assert category.title in everything()
    PageViewRestriction.objects.create(page=category, restriction_type="login")
    assert category.title not in everything()


def test_sources_travel_with_their_days_and_words(services, lines, checked_route):
    day = timezone.localdate()
    add_source(
        checked_route, "cost", "secondary", quoted_words="It costs nothing", read_in="a copy", read_on=day
    )
    expected = {
        "cell": "cost",
        "found": "They say so.",
        "source_url": "https://example.org/says",
        "quoted_words": "It costs nothing",
        "read_in": "a copy",
        "read_on": day.isoformat(),
        "confidence": "secondary",
    }
    assert services()["night-line"]["x_help_route"]["sources"] == [expected]
    line = next(line for line in lines("sources.csv") if line["route"] == "night-line")
    assert {name: value for name, value in line.items() if value} == {
        "route": "night-line",
        "name": "Night Line",
        **expected,
    }


def test_the_day_is_said_in_words_until_a_person_confirms(services, lines, checked_route):
    day = timezone.localdate()
    told = services()["night-line"]
    assert told["assured_date"] == day.isoformat()
    assert "alert" not in told
    change(checked_route, checked_by="")
    told = services()["night-line"]
    assert "assured_date" not in told
    assert told["alert"] == f"Looked up {day.day} {day:%B %Y}, not yet confirmed by the owner."
    line = next(line for line in lines("data.csv") if line["route"] == "night-line")
    assert line["caution"] == line["check"] == told["alert"]


@pytest.mark.parametrize(
    ("who_for", "audiences", "highest"),
    [
        ("For children and young people under 19.", ["child"], 18),
        ("For adults worried about someone under 19.", ["adult_worried"], None),
        ("For children and young people.", ["child"], None),
    ],
)
def test_ages_are_told_only_by_a_line_for_children_that_names_them(
    services, checked_route, who_for, audiences, highest
):
    checked_route.who_for, checked_route.audiences = who_for, audiences
    checked_route.save_revision().publish()
    assert services()["night-line"].get("maximum_age") == highest
