"""How long a thread waits for the database depends on whom it works for."""

import threading
import time

import psycopg
import pytest

from portal.databases import roles
from portal.databases.postgresql.base import _until


@pytest.fixture
def as_role():
    """A function that runs something in a thread of its own that works for a role."""

    def run(role, work):
        found = []

        def all_of_it():
            roles.take(role)
            found.append(work())

        thread = threading.Thread(target=all_of_it)
        thread.start()
        thread.join()
        return found[0]

    return run


def waits(arrived_ago: float, *, gave_up: bool = False, bit_by_bit: bool = False):
    def work():
        roles.begin(time.monotonic() - arrived_ago)
        if gave_up:
            roles.give_up()
        if bit_by_bit:
            roles.take_time()
        return roles.seconds_left()

    return work


def test_a_visitor_waits_less_the_longer_ago_the_request_came(as_role):
    visitor = [as_role(roles.VISITOR, waits(ago)) for ago in (0, 1, 2, 2.4, 9)]
    assert visitor == sorted(visitor, reverse=True)
    assert all(0 < wait + ago < 3 for wait, ago in zip(visitor[:4], (0, 1, 2, 2.4), strict=True))


def test_after_one_wait_in_vain_no_other_follows(as_role):
    assert as_role(roles.VISITOR, waits(0, gave_up=True)) == 0
    assert as_role(roles.VISITOR, waits(0)) > 0


def test_a_table_an_editor_and_a_command_have_time(as_role):
    assert as_role(roles.VISITOR, waits(60, bit_by_bit=True)) > 5
    assert as_role(roles.STAFF, waits(60)) > 30
    assert as_role(roles.COMMAND, waits(60)) is None
    assert roles.seconds_left() is None


def test_a_server_that_lets_nobody_in_is_given_up():
    def for_ever():
        while True:
            yield 0, 1

    connecting = _until(0.1, for_ever())
    next(connecting)
    time.sleep(0.2)
    with pytest.raises(psycopg.OperationalError):
        connecting.send(0)
