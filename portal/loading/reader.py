"""Reads the content folder into items. What each kind may hold is documented in docs/content.md."""

import hashlib
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from ..text.characters import clean_all


class ContentError(Exception):
    """A content file is wrong. The message names the file and what to do."""


@dataclass(frozen=True)
class Item:
    """One piece of content. ``key`` is what references name, such as "page:/categories/fraud/"."""

    key: str
    data: dict
    file: Path | None = None

    @property
    def kind(self) -> str:
        """The part of the key before the colon."""
        return self.key.partition(":")[0]

    @property
    def name(self) -> str:
        """The part of the key after the colon."""
        return self.key.partition(":")[2]

    @property
    def digest(self) -> str:
        """A hash of all that the item says, its file included."""
        text = json.dumps(self.data, sort_keys=True, default=str).encode()
        return hashlib.sha256(text + (self.file.read_bytes() if self.file else b"")).hexdigest()


def _read(path: Path) -> dict:
    try:
        with path.open("rb") as file:
            return clean_all(tomllib.load(file))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{path} is not valid TOML: {error}. Correct the file and run again.") from error


def _part(data: dict, name: str, path: Path):
    """Return a part of a file's data that it cannot do without."""
    if name not in data:
        raise ContentError(f"{path} has no {name}. Add it and run again.")
    return data[name]


def _page_key(path: Path, root: Path) -> str:
    parts = [part for part in path.relative_to(root).with_suffix("").parts if part != "index"]
    return "page:/" + "".join(f"{part}/" for part in parts)


def _files(folder: Path, kind: str, list_name: str) -> list[Item]:
    """Return the pictures or documents that a folder's TOML file lists."""
    listing = folder / f"{folder.name}.toml"
    items = []
    for data in _part(_read(listing), list_name, listing):
        _part(data, "key", listing)
        _part(data, "title", listing)
        file = folder / _part(data, "file", listing)
        del data["file"]
        if not file.exists():
            raise ContentError(
                f"{listing} names {file.name}, which does not exist. Add it or correct the name."
            )
        items.append(Item(f"{kind}:{data.pop('key')}", data, file))
    return items


def _listed(listing: Path, kind: str, key: str) -> list[Item]:
    """Return the items that a TOML file lists, known by one of their names; "key" is no field of theirs."""
    return [
        Item(f"{kind}:{_part(data, key, listing)}", {name: data[name] for name in data if name != "key"})
        for data in _part(_read(listing), kind, listing)
    ]


def _redirects(listing: Path) -> list[Item]:
    """Return an item for each address that people type; ``to`` is a page, or an address of this site."""
    return [
        Item(f"redirect:{address}", {"old_path": address, "to": _part(data, "to", listing)})
        for data in (_part(_read(listing), "redirect", listing) if listing.exists() else ())
        for address in _part(data, "from", listing)
    ]


def read_content(folder: Path) -> list[Item]:
    """Return every item of the folder in the order of creation: parents before children.

    Raises:
        ContentError: if a file cannot be read.
    """
    pages = folder / "pages"
    items = _files(folder / "images", "image", "image") + _files(folder / "documents", "document", "document")
    items += _listed(folder / "groups.toml", "group", "slug") + _listed(
        folder / "series.toml", "series", "key"
    )
    items += _listed(folder / "glossary.toml", "term", "anchor")
    found = [Item(_page_key(path, pages), _read(path)) for path in pages.rglob("*.toml")]
    items += sorted(found, key=lambda item: (item.name.count("/"), item.data.get("order", 0), item.name))
    items += [
        Item(f"route:{path.stem}", {"slug": path.stem, **_read(path)})
        for path in sorted((folder / "routes").glob("*.toml"))
    ]
    items += [Item(f"words:{path.stem}", _read(path)) for path in sorted((folder / "words").glob("*.toml"))]
    items += _redirects(folder / "redirects.toml")
    settings = folder / "settings.toml"
    return [*items, Item("settings:site", _part(_read(settings), "site", settings))]
