"""Every form of the admin, with each field left out, doubled and wrong: none is a fault of the server."""

import json

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.fields import StreamField
from wagtail.models import Page

from guidance.models import HelpRoute
from portal.models import HomePage

from .addresses import patterns
from .forms import Form, doubled, fill_block, forms_of, garbled, kinds, left_empty, left_out, one_of_each
from .sending import Sender

pytestmark = pytest.mark.django_db
PAGE_TYPES = [model for model in apps.get_models() if issubclass(model, Page) and model is not Page]
# A group's form has all pages, collections and permissions in it; each answer takes seconds.
SLOW = "wagtailusers_groups:"
TRIED_ABOVE = tuple(
    f"{place}:{form}"
    for place in ("wagtailadmin_pages", "helproute")
    for form in ("edit", "add", "revisions_revert", "copy")
)
JSON = {"accept": "application/json"}


def add_streams(form: Form, model) -> None:
    """Add what the scripts of the model's streams send: one block of each kind.

    The bodies of all page types have the same blocks, so that of the home page stands for all.
    """
    for one in model._meta.get_fields():
        if isinstance(one, StreamField) and (model is HomePage or one.name != "body"):
            fill_block(form.data, one.stream_block, one_of_each(one.stream_block), one.name)
        elif isinstance(one, StreamField):
            form.data[f"{one.name}-count"] = "0"


def posted_forms(sender: Sender, address: str) -> list[Form]:
    """Return the forms at the address, on a page or in the answer for a dialog."""
    answer = sender.get(address)
    if answer.status_code != 200 or answer.streaming:
        return []
    html = answer.content.decode(errors="replace")
    if answer["Content-Type"].startswith("application/json"):
        html = json.loads(html).get("html") if html.startswith("{") else ""
    forms = forms_of(html or "", address)
    return [form for form in forms if not form.address.endswith(("/logout/", "/dismissibles/"))]


def try_form(sender: Sender, form: Form, tried: set[str]) -> None:
    """Send the form as it is, and in every wrong way; each field is left out of one form that has it."""
    new = {f"without {name}" for name in kinds(form)} - tried
    tried |= new
    without = [(how, data) for how, data in left_out(form) if how in new]
    for how, data in [("as it is", form.data), doubled(form), *without, *garbled(form)]:
        sender.post(form.address, data, how)


def form_of(sender: Sender, address: str, model) -> Form:
    """Return the form that edits an object."""
    form = max(posted_forms(sender, address), key=lambda one: len(one.data))
    add_streams(form, model)
    return form


def editing(model) -> tuple[str, str]:
    """Return the addresses of a form that edits such an object, and of its preview."""
    one = model.objects.first()
    if model is HelpRoute:
        name = "wagtailsnippets_guidance_helproute"
        return reverse(f"{name}:edit", args=[one.pk]), reverse(f"{name}:preview_on_edit", args=[one.pk])
    names = ("wagtailadmin_pages:edit", "wagtailadmin_pages:preview_on_edit")
    return tuple(reverse(name, args=[one.pk]) for name in names)


def test_no_form_of_a_page_or_route_is_a_fault(staff):
    sender, tried = Sender(staff("administrator")), set()
    for model in [*PAGE_TYPES, HelpRoute]:
        address, _ = editing(model)
        try_form(sender, form_of(sender, address, model), tried)
    assert sender.sent > 300
    assert sender.faults == []


@pytest.mark.parametrize("model", [*PAGE_TYPES, HelpRoute], ids=lambda model: model.__name__)
def test_a_page_or_route_that_is_not_filled_in_can_be_previewed_and_saves_itself(staff, model):
    sender = Sender(staff("editor"))
    address, preview = editing(model)
    failed = []
    form = form_of(sender, address, model)
    for name in [name for name in form.data if name.startswith("action-")]:
        del form.data[name]
    for how, data in left_empty(form):
        sender.post(preview, data, how)
        if (shown := sender.get(preview, how=how)).status_code != 200:
            failed.append(f"{how}: preview {shown.status_code}")
        # Saving by itself, the form may say what is missing, in its own way.
        if (saved := sender.post(address, data, how, headers=JSON)).status_code not in (200, 400):
            failed.append(f"{how}: draft {saved.status_code}")
    assert sender.faults == []
    assert failed == []


@pytest.mark.parametrize("who", ["administrator", "editor"])
def test_no_other_form_of_the_admin_is_a_fault(staff, examples, who):
    sender, tried, seen = Sender(staff(who)), set(), set()
    for pattern in patterns():
        if pattern.name.endswith(TRIED_ABOVE) or pattern.name.startswith(SLOW):
            continue
        for form in posted_forms(sender, next(examples.of(pattern), "/admin/no-such/")):
            if (fields := tuple(sorted(kinds(form)))) not in seen:
                seen.add(fields)
                try_form(sender, form, tried)
    assert sender.sent > 300
    assert sender.faults == []
