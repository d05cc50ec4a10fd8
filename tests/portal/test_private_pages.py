"""A private page asks its readers to sign in, and nothing public quotes it."""

import pytest
from wagtail.models import PageViewRestriction

from tests.factories import make_figure, make_guidance, make_information_page, make_publication, words


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def test_a_visitor_of_a_private_page_is_asked_to_sign_in(client, editor, page):
    made = make_information_page(page("/"), title="Quokka facts")
    restrict(made)
    response = client.get(made.url)
    assert response.status_code == 302
    assert "login" in response["Location"]
    assert "CDN-Cache-Control" not in response
    client.force_login(editor)
    response = client.get(made.url)
    assert "Quokka facts" in words(response)
    assert "CDN-Cache-Control" not in response


@pytest.mark.parametrize("kind", ["figures", "points_from_page", "publication", "page_links"])
def test_a_private_page_is_not_quoted_on_a_public_one(client, page, kind):
    if kind == "figures":
        made = make_figure(page("/statistics/"), title="Quokka facts")
        value = {"figures": [made]}
    elif kind == "points_from_page":
        made = make_guidance(
            page("/what-you-can-do/"),
            title="Quokka facts",
            points_kind="actions",
            points_heading="Quokka facts",
            points=[("point", {"heading": "Look", "text": ""})],
        )
        value = {"page": made}
    elif kind == "publication":
        made = make_publication(page("/publications/"), title="Quokka facts")
        value = {"page": made}
    else:
        made = make_information_page(page("/"), title="Quokka facts")
        value = {"links": [{"page": made, "label": ""}]}
    quoting = make_information_page(page("/"), title="Quoting", body=[(kind, value)])
    restrict(made)
    assert "Quokka facts" not in words(client.get(quoting.url))
