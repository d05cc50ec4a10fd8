"""What was sent to the admin and cannot be: a refusal in words for editors, and never a fault of the server.

Wagtail's views trust their own forms. A field that is missing, an id that is no number, a row that two
people write at once: each raises where nobody waits for it. Here such an exception becomes a refusal,
the transaction is rolled back, and the log still gets the whole story. A fault of this project's own
code stays a fault (500). See docs/decisions/0012-refusals-in-the-admin.md.
"""

import logging
import traceback
from functools import wraps
from pathlib import Path

from django.conf import settings
from django.core.exceptions import BadRequest, ValidationError
from django.db import DataError, IntegrityError, OperationalError
from django.urls import NoReverseMatch
from django.utils.datastructures import MultiValueDictKeyError

logger = logging.getLogger(__name__)

NOT_WHOLE = (
    "What your browser sent did not arrive whole, or it holds something that cannot be. Nothing was saved. "
    "Go back, load the page again and try once more. If it happens again, tell whoever looks after the site."
)
AT_ONCE = (
    "Something else was saved at the same moment, or the same thing was sent twice. Nothing of yours was "
    "saved this time. Go back and save again."
)
# Raised by nothing but what was sent, wherever it is raised.
ALWAYS = (MultiValueDictKeyError, ValidationError, DataError, OverflowError)
# Raised by what was sent if it is raised inside of Wagtail, Django or another library.
ELSEWHERE = (ValueError, TypeError, LookupError, AttributeError, NoReverseMatch)
# PostgreSQL's names for two transactions that got into each other's way.
IN_THE_WAY = {"40001", "40P01"}


class Refused(BadRequest):
    """A refusal with its sentence and its status; ``portal.admin.refusals.bad_request`` shows it."""

    def __init__(self, words: str, status: int = 400):
        super().__init__(words)
        self.status = status


def _is_of_this_project(error: Exception) -> bool:
    """Whether the exception was raised by code of this project, or by Python for it."""
    files = [Path(frame.filename) for frame in traceback.extract_tb(error.__traceback__)]
    placed = [
        file for file in files if "site-packages" in file.parts or file.is_relative_to(settings.BASE_DIR)
    ]
    return not placed or "site-packages" not in placed[-1].parts


def refusal_for(error: Exception) -> Refused | None:
    """Return how to refuse what raised the exception, or None if it is a fault of the site."""
    if isinstance(error, IntegrityError):
        return Refused(AT_ONCE, 409)
    if isinstance(error, OperationalError):
        is_clash = getattr(error.__cause__, "sqlstate", "") in IN_THE_WAY
        return Refused(AT_ONCE, 409) if is_clash else None
    if isinstance(error, ALWAYS) or (isinstance(error, ELSEWHERE) and not _is_of_this_project(error)):
        return Refused(NOT_WHOLE)
    return None


def refuse_what_cannot_be(view):
    """Let an admin view refuse what it cannot read; the request's transaction is rolled back."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except Exception as error:
            refusal = refusal_for(error)
            if refusal is None:
                raise
            match = request.resolver_match
            logger.exception("Refused with %s: %s %s", refusal.status, request.method, match.route)
            raise refusal from error

    return wrapped
