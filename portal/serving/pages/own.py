"""The store of this process: what is kept for this site, as the settings describe it.

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
def own_store() -> Store | None:
    """Return the store; None where ``PAGES_MEMORY`` says that nothing is kept."""
    room = int(os.environ.get("PAGES_MEMORY") or 64) * MEGABYTE
    if not room:
        return None
    folders = [Path(settings.BASE_DIR) / name for name in (*settings.INSTALLED_APPS, "templates")]
    release = release_of(folders, settings.STATIC_ROOT / "staticfiles.json", told=_plain_settings())
    shelf = Shelf(settings.DATA_DIR / "pages", release)
    return Store(
        Generation(settings.DATA_DIR / "generation"), room, is_own_host, settings.SESSION_COOKIE_NAME, shelf
    )
