"""What README and docs/ name exists, so that nobody is sent to a file, command or setting that is gone.

Decisions and the change log may name the past; the links and tests that they point at must exist still.
"""

import ast
import re
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import Path

import pytest
from django.core.management import get_commands

from . import documents
from .documents import ROOT, Document

APPS = ("portal", "publications", "statistics", "guidance", "categories")
SOURCES = (*APPS, "templates", "content", "tests", "bin", ".ci")
README = Document(ROOT / "README.md")
SETTINGS = Document(ROOT / "docs" / "settings.md")
ENDINGS = r"\.(?:py|html|css|js|toml|txt|md|in|webp|conf)"
# Set by systemd for what it starts; by pyenv; by the Makefile: never by people.
NOT_OURS = {"NOTIFY_SOCKET", "PYENV_ROOT", "PYTHON"}

for_each_present = pytest.mark.parametrize("document", documents.present(), ids=lambda each: each.name)
for_each = pytest.mark.parametrize("document", documents.every(), ids=lambda each: each.name)


@cache
def files() -> tuple[Path, ...]:
    """Return every file of the project that people keep, as a path from its root."""
    found = chain.from_iterable((ROOT / folder).rglob("*") for folder in (*SOURCES, "docs"))
    kept = [path for path in (*found, *ROOT.iterdir()) if "__pycache__" not in path.parts]
    return tuple(path.relative_to(ROOT) for path in kept)


@cache
def source() -> str:
    """Return the text of all code, templates and settings, without the documents and these tests."""
    endings = {".py", ".html", ".css", ".js", ".toml", ".sh", ".in", ""}
    texts = [
        (ROOT / path).read_text(encoding="utf-8")
        for path in files()
        if path.suffix in endings and (ROOT / path).is_file() and path.name != Path(__file__).name
    ]
    return "\n".join(texts)


