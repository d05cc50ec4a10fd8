"""Numbers of doubtful figures that stand in running text, where no state goes with them."""

import re
from collections.abc import Iterator

from django.urls import reverse
from django.utils.html import strip_tags
from wagtail.models import Page

from portal.claims import Claim, Urgency, last_editor
from portal.claims.quotations import pages_with_bodies

from .models import StatisticPage
from .states import State
from .wording import in_words

DOUBTFUL = {State.UNVERIFIED, State.SUPERSEDED, State.WITHDRAWN}
# Smaller numbers stand in texts for other reasons: ages, years, numbers to call.
SMALLEST = 1_000


def _numbers(figure) -> set[str]:
    """Return the figure's numbers as they are written, where they are large enough to be its own."""
    values = {figure.lower_value, figure.upper_value} - {None}
    return {in_words(value) for value in values if value >= SMALLEST and figure.unit == "number"}


def words_of(page: Page) -> str:
    """Return all that editors typed on a page, quoted figures not included."""
    body = page.body.stream_block.get_searchable_content(page.body)
    return strip_tags(" ".join([page.title, page.summary, page.search_description, *map(str, body)]))


def _pattern_of(numbers) -> re.Pattern:
    """Match one of the numbers where it is not part of a longer one."""
    return re.compile(rf"(?<![\d,.])({'|'.join(map(re.escape, numbers))})(?!,*+\d|\.\d)")


def typed_by_hand(figures) -> Iterator[Claim]:
    """Yield a claim for each page whose text holds the number of a doubtful figure."""
    doubtful = {
        number: figure for figure in figures if figure.state in DOUBTFUL for number in _numbers(figure)
    }
    if not doubtful:
        return
    number = _pattern_of(doubtful)
    for page in pages_with_bodies(but=StatisticPage):
        for typed in sorted(set(number.findall(words_of(page)))):
            figure = doubtful[typed]
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
