"""The system checks find nothing in the project, and find every convention that is broken."""

import pytest
from django.core.checks import run_checks
from django.db import models
from wagtail import blocks

from portal import checks
from portal.models import InformationPage


@pytest.mark.django_db
def test_the_project_keeps_its_conventions():
    assert [message for message in run_checks() if message.id.startswith("portal.")] == []
    assert len(checks.own_page_models()) == 11


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ({"__doc__": None}, "has no docstring"),
        ({"page_description": ""}, "has no page_description"),
        ({"template": "portal/forgotten.html"}, "has no template portal/forgotten.html"),
    ],
)
def test_a_page_type_that_breaks_a_convention_is_found(broken, fault):
    whole = {
        "__doc__": "A page.",
        "page_description": "A page.",
        "template": InformationPage.template,
        "parent_page_types": [],
        "subpage_types": [],
    }
    assert list(checks._page_type_faults(type("Whole", (), whole))) == []
    faults = list(checks._page_type_faults(type("Broken", (), {**whole, **broken})))
    assert [name for name, hint in faults] == [fault]
    assert all(hint for name, hint in faults)


def test_tree_rules_that_are_only_inherited_are_found():
    child = type(
        "Child", (InformationPage,), {"Meta": type("Meta", (), {"abstract": True}), "__module__": "portal"}
    )
    child.template = InformationPage.template
    assert "has no parent_page_types" in [name for name, hint in checks._page_type_faults(child)]


def test_a_field_without_help_text_is_found(monkeypatch):
    field = models.CharField(max_length=5)
    field.set_attributes_from_name("forgotten")
    fields = [*InformationPage._meta.local_fields, field]
    monkeypatch.setattr(InformationPage._meta, "local_fields", fields)
    found = checks.check_help_text(None)
    assert [message.msg for message in found] == ["portal.InformationPage.forgotten has no help_text"]


def test_a_block_without_icon_words_preview_or_files_of_its_name_is_found(monkeypatch):
    class Stream(blocks.StreamBlock):
        bare = blocks.StructBlock([("words", blocks.CharBlock())])

    monkeypatch.setattr("portal.blocks.HomeStreamBlock", Stream)
    assert sorted(message.msg for message in checks.check_blocks(None)) == [
        "Block bare asks for words without help_text",
        "Block bare has no description",
        "Block bare has no icon",
        "Block bare has no module of its name",
        "Block bare has no preview",
        "Block bare has no stylesheet of its name",
        "Block bare has no template of its name",
    ]