def stands_in_source(name: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", source()) is not None


def is_made_later(path: str) -> bool:
    """Whether the path is one that version control leaves out, such as the folder of the data."""
    left_out = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    return path.split("/")[0] in {line.strip("/") for line in left_out}


def exists(path: str) -> bool:
    """Whether a path from the root, or the last part of one, is a file or folder of the project."""
    ending = Path(path).parts
    return is_made_later(path) or any(found.parts[-len(ending) :] == ending for found in files())


def paths_in(document: Document) -> list[str]:
    """Return the paths that a document names; what begins with a slash is an address of the site."""
    return [span for span in document.spans() if re.fullmatch(rf"[\w.][\w./-]*(/|/[\w.-]+|{ENDINGS})", span)]


@for_each_present
def test_every_path_that_a_document_names_exists(document):
    assert [path for path in paths_in(document) if not exists(path)] == []


def test_a_path_in_the_readme_can_be_opened_as_it_stands():
    """Only short names are looked for where the path before them in the same row leads to."""
    lost = []
    for line in README.path.read_text(encoding="utf-8").splitlines():
        beside = ROOT
        for path in re.findall(rf"`([\w.][\w./-]*(?:/|{ENDINGS}))`(?! of each app)", line):
            place = ROOT / path
            if place.exists():
                beside = place if place.is_dir() else place.parent
            elif not (beside / path).exists() and not is_made_later(path):
                lost.append(path)
    assert lost == []


@for_each
def test_every_test_that_a_document_names_exists(document):
    named = re.findall(r"`(tests/[\w./]*)(?:::(\w+))?`", document.path.read_text(encoding="utf-8"))
    lost = [path for path, _ in named if not (ROOT / path).exists()]
    lost += [f"{path}::{name}" for path, name in named if name and name not in functions(path)]
    assert lost == []


@cache
def functions(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@for_each_present
def test_every_command_that_a_document_names_exists(document):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    code = document.code()
    assert set(re.findall(r"\bmake ([a-z][a-z-]*)", code)) - targets == set()
    assert set(re.findall(r"manage\.py (\w+)", code)) - set(get_commands()) == set()


@for_each_present
def test_every_dotted_name_of_ours_that_a_document_names_exists(document):
    dotted = [span for span in document.spans() if re.fullmatch(rf"({'|'.join(APPS)})(\.\w+)+", span)]
    names = [span for span in dotted if not re.search(ENDINGS + "$", span)]
    assert [name for name in names if not (is_check(name) or is_importable(name))] == []


def is_check(name: str) -> bool:
    return re.fullmatch(r"\w+\.[EW]\d{3}", name) is not None and f'"{name}"' in source()


def is_importable(name: str) -> bool:
    """Whether the name is a module, or something in one."""
    try:
        import_module(name)
    except ImportError:
        module, _, attribute = name.rpartition(".")
        return "." in name and is_importable(module) and hasattr(import_module(module), attribute)
    return True


@for_each_present
def test_every_name_of_code_that_a_document_names_stands_in_the_code(document):
    """Settings, hooks, classes, methods, fields, options: what has a shape that no plain word has."""
    shapes = r"\w*_\w+|[A-Z]\w*[a-z]\w*[A-Z]\w*|--[a-z][a-z-]+|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+(?:\(\))?"
    names = [span for span in document.spans() if re.fullmatch(shapes, span)]
    parts = {
        part: name
        for name in names
        if not re.search(ENDINGS + "$", name)
        for part in name.removesuffix("()").split(".")
    }
    assert {name for part, name in parts.items() if not stands_in_source(part)} == set()


@for_each_present
def test_every_hook_that_a_document_names_is_asked_for(document):
    named = {span for span in document.spans() if re.fullmatch(r"portal_\w+", span)}
    assert named - hooks() == set()


@cache
def hooks() -> set[str]:
    return set(re.findall(r'HOOK = "(portal_\w+)"', source()))


@for_each
def test_every_link_between_documents_leads_somewhere(document):
    lost = []
    for link in document.links():
        path, _, anchor = link.partition("#")
        target = (document.path.parent / path).resolve() if path else document.path
        if not target.exists() or (anchor and anchor not in Document(target).anchors()):
            lost.append(link)
    assert lost == []


def test_the_readme_leads_to_every_document():
    linked = {(ROOT / link).resolve() for link in README.links()}
    assert set((ROOT / "docs").glob("*.md")) - linked == set()


def test_the_map_in_the_readme_is_every_folder():
    mapped = {cells[0].strip("`/") for cells in README.rows("Folder")}
    here = {path.name for path in ROOT.iterdir() if path.is_dir() and not is_made_later(path.name)}
    assert mapped == {name for name in here if not name.startswith(".")} - {"docs"}


def first_names(document: Document) -> set[str]:
    """Return the names in code type that begin the rows of the table of variables."""
    return {cells[0].strip("`") for cells in document.rows("Variable")}


def variables_read(path: Path) -> set[str]:
    """Return the environment variables that a module reads or sets a default for."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
            asked, names = "os.environ", [node.slice]
        elif isinstance(node, ast.Call):
            asked, names = ast.unparse(node.func), node.args[:1]
        else:
            continue
        if re.fullmatch(r"(os\.environ|_?env)(\.\w+)?|os\.getenv|required", asked):
            found |= {name.value for name in names if isinstance(name, ast.Constant)}
    return found


def test_the_table_of_settings_is_every_variable_that_is_read():
    modules = [path for path in files() if path.suffix == ".py" and path.parts[0] in (*APPS, "manage.py")]
    read = set().union(*(variables_read(ROOT / path) for path in modules))
    for script in (ROOT / "bin").iterdir():
        read |= set(re.findall(r"\$\{([A-Z_]+):-", script.read_text(encoding="utf-8")))
    read |= set(re.findall(r"^(\w+) \?=", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert first_names(SETTINGS) == read - NOT_OURS


def test_the_variables_in_the_readme_are_in_the_table_of_settings():
    assert first_names(README) - first_names(SETTINGS) == set()


def test_every_guarantee_of_accessibility_names_the_test_that_holds_it():
    document = Document(ROOT / "docs" / "accessibility.md")
    unheld = [
        guarantee
        for guarantee, _, test in document.rows("Guarantee")
        if not re.search(r"`tests/[\w/]+\.py::test_\w+`|`bin/check-html`", test)
    ]
    assert unheld == []


def test_the_table_of_the_safety_audit_names_every_rule():
    from portal.safety.rules import RULES

    rows = Document(ROOT / "docs" / "safety.md").rows("Rule")
    named = {name for cells in rows for name in re.findall(r"`([\w-]+)`", cells[0])}
    assert {rule.name for rule in RULES} - named == set()
