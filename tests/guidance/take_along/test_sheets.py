"""Cards and posters: who stands on them, what their outside says, and that everybody can read them."""

import io
import shutil
import sys
from datetime import timedelta

import pikepdf
import pytest
from django.utils import timezone
from outloud import check

from guidance.models import HelpRoute
from guidance.take_along import kept, typesetting
from publications.inspection import inspect
from tests.portal.pages.test_titles import TELLING

from ..answers import text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("looked_up_today")]
NAMES = ("card-1", "card-2", "poster-1", "poster-2")


def publish(slug: str, **fields) -> HelpRoute:
    """Change a route and publish it, as an editor does."""
    route = HelpRoute.objects.get(slug=slug)
    for name, value in fields.items():
        setattr(route, name, value)
    route.save_revision().publish()
    return route


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_passes_this_sites_inspection_and_is_tagged_titled_and_in_english(sheet, name):
    facts = inspect(sheet(name))
    assert facts.is_tagged
    assert facts.has_text
    assert facts.language == "en-GB"
    assert facts.notes == []
    assert facts.page_count == (2 if "card" in name else 1)
    assert {kind for kind, _ in facts.origins} <= {"software", "date"}


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_is_as_pdf_ua_wants_it(sheet, name, tmp_path):
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheet(name))
    result = check(str(path))
    assert [f"{one.rule}: {one.message}" for one in result.findings] == []
    with pikepdf.open(path) as pdf:
        assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.Root.Metadata.read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_every_typeface_of_a_sheet_is_in_it(sheet, name):
    with pikepdf.open(io.BytesIO(sheet(name))) as pdf:
        fonts = [font for font in pdf.objects if isinstance(font, pikepdf.Dictionary) and "/FontName" in font]
        assert fonts
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_says_999_and_101_first_and_where_the_newest_stands(words, name, looked_up_today):
    sides = words(name)
    assert sides[0].index("999") < sides[0].index("101") < 120
    assert "The newest: testserver/what-you-can-do/take-along" in sides[-1]
    assert f"{looked_up_today}." in sides[-1]
    assert f"Taken from the site on {timezone.localdate():%-d %B %Y}." in sides[-1]


@pytest.mark.parametrize("name", NAMES)
def test_the_outside_of_a_sheet_says_nothing_of_who_holds_it(client, sheet, name):
    response = client.get(f"/what-you-can-do/take-along/{name}.pdf")
    outside = [response["Content-Disposition"], inspect(sheet(name)).pdf_title]
    assert not any(TELLING.search(words) for words in outside)


def test_the_front_of_a_card_has_no_name_of_a_service_nor_does_its_list_of_contents(words, sheet):
    for name in ("card-1", "card-2"):
        front = words(name)[0]
        facts = inspect(sheet(name))
        titles = " ".join(entry["title"] for entry in facts.outline)
        for route in HelpRoute.objects.exclude(is_emergency=True).exclude(phone="101"):
            assert route.name not in front
            assert route.name not in titles


def test_a_card_names_services_and_not_what_they_are_for(words):
    back = words("card-1")[1]
    assert "Childline" in back
    assert "0800 1111" in back
    for route in HelpRoute.objects.all():
        assert route.who_for not in back


def test_no_adult_is_sent_to_a_line_for_children_and_no_child_to_one_for_adults(words):
    young, adult = " ".join(words("poster-1")), " ".join(words("poster-2"))
    assert "Childline" in young
    assert "Childline" not in adult
    assert "NSPCC Helpline" in adult
    assert "NSPCC Helpline" not in young


@pytest.mark.parametrize("name", ["card-2", "poster-2"])
def test_a_route_that_is_overdue_is_not_printed_and_999_and_101_are(words, name):
    long_ago = timezone.localdate() - timedelta(days=1000)
    HelpRoute.objects.exclude(slug="stop-it-now").update(checked_on=long_ago)
    says = " ".join(words(name))
    assert "Stop It Now" in says
    assert "NSPCC" not in says
    assert "Crimestoppers" not in says
    assert "999" in says
    assert "101" in says


@pytest.mark.parametrize(
    "fields",
    [{"live": False}, {"expire_at": timezone.now() - timedelta(minutes=1)}, {"for_child": False}],
)
def test_a_route_that_is_unpublished_ended_or_for_others_is_not_printed(words, fields):
    assert "Childline" in " ".join(words("card-1"))
    HelpRoute.objects.filter(slug="childline").update(**fields)
    assert "Childline" not in " ".join(words("card-1"))


