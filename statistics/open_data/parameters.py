"""What may stand after the “?” of the data's addresses, and what is said when something else does."""

from django.http import QueryDict

MOST_PER_PAGE = 500
USUAL_PER_PAGE = 100
LAST_PAGE = 1_000_000
# Typed values are shown again to who typed them, but not whole books.
SHOWN = 60
LONGEST_NUMBER = 10

FILTERS = ("category", "state", "year")
PAGING = ("page", "page_size")
# Lowest, highest and usual value of each whole number.
NUMBERS = {
    "year": (1000, 9999, None),
    "page": (1, LAST_PAGE, 1),
    "page_size": (1, MOST_PER_PAGE, USUAL_PER_PAGE),
}
DESCRIPTIONS = {
    "category": "Only figures of this category: the last part of the address of the category's page.",
    "state": "Only figures that are as sure as this.",
    "year": "Only figures whose period ends in this year.",
    "page": "Which page of the list, from 1. A page after the last is empty.",
    "page_size": "How many figures on a page.",
}


class BadParameterError(ValueError):
    """A parameter has a value that it cannot have. ``allowed`` says, or lists, what it can."""

    def __init__(self, name: str, detail: str, allowed: str | list[str]):
        super().__init__(detail)
        self.name, self.detail, self.allowed = name, detail, allowed


def shortened(text: str) -> str:
    """Return what was typed, short enough and printable, to show it again."""
    printable = "".join(character for character in text[: SHOWN + 1] if character.isprintable())
    return printable if len(printable) <= SHOWN else f"{printable[:SHOWN]}…"


def refuse_unknown(query: QueryDict, known: tuple[str, ...]) -> None:
    """Refuse a name that is not known: a misspelt filter must not be taken for no filter.

    Raises:
        BadParameterError: naming it and what there is.
    """
    for name in query:
        if name not in known:
            allowed = ", ".join(known)
            detail = f"There is no parameter “{shortened(name)}” here. There are: {allowed}."
            raise BadParameterError(shortened(name), detail, list(known))


def whole_number(name: str, query: QueryDict) -> int | None:
    """Return the number, or the usual one if the parameter is left out.

    Raises:
        BadParameterError: if it is not a whole number between the lowest and the highest.
    """
    lowest, highest, usual = NUMBERS[name]
    return number_between(lowest, highest, name, query, usual)


def number_between(lowest: int, highest: int, name: str, query: QueryDict, usual: int | None) -> int | None:
    """Return the number, or the usual one if the parameter is left out.

    Raises:
        BadParameterError: if it is not a whole number between the lowest and the highest.
    """
    text = query.get(name)
    if text is None:
        return usual
    is_number = text.isascii() and text.isdecimal() and len(text) < LONGEST_NUMBER
    if not is_number or not lowest <= int(text) <= highest:
        allowed = f"a whole number from {lowest} to {highest}"
        raise BadParameterError(name, f"“{name}” must be {allowed}, not “{shortened(text)}”.", allowed)
    return int(text)


def one_of(name: str, query: QueryDict, allowed: list[str]) -> str:
    """Return the value, or nothing if the parameter is left out.

    Raises:
        BadParameterError: if it is none of those allowed.
    """
    text = query.get(name)
    if text is None:
        return ""
    if text not in allowed:
        words = f"one of: {', '.join(allowed)}" if allowed else "left out: there is nothing to choose from"
        raise BadParameterError(name, f"“{name}” must be {words}. It is “{shortened(text)}”.", allowed)
    return text
