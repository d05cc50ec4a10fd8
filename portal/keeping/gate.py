"""Stands before every view of the admin: refuses, before anybody is asked “are you sure?”."""

from functools import wraps

from django.db import transaction
from django.http import Http404
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import Page

from ..sight import is_visible, seen_by, visible
from .intent import Act, intent_of
from .refusal import Refusal
from .rights import why_not_change
from .watch import NotAllowedError, watching
from .words import why_not_remove

READ = {"GET", "HEAD", "OPTIONS"}
CHOSEN_PAGES = "wagtailadmin_choose_page_chosen_multiple"


def _leave_out_what_is_not_seen(request) -> None:
    """Act as if objects whose names the user may not read were not there.

    Raises:
        Http404: if nothing is left.
    """
    match = request.resolver_match
    if parent := match.kwargs.get("parent_page_id"):
        if match.view_name.startswith("wagtailadmin_choose_page") and not visible(
            request.user, Page, [parent]
        ):
            raise Http404
    is_bulk = match.view_name == "wagtail_bulk_action"
    if not is_bulk and match.view_name != CHOSEN_PAGES:
        return
    model, ids = Page, request.GET.getlist("id")
    if is_bulk:
        action = bulk_action_registry.get_bulk_action_class(*match.kwargs.values())
        model = next((one for one in action.models if _is_named(one, match)), None) if action else None
        if model is None:
            return  # Wagtail answers that there is no such action
        if "all" in ids:
            ids = action(request, model).get_all_objects_in_listing_query(request.GET.get("childOf"))
    seen = visible(request.user, model, [pk for pk in ids if str(pk).isdecimal()])
    if not seen:
        raise Http404
    request.GET = request.GET.copy()
    request.GET.setlist("id", [str(pk) for pk in seen])


def _is_named(model, match) -> bool:
    return (model._meta.app_label, model._meta.model_name) == tuple(match.kwargs.values())[:2]


def _why_not(request) -> Refusal | None:
    """Return why what the address is about to do is not done, or None: also if Wagtail says no by itself."""
    intent = intent_of(request)
    if intent is None or not all(is_visible(request.user, thing) for thing in intent.named):
        return None
    if intent.act is Act.CHANGE:
        return why_not_change(request.user, intent.named)
    return why_not_remove(request.user, intent.going, deleted=intent.act is Act.DELETE)


def _run(view, request, *args, **kwargs):
    """Return the view's answer, or the refusal of what it turned out to do."""
    with watching(request.user) as watch:
        try:
            response = view(request, *args, **kwargs)
        except NotAllowedError as error:
            refusal = error.refusal
        else:
            refusal = watch.refusal()
    if refusal is None:
        return response
    transaction.set_rollback(True)
    return refusal.response(request)


def guard(view):
    """Keep what others stand on, and what the user may not publish, from a view of the admin."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not (request.user.is_authenticated and request.user.has_perm("wagtailadmin.access_admin")):
            return view(request, *args, **kwargs)
        with seen_by(request.user):
            _leave_out_what_is_not_seen(request)
            if refusal := _why_not(request):
                return refusal.response(request)
            run = view if request.method in READ else _run_watched(view)
            response = run(request, *args, **kwargs)
            # Rendered here, where it is known who looks.
            return response.render() if hasattr(response, "render") else response

    return guarded


def _run_watched(view):
    return lambda request, *args, **kwargs: _run(view, request, *args, **kwargs)
