"""Reads from the code which module needs which: the arrows that tests/test_architecture.py judges.

An arrow is an import, wherever in the file it stands, also ``from . import part``; a model of the own app
that is asked for by its name; and the dotted name of a module of the own app in a string.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APPS = ("portal", "publications", "statistics", "guidance", "categories")


def python_files(*folders: str) -> list[Path]:
    """Return the Python files of the folders, without migrations."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return [path for path in found if "migrations" not in path.parts]


@cache
def product_files() -> list[Path]:
    """Return the Python files of the apps."""
    return python_files(*APPS)


@cache
def tree_of(path: Path) -> ast.Module:
    """Return what a file says, read once."""
    return ast.parse(path.read_text(encoding="utf-8"))


def module_of(path: Path) -> str:
    """Return the dotted name of a file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def modules() -> dict[str, Path]:
    """Return the product's modules by their dotted names."""
    return {module_of(path): path for path in product_files()}


@cache
def classes() -> dict[tuple[str, str], str]:
    """Return the module in which each class of an app stands, by the app and the class's name."""
    return {
        (name.split(".")[0], node.name): name
        for name, path in modules().items()
        for node in tree_of(path).body
        if isinstance(node, ast.ClassDef)
    }


def _imported(node: ast.AST, package: tuple[str, ...]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = package[: len(package) - node.level + 1] if node.level else ()
        whole = ".".join([*base, *([node.module] if node.module else [])])
        for alias in node.names:
            part = f"{whole}.{alias.name}"
            yield part if part in modules() else whole


def _named(node: ast.AST, app: str) -> Iterator[str]:
    """Yield the modules of the own app that a string or a call names."""
    if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "get_model":
        label = ".".join(arg.value for arg in node.args if isinstance(arg, ast.Constant))
        owner, _, model = label.partition(".")
        if owner == app and (owner, model) in classes():
            yield classes()[owner, model]
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(f"{app}."):
        name = node.value
        while name and name not in modules():
            name = name.rpartition(".")[0]
        if name.count("."):
            yield name


@cache
def needs(name: str) -> frozenset[str]:
    """Return the modules of the product that a module needs."""
    path = modules()[name]
    package = path.relative_to(ROOT).parent.parts
    found = set()
    for node in ast.walk(tree_of(path)):
        found.update(_imported(node, package))
        if package[:2] != ("portal", "settings"):  # which name modules for Django to load
            found.update(_named(node, package[0]))
    return frozenset(found & set(modules()) - {name})


@cache
def reverse_names(path: Path) -> set[str]:
    """Return the names of addresses that a file asks for."""
    return {
        node.args[0].value
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) in ("reverse", "redirect")
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }


@cache
def address_names(app: str) -> set[str]:
    """Return the names that an app gives its addresses."""
    calls = (node for path in python_files(app) for node in ast.walk(tree_of(path)))
    return {
        keyword.value.value
        for node in calls
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("path", "re_path")
        for keyword in node.keywords
        if keyword.arg == "name" and isinstance(keyword.value, ast.Constant)
    }


@cache
def folders() -> list[str]:
    """Return the dotted names of all folders of the product."""
    return sorted(name for name, path in modules().items() if path.name == "__init__.py")


def parts_of(folder: str) -> dict[str, set[str]]:
    """Return which part of a folder needs which: its files, and its subfolders taken whole.

    The folder's own ``__init__`` gathers its parts for others. It is a part only where a part needs it.
    """
    found: dict[str, set[str]] = defaultdict(set)
    prefix = f"{folder}."

    def part(name: str) -> str:
        return name.removeprefix(prefix).split(".")[0] if name.startswith(prefix) else "__init__"

    for name in modules():
        if name == folder or name.startswith(prefix):
            inside = {other for other in needs(name) if other == folder or other.startswith(prefix)}
            found[part(name)] |= {part(other) for other in inside} - {part(name)}
    if not any("__init__" in others for name, others in found.items() if name != "__init__"):
        found.pop("__init__", None)
    return found


def ring_in(graph: dict[str, set[str]]) -> list[str]:
    """Return one ring of the graph, or nothing."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as ring:
        return ring.args[1]
    return []


def looks_up_what_is_live(node: ast.AST) -> bool:
    """Whether the node asks the database for what is live by itself, instead of by ``portal.visibility``."""
    if not isinstance(node, ast.Call):
        return False
    called = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if called in ("live", "public", "not_live", "not_public"):
        return True
    asked = (keyword.arg for keyword in node.keywords if keyword.arg)
    return called in ("filter", "exclude", "get", "Q") and any(
        name.split("__")[-1] == "live" for name in asked
    )
