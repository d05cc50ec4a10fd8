"""Figures that are unverified, without evidence, or still featured after something took their place."""

from collections import defaultdict
from collections.abc import Iterator

from django.urls import reverse
from wagtail.models import Page, ReferenceIndex

from portal.claims import Claim, Urgency, last_editor
from portal.visibility import public_now

from ..choices import State
from ..evidence import Evidence
from ..models import FigureVersion, StatisticPage
from .typed_numbers import typed_by_hand

STILL_FEATURED = {State.SUPERSEDED: Urgency.OUTDATED, State.WITHDRAWN: Urgency.WRONG}


def _featuring(figures) -> dict[int, list[str]]:
    """Return the titles of the public pages that quote each figure in their own words or blocks."""
    ids = [str(figure.pk) for figure in figures]
    rows = ReferenceIndex.objects.filter(
        to_object_id__in=ids, to_content_type__model__in=("page", "statisticpage")
    )
    # A figure that names another as related, or as the newer one, does not feature it.
    pages = public_now(Page.objects.not_type(StatisticPage))
    titles = dict(pages.values_list("pk", "title"))
    found = defaultdict(set)
    for target, source in rows.values_list("to_object_id", "object_id"):
        if source.isdecimal() and int(source) in titles:
            found[int(target)].add(titles[int(source)])
    return {pk: sorted(names) for pk, names in found.items()}


def _problems(figure, featured_on: list[str]) -> Iterator[tuple[Urgency, str]]:
    """Yield what is wrong with one figure."""
    if figure.state not in State:
        yield Urgency.UNLABELLED, "No state is shown: readers cannot tell how sure it is"
    if figure.state == State.UNVERIFIED:
        yield Urgency.UNVERIFIED, "Unverified"
    if figure.is_past and featured_on:
        yield (
            STILL_FEATURED[figure.state],
            f"{figure.state_label}, but still featured on {', '.join(featured_on)}",
        )
    check = getattr(figure, "evidence_check", None)
    is_founded = figure.seen_on or (check and (check.result == Evidence.FOUND or check.accepted_on))
    if not figure.is_past and not is_founded:
        yield (
            Urgency.WITHOUT_EVIDENCE,
            f"Without evidence. {check.get_result_display() if check else ''}".strip(),
        )


def figure_claims() -> Iterator[Claim]:
    """Yield the figures that need attention, and numbers of doubtful figures typed without their state."""
    figures = list(
        public_now(StatisticPage.objects.all())
        .select_related("evidence_check", "latest_revision__user", "owner")
        .defer("body")
    )
    featured = _featuring([figure for figure in figures if figure.is_past])
    since = dict(FigureVersion.objects.order_by("number").values_list("figure", "state_since"))
    for figure in figures:
        for urgency, problem in _problems(figure, featured.get(figure.pk, [])):
            yield Claim(
                urgency,
                "Figure",
                figure.statement(),
                figure.title,
                problem,
                last_editor(figure),
                since.get(figure.pk),
                reverse("wagtailadmin_pages:edit", args=[figure.pk]),
                of=figure,
            )
    yield from typed_by_hand(figures)
