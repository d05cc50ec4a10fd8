"""What an editor is told about a file that is taken."""

NOTES = {
    "restricted": "The file’s security settings limit what readers may do, such as copying or printing. "
    "Some screen readers obey them. If you can, ask its publisher for a copy without security settings.",
    "repaired": "The list of parts in this file is broken. Programs mend it by themselves; look through the "
    "pages to see that all are there.",
    "stream-end": "A part of the file has a wrong checksum or ends early. Programs read it all the same; "
    "look through the pages to see that nothing is missing.",
    "named-action": "The file has a button that asks the reader’s program to do something, such as to "
    "print. Some programs ignore it.",
    "other-pdf": "The file has a link to another PDF beside it, which readers who have only this file "
    "cannot follow.",
    "relative-link": "The file has a link without a whole web address, which readers who have only this "
    "file cannot follow.",
    "trailing": "A little is left over behind the end of the file. Programs ignore it.",
}


def told(codes: list[str]) -> str:
    """Return the sentences that the document's form shows for the codes of an inspection."""
    return " ".join(NOTES[code] for code in codes if code in NOTES)
