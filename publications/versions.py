"""The files a document has or had, and the addresses that tell them apart."""

import re
from dataclasses import dataclass

from django.db.models.fields.files import FieldFile

TOKEN_LENGTH = 16
_TOKEN = re.compile(rf"[0-9a-f]{{{TOKEN_LENGTH}}}")


@dataclass(frozen=True)
class Version:
    """One file of a document: where it is stored, the SHA-256 of its bytes, its language."""

    file: FieldFile
    sha256: str
    language: str = "en"

    @property
    def token(self) -> str:
        """The last part of this version's address, which means these bytes for ever."""
        return self.sha256[:TOKEN_LENGTH]


def is_version(token: str) -> bool:
    """Whether the part of an address can name a version at all."""
    return _TOKEN.fullmatch(token) is not None


def newest(document) -> Version:
    """Return the document's file as it is now."""
    return Version(document.file, document.sha256, document.language or "en")


def version_of(document, token: str) -> Version | None:
    """Return the file whose SHA-256 begins with the token, or None.

    This is the one place where older files are to be looked up, once a document keeps them.
    """
    current = newest(document)
    return current if current.token == token else None
