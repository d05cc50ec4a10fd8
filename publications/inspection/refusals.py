"""What an editor is told about a file that is refused: why, and what to do."""

from .limits import MAX_BYTES, MAX_PAGES

_EXPORT = "Export it again without {}, or ask its publisher for such a copy."

SENTENCES = {
    "not-a-pdf": "This file is not a PDF. Choose the PDF itself, not a renamed file of another kind.",
    "damaged": "This PDF is damaged or incomplete. Download or export it again.",
    "password": "This PDF needs a password. Ask for a copy without one.",
    "encrypted": "This PDF is encrypted: its security settings limit what readers may do. "
    "Export it again without security settings.",
    "mixed": "This PDF has other content before or after it, so it could pass for another kind of file. "
    "Export it again from the program that made it.",
    "javascript": f"This PDF holds a script (JavaScript). {_EXPORT.format('scripts')}",
    "launch": f"This PDF holds an action that starts a program or opens another file. "
    f"{_EXPORT.format('actions')}",
    "submit": f"This PDF holds a form that sends or loads data. {_EXPORT.format('the form')}",
    "action": f"This PDF holds an action that readers do not need. {_EXPORT.format('actions')}",
    "link": "This PDF holds a link that is neither a web address, an e-mail address nor a telephone number. "
    "Correct the link and export it again.",
    "media": f"This PDF holds sound, film or a 3D model. {_EXPORT.format('media')}",
    "attachment": f"This PDF holds attached files. {_EXPORT.format('attachments')}",
    "external": f"This PDF takes part of its content from another file. {_EXPORT.format('such references')}",
    "xfa": "This PDF holds an XFA form, which most programs cannot show. "
    "Print it to PDF and choose the printed one.",
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


class RefusedPdfError(ValueError):
    """A file that is not taken. Its text is the sentence for the editor; ``code`` names the reason."""

    def __init__(self, code: str):
        self.code = code if code in SENTENCES else "crashed"
        super().__init__(SENTENCES[self.code])
