"""What an editor is told about a file that is refused: why, and what to do."""

from .limits import MAX_BYTES, MAX_PAGES

# What a PDF may hold that readers should not be handed, and that a cleaned copy does not have.
HOLDS = {
    "javascript": "a script (JavaScript)",
    "launch": "an action that starts a program or opens another file",
    "opens": "an action that opens an address by itself",
    "submit": "a form that sends or loads data",
    "action": "an action that readers do not need",
    "link": "a link that is neither a web address, an e-mail address nor a telephone number",
    "media": "sound, film or a 3D model",
    "attachment": "attached files",
    "external": "content that it takes from another file",
    "xfa": "an XFA form, which most programs cannot show",
    "mixed": "other content before or after it, so that it could pass for another kind of file",
}
SENTENCES = {
    "not-a-pdf": "This file is not a PDF. Choose the PDF itself, not a renamed file of another kind.",
    "damaged": "This PDF is damaged or incomplete. Download or export it again.",
    "password": "This PDF needs a password. Ask for a copy without one.",
    "too-big": f"This PDF is larger than {MAX_BYTES // 1024**2} MB. Make its pictures smaller and try again.",
    "too-many-pages": f"This PDF says it has more than {MAX_PAGES} pages. Split it into parts.",
    "too-complex": "This PDF is built of too many parts, or too deeply nested ones. Print it to PDF and "
    "choose the printed one.",
    "bomb": "This PDF grows far too large when it is opened. Make its pictures smaller, or print it to PDF "
    "and choose the printed one.",
    "too-slow": "This PDF takes too long to read. Print it to PDF and choose the printed one.",
    "memory": "This PDF needs too much memory to read. Make its pictures smaller and try again.",
    "crashed": "This PDF could not be read safely: the program that reads it stopped. Export it again, or "
    "print it to PDF and choose the printed one.",
    "not-checked": "This PDF could not be checked, because the server lacks memory or disk space. Nothing "
    "was saved. Tell whoever looks after the server, and try again later.",
}


def sentence_of(codes: tuple[str, ...]) -> str:
    """Return why a file is refused, and what to do. What nothing can mend is said alone."""
    for code, sentence in SENTENCES.items():
        if code in codes:
            return sentence
    held = [words for code, words in HOLDS.items() if code in codes]
    return (
        f"This PDF holds {listed(held)}. Export it again without {'them' if len(held) > 1 else 'that'}, "
        "or ask its publisher for such a copy."
    )


def listed(words: list[str]) -> str:
    """Return "a", "a and b" or "a; b; and c", since the words may have commas."""
    if len(words) < 3:
        return " and ".join(words)
    return f"{'; '.join(words[:-1])}; and {words[-1]}"


class RefusedPdfError(ValueError):
    """A file that is not taken. Its text is for the editor; ``codes`` name the reasons."""

    def __init__(self, *codes: str):
        known = tuple(code for code in codes if code in SENTENCES or code in HOLDS)
        self.codes = known if len(known) == len(codes) and codes else ("crashed",)
        super().__init__(sentence_of(self.codes))

    @property
    def code(self) -> str:
        """The first reason."""
        return self.codes[0]

    @property
    def can_be_cleaned(self) -> bool:
        """Whether a copy without what is refused can be made."""
        return HOLDS.keys() >= set(self.codes)
