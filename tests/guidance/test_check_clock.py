"""The verification clock: what visitors see when a route was not checked for too long."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone

from guidance.models import HelpRoute
from tests.factories import edit_route, make_information_page, words

CHECKED = date(2026, 11, 22)
DUE = CHECKED + timedelta(days=90)
LAST_OF_GRACE = DUE + timedelta(days=30)
CAUTION = "We have not re-checked this lately."
WITHDRAWN = "we no longer show its number or email here"
CONTACTS = ("0800 123 456", "7726", "help@example.org", "example.org/form", "example.org/chat")


@pytest.fixture
def checked_then(checked_route):
    """The route, as if it had been checked on 22 November 2026."""
    HelpRoute.objects.filter(pk=checked_route.pk).update(checked_on=CHECKED)
    checked_route.refresh_from_db()
    return checked_route


def page_of(client, naming) -> str:
    html = client.get(naming.url).content.decode()
    return html[html.index("<article") : html.index("</article>")]


@pytest.mark.parametrize("day", [CHECKED, DUE - timedelta(days=1)])
def test_until_the_day_before_it_is_due_the_day_of_the_check_is_shown_and_no_caution(
    client, checked_then, naming, on_day, day
):
    on_day(day)
    text = words(client.get(naming.url))
    assert "Checked 22 November 2026" in text
    assert CAUTION not in text
    assert all(contact in page_of(client, naming) for contact in CONTACTS)


@pytest.mark.parametrize("day", [DUE, LAST_OF_GRACE])
def test_from_the_day_it_is_due_to_the_last_of_grace_visitors_are_warned_and_keep_the_number(
    client, checked_then, naming, on_day, day
):
    on_day(day)
    shown = page_of(client, naming)
    assert CAUTION in shown
    assert 'href="tel:999"' in shown
    assert 'href="tel:101"' in shown
    assert 'href="https://example.org/"' in shown
    assert all(contact in shown for contact in CONTACTS)


def test_after_the_days_of_grace_only_the_official_site_999_and_101_are_left(
    client, checked_then, naming, on_day
):
    on_day(LAST_OF_GRACE + timedelta(days=1))
    shown = page_of(client, naming)
    assert WITHDRAWN in shown
    assert 'href="https://example.org/"' in shown
    assert 'href="tel:999"' in shown
    assert 'href="tel:101"' in shown
    assert not [contact for contact in CONTACTS if contact in shown]


@pytest.mark.parametrize(
    ("say", "stays"),
    [
        ("<p>Never copy, forward or attach the material.</p>", True),
        ("<p>It is not for emergencies. In an emergency call 999. Or 101. Since 4 December 2025.</p>", True),
        ("<p>Forward a text to 7726.</p>", False),
        ("<p>Ring 0808 800 5000.</p>", False),
        ("<p>Write to help@example.org.</p>", False),
    ],
)
def test_after_the_days_of_grace_advice_stays_unless_it_names_a_contact(checked_then, on_day, say, stays):
    checked_then.say = say
    assert checked_then.advice() == [say]
    on_day(LAST_OF_GRACE + timedelta(days=1))
    assert checked_then.advice() == ([say] if stays else [])


def test_after_the_days_of_grace_the_table_says_that_it_was_not_checked_lately(
    client, page, checked_then, on_day
):
    table = make_information_page(
        page("/"), body=[("route_comparison", {"caption": "Compared", "routes": [checked_then]})]
    )
    assert "Free" in words(client.get(table.url)).split("Compared")[-1]
    on_day(LAST_OF_GRACE + timedelta(days=1))
    shown = words(client.get(table.url)).split("Compared")[-1]
    assert "Night Line" in shown
    assert "Free" not in shown
    assert "Not checked lately. Checked 22 November 2026" in shown


def test_999_never_expires_and_never_shows_a_caution(db, client, on_day):
    HelpRoute.objects.filter(is_emergency=True).update(checked_on=None, live=False)
    on_day(date(2040, 1, 1))
    assert HelpRoute.objects.get(is_emergency=True).check_state() == "in_date"
    html = client.get("/categories/fraud/").content.decode()
    first = html[html.index("<article") : html.index("</article>")]
    assert 'class="phone" href="tel:999"' in first
    assert "not re-checked" not in first


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        # In the last hour of a UK day in summer it is still the day before by UTC's clock.
        (datetime(2027, 3, 27, 23, 59, 59, tzinfo=UTC), date(2027, 3, 27)),
        (datetime(2027, 3, 28, 0, 0, tzinfo=UTC), date(2027, 3, 28)),
        (datetime(2027, 3, 28, 22, 59, 59, tzinfo=UTC), date(2027, 3, 28)),
        (datetime(2027, 3, 28, 23, 0, tzinfo=UTC), date(2027, 3, 29)),
        (datetime(2027, 10, 30, 23, 0, tzinfo=UTC), date(2027, 10, 31)),
        (datetime(2027, 10, 31, 23, 59, 59, tzinfo=UTC), date(2027, 10, 31)),
        (datetime(2027, 11, 1, 0, 0, tzinfo=UTC), date(2027, 11, 1)),
    ],
)
def test_a_day_begins_at_midnight_in_the_uk_on_both_nights_the_clocks_change(
    checked_route, monkeypatch, moment, day
):
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
    route = HelpRoute(checked_on=day - timedelta(days=90))
    assert route.due_on == day
    assert route.check_state() == "due"
    assert HelpRoute(checked_on=day - timedelta(days=89)).check_state() == "in_date"
    assert HelpRoute(checked_on=day - timedelta(days=120)).check_state() == "due"
    assert HelpRoute(checked_on=day - timedelta(days=121)).check_state() == "overdue"


def test_ninety_days_are_ninety_days_across_a_change_of_the_clocks():
    over_spring = HelpRoute(checked_on=date(2027, 1, 15))
    over_autumn = HelpRoute(checked_on=date(2027, 9, 1))
    assert over_spring.due_on == date(2027, 4, 15)
    assert over_autumn.due_on == date(2027, 11, 30)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("phone", "0808 800 5000"),
        ("text_number", "60000"),
        ("email", "other@example.org"),
        ("website_url", "https://example.com/"),
        ("form_url", "https://example.com/form"),
        ("chat_url", ""),
    ],
)
def test_a_changed_contact_counts_as_not_checked_and_readers_are_told(
    editor_client, checked_route, naming, name, value
):
    response = edit_route(editor_client, checked_route, **{name: value})
    assert response.status_code == 302
    checked_route.refresh_from_db()
    assert checked_route.checked_on is None
    assert "We have not checked this yet." in page_of(editor_client, naming)
    assert "now counts as not checked" in words(editor_client.get(response.url))


def test_saving_the_same_form_twice_does_not_bring_the_old_date_back(editor_client, checked_route):
    """The admin saves by itself while an editor types; the form still shows the date of the old check."""
    today = str(timezone.localdate())
    for publish in (False, False, True):
        edit_route(editor_client, checked_route, publish=publish, phone="0808 800 5000", checked_on=today)
    checked_route.refresh_from_db()
    assert checked_route.phone_shown == "0808 800 5000"
    assert checked_route.checked_on is None


def test_an_editor_who_checked_the_new_contact_today_ticks_the_box(editor_client, checked_route):
    edit_route(editor_client, checked_route, phone="0808 800 5000", checked_now="on")
    checked_route.refresh_from_db()
    assert checked_route.checked_on == timezone.localdate()
    edit_route(editor_client, checked_route, phone="0808 800 5001")
    checked_route.refresh_from_db()
    assert checked_route.checked_on is None


def test_a_later_check_of_a_changed_contact_is_believed(editor_client, checked_route):
    HelpRoute.objects.filter(pk=checked_route.pk).update(
        checked_on=CHECKED - timedelta(days=30),
        checked_contacts={**checked_route.checked_contacts, "on": str(CHECKED - timedelta(days=30))},
    )
    checked_route.refresh_from_db()
    checked_route.save_revision().publish()
    later = timezone.localdate() - timedelta(days=1)
    edit_route(editor_client, checked_route, phone="0808 800 5000", checked_on=str(later))
    checked_route.refresh_from_db()
    assert checked_route.checked_on == later


def test_a_changed_price_or_a_number_written_otherwise_keeps_the_check(editor_client, checked_route):
    edit_route(editor_client, checked_route, cost="Local rate", phone="+44 800 123 456")
    checked_route.refresh_from_db()
    assert checked_route.checked_on == timezone.localdate()


def test_a_contact_changed_by_a_program_counts_as_not_checked_too(checked_route):
    checked_route.phone = "0808 800 5000"
    checked_route.save()
    assert HelpRoute.objects.get(pk=checked_route.pk).checked_on is None


def test_a_route_that_nobody_ever_checks_loses_its_number_in_the_end(checked_route):
    checked_route.phone = "0808 800 5000"
    checked_route.save()
    today = timezone.localdate()
    assert checked_route.check_state(today + timedelta(days=30)) == "due"
    assert checked_route.check_state(today + timedelta(days=31)) == "overdue"


def test_a_check_in_the_future_is_refused(checked_route):
    checked_route.checked_on = timezone.localdate() + timedelta(days=1)
    with pytest.raises(ValidationError, match="A check cannot be in the future"):
        checked_route.full_clean()


def test_only_999_may_be_the_route_that_never_expires(checked_route):
    checked_route.is_emergency = True
    with pytest.raises(ValidationError, match="Tick this for 999 and nothing else"):
        checked_route.full_clean()


def run_check_routes(on: date) -> str:
    out = StringIO()
    call_command("check_routes", on=on, stdout=out)
    return out.getvalue()


def test_check_routes_lists_what_is_due_and_fails_only_when_something_is_overdue(checked_then):
    HelpRoute.objects.exclude(pk=checked_then.pk).delete()
    assert "Every help route is in date." in run_check_routes(DUE - timedelta(days=1))
    listed = run_check_routes(LAST_OF_GRACE)
    assert "DUE     Night Line: checked on 2026-11-22, due 2027-02-20, withdrawn from 2027-03-23" in listed
    with pytest.raises(CommandError, match="1 overdue"):
        run_check_routes(LAST_OF_GRACE + timedelta(days=1))


def test_check_routes_never_lists_999():
    assert HelpRoute(is_emergency=True).check_state(date(2090, 1, 1)) == "in_date"
