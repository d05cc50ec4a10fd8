"""Lets granian's worker be told once to end, however often it is.

A second time, granian 2.8 waits inside the signal's handler until all clients have their answers, and holds
Python's lock meanwhile, so that those clients never get them.
"""

import signal

import granian._signals
from granian._signals import set_loop_signals


def _set_loop_signals(loop):
    told, is_told = set_loop_signals(loop), False

    def tell() -> None:
        nonlocal is_told
        if not is_told:
            is_told = True
            told.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, tell)
    return told


def tell_workers_once() -> None:
    """Let workers of this process be told so; granian looks the function up when it makes one."""
    granian._signals.set_loop_signals = _set_loop_signals
