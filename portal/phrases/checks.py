"""What an editor may not write in place of a phrase."""

import re
import unicodedata

from .catalogue import Phrase

MAX_LENGTH = 240
_NUMBER = re.compile(r"\d+")
_ADDRESS = re.compile(r"https?:|www\.|@|\.onion\b", re.IGNORECASE)
# Words that hurt or blame, each with what to write instead, where one thing fits.
NEVER = {
    "child porn": "child sexual abuse material",
    "child prostitut": "exploited",
    "paedophil": "people who pose a sexual threat",
    "pedophil": "people who pose a sexual threat",
    "historic abuse": "non-recent abuse",
    "illegal immigrant": "",
}


def why_not(phrase: Phrase, words: str) -> str:
    """Return why the words cannot stand for the phrase, in words, or nothing."""
    plain = unicodedata.normalize("NFKC", words).lower()
    if len(words) > MAX_LENGTH:
        return f"That is {len(words) - MAX_LENGTH} characters too long. Say it in {MAX_LENGTH} at most."
    if sorted(_NUMBER.findall(words)) != sorted(_NUMBER.findall(phrase.default)):
        return "Keep every number as it is, and add none: numbers to call come from the help routes."
    if _ADDRESS.search(words):
        return "Take the address out. Links and contacts come from pages and help routes."
    for missing in (must for must in phrase.must_hold if must.lower() not in plain):
        return f"Keep “{missing}”: without it these words would mislead."
    for never, instead in NEVER.items():
        if never in plain:
            return f"Do not write “{never}…”." + (f" Write “{instead}”." if instead else "")
    return ""
