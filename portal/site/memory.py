"""What was read from the database, remembered in this process until something changes that visitors see.

A change is noticed by the number of ``portal.serving.generation``, whichever process made it. What depends
on the clock (an expiry, a banner's hours) must not be remembered as decided: keep the moment, and compare.
"""

import time
from collections.abc import Hashable
from threading import Lock

from cachetools import LRUCache
from django.db import connection

from ..serving.generation import State
from ..serving.pages.own import own_generation

# A change that somebody makes in the database by hand shows after so long, as on kept pages.
LONGEST_SECONDS = 120


def state_now() -> State | None:
    """Return the state of the site, to be asked before anything is read that is to be remembered.

    None within a transaction: it may see what others do not, or what will never be.
    """
    is_apart = connection.in_atomic_block or (connection.connection and not connection.autocommit)
    return None if is_apart else own_generation().now()


class Memory[Value]:
    """Remembers as many values as there is ``room`` for, those that were asked for last."""

    def __init__(self, room: int):
        self._values: LRUCache[Hashable, tuple[State, float, Value]] = LRUCache(room)
        self._lock = Lock()

    def recall(self, key: Hashable, state: State | None) -> Value | None:
        """Return what was kept under the key in this state of the site."""
        with self._lock:
            kept = self._values.get(key)
        if state is None or kept is None or kept[0] != state or kept[1] <= time.monotonic():
            return None
        return kept[2]

    def keep(self, key: Hashable, state: State | None, value: Value) -> None:
        """Keep a value that was read after ``state_now`` had returned this state."""
        if state is None:
            return
        with self._lock:
            self._values[key] = (state, time.monotonic() + LONGEST_SECONDS, value)
