"""The words for thousands and more: one table for writing numbers, reading them and finding them in texts."""

from decimal import Decimal
from typing import NamedTuple


class Scale(NamedTuple):
    """A word, how many noughts it stands for, what people type instead, and whether this site writes it."""

    word: str
    noughts: int
    short: tuple[str, ...] = ()
    is_written: bool = True

    @property
    def size(self) -> Decimal:
        """What a number before the word is multiplied by."""
        return Decimal(10) ** self.noughts


# The largest first.
SCALES = (
    Scale("trillion", 12, ("tn",)),
    Scale("billion", 9, ("bn",)),
    Scale("million", 6, ("m",)),
    Scale("thousand", 3, ("k",), is_written=False),
)
# By every way of typing a scale.
SIZES = {typed: scale.size for scale in SCALES for typed in (scale.word, *scale.short)}
# The space between digits or before a word: ordinary, no-break, narrow no-break and thin.
SPACES = " \u00a0\u202f\u2009"
