"""The page that explains the words of the site."""

from itertools import groupby

from django.utils.functional import cached_property
from wagtail.search import index

from portal.pages import IndexPage, page_panels, page_search_fields

from ..forms import FactsForm
from ..panels import confirmation_panel
from .confirmed import FactsConfirmed
from .glossary_term import GlossaryTerm


class GlossaryPage(FactsConfirmed, IndexPage):
    """The glossary: all terms by letter, each with a place of its own to link to."""

    page_description = "What the words of the site mean. There is only one; terms are snippets."
    subpage_types = []
    base_form_class = FactsForm

    content_panels = page_panels(confirmation_panel(), body="What stands below the terms.")
    search_fields = [*page_search_fields(), index.SearchField("terms_text")]

    class Meta:
        verbose_name = "glossary"

    def sourced(self):
        return self._every_term

    @cached_property
    def _every_term(self) -> list[GlossaryTerm]:
        # The letters, and what is told of their sources, are worked out from one query.
        return list(GlossaryTerm.objects.all())

    def terms(self) -> list[GlossaryTerm]:
        """Return the terms that visitors may read, in the order of the alphabet."""
        return sorted(
            (term for term in self.sourced() if term.is_shown()), key=lambda term: term.name.casefold()
        )

    def letters(self) -> list[tuple[str, list[GlossaryTerm]]]:
        """Return the terms by their first letters."""
        return [(letter, list(terms)) for letter, terms in groupby(self.terms(), _first_letter)]

    def terms_text(self) -> str:
        """Return what search reads of the terms."""
        return " ".join(f"{term.name}: {term.found}" for term in self.terms())


def _first_letter(term: GlossaryTerm) -> str:
    return term.name[:1].upper()
