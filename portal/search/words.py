"""From what a visitor typed to plain words.

Nothing here knows operators, quotes or wildcards: they are dropped, so no query means more than
its words, and none can break the database's own query language.
"""

import re
import unicodedata

from .numbers import spellings

MAX_QUERY_LENGTH = 200
MAX_WORDS = 12
SHORTEST_STEM = 3

# A word may hold points, hyphens and apostrophes inside: "8.3", "first-generation", "children's".
WORD = re.compile(r"[^\W_]+(?:[.,'-][^\W_]+)*")
# Words that PostgreSQL leaves out of its English index too: alone they would match every page.
_COMMON = """
a about all an and any are as at be by can do does for from has have how i if in is it me my no not of
on or our so some than that the their them they this to was we were what when where which who why will
with you your
"""
TOO_COMMON = frozenset(_COMMON.split())


def clean(query: str) -> str:
    """Return the query as it may be shown again: no unprintable characters, not too long."""
    text = query[: 5 * MAX_QUERY_LENGTH].encode("utf-8", "ignore").decode()
    printable = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(printable.split())[:MAX_QUERY_LENGTH].strip()


def words_of(query: str) -> list[str]:
    """Return the words to look up, each once, without the too common ones if others remain."""
    text = unicodedata.normalize("NFKC", clean(query))[:MAX_QUERY_LENGTH].lower().replace("’", "'")
    words = list(dict.fromkeys(WORD.findall(text)))
    telling = [word for word in words if word not in TOO_COMMON]
    return (telling or words)[:MAX_WORDS]


def is_number(word: str) -> bool:
    """Whether the word is a number, which has spellings instead of endings."""
    return word[:1].isdigit()


def forms(word: str) -> list[str]:
    """Return the word and its other number, "crimes" and "crime"; a number as it may be written."""
    if is_number(word):
        return spellings(word)
    if len(word) < SHORTEST_STEM or not word.isalpha():
        return [word]
    if word.endswith("ies") and len(word) > 4:
        return [word, word[:-3] + "y"]
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return [word, word[:-2]]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return [word, word[:-1]]
    if word.endswith("y") and word[-2] not in "aeiou":
        return [word, word[:-1] + "ies"]
    return [word, word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")]


def stem(word: str) -> str:
    """Return the start that related words share, roughly: "groom" for "grooming" and "groomed"."""
    for ending in ("ing", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) > SHORTEST_STEM and word.isalpha():
            return word.removesuffix(ending)
    return word
