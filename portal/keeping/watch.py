"""Watches what a request of the admin takes away or changes, whichever view or form does it.

A page is judged when all that the request takes away is known: a figure may go together with the page that
quotes it. So what stood on each object is noted at once, and the whole is judged at the end, in the same
transaction, which is rolled back if anything is left behind.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Model
from django.db.models.signals import post_save, pre_delete, pre_save
from django.dispatch import Signal
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction
from wagtail.signals import pre_page_move, unpublished
from wagtail.snippets.models import get_snippet_models

from ..visibility import is_within
from .reasons import left, never
from .refusal import Refusal
from .rights import has_no_drafts, why_not_change
from .uses import Key, key_of, live_children, uses_of

# Sent by what keeps an object but takes it from visitors, such as the bin of documents: ``instance``.
taken_away = Signal()

_watch: ContextVar = ContextVar("watch", default=None)


class NotAllowedError(Exception):
    """A change that the user may not make; ``refusal`` says why."""

    def __init__(self, refusal: Refusal):
        super().__init__(refusal.heading)
        self.refusal = refusal


class Watch:
    """What one request takes away from visitors, each with what stood on it before."""

    def __init__(self, user):
        self.user = user
        self.going: dict[Key, tuple[Model, list[Model]]] = {}
        self.never: list[str] = []

    def goes(self, thing: Model) -> None:
        """Note that the object is about to go, or has just been hidden."""
        key = key_of(thing)
        if key not in self.going:
            below = live_children(thing) if isinstance(thing, Page) else []
            self.going[key] = thing, [*uses_of(thing), *below]

    def refusal(self) -> Refusal | None:
        """Return why what was done must be undone, or None."""
        parts = [
            (thing, rest)
            for thing, uses in self.going.values()
            if (rest := [use for use in uses if key_of(use) not in self.going])
        ]
        return left(self.user, parts, self.never)


@contextmanager
def watching(user):
    """Watch what happens, for the user; yields the ``Watch``."""
    watch = Watch(user)
    token = _watch.set(watch)
    try:
        yield watch
    finally:
        _watch.reset(token)


def _is_kept(thing: Model) -> bool:
    return isinstance(thing, (Page, *get_snippet_models())) or has_no_drafts(type(thing))


def _deleted(instance, **kwargs) -> None:
    if (watch := _watch.get()) and _is_kept(instance):
        # A page is deleted as a plain page too; what its own type says of itself is said once.
        if key_of(instance) not in watch.going:
            watch.never += never([instance])
        watch.goes(instance)


def _hidden(instance, **kwargs) -> None:
    if watch := _watch.get():
        # It is not live any more, but it was, and what stood on it still does.
        was = instance.live
        instance.live = True
        watch.goes(instance)
        instance.live = was


def _changed(instance, raw=False, **kwargs) -> None:
    watch = _watch.get()
    if not watch or raw or instance._state.adding or not has_no_drafts(type(instance)):
        return
    if refusal := why_not_change(watch.user, [instance]):
        raise NotAllowedError(refusal)


def _made_private(instance, created=False, **kwargs) -> None:
    """A page or collection that only some may see is taken from all others."""
    watch = _watch.get()
    if not (watch and created):
        return
    if isinstance(instance, PageViewRestriction):
        gone = instance.page.get_descendants(inclusive=True).filter(live=True)
    else:
        inside = Collection.objects.filter(pk=instance.collection_id)
        gone = get_document_model().objects.filter(is_within(inside, "collection__path"))
    for thing in gone:
        watch.goes(thing)


def _moved(instance, parent_page_before, parent_page_after, **kwargs) -> None:
    """So is a page that moves below a private one."""
    watch = _watch.get()
    if watch and parent_page_after.get_view_restrictions() and not parent_page_before.get_view_restrictions():
        for page in instance.get_descendants(inclusive=True).filter(live=True):
            watch.goes(page)


def connect() -> None:
    """Listen to all that deletes, hides or changes an object."""
    name = "portal.keeping"
    pre_delete.connect(_deleted, dispatch_uid=name)
    pre_save.connect(_changed, dispatch_uid=name)
    unpublished.connect(_hidden, dispatch_uid=name)
    taken_away.connect(_deleted, dispatch_uid=name)
    pre_page_move.connect(_moved, dispatch_uid=name)
    for model in (PageViewRestriction, CollectionViewRestriction):
        post_save.connect(_made_private, sender=model, dispatch_uid=name)
