"""System checks that hold the conventions of docs/architecture.md, each with a hint."""

from django.apps import apps
from django.contrib.staticfiles import finders
from django.core.checks import Warning as CheckWarning
from django.core.checks import register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from modelcluster.fields import ParentalKey
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, ListBlock
from wagtail.images.blocks import ImageBlock
from wagtail.models import get_page_models

OURS = ("portal", "categories", "statistics", "guidance", "publications")
KEPT_BY_PROGRAMS = {"LoadedContent", "PortalRendition", "SafetyAuditResult"}


def own_page_models():
    """Return the project's page types."""
    return [model for model in get_page_models() if model._meta.app_label in OURS]


def _page_type_faults(model):
    if not model.__dict__.get("__doc__"):
        yield "has no docstring", "Say in one sentence what the page type is for."
    if not getattr(model, "page_description", ""):
        yield "has no page_description", "Editors read it when they choose a page type."
    for rule in ("parent_page_types",):
        if not any(rule in base.__dict__ for base in (model, *_abstract_bases(model))):
            yield f"has no {rule}", "Say where in the tree it may stand."
    try:
        get_template(model.template)
    except TemplateDoesNotExist:
        yield f"has no template {model.template}", "Templates stand at Wagtail's default name."


def _abstract_bases(model) -> list[type]:
    return [base for base in model.__mro__ if getattr(getattr(base, "_meta", None), "abstract", False)]


@register("portal")
def check_page_types(app_configs, **kwargs):
    """Every page type has a docstring, a description, tree rules and its template."""
    return [
        CheckWarning(f"{model._meta.label} {fault}", hint=hint, obj=model, id="portal.W001")
        for model in own_page_models()
        for fault, hint in _page_type_faults(model)
    ]


@register("portal")
def check_help_text(app_configs, **kwargs):
    """Every field an editor can fill in says what good looks like."""
    return [
        CheckWarning(
            f"{model._meta.label}.{name} has no help_text",
            hint="Say what good looks like, in a sentence.",
            obj=model,
            id="portal.W002",
        )
        for model in _edited_models()
        for name in _fields_without_help(model)
    ]


def _edited_models():
    """Yield the project's models that editors fill in: all but records that programs keep."""
    for app in OURS:
        for model in apps.get_app_config(app).get_models():
            if model._meta.object_name not in KEPT_BY_PROGRAMS:
                yield model


def _fields_without_help(model):
    """Yield the names of the model's own editable fields that say nothing; Wagtail's are Wagtail's."""
    wagtails = {
        field.name
        for base in model.__mro__
        if base.__module__.startswith("wagtail") and hasattr(base, "_meta")
        for field in base._meta.get_fields()
    }
    for field in model._meta.local_fields:
        is_typed = field.editable and not field.primary_key and not field.auto_created
        is_parent = isinstance(field, ParentalKey) or field.name.endswith("_ptr")
        if is_typed and not is_parent and field.name not in wagtails and not field.help_text:
            yield field.name


def silent_fields(block):
    """Yield the names of the fields inside a block that say nothing to the editor."""
    if isinstance(block, ListBlock):
        yield from silent_fields(block.child_block)
    # What an ImageBlock asks for is Wagtail's.
    if not isinstance(block, (BaseStreamBlock, BaseStructBlock)) or isinstance(block, ImageBlock):
        return
    for name, child in block.child_blocks.items():
        asked = getattr(child.meta, "help_text", "") or getattr(
            getattr(child, "field", None), "help_text", ""
        )
        if isinstance(block, BaseStructBlock) and not asked:
            yield name
        yield from silent_fields(child)


@register("portal")
def check_blocks(app_configs, **kwargs):
    """Every block an editor can add says what it is, and stands in three files of its own name."""
    from .blocks import HomeStreamBlock, PointStreamBlock

    found = []
    for name, block in (*HomeStreamBlock().child_blocks.items(), *PointStreamBlock().child_blocks.items()):
        faults = []
        if block.meta.icon == "placeholder":
            faults.append(("has no icon", "Choose one from Wagtail's style guide."))
        if not getattr(block.meta, "description", ""):
            faults.append(("has no description", "Editors read it when they choose a block."))
        if not block.is_previewable:
            faults.append(("has no preview", "Give it a preview_value or get_preview_value()."))
        if getattr(block.meta, "template", None) != f"blocks/{name}.html":
            faults.append(("has no template of its name", f"Name it blocks/{name}.html."))
        if type(block).__module__ != f"portal.blocks.{name}":
            faults.append(("has no module of its name", f"Its class belongs in portal/blocks/{name}.py."))
        if not finders.find(f"css/blocks/{name}.css"):
            faults.append(("has no stylesheet of its name", f"Name it css/blocks/{name}.css."))
        faults += [
            (f"asks for {field} without help_text", "Say what good looks like, in a sentence.")
            for field in silent_fields(block)
        ]
        found += [
            CheckWarning(f"Block {name} {fault}", hint=hint, obj=type(block), id="portal.W003")
            for fault, hint in faults
        ]
    return found
