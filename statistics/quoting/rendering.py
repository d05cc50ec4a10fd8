"""How a quoted figure is written in running text, wherever it stands."""

from django.utils.html import format_html
from wagtail.rich_text import EmbedHandler

from portal.addresses import path_of
from portal.answering.links import defer, id_in, marked
from portal.visibility import public_now

from ..models import StatisticPage
from ..models.succession import find_newest

KIND = "figure"
NOT_SHOWN = format_html('<span class="unknown">{}</span>', "(this figure is not published)")


def quoted(ids: set[int]) -> dict[int, str]:
    """Return the words for each figure that visitors may read, by its id, from a query for all of them.

    A second one finds what took their places, if anything did.
    """
    figures = list(public_now(StatisticPage.objects.filter(pk__in=ids)).defer("body"))
    find_newest(figures)
    return {figure.pk: _quotation(figure) for figure in figures}


def _quotation(figure) -> str:
    """Return value, link and state; and where another figure took its place, that one's value and link."""
    newer = ""
    if figure.newest:
        newer = format_html(
            '; newest figure: <a href="{}">{}</a>', path_of(figure.newest), figure.newest.value_text
        )
    return format_html(
        '<a href="{}">{}</a> ({}{})', path_of(figure), figure.value_text, figure.state_label.lower(), newer
    )


class FigureEmbedHandler(EmbedHandler):
    """Writes ``<embed embedtype="figure" id="…"/>`` as the figure's value, with link and state."""

    identifier = KIND

    @staticmethod
    def get_model():
        return StatisticPage

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        ids = [id_in(attrs.get("id")) for attrs in attrs_list]
        marks = [marked(KIND, pk) for pk in ids]
        if all(mark is not None for mark in marks):
            return marks
        words = quoted(set(ids))
        return [words.get(pk, NOT_SHOWN) for pk in ids]

    @classmethod
    def extract_references(cls, attrs):
        if pk := id_in(attrs.get("id")):
            yield StatisticPage, str(pk), "", ""


defer(KIND, quoted, otherwise=NOT_SHOWN, left_out="(a figure is left out here)")
