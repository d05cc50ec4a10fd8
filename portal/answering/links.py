"""Links to pages in running text, and quotations of other pages, looked up together.

Wagtail looks up the links of each piece of rich text by itself: a page with ten pieces asks the
database twenty times. While a page for visitors is rendered, its links are only marked; one query
then finds them all. A link to a page that visitors cannot see loses its address, not its words.
An app may ``defer`` what it writes into running text in the same way.
"""

import re
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass

from django.db.models import Q
from django.template.response import TemplateResponse
from django.utils.html import escape
from django.utils.safestring import mark_safe

from ..site.memory import Memory, state_now
from ..text.characters import without_halves
from ..visibility import is_public
from .frame import frame_and
from .places import Place

_marking: ContextVar[bool] = ContextVar("marking", default=False)
# What was asked for while one page is rendered, so that its second block need not ask again.
_remembered: ContextVar[dict | None] = ContextVar("remembered", default=None)
# In rich text: a link that is all that a paragraph or an item of a list holds.
_EMPHASIS = r"(?:</?(?:b|i)>)*"
_LINK = rf'<a href="[^<>]*>(?:[^<]|</?(?:b|i)>)*</a>{_EMPHASIS}</(?:p|li)>'
_ALONE = re.compile(rf'<(p|li)(?=(?: data-block-key="[^"<>]*")?>{_EMPHASIS}{_LINK})')
# At most 18 digits: no id has more, and no database takes many more.
_MARKED = re.compile(r'<a href="page-link:([0-9]{1,18})">')
_linked: Memory[Place] = Memory(2_000)
# Between characters that no text holds: Unicode keeps them for private use.
_START, _END = "\ue000", "\ue001"
_AS_TAG, _TAG_END = '<a href="', '">'
_MARK = re.compile(f"(?:{_AS_TAG})?{_START}([a-z]+):([0-9]{{1,18}}){_END}(?:{_TAG_END})?")


@dataclass(frozen=True)
class _Deferred:
    """How marks of one kind become HTML: the look-up, and what stands for a page that is not shown."""

    look_up: Callable[[set[int]], dict[int, str]]
    otherwise: str
    left_out: str


_deferred: dict[str, _Deferred] = {}


def defer(kind: str, look_up, *, otherwise: str, left_out: str) -> None:
    """Register a kind of mark. ``look_up`` gets ids and returns HTML by id, from one query.

    ``left_out`` stands for it on a page that is read without its figures.
    """
    _deferred[kind] = _Deferred(look_up, otherwise, left_out)


def id_in(value) -> int:
    """Return the id that an attribute of a text holds, or 0, which no page has.

    Texts come from scripts, files and other sites, so an id may be missing, a word, or too large.
    """
    digits = str(value)
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= 18 else 0


def once_per_page(name: str, make: Callable):
    """Return what ``make`` returns; while a page is rendered, it is asked once under its name."""
    known = _remembered.get()
    if known is None:
        return make()
    if name not in known:
        known[name] = make()
    return known[name]


def marked(kind: str, pk: int) -> str | None:
    """Return a mark to be resolved later, or None where no page is being rendered."""
    return f"{_START}{kind}:{pk}{_END}" if _marking.get() else None


def marked_tag(kind: str, pk: int) -> str | None:
    """Return the same in the place of a link's opening tag, so that what reads HTML finds its two ends."""
    mark = marked(kind, pk)
    return mark and f"{_AS_TAG}{mark}{_TAG_END}"


def marked_links(ids: list[int]) -> list[str] | None:
    """Return the opening tags to be resolved later, or None where no page is being rendered."""
    if not _marking.get():
        return None
    return [f'<a href="page-link:{pk}">' if pk else "<a>" for pk in ids]


def resolve_marks(html: str, *, without_figures: bool = False, known: dict | None = None) -> str:
    """Return the HTML with every mark replaced, from one query for each kind that occurs.

    ``known`` keeps what was found, by kind and id, for a page that is written again.
    """
    known = {} if known is None else known
    wanted: dict[str, set[int]] = {}
    for kind, pk in _MARK.findall(html):
        if kind in _deferred:  # else it was typed into a text
            wanted.setdefault(kind, set()).add(int(pk))
    for kind, ids in wanted.items():
        words = known.setdefault(kind, {})
        if missing := ids - words.keys():
            found = {} if without_figures else _deferred[kind].look_up(missing)
            words.update({pk: found.get(pk) for pk in missing})

    def word(match):
        if match[1] not in wanted:
            return ""
        how = _deferred[match[1]]
        return known[match[1]][int(match[2])] or (how.left_out if without_figures else how.otherwise)

    return _MARK.sub(word, html)


def _addresses_of(ids: set[int], request) -> dict[int, str]:
    """Return the paths of those of the pages that anyone may read."""
    state = state_now()
    known = {pk: place for pk in ids if (place := _linked.recall(pk, state))}
    missing = ids - known.keys()
    frame, found = frame_and(request, Q(pk__in=missing) if missing else None)
    for place in found:
        known[place.pk] = place
        _linked.keep(place.pk, state, place)
    public = (known[pk] for pk in ids if pk in known and is_public(known[pk], frame.restricted))
    return {place.pk: place.address_below(frame.root) for place in public}


def resolve_links(html: str, request, *, known: dict | None = None) -> str:
    """Return the HTML with every marked link given its address; ``known`` keeps them, by id."""
    known = {} if known is None else known
    if missing := {int(pk) for pk in _MARKED.findall(html)} - known.keys():
        found = _addresses_of(missing, request)
        known.update({pk: found.get(pk) for pk in missing})

    def link(match):
        address = known[int(match[1])]
        return f'<a href="{escape(address)}">' if address else "<a>"

    return _MARKED.sub(link, html)


def mark_lone_links(html: str) -> str:
    """Return the HTML with a class for what holds one link alone: a stylesheet cannot tell by itself."""
    return _ALONE.sub(r'<\1 class="alone"', html)


class LinkedTemplateResponse(TemplateResponse):
    """A template response whose links and quotations are looked up together, once if it is written again."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._marks: dict[str, dict[int, str | None]] = {}
        self._links: dict[int, str | None] = {}

    @property
    def rendered_content(self):
        token, memory = _marking.set(True), _remembered.set({})
        try:
            html = super().rendered_content
        finally:
            _marking.reset(token)
            _remembered.reset(memory)
        without_figures = bool((self.context_data or {}).get("without_figures"))
        html = resolve_marks(html, without_figures=without_figures, known=self._marks)
        html = resolve_links(html, self._request, known=self._links)
        return mark_safe(without_halves(mark_lone_links(html)))  # noqa: S308
