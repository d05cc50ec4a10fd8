"""Answers from what lies on the disk while the site is still being loaded."""

import asyncio
import os
import threading
import traceback
from collections.abc import Callable
from typing import Any

from .pages.answering import Pages
from .pages.keeping import Keeping
from .pages.store import Store


class Early:
    """An RSGI application that answers at once where it can, and by another one as soon as that is loaded.

    ``load`` returns the other; it is called in a thread. Whoever asks for what is not kept waits for it.
    """

    def __init__(self, store: Store, load: Callable):
        self.pages, self.load = Pages(Keeping(store, lambda: 0.0)), load
        self.when_ready: Callable[[], object] = lambda: None
        self._site: Any = None

    def __rsgi_init__(self, loop) -> None:
        self._loop, self._is_loaded = loop, asyncio.Event()
        threading.Thread(target=self._load, daemon=True).start()

    def _load(self) -> None:
        try:
            site = self.load()
        except BaseException:
            traceback.print_exc()
            os._exit(1)  # the main process sees it, as it does where a template cannot load the site
        self._loop.call_soon_threadsafe(self._take, site)

    def _take(self, site) -> None:
        site.when_ready = self.when_ready
        site.__rsgi_init__(self._loop)
        self._site = site
        self._is_loaded.set()

    def __rsgi_del__(self, loop) -> None:
        if self._site:
            self._site.__rsgi_del__(loop)

    async def __rsgi__(self, scope, proto) -> None:
        if not self._site and scope.proto == "http":
            key, pages = self.pages.key_of(scope), self.pages
            if key and (pages.send_fresh(key, scope, proto) or pages.send_stand_in(key, scope, proto)):
                return
        await self._is_loaded.wait()
        await self._site.__rsgi__(scope, proto)
