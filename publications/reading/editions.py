"""Other editions of a publication: same publisher, same title but for the edition."""

import re

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"[0-9]+")


def title_without_edition(publication) -> str:
    """Return the title in small letters, without the edition and what joined it to the title."""
    words = _WORD.findall(publication.title.casefold())
    edition = _WORD.findall(publication.edition.casefold())
    for start in range(len(words) - len(edition), -1, -1):
        if edition and words[start : start + len(edition)] == edition:
            del words[start : start + len(edition)]
    return " ".join(words)


def _order(publication) -> tuple:
    """Sort by the year in the edition, or that of its publishing, then by the edition's other numbers."""
    years = _YEAR.findall(publication.edition) or _YEAR.findall(publication.published_on)
    numbers = [int(number) for number in _NUMBER.findall(publication.edition)[:4]]
    return int(years[0]) if years else 0, numbers


def editions_of(publication, others) -> dict:
    """Return those of the publisher's other publications that are ``earlier`` and ``later`` editions of this.

    Each list begins with the nearest.
    """
    wanted, place = title_without_edition(publication), _order(publication)
    same = sorted(
        (
            other
            for other in others
            if other.edition != publication.edition and title_without_edition(other) == wanted
        ),
        key=_order,
    )
    return {
        "earlier": [other for other in reversed(same) if _order(other) < place],
        "later": [other for other in same if _order(other) >= place],
    }
