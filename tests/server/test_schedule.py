"""The schedule's thread never waits for a process that was forked beside it."""

import os
import sys
import time

import pytest

from portal.serving.schedule import Schedule

from .process_tree import eventually


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_process_forked_while_the_command_starts_does_not_keep_its_end_from_being_seen():
    schedule = Schedule((sys.executable, "-c", "import sys; sys.stdin.read()"))
    schedule.start()
    forked = []
    try:
        for _ in range(300):
            if (child := os.fork()) == 0:
                time.sleep(20)
                os._exit(0)
            forked.append(child)
            if schedule.process:
                break
        first = eventually(lambda: schedule.process, 10)
        first.kill()
        eventually(lambda: schedule.process is not first, 15)
    finally:
        for child in forked:
            os.kill(child, 9)
            os.waitpid(child, 0)
        schedule.stop()
