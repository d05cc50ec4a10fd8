"""Refuses to save a form over a version that somebody saved meanwhile; Wagtail refuses that only to autosave.

The form comes back with all that was typed (409), with a link to the other version, and with a button that
saves over it on purpose. Both versions stay in the history. See docs/decisions/0015-editors-lose-nothing.md.
"""

from functools import wraps

from django.contrib.admin.utils import unquote
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import mark_safe
from wagtail.admin import messages
from wagtail.admin.views.generic.mixins import CreateEditViewOptionalFeaturesMixin
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page

from .versions import REPLACES, loaded_version, newer_version, stamp

FORM_OF_PAGES, FORM_OF_RECORDS = "page-edit-form", "w-editor-form"


def _address(name: str, *args) -> str:
    try:
        return reverse(name, args=args) if name else ""
    except NoReverseMatch:
        return ""


def _words(view, thing, latest, compare: str, form_id: str) -> str:
    """Return who saved when, where to read it, and the button that saves over it."""
    loaded = loaded_version(thing, view.request)
    context = {
        "latest": latest,
        "is_own": latest.user_id == view.request.user.pk,
        "theirs": view.get_edit_url(),
        "compare": _address(compare, thing.pk, loaded.pk, latest.pk) if loaded else "",
        "form_id": form_id,
        "button": REPLACES,
        "stamp": stamp(latest),
    }
    return mark_safe(render_to_string("portal/stale_save.html", context))  # noqa: S308 - our own template


def _keep_its_version(view, thing, context: dict) -> dict:
    """Let the form that comes back still name the version it was opened with, for the next save."""
    loaded = view.request.POST.get("loaded_revision_id", "")
    # "0" is no version at all: the form was opened before there was one.
    thing.latest_revision_id = int(loaded) if loaded.isdecimal() else 0
    context["loaded_revision_created_at"] = view.request.POST.get("loaded_revision_created_at", "")
    return context


def _lock(model, pk) -> None:
    """Let two saves of one record come after each other, so that the second sees the first."""
    list(model.objects.select_for_update().filter(pk=pk).values_list("pk"))


def _page_dispatch(original):
    @wraps(original)
    def dispatch(self, request, page_id, **kwargs):
        if request.method == "POST":
            _lock(Page, page_id)
        return original(self, request, page_id, **kwargs)

    return dispatch


def _page_post(original):
    @wraps(original)
    def post(self, request, *args, **kwargs):
        is_judged = not (self.page.alias_of_id or self.expects_json_response or self.locked_for_user)
        latest = newer_version(self.real_page_record, request) if is_judged else None
        if latest is None:
            return original(self, request, *args, **kwargs)
        said = _words(
            self, self.real_page_record, latest, "wagtailadmin_pages:revisions_compare", FORM_OF_PAGES
        )
        messages.error(request, said)
        self.form = self.form_class(
            request.POST,
            request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=request.user,
        )
        if self.action_name == "save":
            self.form.defer_required_fields()
        self.form.is_valid()
        self.form.restore_required_fields()
        self.has_unsaved_changes = True
        context = _keep_its_version(self, self.page, self.get_context_data())
        return self.render_to_response(context, status=409)

    return post


def _record_setup(original):
    @wraps(original)
    def setup(self, request, *args, **kwargs):
        if request.method == "POST" and self.view_name != "create" and "pk" in kwargs:
            _lock(self.model, unquote(str(kwargs["pk"])))
        return original(self, request, *args, **kwargs)

    return setup


def _record_is_valid(original):
    @wraps(original)
    def is_valid(self, form):
        result = original(self, form)
        is_judged = self.view_name != "create" and self.revision_enabled
        if not is_judged or self.expects_json_response or self.locked_for_user:
            return result
        if latest := newer_version(self.object, self.request):
            self.is_stale = True
            compare = self.revisions_compare_url_name
            self.produced_error_message = _words(self, self.object, latest, compare, FORM_OF_RECORDS)
            return False
        return result

    return is_valid


def _record_form_invalid(original):
    @wraps(original)
    def form_invalid(self, form):
        response = original(self, form)
        if getattr(self, "is_stale", False):
            response.status_code = 409
        return response

    return form_invalid


def _record_context(original):
    @wraps(original)
    def get_context_data(self, **kwargs):
        context = original(self, **kwargs)
        is_stale = getattr(self, "is_stale", False)
        return _keep_its_version(self, self.object, context) if is_stale else context

    return get_context_data


def refuse_stale_saves() -> None:
    """Put the refusal into Wagtail's edit views of pages and of all records that have versions."""
    records = CreateEditViewOptionalFeaturesMixin
    for view, name, around in (
        (EditView, "dispatch", _page_dispatch),
        (EditView, "post", _page_post),
        (records, "setup", _record_setup),
        (records, "is_valid", _record_is_valid),
        (records, "form_invalid", _record_form_invalid),
        (records, "get_context_data", _record_context),
    ):
        setattr(view, name, around(getattr(view, name)))
