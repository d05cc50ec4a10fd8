"""What a mirror holds and in which state of the site it was made: one JSON file beside its files."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from ..serving.generation import State

# Raise it when a mirror is written otherwise: the next export then writes everything anew.
FORMAT = 1
NAME = "manifest.json"


@dataclass
class Entry:
    """One address: what is answered, and under which name below ``files/`` its bytes lie.

    ``mark`` changes with the bytes. ``is_text`` says that ``.gz`` and ``.br`` lie beside it. A redirect has
    no name but ``leads_to``.
    """

    status: int
    headers: dict[str, str]
    name: str = ""
    mark: str = ""
    is_text: bool = False
    leads_to: str = ""


@dataclass
class Manifest:
    """The whole of a mirror. ``until`` is when it changes without anybody's doing, in seconds since 1970.

    ``asks`` are the names of pages that need the program: "always", or "query" where only a query does;
    "data" is the same for what scripts read.
    """

    state: State
    until: float
    release: str
    base_url: str
    entries: dict[str, Entry] = field(default_factory=dict)
    asks: dict[str, str] = field(default_factory=dict)
    error_headers: dict[str, str] = field(default_factory=dict)
    redirect_headers: dict[str, str] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        """Write it into the folder of the mirror."""
        told = {"format": FORMAT, **asdict(self)}
        (folder / NAME).write_text(json.dumps(told, indent=0), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> "Manifest | None":
        """Return that of the mirror in the folder; None where there is none that can be read."""
        try:
            told = json.loads((folder / NAME).read_text(encoding="utf-8"))
            if told.pop("format") != FORMAT:
                return None
            told["state"] = State(*told["state"])
            told["entries"] = {address: Entry(**one) for address, one in told["entries"].items()}
            return cls(**told)
        except (OSError, ValueError, KeyError, TypeError):
            return None
