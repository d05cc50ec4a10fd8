"""What of a figure is kept with every version, and the addresses at which the versions stay readable."""

import re
from decimal import Decimal

from django.db import models
from django.shortcuts import get_object_or_404
from wagtail.contrib.routable_page.models import path

_NAME_OF_PARAGRAPH = re.compile(r' data-block-key="[^"]*"')
# What a reader of an old version needs. A new version is kept when any of it changed.
KEPT = (
    "title",
    "summary",
    "value_text",
    "counted_text",
    "kind_label",
    "likelihood_label",
    "period",
    "area",
    "source_text",
    "source_url",
    "quoted_words",
    "state",
    "state_note",
    "does_not_mean",
)


def as_kept(words: str) -> str:
    """Return words without what the admin adds to them: names of paragraphs, other ends of lines."""
    return _NAME_OF_PARAGRAPH.sub("", words.replace("\r\n", "\n")).strip()


def same_words(before: dict | None, now: dict) -> bool:
    """Whether an earlier version says the same; it may hold it as the admin wrote it then."""
    if before is None:
        return False
    kept = {name: as_kept(said) if isinstance(said, str) else said for name, said in before.items()}
    return kept == now


def plain_values(values: dict) -> dict:
    """Return the values as texts that do not depend on how they were entered (7600, 7600.0)."""
    return {
        name: value if value is None or isinstance(value, str) else f"{Decimal(value).normalize():f}"
        for name, value in values.items()
    }


class Versioned(models.Model):
    """A figure whose published versions stay readable at ``version/<number>/`` below it.

    A change of one of ``CORRECTED`` asks for a correction.
    """

    CORRECTED = ("lower_value", "upper_value", "bound", "unit", "period")

    class Meta:
        abstract = True

    def says_now(self) -> dict:
        """Return what the figure says now, in words and in values that JSON can hold."""
        words = {name: as_kept(str(getattr(self, name))) for name in KEPT}
        return {**words, **plain_values({name: getattr(self, name) for name in self.CORRECTED})}

    def newest_version(self):
        """Return the version that readers see now, or None before the first publishing."""
        return self.versions.first() if self.pk else None

    def would_correct(self, values: dict) -> bool:
        """Whether one of ``CORRECTED`` among the values differs from what readers see now."""
        newest = self.newest_version()
        if newest is None:
            return False
        now = {name: values.get(name) for name in self.CORRECTED}
        return plain_values(now) != {name: newest.said.get(name) for name in self.CORRECTED}

    @path("version/<int:number>/")
    def kept_version(self, request, number: int):
        """Show what the figure said in one version."""
        return self.render(request, version=get_object_or_404(self.versions, number=number))

    def may_be_listed(self, context) -> bool:
        """Not a kept version: who searches should find what the figure says now."""
        return context["version"] is None and super().may_be_listed(context)

    def get_route_paths(self):
        """Return the versions' addresses as well, so that a move makes redirects for what was cited."""
        numbers = self.versions.values_list("number", flat=True)
        return [*super().get_route_paths(), *(f"/version/{number}/" for number in numbers)]
