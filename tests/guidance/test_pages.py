"""Guidance pages, and the pages that quote their points."""

import pytest

from tests.factories import edit_page, make_guidance, make_information_page, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def guidance(page):
    """Guidance with one action."""
    return make_guidance(
        page("/what-you-can-do/"),
        title="Locking doors",
        points_kind="actions",
        points_heading="One thing to do",
        points=[("point", {"heading": "Lock the door", "text": "<p>Every night.</p>"})],
        points_note="<p>A lock is not everything.</p>",
    )


@pytest.fixture
def quoting(page, guidance):
    """A page that quotes the action."""
    return make_information_page(page("/"), body=[("points_from_page", {"page": guidance})])


def test_points_are_quoted_with_their_heading_note_and_where_to_read_more(client, quoting):
    text = words(client.get(quoting.url))
    for part in ("One thing to do", "Lock the door", "Every night.", "A lock is not everything."):
        assert part in text
    assert "Read more: Locking doors" in text


def test_a_point_changed_on_its_page_is_changed_wherever_it_is_quoted(client, page):
    guidance = page("/what-you-can-do/keeping-a-child-safe-online/")
    guidance.points = [("point", {"heading": "Ask what they play", "text": ""})]
    guidance.save_revision().publish()
    for url in ("/", "/what-you-can-do/", guidance.url):
        text = words(client.get(url))
        assert "Ask what they play" in text, url
        assert "Set parental controls" not in text, url


def test_points_of_an_unpublished_page_are_quoted_nowhere(client, guidance, quoting):
    guidance.unpublish()
    assert "Lock the door" not in words(client.get(quoting.url))
    assert "Locking doors" not in words(client.get("/what-you-can-do/"))


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("points_kind", "Say what the points are: actions, signs or a checklist."),
        ("points_heading", "Give the points a heading, so that readers find them."),
    ],
)
def test_points_that_do_not_say_what_they_are_are_refused(editor_client, guidance, missing, sentence):
    point = {
        "type": "point",
        "order": "0",
        "deleted": "",
        "id": "",
        "value-heading": "Look",
        "value-text": "null",
    }
    typed = {"points-count": "1", **{f"points-0-{name}": value for name, value in point.items()}}
    response = edit_page(editor_client, guidance, **typed, **{missing: ""})
    assert response.status_code == 200
    assert sentence in response.content.decode()


def test_the_list_of_guidance_keeps_the_editors_order(client, page, guidance):
    first = page("/what-you-can-do/if-a-child-is-in-danger-now/")
    text = words(client.get("/what-you-can-do/"))
    assert text.index(first.title) < text.index("Locking doors")
    guidance.move(first, pos="left")
    text = words(client.get("/what-you-can-do/"))
    assert text.index("Locking doors") < text.index(first.title)


def test_signs_are_never_mixed_with_actions(client):
    text = words(client.get("/what-you-can-do/signs-to-look-for/"))
    assert "A sign is not proof" in text
