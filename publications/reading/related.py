"""The pages that a publication's page leads to, in one query: a page may ask the database ten times."""

from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import F, IntegerField, Q, Value
from django.db.models.functions import Coalesce
from wagtail.models import Page

from portal.visibility import public_now

from .access import open_to_anyone
from .citations import who_cites

NO_PAGE = Q(pk__in=[])
# Coalesce needs two expressions at least.
NO_NUMBER = [Value(None, output_field=IntegerField())] * 2


@dataclass
class Related:
    """The pages that cite the publication, their categories, the publisher's other publications.

    They are plain pages: those that cite have ``number``, publications have ``edition`` and ``published_on``.
    """

    citing: list[Page] = field(default_factory=list)
    categories: list[Page] = field(default_factory=list)
    publications: list[Page] = field(default_factory=list)
    has_open_document: bool = False


def related_to(publication) -> Related:
    """Return what visitors may see of it, and whether the publication's own document is open to them."""
    told = who_cites(publication)
    cites = reduce(or_, (citing.where for citing in told), NO_PAGE)
    wanted = reduce(or_, (Q(pk__in=citing.categories) for citing in told), cites)
    wanted |= Q(publicationpage__publisher__iexact=publication.publisher)
    rows = (
        Page.objects.filter(
            Q(pk=publication.pk) | Q(pk__in=public_now(Page.objects.filter(wanted)).values("pk"))
        )
        .annotate(
            cites=cites,
            number=Coalesce(*(citing.number for citing in told), *NO_NUMBER),
            edition=F("publicationpage__edition"),
            published_on=F("publicationpage__published_on"),
            is_open=open_to_anyone("publicationpage__document__"),
        )
        .order_by()
    )
    related = Related()
    for row in rows:
        if row.pk == publication.pk:
            related.has_open_document = row.is_open
        elif row.edition is not None:
            related.publications.append(row)
        elif row.cites:
            related.citing.append(row)
        else:
            related.categories.append(row)
    return related
