"""What an address of the admin is about to do: delete, hide or change, and which objects.

It is read from the kind of Wagtail's view, so that views of models to come are known as well.
"""

from dataclasses import dataclass
from enum import Enum

from django.apps import apps
from django.contrib.admin.utils import unquote
from django.db.models import Model
from wagtail.admin.views import generic
from wagtail.admin.views.generic.models import UnpublishView
from wagtail.admin.views.generic.ordering import ReorderView
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from .rights import has_no_drafts


class Act(Enum):
    """What is done to the objects."""

    DELETE = "delete"
    HIDE = "hide"
    CHANGE = "change"


ACTS = (
    (generic.DeleteView, Act.DELETE),
    (UnpublishView, Act.HIDE),
    (generic.EditView, Act.CHANGE),
    (ReorderView, Act.CHANGE),
)
# Wagtail chooses the view of a page only when it is asked.
ON_PAGES = {"wagtailadmin_pages:delete": Act.DELETE, "wagtailadmin_pages:unpublish": Act.HIDE}
BULK = {"delete": Act.DELETE, "unpublish": Act.HIDE}


@dataclass
class Intent:
    """The act, the objects named by the address, and all that goes with them."""

    act: Act
    named: list[Model]
    going: list[Model]


def _model_and_id(match) -> tuple[type[Model], object] | None:
    """Return which object an address is about: Wagtail's names of the parts of addresses tell its model."""
    view = match.func.view_class
    for name, model in (("document_id", get_document_model()), ("image_id", get_image_model())):
        if name in match.kwargs:
            return model, match.kwargs[name]
    model = match.func.view_initkwargs.get("model") or getattr(view, "model", None)
    return (model, unquote(str(match.kwargs["pk"]))) if model and "pk" in match.kwargs else None


def _with_what_goes_along(act: Act, named: list[Model], below: bool) -> list[Model]:
    """Add the pages below, which go with a deleted page, and the aliases, which are hidden with a page."""
    going = list(named)
    for thing in named:
        if isinstance(thing, Page):
            if below or act is Act.DELETE:
                going += [page.specific for page in thing.get_descendants()]
            if act is Act.HIDE:
                going += thing.aliases.all()
    return going


def _from_view(request) -> tuple[Act, type[Model], list] | None:
    match = request.resolver_match
    if match.view_name == "wagtail_bulk_action":
        model = apps.get_model(match.kwargs["app_label"], match.kwargs["model_name"])
        act = BULK.get(match.kwargs["action"], Act.CHANGE)
        return act, model, request.GET.getlist("id")
    if act := ON_PAGES.get(match.view_name):
        return act, Page, [match.kwargs["page_id"]]
    view = getattr(match.func, "view_class", None)
    about = _model_and_id(match) if view else None
    # A view that finds its model out by itself, as that of a workflow's task does, names none here.
    for kind, act in ACTS if about and isinstance(about[0], type) else ():
        if issubclass(view, kind):
            model, pk = about
            every = act is Act.CHANGE and issubclass(view, ReorderView)
            return act, model, list(model.objects.values_list("pk", flat=True)) if every else [pk]
    return None


def intent_of(request) -> Intent | None:
    """Return what the request is about to do, or will do once somebody says yes; None if nothing of this.

    Its objects are held until the end of the transaction, so that nobody starts to use them meanwhile.
    """
    read = _from_view(request)
    if read is None:
        return None
    act, model, ids = read
    if act is Act.CHANGE and not has_no_drafts(model):
        return None
    things = model._default_manager.filter(pk__in=[pk for pk in ids if str(pk).isdecimal()])
    if request.method == "POST":
        things = things.select_for_update()
    named = [thing.specific if isinstance(thing, Page) else thing for thing in things]
    below = request.method == "GET" or bool(request.POST.get("include_descendants"))
    return Intent(act, named, _with_what_goes_along(act, named, below))
