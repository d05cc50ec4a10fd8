"""How a marked term is written in running text: a link to its place on the glossary page."""

from django.db.models import Subquery
from django.utils.html import format_html
from wagtail.rich_text import LinkHandler

from portal.addresses import path_by_url_path
from portal.answering.links import defer, id_in, marked_tag
from portal.visibility import public_now

from ..models import GlossaryPage, GlossaryTerm

KIND = "term"
# What is not shown loses its link, not its words.
NO_LINK = "<a>"


def opening_tags(ids: set[int]) -> dict[int, str]:
    """Return the opening tag of the link to each term that visitors may read, by the term's id.

    One query finds the terms and their page; where there is no page, nothing is linked.
    """
    page = public_now(GlossaryPage.objects.all()).values("url_path")[:1]
    terms = GlossaryTerm.objects.filter(pk__in=ids).annotate(url_path=Subquery(page)).order_by()
    path = path_by_url_path()
    addresses = {term: path(term.url_path) for term in terms if term.is_shown() and term.url_path}
    return {
        term.pk: format_html('<a href="{}#{}" class="term">', address, term.element_id)
        for term, address in addresses.items()
        if address
    }


class TermLinkHandler(LinkHandler):
    """Writes ``<a linktype="term" id="…">`` as a link to the term's place."""

    identifier = KIND

    @staticmethod
    def get_model():
        return GlossaryTerm

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        ids = [id_in(attrs.get("id")) for attrs in attrs_list]
        marks = [marked_tag(KIND, pk) for pk in ids]
        if all(mark is not None for mark in marks):
            return marks
        tags = opening_tags(set(ids))
        return [tags.get(pk, NO_LINK) for pk in ids]

    @classmethod
    def extract_references(cls, attrs):
        if pk := id_in(attrs.get("id")):
            yield GlossaryTerm, str(pk), "", ""


defer(KIND, opening_tags, otherwise=NO_LINK, left_out=NO_LINK)
