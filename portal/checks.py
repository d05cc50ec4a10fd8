"""System checks that hold the conventions of docs/architecture.md, each with a hint."""

from django.core.checks import Warning as CheckWarning
from django.core.checks import register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail.blocks import BaseStreamBlock, BaseStructBlock, ListBlock
from wagtail.models import get_page_models

OURS = ("portal", "categories", "statistics", "guidance", "publications")


def own_page_models():
    """Return the project's page types."""
    return [model for model in get_page_models() if model._meta.app_label in OURS]


def _page_type_faults(model):
    if not model.__dict__.get("__doc__"):
        yield "has no docstring", "Say in one sentence what the page type is for."
    if not getattr(model, "page_description", ""):
        yield "has no page_description", "Editors read it when they choose a page type."
    for rule in ("parent_page_types",):
        if rule not in model.__dict__:
            yield f"has no {rule}", "Say where in the tree it may stand."
    try:
        get_template(model.template)
    except TemplateDoesNotExist:
        yield f"has no template {model.template}", "Templates stand at Wagtail's default name."


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
    found = []
    for model in own_page_models():
        for field in model._meta.local_fields:
            if field.editable and not field.help_text and not field.primary_key and not field.auto_created:
                if field.name.endswith("_ptr"):
                    continue
                found.append(
                    CheckWarning(
                        f"{model._meta.label}.{field.name} has no help_text",
                        hint="Say what good looks like, in a sentence.",
                        obj=model,
                        id="portal.W002",
                    )
                )
    return found


def all_blocks(block, name=""):
    """Yield the block and all below it, each with its name."""
    yield name, block
    if isinstance(block, (BaseStreamBlock, BaseStructBlock)):
        for child_name, child in block.child_blocks.items():
            yield from all_blocks(child, child_name)
    elif isinstance(block, ListBlock):
        yield from all_blocks(block.child_block, name)


@register("portal")
def check_blocks(app_configs, **kwargs):
    """Every block an editor can add has an icon, a description, a preview and its template."""
    from .blocks import HomeStreamBlock

    found = []
    for name, block in HomeStreamBlock().child_blocks.items():
        faults = []
        if block.meta.icon == "placeholder":
            faults.append(("has no icon", "Choose one from Wagtail's style guide."))
        if not getattr(block.meta, "description", ""):
            faults.append(("has no description", "Editors read it when they choose a block."))
        if not block.is_previewable:
            faults.append(("has no preview", "Give it a preview_value or get_preview_value()."))
        if getattr(block.meta, "template", None) != f"blocks/{name}.html":
            faults.append(("has no template of its name", f"Name it blocks/{name}.html."))
        found += [
            CheckWarning(f"Block {name} {fault}", hint=hint, obj=type(block), id="portal.W003")
            for fault, hint in faults
        ]
    return found
