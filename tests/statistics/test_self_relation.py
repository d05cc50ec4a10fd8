"""A page cannot be related to itself."""

from categories.models import CategoryRelation
from tests.factories import edit_page, make_category, make_figure


def test_a_figure_cannot_be_related_to_itself(editor_client, page):
    figure = make_figure(page("/statistics/"))
    row = {"kind": "overlaps", "other": str(figure.pk), "id": "", "ORDER": "1", "DELETE": "", "note": ""}
    changes = {f"figure_relations-0-{name}": value for name, value in row.items()}
    response = edit_page(editor_client, figure, **changes, **{"figure_relations-TOTAL_FORMS": "1"})
    assert not figure.figure_relations.exists()
    assert "Choose another page: this is the page itself." in response.content.decode()


def test_a_category_cannot_be_related_to_itself(editor_client, page):
    category = make_category(page("/categories/"))
    row = {"related": str(category.pk), "id": "", "ORDER": "1", "DELETE": ""}
    changes = {f"related_categories-0-{name}": value for name, value in row.items()}
    response = edit_page(editor_client, category, **changes, **{"related_categories-TOTAL_FORMS": "1"})
    assert not CategoryRelation.objects.filter(page=category).exists()
    assert "Choose another page: this is the page itself." in response.content.decode()
