"""When figures may be set on one scale or added, and when that would mislead."""

from collections.abc import Iterable
from decimal import Decimal

from ..choices import Bound, Thing, Unit
from .wording import value_text

CURRENCIES = {
    "pound": {"pound", "pounds", "sterling", "gbp", "£"},
    "dollar": {"dollar", "dollars", "usd", "$"},
    "euro": {"euro", "euros", "eur", "€"},
}
# What may be said of a sum, by all that is said of its parts; the first that fits.
BOUNDS_OF_SUMS = (
    ({Bound.EXACTLY}, Bound.EXACTLY),
    ({Bound.EXACTLY, Bound.RANGE}, Bound.RANGE),
    ({Bound.EXACTLY, Bound.AT_LEAST, Bound.MORE_THAN}, Bound.AT_LEAST),
    ({Bound.EXACTLY, Bound.ABOUT, Bound.STATED}, Bound.ABOUT),
)


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
    if len({_what(figure) for figure in figures}) > 1:
        reasons.append("They count different things.")
    return reasons


def _what(figure) -> tuple[str, str]:
    """Return what is counted: where the list of things has no word for it, in the figure's own words."""
    words = " ".join(figure.counted.casefold().split())
    return figure.thing, "" if figure.thing in Thing and Thing(figure.thing).is_named else words


def _currency(figure) -> str:
    """Return the currency that a figure of money names, or nothing."""
    words = set(figure.counted.casefold().replace(",", " ").split())
    named = {name for name, typed in CURRENCIES.items() if words & typed}
    return named.pop() if len(named) == 1 else ""


def refuse_mixed(figures) -> None:
    """Refuse figures that do not belong on one scale.

    Raises:
        CannotCombineError: with the reasons.
    """
    if reasons := _differences(figures):
        raise CannotCombineError(reasons)


def _not_to_be_added(figures) -> list[str]:
    """Return why the figures must not be added although they are on one scale."""
    reasons = []
    if len({figure.pk for figure in figures}) < len(figures):
        reasons.append("One of them is chosen twice.")
    if len({figure.kind for figure in figures}) > 1:
        reasons.append("They came about in different ways: counts, estimates and assessments are not added.")
    if any(figure.thing == Thing.MONEY for figure in figures):
        currencies = {_currency(figure) for figure in figures}
        if len(currencies) > 1 or "" in currencies:
            reasons.append("It is not clear that they are in one currency.")
    if any(figure.unit == Unit.PERCENT for figure in figures):
        reasons.append("Percentages cannot be added.")
    if any(figure.thing == Thing.UNCLEAR for figure in figures):
        reasons.append("It is not clear what one of them counts.")
    if any(figure.is_doubtful or figure.superseded_by_id for figure in figures):
        reasons.append("One of them is unverified, superseded or withdrawn.")
    for name, words in (("period", "different times"), ("area", "different places")):
        if len({" ".join(getattr(figure, name).casefold().split()) for figure in figures}) > 1:
            reasons.append(f"They are about {words}.")
    return reasons


def _bound_of_sum(figures) -> Bound:
    """Return what may be said of the sum.

    Raises:
        CannotCombineError: if nothing may.
    """
    said = {figure.bound for figure in figures}
    for parts, whole in BOUNDS_OF_SUMS:
        if said <= parts:
            return whole
    raise CannotCombineError(
        ["Their values are worded in ways that cannot be added, such as a range and “at least”."]
    )


def total_of(figures, warnings: Iterable[str]) -> str:
    """Return the sum of the figures in words.

    ``warnings`` are what readers must not do with them, from the relations among them.

    Raises:
        CannotCombineError: if there is a warning; if a figure is there twice; if unit, thing counted, kind,
            period or area differ; or if one is not sure enough.
    """
    reasons = [*_differences(figures), *warnings, *_not_to_be_added(figures)]
    if any(figure.lower_value is None for figure in figures):
        reasons.append("One of them has no value.")
    if reasons:
        raise CannotCombineError(reasons)
    bound = _bound_of_sum(figures)
    lower = sum((figure.lower_value for figure in figures), Decimal())
    upper = sum((figure.upper_value or figure.lower_value for figure in figures), Decimal())
    return value_text(lower, upper if bound == Bound.RANGE else None, bound, Unit.NUMBER)
