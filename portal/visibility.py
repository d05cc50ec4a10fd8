"""Which pages a visitor may see, in one place: live, not expired, not private."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import PageViewRestriction


def is_restricted() -> Exists:
    """Return an expression: is the page, or one above it, kept to some visitors only?"""
    return Exists(
        PageViewRestriction.objects.annotate(
            below=ExpressionWrapper(OuterRef("path"), output_field=CharField())
        ).filter(below__startswith=F("page__path"))
    )


def public_now(pages: QuerySet) -> QuerySet:
    """Return those of the pages that anyone may read at this moment.

    Expiry is checked here rather than left to the scheduler, which may not have run yet.
    """
    not_expired = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
    return pages.filter(not_expired, ~is_restricted(), live=True)
