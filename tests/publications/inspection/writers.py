"""Makes ordinary PDFs with the programs and libraries that people make them with."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import weasyprint
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.factories import text_pdf

WORDS = "Words of an ordinary report. "
PAGE = f"""<!doctype html><html lang="en"><title>A report</title><h1>A report</h1><p>{WORDS * 40}</p>
<p><a href="https://example.org/">a link</a> <a href="#end">within</a></p>
<table><tr><th>Year<td>2030</table><h2 id="end">End</h2></html>"""


PACKAGES = {"gs": "ghostscript", "pdftocairo": "poppler-utils"}


def program(name: str) -> str:
    """Return where a program is.

    Raises:
        RuntimeError: saying how to get it, since a test without it would pass for nothing.
    """
    if found := shutil.which(name):
        return found
    package = PACKAGES.get(name, name)
    raise RuntimeError(f"This test needs {name}. Install it: apt-get install {package}, or run .ci/run.")


def versions() -> list[str]:
    """Return which programs there are, and since when: what they write is the same until that changes."""
    paths = [Path(program(name)).resolve() for name in ("qpdf", "gs", "pdftocairo", "chromium")]
    return [f"{path} {path.stat().st_mtime_ns}" for path in paths]


def run(*command: str) -> None:
    """Run a program to its end."""
    subprocess.run([program(command[0]), *command[1:]], check=True, capture_output=True, timeout=120)


def by_reportlab(**options) -> bytes:
    """Return a PDF with text, a picture, a form, a bookmark and links."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, **options)
    picture = Image.new("RGB", (60, 40), "navy")
    canvas.drawInlineImage(picture, 72, 500)
    canvas.bookmarkPage("start")
    canvas.addOutlineEntry("Start", "start")
    canvas.drawString(72, 700, WORDS)
    canvas.linkURL("https://example.org/", (72, 690, 200, 710))
    canvas.acroForm.textfield(name="name", x=72, y=600, width=100, height=20)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def by_weasyprint(**options) -> bytes:
    """Return a web page as a PDF."""
    return weasyprint.HTML(string=PAGE).write_pdf(**options)


def by_pypdf() -> bytes:
    """Return a PDF that pypdf put together and compressed."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(text_pdf(WORDS, WORDS)))
    writer.add_metadata({"/Title": "A report"})
    writer.add_outline_item(title="Start", page_number=0)
    for page in writer.pages:
        page.compress_content_streams()
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def by_pillow(mode: str) -> bytes:
    """Return a scan as a PDF."""
    out = BytesIO()
    Image.new(mode, (2480, 3508), 1).save(out, "PDF", resolution=300)
    return out.getvalue()


def by_pikepdf(**saving) -> bytes:
    """Return a PDF that qpdf wrote."""
    out = BytesIO()
    with pikepdf.open(BytesIO(text_pdf(WORDS, WORDS))) as pdf:
        pdf.save(out, **saving)
    return out.getvalue()


def by_programs(folder: Path, source: bytes) -> dict[str, bytes]:
    """Return what qpdf, Ghostscript, cairo and Chromium make of a PDF or a web page."""
    given, page = folder / "given.pdf", folder / "page.html"
    given.write_bytes(source)
    page.write_text(PAGE)
    names = ("linear", "plain", "locked", "ghost", "old", "cairo", "chromium")
    made = {name: folder / f"{name}.pdf" for name in names}
    run("qpdf", "--linearize", str(given), str(made["linear"]))
    run("qpdf", "--qdf", "--object-streams=disable", str(given), str(made["plain"]))
    run("qpdf", "--encrypt", "", "owner", "256", "--modify=none", "--", str(given), str(made["locked"]))
    for name, level in (("ghost", "1.7"), ("old", "1.3")):
        options = (
            "-q",
            "-dBATCH",
            "-dNOPAUSE",
            "-dSAFER",
            "-sDEVICE=pdfwrite",
            f"-dCompatibilityLevel={level}",
        )
        run("gs", *options, f"-sOutputFile={made[name]}", str(given))
    run("pdftocairo", "-pdf", str(given), str(made["cairo"]))
    options = ("--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}")
    run("chromium", *options, f"--print-to-pdf={made['chromium']}", page.as_uri())
    return {name: path.read_bytes() for name, path in made.items()}
