"""What the finder is made of: questions, answers that lead on, and the leaves at their ends."""

from dataclasses import dataclass

from ..audiences import Audience, Nation


@dataclass(frozen=True)
class Leaf:
    """Whom to name at the end: routes for the audience, about any of the categories (by slug).

    ``first`` names the routes that fit best, in order; ``without`` names routes that fit audience and
    category but not what this answer is about; ``also`` names routes for some of its readers only, whatever
    audience and category they have; ``last`` names routes that come after all others. Routes that editors add
    later are shown as well. A slug of a route that is not there, or not public, names nobody.
    ``words`` stand above the routes, and ``read`` is the slug of the page that says more. A leaf without an
    audience shows the emergency route alone.
    """

    words: tuple[str, ...]
    audience: Audience | None = None
    categories: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    read: str = ""
    heading: str = "Who you can tell"


@dataclass(frozen=True)
class Answer:
    """One big link. ``code`` is its part of the address: it never changes and is never used again."""

    code: str
    words: str
    leads_to: "Question | Leaf"


@dataclass(frozen=True)
class Question:
    """One page. ``urgent`` is answered before ``then_asks``, the question the other answers are to."""

    asks: str
    answers: tuple[Answer, ...]
    urgent: Answer | None = None
    then_asks: str = ""

    def every_answer(self) -> tuple[Answer, ...]:
        """Return the answers, the urgent one first."""
        return ((self.urgent,) if self.urgent else ()) + self.answers

    def answer(self, code: str) -> Answer | None:
        """Return the answer with this code."""
        return next((answer for answer in self.every_answer() if answer.code == code), None)


# Nobody clicks more often than this before they read whom to tell.
MOST_CLICKS = 3
WHERE = "Where are you?"
# Asked only where the answer changes the routes; see views.py.
NATION_CODES = {
    "t": Nation.ENGLAND,
    "v": Nation.NORTHERN_IRELAND,
    "w": Nation.SCOTLAND,
    "x": Nation.WALES,
}


def follow(start: Question, codes: list[str]) -> tuple[Question | Leaf, Nation | None] | None:
    """Return where the codes of an address lead, with the nation if one was chosen, or None."""
    step = start
    for position, code in enumerate(codes):
        if isinstance(step, Leaf):
            last = position == len(codes) - 1
            may_ask = last and position < MOST_CLICKS and step.audience
            nation = NATION_CODES.get(code) if may_ask else None
            return (step, nation) if nation else None
        answer = step.answer(code)
        if answer is None:
            return None
        step = answer.leads_to
    return step, None
