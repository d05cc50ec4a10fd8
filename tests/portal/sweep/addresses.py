"""Every address of the admin, made from its patterns and from one object of each kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, get_resolver, reverse

NOBODY = 999_999_999
TOO_LARGE = 10**25


@dataclass(frozen=True)
class Pattern:
    """One pattern: its full name, what it looks like, and the names of its parts."""

    name: str
    route: str
    parts: tuple[str, ...]


def _walk(patterns, route="", namespace="") -> Iterator[Pattern]:
    for one in patterns:
        place = route + str(one.pattern)
        if hasattr(one, "url_patterns"):
            inner = f"{namespace}{one.namespace}:" if one.namespace else namespace
            yield from _walk(one.url_patterns, place, inner)
        elif one.name:
            parts = re.findall(r"<(?:\w+:)?(\w+)>", place)
            yield Pattern(namespace + one.name, place, tuple(parts))


def patterns() -> list[Pattern]:
    """Return every named pattern below /admin/."""
    return [one for one in _walk(get_resolver().url_patterns) if one.route.startswith("admin/")]


def model_of(pattern: Pattern) -> tuple[str, str]:
    """Return app and model that the pattern is about, as its namespace says, or two empty words."""
    found = re.match(r"wagtailsnippet\w*?s_(\w+?)_(\w+):", pattern.name)
    return (found[1], found[2]) if found else ("", "")


class Examples:
    """Arguments for patterns: ids that exist, that belong to nobody, and that cannot be."""

    def __init__(self, objects: dict[str, int]):
        self.objects = objects

    def _known(self, pattern: Pattern, part: str):
        words = {
            "content_type_app_name": "portal",
            "content_type_model_name": "informationpage",
            "app_label": "portal",
            "model_name": "informationpage",
            "app_name": "portal",
            "filter_spec": "width-100",
            "action_name": "approve",
            "action": "publish",
            "revision_id_a": "earliest",
            "revision_id_b": "latest",
            "uidb64": "MQ",
            "token": "abc-def",
            "parent_page_id": self.objects["parent"],
            "destination_id": self.objects["parent"],
            "object_id": self.objects["page"],
            "session_id": 1,
        }
        if part in words:
            return words[part]
        if part == "pk":
            return self.objects.get("/".join(model_of(pattern))) or self.objects.get(
                pattern.name.partition(":")[0], 1
            )
        return self.objects.get(part.replace("_to_move", "").removesuffix("_id").removesuffix("_pk"), 1)

    def of(self, pattern: Pattern) -> Iterator[str]:
        """Yield addresses of the pattern: with what there is, and then with one part after another wrong."""
        known = {part: self._known(pattern, part) for part in pattern.parts}
        yield from _reversed(pattern, known)
        for part in pattern.parts:
            for wrong in (NOBODY, TOO_LARGE, 0, "abc", "live"):
                yield from _reversed(pattern, {**known, part: wrong})


def _reversed(pattern: Pattern, known: dict) -> Iterator[str]:
    try:
        yield reverse(pattern.name, kwargs=known)
    except NoReverseMatch:
        return
