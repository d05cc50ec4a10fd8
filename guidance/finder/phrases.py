"""The finder's words, which editors may say otherwise. Whom each end names stays code."""

from collections.abc import Iterator

from portal.phrases import Phrase

from .steps import WHERE, Leaf, Question
from .tree import START

ASKED = "The finder: questions and answers"
TOLD = "The finder: what stands above the services"
# Words that frightened people need, and words by which each reader finds their own way.
KEPT = ("not your fault", "adult you trust", "not copy", "never copy", "adult", "in danger")


def _phrase(default: str, place: str) -> Phrase:
    return Phrase(default, place, tuple(words for words in KEPT if words in default.lower()))


def _of(step: Question | Leaf) -> Iterator[Phrase]:
    if isinstance(step, Leaf):
        yield _phrase(step.heading, TOLD)
        yield from (_phrase(words, TOLD) for words in step.words)
        return
    yield _phrase(step.asks, ASKED)
    if step.then_asks:
        yield _phrase(step.then_asks, ASKED)
    for answer in step.every_answer():
        yield _phrase(answer.words, ASKED)
        yield from _of(answer.leads_to)


def finder_phrases() -> list[Phrase]:
    """Return all that the finder asks and says, in the order in which a reader comes to it."""
    return [*_of(START), _phrase(WHERE, ASKED)]


def _questions(step: Question | Leaf) -> Iterator[Question]:
    if isinstance(step, Question):
        yield step
        for answer in step.every_answer():
            yield from _questions(answer.leads_to)


def faults_of(instead: dict[str, str]) -> dict[str, str]:
    """Walk the finder with these words; return why a reader would be lost, by default words."""
    faults = {}
    for question in _questions(START):
        seen: dict[str, str] = {}
        for answer in question.every_answer():
            words = instead.get(answer.words, answer.words)
            if (plain := words.casefold().rstrip(". ")) in seen:
                changed = answer.words if answer.words in instead else seen[plain]
                faults[changed] = (
                    "Another answer of the same question says this. Nobody could tell them apart."
                )
            seen[plain] = answer.words
    return faults
