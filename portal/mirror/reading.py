"""Reads a mirror from its folder as a visitor would from nginx, for the safety audit."""

from collections.abc import Callable
from pathlib import Path

from ..safety.answer import Answer
from .export import CURRENT, FILES
from .files import name_for
from .manifest import Manifest
from .walking import plain
from .words import ASKED, NOT_FOUND


def fetch_from(folder: Path) -> tuple[str, Callable[[str], Answer]]:
    """Return the address at which the mirror stands for the site, and what answers an address there.

    Raises:
        FileNotFoundError: if there is no mirror in the folder.
    """
    made = Manifest.read(folder / CURRENT)
    if made is None:
        raise FileNotFoundError(f"There is no mirror in {folder}. Write one with `manage.py export_mirror`.")

    def fetch(url: str) -> Answer:
        address = plain(url.removeprefix(made.base_url))
        entry, status = made.entries.get(address), 200
        if entry is None:
            name, _, query = address.partition("?")
            word = made.asks.get(name_for(name), "")
            is_asked = word == "always" or (query and word)
            entry = made.entries.get(name) if query and not word else None
            if entry is None:
                entry, status = made.entries[ASKED if is_asked else NOT_FOUND], 200 if is_asked else 404
        headers = dict(entry.headers)
        if entry.leads_to:
            return Answer(url, entry.status, headers | {"location": entry.leads_to})
        body = Path(f"{folder / CURRENT / FILES}{entry.name}").read_bytes()
        return Answer(url, status, headers, (), body)

    return f"{made.base_url}/", fetch
