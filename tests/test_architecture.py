"""The limits and arrows of docs/architecture.md. Raising a number needs a page in docs/decisions/."""

import ast
import re
from pathlib import Path

import pytest

import statistics

ROOT = Path(__file__).resolve().parent.parent
APPS = ("portal", "publications", "statistics", "guidance", "categories")
# Who may import whom: an app, and the apps below it.
BELOW = {
    "portal": set(),
    "publications": {"portal"},
    "statistics": {"portal", "publications"},
    "guidance": {"portal"},
    "categories": {"portal", "publications", "statistics", "guidance"},
}
MAY_NAME_EVERY_APP = ("portal/urls.py", "portal/settings/", "portal/loading/", "portal/__init__.py")
VAGUE_NAMES = {"utils", "common", "core", "helpers", "misc"}


def python_files(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return [path for path in found if "migrations" not in path.parts]


def product_files() -> list[Path]:
    return python_files(*APPS)


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def imported_modules(path: Path) -> set[str]:
    """Return the dotted names of the project's modules that a file imports."""
    package = path.relative_to(ROOT).parent.parts
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            found.add(".".join(part for part in (base, node.module or "") if part))
    return {name for name in found if name.split(".")[0] in APPS}


def test_no_python_file_is_longer_than_300_lines():
    files = [*product_files(), *python_files("tests", "content")]
    assert {str(path): lines_of(path) for path in files if lines_of(path) > 300} == {}


def test_the_median_python_file_is_at_most_60_lines():
    assert statistics.median(lines_of(path) for path in product_files()) <= 60


def test_no_function_is_longer_than_40_lines():
    long = {}
    for path in [*product_files(), *python_files("tests", "content")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                length = node.end_lineno - node.lineno + 1
                if length > 40:
                    long[f"{path}:{node.name}"] = length
    assert long == {}


@pytest.mark.parametrize(
    ("folder", "pattern", "limit"), [("templates", "*.html", 100), ("portal/static/css", "*.css", 150)]
)
def test_no_template_or_stylesheet_is_too_long(folder, pattern, limit):
    files = (ROOT / folder).rglob(pattern)
    assert {str(path): lines_of(path) for path in files if lines_of(path) > limit} == {}


@pytest.mark.parametrize("app", APPS)
def test_an_app_imports_only_the_apps_below_it(app):
    wrong = []
    for path in python_files(app):
        name = str(path.relative_to(ROOT))
        if name.startswith(MAY_NAME_EVERY_APP):
            continue
        others = {module.split(".")[0] for module in imported_modules(path)} - {app}
        wrong += [f"{name} imports {other}" for other in others - BELOW[app]]
    assert wrong == []


def test_no_module_imports_itself_through_others():
    graph = {}
    for path in product_files():
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        graph[name] = imported_modules(path) - {name}

    def ring(name, trail):
        if name in trail:
            return [*trail[trail.index(name) :], name]
        if name in done:
            return None
        for other in graph.get(name, ()):
            # A package's __init__ gathers its own modules; that is no ring.
            if not name.startswith(f"{other}.") and (found := ring(other, [*trail, name])):
                return found
        done.add(name)
        return None

    done = set()
    assert [found for name in graph if (found := ring(name, []))] == []


def test_no_file_has_a_name_that_says_nothing():
    names = {path.stem for path in product_files()} | {path.parent.name for path in product_files()}
    assert names & VAGUE_NAMES == set()


def test_every_module_and_public_class_or_function_says_what_it_is_for():
    silent = []
    for path in product_files():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if tree.body and not ast.get_docstring(tree):
            silent.append(str(path.relative_to(ROOT)))
        for node in tree.body:
            public = isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_")
            if public and not ast.get_docstring(node) and "AppConfig" not in ast.unparse(node)[:80]:
                silent.append(f"{path.relative_to(ROOT)}:{node.name}")
    assert silent == []


def test_every_folder_of_tests_is_a_package():
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}
    assert {folder for folder in folders if not (folder / "__init__.py").exists()} == set()


def test_every_dependency_has_its_reason():
    for name in ("requirements.in", "requirements-dev.in"):
        for line in (ROOT / name).read_text().splitlines():
            if line and not line.startswith(("#", "-")):
                assert re.search(r"# \w", line), f"{name}: {line}"


def test_pages_for_visitors_are_found_only_through_the_one_public_filter():
    """A list made with ``.live()`` alone would show private and expired pages."""
    allowed = {"portal/visibility.py"}
    found = [
        str(path.relative_to(ROOT))
        for path in product_files()
        if re.search(r"\.live\(\)|\.public\(\)", path.read_text(encoding="utf-8"))
    ]
    assert set(found) <= allowed


def test_templates_load_nothing_inline_and_nothing_from_elsewhere():
    for path in (ROOT / "templates").rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert "style=" not in html, path
        assert "<style" not in html, path
        assert not re.search(r"\son\w+=", html), path
        for tag in re.findall(r"<script[^>]*>", html):
            assert "src=" in tag or "application/ld+json" in tag, path
        for address in re.findall(r"(?:src|href)=[\"'](https?:)?//", html):
            raise AssertionError(f"{path} names another origin: {address}")


def test_text_is_read_and_written_as_utf_8_whatever_the_locale_of_the_machine():
    """Else the page for when something broke breaks itself where the locale is C."""
    silent = []
    for path in [*product_files(), *python_files("content")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            is_text = name in ("read_text", "write_text") or any(
                ast.unparse(kw) == "text=True" for kw in node.keywords
            )
            if is_text and "encoding" not in {kw.arg for kw in node.keywords}:
                silent.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert silent == []
