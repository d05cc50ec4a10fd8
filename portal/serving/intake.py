"""Who may send how much, decided by method, address and session before a byte of it is read."""

from collections.abc import Callable
from dataclasses import dataclass

from .refusals import RefusedError

READING = {"GET", "HEAD", "OPTIONS"}
KILOBYTE = 1024
MEGABYTE = 1024 * KILOBYTE
# By which a proxy hands on a request without its body, which it found too large itself.
TOLD_BY_PROXY = "x-too-large"
SMALLER_FILE = (
    "Make the pictures in a PDF smaller (most programs can export it for the screen), or split it into "
    "parts; save a picture with fewer dots. Then send it again."
)
SMALLER_FORM = "Take some of the text out, for example into a page of its own, then send it again."


@dataclass(frozen=True)
class Intake:
    """Only addresses below ``forms`` take anything. What is large comes from somebody signed in.

    ``anyone`` bytes hold the form to sign in, ``form`` the largest page of an editor; ``upload`` bytes
    are taken below ``uploads`` alone. A refused body of somebody signed in is read and thrown away, up to
    ``read_away`` bytes, since a browser shows no answer before. ``is_signed_in`` is asked about the value
    of the Cookie header.
    """

    is_signed_in: Callable[[str], bool]
    forms: str = "/admin/"
    uploads: tuple[str, ...] = ("/admin/documents/", "/admin/images/")
    anyone: int = 64 * KILOBYTE
    form: int = 4 * MEGABYTE
    upload: int = 64 * MEGABYTE
    read_away: int = 512 * MEGABYTE

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
        is_file = scope.path.startswith(self.uploads)
        largest, smaller = (self.upload, SMALLER_FILE) if is_file else (self.form, SMALLER_FORM)
        if length > largest or TOLD_BY_PROXY in scope.headers:
            raise RefusedError(
                413, f"Too large: at most {largest // MEGABYTE} MB can be sent here. {smaller}"
            )
        return length

    def is_worth_reading_away(self, scope) -> bool:
        """Whether a refused request may be an editor's, whose browser sends all of it before it listens."""
        length = scope.headers.get("content-length") or ""
        is_long = length.isascii() and length.isdigit() and int(length[:20]) <= self.read_away
        return is_long and self.is_for_staff(scope.path) and bool(scope.headers.get("cookie"))

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
