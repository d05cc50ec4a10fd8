"""PDFs that act where nobody looks: on opening, in an earlier revision, behind a second key, oddly spelt."""

import zlib

from pikepdf import Array, Dictionary, Name, String

from . import hostile_pdfs as make

LINK = b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] %s >>"
FILE = b"<< /Type /Filespec /F (%s) >>"
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R %s >>"
SCRIPT = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"


def link(entries: bytes) -> bytes:
    """Return a PDF with a link that has these entries."""
    return make.written(LINK % entries, page=make.PAGE.removesuffix(b">>") + b"/Annots [4 0 R] >>")


def to_address(address: bytes) -> bytes:
    """Return a PDF with a link to an address."""
    return link(b"/A << /S /URI /URI (%s) >>" % address.replace(b"\\", b"\\\\"))


def on_event(event: str, action: Dictionary) -> bytes:
    """Return a PDF whose page acts on an event."""
    return make.built(lambda pdf: pdf.pages[0].obj.update({"/AA": Dictionary({f"/{event}": action})}))


def at_once(catalogue: bytes, *more: bytes) -> bytes:
    """Return a PDF with these entries in its catalogue; further objects are numbered from 4."""
    return make.written(*more, catalogue=CATALOGUE % catalogue)


def superseded(number_of_object: int, earlier: bytes) -> bytes:
    """Return a PDF of two revisions, the first of which had another object of this number."""
    bodies = [make.CATALOGUE, make.PAGES, make.PAGE, b"<< >>"]
    bodies[number_of_object - 1] = earlier
    first = make.written(bodies[3], catalogue=bodies[0], pages=bodies[1], page=bodies[2])
    good = [make.CATALOGUE, make.PAGES, make.PAGE, b"<< >>"][number_of_object - 1]
    change = b"%d 0 obj\n%s\nendobj\n" % (number_of_object, good)
    previous = first.rsplit(b"startxref\n")[-1].split()[0]
    table = (
        b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size 5 /Root 1 0 R /Prev %s >>\nstartxref\n%d\n%%%%EOF\n"
    )
    return first + change + table % (number_of_object, len(first), previous, len(first) + len(change))


def unnamed(body: bytes) -> bytes:
    """Return a PDF with an object that its table does not name."""
    whole = make.with_text()
    at = whole.index(b"xref\n0 ")
    added = b"77 0 obj\n" + body + b"\nendobj\n"
    place = int(whole.rsplit(b"startxref\n")[-1].split()[0])
    return (
        whole[:at]
        + added
        + whole[at:].replace(b"startxref\n%d" % place, b"startxref\n%d" % (place + len(added)))
    )


def packed(body: bytes) -> bytes:
    """Return a container of objects that holds one."""
    data = zlib.compress(b"77 0 " + body)
    return make.stream(data, b"/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode")


def _opens() -> dict[str, tuple[bytes, str]]:
    def web():
        return make.action("URI", URI=String("https://example.org/"))

    chain = make.action("GoTo", D=String("x"), Next=Array([make.action("Hide", Next=web())]))
    return {
        "address on opening": (make.in_catalogue(OpenAction=web()), "opens an address by itself"),
        "address at the end of a chain": (make.in_catalogue(OpenAction=chain), "opens an address by itself"),
        "address in a list of the next": (
            at_once(
                b"/OpenAction 4 0 R",
                b"<< /S /GoTo /D [3 0 R /Fit] /Next [5 0 R] >>",
                b"<< /S /URI /URI (https://a.b) >>",
            ),
            "opens an address by itself",
        ),
        **{
            f"address on the page's event {event}": (on_event(event, web()), "opens an address by itself")
            for event in ("O", "C", "PV", "PO", "E", "X", "Fo")
        },
        "sister file on opening": (
            make.in_catalogue(OpenAction=make.action("GoToR", F=String("b.pdf"), D=Array([0]))),
            "opens an address by itself",
        ),
        "unknown action on a press": (on_event("U", make.action("Surprise")), "holds an action"),
        "unknown action of a link": (link(b"/A << /S /Surprise >>"), "holds an action"),
        "unknown annotation": (make.with_annotation("Surprise"), "sound, film or a 3D model"),
    }


def _addresses() -> dict[str, tuple[bytes, str]]:
    addresses = (
        rb"com.evil.app:open", rb"/\host\share", rb"\\host\share", rb"\host", rb"//host/share", rb"file:/etc",
        rb"C:\Windows\a.exe", rb"data:text/html,x", rb"vbscript:x", rb"ms-msdt:/id", rb"x+y-z.1:2",
        rb"smb://host/share", rb"..\..\a.exe", rb"ftp://example.org/", rb"www.evil:1x", rb"view-source:https://a.b",
        b"java\0script:1", b"\xef\xbb\xbfjavascript:1", b"\xff\xfef\0i\0l\0e\0:\0", b"java\xadscript:1",
    )  # fmt: skip
    return {f"link to {address!r}": (to_address(address), "holds a link") for address in addresses}


