"""Which dictionaries a PDF may not hold.

A rule looks at what programs that open PDFs act upon, not at words: "/S /Sound" may also be the role of
a part of a tagged text, "/EF" may name a font.
"""

import re

import pikepdf

from ..limits import MAX_PICTURE_PIXELS
from .refusal import RefusalError

ACTIONS = {
    "/JavaScript": "javascript",
    "/Launch": "launch",
    "/GoToR": "launch",
    "/GoToE": "launch",
    "/SubmitForm": "submit",
    "/ImportData": "submit",
    "/Movie": "media",
    "/Sound": "media",
    "/Rendition": "media",
    "/RichMediaExecute": "media",
    "/GoTo3DView": "media",
}
HARMLESS_ACTIONS = {
    "/GoTo",
    "/GoToDp",
    "/URI",
    "/Named",
    "/Thread",
    "/Hide",
    "/SetOCGState",
    "/Trans",
    "/ResetForm",
}
NAMED = {"/NextPage", "/PrevPage", "/FirstPage", "/LastPage", "/GoBack", "/GoForward"}
SUBTYPES = {
    "/FileAttachment": "attachment",
    **dict.fromkeys(("/RichMedia", "/Movie", "/Sound", "/Screen", "/3D", "/U3D", "/PRC"), "media"),
}
TYPES = {"/EmbeddedFile": "attachment", "/Sound": "media", "/3D": "media"}
TREES = {"/JavaScript": "javascript", "/EmbeddedFiles": "attachment", "/Renditions": "media"}
WATCHED = {"/S", "/JS", "/URI", "/EF", "/Subtype", "/Type", "/Thread", "/F", "/Base", *TREES}
# What an action works on. Parts of a tagged text have none of these.
OPERANDS = {
    "/F",
    "/Win",
    "/Mac",
    "/Unix",
    "/D",
    "/Sound",
    "/OP",
    "/AN",
    "/Annotation",
    "/Operation",
    "/JS",
    "/CMD",
}
_NOT_SEEN = re.compile(r"[\0-\x20\x7f-\xa0\u200b-\u200f\u2060\ufeff]|\A(?:\xfe\xff|\xff\xfe)")
_SCHEME = re.compile(r"([a-z][a-z0-9+-]*):", re.IGNORECASE)
_SAFE_SCHEMES = {"http", "https", "mailto", "tel"}


def check_dictionary(found) -> None:
    """Refuse a dictionary, or a stream's, that makes programs act.

    Raises:
        RefusalError: with the code of the reason.
    """
    keys = set(found.keys())
    if not keys & WATCHED:
        return
    if "/S" in keys:
        _check_action(found, keys)
    if isinstance(found.get("/JS"), pikepdf.String):
        raise RefusalError("javascript")
    _check_links(found, keys)
    _check_kind(found)
    _check_trees(found, keys)
    if isinstance(found, pikepdf.Stream):
        _check_stream(found, keys)


def is_safe_address(value) -> bool:
    """Whether a link leads to the web, a mailbox or a telephone, or names no scheme at all."""
    if not isinstance(value, pikepdf.String):
        return True  # /URI of the catalogue is a dictionary; /Base is a number elsewhere
    # Browsers drop control characters and spaces, so that they cannot hide a scheme.
    spellings = {_NOT_SEEN.sub("", text) for text in (str(value), bytes(value).decode("latin-1"))}
    return all(_is_safe_spelling(text) for text in spellings)


def _is_safe_spelling(address: str) -> bool:
    if scheme := _SCHEME.match(address):
        return scheme[1].lower() in _SAFE_SCHEMES
    return not address.startswith(("\\\\", "//"))


def _name(value) -> str:
    return str(value) if isinstance(value, pikepdf.Name) else ""


def _check_action(found, keys: set[str]) -> None:
    kind = _name(found["/S"])
    is_part_of_text = _name(found.get("/Type")) == "/StructElem" or "/P" in keys
    if kind in ACTIONS and (kind == "/JavaScript" or not is_part_of_text or keys & OPERANDS):
        raise RefusalError(ACTIONS[kind])
    if kind == "/Named" and not is_part_of_text and _name(found.get("/N")) not in NAMED:
        raise RefusalError("action")
    if kind == "/Thread" and "/F" in keys:
        raise RefusalError("launch")
    if _name(found.get("/Type")) == "/Action" and kind not in HARMLESS_ACTIONS:
        raise RefusalError("action")


def _check_links(found, keys: set[str]) -> None:
    for key in keys & {"/URI", "/Base"}:
        if not is_safe_address(found[key]):
            raise RefusalError("link")


def _check_kind(found) -> None:
    for key, codes in (("/Subtype", SUBTYPES), ("/Type", TYPES)):
        if (kind := _name(found.get(key))) in codes:
            raise RefusalError(codes[kind])


def _check_trees(found, keys: set[str]) -> None:
    for key in keys & TREES.keys():
        if _holds_names(found[key]):
            raise RefusalError(TREES[key])
    if "/EF" in keys and _holds_files(found["/EF"]):
        raise RefusalError("attachment")


def _holds_names(value) -> bool:
    """Whether a value is a tree of names that is not empty."""
    if not isinstance(value, pikepdf.Dictionary):
        return False
    return "/Kids" in value or bool(len(value.get("/Names", [])))


def _holds_files(value) -> bool:
    """Whether the value of /EF names files that are within the PDF."""
    return isinstance(value, pikepdf.Dictionary) and any(
        isinstance(value.get(key), pikepdf.Stream) for key in ("/F", "/UF", "/DOS", "/Mac", "/Unix")
    )


def _check_stream(found, keys: set[str]) -> None:
    if "/F" in keys:
        raise RefusalError("external")
    if _name(found.get("/Subtype")) == "/Image":
        width, height = found.get("/Width", 0), found.get("/Height", 0)
        if int(width) * int(height) > MAX_PICTURE_PIXELS:
            raise RefusalError("bomb")
