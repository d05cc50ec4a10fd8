"""Bank holidays by nation, from a library that follows what the governments announce."""

from datetime import date
from functools import cache

from ..audiences import Nation

SUBDIVISIONS = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}
MOVED = " (observed)"


@cache
def _of_year(nation: Nation, year: int) -> dict[date, str]:
    import holidays  # knows the whole world: loaded where it is asked

    return dict(holidays.country_holidays("GB", subdiv=SUBDIVISIONS[nation], years=year))


def is_bank_holiday(nation: Nation | str, day: date) -> bool | None:
    """Return whether it is one; None for a day whose holiday was moved, which services treat differently."""
    days = _of_year(Nation(nation), day.year)
    name = days.get(day)
    if name is None:
        return False
    return None if f"{name}{MOVED}" in days.values() else True
