"""Who may send how much, decided by method, address and session before a byte of it is read."""

from collections.abc import Callable
from dataclasses import dataclass

from .refusals import RefusedError

READING = {"GET", "HEAD", "OPTIONS"}
KILOBYTE = 1024
MEGABYTE = 1024 * KILOBYTE


@dataclass(frozen=True)
class Intake:
    """Only addresses below ``forms`` take anything. What is large comes from somebody signed in.

    ``anyone`` bytes hold the form to sign in, ``form`` the largest page of an editor; ``upload`` bytes
    are taken below ``uploads`` alone. ``is_signed_in`` is asked about the value of the Cookie header.
    """

    is_signed_in: Callable[[str], bool]
    forms: str = "/admin/"
    uploads: tuple[str, ...] = ("/admin/documents/", "/admin/images/")
    anyone: int = 64 * KILOBYTE
    form: int = 4 * MEGABYTE
    upload: int = 64 * MEGABYTE

    def is_for_staff(self, path: str) -> bool:
        """Whether the address is one of the admin's."""
        return path.startswith(self.forms)

    def length(self, scope) -> int:
        """Return how much the request may send: what it announces.

        Raises:
            RefusedError: if its method or address takes nothing, or not so much, or it announces none.
        """
        is_reading = scope.method in READING
        if not is_reading and not self.is_for_staff(scope.path):
            raise RefusedError(405, "This address can only be read.", allow="GET, HEAD, OPTIONS")
        length = _announced(scope.headers)
        if length and is_reading:
            raise RefusedError(413, "Send nothing when you ask for a page.")
        largest = self.upload if scope.path.startswith(self.uploads) else self.form
        if length > largest:
            raise RefusedError(413, f"Too large: at most {largest // MEGABYTE} MB can be sent here.")
        return length

    def admit(self, cookies: str) -> None:
        """Let a large request in (in a thread, since the session is looked up).

        Raises:
            RefusedError: if nobody is signed in.
        """
        if not self.is_signed_in(cookies):
            raise RefusedError(
                403,
                "You are signed out, so this was not taken. Sign in to the admin in another tab, "
                "then come back here and send it again.",
            )


def _announced(headers) -> int:
    if "transfer-encoding" in headers:
        # No browser sends one; and where it was cut short could not be told.
        raise RefusedError(411, "Send the length of what you send.")
    length = headers.get("content-length") or "0"
    if not length.isascii() or not length.isdigit():
        raise RefusedError(400, "The length is no number.")
    return int(length[:20])
