"""A number is kept so that any phone can dial it, and shown as the service writes it."""

import pytest
from django.core.exceptions import ValidationError

from guidance.models import HelpRoute
from guidance.phone_numbers import WrongNumberError, dialled, international, national


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
