"""The table of PDFs: what is refused with which words, and what is accepted."""

from pathlib import Path

from pikepdf import Array, Dictionary, Encryption, Name, ObjectStreamMode, Permissions, String

from publications.inspection import limits
from tests import factories, kept
from tests.factories import pdf_bytes

from . import bomb_pdfs, hidden_pdfs
from . import hostile_pdfs as make

WHOLE = pdf_bytes(pages=5)
ZIP = b"PK\x03\x04" + bytes(30) + b"PK\x05\x06" + bytes(18)
SCRIPT = String("app.alert(1)")
LOCKED = Encryption(owner="owner", user="", allow=Permissions(extract=False))
PACKED = ObjectStreamMode.generate
MANY = b"<< /Type /Pages /Count %d /Kids [%s] >>"
DEEP = 3 * limits.MAX_DEPTH


def _refused() -> dict[str, tuple[bytes, str]]:
    """Name, content, and words of the sentence that the editor reads."""
    text = make.with_text()
    return {
        "empty": (b"\n", "not a PDF"),
        "text": (b"Not a PDF at all.", "not a PDF"),
        "program": (b"MZ\x90\x00" + bytes(500), "not a PDF"),
        "page": (b"<!doctype html><script>alert(1)</script>", "not a PDF"),
        "archive": (ZIP, "not a PDF"),
        "cut short": (WHOLE[:60], "damaged or incomplete"),
        "end lost": (WHOLE[:-20], "damaged or incomplete"),
        "only begun": (b"%PDF-1.7\n" + bytes(900), "damaged or incomplete"),
        "impossible version": (text.replace(b"PDF-1.7", b"PDF-9.9"), "damaged or incomplete"),
        "no pages": (make.written(pages=b"<< /Type /Pages /Kids [] /Count 0 >>"), "damaged or incomplete"),
        "false page count": (make.written(pages=MANY % (7, b"3 0 R")), "damaged or incomplete"),
        "broken stream": (make.written(make.stream(b"x" * 50, b"/Filter /FlateDecode")), "damaged"),
        "locked": (pdf_bytes(password="secret"), "needs a password"),
        "page before": (b"<html>" + WHOLE, "other content before or after"),
        "page in the opening": (make.with_text(make.HEADER + b"<html><script>1</script>\n"), "other content"),
        "page in a comment": (make.with_text(make.HEADER + b"%<script>alert(1)</script>\n"), "other content"),
        "archive in the opening": (make.with_text(make.HEADER + b"%PK\x03\x04\n"), "other content"),
        "script in the opening": (make.with_text(make.HEADER + b"#!/bin/sh\n"), "other content"),
        "page behind": (WHOLE + b"<script>alert(1)</script>", "other content before or after"),
        "archive behind": (WHOLE + ZIP, "other content before or after"),
        "archive at the end": (text[:-6] + ZIP + b"\n%%EOF\n", "other content before or after"),
        **_scripts(),
        **_actions(),
        **_files(),
        **_bombs(),
        **{name: (content, "grows far too large") for name, content in bomb_pdfs.bombs().items()},
        **hidden_pdfs.REFUSED,
    }


def _scripts() -> dict[str, tuple[bytes, str]]:
    def script(**entries):
        return make.action("JavaScript", JS=SCRIPT, **entries)

    names = Array([String("a"), script()])
    return {
        "script on opening": (make.with_action("JavaScript", JS=SCRIPT), "script (JavaScript)"),
        "script by name": (make.in_catalogue(Names=Dictionary(JavaScript=Dictionary(Names=names))), "script"),
        "script on a page": (
            make.built(lambda p: p.pages[0].obj.update({"/AA": Dictionary(O=script())})),
            "script",
        ),
        "script in a link": (make.with_annotation("Link", A=script()), "script"),
        "script in a field": (make.with_field(), "script"),
        "script at the end of a chain": (make.with_chain(), "script"),
        "script that nothing leads to": (make.with_hidden_script(), "script"),
        "script in an escaped name": (make.written(b"<< /S /Java#53cript /JS (1) >>"), "script"),
        "script in a packed object": (
            make.built(lambda p: p.Root.update({"/X": p.make_indirect(script())}), object_stream_mode=PACKED),
            "script",
        ),
        "script as a part of the text": (make.in_catalogue(X=script(Type=Name.StructElem)), "script"),
        "link that is a script": (make.with_action("URI", URI=String("javascript:alert(1)")), "link"),
        "link with a hidden scheme": (make.with_action("URI", URI=String(" JaVaScRiPt:1")), "link"),
        "link with a scheme in pieces": (make.with_action("URI", URI=String("java\nscript:1")), "link"),
        "link in wide letters": (make.written(b"<< /S /URI /URI <FEFF00660069006C0065003A002F> >>"), "link"),
        "link to a disk": (make.with_action("URI", URI=String("file:///etc/passwd")), "link"),
        "link to a share": (make.with_action("URI", URI=String("\\\\host\\share")), "link"),
        "base of links": (make.in_catalogue(URI=Dictionary(Base=String("file:///"))), "link"),
    }


def _actions() -> dict[str, tuple[bytes, str]]:
    file = String("payload.exe")
    return {
        "starts a program": (make.with_action("Launch", F=file), "starts a program"),
        "starts a program, disguised": (
            make.in_catalogue(X=Dictionary(Type=Name.StructElem, S=Name.Launch, F=file)),
            "starts a program",
        ),
        "opens another file": (make.with_action("GoToR", F=file, D=String("x")), "opens another file"),
        "opens an embedded file": (make.with_action("GoToE", T=Dictionary(R=Name.C)), "opens another file"),
        "sends a form": (make.with_action("SubmitForm", F=file), "sends or loads data"),
        "loads data": (make.with_action("ImportData", F=file), "sends or loads data"),
        "unknown action": (make.with_action("Surprise", Type=Name.Action), "holds an action"),
        **{
            f"annotation {kind}": (make.with_annotation(kind), "sound, film or a 3D model")
            for kind in ("RichMedia", "Movie", "Sound", "Screen", "3D")
        },
        "plays sound": (make.with_action("Rendition", OP=0, AN=Dictionary()), "sound, film"),
    }


