"""Where links and references to files may lead. What is not listed here is refused."""

import re

import pikepdf

# Browsers and file systems drop these, so that they cannot hide a scheme.
_NOT_SEEN = re.compile(r"[\0-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff]")
_SCHEME = re.compile(r"\A([a-z][a-z0-9+.-]*+):", re.IGNORECASE)
_PATH = re.compile("[/?#]")
_WEB = re.compile("https?://", re.IGNORECASE)
_SCHEMES = {"http", "https", "mailto", "tel"}
# "www.example.org:8080/a" names a host, not a scheme, wherever people read it.
_HOST = re.compile(r"\Awww\.[a-z0-9.-]++(?::[0-9]{1,5})?(?:[/?#]|$)", re.IGNORECASE)
_SAFE, _RELATIVE, _UNSAFE = "safe", "relative", "unsafe"


def _spellings(value: bytes) -> set[str]:
    """Return the ways in which programs may read a string, without what cannot be seen."""
    texts = {str(pikepdf.String(value)), value.decode("latin-1"), value.decode("utf-8", "replace")}
    if value[:2] in (b"\xff\xfe", b"\xfe\xff"):
        texts |= {value.decode("utf-16", "replace")}
    return {_NOT_SEEN.sub("", text.removeprefix("\xfe\xff").removeprefix("\xff\xfe")) for text in texts}


def judge_address(value: bytes) -> str:
    """Return the code of what a link's address is: "link" if refused, "relative-link" to be noted, or ""."""
    kinds = {_kind(text) for text in _spellings(value)}
    if _UNSAFE in kinds:
        return "link"
    return "relative-link" if _RELATIVE in kinds else ""


def _kind(address: str) -> str:
    if _HOST.match(address):
        return _SAFE
    if scheme := _SCHEME.match(address):
        return _SAFE if scheme[1].lower() in _SCHEMES else _UNSAFE
    if "\\" in address or address.startswith("//") or ":" in _PATH.split(address, maxsplit=1)[0]:
        return _UNSAFE
    return _SAFE if not address or address.startswith("#") else _RELATIVE


def is_base(value: bytes) -> bool:
    """Whether an address may be what others are relative to: the web, or nothing."""
    return all(not text or _WEB.match(text) for text in _spellings(value))


def is_near_file(value: bytes) -> bool:
    """Whether a reference to a file names one beside this one, or below or above, and on no other machine."""
    return all(
        "\\" not in text and ":" not in text and not text.startswith("/") for text in _spellings(value)
    )


def is_near_pdf(value: bytes) -> bool:
    """Whether a reference to a file names a PDF that is near."""
    return is_near_file(value) and all(text.lower().endswith(".pdf") for text in _spellings(value))
