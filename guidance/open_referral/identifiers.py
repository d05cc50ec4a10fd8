"""Identifiers that stay the same from one export to the next, wherever the site stands."""

from uuid import UUID, uuid5

# Made once, for this purpose. With another one every route would be another service to all who read the data.
_NAMESPACE = UUID("5b0e8f4e-54a5-4d0b-9f2b-3c1f0a6f2d77")


def identifier(slug: str, *parts: object) -> str:
    """Return the identifier of a route, known by its slug, or of a part of it."""
    return str(uuid5(_NAMESPACE, "/".join([slug, *map(str, parts)])))
