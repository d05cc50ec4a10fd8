"""What the last part of a page's address may be: the one answer for forms, addresses, file names and clients.

Small letters, digits, hyphens and underscores of ASCII. Anything else is written in several ways in
addresses, mails and files, and two of them soon mean two pages.
"""

import re
import unicodedata

SLUG_PATTERN = "[a-z0-9][a-z0-9_-]*"
_SLUG = re.compile(SLUG_PATTERN)
_BETWEEN = re.compile("[^a-z0-9]+")


def is_slug(text: str) -> bool:
    """Whether the text may be the last part of an address."""
    return _SLUG.fullmatch(text) is not None


def suggested(text: str) -> str:
    """Return the nearest text that may be one, or nothing where none of it can stay."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _BETWEEN.sub("-", plain).strip("-")


def why_no_slug(text: str) -> str:
    """Return why the text cannot be the last part of an address, and what could be; or empty."""
    if is_slug(text):
        return ""
    instead = suggested(text)
    offer = f" Use “{instead}” instead." if instead else ""
    return f"An address has only small letters a to z, digits, and hyphens between them.{offer}"
