"""Readers in a process of their own: `python -m tests.server.load slow|fast ADDRESS …`."""

import asyncio
import socket
import sys
import time
import urllib.parse

STEP_SECONDS = 0.5


def _request(address) -> bytes:
    return f"GET {address.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()


async def _read_slowly(address, bytes_a_second: int) -> None:
    """Read at the given pace until this process is ended."""
    loop, connection = asyncio.get_running_loop(), socket.socket()
    # Else the kernel would take megabytes ahead of the reader, and the server had nothing to hold.
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 * 1024)
    connection.connect((address.hostname, address.port))
    connection.setblocking(False)
    await loop.sock_sendall(connection, _request(address))
    while await loop.sock_recv(connection, int(bytes_a_second * STEP_SECONDS)):
        await asyncio.sleep(STEP_SECONDS)


async def _slow(address, clients: int, bytes_a_second: int) -> None:
    async with asyncio.TaskGroup() as group:
        for number in range(clients):
            group.create_task(_read_slowly(address, bytes_a_second))
            await asyncio.sleep(STEP_SECONDS / clients if number else 0)
        print("reading", flush=True)


def _fast(address, times: int) -> str:
    """Return MB/s of so many readings, one after the other: from the request on, from the first byte on."""
    buffer, received, waited, start = bytearray(1024 * 1024), 0, 0.0, time.perf_counter()
    for _ in range(times):
        asked = time.perf_counter()
        with socket.create_connection((address.hostname, address.port)) as connection:
            connection.sendall(_request(address))
            received += connection.recv_into(buffer)
            waited += time.perf_counter() - asked
            while count := connection.recv_into(buffer):
                received += count
    taken = time.perf_counter() - start
    return f"{received / 1e6 / taken} {received / 1e6 / (taken - waited)}"


if __name__ == "__main__":
    kind, url, *numbers = sys.argv[1:]
    target = urllib.parse.urlsplit(url)
    if kind == "slow":
        asyncio.run(_slow(target, *map(int, numbers)))
    else:
        print(_fast(target, *map(int, numbers)))
