"""Sends requests one after another, each to the site as it was before, and keeps the faults."""

import sys
import traceback
from dataclasses import dataclass, field

from django.core.signals import got_request_exception
from django.db import transaction
from django.test import Client


@dataclass
class Sender:
    """A client that undoes what each request did, and remembers which of them the site failed at."""

    client: Client
    faults: list[str] = field(default_factory=list)
    sent: int = 0
    _error: str = ""

    def __post_init__(self):
        got_request_exception.connect(self._remember, weak=False, dispatch_uid="sweep")

    def _remember(self, **kwargs) -> None:
        kind, error, trace = sys.exc_info()
        places = [
            f"{frame.filename.split('site-packages/')[-1]}:{frame.lineno}"
            for frame in traceback.extract_tb(trace)
        ]
        self._error = f"{kind.__name__}: {str(error)[:100]} at {' > '.join(places[-3:])}"

    def _send(self, method: str, address: str, data, how: str, **more):
        place = transaction.savepoint_create()
        answer = getattr(self.client, method)(address, data, **more)
        self.sent += 1
        if answer.streaming:
            b"".join(answer.streaming_content)
        transaction.savepoint_rollback(place)
        if answer.status_code >= 500:
            self.faults.append(f"{method} {address[:120]} {how}: {self._error}")
        return answer

    def get(self, address: str, data=None, how: str = ""):
        """Ask for the address."""
        return self._send("get", address, data, how)

    def post(self, address: str, data, how: str = "", **more):
        """Send a form to the address."""
        return self._send("post", address, data, how, **more)
