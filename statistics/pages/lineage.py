"""One question over time: rows for the table, and the shapes of the chart beside it."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from ..choices import Comparability
from ..numbers.totals import CannotCombineError, refuse_mixed
from ..numbers.wording import in_words

# The drawing's measures, in units of its own view box.
WIDTH, ROW, TOP, LEFT, RIGHT = 440, 56, 10, 60, 40
MAX_TICKS = 4


@dataclass(frozen=True)
class Mark:
    """One figure on the chart: a bar for a range, a point for a single value, an arrow for "at least".

    Where counting changed, a rule stands above it.
    """

    label: str
    value_text: str
    y: int
    start: float
    end: float
    is_range: bool
    opens: bool
    is_break: bool
    is_unknown: bool
    is_current: bool

    @property
    def width(self) -> float:
        """How long the bar of a range is."""
        return round(self.end - self.start, 1)

    @property
    def rule_y(self) -> int:
        """Where the rule above a break lies."""
        return self.y - ROW // 2 - 4

    @property
    def anchor(self) -> str:
        """From which side the value is written, so that it stays within the drawing."""
        return "end" if self.start > WIDTH * 0.55 else "start"

    @property
    def text_x(self) -> float:
        """Where the value is written: above its mark."""
        return self.end if self.anchor == "end" else self.start


def _scale(figures) -> tuple[Decimal, list[Decimal]]:
    """Return the right end of the axis and its ticks; the axis starts at nought."""
    largest = max(figure.upper_value or figure.lower_value for figure in figures) or Decimal(1)
    # Steps of 1, 2 or 5 times a power of ten: the smallest that leaves room for the words under the axis.
    power = Decimal(10) ** (largest.adjusted() - 1)
    step = next(power * factor for factor in (1, 2, 5, 10, 20, 50) if largest / (power * factor) <= MAX_TICKS)
    count = int((largest / step).to_integral_value(ROUND_CEILING))
    return step * count, [step * tick for tick in range(count + 1)]


def _beside_the_one_before(number: int, figure) -> dict[str, bool]:
    """Return whether counting changed, or may have, before the figure at this place of its series."""
    return {
        "is_break": number > 0 and figure.comparability == Comparability.BREAK,
        "is_unknown": number > 0 and figure.comparability == Comparability.UNKNOWN,
    }


def chart(figures, current=None) -> dict:
    """Return what the chart's template draws: marks, ticks and height.

    Raises:
        CannotCombineError: if the figures do not count the same thing in the same unit.
    """
    refuse_mixed(figures)
    end, ticks = _scale(figures)

    def across(value) -> float:
        return round(LEFT + float(value / end) * (WIDTH - LEFT - RIGHT), 1)

    marks = [
        Mark(
            label=str(figure.year or ""),
            value_text=figure.value_text,
            y=TOP + ROW * number + ROW // 2 + 8,
            start=across(figure.lower_value),
            end=across(figure.upper_value or figure.lower_value),
            is_range=figure.upper_value is not None,
            opens=figure.is_open,
            **_beside_the_one_before(number, figure),
            is_current=current is not None and figure.pk == current.pk,
        )
        for number, figure in enumerate(figures)
    ]
    bottom = TOP + ROW * len(figures)
    return {
        "marks": marks,
        "lines": _lines(figures, marks),
        "width": WIDTH,
        "top": TOP,
        "ticks": [{"x": across(tick), "label": in_words(tick)} for tick in ticks],
        "bottom": bottom,
        "height": bottom + 30,
    }


def _lines(figures, marks) -> list[dict]:
    """Return the lines between neighbours: only where both are single values counted the same way."""
    lines = []
    for number in range(1, len(figures)):
        before, after = marks[number - 1], marks[number]
        same = figures[number].comparability == Comparability.SAME
        if same and not before.is_range and not after.is_range:
            lines.append({"x1": before.start, "y1": before.y, "x2": after.start, "y2": after.y})
    return lines


def lineage(figures, current) -> dict | None:
    """Return ``rows`` for the table and ``chart``, or None where there is nothing to set side by side.

    Where figures of the series count different things, the table stands alone.
    """
    if len(figures) < 2:
        return None
    drawable = [figure for figure in figures if figure.lower_value is not None]
    try:
        drawing = chart(drawable, current) if len(drawable) > 1 else None
    except CannotCombineError:
        drawing = None
    rows = [
        {
            "figure": figure,
            "is_current": figure.pk == current.pk,
            **_beside_the_one_before(number, figure),
        }
        for number, figure in enumerate(figures)
    ]
    return {"rows": rows, "chart": drawing}
