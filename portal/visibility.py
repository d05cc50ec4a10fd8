"""Which pages a visitor may see, in one place: live, not expired, not private."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Length, Substr
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction


def is_restricted() -> Exists:
    """Return an expression: is the page, or one above it, kept to some visitors only?

    The ids in a subquery of their own keep SQLite, once it has statistics, from reading all pages
    for each page.
    """
    restricted = Page.objects.filter(pk__in=PageViewRestriction.objects.values("page"))
    return Exists(restricted.filter(path=Substr(OuterRef("path"), 1, Length("path"))).order_by())


def public_now(pages: QuerySet) -> QuerySet:
    """Return those of the pages that anyone may read at this moment.

    Expiry is checked here rather than left to the scheduler, which may not have run yet.
    """
    not_expired = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
    return pages.filter(not_expired, ~is_restricted(), live=True)
