"""What a figure said when somebody cited it."""

import re
from decimal import Decimal

from django.db import models
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import Resolver404
from django.utils import timezone
from wagtail.url_routing import RouteResult

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
# A change of these asks for a correction.
CORRECTED = ("lower_value", "upper_value", "bound", "unit", "period")


class FigureVersion(models.Model):
    """A figure as it was published on a day. Its number is part of its address; it never changes."""

    figure = models.ForeignKey(
        "statistics.StatisticPage", on_delete=models.CASCADE, related_name="versions", editable=False
    )
    number = models.PositiveIntegerField(editable=False)
    published_at = models.DateTimeField(default=timezone.now, editable=False)
    # The day on which the figure got the state that it has in this version.
    state_since = models.DateField(default=timezone.localdate, editable=False)
    said = models.JSONField(editable=False)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["figure", "number"], name="one_version_of_a_number")]

    def __str__(self):
        return f"version {self.number}"


def said_by(figure) -> dict:
    """Return what the figure says now, in words and in values that JSON can hold."""
    words = {name: as_kept(str(getattr(figure, name))) for name in KEPT}
    return {**words, **plain_values({name: getattr(figure, name) for name in CORRECTED})}


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
    """A figure whose published versions stay readable at ``version/<number>/`` below it."""

    class Meta:
        abstract = True

    def route(self, request, path_components):
        if len(path_components) == 2 and path_components[0] == "version" and self.live:
            number = path_components[1]
            if self.is_expired or not number.isdecimal() or len(number) > 9:
                raise Http404
            return RouteResult(self, kwargs={"version": int(number)})
        return super().route(request, path_components)

    def serve(self, request, *args, version: int | None = None, **kwargs):
        if version is not None:
            kept = get_object_or_404(self.versions, number=version)
            return super().serve(request, *args, version=kept, **kwargs)
        return super().serve(request, *args, **kwargs)

    def may_be_listed(self, context) -> bool:
        """Not a kept version: who searches should find what the figure says now."""
        return context["version"] is None and super().may_be_listed(context)

    def get_route_paths(self):
        """Return the versions' addresses as well, so that a move makes redirects for what was cited."""
        numbers = self.versions.values_list("number", flat=True)
        return [*super().get_route_paths(), *(f"/version/{number}/" for number in numbers)]

    def resolve_subpage(self, path: str):
        """Tell Wagtail's redirects that versions answer below the page.

        Raises:
            Resolver404: for any other path.
        """
        first, _, number = path.strip("/").partition("/")
        if first != "version" or not number.isdecimal():
            raise Resolver404({"path": path})

    def newest_version(self):
        """Return the version that readers see now, or None before the first publishing."""
        return self.versions.first()
