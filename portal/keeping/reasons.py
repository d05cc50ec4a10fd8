"""The words in which it is said why something stays."""

from django.db.models import Model

from .refusal import TAKE_OUT, Part, Refusal
from .uses import left_behind

STAYS = "This has to stay"


def never(things: list[Model]) -> list[str]:
    """Return why some of the objects are never deleted; a model says so in ``why_not_delete``."""
    said = [thing.why_not_delete() for thing in things if hasattr(thing, "why_not_delete")]
    return [sentence for sentence in said if sentence]


def left(user, parts, sentences=()) -> Refusal | None:
    """Return the refusal for (object, what stands on it); a model may say ``instead_of_removal``."""
    made = [
        Part(thing, uses, f"{TAKE_OUT} {getattr(thing, 'instead_of_removal', '')}".strip())
        for thing, uses in parts
    ]
    sentences = list(dict.fromkeys(sentences))
    return Refusal(STAYS, user, made, sentences) if made or sentences else None


def why_not_remove(user, things: list[Model], *, deleted: bool) -> Refusal | None:
    """Return why the objects cannot go, all at once, or None; ``deleted`` if not only hidden."""
    return left(user, left_behind(things), never(things) if deleted else ())
