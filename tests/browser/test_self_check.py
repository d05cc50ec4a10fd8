"""The self-check is used by radio buttons and a stylesheet alone: nothing is sent, kept or given back."""

from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from .test_other_media import letters

PATH = "/what-you-can-do/for-organisations/"
KEPT = """async () => [localStorage.length, sessionStorage.length, document.cookie.length,
    (await indexedDB.databases()).length, (await caches.keys()).length]"""
CHECKED = "() => document.querySelectorAll('.self-check :checked').length"


@pytest.fixture
def questions(page):
    page.goto(PATH)
    return page.locator("fieldset.check")


def test_a_full_use_asks_the_network_for_nothing_and_keeps_nothing(page, questions):
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    before = (page.url, page.evaluate("history.length"))
    for number, question in enumerate(questions.all()):
        choice = question.get_by_role("radio").nth(number % 4)
        choice.check()
        choice.press("Enter")
    assert page.evaluate(CHECKED) == questions.count()
    page.get_by_role("button", name="Clear all answers").click()
    assert page.evaluate(CHECKED) == 0
    questions.first.get_by_label("No", exact=True).check()
    page.wait_for_timeout(300)
    assert asked == []
    assert page.evaluate(KEPT) == [0, 0, 0, 0, 0]
    assert page.context.cookies() == []
    assert (page.url, page.evaluate("history.length")) == before


@pytest.mark.parametrize("way", ["reload", "back"])
def test_the_browser_gives_no_answer_back(page, questions, way):
    questions.first.get_by_label("No", exact=True).check()
    if way == "reload":
        page.reload()
    else:
        page.goto("/")
        page.go_back()
    expect(page.locator("fieldset.check").first).to_be_visible()
    assert page.evaluate(CHECKED) == 0


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("answer", ["No", "Not sure"])
def test_no_and_not_sure_lead_to_the_step_and_to_the_list_at_the_end(browser, site, scripts, answer):
    page = browser.new_context(base_url=site.url, java_script_enabled=scripts).new_page()
    page.goto(PATH)
    question, end = page.locator("fieldset.check").first, page.locator(".self-check-end")
    step = question.locator(".check-step")
    own = end.locator("li").filter(visible=True)
    expect(step).to_be_hidden()
    expect(own).to_have_count(0)
    expect(end.locator(".self-check-none")).to_be_visible()
    question.get_by_label(answer, exact=True).check()
    expect(step).to_be_visible()
    expect(own).to_have_count(1)
    expect(end.locator(".self-check-none")).to_be_hidden()
    words = step.locator("p").first.inner_text().removeprefix("Your step:").strip()
    assert words in own.inner_text()
    for other in ("Yes", "Not about us"):
        question.get_by_label(other, exact=True).check()
        expect(step).to_be_hidden()
        expect(own).to_have_count(0)
    page.context.close()


def test_the_list_at_the_end_holds_each_step_once_and_law_apart_from_advice(page, questions):
    for question in questions.all():
        question.get_by_label("No", exact=True).check()
    end = page.locator(".self-check-end")
    for kind, heading in (("law", "What the law asks"), ("advice", "Advice")):
        assert end.locator(f".self-check-{kind} h4").inner_text().startswith(heading)
        numbers = page.locator(f".check-is-{kind} .check-number").all_inner_texts()
        listed = end.locator(f".self-check-{kind} li").filter(visible=True).all_inner_texts()
        assert len(listed) == len(numbers)
        for number, item in zip(numbers, listed, strict=True):
            assert f"Question {number.rstrip('.')}" in item


def test_by_keyboard_the_step_is_there_and_heard_as_the_answer_is_chosen(page, questions):
    first = questions.first
    first.get_by_label("Yes", exact=True).focus()
    page.keyboard.press("ArrowRight")
    no = first.get_by_label("No", exact=True)
    expect(no).to_be_checked()
    expect(no).to_be_focused()
    step = first.locator(".check-step p").first
    expect(step).to_be_visible()
    expect(no).to_have_accessible_description(step.inner_text())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.check-source') !== null")
    group = page.get_by_role("group", name="person named")
    expect(group.first).to_be_visible()


def test_a_browser_without_has_simply_shows_every_step(page, site):
    def older(route):
        answer = route.fetch()
        body = answer.text().replace("selector(:has(*))", "selector(:no-such-thing(*))")
        route.fulfill(response=answer, body=body)

    page.route("**/*.css", older)
    page.goto(PATH)
    steps = page.locator(".check-step")
    assert steps.filter(visible=True).count() == steps.count() > 20
    expect(page.locator(".self-check-without")).to_be_visible()
    for hidden in (".self-check-with", ".self-check-end ul", ".self-check-none"):
        assert page.locator(hidden).filter(visible=True).count() == 0


@pytest.mark.parametrize("answered", [False, True], ids=["empty", "answered"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_prints_on_two_sheets_with_every_question_and_step(page, questions, answered, scheme):
    page.emulate_media(color_scheme=scheme)
    if answered:
        for question in questions.all():
            question.get_by_label("No", exact=True).check()
    wanted = [*page.locator(".check legend").all_text_contents()]
    wanted += [letters(text) for text in page.locator(".check-step p:first-child").all_text_contents()]
    paper = PdfReader(BytesIO(page.pdf(format="A4")))
    printed = letters("".join(sheet.extract_text() for sheet in paper.pages))
    assert len(paper.pages) == 2
    for text in wanted:
        assert letters(text).lstrip("0123456789") in printed


def test_in_forced_colours_an_answer_and_its_step_can_be_told(page, questions):
    page.emulate_media(forced_colors="active")
    first = questions.first
    first.get_by_label("No", exact=True).check()
    border = "e => getComputedStyle(e).borderInlineStartWidth"
    assert first.locator(".check-step").evaluate(border) != "0px"
    assert first.get_by_role("radio").first.evaluate("e => getComputedStyle(e).appearance") != "none"
