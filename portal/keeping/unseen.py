"""Takes from a request for many objects, or for a place in a chooser, what the user may not know of."""

from django.http import Http404
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import Page

from .sight import may_open, pages_held, visible

# The parts of the admin's addresses that are the id of a page.
PAGE_PARTS = {"page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk"}
CHOSEN_PAGES = "wagtailadmin_choose_page_chosen_multiple"


def _model_of_bulk(app_label: str, model_name: str, action: str):
    """Return the class of an action on many objects and their model, or (None, None)."""
    found = bulk_action_registry.get_bulk_action_class(app_label, model_name, action)
    for model in found.models if found else ():
        if model._meta.label_lower == f"{app_label}.{model_name}":
            return found, model
    return None, None


def _refuse_pages_unseen(request) -> None:
    """Answer as if a page that the address names were not there, if the user may not know of it."""
    named = [value for name, value in request.resolver_match.kwargs.items() if name in PAGE_PARTS]
    for page in Page.objects.filter(pk__in=named):
        if not may_open(request.user, page):
            raise Http404


def _numbers(ids) -> list[str]:
    return [pk for pk in ids if str(pk).isdecimal()]


def _seen_among_many(user, model, ids) -> list:
    """Return the ids of what the user may know of; of pages, those that they may do anything with.

    Wagtail would name the others by the titles of their drafts.
    """
    if model is Page:
        return list(pages_held(user).filter(pk__in=_numbers(ids)).values_list("pk", flat=True))
    return visible(user, model, _numbers(ids))


def leave_out_unseen(request) -> None:
    """Act as if objects whose names the user may not read were not there.

    Raises:
        Http404: if nothing is left.
    """
    match = request.resolver_match
    _refuse_pages_unseen(request)
    ids = request.GET.getlist("id")
    if match.view_name == CHOSEN_PAGES:
        seen = visible(request.user, Page, _numbers(ids))
    elif match.view_name == "wagtail_bulk_action":
        action, model = _model_of_bulk(**match.kwargs)
        if model is None:
            return
        if "all" in ids:
            ids = action(request, model).get_all_objects_in_listing_query(request.GET.get("childOf"))
        seen = _seen_among_many(request.user, model, ids)
    else:
        return
    if not seen:
        raise Http404
    request.GET = request.GET.copy()
    request.GET.setlist("id", [str(pk) for pk in seen])
