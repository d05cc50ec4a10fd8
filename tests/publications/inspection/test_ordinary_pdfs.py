"""PDFs as people have them: none is refused that programs open, but for what it holds on purpose."""

import gzip
import sysconfig
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from publications.inspection import RefusedPdfError, clean, inspect
from publications.inspection.refusals import HOLDS
from tests import factories, kept
from tests.factories import text_pdf

from . import writers

# Where Debian's packages and Python's keep theirs.
FOLDERS = ("/usr/share", "/usr/lib/R", "/usr/local/share", sysconfig.get_path("purelib"))
FEWEST = 2
HOW_TO_GET_SOME = (
    "This machine has no PDFs to try. Debian's bzip2-doc and libtasn1-doc have some; where the system "
    "leaves out documentation, install them with -o Dpkg::Options::=--path-include=/usr/share/doc/*, "
    "as .ci/run does."
)


def found() -> list[Path]:
    """Return the PDFs of installed packages."""
    paths = [path for folder in FOLDERS for path in Path(folder).rglob("*.pdf*") if path.is_file()]
    return sorted(
        path for path in paths if path.name.endswith((".pdf", ".pdf.gz")) and "fixtures" not in path.parts
    )


def content_of(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def written() -> dict[str, bytes]:
    """Return PDFs of many writers, made once while these are the same."""
    made_by = [Path(writers.__file__), Path(factories.__file__), Path(__file__)]
    made_by.append(kept.PROJECT / "requirements-dev.txt")
    return kept.made("ordinary-pdfs", _written, made_by, *writers.versions())


def _written() -> dict[str, bytes]:
    by_weasyprint = writers.by_weasyprint()
    with TemporaryDirectory() as folder:
        by_programs = writers.by_programs(Path(folder), text_pdf(writers.WORDS, writers.WORDS))
    with TemporaryDirectory() as folder:
        again = writers.by_programs(Path(folder), by_weasyprint)
    return {
        "reportlab": writers.by_reportlab(),
        "reportlab, in letters": writers.by_reportlab(pageCompression=0),
        "reportlab, restricted": writers.by_reportlab(encrypt=""),
        "weasyprint": by_weasyprint,
        "weasyprint, tagged": writers.by_weasyprint(pdf_variant="pdf/ua-1"),
        "weasyprint, for archives": writers.by_weasyprint(pdf_variant="pdf/a-2b"),
        "weasyprint, with a form": writers.by_weasyprint(pdf_forms=True),
        "pypdf": writers.by_pypdf(),
        **{f"pillow, {mode}": writers.by_pillow(mode) for mode in ("1", "L", "RGB", "CMYK", "P")},
        "pikepdf": writers.by_pikepdf(linearize=True),
        **{f"{name} of a report": content for name, content in by_programs.items()},
        **{f"{name} of a web page": content for name, content in again.items()},
    }


def needless(content: bytes) -> str:
    """Return why a PDF was refused that need not be. What a cleaned copy does without may be refused."""
    try:
        inspect(content)
    except RefusedPdfError as refusal:
        if not HOLDS.keys() >= set(refusal.codes) or "mixed" in refusal.codes:
            return str(refusal)
        clean(content)
    return ""


def test_no_pdf_of_an_installed_package_is_refused_needlessly():
    paths = [path for path in found() if content_of(path).startswith(b"%PDF-")]
    assert len(paths) >= FEWEST, HOW_TO_GET_SOME
    assert {str(path): why for path in paths if (why := needless(content_of(path)))} == {}


def test_no_pdf_of_any_writer_is_refused():
    made = written()
    assert len(made) >= 25
    assert {name: why for name, content in made.items() if (why := needless(content))} == {}


@pytest.mark.parametrize("name", ["weasyprint", "reportlab", "chromium of a web page", "ghost of a report"])
def test_the_words_of_a_writer_are_read_and_stay_in_a_cleaned_copy(name):
    content = written()[name]
    texts = inspect(content).page_texts
    assert "Words of an ordinary report" in texts[0]
    assert clean(content + b"<script>1</script>").facts.page_texts == texts


def test_a_missing_program_says_how_to_get_it(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RuntimeError, match="apt-get install ghostscript"):
        writers.program("gs")
