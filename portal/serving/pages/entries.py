"""One kept answer, and how long it may be shown."""

from dataclasses import dataclass, field
from typing import NamedTuple

from ..generation import State
from .variants import Variant

# What an entry takes beside its bodies.
OVERHEAD = 2_000


class Key(NamedTuple):
    """What an answer is kept under."""

    path: str
    query: str


@dataclass(slots=True)
class Entry:
    """An answer as it was written in a state of the site.

    It is ``fresh`` while nothing has changed and until the moment at which something changes without
    anybody's doing. Later it is still the best there is while a newer one is made, and where none can
    be made; but never once something was taken down, nor after ``ends``, when the page itself expires.
    Moments are seconds since 1970, since entries outlive the process that made them.
    """

    state: State
    fresh_until: float
    ends: float
    variants: dict[str, Variant]
    hits: int = field(default=0, compare=False)

    def is_fresh(self, state: State, now: float) -> bool:
        """Whether it says what is so now."""
        return self.state == state and now < self.fresh_until and now < self.ends

    def may_be_shown(self, state: State, now: float) -> bool:
        """Whether it may stand in for a newer one."""
        return self.state.takedowns == state.takedowns and now < self.ends

    @property
    def size(self) -> int:
        """How much memory it takes, in bytes."""
        return OVERHEAD + sum(len(variant.body) for variant in self.variants.values())

    def variant(self, codings: tuple[str, ...]) -> Variant:
        """Return the best form for a client that takes the codings."""
        for coding in codings:
            if coding in self.variants:
                return self.variants[coding]
        return self.variants[""]
