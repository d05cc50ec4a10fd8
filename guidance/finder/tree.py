"""The questions of the finder, and whom each end of it names.

Codes of answers are single letters without meaning, so that no address tells what it is about. Do
not change one or use one again: people keep addresses. The words follow the portal's rules: kind to
children and to those it happened to, "an adult you trust", no shame, nothing that is not checked.
"""

from ..audiences import Audience
from .steps import Answer, Leaf, Question

ABUSE = ("child-sexual-abuse",)
SLAVERY = ("modern-slavery-and-human-trafficking",)
FRAUD = ("fraud", "cyber-crime")
OTHER_CRIME = (
    "illegal-drugs",
    "illegal-firearms",
    "organised-immigration-crime",
    "organised-acquisitive-crime",
    "money-laundering",
    "bribery-corruption-and-sanctions-evasion",
)

TO_A_CHILD = (
    "It is not your fault. You do not have to find the right words: you can start with a little.",
    "You can also tell an adult you trust. It could be someone at school.",
)
TO_A_CHILD_WHO_SAW = (*TO_A_CHILD, "Please do not copy it or send it on.")
TO_A_CHILD_WHO_WORRIES = (
    "Asking for help is a good step. You do not have to find the right words: you can start with a little.",
    "You can also talk to an adult you trust. It could be someone at school.",
)
TO_VICTIMS = ("It is not your fault. You choose what to say, and you can start with a little.",)
TO_WITNESSES = ("You do not need to be sure. You do not need proof. Please do not look into it yourself.",)
TO_VICTIMS_OR_WITNESSES = (
    "If it happened to you, it is not your fault. Tell the police.",
    "If you know about it, you do not need to be sure. You do not need proof. "
    "Please do not look into it yourself.",
)
ON_MATERIAL = (*TO_WITNESSES, "Never copy, forward or attach the material.")
ON_BEHAVIOUR = (
    "You do not have to wait until something has happened. Asking for help is a good step.",
    "If it is about someone else, you can talk too. You may care about them and still be worried.",
)

FOR_CHILDREN_ONLINE = ("ceop-safety-centre", "report-remove")
FOR_ADULTS_WORRIED = ("childrens-social-care", "nspcc-helpline")
FOR_OTHER_NEEDS = (*FOR_ADULTS_WORRIED, "stop-it-now")
ONLY_ONLINE = ("ceop-safety-centre", "internet-watch-foundation")


def _material(audience: Audience) -> Leaf:
    return Leaf(ON_MATERIAL, audience, ABUSE, first=("internet-watch-foundation",), without=FOR_OTHER_NEEDS)


def _slavery(audience: Audience, words=TO_WITNESSES) -> Leaf:
    return Leaf(words, audience, SLAVERY, first=("modern-slavery-helpline",))


def _fraud(audience: Audience, words=()) -> Leaf:
    return Leaf(words, audience, FRAUD, first=("report-fraud", "police-101"))


def _message(audience: Audience) -> Leaf:
    return Leaf((), audience, FRAUD, first=("ncsc",), without=("report-fraud",))


def _other_crime(audience: Audience) -> Leaf:
    return Leaf(TO_WITNESSES, audience, OTHER_CRIME)


def _child(words, first=("childline",), without=FOR_CHILDREN_ONLINE) -> Leaf:
    return Leaf(words, Audience.CHILD, ABUSE, first=first, without=without)


FROM_A_CHILD = Question(
    "What is it about?",
    (
        Answer("k", "Someone hurts me, scares me or makes me do things", _child(TO_A_CHILD)),
        Answer(
            "m",
            "Someone online",
            _child(TO_A_CHILD, first=("childline", "ceop-safety-centre"), without=("report-remove",)),
        ),
        Answer(
            "n",
            "Pictures or videos of me",
            _child(TO_A_CHILD, first=("report-remove", "childline"), without=()),
        ),
        Answer("p", "Something I saw online", _child(TO_A_CHILD_WHO_SAW)),
        Answer("r", "My own thoughts, or something I have done", _child(TO_A_CHILD_WHO_WORRIES)),
        Answer("s", "Something else", _child(TO_A_CHILD)),
    ),
)


def _about_a_child(audience: Audience, without: tuple[str, ...], first=FOR_ADULTS_WORRIED) -> Leaf:
    return Leaf(TO_WITNESSES, audience, ABUSE, first=first, without=without)