def _files() -> dict[str, tuple[bytes, str]]:
    return {
        "attachment": (make.with_attachment(), "attached files"),
        "attachment on a page": (make.with_annotation("FileAttachment"), "attached files"),
        "hidden attachment": (make.embedding(Dictionary(Type=Name.EmbeddedFile)), "attached files"),
        "associated file": (make.in_catalogue(AF=Array([Dictionary(Type=Name.Filespec)])), "attached files"),
        "collection": (make.in_catalogue(Collection=Dictionary()), "attached files"),
        "content elsewhere": (make.embedding(Dictionary(F=String("/etc/passwd"))), "from another file"),
        "XFA form": (make.with_form(XFA=Array([])), "XFA form"),
    }


def _bombs() -> dict[str, tuple[bytes, str]]:
    zeros = bytes(limits.MAX_STREAM_BYTES + 9)
    kids = b"3 0 R " * (limits.MAX_PAGES + 1)
    return {
        "too big": (WHOLE + b" " * limits.MAX_BYTES, "larger than 60 MB"),
        "too many pages": (make.written(pages=MANY % (limits.MAX_PAGES + 1, kids)), "more than 2000 pages"),
        "claims many pages": (make.written(pages=MANY % (10**9, b"3 0 R")), "more than 2000 pages"),
        "pages in a ring": (make.written(pages=MANY % (1, b"2 0 R")), "damaged or incomplete"),
        "pages too deep": (make.with_page_tree(DEEP), "too deeply nested"),
        "nested lists": (make.written(b"[" * DEEP + b"]" * DEEP), "too deeply nested"),
        "very nested lists": (make.written(b"[" * 20_000 + b"]" * 20_000), "too deeply nested"),
        "grows": (make.written(make.deflated(zeros)), "grows far too large"),
        "grows twice": (make.written(make.deflated(zeros, times=2)), "grows far too large"),
        "many filters": (make.written(make.deflated(b"x", times=9)), "grows far too large"),
        "huge picture": (make.with_picture(60_000, 60_000), "grows far too large"),
    }


def _accepted() -> dict[str, bytes]:
    text = make.with_text()
    return {
        "with text, links, a font named EF": text,
        "tagged": make.with_tags(),
        "linearized": make.with_tags(linearize=True),
        "with packed objects": make.with_tags(object_stream_mode=PACKED),
        "saved quickly": make.updated(text, make.PAGE),
        "form without actions": make.with_form(),
        **{f"version {v}": make.with_text(b"%%PDF-%s\n" % v.encode()) for v in ("1.3", "1.4", "1.6", "2.0")},
        "signed by a program": make.with_text(make.HEADER + b"%%Invocation: gs -o out.pdf in.pdf\n"),
        "whitespace at the end": text + b"\r\n\0 \n",
        "opens at a page": make.with_action("Named", N=Name.FirstPage),
        "link without scheme": hidden_pdfs.to_address(b"www.example.org/a"),
        "empty name trees": make.in_catalogue(Names=Dictionary(JavaScript=Dictionary(Names=Array([])))),
        "empty tree of attachments": small("empty-embedded-kids"),
        "runs": small("runlength-image"),
        "runs in digits": small("hex-runlength-image"),
        "black and white scan of A4 at 1200 dots per inch": small("bilevel-a4-1200dpi-flate"),
        "blanks before the beginning": b"\xef\xbb\xbf\r\n" + text,
        **hidden_pdfs.ACCEPTED,
        "without a size": make.written(page=make.PAGE.replace(b"595 842", b"0 0")),
        "endlessly long": make.written(page=make.PAGE.replace(b"595 842", b"1 14400")),
    }


def small(name: str) -> bytes:
    """Return one of the small files beside this one."""
    return (bomb_pdfs.FOLDER / f"{name}.pdf").read_bytes()


def _noted() -> dict[str, tuple[bytes, str]]:
    """Name, content, and words of what the editor is told of a file that is taken."""
    text = make.with_text()
    return {
        "restricted": (make.built(encryption=LOCKED), "security settings limit what readers may do"),
        "prints": (make.with_action("Named", N=Name.Print), "asks the reader’s program"),
        "wrong checksum": (small("flate-bad-checksum"), "wrong checksum"),
        "wrong places in the table": (text.replace(b"<< /Type /Pages", b"   << /Type /Pages"), "broken"),
        "table lost": (text.replace(b"xref\n0", b"xxxx\n0"), "broken"),
        "last line lost": (text.replace(b"%%EOF\n", b""), ""),
        "a line behind the end": (text + b"-- sent by a mail program --\n", "left over behind the end"),
        **hidden_pdfs.NOTED,
    }


# Gigabytes are packed to make the bombs, so all of them are kept.
REFUSED, ACCEPTED, NOTED = kept.made(
    "pdfs-of-tests",
    lambda: (_refused(), _accepted(), _noted()),
    [
        *(path for path in Path(__file__).parent.rglob("*") if path.suffix in (".py", ".pdf")),
        Path(factories.__file__),
        Path(limits.__file__),
        kept.PROJECT / "requirements-dev.txt",
    ],
)
