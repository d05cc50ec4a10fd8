"""A link that dials a number dials the one that its words say."""

import re

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import StructBlockValidationError
from wagtail.test.utils.form_data import rich_text

from guidance.models import HelpRoute
from portal.blocks import CalloutBlock, PointBlock, TextBlock
from portal.models import AlertBanner
from portal.text.phone_links import problem_of
from tests.factories import edit_page, edit_route, make_guidance

pytestmark = pytest.mark.django_db
UNLIKE = '<p>Call <a href="tel:08088005001">0808 800 5000</a>.</p>'
OTHER_NUMBER = "say another number than the link dials"
NO_NUMBER = "which is not a number"


@pytest.mark.parametrize(
    "link",
    [
        '<a href="tel:999">999</a>',
        '<a href="tel:08001111">0800 1111</a>',
        '<a href="tel:+448001111">0800 1111</a>',
        '<a href="tel:+44 808 800 5000">Call 0808 800 5000</a>',
        '<a href="tel:08088005000">+44 (0)808 800 5000</a>',
        '<a href="tel:08088005000">0808 <b>800</b> 5000</a>',
        '<a href="tel:08088005000">0808\u2011800\u20115000, 24 hours, if you are under 19</a>',
        '<a href="tel:101">the police</a>',
        '<a href="sms:7726">7726</a>',
        '<a href="https://example.org/0808">0808 800 5000</a>',
    ],
)
def test_a_link_that_dials_what_it_says_is_taken(link):
    assert problem_of(f"<p>{link}</p>") == ""


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ('<a href="tel:999">101</a>', OTHER_NUMBER),
        ('<a href="tel:08088005001">0808 800 5000</a>', OTHER_NUMBER),
        ('<a href="tel:+44800111">0800 1111</a>', OTHER_NUMBER),
        ('<a href="tel:999">Call 999 or 101</a>', OTHER_NUMBER),
        ('<a href="sms:7727">7726</a>', OTHER_NUMBER),
        ('<a class="x" href="TEL:08088005001">0808 800 <i>5000</i></a>', OTHER_NUMBER),
        ('<a href="tel:08088005000ext12">0808 800 5000</a>', NO_NUMBER),
        ('<a href="tel:0808800CALL">call</a>', NO_NUMBER),
        ('<a href="tel:">call</a>', NO_NUMBER),
        ('<a href="tel:1">call</a>', NO_NUMBER),
    ],
)
def test_a_link_that_dials_something_else_is_refused(link, problem):
    assert problem in problem_of(f"<p>{link}</p>")


def test_text_that_is_no_html_is_read_quickly():
    assert problem_of("<a " * 20_000 + "0" * 20_000 + ' href="tel:' * 20_000) == ""


def test_an_editor_is_told_beside_the_text_of_a_page(editor_client, page):
    made = make_guidance(page("/what-you-can-do/"))
    response = edit_page(editor_client, made, points_note=rich_text(UNLIKE))
    assert response.status_code == 200
    assert OTHER_NUMBER in str(response.context["form"].errors["points_note"])


@pytest.mark.parametrize("name", ["say", "what_happens"])
def test_an_editor_is_told_beside_the_text_of_a_help_route(editor_client, name):
    response = edit_route(editor_client, HelpRoute.objects.get(slug="childline"), **{name: rich_text(UNLIKE)})
    assert response.status_code == 200
    assert OTHER_NUMBER in str(response.context["form"].errors[name])


def test_the_alert_banner_is_refused_with_such_a_link():
    with pytest.raises(ValidationError, match=OTHER_NUMBER):
        AlertBanner(message=UNLIKE).clean()


def test_blocks_are_refused_with_such_a_link():
    text = TextBlock()
    with pytest.raises(ValidationError, match=OTHER_NUMBER):
        text.clean(text.to_python(UNLIKE))
    for block in (PointBlock(), CalloutBlock()):
        value = block.to_python({"kind": "note", "heading": "Call", "text": UNLIKE})
        with pytest.raises(StructBlockValidationError) as refusal:
            block.clean(value)
        assert OTHER_NUMBER in str(refusal.value.block_errors["text"])


@pytest.mark.parametrize(
    "path", ["/", "/what-you-can-do/", "/categories/child-sexual-abuse/", "/search/", "/no/"]
)
def test_every_number_on_the_site_is_dialled_as_it_is_written(client, path):
    page = client.get(path).content.decode()
    links = re.findall(r'<a [^>]*href="(?:tel|sms):.*?</a>', page, re.DOTALL)
    assert links
    assert [problem_of(link) for link in links] == [""] * len(links)
