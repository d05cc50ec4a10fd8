"""Whom each end of the finder names, and what stands above them.

A route that is missing, or that visitors may not see, is not named: the next that fits is first then. So each
end names more than one that fits, and ``first`` begins with the one that was made for it.
"""

from ..audiences import Audience
from ..models.named_in_finder import FOR_ANYBODY, FOR_PICTURES, FOR_SURVIVORS, FOR_VICTIMS, FRAUD_IN_SCOTLAND
from .steps import Leaf
from .words import (
    ABOUT_A_PHONE,
    FOR_A_CHILD_ONLINE,
    ON_BEHAVIOUR_OF_ANOTHER,
    ON_BLACKMAIL,
    ON_BLACKMAIL_AT_18,
    ON_BLACKMAIL_OF_A_CHILD,
    ON_FRAUD,
    ON_GANGS,
    ON_MATERIAL,
    ON_OWN_BEHAVIOUR,
    ON_PICTURES_FROM_CHILDHOOD,
    ON_PICTURES_OF_AN_ADULT,
    TO_A_CHILD,
    TO_A_CHILD_WHO_SAW,
    TO_A_CHILD_WHO_WORRIES,
    TO_SURVIVORS,
    TO_VICTIMS,
    TO_VICTIMS_OR_WITNESSES,
    TO_WITNESSES,
)

HAPPENED, PICTURES = "it-happened-to-me", "someone-has-pictures-of-me"
ABUSE = ("child-sexual-abuse",)
SLAVERY = ("modern-slavery-and-human-trafficking",)
FRAUD = ("fraud", "cyber-crime")
GANGS = ("illegal-drugs", "illegal-firearms", "organised-acquisitive-crime", "money-laundering")
OTHER_CRIME = (*GANGS, "organised-immigration-crime", "bribery-corruption-and-sanctions-evasion")

FOR_CHILDREN_ONLINE = ("ceop-safety-centre", "report-remove")
FOR_ADULTS_WORRIED = ("childrens-social-care", "nspcc-helpline")
FOR_OTHER_NEEDS = (*FOR_ADULTS_WORRIED, "stop-it-now")
ONLY_ONLINE = ("ceop-safety-centre", "internet-watch-foundation")


def material(audience: Audience) -> Leaf:
    """Return whom to tell of abuse material."""
    return Leaf(ON_MATERIAL, audience, ABUSE, first=("internet-watch-foundation",), without=FOR_OTHER_NEEDS)


def slavery(audience: Audience, words=TO_WITNESSES) -> Leaf:
    """Return whom to tell of people who are made to work."""
    named = ("modern-slavery-helpline", "salvation-army-referral-helpline")
    return Leaf(words, audience, SLAVERY, first=named, also=named[1:])


def fraud(audience: Audience, words=ON_FRAUD, also=()) -> Leaf:
    """Return whom to tell of fraud and cyber crime: in Scotland the police."""
    first = ("report-fraud", "police-101", "call-159", *FRAUD_IN_SCOTLAND)
    also = ("call-159", *FRAUD_IN_SCOTLAND, *also)
    return Leaf(words, audience, FRAUD, first=first, also=also, read="i-may-have-been-scammed")


def message(audience: Audience) -> Leaf:
    """Return whom to show a suspicious message."""
    return Leaf((), audience, FRAUD, first=("ncsc",), without=("report-fraud",))


def other_crime(audience: Audience) -> Leaf:
    """Return whom to tell of crimes that no service of their own is for."""
    return Leaf(TO_WITNESSES, audience, OTHER_CRIME, also=("serious-fraud-office",))


def about_a_child(audience: Audience, without=ONLY_ONLINE) -> Leaf:
    """Return whom an adult tells of a child."""
    return Leaf(
        TO_WITNESSES,
        audience,
        ABUSE,
        first=FOR_ADULTS_WORRIED,
        without=without,
        read="worried-about-a-child",
    )


def _child(
    words, first=("childline",), without=FOR_CHILDREN_ONLINE, categories=ABUSE, also=(), read=""
) -> Leaf:
    read = read or "for-children-and-young-people"
    return Leaf(words, Audience.CHILD, categories, first=first, without=without, also=also, read=read)


def _survivor(words, first, also=(), read=HAPPENED) -> Leaf:
    """Return whom an adult tells of what happened to them: those for children online are not for them."""
    return Leaf(
        words,
        Audience.VICTIM_SURVIVOR,
        ABUSE,
        first=first,
        without=ONLY_ONLINE,
        also=(*first, *also, *FOR_ANYBODY),
        last=FOR_ANYBODY,
        read=read,
    )


