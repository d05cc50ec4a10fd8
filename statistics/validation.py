"""What a figure may not be, each refusal with its reason and what to do. No model: figures are handed in."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils import timezone

from .choices import Bound, Kind, State, Thing, Unit
from .evidence import Evidence, look_up
from .numbers.periods import BackwardsPeriodError, UnclearPeriodError, last_year

NOT_VERIFIED = (
    "“Verified” means that somebody has seen the figure in its source. Enter who saw it there, and on which "
    "day; or name the publication, the page and the words, so that they are found in its file; or choose "
    "“Attributed” until then."
)


def _value_errors(figure) -> dict[str, str]:
    """Return what is impossible about the value, by field."""
    errors = {}
    lower, upper = figure.lower_value, figure.upper_value
    if lower is not None and lower < 0:
        errors["lower_value"] = "A count cannot be below zero. Enter the value without a minus sign."
    if figure.bound == Bound.RANGE:
        if lower is not None and upper is None:
            errors["upper_value"] = "A range needs its upper end. Enter it, or choose another wording."
        elif lower is not None and upper is not None and upper <= lower:
            errors["upper_value"] = "The upper end must be more than the lower end. Check both numbers."
    elif upper is not None:
        errors["upper_value"] = "Only a range has an upper end. Choose “A range”, or empty this field."
    if figure.unit == Unit.PERCENT:
        for name, value in (("lower_value", lower), ("upper_value", upper)):
            if value is not None and value > Decimal(100):
                errors[name] = "A share cannot be more than 100 per cent. Check the value and the unit."
    return errors


def _counts_whole_things(figure) -> bool:
    """Whether the figure can have no fraction: a number of people or cases, or a count of what is unclear."""
    is_count = figure.kind == Kind.COUNT and figure.thing == Thing.UNCLEAR
    is_whole = figure.thing in Thing and Thing(figure.thing).is_whole
    return figure.unit == Unit.NUMBER and (is_whole or is_count)


def _fraction_errors(figure) -> dict[str, str]:
    """Return which ends of the value have a fraction that they cannot have, by field."""
    values = {"lower_value": figure.lower_value, "upper_value": figure.upper_value}
    return {
        name: "A count has no fraction. Enter a whole number; for a rate, an average or a weight, choose "
        "“Something else” under “Counts”."
        for name, value in values.items()
        if value is not None and value % 1 and _counts_whole_things(figure)
    }


def _period_errors(figure) -> dict[str, str]:
    """Return what is unclear or impossible about the period and its last year, by field."""
    try:
        ends = last_year(figure.period)
    except BackwardsPeriodError as error:
        return {"period": str(error)}
    except UnclearPeriodError as error:
        return {} if figure.year else {"period": str(error)}
    if ends and figure.year and figure.year != ends:
        return {"year": f"The period ends in {ends}. Enter that year, or leave this empty."}
    return {}


def _seen_errors(figure) -> dict[str, str]:
    """Return what is missing about who saw the figure in its source, by field."""
    if figure.seen_on and figure.seen_on > timezone.localdate():
        return {"seen_on": "This day has not come yet. Enter the day on which the source was seen."}
    if figure.seen_by.strip() and not figure.seen_on:
        return {"seen_on": "Enter the day on which the source was seen."}
    if figure.seen_on and not figure.seen_by.strip():
        return {"seen_by": "Enter the name of who saw the source on that day."}
    return {}


def _state_errors(figure) -> dict[str, str]:
    """Return what is impossible about the state, by field."""
    errors = {}
    if figure.state == State.SUPERSEDED and not figure.superseded_by_id:
        errors["superseded_by"] = "A superseded figure must name the newer one. Choose it here."
    if figure.superseded_by_id and figure.superseded_by_id == figure.pk:
        errors["superseded_by"] = "A figure cannot replace itself. Choose the newer figure."
    elif figure.comes_back_to_itself():
        errors["superseded_by"] = (
            "This figure itself took the place of the one chosen, perhaps with others between them. Choose "
            "the newest figure, and correct the others."
        )
    if figure.state == State.WITHDRAWN and not figure.state_note:
        errors["state_note"] = "Say why the figure was withdrawn: readers who cite it need to know."
    return errors


def _likelihood_errors(figure) -> dict[str, str]:
    """Return what is wrong about the word for likelihood, by field."""
    if figure.likelihood and figure.kind != Kind.ASSESSMENT:
        return {
            "likelihood": "Only an intelligence assessment has a word for likelihood. Leave this empty, or "
            "change the kind of figure."
        }
    return {}


def _series_errors(figure) -> dict[str, str]:
    """Return why the figure does not belong in its series, by field."""
    if not figure.series_id:
        return {}
    others = figure.series.figures.exclude(pk=figure.pk).filter(live=True)
    other = others.exclude(unit=figure.unit, thing=figure.thing).first()
    if other is None:
        return {}
    return {
        "series": f"“{other.title}” is in this series and counts something else, or in another unit. Only "
        "figures that answer one question belong together: choose another series, or correct this figure."
    }


def validate_figure(figure) -> None:
    """Refuse impossible combinations.

    Raises:
        ValidationError: naming each field, what is wrong with it, and what to do.
    """
    checks = (
        _fraction_errors,
        _value_errors,
        _period_errors,
        _seen_errors,
        _state_errors,
        _likelihood_errors,
        _series_errors,
    )
    errors = {name: words for check in checks for name, words in check(figure).items()}
    if errors:
        raise ValidationError(errors)


def why_not_verified(figure) -> str:
    """Return why a figure that is called verified must not be published as that, or empty.

    It stands on a named person, on the file of the source, or on somebody else's acceptance.
    """
    if figure.state != State.VERIFIED or (figure.seen_by.strip() and figure.seen_on):
        return ""
    if look_up(figure) == Evidence.FOUND:
        return ""
    check = getattr(figure, "evidence_check", None) if figure.pk else None
    return "" if check and check.is_accepted else NOT_VERIFIED
