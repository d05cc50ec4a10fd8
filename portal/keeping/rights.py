"""Who may change an object without drafts: only who may publish all that shows it."""

from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import DraftStateMixin, Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models

from .refusal import Part, Refusal
from .uses import shown_on

ASK = (
    "It has no draft: a change would be public at once. Ask somebody who may publish all of these, or use "
    "another one in a draft of the page."
)


def has_no_drafts(model: type[Model]) -> bool:
    """Whether a change of such an object is seen at once by visitors of the pages that use it."""
    immediate = (get_image_model(), get_document_model(), *get_snippet_models())
    return issubclass(model, immediate) and not issubclass(model, DraftStateMixin)


def _may_publish(user, thing: Model) -> bool:
    """Whether the user may change what visitors see of a page or record; what has no drafts, by its pages."""
    if isinstance(thing, Page):
        return thing.permissions_for_user(user).can_publish()
    if has_no_drafts(type(thing)):
        return not shown_without_right(user, thing)
    return policy_registry.get_by_type(type(thing)).user_has_permission(user, "publish")


def shown_without_right(user, thing: Model) -> list[Model]:
    """Return what visitors see that shows the object, and that the user may not publish."""
    return [] if user.is_superuser else [use for use in shown_on(thing) if not _may_publish(user, use)]


def why_not_change(user, things: list[Model]) -> Refusal | None:
    """Return why the user may not change the objects, or None."""
    parts = [
        Part(thing, uses, getattr(thing, "instead_of_change", ASK), "is shown on:")
        for thing in things
        if (uses := shown_without_right(user, thing))
    ]
    return Refusal("Only who may publish can change this", user, parts) if parts else None
