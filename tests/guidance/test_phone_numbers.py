"""A number is kept so that any phone can dial it, and shown as the service writes it."""

import pytest
from django.core.exceptions import ValidationError

from guidance.models import HelpRoute
from guidance.phone_numbers import WrongNumberError, dialled, international, is_in_uk, national
from tests.factories import edit_route


@pytest.mark.parametrize(
    ("typed", "kept", "link"),
    [
        ("0808 800 5000", "+44 808 800 5000", "+448088005000"),
        ("08000 121 700", "+44 8000 121 700", "+448000121700"),
        ("0808 1000 900", "+44 808 1000 900", "+448081000900"),
        ("0800 1111", "+44 800 1111", "+448001111"),
        ("0300 123 2040", "+44 300 123 2040", "+443001232040"),
        ("  0800  555 111 ", "+44 800 555 111", "+44800555111"),
        ("999", "999", "999"),
        ("101", "101", "101"),
        ("7726", "7726", "7726"),
    ],
)
def test_a_uk_number_is_kept_in_international_form_and_shown_as_it_was_written(typed, kept, link):
    assert international(typed) == kept
    assert national(kept) == " ".join(typed.split())
    assert dialled(kept) == link
    assert international(kept) == kept


def test_a_number_without_groups_is_given_the_usual_ones():
    assert international("08088005000") == "+44 808 800 5000"
    assert international("+448088005000") == "+44 808 800 5000"


def test_a_number_of_another_country_keeps_its_plus():
    assert national(international("+353 1 679 2222")).startswith("+353")


@pytest.mark.parametrize("typed", ["0808 800", "0000", "12", "call us", "0808 800 50000", "020 0000"])
def test_what_nobody_can_call_is_refused(typed):
    with pytest.raises(WrongNumberError):
        international(typed)


@pytest.mark.django_db
def test_an_editor_is_told_that_a_number_is_wrong():
    with pytest.raises(ValidationError, match="not a number that can be called"):
        HelpRoute(name="A", slug="a", who_for="All", phone="0808 800").full_clean()


@pytest.mark.django_db
def test_a_route_is_found_by_its_number_however_it_is_written():
    assert HelpRoute.objects.get(phone="08001111").slug == "childline"
    assert HelpRoute.objects.get(phone="0800 1111").phone == "+44 800 1111"


@pytest.mark.django_db
def test_a_visitor_sees_and_calls_the_number(client):
    html = client.get("/what-you-can-do/").content.decode()
    assert '<a class="phone" href="tel:+448001111">0800 1111</a>' in html
    assert 'href="tel:+448000121700">08000 121 700</a>' in html


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("+44 0808 800 5000", "+44 808 800 5000"),
        ("44 808 800 5000", "+44 808 800 5000"),
        ("0044 808 800 5000", "+44 808 800 5000"),
        ("+44 (0) 808 800 5000", "+44 808 800 5000"),
        ("+44 (0808) 800 5000", "+44 808 800 5000"),
        ("0 808 800 5000", "+44 808 800 5000"),
        ("0808–800–5000", "+44 808 800 5000"),
        ("\u202a0808 800 5000\u202c", "+44 808 800 5000"),
        ("０８０８ 800 5000", "+44 808 800 5000"),
        ("(020) 7946 0018", "+44 20 7946 0018"),
    ],
)
def test_however_it_is_typed_the_number_that_was_checked_is_the_one_that_is_kept(typed, kept):
    assert international(typed) == kept
    assert international(national(kept)) == kept


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("101", "101"),
        ("105", "105"),
        ("111", "111"),
        ("159", "159"),
        ("116123", "116 123"),
        ("116 123", "116 123"),
        ("7726", "7726"),
        ("85258", "85258"),
        ("60777", "60777"),
        ("18000", "18000"),
        ("18001 0808 800 5000", "18001 0808 800 5000"),
        ("18001 101", "18001 101"),
    ],
)
def test_short_numbers_text_codes_and_relay_numbers_are_known(typed, shown):
    kept = international(typed)
    assert national(kept) == shown
    assert dialled(kept) == "".join(typed.split())
    assert international(shown) == kept
    assert is_in_uk(kept)


@pytest.mark.parametrize(
    "typed",
    [
        "0808 800 5000 ext 12",
        "0808 800 5000#12",
        "0808 800 5000 x12",
        "+448088005000;ext=12",
        "0800 FLOWERS",
        "0808 800 5000 or 101",
        "tel:+448088005000",
        "18001 18001 101",
        "12345",
        "+999",
        "+",
        "()",
    ],
)
def test_what_is_more_than_a_number_is_refused_rather_than_read_as_another_one(typed):
    with pytest.raises(WrongNumberError):
        international(typed)


ABROAD = ["+353 1 679 2222", "+1 800 273 8255", "01534 440000", "+44 7624 123456", "18001 01534 440000"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["phone", "text_number"])
@pytest.mark.parametrize("typed", ABROAD)
def test_a_number_abroad_is_refused_unless_the_route_is_marked_so(name, typed):
    route = HelpRoute(name="A", slug="a", who_for="All", website_url="https://example.org/", **{name: typed})
    with pytest.raises(ValidationError, match="not a number of the UK"):
        route.full_clean()
    route.is_abroad = True
    route.full_clean()
    assert getattr(route, name) == international(typed)


@pytest.mark.django_db
def test_an_editor_marks_a_service_abroad_and_visitors_call_it_with_its_country(
    editor_client, naming, client
):
    route = HelpRoute.objects.get(slug="night-line")
    refused = edit_route(editor_client, route, phone="+353 1 679 2222")
    assert "not a number of the UK" in refused.content.decode()
    assert edit_route(editor_client, route, phone="+353 1 679 2222", is_abroad="on").status_code == 302
    assert (
        '<a class="phone" href="tel:+35316792222">+353 1 679 2222</a>'
        in client.get(naming.url).content.decode()
    )


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["phone", "text_number"])
def test_a_number_with_both_its_country_and_its_zero_is_shown_and_dialled_right(
    editor_client, client, naming, name
):
    route = HelpRoute.objects.get(slug="night-line")
    assert edit_route(editor_client, route, **{name: "+44 0808 800 5000"}).status_code == 302
    scheme = {"phone": "tel", "text_number": "sms"}[name]
    html = client.get(naming.url).content.decode()
    assert f'href="{scheme}:+448088005000">0808 800 5000</a>' in html
    assert "00808" not in html
