"""One typing error: a letter too many, one too few, another one, or two that changed places."""

from collections.abc import Iterable, Iterator

# In a shorter word one letter makes another word: "scam" and "scan", "gun" and "fun".
SHORTEST = 5


def differ_by_one(one: str, other: str) -> bool:
    """Whether one typing error makes one word of the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
    if start < 0:
        return True
    one, other = one[start:], other[start:]
    if len(one) != len(other):
        shorter, longer = sorted((one, other), key=len)
        return shorter == longer[1:]
    return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])


def nearest(word: str, known: Iterable[str]) -> Iterator[str]:
    """Yield the known words that one typing error away from the word was made.

    Few people mistype the first letter, and "dealing" and "healing" are both words.
    """
    if len(word) < SHORTEST or not word.isalpha():
        return
    for other in known:
        if other[:1] == word[:1] and abs(len(other) - len(word)) <= 1 and differ_by_one(word, other):
            yield other
