"""A change of a published figure is worded, dated, shown for ever, and what was cited stays readable."""

import pytest
from django.db.models import ProtectedError

from portal.visibility import public_now
from statistics.models import Correction, FigureVersion, StatisticPage
from tests.factories import edit_page, make_figure, words

pytestmark = pytest.mark.django_db
ASKED = "You changed the value, unit or period of a published figure."


@pytest.fixture
def figure(page):
    """A published figure: 1,200 things counted, 2020."""
    return make_figure(page("/statistics/"), title="Things")


@pytest.fixture
def corrected(editor_client, figure):
    """The figure, published again with another value and the words for it."""
    response = edit_page(editor_client, figure, lower_value="1300", correction="We had mistyped it.")
    assert response.status_code == 302
    editor_client.logout()
    return figure


@pytest.mark.parametrize(
    "change", [{"lower_value": "1300"}, {"unit": "percent", "lower_value": "12"}, {"period": "2021"}]
)
def test_a_changed_value_unit_or_period_is_not_published_without_a_correction(editor_client, figure, change):
    response = edit_page(editor_client, figure, summary="Typed in the same sitting.", **change)
    assert ASKED in response.content.decode()
    assert "Typed in the same sitting." in response.content.decode()
    assert "1,200 things counted" in words(editor_client.get(figure.url))


def test_other_changes_need_no_correction_and_leave_none(editor_client, figure):
    assert edit_page(editor_client, figure, summary="Better words.").status_code == 302
    assert "Corrections" not in words(editor_client.get(figure.url)).partition("Cite this figure")[0]


def test_a_draft_is_saved_without_a_correction(editor_client, figure):
    assert edit_page(editor_client, figure, publish=False, lower_value="1300").status_code == 302


def test_a_correction_is_shown_on_the_figure_on_the_list_and_in_the_feed(client, corrected):
    change = "It said: 1,200 things counted (2020). It now says: 1,300 things counted (2020)."
    for url in (corrected.url, "/statistics/corrections/"):
        assert f"We had mistyped it. {change}" in words(client.get(url)), url
    assert "We had mistyped it." in words(client.get(f"{corrected.url}card/"))
    feed = client.get("/statistics/corrections.atom")
    assert feed["Content-Type"].startswith("application/atom+xml")
    assert f"We had mistyped it. {change}" in feed.content.decode()
    assert "Corrections of figures" in words(client.get("/statistics/"))


def test_the_next_edit_starts_without_the_words_of_the_last_correction(corrected):
    assert corrected.get_latest_revision_as_object().correction == ""
    corrected.refresh_from_db()
    assert corrected.correction == ""


def test_a_change_that_no_form_saw_is_recorded_all_the_same(client, figure):
    figure.lower_value = 1400
    figure.save_revision().publish()
    assert "The figure was changed. It said: 1,200 things counted" in words(client.get(figure.url))


def test_a_correction_can_be_neither_changed_nor_deleted(corrected):
    correction = Correction.objects.get()
    with pytest.raises(TypeError, match="never deleted"):
        correction.delete()
    with pytest.raises(TypeError, match="Add another one"):
        correction.save()
    with pytest.raises(ProtectedError):
        corrected.delete()
    assert Correction.objects.get().words == "We had mistyped it."


def test_corrections_of_a_hidden_figure_are_hidden(client, corrected):
    StatisticPage.objects.filter(pk=corrected.pk).update(live=False)
    assert not public_now(StatisticPage.objects.filter(pk=corrected.pk))
    assert "mistyped" not in words(client.get("/statistics/corrections/"))
    assert "mistyped" not in client.get("/statistics/corrections.atom").content.decode()
    assert client.get(f"{corrected.url}version/1/").status_code == 404


def test_the_version_that_was_cited_stays_readable_and_says_what_is_newer(client, corrected):
    text = words(client.get(f"{corrected.url}version/1/"))
    assert "1,200 things counted" in text
    assert "This is version 1" in text
    assert "It now says: 1,300 things counted." in text
    assert "It is the newest one." in words(client.get(f"{corrected.url}version/2/"))
    assert "1,200 things counted" in text


def test_the_words_to_cite_name_value_state_version_day_and_address(client, corrected):
    page = client.get(corrected.url)
    cited = page.context["citation"]["text"]
    assert "“Things”: 1,300 things counted (UK, 2020; verified)." in cited
    assert "version 2, as at" in cited
    assert cited.count(f"{corrected.url}version/2/") == 1
    assert cited in words(page)


@pytest.mark.parametrize("number", ["0", "3", "99999999999999999999", "x", "-1"])
def test_a_version_that_does_not_exist_is_not_found(client, corrected, number):
    assert client.get(f"{corrected.url}version/{number}/").status_code == 404


def test_publishing_again_without_a_change_makes_no_new_version(client, figure):
    figure.save_revision().publish()
    assert client.get(f"{figure.url}version/2/").status_code == 404


@pytest.mark.parametrize(
    "name", ["caid-images", "dark-web-offenders", "people-engaged", "sexual-threat-2020"]
)
def test_publishing_a_default_figure_as_it_is_makes_no_new_version(editor_client, page, name):
    figure = page(f"/statistics/{name}/")
    assert edit_page(editor_client, figure).status_code == 302
    assert FigureVersion.objects.filter(figure=figure).count() == 1


def test_words_to_cite_have_one_pair_of_double_quotation_marks(client, page):
    cited = client.get(page("/statistics/dark-web-offenders/").url).context["citation"]["text"]
    assert cited.startswith("“What the source calls ‘offenders on the dark web’”:")


@pytest.mark.parametrize("typed", ["“It holds 1,200.”", '"It holds 1,200."', "It holds 1,200."])
def test_words_of_the_source_stand_in_one_pair_of_marks(client, page, typed):
    figure = make_figure(page("/statistics/"), quoted_words=typed)
    assert "<q>It holds 1,200.</q>" in client.get(figure.url).content.decode()


def test_paragraphs_of_the_caution_are_parted_in_the_data(client, page):
    record = client.get("/statistics/dark-web-offenders/data.json").json()["figure"]
    assert "which area it covers. Do not add" in record["does_not_mean"]
    figure = make_figure(page("/statistics/"), does_not_mean="<ul><li>A &amp; B</li><li>C</li></ul>")
    assert client.get(f"{figure.url}data.json").json()["figure"]["does_not_mean"] == "A & B C"
