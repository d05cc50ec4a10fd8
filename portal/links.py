"""Links to pages in running text, looked up together.

Wagtail looks up the links of each piece of rich text by itself: a page with ten pieces asks the
database twenty times. While a page for visitors is rendered, its links are only marked; one query
then finds them all. A link to a page that visitors cannot see loses its address, not its words.
"""

import re
from contextvars import ContextVar

from django.template.response import TemplateResponse
from django.utils.html import escape
from django.utils.safestring import mark_safe
from wagtail.models import Page

from .visibility import public_now

_marking: ContextVar[bool] = ContextVar("marking", default=False)
_MARKED = re.compile(r'<a href="page-link:(\d+)">')


def marked_links(ids: list[str]) -> list[str] | None:
    """Return the opening tags to be resolved later, or None where no page is being rendered."""
    if not _marking.get():
        return None
    return [f'<a href="page-link:{pk}">' if pk.isdecimal() else "<a>" for pk in ids]


def resolve_links(html: str) -> str:
    """Return the HTML with every marked link given its address."""
    ids = {int(pk) for pk in _MARKED.findall(html)}
    if not ids:
        return html
    addresses = {page.pk: page.get_url() for page in public_now(Page.objects.filter(pk__in=ids))}

    def link(match):
        address = addresses.get(int(match[1]))
        return f'<a href="{escape(address)}">' if address else "<a>"

    return _MARKED.sub(link, html)


class LinkedTemplateResponse(TemplateResponse):
    """A template response whose page links are looked up together."""

    @property
    def rendered_content(self):
        token = _marking.set(True)
        try:
            html = super().rendered_content
        finally:
            _marking.reset(token)
        return mark_safe(resolve_links(html))  # noqa: S308  (a rendered template)
