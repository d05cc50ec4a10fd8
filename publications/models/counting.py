"""Counts downloads by day, without ever failing or holding up one."""

import logging
import threading
from collections import Counter
from contextlib import contextmanager
from datetime import date

from django.db import DatabaseError, IntegrityError, connection, transaction
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
    table = DownloadCount._meta.db_table
    with _short_wait(), transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"SET LOCAL lock_timeout = {WAIT_MS}")
        cursor.execute(
            f"INSERT INTO {table} (page_id, day, count) VALUES (%s, %s, %s) "  # noqa: S608  (our own name)
            f"ON CONFLICT (page_id, day) DO UPDATE SET count = {table}.count + excluded.count",
            [page_id, day, count],
        )


@contextmanager
def _short_wait():
    """Let SQLite give up soon when another connection is writing, where it would wait for seconds."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {WAIT_MS}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