FROM_A_WORRIED_ADULT = Question(
    "What is it about?",
    (
        Answer(
            "k",
            "A child who may be harmed or abused",
            _about_a_child(Audience.ADULT_WORRIED, without=ONLY_ONLINE),
        ),
        Answer(
            "m",
            "Something that happens to a child online",
            _about_a_child(Audience.ADULT_WORRIED, without=("stop-it-now",), first=("ceop-safety-centre",)),
        ),
        Answer("n", "Abuse material that I came across", _material(Audience.ADULT_WORRIED)),
        Answer(
            "p",
            "A child who is made to work, or is controlled by someone",
            Leaf(
                TO_WITNESSES,
                Audience.ADULT_WORRIED,
                SLAVERY + ABUSE,
                first=("modern-slavery-helpline", *FOR_ADULTS_WORRIED),
                without=(*ONLY_ONLINE, "stop-it-now"),
            ),
        ),
        Answer(
            "s",
            "Something else",
            _about_a_child(Audience.ADULT_WORRIED, without=ONLY_ONLINE),
        ),
    ),
)

FROM_AN_ADULT = Question(
    "What is it about?",
    (
        Answer(
            "k",
            "Sexual abuse, or sexual images of me",
            Leaf(TO_VICTIMS, Audience.VICTIM_SURVIVOR, ABUSE, first=("police-101",)),
        ),
        Answer(
            "m",
            "Being made to work, or being controlled by someone",
            _slavery(Audience.VICTIM_SURVIVOR, TO_VICTIMS),
        ),
        Answer("n", "Fraud or cyber crime", _fraud(Audience.VICTIM_SURVIVOR, TO_VICTIMS)),
        Answer("p", "An email or text that looks suspicious", _message(Audience.VICTIM_SURVIVOR)),
        Answer("r", "Abuse material that I came across", _material(Audience.VICTIM_SURVIVOR)),
        Answer(
            "s",
            "Another crime, or something I know",
            # Crimestoppers takes nothing from victims about what happened to them: its card says so.
            Leaf(TO_VICTIMS_OR_WITNESSES, Audience.VICTIM_SURVIVOR, OTHER_CRIME, also=("crimestoppers",)),
        ),
    ),
)


def _at_work(audience: Audience) -> tuple[Answer, ...]:
    return (
        Answer("n", "Abuse material that we came across", _material(audience)),
        Answer("p", "People who are made to work, or are controlled by someone", _slavery(audience)),
        Answer("r", "Fraud or cyber crime", _fraud(audience)),
        Answer("t", "An email or text that looks suspicious", _message(audience)),
        Answer("s", "Another crime, or something we know", _other_crime(audience)),
    )


FROM_A_PROFESSIONAL = Question(
    "What is it about?",
    (
        Answer(
            "k",
            "A child who may be harmed or abused",
            _about_a_child(Audience.PROFESSIONAL, without=("internet-watch-foundation",)),
        ),
        *_at_work(Audience.PROFESSIONAL),
    ),
)
FROM_AN_ORGANISATION = Question("What is it about?", _at_work(Audience.ORGANISATION))

ON_OWN_BEHAVIOUR = Leaf(ON_BEHAVIOUR, Audience.OWN_BEHAVIOUR, ABUSE, first=("stop-it-now",))
IN_DANGER = Leaf(("You do not need to be sure. You do not need proof.",), heading="Call 999 now")

START = Question(
    "Is anyone in danger now?",
    (
        Answer("c", "I am under 19", FROM_A_CHILD),
        Answer("d", "I am an adult, and I am worried about a child", FROM_A_WORRIED_ADULT),
        Answer("f", "I am an adult, and it happened to me or I know about it", FROM_AN_ADULT),
        Answer(
            "g",
            "I am an adult, and I worry about thoughts or behaviour: my own or someone else's",
            ON_OWN_BEHAVIOUR,
        ),
        Answer("h", "I ask because I work with children or the public", FROM_A_PROFESSIONAL),
        Answer("j", "I ask for an organisation or a business", FROM_AN_ORGANISATION),
    ),
    urgent=Answer("b", "Yes, someone is in danger now", IN_DANGER),
    then_asks="If not, who are you?",
)
