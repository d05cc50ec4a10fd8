"""Numbers of doubtful figures that stand in running text, where no state goes with them."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.html import strip_tags
from wagtail.models import Page

from portal.claims import Claim, Urgency, last_editor
from portal.claims.quotations import pages_with_bodies

from ..choices import Unit
from ..models import StatisticPage
from ..numbers.reading import typed_numbers

# Smaller numbers stand in texts for other reasons: ages, numbers to call.
MIN_VALUE = 1_000
# Four digits in one piece are a year.
YEAR_DIGITS = 4


def _values(figure) -> set:
    """Return the figure's values, where they are large enough to be its own."""
    values = {figure.lower_value, figure.upper_value} - {None}
    return {value for value in values if value >= MIN_VALUE and figure.unit == Unit.NUMBER}


def words_of(page: Page) -> str:
    """Return all that editors typed on a page, quoted figures not included."""
    body = page.body.stream_block.get_searchable_content(page.body)
    return strip_tags(" ".join([page.title, page.summary, page.search_description, *map(str, body)]))


def _is_year(typed: str) -> bool:
    return typed.isdecimal() and len(typed) == YEAR_DIGITS


def typed_by_hand(figures) -> Iterator[Claim]:
    """Yield a claim for each page whose text holds the number of a doubtful figure, however it is written."""
    doubtful = {value: figure for figure in figures if figure.is_doubtful for value in _values(figure)}
    if not doubtful:
        return
    for page in pages_with_bodies(but=StatisticPage):
        found = {
            (typed, value)
            for typed, value in typed_numbers(words_of(page))
            if value in doubtful and not _is_year(typed)
        }
        for typed, value in sorted(found):
            figure = doubtful[value]
            state = figure.state_label.lower()
            yield Claim(
                Urgency.UNLABELLED,
                "Number in text",
                typed,
                page.title,
                f"Typed without its label: “{figure.title}” is {state}. Quote the figure instead",
                last_editor(page),
                edit_url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
                of=page,
            )
