"""Figures as readers meet them: on the home page, the category, the list and their own pages."""

from decimal import Decimal

import pytest

from statistics.choices import RelationKind, State
from statistics.models import StatisticPage
from statistics.models.relations import FigureRelation
from tests.factories import edit_page, make_category, make_figure, make_information_page, words

pytestmark = pytest.mark.django_db

OVERLAP = RelationKind.OVERLAPS.warning


@pytest.fixture
def category(page):
    """A category without figures."""
    return make_category(page("/categories/"), title="Smuggling")


@pytest.fixture
def make(page, category):
    """Return a function that makes a figure of the category."""
    return lambda **fields: make_figure(page("/statistics/"), category=category, **fields)


def figures_shown(page, *figures):
    """Return a page of text that quotes the figures."""
    body = [("figures", {"figures": list(figures)})]
    return make_information_page(page("/"), body=body)


@pytest.mark.parametrize("state", State.values)
def test_the_state_is_said_in_words_wherever_the_figure_is(client, page, category, make, state):
    note = "A reason." if state == "withdrawn" else ""
    newer = make() if state == "superseded" else None
    figure = make(title="Things", state="verified")
    StatisticPage.objects.filter(pk=figure.pk).update(state=state, state_note=note, superseded_by=newer)
    quoting = figures_shown(page, figure)
    for url in (figure.url, category.url, quoting.url, page("/statistics/").url):
        assert f"State: {state}." in words(client.get(url)), url
    records = client.get("/statistics/data.json").json()["figures"]
    assert [record["state"] for record in records if record["title"] == "Things"] == [state]


@pytest.mark.parametrize("state", State)
def test_the_page_of_a_figure_explains_its_state_in_a_sentence(client, make, state):
    figure = make()
    StatisticPage.objects.filter(pk=figure.pk).update(state=state)
    assert f"State: {state}. {state.explanation}" in words(client.get(figure.url))


def test_the_note_and_the_caution_go_wherever_the_figure_goes(client, page, category, make):
    figure = make(state_note="Not seen in the source.", does_not_mean="<p>Images, not children.</p>")
    for url in (figure.url, category.url, "/statistics/", figures_shown(page, figure).url):
        text = words(client.get(url))
        assert "Not seen in the source." in text, url
        assert "Images, not children." in text, url


def test_every_figure_on_the_home_page_has_its_own_state_beside_it(client, page):
    text = words(client.get("/"))
    shown = [block.value["figures"] for block in page("/").body if block.block_type == "figures"]
    figures = [figure for group in shown for figure in group]
    assert len(figures) == 8
    for figure in figures:
        after = text.partition(figure.statement())[2]
        assert after.partition("State: ")[2].startswith(f"{figure.state}."), figure


def test_value_and_what_is_counted_are_one_sentence(client):
    sentence = "8.3 million unique first-generation images added to the Child Abuse Image Database (CAID)"
    for url in ("/", "/statistics/", "/statistics/caid-images/", "/categories/child-sexual-abuse/"):
        assert sentence in words(client.get(url)), url


def test_two_overlapping_figures_shown_together_carry_a_warning_and_one_alone_does_not(client, page, make):
    one, other = make(), make()
    FigureRelation.objects.create(figure=one, other=other, kind="overlaps")
    assert OVERLAP in words(client.get(figures_shown(page, one, other).url))
    assert OVERLAP in words(client.get(figures_shown(page, other, one).url))
    assert OVERLAP not in words(client.get(figures_shown(page, one).url))
    assert OVERLAP not in words(client.get(figures_shown(page, one, make()).url))


def test_the_category_and_the_list_warn_of_overlapping_figures(client, category, make):
    one, other = make(), make()
    assert OVERLAP not in words(client.get(category.url))
    FigureRelation.objects.create(figure=one, other=other, kind="overlaps")
    assert OVERLAP in words(client.get(category.url))
    listed = words(client.get("/statistics/"))
    assert OVERLAP in listed[listed.rindex("Smuggling") :]


@pytest.mark.parametrize("kind", list(RelationKind))
def test_each_kind_of_relation_has_a_warning_of_its_own(client, page, make, kind):
    one, other = make(), make()
    FigureRelation.objects.create(figure=one, other=other, kind=kind)
    assert kind.warning in words(client.get(figures_shown(page, one, other).url))


def test_the_overlapping_figures_of_the_default_content_are_never_shown_without_the_warning(client):
    for url in ("/", "/statistics/", "/categories/child-sexual-abuse/"):
        assert OVERLAP in words(client.get(url)), url


def test_a_relation_entered_once_is_told_on_both_pages(client, make):
    one, other = make(title="First figure"), make(title="Second figure")
    FigureRelation.objects.create(figure=one, other=other, kind="overlaps", note="Same people.")
    assert "This figure overlaps with Second figure. Same people." in words(client.get(one.url))
    assert "This figure overlaps with First figure. Same people." in words(client.get(other.url))
    other.unpublish()
    assert "Second figure" not in words(client.get(one.url))


def test_a_superseded_figure_points_to_the_newer_one(client):
    response = client.get("/statistics/sexual-threat-2020/")
    assert "There is a newer figure" in words(response)
    notice = response.content.decode().partition("There is a newer figure")[2].partition("</div>")[0]
    assert 'href="/statistics/sexual-threat-2023/"' in notice
    assert "There is a newer figure" in words(client.get("/statistics/sexual-threat-2021/"))
    newest = client.get("/statistics/sexual-threat-2023/")
    assert "There is a newer figure" not in words(newest)


def test_a_figure_changed_in_the_admin_is_changed_everywhere_at_once(client, editor, page):
    client.force_login(editor)
    figure = page("/statistics/children-safeguarded/")
    changed = {"lower_value": "9900", "correction": "It was 7,600 by mistake."}
    assert edit_page(client, figure, **changed).status_code == 302
    client.logout()
    category, publication = page("/categories/child-sexual-abuse/"), figure.publication
    for url in ("/", "/statistics/", figure.url, category.url, publication.url):
        text = words(client.get(url)).partition("This figure was corrected")[0]
        assert "9,900 children safeguarded" in text, url
        assert "7,600" not in text, url
    records = client.get("/statistics/data.json").json()["figures"]
    assert [record["lower_value"] for record in records if record["value"] == "9,900"] == [9900]
    assert "9,900" in client.get("/statistics/data.csv").getvalue().decode()


def test_a_draft_of_a_figure_changes_nothing_for_readers(client, editor, page):
    client.force_login(editor)
    figure = page("/statistics/children-safeguarded/")
    edit_page(client, figure, publish=False, lower_value="9900")
    assert "7,600 children safeguarded" in words(client.get("/"))
    figure.refresh_from_db()
    assert figure.get_latest_revision_as_object().lower_value == Decimal(9900)


def test_figures_about_all_crime_come_first_in_the_list(client):
    text = words(client.get("/statistics/"))
    assert text.index("at least 350,000") < text.index("8.3 million")


def test_a_figure_is_part_of_another_which_includes_it(client, make):
    whole, part = make(title="Whole"), make(title="Part")
    FigureRelation.objects.create(figure=part, other=whole, kind="part_of")
    assert "This figure is part of Whole." in words(client.get(part.url))
    assert "This figure includes Part." in words(client.get(whole.url))
