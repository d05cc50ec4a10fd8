"""Judges every address of a site by every rule."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from .answer import Answer
from .crawler import LIMIT, UnfinishedWalkError, walk
from .rules import Finding, check


@dataclass
class Audit:
    """How many addresses were looked at, and what was found."""

    pages: int = 0
    findings: list[Finding] = field(default_factory=list)


def audit(
    start: str,
    fetch: Callable[[str], Answer],
    also: Iterable[str] = (),
    staff: str = "/admin/",
    limit: int = LIMIT,
) -> Audit:
    """Walk the site and return what breaks a rule."""
    result = Audit()
    try:
        for answer in walk(start, fetch, also, staff, limit):
            result.pages += 1
            result.findings += check(answer)
    except UnfinishedWalkError as error:
        hint = "Ask for more addresses with --limit."
        result.findings.append(Finding("/", "unfinished", str(error), hint))
    return result
