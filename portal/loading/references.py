"""Turns the names that content files use into the ids of what was made from them."""

import re

from .reader import ContentError

_REFERENCE = re.compile(r"(?:page|route|image|document|group|series|term):[\w/-]+")
_RICH_LINK = re.compile(r'<a href="(page:[^"]+)">')
_RICH_TERM = re.compile(r'<a href="(term:[^"]+)">')
_RICH_FIGURE = re.compile(r'<embed embedtype="figure" id="(page:[^"]+)"/>')


class References:
    """Knows the id of everything made so far, by key."""

    def __init__(self):
        self.ids: dict[str, int] = {}

    def id_of(self, key: str, wanted_by: str) -> int:
        """Return the id behind a key.

        Raises:
            ContentError: if nothing has that key.
        """
        if key not in self.ids:
            raise ContentError(f"{wanted_by} refers to {key}, which does not exist. Correct the name.")
        return self.ids[key]

    def resolve(self, value, wanted_by: str):
        """Return the value with every reference, however deep, replaced by an id."""
        if isinstance(value, dict):
            return {name: self.resolve(inner, wanted_by) for name, inner in value.items()}
        if isinstance(value, list):
            return [self.resolve(inner, wanted_by) for inner in value]
        if not isinstance(value, str):
            return value
        if _REFERENCE.fullmatch(value):
            return self.id_of(value, wanted_by)
        value = _RICH_FIGURE.sub(
            lambda match: f'<embed embedtype="figure" id="{self.id_of(match[1], wanted_by)}"/>', value
        )
        value = _RICH_TERM.sub(
            lambda match: f'<a linktype="term" id="{self.id_of(match[1], wanted_by)}">', value
        )
        return _RICH_LINK.sub(
            lambda match: f'<a linktype="page" id="{self.id_of(match[1], wanted_by)}">', value
        )
