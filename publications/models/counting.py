"""Counts downloads by day, without ever failing or holding up one.

A download adds to a number in memory. A thread writes what has gathered a few seconds later; what is left is
written when the process ends as it should. A process that is killed loses the downloads of its last seconds.
"""

import logging
import threading
from collections import Counter
from datetime import date
from multiprocessing.util import Finalize

from django.db import Error, IntegrityError, connection, transaction
from django.db.models import F
from django.utils import timezone

from portal.databases import roles

from .download_count import DownloadCount

logger = logging.getLogger(__name__)
WRITE_SECONDS = 3

_waiting: Counter[tuple[int, date]] = Counter()
_lock = threading.Lock()
# Who will write what waits; whoever fills an empty counter starts it.
_writer: threading.Timer | None = None
_at_end: Finalize | None = None


def count_download(page_id: int) -> None:
    """Add one download of the page to today's count: in a few seconds, or with the caller's transaction."""
    today = timezone.localdate(timezone=timezone.get_default_timezone())
    with _lock:
        _waiting[page_id, today] += 1
    if connection.in_atomic_block:
        write_waiting()
    else:
        _write_soon()


def write_waiting() -> None:
    """Write what has been counted; what the database does not take now waits on."""
    with _lock:
        due = dict(_waiting)
        _waiting.clear()
    while due:
        (page, day), count = due.popitem()
        try:
            _add(page, day, count)
        except IntegrityError:
            continue  # the page has just been deleted
        except Error as error:
            due[page, day] = count
            with _lock:
                _waiting.update(due)
            logger.warning("Downloads wait to be counted: %s", error)
            return


def _write_soon() -> None:
    """See that somebody writes in this process, and at its end; of a forked one, the writer stayed behind."""
    global _writer, _at_end
    with _lock:
        if _writer is None or not _writer.is_alive():
            _writer = threading.Timer(WRITE_SECONDS, _write)
            _writer.daemon = True
            _writer.start()
        if _at_end is None or not _at_end.still_active():
            # The server's processes end by multiprocessing, which does not ask ``atexit`` before Python 3.13.
            _at_end = Finalize(None, _write_at_end, exitpriority=10)


def _write() -> None:
    """Write in a thread of its own, and see that what could not be written is tried again."""
    global _writer
    _write_as_visitor()
    with _lock:
        _writer, is_left = None, bool(_waiting)
    if is_left:
        _write_soon()


def _write_at_end() -> None:
    """Write before the process ends."""
    if _writer is not None:
        _writer.cancel()
        _writer.join(WRITE_SECONDS)  # if it has begun
    _write_as_visitor()


def _write_as_visitor() -> None:
    """Write by a connection that waits for the database no longer than a visitor's does."""
    roles.take(roles.VISITOR)
    connection.close()
    try:
        write_waiting()
    finally:
        connection.close()


def _add(page_id: int, day: date, count: int) -> None:
    row, more = {"page_id": page_id, "day": day}, {"count": F("count") + count}
    with transaction.atomic():
        # One statement but for the first of a day; update_or_create alone takes two, of which each may wait.
        if not DownloadCount.objects.filter(**row).update(**more):
            DownloadCount.objects.update_or_create(defaults=more, create_defaults={"count": count}, **row)
