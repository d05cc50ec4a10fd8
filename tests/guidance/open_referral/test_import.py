"""Routes come in as drafts: nothing that visitors see changes until an editor publishes."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from guidance.models import HelpRoute
from guidance.models.route_evidence import RouteEvidence

from .standard import faults_of

pytestmark = pytest.mark.django_db

FOREIGN = {
    "id": "ac148810-d857-441c-9679-408f346de14b",
    "name": "Harbour Advice",
    "description": "Advice for people in trouble. By people <who> know.",
    "url": "https://harbour.example/",
    "email": "hello@harbour.example",
    "status": "active",
    "organization": {
        "id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610",
        "name": "Harbour",
        "description": "A charity",
    },
    "contacts": [
        {
            "id": "1e7efce3-639b-4880-940c-b95cd30cdb50",
            "phones": [{"id": "1554f2e2-a373-45db-a3fa-9fc48a61c15e", "number": "0800 123 456"}],
        }
    ],
    "service_areas": [{"id": "381c64f1-a724-4884-9c21-ac96c21cca3e", "name": "Wales"}],
    "languages": [{"id": "2989d3ed-c547-48f8-8f9d-432d81c7892e", "name": "Welsh"}],
    "schedules": [
        {
            "id": "48102e86-bb50-41c4-8f1e-e269368c41d1",
            "freq": "WEEKLY",
            "byday": "TH,FR",
            "opens_at": "10:00:00",
            "closes_at": "18:00:00",
        }
    ],
    "cost_options": [{"id": "1fdf4d39-3d80-484d-9f92-a8ffa08621e7", "amount": 0}],
    "attributes": [{"id": "ae58cc39-8b70-4ab1-8aea-786882e5ac8e", "link_type": "theirs"}],
}


@pytest.fixture
def bring_in(tmp_path):
    """Return a function that runs the command on data and returns what it says."""

    def run(data, *options: str) -> str:
        file, out = tmp_path / "services.json", StringIO()
        file.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
        call_command("import_routes", str(file), *options, stdout=out)
        return out.getvalue()

    return run


def foreign(**changes) -> dict:
    """Return the other publisher's service with changes."""
    return {**FOREIGN, **changes}


def without_clock(services: dict[str, dict]) -> dict:
    """Return services without what is of the moment at which each was published or confirmed."""
    of_the_moment = {"last_modified", "assured_date", "alert"}
    return {
        slug: {name: value for name, value in service.items() if name not in of_the_moment}
        for slug, service in services.items()
    }


def fill(route) -> None:
    """Give the route an answer to everything."""
    route.hours_kind, route.bank_holidays, route.hours = "weekly", "as_sunday", "Not at lunch."
    span = {"days": ["monday", "sunday"], "opens": "00:00", "closes": "00:00"}
    route.weekly_hours = json.dumps([{"type": "span", "value": span}])
    day = {"date": "2040-12-25", "opens": "10:00", "closes": "12:00"}
    route.hours_exceptions = json.dumps([{"type": "exception", "value": day}])
    route.must_give_name, route.must_give_name_words = "no", "No. Any name will do."
    route.shows_on_bill = route.welsh = route.relay = "no"
    route.what_happens = "<p>First &amp; last.</p><p>Then you go.</p>"
    route.audiences, route.nations, route.checked_by = ["child", "professional"], ["wales"], ""
    route.languages, route.website_label, route.for_every_category = "Two", "Their site", True
    route.evidence.add(
        RouteEvidence(cell="cost", found="Free.", confidence="secondary", read_on=timezone.localdate())
    )
    route.save_revision().publish()


def test_what_is_exported_comes_back_as_it_was(client, services, bring_in, checked_route):
    fill(checked_route)
    data, before = client.get("/help/data.json").json(), services()
    HelpRoute.objects.filter(is_emergency=False).delete()
    said = bring_in(data, "--write")
    assert list(services()) == ["emergency"]
    assert "Night Line: new draft" in said
    assert "was not taken" not in said
    for route in HelpRoute.objects.filter(live=False):
        assert not route.is_confirmed
        route.get_latest_revision_as_object().save_revision().publish()
    after = services()
    assert without_clock(after) == {slug: without_clock(before)[slug] for slug in after}
    assert set(after) == set(before)


def test_what_is_exported_changes_nothing_where_it_comes_from(client, bring_in, checked_route):
    fill(checked_route)
    said = bring_in(client.get("/help/data.json").json(), "--write")
    assert said.count(": unchanged\n") == HelpRoute.objects.shown().count()
    assert not HelpRoute.objects.shown().filter(has_unpublished_changes=True).exists()


def test_the_first_run_says_what_it_would_do_and_saves_nothing(bring_in):
    said = bring_in(FOREIGN)
    assert "Harbour Advice: new draft" in said
    assert "Run again with --write" in said
    assert not HelpRoute.objects.filter(slug="harbour-advice").exists()


def test_a_service_of_others_becomes_a_draft_that_visitors_do_not_see(bring_in, everything):
    assert faults_of(FOREIGN) == []
    said = bring_in([FOREIGN], "--write")
    route = HelpRoute.objects.get(slug="harbour-advice")
    assert (route.live, route.checked_on, route.checked_by) == (False, None, "")
    assert (route.phone, route.email, route.cost) == ("+44 800 123 456", "hello@harbour.example", "Free")
    assert [nation.value for nation in route.nations] == ["wales"]
    assert [str(value.value["opens"]) for value in route.weekly_hours] == ["10:00:00"]
    assert route.say == "<p>Advice for people in trouble. By people &lt;who&gt; know.</p>"
    assert route.who_for == "Advice for people in trouble"
    assert "Who it is for is a guess" in said
    assert "Its attributes were not taken" in said
    assert "Harbour" not in everything()


