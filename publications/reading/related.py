"""The pages that a publication's page leads to, in one query: a page may ask the database ten times."""

from dataclasses import dataclass, field

from django.db.models import F, Q
from wagtail.models import Page

from portal.visibility import public_now

from .access import open_to_anyone


@dataclass
class Related:
    """Figures that cite the publication, their categories, the publisher's other publications.

    They are plain pages: figures with ``source_page``, publications with ``edition`` and ``published_on``.
    """

    figures: list[Page] = field(default_factory=list)
    categories: list[Page] = field(default_factory=list)
    publications: list[Page] = field(default_factory=list)
    has_open_document: bool = False


def related_to(publication) -> Related:
    """Return what visitors may see of it, and whether the publication's own document is open to them."""
    figures = public_now(publication.statistics.all())
    same_publisher = type(publication).objects.filter(publisher__iexact=publication.publisher)
    wanted = Q(pk__in=figures.values("pk")) | Q(pk__in=figures.values("category"))
    wanted |= Q(pk__in=same_publisher.values("pk"))
    rows = (
        Page.objects.filter(
            Q(pk=publication.pk) | Q(pk__in=public_now(Page.objects.filter(wanted)).values("pk"))
        )
        .annotate(
            cites=F("statisticpage__publication"),
            source_page=F("statisticpage__source_page"),
            edition=F("publicationpage__edition"),
            published_on=F("publicationpage__published_on"),
            document=F("publicationpage__document"),
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
        elif row.cites is not None:
            related.figures.append(row)
        else:
            related.categories.append(row)
    return related
