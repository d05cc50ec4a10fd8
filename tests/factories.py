"""Makes pages for tests, one function per page type, and fills in the admin's forms as editors do."""

import html
import os
import re
from datetime import date
from io import BytesIO
from itertools import count

import pikepdf
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.text import slugify
from wagtail.test.utils.form_data import querydict_from_html

_numbers = count(1)


def _add(parent, model, **fields):
    """Add a published page below the parent and return it as it is in the database."""
    title = fields.pop("title", None) or f"Page {next(_numbers)}"
    summary = fields.pop("summary", "A short summary.")
    page = model(title=title, slug=fields.pop("slug", slugify(title)), summary=summary, **fields)
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def make_information_page(parent, **fields):
    """An information page."""
    from portal.models import InformationPage

    return _add(parent, InformationPage, **fields)


def make_category(parent, **fields):
    """A category, in the first group unless told otherwise."""
    from categories.models import CategoryGroup, CategoryPage

    fields.setdefault("group", CategoryGroup.objects.first())
    return _add(parent, CategoryPage, **fields)


def make_figure(parent, **fields):
    """A verified figure with value, period and source."""
    from statistics.models import StatisticPage

    fields = {
        "lower_value": 1200,
        "bound": "exactly",
        "counted": "things counted",
        "period": "2020",
        "area": "UK",
        "source_name": "A source, 2020",
        "state": "verified",
        "seen_by": "A. Reader",
        "seen_on": date.today(),
        **fields,
    }
    return _add(parent, StatisticPage, **fields)


def make_guidance(parent, **fields):
    """A guidance page."""
    from guidance.models import GuidancePage

    return _add(parent, GuidancePage, **fields)


def make_publication(parent, **fields):
    """A publication without a file."""
    from publications.models import PublicationPage

    fields = {
        "edition": "2021",
        "publisher": "A publisher",
        "published_on": "2021",
        "accessible_format_contact": "<p>Ask the publisher.</p>",
        **fields,
    }
    return _add(parent, PublicationPage, **fields)


def pdf_bytes(pages: int = 1, password: str = "", language: str = "en-GB", filling: int = 0) -> bytes:
    """Return a PDF of empty pages, with at least so many bytes of ``filling``."""
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page()
    if filling:
        pdf.pages[0].Contents = pdf.make_stream(b"%" + os.urandom(filling).hex().encode())
    pdf.Root.Lang = pikepdf.String(language)
    out = BytesIO()
    # The same bytes each time, so that what was read of them once is known.
    locked = pikepdf.Encryption(owner=password, user=password) if password else False
    pdf.save(out, encryption=locked, deterministic_id=not password)
    return out.getvalue()


def text_pdf(*texts: str) -> bytes:
    """Return a PDF whose pages hold these texts, a line for each line."""
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    for text in texts:
        page = pdf.add_blank_page()
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
        shown = " ".join(f"({line}) Tj T*" for line in text.splitlines())
        page.Contents = pdf.make_stream(f"BT /F1 12 Tf 14 TL 40 700 Td {shown} ET".encode("latin-1"))
    out = BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def words(response) -> str:
    """Return the words of a page as a reader sees them, with single spaces."""
    page = re.sub(r"<(script|style)\b.*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    page = re.sub(r"</?(?:p|li|dt|dd|div|h\d|br|article|section)\b", r" \g<0>", page)
    return re.sub(r"\s+([.,:)]?(?=\s|$))?", r"\1 ", html.unescape(strip_tags(page))).strip()


def open_form(client, url: str, form_id: str) -> QueryDict:
    """Return what the form at the address holds; bodies are script, so they come back empty."""
    page = client.get(url).content.decode()
    form = querydict_from_html(page, form_id=form_id).copy()
    # A browser sends "on" for a ticked box without a value of its own; Wagtail's helper sends nothing.
    for name in re.findall(r'<input type="checkbox" name="(\w+)"[^>]* checked', page):
        form[name] = form.get(name) or "on"
    form.update({f"{name}-count": "0" for name in ("body", "points", "weekly_hours", "hours_exceptions")})
    return form


def _post_form(client, url: str, form_id: str, publish: bool, changes: dict):
    """Post the admin's own form at the address with the changes, and return the admin's answer."""
    form = open_form(client, url, form_id) | changes
    if publish:
        form["action-publish"] = "action-publish"
    return client.post(url, form)


def edit_page(client, page, *, publish: bool = True, **changes):
    """Change a page in the admin's own form and return the admin's answer."""
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return _post_form(client, url, "page-edit-form", publish, changes)


def edit_route(client, route, *, publish: bool = True, **changes):
    """Change a help route in the admin's own form and return the admin's answer."""
    url = reverse("wagtailsnippets_guidance_helproute:edit", args=[route.pk])
    return _post_form(client, url, "w-editor-form", publish, changes)