def _parent(words, first, read) -> Leaf:
    """Return whom a parent tells of what happens online; last what only the child itself can use."""
    return Leaf(
        words,
        Audience.ADULT_WORRIED,
        ABUSE,
        first=first,
        without=("stop-it-now",),
        also=("report-remove",),
        last=("report-remove",),
        read=read,
    )


CHILD = _child(TO_A_CHILD)
CHILD_ONLINE = _child(TO_A_CHILD, first=("childline", "ceop-safety-centre"), without=("report-remove",))
CHILD_WHO_SAW = _child(TO_A_CHILD_WHO_SAW)
CHILD_WHO_WORRIES = _child(TO_A_CHILD_WHO_WORRIES, first=("childline", "shore"), also=("shore",))
CHILD_AND_GANGS = _child(
    ON_GANGS, first=("childline", "fearless"), categories=(*ABUSE, *GANGS), also=("fearless",)
)
PICTURES_UNDER_18 = _child(
    ON_BLACKMAIL_OF_A_CHILD, first=("report-remove", "childline"), without=(), read=PICTURES
)
# Childline is there until 19. Report Remove and CEOP are for those who are under 18.
PICTURES_AT_18 = _child(
    ON_BLACKMAIL_AT_18,
    first=("childline", *FOR_PICTURES, "internet-watch-foundation", "police-101"),
    also=("internet-watch-foundation", *FOR_PICTURES),
    read=PICTURES,
)

CHILD_HARMED_ONLINE = _parent(
    FOR_A_CHILD_ONLINE,
    first=("ceop-safety-centre", *FOR_ADULTS_WORRIED, "internet-watch-foundation"),
    read="worried-about-a-child",
)
FOUND_ON_A_PHONE = _parent(
    ABOUT_A_PHONE,
    first=("ceop-safety-centre", "nspcc-helpline", "police-101"),
    read="messages-on-a-childs-phone",
)
CHILD_MADE_TO_WORK = Leaf(
    TO_WITNESSES,
    Audience.ADULT_WORRIED,
    SLAVERY + ABUSE,
    first=("modern-slavery-helpline", *FOR_ADULTS_WORRIED),
    without=(*ONLY_ONLINE, "stop-it-now"),
)

ABUSED_AS_A_CHILD = _survivor(TO_SURVIVORS, (*FOR_SURVIVORS, "police-101"), also=FOR_VICTIMS)
ABUSED_AS_AN_ADULT = _survivor(TO_SURVIVORS, (*FOR_SURVIVORS[1:], "police-101"), also=FOR_VICTIMS)
PICTURES_FROM_CHILDHOOD = Leaf(
    ON_PICTURES_FROM_CHILDHOOD,
    Audience.VICTIM_SURVIVOR,
    ABUSE,
    first=("internet-watch-foundation", "police-101", *FOR_SURVIVORS),
    without=("ceop-safety-centre",),
    also=(*FOR_SURVIVORS, *FOR_ANYBODY),
    last=FOR_ANYBODY,
    read=PICTURES,
)
PICTURES_OF_AN_ADULT = _survivor(
    ON_PICTURES_OF_AN_ADULT, (*FOR_PICTURES, "police-101"), also=FOR_VICTIMS, read=PICTURES
)
BLACKMAIL = _survivor(
    ON_BLACKMAIL,
    ("police-101", "revenge-porn-helpline"),
    also=(*FOR_PICTURES, *FOR_VICTIMS),
    read=PICTURES,
)
MADE_TO_WORK = slavery(Audience.VICTIM_SURVIVOR, TO_VICTIMS)
FRAUD_TO_ME = fraud(Audience.VICTIM_SURVIVOR, (*TO_VICTIMS, *ON_FRAUD), also=FOR_VICTIMS)
# Crimestoppers takes nothing from victims about what happened to them: its card says so.
OTHER_CRIME_TO_ME = Leaf(
    TO_VICTIMS_OR_WITNESSES,
    Audience.VICTIM_SURVIVOR,
    OTHER_CRIME,
    also=("crimestoppers", *FOR_VICTIMS, "serious-fraud-office"),
)

OWN_BEHAVIOUR = Leaf(ON_OWN_BEHAVIOUR, Audience.OWN_BEHAVIOUR, ABUSE, first=("stop-it-now",))
BEHAVIOUR_OF_ANOTHER = Leaf(
    ON_BEHAVIOUR_OF_ANOTHER,
    Audience.ADULT_WORRIED,
    ABUSE,
    first=("stop-it-now", *FOR_ADULTS_WORRIED),
    without=ONLY_ONLINE,
)
IN_DANGER = Leaf(("You do not need to be sure. You do not need proof.",), heading="Call 999 now")
