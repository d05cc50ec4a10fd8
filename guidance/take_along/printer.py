"""What runs in a process of its own: reads what a sheet says as JSON, and writes a tagged PDF of it.

Nothing of the site or of Django is loaded here.
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TEMPLATE, FONTS = HERE / "sheet.typ", HERE / "fonts"
# PDF for universal access (ISO 14289-1): Typst refuses to write what it knows not to be so.
STANDARD = "ua-1"
# How many sides each kind may have, and how large its text may be, in points: the largest that fits.
SIDES = {"card": 2, "poster": 1}
SIZES = {"card": (12, 11, 10, 9, 8.5), "poster": (18, 16, 14, 13, 12, 11, 10)}


def main() -> None:
    """Read the one from the standard input and write the other to the standard output."""
    sys.stdout.buffer.write(typeset(json.load(sys.stdin.buffer)))


def typeset(says: dict) -> bytes:
    """Return the PDF of a sheet, as large as fits.

    Of too many entries it shows the first, and says that there are more. Entries say by themselves how
    sure they are (``dated``), which is gathered into ``notes``.
    """
    entries = says["entries"]
    sizes = SIZES[says["kind"]]
    tries = [(size, len(entries)) for size in sizes]
    tries += [(sizes[-1], count) for count in range(len(entries) - 1, -1, -1)]
    for size, count in tries:
        shown = {"entries": entries[:count], "left_out": len(entries) - count, "size": size}
        pdf, sides = _compiled({**says, **shown, "notes": _notes(entries[:count])})
        if sides <= SIDES[says["kind"]]:
            break
    return pdf


def _notes(entries: list[dict]) -> list[str]:
    """Return each sentence about the last check once; of several, each with the names that it is true of."""
    names: dict[str, list[str]] = {}
    for entry in entries:
        names.setdefault(entry["dated"], []).append(entry["name"])
    if len(names) == 1:
        return [f"{says}." for says in names]
    return [f"{says}: {', '.join(of)}." for says, of in names.items()]


def _compiled(says: dict) -> tuple[bytes, int]:
    """Return a PDF and how many sides it has."""
    import typst

    compiler = typst.Compiler(
        TEMPLATE,
        root=HERE,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"says": json.dumps(says)},
    )
    try:
        pdf = compiler.compile(format="pdf", pdf_standards=[STANDARD])
    except typst.TypstError as error:
        # A character that no typeface here has, for one. A number that can be read is worth more.
        sys.stderr.write(f"A sheet is not quite as PDF/UA wants it: {error.message}\n")
        pdf = compiler.compile(format="pdf")
    return pdf, json.loads(compiler.query("<sides>", field="value", one=True))
