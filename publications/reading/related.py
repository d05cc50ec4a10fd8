"""What a publication's page needs of its own row and the publisher's other rows, in one query.

A page may ask the database ten times.
"""

from dataclasses import dataclass, field

from django.db.models import Q
from wagtail.models import Page

from portal.visibility import public_now

from .access import open_to_anyone


@dataclass
class Related:
    """The publisher's other publications that visitors may see; whether the own document is open to them."""

    publications: list[Page] = field(default_factory=list)
    has_open_document: bool = False


def related_to(publication) -> Related:
    """Return what belongs to a publication, which need not be live itself."""
    of_its_type = type(publication).objects
    others = public_now(of_its_type.filter(publisher__iexact=publication.publisher))
    rows = of_its_type.filter(Q(pk=publication.pk) | Q(pk__in=others.values("pk")))
    related = Related()
    for row in rows.annotate(is_open=open_to_anyone("document__")).defer("body").order_by():
        if row.pk == publication.pk:
            related.has_open_document = row.is_open
        else:
            related.publications.append(row)
    return related
