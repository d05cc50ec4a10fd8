"""An editor who sends too large a file reads why, and finds the form as it was."""

import pytest

from .admin import open_editor, sign_in

MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def large_file(tmp_path_factory):
    """A file of 90 MB that takes no room on the disk."""
    path = tmp_path_factory.mktemp("large") / "report.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(90 * MEGABYTE)
    return path


def test_a_file_of_90_megabytes_is_refused_in_words_and_the_form_keeps_its_title(page, site, large_file):
    sign_in(page, site)
    page.goto("/admin/documents/add/")
    page.locator("#id_file").set_input_files(large_file)
    page.locator("#id_title").fill("The report of the year")
    with page.expect_response(lambda response: response.request.method == "POST") as answer:
        page.get_by_role("button", name="Upload").click()
    assert answer.value.status == 413
    page.get_by_role("heading", name="Nothing was saved").wait_for()
    words = page.locator("body").inner_text()
    assert "at most 64 MB" in words
    assert "split it into parts" in words
    page.go_back()
    assert page.locator("#id_title").input_value() == "The report of the year"


def test_the_window_in_which_a_file_is_chosen_says_it_too(page, site, large_file):
    sign_in(page, site)
    open_editor(page, "national+strategic+assessment")
    page.locator("#id_document-chooser [data-chooser-action-choose]").first.dispatch_event("click")
    window = page.locator(".modal-body")
    window.get_by_role("tab", name="Upload").click()
    window.locator("input[type=file]").set_input_files(large_file)
    window.locator("input[name$=title]").fill("The report of the year")
    window.locator("button[type=submit]").last.click()
    window.get_by_role("alert").filter(has_text="at most 64 MB").wait_for()
