"""When routes were checked, said once for all of them: what each card says by itself takes too much room."""

from dataclasses import dataclass, field

from django.utils.dateformat import format as write_date

IN_DATE = "in_date"


@dataclass
class Dated:
    """A sentence about the last check, and the names of the routes that it is true of."""

    says: str
    names: list[str] = field(default_factory=list)


def words_of_check(route) -> str:
    """Return when a route was last checked or looked up, in a sentence without its full stop."""
    if not route.checked_on:
        return "Not checked yet"
    day = write_date(route.checked_on, "j F Y")
    said = f"Checked {day}" if route.is_confirmed else f"Looked up {day}, not yet confirmed by the owner"
    return said if route.check_state() == IN_DATE else f"{said}; not re-checked lately"


def dates_of(routes) -> list[Dated]:
    """Return what is to be said of the routes' last checks, each sentence once. Of 999 nothing is said."""
    found: dict[str, Dated] = {}
    for route in routes:
        if not route.is_emergency:
            says = words_of_check(route)
            found.setdefault(says, Dated(says)).names.append(route.name)
    return list(found.values())
