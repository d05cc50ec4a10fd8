"""Which pages of the site cite a publication, in the order of the file's own pages.

An app registers a function under ``HOOK``. It is given the publication and the paths of the private pages
(see ``portal.visibility.is_public``), and yields a ``Citation`` for each public page of its own that cites
the publication. It must ask the database once.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from wagtail import hooks
from wagtail.models import Page

HOOK = "portal_citations"


@dataclass(frozen=True)
class Citation:
    """A page that cites a publication: which ``number`` of the file it names, and the category it is in."""

    page: Page
    number: int | None = None
    category: Page | None = None


Provider = Callable[[Page, tuple[str, ...]], Iterable[Citation]]


def citations_of(publication: Page, restricted: tuple[str, ...]) -> dict | None:
    """Return ``by_page`` (citing pages by the page of the file, unknown ones last) and ``categories``.

    None if nothing cites the publication.
    """
    providers: list[Provider] = hooks.get_hooks(HOOK)
    found = [citation for provider in providers for citation in provider(publication, restricted)]
    if not found:
        return None
    found.sort(key=lambda citation: (citation.number or float("inf"), citation.page.title))
    categories = {citation.category.pk: citation.category for citation in found if citation.category}
    return {
        "by_page": [
            {"number": number, "pages": [citation.page for citation in group]}
            for number, group in groupby(found, key=lambda citation: citation.number)
        ],
        "categories": sorted(categories.values(), key=lambda category: category.title),
    }
