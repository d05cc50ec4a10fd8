"""Downloads are counted by day, never at a reader's cost; editors see how often."""

import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, IntegrityError, connection
from django.test import Client
from django.utils import timezone

from portal.safety.fetching import AGENT
from publications.models import DownloadCount, counting
from publications.models.counting import count_download, write_waiting


@pytest.fixture(autouse=True)
def nothing_waits(monkeypatch):
    monkeypatch.setattr(counting, "_waiting", counting.Counter())


def test_downloads_of_a_day_are_one_number(client, publication, staff_session):
    for headers in ({}, {}, {"range": "bytes=0-"}):
        client.get(publication.download_url, headers=headers)
    for headers in ({"range": "bytes=0-9"}, {"range": "bytes=9-"}, {"if-none-match": "*"}):
        client.get(publication.download_url, headers=headers)
    client.head(publication.download_url)
    staff_session.get(publication.download_url)
    staff_session.get(publication.document.url)
    assert list(DownloadCount.objects.values_list("page", "day", "count")) == [
        (publication.pk, timezone.localdate(), 3)
    ]
    assert {field.name for field in DownloadCount._meta.get_fields()} == {"id", "page", "day", "count"}


@pytest.fixture
def staff_session(editor):
    client = Client()
    client.force_login(editor)
    return client


def test_the_day_is_the_day_in_the_uk(publication, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 6, 30, 23, 30, tzinfo=UTC))
    with timezone.override("America/New_York"):
        count_download(publication.pk)
    assert DownloadCount.objects.get().day == date(2026, 7, 1)


def test_a_database_that_cannot_write_costs_no_download_and_no_count(client, publication, monkeypatch):
    real = counting._add

    def locked(*args):
        raise DatabaseError("database is locked")

    monkeypatch.setattr(counting, "_add", locked)
    for _ in range(2):
        assert client.get(publication.download_url).status_code == 200
    monkeypatch.setattr(counting, "_add", real)
    client.get(publication.download_url)
    assert DownloadCount.objects.get().count == 3


def test_a_publication_deleted_meanwhile_does_not_hold_up_the_others(publication, monkeypatch):
    counting._waiting[0, timezone.localdate()] = 5
    monkeypatch.setattr(counting, "_add", _refusing_page_0(counting._add))
    count_download(publication.pk)
    assert DownloadCount.objects.get().page_id == publication.pk
    assert not counting._waiting


def _refusing_page_0(add):
    def refuse(page_id, day, count):
        if page_id == 0:
            raise IntegrityError
        add(page_id, day, count)

    return refuse


@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="tests/server/test_downloads.py is the same for SQLite"
)
def test_two_connections_that_count_at_once_lose_nothing(page, monkeypatch):
    """Each thread commits by itself, so the counts are taken out again."""
    monkeypatch.setattr(counting, "_write_soon", lambda: None)
    report = page("/publications/national-strategic-assessment-2020/").pk
    both_start = threading.Barrier(2)

    def count_many() -> None:
        both_start.wait()
        for _ in range(30):
            count_download(report)
            write_waiting()
        connection.close()

    def look_and_clear() -> list[int]:
        found = list(DownloadCount.objects.values_list("count", flat=True))
        DownloadCount.objects.all().delete()
        connection.close()
        return found

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda work: work(), [count_many, count_many]))
        (found,) = threads.submit(look_and_clear).result()
    assert found + sum(counting._waiting.values()) == 60


def test_the_sites_own_audit_is_no_download(client, publication):
    client.get(publication.download_url, headers={"user-agent": AGENT})
    assert not DownloadCount.objects.exists()


def test_a_download_waits_for_no_database(monkeypatch):
    """The test may not ask the database, so a question to it would fail."""
    begun = []
    monkeypatch.setattr(counting, "_write_soon", lambda: begun.append(True))
    for _ in range(3):
        count_download(7)
    assert list(counting._waiting.values()) == [3]
    assert begun


def test_what_waits_is_written_by_one_thread_and_tried_again_where_it_could_not_be(monkeypatch):
    written, failures = Counter(), [DatabaseError("locked")]

    def add(page_id, day, count):
        if failures:
            raise failures.pop()
        written[page_id] += count

    for name, value in {"_add": add, "WRITE_SECONDS": 0.01, "connection": Quiet()}.items():
        monkeypatch.setattr(counting, name, value)
    for _ in range(5):
        count_download(7)
    for _ in range(500):
        if counting._writer is None:
            break
        time.sleep(0.01)
    assert written == {7: 5}


class Quiet:
    """A connection to no database."""

    in_atomic_block = False

    def close(self):
        pass