def test_what_a_draft_says_is_not_printed(words):
    route = HelpRoute.objects.get(slug="childline")
    route.phone = "0800 123 456"
    route.save_revision()
    assert "0800 123 456" not in " ".join(words("card-1"))


def test_a_new_number_stands_on_the_next_sheet_and_the_old_file_is_gone(words, settings):
    words("card-2")
    files = set((settings.DATA_DIR / "take_along").glob("card-2-*.pdf"))
    publish("nspcc-helpline", phone="0800 123 456")
    says = words("card-2")[1]
    assert "0800 123 456" in says
    assert "0808 800 5000" not in says
    after = set((settings.DATA_DIR / "take_along").glob("card-2-*.pdf"))
    assert len(after) == 1
    assert not after & files


def test_a_sheet_that_says_what_it_said_is_not_made_again(sheet, monkeypatch):
    first = sheet("poster-1")
    monkeypatch.setattr(kept, "typeset", lambda says: pytest.fail("It was made again."))
    assert sheet("poster-1") == first


def test_of_too_many_routes_the_first_are_printed_and_the_sheet_says_that_there_are_more(words):
    for number in range(30):
        HelpRoute(
            name=f"Line {number}",
            slug=f"line-{number}",
            who_for="For a child.",
            for_child=True,
            phone=f"0800 123 {456 + number}",
            checked_on=timezone.localdate(),
            live=True,
        ).save()
    for name, sides in (("card-1", 2), ("poster-1", 1)):
        said = words(name)
        assert len(said) == sides
        assert "Line 1 " in said[-1]
        assert "Line 29" not in said[-1]
        assert "There are more on the page named here." in said[-1]


def test_text_of_an_editor_is_printed_as_typed_and_never_run(words):
    HelpRoute.objects.filter(slug="childline").update(name='#panic("x") $y$ *Line* <a> @b')
    assert '#panic("x") $y$ *Line* <a> @b' in words("card-1")[1]


def test_a_character_that_no_typeface_here_has_keeps_no_number_from_anybody(words, caplog):
    HelpRoute.objects.filter(slug="childline").update(name="Line \U000fabcd")
    assert "0800 1111" in words("card-1")[1]
    assert "not quite as PDF/UA wants it" in caplog.text


def test_making_sheets_leaves_the_program_for_it_out_of_this_process(sheet, settings):
    shutil.rmtree(settings.DATA_DIR / "take_along", ignore_errors=True)
    sheet("card-1")
    assert "typst" not in sys.modules


@pytest.mark.parametrize("program", ["import time; time.sleep(9)", "raise SystemExit(3)", "print('No PDF')"])
def test_the_page_is_there_with_each_number_while_no_sheet_can_be_made(
    client, settings, monkeypatch, program
):
    shutil.rmtree(settings.DATA_DIR / "take_along", ignore_errors=True)
    monkeypatch.setattr(typesetting, "_START", program)
    monkeypatch.setattr(typesetting, "SECONDS", 0.1 if "sleep" in program else 20)
    says = text_of(client.get("/what-you-can-do/take-along/"))
    assert "Card, if you are under 19 (PDF)" in says
    client.raise_request_exception = False
    response = client.get("/what-you-can-do/take-along/card-1.pdf")
    assert response.status_code == 500
    assert "999" in text_of(response)
    assert list((settings.DATA_DIR / "take_along").glob("*")) == []


def test_a_sheet_is_kept_by_caches_for_seconds_by_browsers_never_and_listed_by_nobody(client):
    response = client.get("/what-you-can-do/take-along/card-1.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert response["CDN-Cache-Control"] == "public, max-age=5"
    assert response["Cache-Control"] == "no-store"
    assert response["X-Accel-Expires"] == "5"
    assert "noindex" in response["X-Robots-Tag"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Language"] == "en-GB"
    again = client.get("/what-you-can-do/take-along/card-1.pdf", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_there_is_no_other_sheet(client):
    assert client.get("/what-you-can-do/take-along/card-3.pdf").status_code == 404
    assert client.get("/what-you-can-do/signs-to-look-for/take-along/card-1.pdf").status_code == 404
    assert "999" in text_of(client.get("/what-you-can-do/take-along/card-3.pdf"))


def test_a_site_without_routes_still_prints_999_and_101(words):
    HelpRoute.objects.exclude(is_emergency=True).delete()
    for name in NAMES:
        says = " ".join(words(name))
        assert "999" in says
        assert "101" in says
