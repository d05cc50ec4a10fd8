"""The pages that a publication's page leads to, in one query: a page may ask the database ten times."""

from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import F, IntegerField, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from wagtail.models import Page

from portal.visibility import public_now

from .access import open_to_anyone
from .citations import who_cites

NO_PAGE = Q(pk__in=[])
# Coalesce needs two expressions at least.
NO_NUMBER = [Value(None, output_field=IntegerField())] * 2


# So many of the pages that cite it stand on a publication's own page, and on each page of the list of all.
MAX_CITING = 50


@dataclass
class Related:
    """The pages that cite the publication, their categories, the publisher's other publications.

    They are plain pages: those that cite have ``number``, publications have ``edition`` and ``published_on``.
    """

    citing: list[Page] = field(default_factory=list)
    categories: list[Page] = field(default_factory=list)
    publications: list[Page] = field(default_factory=list)
    has_open_document: bool = False
    has_more_citing: bool = False


def _cites(publication) -> tuple[Q, Coalesce]:
    """Return the condition for the pages that cite the publication, and the page of its file they name."""
    told = who_cites(publication)
    where = reduce(or_, (citing.where for citing in told), NO_PAGE)
    return where, Coalesce(*(citing.number for citing in told), *NO_NUMBER)


def citing_pages(publication) -> QuerySet[Page]:
    """Return the pages that cite the publication and that visitors may see, by the page of its file."""
    cites, number = _cites(publication)
    pages = public_now(Page.objects.filter(cites)).annotate(number=number)
    return pages.order_by(F("number").asc(nulls_last=True), "title", "pk")


def _rows(publication) -> QuerySet[Page]:
    """Return the publication, the first pages that cite it, their categories and the publisher's others."""
    cites, number = _cites(publication)
    wanted = Q(publicationpage__publisher__iexact=publication.publisher)
    wanted = reduce(or_, (Q(pk__in=citing.categories) for citing in who_cites(publication)), wanted)
    first = Q(pk__in=citing_pages(publication).values("pk")[: MAX_CITING + 1])
    others = Q(pk__in=public_now(Page.objects.filter(wanted)).values("pk"))
    return (
        Page.objects.filter(Q(pk=publication.pk) | first | others)
        .annotate(
            cites=cites,
            number=number,
            edition=F("publicationpage__edition"),
            published_on=F("publicationpage__published_on"),
            is_open=open_to_anyone("publicationpage__document__"),
        )
        .order_by(F("number").asc(nulls_last=True), "title", "pk")
    )


def related_to(publication) -> Related:
    """Return what visitors may see of it, and whether the publication's own document is open to them."""
    related = Related()
    for row in _rows(publication):
        if row.pk == publication.pk:
            related.has_open_document = row.is_open
        elif row.edition is not None:
            related.publications.append(row)
        elif row.cites:
            related.citing.append(row)
        else:
            related.categories.append(row)
    related.has_more_citing = len(related.citing) > MAX_CITING
    del related.citing[MAX_CITING:]
    return related
