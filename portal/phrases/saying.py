"""What is said on the page that is being made: the default words, or what an editor wrote instead."""

from contextvars import ContextVar

# Set for each page from its settings, which every page loads anyway.
_instead: ContextVar[dict[str, str] | None] = ContextVar("said_instead", default=None)


def say_instead(words: dict[str, str]) -> None:
    """Let the phrases of the page that is being made be said as in ``words``, by their default words."""
    _instead.set(words)


def said(default: str) -> str:
    """Return the editors' words for a phrase, or its default words."""
    return (_instead.get() or {}).get(default) or default
