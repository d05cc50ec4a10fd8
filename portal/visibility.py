"""What a visitor may see, in one place: live pages, not expired, not private; files of open collections."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Length, Substr
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

# What a page's row holds for its editors alone. Reading it costs a fifth of what a row costs.
FOR_EDITORS = (
    "alias_of",
    "draft_title",
    "expired",
    "go_live_at",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "live_revision",
    "locale",
    "locked",
    "locked_at",
    "locked_by",
    "owner",
    "translation_key",
)


def narrow(pages: QuerySet, *more: str, of: tuple[str, ...] = ()) -> QuerySet:
    """Return pages to be listed or quoted: without what is for editors, and without ``more`` (long texts).

    ``of`` names the foreign keys by which the rows reach the pages, where they are not pages themselves.
    """
    names = (*FOR_EDITORS, *more)
    return pages.defer(*(f"{path}__{name}" for path in of for name in names) if of else names)


def is_within(nodes: QuerySet, path: str = "path") -> Exists:
    """Return an expression: is the node whose tree path stands in the field one of these, or below one?"""
    return Exists(nodes.filter(path=Substr(OuterRef(path), 1, Length("path"))).order_by())


def is_restricted() -> Exists:
    """Return an expression: is the page, or one above it, kept to some visitors only?

    The ids in a subquery of their own keep SQLite, once it has statistics, from reading all pages
    for each page.
    """
    return is_within(Page.objects.filter(pk__in=PageViewRestriction.objects.values("page")))


def in_open_collection(path: str) -> Q:
    """Return a condition: is a picture or document in no private collection?

    ``path`` names the field with its collection's path.
    """
    private = Collection.objects.filter(pk__in=CollectionViewRestriction.objects.values("collection"))
    return Q(~is_within(private, path))


def public_now(pages: QuerySet) -> QuerySet:
    """Return those of the pages that anyone may read at this moment.

    Expiry is checked here rather than left to the scheduler, which may not have run yet.
    """
    not_expired = Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now())
    return pages.filter(not_expired, ~is_restricted(), live=True)


def restricted_paths() -> tuple[str, ...]:
    """Return the tree paths of the pages that only some may read, from one small query."""
    return tuple(PageViewRestriction.objects.values_list("page__path", flat=True))


def is_public(page, restricted: tuple[str, ...]) -> bool:
    """Whether anyone may read a page that is at hand already: ``public_now`` without a query.

    ``restricted`` are the paths from ``restricted_paths``, or from the context of a page.
    """
    if page is None or not page.live or (page.expire_at and page.expire_at <= timezone.now()):
        return False
    return not page.path.startswith(restricted)


def if_public(page, restricted: tuple[str, ...]):
    """Return the page if anyone may read it, else None."""
    return page if is_public(page, restricted) else None
