"""`python -m portal.serving [--schedule]`: the web server, as `bin/web` and `bin/serve` start it."""

import multiprocessing
import os
import sys

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings

from .schedule import Schedule
from .server import STOP_SECONDS, FailedError, Server
from .told_once import tell_workers_once

# A request's head must be complete within so many milliseconds, and the next one begin.
HEAD_MILLISECONDS = 10_000
# What a slow reader costs in memory; a smaller buffer slows quick readers down.
BUFFER = 192 * 1024


def server() -> Server:
    """Return the server that the environment describes; docs/settings.md lists the variables."""
    connections = int(os.environ.get("SERVER_CONNECTIONS") or 1024)
    return Server(
        "portal.rsgi:application",
        address="127.0.0.1",
        port=int(os.environ.get("PORT") or 8000),
        interface=Interfaces.RSGI,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=HEAD_MILLISECONDS, max_buffer_size=BUFFER),
        websockets=False,
        backlog=connections,
        backpressure=connections,
        workers_kill_timeout=STOP_SECONDS,
        log_access=bool(os.environ.get("ACCESS_LOG")),
        # Of a visitor, the access log holds nothing: no address, no page, no query, no browser.
        log_access_format="[%(time)s] %(method)s %(status)d %(dt_ms).0f ms",
    )


def main() -> int:
    """Serve until told to stop; return the status for whoever started this process."""
    # The socket is handed to the workers by being open in this process when they are made of it.
    multiprocessing.set_start_method("fork")
    tell_workers_once()
    serving = server()
    if "--schedule" in sys.argv[1:]:
        schedule = Schedule()
        serving.on_startup(schedule.start)
        serving.on_reload(schedule.reload)
    try:
        serving.serve()
    except FailedError:
        return 0 if serving.interrupt_signal else 1
    finally:
        if "--schedule" in sys.argv[1:]:
            schedule.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
