"""The limits and arrows of docs/architecture.md. Raising a number needs a page in docs/decisions/."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
from django.apps import apps

import statistics

from . import arrows
from .arrows import APPS, ROOT, product_files, python_files

# Who may import whom: an app, and the apps below it.
BELOW = {
    "portal": set(),
    "publications": {"portal"},
    "statistics": {"portal", "publications"},
    "guidance": {"portal"},
    "categories": {"portal", "publications", "statistics", "guidance"},
}
# Files and folders that may lie at the top level: what is added there has to earn its place.
TOP_LEVEL = {
    *APPS,
    *("templates", "content", "tests", "docs", "bin"),
    *("README.md", "CHANGELOG.md", "LICENSE", "Makefile", "manage.py", "pyproject.toml"),
    *(
        "requirements.in",
        "requirements.txt",
        "requirements-dev.in",
        "requirements-dev.txt",
        "requirements-uv.txt",
    ),
    *(".ci", ".gitignore", ".python-version"),
}
# How many modules may lie side by side at an app's root; the rest has a room.
ROOT_MODULES = {"portal": 12, "publications": 12, "statistics": 14, "guidance": 12, "categories": 12}
# Who asks by hand for what is live, and why that is not what visitors see.
LIVE_BY_HAND = {
    "portal/visibility.py": "the one public filter",
    "portal/keeping/uses.py": "what would go with a page counts also if it is private",
    "portal/keeping/watch.py": "what would become private is live, and not yet private",
    "portal/pages/publishing.py": "drafts that are about to be published",
    "guidance/models/route_query.py": "the one public filter of routes, which are no pages",
    "guidance/words/book.py": "words people use, which are no pages; their end is asked when searched",
    "statistics/reports.py": "a report for staff",
    "statistics/publishing.py": "what was published before versions were kept",
    "statistics/validation.py": "compares with all that is published, also what is private",
}
MAY_NAME_EVERY_APP = ("portal/urls.py", "portal/settings/", "portal/loading/", "portal/__init__.py")
# Columns of tables of its own that Django names after the model that they point to.
OWN_COLUMNS = {"guidance": {"categorypage"}}
VAGUE_NAMES = {"utils", "common", "core", "helpers", "misc"}


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


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
        others = {module.split(".")[0] for module in arrows.needs(arrows.module_of(path))} - {app}
        wrong += [f"{name} imports {other}" for other in others - BELOW[app]]
        for other in set(APPS) - BELOW[app] - {app}:
            asked = arrows.reverse_names(path) & arrows.address_names(other)
            wrong += [f"{name} asks for the address {address} of {other}" for address in asked]
    assert wrong == []


def _names_of_models(app: str) -> set[str]:
    return {model.__name__.lower() for model in apps.get_app_config(app).get_models()}


@pytest.mark.parametrize("app", APPS)
def test_no_string_of_an_app_names_a_permission_or_column_of_an_app_above(app):
    """Such as "change_helproute" or "statisticpage__publication": an arrow upwards that no import shows."""
    above = set(APPS) - BELOW[app] - {app}
    hidden = {name for other in above for name in _names_of_models(other)} - OWN_COLUMNS.get(app, set())
    found = {
        f"{path.relative_to(ROOT)}: {node.value}"
        for path in python_files(app)
        if not str(path.relative_to(ROOT)).startswith(MAY_NAME_EVERY_APP)
        for node in ast.walk(arrows.tree_of(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if " " not in node.value and hidden & set(re.split(r"_+|\W", node.value))
    } | {
        f"{path.relative_to(ROOT)}: {keyword.arg}"
        for path in python_files(app)
        for node in ast.walk(arrows.tree_of(path))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg and hidden & set(keyword.arg.split("__"))
    }
    assert found == set()


def test_no_module_imports_itself_through_others():
    graph = {name: set(arrows.needs(name)) for name in arrows.modules()}
    for name in graph:
        path = arrows.modules()[name]
        if path.name == "__init__.py":  # which gathers its own modules; that is no ring
            graph[name] = {other for other in graph[name] if not other.startswith(f"{name}.")}
    assert arrows.ring_in(graph) == []


@pytest.mark.parametrize("folder", arrows.folders())
def test_the_parts_of_a_folder_need_each_other_one_way(folder):
    """A part is a file, or a folder taken whole."""
    assert arrows.ring_in(arrows.parts_of(folder)) == []


@pytest.mark.parametrize(("app", "limit"), ROOT_MODULES.items())
def test_few_modules_lie_at_the_root_of_an_app(app, limit):
    files = [path.stem for path in (ROOT / app).glob("*.py") if path.stem != "__init__"]
    assert len(files) <= limit, sorted(files)


def test_nothing_lies_at_the_top_level_that_is_not_on_the_list():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert {line.split("/")[0] for line in listed.splitlines()} - TOP_LEVEL == set()


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
    """A list of what is live alone would show private and expired pages."""
    found = {
        str(path.relative_to(ROOT))
        for path in product_files()
        if any(arrows.looks_up_what_is_live(node) for node in ast.walk(arrows.tree_of(path)))
    }
    assert found == set(LIVE_BY_HAND)


def test_what_editors_may_do_in_rich_text_is_named_in_one_place():
    """Else two fields that look alike let editors do different things."""
    found = {
        str(path.relative_to(ROOT))
        for path in product_files()
        for node in ast.walk(arrows.tree_of(path))
        if isinstance(node, (ast.List, ast.Tuple, ast.Set))
        and any(isinstance(one, ast.Constant) and one.value == "bold" for one in node.elts)
    }
    assert found == {"portal/text/features.py"}


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