def test_a_second_run_changes_nothing(bring_in):
    bring_in(FOREIGN, "--write")
    assert "Harbour Advice: unchanged" in bring_in(FOREIGN, "--write")
    assert HelpRoute.objects.get(slug="harbour-advice").revisions.count() == 1
    said = bring_in(foreign(email="other@harbour.example"), "--write")
    assert "Harbour Advice: draft, updated (email)" in said


def test_the_contact_of_a_live_route_stays_until_an_editor_publishes(bring_in, services, checked_route):
    said = bring_in(
        {
            "id": "1",
            "name": "Night Line",
            "status": "active",
            "phones": [{"id": "2", "number": "0800 111 999"}],
        },
        "--write",
    )
    assert "Night Line: draft of a live route: visitors see no change (phone)" in said
    assert services()["night-line"]["phones"][0]["number"] == "+44 800 123 456"
    draft = HelpRoute.objects.get(slug="night-line").get_latest_revision_as_object()
    assert draft.phone == "+44 800 111 999"
    assert (draft.who_for, draft.cost) == ("For everyone.", "Free")
    draft.save_revision().publish()
    assert HelpRoute.objects.get(slug="night-line").checked_on is None


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"status": "open"}, "service[0].status: This must be 'active', 'inactive', 'defunct'"),
        ({"name": 7}, "service[0].name: This must be a text."),
        ({"phones": [{"number": "0800 123 456"}]}, "service[0].phones[0].id: This is missing"),
        ({"schedules": "always"}, "service[0].schedules: This must be a list."),
        ({"phones": [{"id": "1", "number": "0800 12"}]}, "phones: This is not a number"),
        ({"url": "http://harbour.example/"}, "url: Use an address that begins with https://."),
        ({"email": "nobody"}, "email: Enter a valid email address."),
        ({"phones": [{"id": "1", "number": "999"}]}, "999 is made with the site"),
    ],
)
def test_what_is_not_valid_is_refused_by_its_place_and_nothing_is_saved(bring_in, changes, says):
    good, bad = foreign(name="Good one"), foreign(**changes)
    if "phones" in changes:
        bad["contacts"] = []
    with pytest.raises(CommandError) as refused:
        bring_in([bad, good], "--write")
    assert says in str(refused.value)
    assert str(refused.value).startswith("Nothing was imported.")
    assert not HelpRoute.objects.filter(slug__in=["harbour-advice", "good-one"]).exists()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "This is no JSON file"),
        ('{"a": 1}', "There are no services"),
        ("[1]", "service[0]: This must be"),
    ],
)
def test_a_file_that_holds_no_services_is_refused(bring_in, text, says):
    with pytest.raises(CommandError, match=says.replace("[", r"\[")):
        bring_in(text)


def test_one_route_twice_in_a_file_is_refused(bring_in):
    with pytest.raises(CommandError, match="stands in the file twice"):
        bring_in([FOREIGN, FOREIGN])


def test_an_editors_draft_and_lock_are_left_alone(bring_in, checked_route, administrator):
    data = {"id": "1", "name": "Night Line", "status": "active", "email": "new@example.org"}
    checked_route.email = "editor@example.org"
    checked_route.save_revision(user=administrator)
    with pytest.raises(CommandError, match="An editor has a draft of it"):
        bring_in(data, "--write")
    draft = HelpRoute.objects.get(slug="night-line").get_latest_revision_as_object()
    assert draft.email == "editor@example.org"
    HelpRoute.objects.filter(slug="night-line").update(locked=True)
    with pytest.raises(CommandError, match="An editor has locked it"):
        bring_in(data, "--write")


@pytest.mark.parametrize(
    ("schedule", "says"),
    [
        ({"freq": "MONTHLY", "byday": "2MO"}, "no usual week"),
        ({"opens_at": "09:00Z"}, "has a time zone"),
        ({"opens_at": "nine"}, "no time of day"),
        ({"valid_from": "2026-01-01"}, "a part of the year"),
        ({"interval": 2}, "no usual week"),
    ],
)
def test_hours_that_cannot_be_kept_as_they_are_stay_unknown(bring_in, schedule, says):
    first = FOREIGN["schedules"][0]
    said = bring_in(foreign(schedules=[first, {**first, **schedule}]), "--write")
    assert says in said
    assert HelpRoute.objects.get(slug="harbour-advice").hours_kind == "unknown"


def test_a_place_that_is_no_nation_is_left_to_an_editor(bring_in):
    area = {"id": "1", "name": "Bristol"}
    assert "“Bristol” is no nation of the UK" in bring_in(foreign(service_areas=[area]), "--write")
    assert HelpRoute.objects.get(slug="harbour-advice").nations == []


def test_no_import_removes_a_source_that_only_staff_see(client, bring_in, checked_route):
    RouteEvidence.objects.create(route=checked_route, cell="cost", found="Paid.", confidence="conflicting")
    checked_route.refresh_from_db()
    data = client.get("/help/data.json").json()
    for service in data["contents"]:
        if service["x_help_route"]["slug"] == "night-line":
            source = {"cell": "cost", "found": "Free.", "confidence": "official"}
            service["x_help_route"]["sources"] = [source]
    assert "Night Line: draft of a live route: visitors see no change (sources)" in bring_in(data, "--write")
    draft = HelpRoute.objects.get(slug="night-line").get_latest_revision_as_object()
    assert [row.found for row in draft.evidence.all()] == ["Paid.", "Free."]
