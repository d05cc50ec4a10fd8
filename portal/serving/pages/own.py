"""What is this site's own, by its settings: its state, its release, and the store of this process.

Nothing of Django but its settings is loaded here, so that a server can answer from the disk at once.
"""

import os
from functools import cache, lru_cache
from pathlib import Path

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from ..generation import Generation
from .release import release_of
from .shelf import Shelf
from .store import MEGABYTE, Store


@lru_cache(maxsize=64)
def is_own_host(host: str) -> bool:
    """Whether the Host header names this site."""
    return validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS)


def _plain_settings() -> list[tuple[str, object]]:
    """Return what the environment can tell the program: addresses, for one, stand in every page."""
    values = ((name, getattr(settings, name)) for name in dir(settings) if name.isupper())
    return sorted((name, value) for name, value in values if isinstance(value, str | int | None))


@cache
def own_generation() -> Generation:
    """Return the numbers that say which state of the site is now."""
    return Generation(settings.DATA_DIR / "generation")


@cache
def own_release() -> str:
    """Return a word for the program and the settings that write the pages."""
    folders = [Path(settings.BASE_DIR) / name for name in (*settings.INSTALLED_APPS, "templates")]
    return release_of(folders, settings.STATIC_ROOT / "staticfiles.json", told=_plain_settings())


@cache
def own_store() -> Store | None:
    """Return the store; None where ``PAGES_MEMORY`` says that nothing is kept."""
    room = int(os.environ.get("PAGES_MEMORY") or 64) * MEGABYTE
    if not room:
        return None
    shelf = Shelf(settings.DATA_DIR / "pages", own_release())
    return Store(own_generation(), room, is_own_host, settings.SESSION_COOKIE_NAME, shelf)
