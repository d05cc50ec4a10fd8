"""What a dictionary of a PDF may not hold, besides actions.

A rule looks at what programs that open PDFs act upon, not at words: "/S /Sound" may also be the role of
a part of a tagged text, "/EF" may name a font.
"""

from collections.abc import Iterator

from .actions import Ask, actions_of, standing_alone, values
from .addresses import is_base, is_near_file, judge_address
from .plain import Entries, Name

_MEDIA = ("/RichMedia", "/Movie", "/Sound", "/Screen", "/3D", "/U3D", "/PRC")
SUBTYPES = {"/FileAttachment": "attachment", **dict.fromkeys(_MEDIA, "media")}
TYPES = {"/EmbeddedFile": "attachment", "/Sound": "media", "/3D": "media"}
# The annotations that a page may have.
ANNOTATIONS = {
    *("/Text", "/Link", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight"),
    *("/Underline", "/Squiggly", "/StrikeOut", "/Caret", "/Stamp", "/Ink", "/Popup", "/Widget"),
    *("/PrinterMark", "/TrapNet", "/Watermark", "/Redact", "/Projection"),
}
TREES = {"/JavaScript": "javascript", "/EmbeddedFiles": "attachment", "/Renditions": "media"}
_FILE_NAMES = ("/F", "/UF", "/DOS", "/Mac", "/Unix")
_ACTING = {"/A", "/AA", "/PA", "/OpenAction", "/S", "/URI"}
WATCHED = {
    *_ACTING,
    *TREES,
    *("/JS", "/EF", "/Subtype", "/Type", "/F", "/UF", "/Base", "/Ref", "/OPI", "/XFA", "/Collection", "/AF"),
}
_LARGEST_TREE = 10_000


def check_dictionary(found: Entries, ask: Ask) -> Iterator[str]:
    """Yield the codes of what makes programs act: of refusals, and of notes."""
    keys = found.keys() & WATCHED
    if not keys:
        return
    if keys & _ACTING:
        yield from actions_of(found, ask)
        yield from standing_alone(found, ask)
    if any(isinstance(one, bytes) or _is_stream(one) for one in values(found, "/JS", ask)):
        yield "javascript"
    if not all(is_base(base) for base in values(found, "/Base", ask) if isinstance(base, bytes)):
        yield "link"
    yield from _kinds(found, ask)
    for key in keys & TREES.keys():
        if any(_holds_names(tree, ask) for tree in values(found, key, ask)):
            yield TREES[key]
    if keys & {"/EF", "/F", "/UF", "/Ref", "/OPI"}:
        yield from _files(found, ask)
    yield from _catalogue(found, ask)


def _is_stream(value) -> bool:
    return isinstance(value, Entries) and value.is_stream


def _kinds(found: Entries, ask: Ask) -> Iterator[str]:
    kinds, types = values(found, "/Subtype", ask), values(found, "/Type", ask)
    for codes, names in ((SUBTYPES, kinds), (TYPES, types)):
        yield from (codes[name] for name in names if isinstance(name, Name) and name in codes)
    known = ANNOTATIONS | SUBTYPES.keys()
    if "/Annot" in types and any(isinstance(kind, Name) and kind not in known for kind in kinds):
        yield "media"


def _holds_names(tree, ask: Ask) -> bool:
    """Whether a tree of names has any name in it."""
    waiting, seen = [tree], 0
    while waiting and seen < _LARGEST_TREE:
        node, seen = waiting.pop(), seen + 1
        if not isinstance(node, Entries):
            continue
        if any(names for names in values(node, "/Names", ask) if isinstance(names, list)):
            return True
        for kids in values(node, "/Kids", ask):
            waiting += [value for kid in kids for value in ask(kid)] if isinstance(kids, list) else []
    return bool(waiting)


def _files(found: Entries, ask: Ask) -> Iterator[str]:
    """Yield what is wrong with references to files, within the PDF or elsewhere."""
    for files in values(found, "/EF", ask):
        if isinstance(files, Entries):
            held = [file for key in _FILE_NAMES for file in values(files, key, ask)]
            if any(_is_stream(file) for file in held):
                yield "attachment"
    if found.is_stream and "/F" in found:
        yield "external"
    for key in ("/Ref", "/OPI"):
        for one in values(found, key, ask):
            if isinstance(one, Entries) and (key == "/OPI" or "/F" in one):
                yield "external"
    if "/S" not in found and not all(_may_name_files(found, ask)):  # actions are looked at elsewhere
        yield "external"


def _may_name_files(found: Entries, ask: Ask) -> Iterator[bool]:
    """Yield of each file that a dictionary names whether it is near, or on the web."""
    is_address = "/URL" in values(found, "/FS", ask)
    for key in _FILE_NAMES:
        for name in values(found, key, ask):
            if isinstance(name, bytes):
                yield judge_address(name) != "link" if is_address else is_near_file(name)


def _catalogue(found: Entries, ask: Ask) -> Iterator[str]:
    """Yield what is wrong with the entries of a catalogue, or of its form."""
    if "/XFA" in found and any(
        isinstance(form, (list, bytes)) or _is_stream(form) for form in values(found, "/XFA", ask)
    ):
        yield "xfa"
    is_catalogue = "/Pages" in found or "/Catalog" in values(found, "/Type", ask)
    if is_catalogue and "/Collection" in found:
        yield "attachment"
    if is_catalogue and any(files for files in values(found, "/AF", ask)):
        yield "attachment"
