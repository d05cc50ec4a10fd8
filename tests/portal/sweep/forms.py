"""What the forms of a page of the admin would send, and what may go wrong with it on the way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from django.http import QueryDict
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.images.blocks import ImageBlock


@dataclass
class Form:
    """One form: where it goes, and what it sends if nobody touches it."""

    address: str
    data: QueryDict = field(default_factory=lambda: QueryDict(mutable=True))


def _fill(form: Form, element) -> None:
    """Add what a browser would send for an input, a text or a choice."""
    name, kind = element.get("name"), element.get("type", "text")
    if not name or kind in ("file", "submit", "button", "image"):
        return
    if element.name == "select":
        chosen = element.find_all("option", selected=True)
        form.data.setlist(name, [option.get("value", "") for option in chosen] or [""])
    elif element.name == "textarea":
        form.data[name] = element.get_text()
    elif kind in ("checkbox", "radio"):
        if element.has_attr("checked"):
            form.data.appendlist(name, element.get("value", "on"))
        else:
            form.data.setlistdefault(name, [])
    else:
        form.data[name] = element.get("value", "")


def forms_of(html: str, address: str) -> Iterator[Form]:
    """Yield each form of a page (or of a dialog) that is posted."""
    for element in BeautifulSoup(html, "lxml").find_all("form"):
        if element.get("method", "get").lower() == "post":
            form = Form(urljoin(address, element.get("action") or address))
            for one in element.find_all(["input", "select", "textarea"]):
                _fill(form, one)
            for button in element.find_all("button", attrs={"name": True}):
                form.data.setdefault(button["name"], button.get("value", ""))
            yield form


def fill_block(data: QueryDict, block, value, name: str) -> None:
    """Add what the script of a block sends for the value."""
    if isinstance(block, StreamBlock | ListBlock):
        children = list(value) if isinstance(block, StreamBlock) else list(value.bound_blocks)
        data[f"{name}-count"] = str(len(children))
        for number, child in enumerate(children):
            place = f"{name}-{number}"
            data.update({f"{place}-deleted": "", f"{place}-order": str(number), f"{place}-id": ""})
            if isinstance(block, StreamBlock):
                data[f"{place}-type"] = child.block_type
            fill_block(data, child.block, child.value, f"{place}-value")
    elif isinstance(block, StructBlock):
        if isinstance(block, ImageBlock):  # its value is the picture, its form has parts
            value = block._image_to_struct_value(value)
        for key, child in block.child_blocks.items():
            fill_block(data, child, value.get(key), f"{name}-{key}")
    elif hasattr(block, "field"):
        shown = block.field.prepare_value(block.value_for_form(value))
        data[name] = block.field.widget.format_value(shown) or ""


def one_of_each(stream_block):
    """Return a value of the stream with one block of each kind, as the block's preview shows it."""
    return stream_block.normalize(
        [
            (name, child.normalize(child.get_preview_value()))
            for name, child in stream_block.child_blocks.items()
        ]
    )


WRONG = ("abc", "9" * 30, "\x00", "999999999", "x" * 20_000, "25:61")
# What tells the server how a form is built: one of these wrong, and nothing else of it is read.
BUILD = re.compile(r"-(count|order|deleted|type|id|TOTAL_FORMS|INITIAL_FORMS|DELETE|ORDER)$|^csrf")


def kinds(form: Form) -> list[str]:
    """Return one field for each kind: the tenth block of a list is read as the first is."""
    return list({re.sub(r"-[0-9]+", "-0", name): name for name in form.data}.values())


def changed(form: Form, name: str, value: str | None) -> QueryDict:
    """Return the form's data with another value for one field, or without it."""
    data = form.data.copy()
    if value is None:
        del data[name]
    else:
        data[name] = value
    return data


def left_out(form: Form) -> Iterator[tuple[str, QueryDict]]:
    """Yield the form's data without one field after another."""
    return ((f"without {name}", changed(form, name, None)) for name in kinds(form))


def left_empty(form: Form) -> Iterator[tuple[str, QueryDict]]:
    """Yield the form's data with one field after another left empty, of those that a person fills in."""
    seen = (name for name in kinds(form) if not BUILD.search(name))
    return ((f"with an empty {name}", changed(form, name, "")) for name in seen)


def doubled(form: Form) -> tuple[str, QueryDict]:
    """Return the form's data with each field twice."""
    data = form.data.copy()
    for name, values in form.data.lists():
        data.setlist(name, values * 2)
    return "with each field twice", data


def garbled(form: Form) -> Iterator[tuple[str, QueryDict]]:
    """Yield the form's data with something that cannot be in all fields, or in those of its build."""
    for wrong in WRONG:
        # A number in the build asks for as many rows as Django allows, a thousand, and for minutes.
        for is_build in (False, True) if wrong == "abc" else (False,):
            data = form.data.copy()
            for name in form.data:
                if bool(BUILD.search(name)) is is_build:
                    data[name] = wrong
            yield f"with {wrong[:12]!r} in {'its build' if is_build else 'all fields'}", data
