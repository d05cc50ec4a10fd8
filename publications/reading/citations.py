"""Which pages of the site cite a publication: each app says it of its own, by a hook.

An app registers a function under ``HOOK``, which is given the publication and returns ``Citing``. Nothing is
asked of the database by then: ``related`` asks for the pages of all apps in one query.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F, Q, QuerySet
from wagtail import hooks
from wagtail.models import Page

HOOK = "portal_citations"


@dataclass(frozen=True)
class Citing:
    """What an app knows of those of its pages that cite a publication, as seen from ``wagtailcore.Page``.

    ``where`` is the condition that finds them, ``number`` the expression for the page of the file that each
    names, ``categories`` the ids of the pages on which the public ones of them are also told.
    """

    where: Q
    number: F
    categories: QuerySet


Provider = Callable[[Page], Citing]


def who_cites(publication) -> list[Citing]:
    """Return what each app says of its own pages, in the order in which they registered."""
    providers: list[Provider] = hooks.get_hooks(HOOK)
    return [provider(publication) for provider in providers]


def by_page_of_the_file(pages) -> list[dict]:
    """Return citing pages, which come in the order of their ``number``, as ``{"number", "pages"}``."""
    return [
        {"number": number, "pages": list(group)}
        for number, group in groupby(pages, key=lambda page: page.number)
    ]


def told_of(related) -> dict | None:
    """Return ``by_page``, ``has_more`` and ``categories`` for the publication's page, or None."""
    if not related.citing:
        return None
    return {
        "by_page": by_page_of_the_file(related.citing),
        "has_more": related.has_more_citing,
        "categories": sorted(related.categories, key=lambda category: category.title),
    }
