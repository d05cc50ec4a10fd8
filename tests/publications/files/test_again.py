"""Who may have a file is asked once, and then only of those of whom it may not be so."""

import pytest
from django.conf import settings
from wagtail.models import PageViewRestriction

from portal.answering import again, routing
from portal.serving.generation import State
from portal.site.memory import Memory


@pytest.fixture(autouse=True)
def remembered(monkeypatch):
    """Let the test's transaction remember as any other connection does."""
    monkeypatch.setattr(again, "_known", Memory(5))
    for module in (again, routing):
        monkeypatch.setattr(module, "state_now", lambda: State(1, 1))


def test_a_file_is_had_again_without_a_question_to_the_database(
    client, publication, django_assert_num_queries
):
    first = client.head(publication.download_url)
    with django_assert_num_queries(0):
        second = client.head(publication.download_url)
    assert (first.status_code, first.headers) == (second.status_code, second.headers)


def test_whoever_has_a_session_is_looked_at_each_time(client, publication):
    client.head(publication.download_url)
    publication.unpublish()
    assert client.head(publication.download_url).status_code == 200, "or this test shows nothing"
    client.cookies[settings.SESSION_COOKIE_NAME] = "somebody"
    assert client.head(publication.download_url).status_code == 404


def test_what_staff_may_have_of_a_private_page_is_not_remembered(editor_client, publication):
    PageViewRestriction.objects.create(page=publication, restriction_type="login")
    assert editor_client.head(publication.download_url).status_code == 200
    assert not again._known._values


def test_only_reading_is_answered_from_memory(client, publication):
    client.head(publication.download_url)
    assert client.post(publication.download_url).status_code == 405
