"""Writes for nginx what files do not say: headers of each address, redirects, what cannot be answered."""

from pathlib import Path

from .classes import PAGE, Classes
from .files import INDEX, QUERIES, name_for
from .manifest import Manifest
from .words import ASKED, NOT_FOUND, WENT_WRONG

AROUND, INSIDE = "nginx-http.conf", "nginx-server.conf"
_TEMPLATES = Path(__file__).parent


def quoted(text: str) -> str:
    """Return the text as a string of a configuration; nginx has no other way to write a dollar sign."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("$", "${mirror_dollar}")
    return f'"{escaped}"'


def _key(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def variable(header: str) -> str:
    """Return the variable that holds a header."""
    return "$mirror_" + header.replace("-", "_")


def _map(source: str, target: str, default: str, rows: dict[str, str]) -> list[str]:
    lines = [f"map {source} {target} {{", f"    default {default};"]
    lines += [f"    {_key(name)} {value};" for name, value in sorted(rows.items())]
    return [*lines, "}"]


def _header_names(made: Manifest) -> list[str]:
    return sorted({name for entry in made.entries.values() for name in entry.headers})


def _headers(made: Manifest) -> list[str]:
    """Return the lines that say which headers go with which name: by what it is like, or its own."""
    answers = {name_for(address): entry for address, entry in made.entries.items()}
    classes = Classes.of(answers)
    words = {pattern: quoted(word) for word, pattern in classes.patterns.items()}
    lines = _map("$mirror_name", "$mirror_class", PAGE, words)
    for header in _header_names(made):
        usual, by_class = variable(header), f"{variable(header)}_usual"
        of_classes = {word: headers.get(header, "") for word, headers in classes.usual.items()}
        of_pages = of_classes.pop(PAGE)
        others = {word: quoted(value) for word, value in of_classes.items() if value != of_pages}
        lines += _map("$mirror_class", by_class, quoted(of_pages), others)
        differs = {
            name: quoted(entry.headers.get(header, ""))
            for name, entry in answers.items()
            if entry.headers.get(header, "") != classes.usual_for(name, header)
        }
        lines += _map("$mirror_name", usual, by_class, differs)
    return lines


def _redirects(made: Manifest) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for address, entry in made.entries.items():
        if not entry.name:
            found.setdefault(entry.status, {})[name_for(address)] = entry.leads_to
    return found


def around(made: Manifest) -> str:
    """Return the lines beside the ``server`` block: which address has which headers."""
    lines = [(_TEMPLATES / AROUND).read_text(encoding="utf-8").rstrip()]
    keys = [name_for(address) for address in made.entries]
    queries = [address for address in made.entries if "?" in address]
    longest = max(len(key.encode()) for key in [*keys, *queries])
    bucket = 128
    while bucket < longest + 64:
        bucket *= 2
    lines[:0] = [
        "# Written by `manage.py export_mirror`. To be included in the `http` block, before any map.",
        "variables_hash_max_size 4096;",
        f"map_hash_bucket_size {bucket};",
        f"map_hash_max_size {max(4096, 8 * len(keys))};",
    ]
    lines += _map(
        "$request_uri", "$mirror_name", "$mirror_file", {one: _key(name_for(one)) for one in queries}
    )
    lines += _headers(made)
    for status, moved in sorted(_redirects(made).items()):
        rows = {key: quoted(value) for key, value in moved.items()}
        lines += _map("$mirror_name", f"$mirror_moved_{status}", '""', rows)
    asks = {}
    for name, word in made.asks.items():
        value = "data" if word == "data" else "page"
        asks |= {f"{name}?": value} | ({name: value} if word == "always" else {})
    lines += _map("$mirror_name$is_args", "$mirror_asks", '""', asks)
    return "\n".join(lines) + "\n"


def _add_headers(headers: dict[str, str], indent: str = "") -> str:
    """Return the lines that send headers."""
    lines = []
    for name, value in headers.items():
        shown = "-".join(part.capitalize() for part in name.split("-"))
        # Of its own short answers, such as redirects, nginx says the type by itself.
        is_own = name == "content-type" and not indent
        lines.append(f"{indent}add_header {shown} {value}{'' if is_own else ' always'};")
    return "\n".join(lines)


def inside(made: Manifest, root: Path) -> str:
    """Return the lines for the ``server`` block."""
    by_address = {name: variable(name) for name in _header_names(made)}
    for_errors = {name: quoted(value) for name, value in made.error_headers.items()}
    for_redirects = {name: quoted(value) for name, value in made.redirect_headers.items()}
    moved = "\n".join(
        f"if ($mirror_moved_{status}) {{ return {status} $mirror_moved_{status}; }}"
        for status in sorted(_redirects(made))
    )
    return (
        (_TEMPLATES / INSIDE)
        .read_text(encoding="utf-8")
        .replace("@root@", str(root))
        .replace("@headers@", _add_headers(by_address))
        .replace("@moved@", moved)
        .replace("@headers_of_redirects@", _add_headers(for_redirects, "    "))
        .replace("@headers_of_errors@", _add_headers(for_errors, "    "))
        .replace("@asked@", ASKED)
        .replace("@not_found@", NOT_FOUND)
        .replace("@went_wrong@", WENT_WRONG)
        .replace("@index@", INDEX)
        .replace("@queries@", QUERIES)
    )


def write_configuration(made: Manifest, folder: Path, root: Path) -> None:
    """Write both parts of the configuration into the folder; ``root`` is where the files will lie."""
    (folder / AROUND).write_text(around(made), encoding="utf-8")
    (folder / INSIDE).write_text(inside(made, root.absolute()), encoding="utf-8")
