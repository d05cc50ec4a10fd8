"""Leaves out Wagtail's interface for programs (API version 3), which no address of this site leads to.

Wagtail's apps describe every model to it when they start, whether or not it is used: a sixth of the time
that a process of this site needs to start. What they import for that is taken by nothing, which does
nothing. Where Wagtail names its modules otherwise one day, they are loaded again and all works as before.
"""

import sys
from types import ModuleType

_OF_APPS = ("contrib.redirects", "documents", "images", "snippets")
LEFT_OUT = (
    "wagtail.api.v3.api",
    *(f"wagtail.{app}.api.v3{part}" for app in _OF_APPS for part in ("", ".registry", ".router")),
)


class _Nothing:
    """Takes whatever is asked of it or given to it."""

    def __getattr__(self, name: str) -> "_Nothing":
        return self

    def __call__(self, *args, **kwargs) -> None:
        return None


class _Empty(ModuleType):
    """A module in which every name stands for nothing."""

    def __getattr__(self, name: str) -> _Nothing:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Nothing()


def leave_out() -> None:
    """Do so in this process; to be called before the other apps are ready."""
    for name in LEFT_OUT:
        sys.modules.setdefault(name, _Empty(name))
