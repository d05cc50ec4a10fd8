"""All phrases that editors may say otherwise, with where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from wagtail import hooks

HOOK = "portal_phrases"
_SAY = re.compile(r'\{% say "([^"{}]{1,300})" %\}')
# What editors call the folders of templates.
PLACES = {
    "components/help_bar.html": "The strip at the top of every page",
    "components/footer.html": "The foot of every page",
    "components": "Headings of every page",
    "categories": "Headings of category pages",
    "statistics": "Headings of figures",
    "publications": "Headings of publications",
    "guidance": "Headings of guidance, and what all steps of the finder say",
    "search": "Search",
    "404.html": "Page not found",
}


@dataclass(frozen=True)
class Phrase:
    """Default words, where they stand, and words without which they would mislead or harm."""

    default: str
    place: str
    must_hold: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of the phrase's field in the form."""
        return f"phrase-{sha256(self.default.encode()).hexdigest()[:12]}"


# Without these the words would promise what the site is not, or hide who answers.
_MUST_HOLD = {
    "You cannot report a crime here. The police and the National Crime Agency do not run this site.": (
        "cannot report",
        "police",
        "National Crime Agency",
        "not run",
    ),
    "Call the police": ("police",),
}


def _place_of(template: str) -> str:
    return PLACES.get(template) or PLACES.get(template.partition("/")[0], template)


def _in_templates() -> Iterator[Phrase]:
    for folder in settings.TEMPLATES[0]["DIRS"]:
        for path in sorted(Path(folder).rglob("*.html")):
            place = _place_of(path.relative_to(folder).as_posix())
            for default in _SAY.findall(path.read_text(encoding="utf-8")):
                yield Phrase(default, place, _MUST_HOLD.get(default, ()))


@cache
def catalogue() -> tuple[Phrase, ...]:
    """Return every phrase once, by place; where it stands in several places, in the first of them."""
    named = (phrase for phrases in hooks.get_hooks(HOOK) for phrase in phrases())
    found: dict[str, Phrase] = {}
    for phrase in (*_in_templates(), *named):
        found.setdefault(phrase.default, phrase)
    places = list(dict.fromkeys(phrase.place for phrase in found.values()))
    return tuple(sorted(found.values(), key=lambda phrase: places.index(phrase.place)))
