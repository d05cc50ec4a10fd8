"""Which version a form started from, and whether a newer one was saved since."""

from django.db.models import Model
from wagtail.models import Revision

# The button beside the refusal: its value names the version that the editor has read about and replaces.
REPLACES = "replaces_version"


def stamp(revision: Revision) -> str:
    """Return what names a version as it is now: autosave writes one again, and only its time changes."""
    return f"{revision.pk} {revision.created_at.isoformat()}"


def newer_version(thing: Model, request) -> Revision | None:
    """Return the version that saving the form would silently put aside, or None.

    A form of the admin says which version it was opened with. One that says nothing (a script's, or one
    opened before there was any version) is held to be older than a version by somebody else.
    """
    latest = thing.latest_revision
    if latest is None or request.POST.get(REPLACES) == stamp(latest):
        return None
    if autosaved := request.POST.get("overwrite_revision_id"):
        return latest if autosaved != str(latest.pk) else None
    loaded = request.POST.get("loaded_revision_id")
    if not loaded:
        return latest if latest.user_id not in (None, request.user.pk) else None
    at = request.POST.get("loaded_revision_created_at")
    is_same = loaded == str(latest.pk) and at in (None, "", latest.created_at.isoformat())
    return None if is_same else latest


def loaded_version(thing: Model, request) -> Revision | None:
    """Return the version that the form was opened with, if it is still kept and was not written again."""
    loaded = request.POST.get("loaded_revision_id", "")
    if not loaded.isdecimal() or loaded == str(thing.latest_revision_id):
        return None
    return thing.revisions.filter(pk=loaded).first()
