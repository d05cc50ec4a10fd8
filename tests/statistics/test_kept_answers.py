"""What the server may keep of answers to queries: under the parameters that the address reads."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/statistics/", ()),
        ("/statistics/?state=verified", ("state",)),
        ("/statistics/?state=verified&utm=x", ()),
        ("/statistics/?state=nonsense", ()),
        ("/statistics/?page=1", ()),
        ("/statistics/data.json?state=verified", ("state",)),
        ("/statistics/data.csv", ()),
        ("/categories/?page=2", ()),
    ],
)
def test_an_answer_to_a_query_is_kept_under_the_parameters_that_it_read(client, address, kept):
    response = client.get(address)
    assert response.status_code == 200
    assert response.kept_queries == kept


def test_a_refused_query_is_never_kept(client):
    assert client.get("/statistics/data.json?state=nonsense").status_code == 400


def test_a_page_that_will_expire_says_when(page):
    from datetime import timedelta

    from django.test import Client
    from django.utils import timezone

    leaf = page("categories/")
    assert not hasattr(Client().get(leaf.url), "ends_at")
    leaf.expire_at = timezone.now() + timedelta(hours=1)
    leaf.save_revision().publish()
    assert Client().get(leaf.url).ends_at == leaf.expire_at.timestamp()
