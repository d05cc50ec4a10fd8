"""Every admin form, with each field left out, doubled and wrong: no answer is a fault of the server."""

import json

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.fields import StreamField
from wagtail.models import Page

from guidance.models import HelpRoute
from portal.models import HomePage, InformationPage

from .addresses import patterns
from .forms import Form, doubled, fill_block, forms_of, garbled, kinds, left_empty, left_out, one_of_each
from .sending import Sender

pytestmark = pytest.mark.django_db
PAGE_TYPES = [model for model in apps.get_models() if issubclass(model, Page) and model is not Page]
# The streams of all page types are made of the same blocks; these two have them all.
WITH_BLOCKS = (InformationPage, HomePage, HelpRoute)
JSON = {"accept": "application/json"}


def add_streams(form: Form, model, *, with_blocks: bool) -> None:
    """Add what the scripts of the model's streams send: one block of each kind, or none."""
    for one in model._meta.get_fields():
        if isinstance(one, StreamField) and with_blocks:
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


def try_form(sender: Sender, form: Form, address: str = "") -> None:
    """Send the form as it is, and in every wrong way, to its address or to another."""
    tries = [("as it is", form.data), doubled(form), *left_out(form), *garbled(form)]
    for how, data in tries:
        sender.post(address or form.address, data, how)


def form_of(sender: Sender, address: str, model) -> Form:
    """Return the form that edits an object."""
    form = max(posted_forms(sender, address), key=lambda one: len(one.data))
    add_streams(form, model, with_blocks=model in WITH_BLOCKS)
    return form


def editing(model) -> tuple[str, str]:
    """Return the addresses of a form that edits such an object, and of its preview."""
    one = model.objects.first()
    if model is HelpRoute:
        name = "wagtailsnippets_guidance_helproute"
        return reverse(f"{name}:edit", args=[one.pk]), reverse(f"{name}:preview_on_edit", args=[one.pk])
    names = ("wagtailadmin_pages:edit", "wagtailadmin_pages:preview_on_edit")
    return tuple(reverse(name, args=[one.pk]) for name in names)


@pytest.mark.parametrize("model", [*PAGE_TYPES, HelpRoute], ids=lambda model: model.__name__)
def test_no_form_of_a_page_or_route_is_a_fault(staff, model):
    sender = Sender(staff("administrator"))
    address, _ = editing(model)
    try_form(sender, form_of(sender, address, model))
    assert sender.faults == []


@pytest.mark.parametrize("model", [*PAGE_TYPES, HelpRoute], ids=lambda model: model.__name__)
def test_a_page_or_route_that_is_not_filled_in_can_be_previewed_and_saves_itself(staff, model):
    sender = Sender(staff("editor"))
    address, preview = editing(model)
    failed = []
    for how, data in left_empty(form_of(sender, address, model)):
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
    sender = Sender(staff(who))
    tried = set()
    for pattern in patterns():
        is_editor = pattern.name.endswith((":edit", ":add", ":revisions_revert", ":copy"))
        if (
            is_editor and ("pages" in pattern.name or "helproute" in pattern.name)
        ) or "logout" in pattern.name:
            continue
        for form in posted_forms(sender, next(examples.of(pattern), "/admin/no-such/")):
            if (fields := tuple(sorted(kinds(form)))) not in tried:
                tried.add(fields)
                try_form(sender, form)
    assert sender.faults == []
