"""Passes on an answer that is made bit by bit."""

import asyncio
from collections.abc import Iterable, Iterator
from itertools import chain

AT_ONCE = 1024 * 1024


def _gathered(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the same bytes in fewer, larger parts: rows of a table are small."""
    held = bytearray()
    for part in parts:
        held += part
        if len(held) >= AT_ONCE:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)


def send_stream(proto, head, parts: Iterable[bytes], loop):
    """Send the parts from the thread that makes them; return a function that ends the answer.

    What fits in one part is sent whole, since a stream cannot be broken off: where a fault ends it, it
    would look complete. granian takes every part at once and keeps it for a slow reader, so the
    thread never waits.
    """
    gathered = _gathered(parts)
    first, second = next(gathered, b""), next(gathered, None)
    if second is None:
        return lambda: proto.response_bytes(head.status, head.headers, first)

    async def begin():
        return proto.response_stream(head.status, head.headers)

    async def send(data: bytes):
        await transport.send_bytes(data)

    def in_loop(coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, loop).result()

    transport = in_loop(begin())
    for data in chain((first, second), gathered):
        in_loop(send(data))
    return lambda: None
