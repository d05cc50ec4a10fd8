"""Stands before every view of the admin: refuses, before anybody is asked “are you sure?”."""

from functools import wraps

from django.db import transaction

from .intent import Act, intent_of
from .reasons import why_not_remove
from .refusal import Refusal
from .rights import why_not_change
from .sight import is_visible, seen_by
from .unseen import leave_out_unseen
from .watch import NotAllowedError, watching

READ = {"GET", "HEAD", "OPTIONS"}


def _why_not(request) -> Refusal | None:
    """Return why what the address is about to do is not done, or None: also if Wagtail says no by itself."""
    intent = intent_of(request)
    if intent is None or not all(is_visible(request.user, thing) for thing in intent.named):
        return None
    if intent.act is Act.CHANGE:
        return why_not_change(request.user, intent.named)
    refusal = why_not_remove(request.user, intent.going, deleted=intent.act is Act.DELETE)
    if refusal and intent.act is Act.HIDE:
        # The pages below only matter if the page itself could go.
        refusal.parts = [part for part in refusal.parts if part.thing in intent.named] or refusal.parts
    return refusal


def _run(view, request, *args, **kwargs):
    """Return the view's answer, or the refusal of what it turned out to do."""
    response = refusal = None
    with watching(request.user) as watch, transaction.atomic():
        try:
            response = view(request, *args, **kwargs)
        except NotAllowedError as error:
            refusal = error.refusal
        refusal = refusal or watch.refusal()
        if refusal:
            transaction.set_rollback(True)
    return refusal.response(request) if refusal else response


def guard(view):
    """Keep what others stand on, and what the user may not publish, from a view of the admin."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not (request.user.is_authenticated and request.user.has_perm("wagtailadmin.access_admin")):
            return view(request, *args, **kwargs)
        with seen_by(request.user):
            leave_out_unseen(request)
            if refusal := _why_not(request):
                return refusal.response(request)
            run = view if request.method in READ else _run_watched(view)
            response = run(request, *args, **kwargs)
            # Rendered here, where it is known who looks.
            return response.render() if hasattr(response, "render") else response

    return guarded


def _run_watched(view):
    return lambda request, *args, **kwargs: _run(view, request, *args, **kwargs)
