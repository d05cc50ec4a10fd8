"""When figures may be set on one scale or added, and when that would mislead."""

from decimal import Decimal

from .models.relations import relation_warnings
from .states import State
from .wording import value_text


class CannotCombineError(ValueError):
    """The figures do not belong on one scale or in one sum. ``reasons`` are sentences for people."""

    def __init__(self, reasons: list[str]):
        super().__init__(" ".join(reasons))
        self.reasons = reasons


def _differences(figures) -> list[str]:
    """Return why the figures do not belong on one scale."""
    reasons = []
    if len({figure.unit for figure in figures}) > 1:
        reasons.append("They are in different units.")
    if len({figure.thing for figure in figures}) > 1:
        reasons.append("They count different things.")
    return reasons


def refuse_mixed(figures) -> None:
    """Refuse figures that do not belong on one scale.

    Raises:
        CannotCombineError: with the reasons.
    """
    if reasons := _differences(figures):
        raise CannotCombineError(reasons)


def _not_to_be_added(figures) -> list[str]:
    """Return why the figures must not be added although they are on one scale."""
    reasons = relation_warnings(figures)
    if any(figure.unit == "percent" for figure in figures):
        reasons.append("Percentages cannot be added.")
    if any(figure.thing == "unclear" for figure in figures):
        reasons.append("It is not clear what one of them counts.")
    if any(figure.state in (State.UNVERIFIED, State.SUPERSEDED, State.WITHDRAWN) for figure in figures):
        reasons.append("One of them is unverified, superseded or withdrawn.")
    for name, words in (("period", "different times"), ("area", "different places")):
        if len({getattr(figure, name) for figure in figures}) > 1:
            reasons.append(f"They are about {words}.")
    return reasons


def total_of(figures) -> str:
    """Return the sum of the figures in words.

    Raises:
        CannotCombineError: if one figure is part of another, overlaps it or answers the same question, or
            if unit, thing counted, period or area differ, or one is not sure enough.
    """
    reasons = [*_differences(figures), *_not_to_be_added(figures)]
    if any(figure.lower_value is None for figure in figures):
        reasons.append("One of them has no value.")
    if reasons:
        raise CannotCombineError(reasons)
    lower = sum((figure.lower_value for figure in figures), Decimal())
    upper = sum((figure.upper_value or figure.lower_value for figure in figures), Decimal())
    bounds = {figure.bound for figure in figures}
    if "range" in bounds and bounds <= {"range", "exactly"}:
        return value_text(lower, upper, "range", "number")
    if bounds == {"exactly"}:
        return value_text(lower, None, "exactly", "number")
    if bounds <= {"exactly", "at_least", "more_than"}:
        return value_text(lower, None, "at_least", "number")
    if bounds <= {"exactly", "about"}:
        return value_text(lower, None, "about", "number")
    raise CannotCombineError(
        ["Their values are worded in ways that cannot be added, such as a range and “at least”."]
    )
