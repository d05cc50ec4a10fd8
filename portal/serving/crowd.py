"""Closes connections that only wait, when there are so many that others could not get in.

granian holds a place for each connection, whether or not it ever asks for anything, and tells of a
connection only when a request is complete. So the sockets of the process themselves are looked at.
"""

import contextlib
import fcntl
import os
import socket
import struct
import termios
import threading
import time

from .addresses import host_and_port

INTERNET = {socket.AF_INET, socket.AF_INET6}
PLACE = "/proc/self/fd"
LOOK_SECONDS = 0.5
ACKED_AT = 120  # in struct tcp_info of Linux
# How long a connection may wait for its request, and how long a reader may take nothing, in a crowd.
WAITING_SECONDS, READING_SECONDS = 1, 60


def _sockets(port: int):
    """Yield a copy of each connection of a client, and its address; the copy stays the same socket."""
    for name in os.listdir(PLACE):
        with contextlib.suppress(OSError):
            if not os.readlink(f"{PLACE}/{name}").startswith("socket:"):
                continue
            with socket.socket(fileno=os.dup(int(name))) as copy:
                if copy.family in INTERNET and copy.getsockname()[1] == port:
                    yield copy, copy.getpeername()[:2]


def _unsent(connection: socket.socket) -> int:
    """Return how many bytes wait for the client to read."""
    return struct.unpack("i", fcntl.ioctl(connection, termios.TIOCOUTQ, b"\0" * 4))[0]


def _taken(connection: socket.socket) -> int:
    """Return how many bytes the client has taken since it came (tcpi_bytes_acked)."""
    info = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, ACKED_AT + 8)
    return struct.unpack_from("Q", info, ACKED_AT)[0] if len(info) >= ACKED_AT + 8 else 0


class Crowd:
    """Watches the connections of this process, of which there is room for ``most``.

    ``busy`` holds the clients whose requests are being answered, as the bridge knows them.
    """

    def __init__(self, port: int, most: int):
        self.port, self.limit = port, most * 3 // 4
        self.busy: set[tuple[str, int]] = set()
        self.seen: dict[tuple, float] = {}  # (address, bytes taken) -> when first seen like that

    def watch(self) -> None:
        """Look again and again, in a thread of its own; only Linux shows what there is to see."""
        if not os.path.isdir(PLACE):
            return
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while True:
            time.sleep(LOOK_SECONDS)
            if len(os.listdir(PLACE)) > self.limit:
                self.thin_out(time.monotonic())
            elif self.seen:
                self.seen = {}

    def thin_out(self, now: float) -> None:
        """Close what has only waited since an earlier look."""
        seen = {}
        for connection, client in _sockets(self.port):
            is_reading = _unsent(connection) > 0
            if client in self.busy and not is_reading:
                continue
            state = client, _taken(connection)
            since = seen[state] = self.seen.get(state, now)
            if now - since >= (READING_SECONDS if is_reading else WAITING_SECONDS):
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        self.seen = seen


def client_of(scope) -> tuple[str, int]:
    """Return the client's address as its socket names it."""
    host, port = host_and_port(scope.client)
    return host, int(port)
