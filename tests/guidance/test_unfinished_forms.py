"""A form that is half filled in, or filled in wrongly, is answered in words: saved, previewed or refused."""

import pytest
from django.http import QueryDict
from django.urls import reverse
from wagtail import blocks

from guidance.models import GuidanceIndexPage, GuidancePage, HelpRoute
from portal.models import AlertBanner
from tests.factories import open_form

pytestmark = pytest.mark.django_db
# What the form keeps for itself, and rich text, whose editor sends JSON.
KEPT = ("_FORMS", "-count", "_token", "next", "csrfmiddlewaretoken", "loaded_revision_id", "_created_at")
# By which it knows the rows of a list; without them portal/admin/faults.py answers.
ROWS = ("-id", "-ORDER", "-DELETE")
NOT_FILLED_IN = (*KEPT, *ROWS, "say", "what_happens", "_note")
WAYS = {"empty": [""], "left out": [], "twice": ["1", "2"], "wrong": ["999999"]}


class Form:
    """An edit form of the admin, with the addresses that take it."""

    def __init__(self, client, instance):
        self.client = client
        if isinstance(instance, HelpRoute):
            names = [f"wagtailsnippets_guidance_helproute:{name}" for name in ("edit", "preview_on_edit")]
            self.form_id = "w-editor-form"
        else:
            names = ["wagtailadmin_pages:edit", "wagtailadmin_pages:preview_on_edit"]
            self.form_id = "page-edit-form"
        self.edit, self.preview = (reverse(name, args=[instance.pk]) for name in names)

    def read(self) -> QueryDict:
        return open_form(self.client, self.edit, self.form_id)

    def check(self, form: QueryDict, what) -> None:
        """Assert that preview and draft answer this form, whatever it holds, and that it opens again."""
        data = dict(form.lists())
        assert self.client.post(self.preview, data).status_code == 200, what
        for mode in ("", "due", "overdue") if "helproute" in self.edit else ("",):
            assert self.client.get(self.preview, {"mode": mode} if mode else {}).status_code == 200, what
        assert self.client.post(self.edit, data).status_code in (200, 302), what
        assert self.client.get(self.edit).status_code == 200, what


def values_of(block, prefix: str, values: list[str]) -> dict[str, list[str]]:
    """Return what a browser sends for a block, with these values in each of its fields."""
    if isinstance(block, blocks.BaseStructBlock):
        found = {}
        for name, child in block.child_blocks.items():
            found |= values_of(child, f"{prefix}-{name}", values)
        return found
    if isinstance(block, blocks.ListBlock):
        head = {f"{prefix}-count": ["1"], f"{prefix}-0-deleted": [""], f"{prefix}-0-order": ["0"]}
        return head | values_of(block.child_block, f"{prefix}-0-value", values)
    if isinstance(block, blocks.StaticBlock) or not values:
        return {}
    if isinstance(block, blocks.RichTextBlock):
        return {prefix: ["null"]}
    return {prefix: values}


def entry(name: str, block, field: str, values: list[str], number: int = 0) -> dict[str, list[str]]:
    """Return what a browser sends for one entry of a stream."""
    at = f"{field}-{number}"
    head = {f"{at}-type": [name], f"{at}-order": [str(number)], f"{at}-deleted": [""], f"{at}-id": [""]}
    return head | values_of(block, f"{at}-value", values)


@pytest.fixture
def route_form(admin_client):
    return Form(admin_client, HelpRoute.objects.get(slug="childline"))


def fill(form: QueryDict, values: list[str]) -> QueryDict:
    """Return the form with these values in every field that a person can fill in."""
    for name in form:
        if not name.endswith(NOT_FILLED_IN):
            form.setlist(name, values)
    return form


@pytest.mark.parametrize("way", WAYS)
def test_a_help_route_with_every_field_filled_in_so(route_form, way):
    route_form.check(fill(route_form.read(), WAYS[way]), way)


@pytest.mark.parametrize("name", HelpRoute.CONTACTS)
def test_a_help_route_whose_contacts_are_gone_but_one(route_form, name):
    form = route_form.read()
    for other in set(HelpRoute.CONTACTS) - {name}:
        form[other] = ""
    route_form.check(form, name)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("field", ["weekly_hours", "hours_exceptions"])
def test_a_span_of_hours_or_a_different_day(route_form, field, way):
    stream = HelpRoute._meta.get_field(field).stream_block
    for name, block in stream.child_blocks.items():
        for part, child in block.child_blocks.items():
            form = route_form.read()
            form["hours_kind"] = "weekly"
            sent = entry(name, block, field, [""])
            full = {"days": ["monday"], "opens": ["09:00"], "closes": ["17:00"], "date": ["2026-12-24"]}
            for other in block.child_blocks:
                sent[f"{field}-0-value-{other}"] = full[other]
            sent.pop(f"{field}-0-value-{part}")
            sent |= values_of(child, f"{field}-0-value-{part}", WAYS[way])
            for key, values in sent.items():
                form.setlist(key, values)
            form[f"{field}-count"] = "1"
            route_form.check(form, (field, part, way))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("path", ["/what-you-can-do/signs-to-look-for/", "/what-you-can-do/"])
def test_a_page_of_guidance_with_every_field_filled_in_so(admin_client, page, path, way):
    page_form = Form(admin_client, page(path))
    page_form.check(fill(page_form.read(), WAYS[way]), way)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("model", "field"), [(GuidancePage, "points"), (GuidancePage, "body"), (GuidanceIndexPage, "body")]
)
def test_each_block_of_the_pages_of_guidance(admin_client, page, model, field, way):
    path = "/what-you-can-do/" if model is GuidanceIndexPage else "/what-you-can-do/signs-to-look-for/"
    page_form = Form(admin_client, page(path))
    form = page_form.read()
    kinds = model._meta.get_field(field).stream_block.child_blocks
    for number, (name, block) in enumerate(kinds.items()):
        for key, values in entry(name, block, field, WAYS[way], number).items():
            form.setlist(key, values)
    form[f"{field}-count"] = str(len(kinds))
    page_form.check(form, way)


@pytest.mark.parametrize("way", WAYS)
def test_each_field_of_the_alert_banner(admin_client, way):
    url = reverse("wagtailsettings:edit", args=["portal", "alertbanner", AlertBanner.load().pk])
    full = {"message": "null", "kind": "notice", "section": "", "starts_at": "", "ends_at": ""}
    for name in set(full) - {"message"}:
        form = QueryDict(mutable=True)
        form.update(full)
        form.setlist(name, WAYS[way])
        assert admin_client.post(url, dict(form.lists())).status_code in (200, 302), (name, way)
        assert admin_client.get(url).status_code == 200
        assert admin_client.get("/").status_code == 200
