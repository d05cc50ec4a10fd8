"""A part of a page reads only what it is handed, so that a name its surroundings also use cannot slip in."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template import Node, Template
from django.template.base import FilterExpression, Variable
from django.template.defaulttags import FilterNode, ForNode, WithNode
from django.template.loader import get_template
from django.template.loader_tags import IncludeNode
from django.template.smartif import TokenBase
from wagtail.templatetags.wagtailcore_tags import IncludeBlockNode

from portal.blocks import HomeStreamBlock

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
INCLUDE = re.compile(r"\{% include(?:_block)? (.*?) %\}")


def parts_of(thing) -> list:
    """Return what a node, an expression or a list of them is made of."""
    if isinstance(thing, dict):
        return list(thing.values())
    if isinstance(thing, (list, tuple)):
        return list(thing)
    if isinstance(thing, FilterExpression):
        return [thing.var, thing.filters]
    return list(vars(thing).values()) if isinstance(thing, (Node, TokenBase)) else []


def made_by(thing) -> set[str]:
    """Return the names that a tag itself makes for what stands in it or after it."""
    made = {getattr(thing, name, None) for name in ("asvar", "target_var", "var_name")} - {None}
    if isinstance(thing, ForNode):
        made |= {*thing.loopvars, "forloop"}
    if isinstance(thing, FilterNode):
        made.add("var")  # Django's own name for what is filtered
    return made | set(thing.extra_context if isinstance(thing, WithNode) else ())


def names_read(thing, made: set[str]) -> Iterator[str]:
    """Yield the names that a part of a template takes from outside; add what it makes to ``made``."""
    if isinstance(thing, Variable):
        name = (thing.lookups or ["True"])[0]
        if name not in made | {"True", "False", "None"}:
            yield name
        return
    made |= made_by(thing)
    for part in parts_of(thing):
        yield from names_read(part, made)


def names_taken_by(template) -> set[str]:
    return set(names_read(template.nodelist, set()))


def nodes(kind: type, thing) -> Iterator:
    """Yield the nodes of a kind in a part of a template."""
    if isinstance(thing, kind):
        yield thing
    for part in parts_of(thing):
        yield from nodes(kind, part)


@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_template_includes_is_handed_names_and_nothing_else(name):
    tags = INCLUDE.findall((TEMPLATES / name).read_text())
    ours = [tag for tag in tags if not tag.startswith('"wagtailadmin/')]
    assert [tag for tag in ours if tag.split()[-1] != "only"] == []


def test_every_part_is_handed_each_name_that_it_reads_and_no_other():
    """Without a name, a part would be silently empty; a name too many is one that nobody needs."""
    wrong = {}
    for name in NAMES:
        for node in nodes(IncludeNode, get_template(name).template.nodelist):
            part, handed = node.template.var, set(node.extra_context)
            if part in NAMES and (odd := handed ^ names_taken_by(get_template(part).template)):
                wrong[name, part] = odd
    assert wrong == {}


@pytest.mark.django_db
@pytest.mark.parametrize("name", HomeStreamBlock().child_blocks)
def test_a_block_makes_every_name_that_its_template_reads_or_is_handed_it_with_the_body(name):
    block = HomeStreamBlock().child_blocks[name]
    handed = set(
        next(nodes(IncludeBlockNode, get_template("components/body.html").template.nodelist)).extra_context
    )
    made = set(block.get_context(block.get_preview_value(), parent_context={}))
    assert names_taken_by(get_template(block.meta.template).template) <= made | handed


@pytest.mark.parametrize(
    ("source", "taken"),
    [
        ("{{ card.title|default:other }}", {"card", "other"}),
        ("{% if a == b and not c %}{{ d }}{% endif %}", {"a", "b", "c", "d"}),
        (
            "{% for each in all %}{{ each }}{{ forloop.counter }}{% empty %}{{ none }}{% endfor %}",
            {"all", "none"},
        ),
        ("{% with made=given %}{{ made }}{% endwith %}", {"given"}),
        ("{% url 'search' as address %}{{ address }}{% firstof one 'two' %}", {"one"}),
        ("{% include 'components/card.html' with card=given only %}", {"given"}),
        ("{% load wagtailcore_tags %}{% include_block block with page=given only %}", {"block", "given"}),
    ],
)
def test_a_name_that_comes_from_outside_is_told_from_one_that_a_template_makes(source, taken):
    assert names_taken_by(Template(source)) == taken
