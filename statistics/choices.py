"""The lists that a figure is described by, and what each entry means for what may be done with the figure.

Values are part of the open data, version 1: none is renamed or removed.
"""

from django.db import models


class State(models.TextChoices):
    """What was done to check a figure: shown wherever the figure is shown."""

    VERIFIED = "verified", "Verified"
    ATTRIBUTED = "attributed", "Attributed"
    UNVERIFIED = "unverified", "Unverified"
    SUPERSEDED = "superseded", "Superseded"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @property
    def explanation(self) -> str:
        """What the state means, in one sentence for readers."""
        return _STATES_EXPLAINED[self]

    @property
    def is_past(self) -> bool:
        """Whether the figure should not be used any more."""
        return self in (State.SUPERSEDED, State.WITHDRAWN)

    @property
    def is_doubtful(self) -> bool:
        """Whether readers must be told, and nothing be worked out with the figure."""
        return self is State.UNVERIFIED or self.is_past


_STATES_EXPLAINED = {
    State.VERIFIED: "We have seen this figure in the source.",
    State.ATTRIBUTED: "This is how the figure is quoted from the source. Nobody here has confirmed it there.",
    State.UNVERIFIED: "What this figure counts, or its unit, is in doubt. Do not rely on it.",
    State.SUPERSEDED: "A later figure has taken its place.",
    State.WITHDRAWN: "This figure should not be used any more.",
}


class Unit(models.TextChoices):
    """A number of things, or a share of them."""

    NUMBER = "number", "Number"
    PERCENT = "percent", "Per cent"

    @property
    def sign(self) -> str:
        """What stands behind each number."""
        return "%" if self is Unit.PERCENT else ""

    @property
    def joins(self) -> str:
        """What joins the value and what is counted: 12% *of* investigations, 12 investigations."""
        return "of " if self is Unit.PERCENT else ""


class Bound(models.TextChoices):
    """How the source words a value. A rounded number is as stated, never exact."""

    STATED = "stated", "As the source states it: it may be rounded"
    EXACTLY = "exactly", "Exactly this value"
    ABOUT = "about", "About"
    AT_LEAST = "at_least", "At least"
    MORE_THAN = "more_than", "More than"
    RANGE = "range", "A range: from the lower to the upper value"

    @property
    def prefix(self) -> str:
        """What is said before the number."""
        return f"{self.label.lower()} " if self is Bound.ABOUT or self.is_open else ""

    @property
    def is_open(self) -> bool:
        """Whether the value may be any number above the one that is given."""
        return self in (Bound.AT_LEAST, Bound.MORE_THAN)


class Kind(models.TextChoices):
    """How a value came about."""

    COUNT = "count", "Count: things that were counted"
    ESTIMATE = "estimate", "Estimate: worked out from data by a method"
    ASSESSMENT = "assessment", "Intelligence assessment: a judgement"


class Thing(models.TextChoices):
    """What was counted, roughly: figures of different things are never added or drawn together."""

    PEOPLE = "people", "People"
    CHILDREN = "children", "Children"
    ACCOUNTS = "accounts", "Accounts"
    IMAGES = "images", "Images"
    OFFENCES = "offences", "Offences"
    INVESTIGATIONS = "investigations", "Investigations or cases"
    REPORTS = "reports", "Reports"
    MONEY = "money", "Money"
    OTHER = "other", "Something else"
    UNCLEAR = "unclear", "Not clear from the source"

    @property
    def is_named(self) -> bool:
        """Whether the entry itself says what was counted; else only the figure's own words do."""
        return self not in (Thing.OTHER, Thing.UNCLEAR)

    @property
    def is_whole(self) -> bool:
        """Whether there is no half of it: a rate or an average is something else."""
        return self.is_named and self is not Thing.MONEY


class Likelihood(models.TextChoices):
    """A term of the probability yardstick that the National Crime Agency's assessments follow, in per cent.

    The bands have gaps on purpose: a judgement is not a measurement.
    """

    REMOTE = "remote", "Remote chance (0 to 5%)"
    HIGHLY_UNLIKELY = "highly_unlikely", "Highly unlikely (10 to 20%)"
    UNLIKELY = "unlikely", "Unlikely (25 to 35%)"
    REALISTIC = "realistic", "Realistic possibility (40 to 50%)"
    LIKELY = "likely", "Likely (55 to 75%)"
    HIGHLY_LIKELY = "highly_likely", "Highly likely (80 to 90%)"
    ALMOST_CERTAIN = "almost_certain", "Almost certain (95 to 100%)"


class Comparability(models.TextChoices):
    """How a figure of a series stands to the one before it."""

    SAME = "same", "Counted the same way as the one before"
    BREAK = "break", "Counted differently from here"
    UNKNOWN = "unknown", "We do not know if it was counted the same way"


class RelationKind(models.TextChoices):
    """Why two figures must not be read as parts of one total. The label joins the two in a sentence."""

    PART_OF = "part_of", "is part of"
    OVERLAPS = "overlaps", "overlaps with"
    SAME_QUESTION = "same_question", "answers the same question as"
    NOT_COMPARABLE = "not_comparable", "cannot be compared with"

    @property
    def label_of_other(self) -> str:
        """The label in a sentence that begins with the other figure."""
        return "includes" if self is RelationKind.PART_OF else str(self.label)

    @property
    def warning(self) -> str:
        """What readers must not do with the figures, in one sentence."""
        return _RELATIONS_WARN[self]


_RELATIONS_WARN = {
    RelationKind.PART_OF: "One of these figures is part of another: do not add them.",
    RelationKind.OVERLAPS: "Some of these figures overlap: do not add them.",
    RelationKind.SAME_QUESTION: "Some of these answer the same question at different times or by different "
    "methods: do not add them, and do not work out a change between them.",
    RelationKind.NOT_COMPARABLE: "Some of these were counted in different ways: do not compare them.",
}
