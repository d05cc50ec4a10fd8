"""Words that a PDF holds in another form than readers type them: broken at a line's end, with ligatures."""

import re

# U+00AD may stand inside a line too; the others break a word only at its end.
_BREAK = r"(?:[-‐]\n\s*+|\u00ad\s*+)"
_BROKEN_PLACE = re.compile(rf"(?<=[^\W_]){_BREAK}(?=[^\W_])")
_BROKEN_WORD = re.compile(rf"\b([^\W_]++){_BREAK}([^\W_]+)")
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_WORD = re.compile(r"\w+")
_LIGATURE = re.compile(r"[\ufb00-\ufb06]")


def _mended(match: re.Match) -> str:
    """Return what stands for a break: nothing, unless a number or a name shows that the hyphen stays."""
    before, after = match.string[match.start() - 1], match.string[match.end()]
    return "" if before.isalpha() and after.isalpha() and after.islower() else "-"


def readable(text: str) -> str:
    """Return the text for showing parts of it: broken words joined, ligatures as letters."""
    return _BROKEN_PLACE.sub(_mended, text.translate(_LIGATURES))


def spellings(text: str) -> str:
    """Return what the index must hold beside the text, so that each word is found as it is typed.

    A broken word is given twice, since "twenty-" and "first" may be one word or two.
    """
    plain = text.translate(_LIGATURES)
    found = [f"{before}{after} {before}-{after}" for before, after in _BROKEN_WORD.findall(plain)]
    found += [word.translate(_LIGATURES) for word in _WORD.findall(text) if _LIGATURE.search(word)]
    return " ".join(dict.fromkeys(found))