def _files() -> dict[str, tuple[bytes, str]]:
    share = rb"\\\\host\\share\\a.pdf"
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] %s"
    external, launch = "takes from another file", "opens another file"
    return {
        "another file on a share": (link(b"/A << /S /GoToR /D [0] /F (%s) >>" % share), launch),
        "another file on a share, by slashes": (
            link(rb"/A << /S /GoToR /D [0] /F (/\\host\\a.pdf) >>"),
            launch,
        ),
        "another file by its other name": (
            link(b"/A << /S /GoToR /D [0] /F << /F (b.pdf) /UF (%s) >> >>" % share),
            launch,
        ),
        "another file on the web": (link(b"/A << /S /GoToR /D [0] /F (http://a.b/c.pdf) >>"), launch),
        "another file that is a program": (link(b"/A << /S /GoToR /D [0] /F (b.pdf.exe) >>"), launch),
        "another file without a name": (link(b"/A << /S /GoToR /D [0] >>"), launch),
        "thread in another file": (link(b"/A << /S /Thread /D 0 /F (b.pdf) >>"), launch),
        "file on a share that nothing uses": (make.written(FILE % share), external),
        "reference to a page elsewhere": (
            make.written(make.stream(b"", form % b"/Ref << /F (b.pdf) /Page 0 >>")),
            external,
        ),
        "picture of a print shop": (
            make.written(
                make.stream(b"", form % b"/OPI << /1.3 << /Type /OPI /Version 1.3 /F (a.tif) >> >>")
            ),
            external,
        ),
        "form loads data": (link(b"/A << /S /ImportData /F (%s) >>" % share), "sends or loads data"),
    }


def _revisions() -> dict[str, tuple[bytes, str]]:
    words = "script (JavaScript)"
    return {
        "script in an earlier revision": (superseded(4, SCRIPT), words),
        "script in an earlier catalogue": (superseded(1, CATALOGUE % (b"/OpenAction " + SCRIPT)), words),
        "script in an earlier page": (
            superseded(3, make.PAGE.removesuffix(b">>") + b"/AA << /O %s >> >>" % SCRIPT),
            words,
        ),
        "address opened by an earlier catalogue": (
            superseded(1, CATALOGUE % b"/OpenAction << /S /URI /URI (https://a.b) >>"),
            "opens an address by itself",
        ),
        "script that no table names": (unnamed(SCRIPT), words),
        "script in a container that no table names": (unnamed(packed(SCRIPT)), words),
    }


def _scripts() -> dict[str, tuple[bytes, str]]:
    words = "script (JavaScript)"
    return {
        "script with a second kind": (make.written(b"<< /S /JavaScript /JS (1) /S /GoTo >>"), words),
        "script with a second text": (make.written(b"<< /JS (1) /JS null >>"), words),
        "script in a second action": (
            link(b"/A << /S /JavaScript /JS (1) >> /A << /S /GoTo /D [0] >>"),
            words,
        ),
        "script behind a second table of names": (
            at_once(b"/Names << /JavaScript << /Names [(a) 4 0 R] >> /JavaScript null >>", SCRIPT),
            words,
        ),
        "text of a script alone": (make.written(b"<< /JS (app.alert\\(1\\)) >>"), words),
        "stream of a script alone": (make.written(b"<< /JS 5 0 R >>", make.stream(b"app.alert(1)")), words),
        "kind of action elsewhere": (
            make.written(b"<< /S 5 0 R /JS 6 0 R >>", b"/JavaScript", b"(1)"),
            words,
        ),
        "names deep in a tree": (
            at_once(
                b"/Names << /JavaScript << /Kids [4 0 R] >> >>",
                b"<< /Kids [5 0 R] >>",
                b"<< /Names [(a) 6 0 R] >>",
                b"<< >>",
            ),
            words,
        ),
        "script with a comment in its number": (
            make.with_text().replace(b"%%EOF\n", b"") + b"78 % a\n 0 % b\n obj" + SCRIPT + b"endobj\n"
            b"startxref\n%d\n%%%%EOF\n" % int(make.with_text().rsplit(b"startxref\n")[-1].split()[0]),
            words,
        ),
    }


REFUSED = _opens() | _addresses() | _files() | _revisions() | _scripts()

ACCEPTED = {
    "link to the web": to_address(b"https://example.org/a?b=c:d"),
    "link to a mailbox": to_address(b"MAILTO:a@example.org"),
    "link to a telephone": to_address(b"tel:+448001111"),
    "link to a host with a port": to_address(b"www.example.org:8080/a"),
    "link to a place in the page": to_address(b"#top"),
    "button that shows a layer": on_event("U", make.action("SetOCGState", State=Array([]))),
    "link on a press": on_event("U", make.action("URI", URI=String("https://example.org/"))),
    "attributes of a tagged text": make.built(
        lambda pdf: pdf.Root.update(
            {"/X": Dictionary(Type=Name.StructElem, S=Name.Figure, A=Dictionary(O=Name.Layout))}
        )
    ),
    "earlier page without harm": superseded(3, make.PAGE.replace(b"595", b"590")),
    "second key without harm": make.written(b"<< /Title (a) /Title (b) >>"),
    "font with the name of a script": at_once(b"/X << /JS << /Type /Font >> >>"),
}
NOTED = {
    "link without a scheme": (to_address(b"reports/a.html"), "without a whole web address"),
    "link to a sister PDF": (link(b"/A << /S /GoToR /D [0] /F (../b%20c.PDF) >>"), "another PDF beside it"),
    "link to a page of a sister PDF": (to_address(b"sister.pdf#page=2"), "without a whole web address"),
    "button that prints": (link(b"/A << /S /Named /N /Print >>"), "ask"),
}
