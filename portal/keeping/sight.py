"""What staff may see: what any visitor may, and beyond that only where they hold a permission."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Model, Q, QuerySet
from wagtail.models import CollectionMember, Page
from wagtail.permissions import page_permission_policy, policy_registry

from ..visibility import public_now

ON_PAGES = {"add", "change", "publish", "bulk_delete", "lock", "unlock"}
ON_RECORDS = ["add", "change", "delete", "view", "publish", "choose"]

_viewer: ContextVar = ContextVar("viewer", default=None)


def pages_held(user) -> QuerySet[Page]:
    """Return the pages that the user holds any permission on."""
    return page_permission_policy.instances_user_has_any_permission_for(user, ON_PAGES)


def holds(user, page: Page) -> bool:
    """Whether the user holds any permission on the page; one query for each user and request."""
    return page_permission_policy.user_has_any_permission_for_instance(user, ON_PAGES, page)


def _above_what_is_held(user) -> Q:
    """Return a condition for the pages on the way to what the user holds, which the admin leads through."""
    held = page_permission_policy.get_cached_permissions_for_user(user)
    steps = Page.steplen
    paths = {perm.page.path[:end] for perm in held for end in range(steps, len(perm.page.path), steps)}
    return Q(path__in=paths)


def _readable(user, among: Q) -> QuerySet[Page]:
    """Return those of the pages whose titles the user may read, looking at no other page."""
    pages = Page.objects.filter(among)
    public = Q(pk__in=public_now(pages).values("pk"))
    held = Q(pk__in=pages_held(user).filter(among).values("pk"))
    return pages.filter(public | held | _above_what_is_held(user))


def visible_pages(user, pages: QuerySet) -> QuerySet:
    """Return those of the pages whose titles the user may read, as a query that a search can use."""
    return pages if user.is_superuser else pages.filter(pk__in=_readable(user, Q()).values("pk"))


def may_open(user, page: Page) -> bool:
    """Whether the user may know of a page that an address of the admin names; a workflow may ask them in."""
    return bool(visible(user, Page, [page.pk])) or page.permissions_for_user(user).can_edit()


def visible(user, model: type[Model], ids) -> list:
    """Return those of the ids whose objects' names the user may read."""
    if issubclass(model, Page):
        among = Q(pk__in=list(ids))
        found = Page.objects.filter(among) if user.is_superuser else _readable(user, among)
    else:
        policy = policy_registry.get_by_type(model)
        found = policy.instances_user_has_any_permission_for(user, ON_RECORDS).filter(pk__in=ids)
    return list(found.values_list("pk", flat=True))


def is_visible(user, thing: Model) -> bool:
    """Whether the user may read the name of a page, document, picture, record or setting."""
    if isinstance(thing, Page):
        return bool(visible(user, Page, [thing.pk]))
    policy = policy_registry.get_by_type(type(thing))
    if isinstance(thing, CollectionMember):
        return policy.user_has_any_permission_for_instance(user, ON_RECORDS, thing)
    return policy.user_has_any_permission(user, ON_RECORDS)


def works_on(user, thing: Model | None) -> bool:
    """Whether the user may add, change or publish the page or record: then reports tell them of it."""
    if user.is_superuser or thing is None:
        return user.is_superuser
    policy = policy_registry.get_by_type(type(thing))
    return policy.user_has_any_permission_for_instance(user, ["add", "change", "publish"], thing)


@contextmanager
def seen_by(user):
    """Say who looks at the admin, so that titles can be those that they may read."""
    token = _viewer.set(user)
    try:
        yield
    finally:
        _viewer.reset(token)


def viewer():
    """Return the member of staff for whom the admin's page is made, or None."""
    return _viewer.get()


def title_for_staff(page: Page) -> str:
    """Return the title that the one who looks may read: the draft's only where they hold a permission."""
    viewer = _viewer.get()
    if viewer is None or page.draft_title == page.title or holds(viewer, page):
        return page.draft_title or page.title
    return page.title
