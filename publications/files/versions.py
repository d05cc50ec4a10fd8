"""The files a document has or had, and the addresses that tell them apart."""

from dataclasses import dataclass

from django.db.models.fields.files import FieldFile

TOKEN_LENGTH = 16
TOKEN_PATTERN = f"[0-9a-f]{{{TOKEN_LENGTH}}}"


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


def _version(holder) -> Version:
    """Return the file of a document, or of an earlier version of it."""
    return Version(holder.file, holder.sha256, holder.language or "en")


def newest(document) -> Version:
    """Return the document's file as it is now."""
    return _version(document)


def version_of(document, token: str) -> Version | None:
    """Return the file, the newest or an earlier one, whose SHA-256 begins with the token, or None."""
    holder = document.file_of(token)
    return _version(holder) if holder else None


def tokens(document) -> list[str]:
    """Return the last part of the address of each file the document has or had."""
    older = document.versions.values_list("sha256", flat=True)
    return [sha256[:TOKEN_LENGTH] for sha256 in (document.sha256, *older)]
