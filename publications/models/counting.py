"""Counts downloads by day, without ever failing or holding up one."""

import logging
import threading
from collections import Counter
from contextlib import contextmanager
from datetime import date

from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import F
from django.utils import timezone

from .download_count import DownloadCount

logger = logging.getLogger(__name__)
WAIT_MS = 50

# What could not be written yet, because the database was locked; lost when the server ends.
_waiting: Counter[tuple[int, date]] = Counter()
_lock = threading.Lock()


def count_download(page_id: int) -> None:
    """Add one download of the page to today's count, or to what waits for a database that can write."""
    today = timezone.localdate(timezone=timezone.get_default_timezone())
    with _lock:
        _waiting[page_id, today] += 1
        due = dict(_waiting)
        _waiting.clear()
    while due:
        (page, day), count = due.popitem()
        try:
            _add(page, day, count)
        except IntegrityError:
            continue  # the page has just been deleted
        except DatabaseError as error:
            due[page, day] = count
            with _lock:
                _waiting.update(due)
            logger.warning("Downloads wait to be counted: %s", error)
            return


def _add(page_id: int, day: date, count: int) -> None:
    row, more = {"page_id": page_id, "day": day}, {"count": F("count") + count}
    with _short_wait():
        # One statement but for the first of a day; update_or_create alone takes two, of which each may wait.
        if not DownloadCount.objects.filter(**row).update(**more):
            DownloadCount.objects.update_or_create(defaults=more, create_defaults={"count": count}, **row)


@contextmanager
def _short_wait():
    """Open a transaction that gives up soon where another connection is writing, instead of after seconds."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with transaction.atomic():
                cursor.execute(f"SET LOCAL lock_timeout = {WAIT_MS}")
                yield
            return
        usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {WAIT_MS}")
        try:
            with transaction.atomic():
                yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
