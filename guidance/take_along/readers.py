"""Whom cards and posters are for."""

from dataclasses import dataclass

from ..audiences import Audience

# Printed in the sheet's own words, whatever the register says.
ALWAYS_PRINTED = ("999", "101")


@dataclass(frozen=True)
class Readers:
    """Whom a card is for, of whom it is said that they are ``words``.

    ``code`` stands in addresses and file names: it must say nothing.
    """

    code: str
    who: str
    words: str
    audiences: tuple[Audience, ...]


UNDER_19 = Readers("1", "people under 19", "under 19", (Audience.CHILD,))
ADULTS = Readers(
    "2", "adults", "an adult", (Audience.ADULT_WORRIED, Audience.VICTIM_SURVIVOR, Audience.OWN_BEHAVIOUR)
)
EVERYBODY = {readers.code: readers for readers in (UNDER_19, ADULTS)}
