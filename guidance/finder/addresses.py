"""Every address of the finder: its pages must be there whatever fails."""

from collections.abc import Iterator

from django.urls import reverse

from .routes import asks_where, routes_for
from .steps import NATION_CODES, Leaf, Question
from .tree import START


def _codes_of(step: Question | Leaf, clicks: int) -> Iterator[tuple[str, Question | Leaf | None]]:
    """Yield what may follow in the address, and where it leads."""
    if isinstance(step, Question):
        yield from ((answer.code, answer.leads_to) for answer in step.every_answer())
    elif asks_where(step, routes_for(step), clicks):
        yield from ((code, None) for code in NATION_CODES)


def _below(step: Question | Leaf, address: str, clicks: int = 0) -> Iterator[str]:
    yield address
    for code, leads_to in _codes_of(step, clicks):
        longer = f"{address}{code}/"
        if leads_to is None:
            yield longer
        else:
            yield from _below(leads_to, longer, clicks + 1)


def every_address() -> list[str]:
    """Return the addresses of all steps and ends, the first steps first."""
    return sorted(_below(START, reverse("finder")), key=len)
