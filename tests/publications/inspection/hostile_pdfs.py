"""Makes PDFs that must be refused, and ones that must not: some by a library, some byte by byte."""

import zlib
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>"


def written(*more: bytes, header=HEADER, catalogue=CATALOGUE, pages=PAGES, page=PAGE, trailer=b"") -> bytes:
    """Return a PDF of these objects, written byte by byte; those in ``more`` are numbered from 4."""
    out, places = header, []
    for number, body in enumerate((catalogue, pages, page, *more), 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
    return out + table + end % (len(places) + 1, trailer, len(out))


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return the body of a stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def deflated(data: bytes, times: int = 1) -> bytes:
    """Return a stream that was compressed once or several times."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter [%s]" % (b"/FlateDecode " * times))


def built(change=lambda pdf: None, pages: int = 1, **saving) -> bytes:
    """Return a PDF of empty pages after ``change(pdf)``."""
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page()
    change(pdf)
    out = BytesIO()
    pdf.save(out, deterministic_id="encryption" not in saving, **saving)
    return out.getvalue()


def in_catalogue(**entries) -> bytes:
    """Return a PDF with these entries in its catalogue."""
    return built(lambda pdf: pdf.Root.update({f"/{name}": value for name, value in entries.items()}))


def with_action(kind: str, **entries) -> bytes:
    """Return a PDF with an action on opening."""
    return in_catalogue(OpenAction=action(kind, **entries))


def action(kind: str, **entries) -> Dictionary:
    """Return an action."""
    return Dictionary(S=Name(f"/{kind}"), **entries)


def with_annotation(subtype: str, **entries) -> bytes:
    """Return a PDF with an annotation on its first page."""

    def change(pdf):
        annotation = Dictionary(
            Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array([0, 0, 9, 9]), **entries
        )
        pdf.pages[0].obj.Annots = Array([annotation])

    return built(change)


def with_attachment() -> bytes:
    """Return a PDF with an attached file."""
    return built(lambda pdf: pdf.attachments.__setitem__("payload.exe", b"MZ"))


def with_hidden_script() -> bytes:
    """Return a PDF with a script in an object that nothing leads to."""
    return written(b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>")


def with_chain() -> bytes:
    """Return a PDF whose harmless action is followed by others, the last of them a script."""
    script = action("JavaScript", JS=String("app.alert(1)"))
    following = action("GoTo", D=String("x"), Next=Array([action("Named", N=Name.NextPage, Next=script)]))
    return in_catalogue(OpenAction=following)


def with_field() -> bytes:
    """Return a PDF with a form field that runs a script on each key."""
    events = Dictionary(K=action("JavaScript", JS=String("event.rc = false;")))
    field = Dictionary(FT=Name.Tx, T=String("name"), AA=events)
    return in_catalogue(AcroForm=Dictionary(Fields=Array([field])))


def with_form(**entries) -> bytes:
    """Return a PDF with a form of one text field without actions."""
    field = Dictionary(FT=Name.Tx, T=String("name"), V=String("value"))
    return in_catalogue(AcroForm=Dictionary(Fields=Array([field]), **entries))


def with_picture(width: int, height: int) -> bytes:
    """Return a PDF with a picture of these many pixels, which holds far less."""
    entries = (
        b"/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 1 /Width %d /Height %d"
    )
    return written(stream(b"\0" * 9, entries % (width, height)))


def with_text(header: bytes = HEADER, words: str = "Plain words") -> bytes:
    """Return a PDF with a line of text, a link to the web and a link within."""
    page = PAGE.replace(
        b"<< >>",
        b"<< /Font << /EF << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> /Contents 4 0 R",
    ).replace(b" >> >> >> ", b" >> >> >> ")
    page = page.removesuffix(b">>") + b"/Annots [5 0 R 6 0 R] >>"
    link = b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /%s >> >>"
    return written(
        stream(b"BT /EF 24 Tf 72 700 Td (%s) Tj ET" % words.encode()),
        link % b"URI /URI (https://example.org/)",
        link % b"GoTo /D [3 0 R /Fit]",
        header=header,
        page=page,
    )


def updated(content: bytes, change) -> bytes:
    """Return the PDF with a new object 3 appended to it, as programs do that save quickly."""
    body = b"3 0 obj\n" + change + b"\nendobj\n"
    previous = content.rsplit(b"startxref\n")[-1].split()[0]
    table = (
        b"xref\n3 1\n%010d 00000 n \ntrailer\n<< /Size 7 /Root 1 0 R /Prev %s >>\nstartxref\n%d\n%%%%EOF\n"
    )
    return content + body + table % (len(content), previous, len(content) + len(body))


def with_page_tree(depth: int) -> bytes:
    """Return a PDF whose one page lies this deep in the tree of pages."""
    node = b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>"
    more = [node % number for number in range(5, 5 + depth)]
    return written(*more, PAGE, pages=node % 4)


def with_tags(**saving) -> bytes:
    """Return a tagged PDF in which parts of the text have roles with the names of actions."""

    def change(pdf):
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = Array(
            [Dictionary(Type=Name.StructElem, S=Name(f"/{n}"), P=root) for n in ("P", "Sound", "Movie")]
        )
        pdf.Root.update(
            {"/StructTreeRoot": root, "/MarkInfo": Dictionary(Marked=True), "/Lang": String("cy")}
        )

    return built(change, **saving)


def embedding(entries: Dictionary) -> bytes:
    """Return a PDF whose embedded stream has these entries."""
    return built(lambda pdf: pdf.Root.update({"/Extra": Stream(pdf, b"data", entries)}))
