"""The questions of the finder. Whom each end of it names: see ``leaves``.

Codes of answers are single letters without meaning, so that no address tells what it is about. Do
not change one or use one again: people keep addresses. The words follow the portal's rules: kind to
children and to those it happened to, "an adult you trust", no shame, nothing that is not checked.
"""

from ..audiences import Audience
from . import leaves
from .steps import Answer, Question

ABOUT = "What is it about?"

PICTURES_OF_A_CHILD = Question(
    "How old are you?",
    (
        Answer("k", "I am under 18", leaves.PICTURES_UNDER_18),
        Answer("m", "I am 18", leaves.PICTURES_AT_18),
    ),
)

FROM_A_CHILD = Question(
    ABOUT,
    (
        Answer("k", "Someone hurts me, scares me or makes me do things", leaves.CHILD),
        Answer("m", "Someone online", leaves.CHILD_ONLINE),
        Answer("n", "Pictures or videos of me", PICTURES_OF_A_CHILD),
        Answer("q", "A gang, drugs, weapons, or money that is not mine", leaves.CHILD_AND_GANGS),
        Answer("p", "Something I saw online", leaves.CHILD_WHO_SAW),
        Answer("r", "My own thoughts, or something I have done", leaves.CHILD_WHO_WORRIES),
        Answer("s", "Something else", leaves.CHILD),
    ),
)

FROM_A_WORRIED_ADULT = Question(
    ABOUT,
    (
        Answer("k", "A child who may be harmed or abused", leaves.about_a_child(Audience.ADULT_WORRIED)),
        Answer("m", "Something that happens to a child online", leaves.CHILD_HARMED_ONLINE),
        Answer("r", "Messages or pictures that I found on my child's phone", leaves.FOUND_ON_A_PHONE),
        Answer("n", "Abuse material that I came across", leaves.material(Audience.ADULT_WORRIED)),
        Answer("p", "A child who is made to work, or is controlled by someone", leaves.CHILD_MADE_TO_WORK),
        Answer("s", "Something else", leaves.about_a_child(Audience.ADULT_WORRIED)),
    ),
)

SEXUAL_ABUSE_OR_IMAGES = Question(
    ABOUT,
    (
        Answer("k", "Sexual abuse when I was a child", leaves.ABUSED_AS_A_CHILD),
        Answer("m", "Sexual abuse, rape or assault when I was an adult", leaves.ABUSED_AS_AN_ADULT),
        Answer("n", "Pictures or videos of me from when I was under 18", leaves.PICTURES_FROM_CHILDHOOD),
        Answer("p", "Pictures or videos of me as an adult", leaves.PICTURES_OF_AN_ADULT),
        Answer("q", "Someone threatens me with pictures, or wants money for them", leaves.BLACKMAIL),
    ),
)

FROM_AN_ADULT = Question(
    ABOUT,
    (
        Answer("k", "Sexual abuse, or sexual images of me", SEXUAL_ABUSE_OR_IMAGES),
        Answer("m", "Being made to work, or being controlled by someone", leaves.MADE_TO_WORK),
        Answer("n", "Fraud or cyber crime", leaves.FRAUD_TO_ME),
        Answer("p", "An email or text that looks suspicious", leaves.message(Audience.VICTIM_SURVIVOR)),
        Answer("r", "Abuse material that I came across", leaves.material(Audience.VICTIM_SURVIVOR)),
        Answer("s", "Another crime, or something I know", leaves.OTHER_CRIME_TO_ME),
    ),
)


def _at_work(audience: Audience) -> tuple[Answer, ...]:
    return (
        Answer("n", "Abuse material that we came across", leaves.material(audience)),
        Answer("p", "People who are made to work, or are controlled by someone", leaves.slavery(audience)),
        Answer("r", "Fraud or cyber crime", leaves.fraud(audience)),
        Answer("s", "Another crime, or something we know", leaves.other_crime(audience)),
    )


FROM_A_PROFESSIONAL = Question(
    ABOUT,
    (
        Answer(
            "k",
            "A child who may be harmed or abused",
            leaves.about_a_child(Audience.PROFESSIONAL, without=("internet-watch-foundation",)),
        ),
        *_at_work(Audience.PROFESSIONAL),
    ),
)
FROM_AN_ORGANISATION = Question(ABOUT, _at_work(Audience.ORGANISATION))

BEHAVIOUR = Question(
    "Whose thoughts or behaviour worry you?",
    (
        Answer("k", "My own", leaves.OWN_BEHAVIOUR),
        Answer("m", "Someone else's", leaves.BEHAVIOUR_OF_ANOTHER),
    ),
)

START = Question(
    "Is anyone in danger now?",
    (
        Answer("c", "I am under 19", FROM_A_CHILD),
        Answer("d", "I am an adult, and I am worried about a child", FROM_A_WORRIED_ADULT),
        Answer("f", "I am an adult. A crime or abuse happened to me, or I know about one", FROM_AN_ADULT),
        Answer(
            "g", "I am an adult. Sexual thoughts or behaviour worry me: my own or someone else's", BEHAVIOUR
        ),
        Answer("h", "I ask because I work with children or the public", FROM_A_PROFESSIONAL),
        Answer("j", "I ask for an organisation or a business", FROM_AN_ORGANISATION),
    ),
    urgent=Answer("b", "Yes, someone is in danger now", leaves.IN_DANGER),
    then_asks="If not, who are you?",
)
