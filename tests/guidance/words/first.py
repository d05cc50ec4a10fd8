"""Searches in which it matters who comes first: nobody in danger, no child and no victim is sent astray.

Each has the slug of the route, or the address of the page, that must lead, what else must be there, and
what must not.
"""

from typing import NamedTuple

from .needs import YOUNG

HAPPENED = "/what-you-can-do/it-happened-to-me/"
ASKS = "/next/"
PICTURES = "/what-you-can-do/someone-has-pictures-of-me/"
WORRIED = "/what-you-can-do/worried-about-a-child/"
SIGNS = "/what-you-can-do/signs-to-look-for/"
LEAVING = "/leaving-this-site/"


class Case(NamedTuple):
    """Searches of one need."""

    first: str
    also: set[str]
    never: set[str]
    queries: tuple[str, ...]


CASES = [
    Case(
        "emergency",
        {"childline", YOUNG},
        {"crimestoppers", "cyber-and-fraud-hub-scotland"},
        (
            "suicidal",
            "i am 45 and want to die",
            "overdose",
            "i was scammed and want to die",
            "my son says he wants to die",
            "i took all my tablets",
            "took too many pills",
            "my daughter took paracetamol",
            "my daughter took tablets",
            "i hate myself",
            "i want to disappear",
            "thinking about ending it",
            "i cant do this anymore",
        ),
    ),
    Case(
        "emergency",
        set(),
        {"call-159", "report-fraud"},
        ("my son says he wants to die", "i took all my tablets"),
    ),
    Case(
        "childline",
        {"police-101", YOUNG},
        set(),
        (
            "i am being made to carry drugs",
            "gang wants me to join",
            "i owe my dealer money",
            "they make me sell drugs",
            "gang hid drugs in my house",
            "how do i leave a gang",
        ),
    ),
    Case("emergency", {"police-101"}, {"crimestoppers"}, ("someone has been stabbed", "he pulled a knife")),
    Case(
        "police-101",
        {"/categories/organised-acquisitive-crime/"},
        {"crimestoppers"},
        ("i was robbed", "i got mugged", "my bike was stolen", "we were burgled"),
    ),
    Case(HAPPENED, {"police-101"}, {"crimestoppers"}, ("i was drugged", "someone drugged me")),
    Case(
        "police-101",
        {"childline", "report-fraud", SIGNS, "/categories/money-laundering/"},
        {"crimestoppers"},
        ("money mule", "i lent my bank account"),
    ),
    Case(
        "stop-it-now",
        {"/what-you-can-do/worried-about-thoughts-or-behaviour/"},
        {"childline", HAPPENED},
        ("i touched a child", "i abused a child", "i touched my sister"),
    ),
    Case("childline", set(), {"stop-it-now"}, ("my brother hurt me", "my brother touched me")),
    Case(
        HAPPENED,
        {"police-101"},
        {"stop-it-now", "nspcc-helpline", "childrens-social-care"},
        ("i was abused as a child", "i was touched as a child", "rape", "i was raped"),
    ),
    Case(
        "nspcc-helpline",
        {WORRIED},
        {"stop-it-now"},
        ("i think a child is being abused", "he hurt my child", "my child is being abused"),
    ),
    Case(
        "emergency",
        {"police-101", HAPPENED},
        set(),
        ("scared of my husband", "my wife hits me", "domestic violence", "my husband raped me"),
    ),
    Case("emergency", {HAPPENED}, {"childline"}, ("he wont let me go out", "scared of my husband")),
    Case(ASKS, {"police-101"}, {"childline", "report-remove"}, ("i am scared of him", "worried")),
    Case(
        "nspcc-helpline",
        {WORRIED},
        {"childline"},
        (
            "children",
            "my 12 year old girl needs help",
            "my child told me her uncle touched her",
            "my son is talking to a stranger on roblox",
            "fgm",
        ),
    ),
    Case("nspcc-helpline", {WORRIED, YOUNG}, {"childline"}, ("grooming",)),
    Case(
        "childline",
        {YOUNG, "nspcc-helpline", WORRIED},
        set(),
        (
            "my dad hits my brother",
            "he touched my sister",
            "teacher touched my friend",
            "my friend is being abused",
        ),
    ),
    Case(
        "childline",
        {"report-remove", PICTURES, YOUNG},
        set(),
        ("sextortion", "they will send my nudes to everyone"),
    ),
    Case("childline", {PICTURES}, set(), ("my ex is threatening to send my nudes",)),
    Case(ASKS, {"police-101"}, {"report-remove", PICTURES}, ("someone is threatening me", "threat")),
    Case(
        "modern-slavery-helpline",
        set(),
        {"crimestoppers"},
        ("asylum help", "i am an asylum seeker and scared"),
    ),
    Case("emergency", set(), set(), ("people banging in a lorry", "people in a container", "boat sinking")),
    Case("childline", {YOUNG}, {"report-fraud"}, ("cyberbullying", "online bullying")),
    Case(
        "emergency",
        {"police-101", LEAVING},
        {"report-fraud"},
        ("cyberstalking", "my boyfriend is tracking my phone", "airtag in my bag", "stalkerware"),
    ),
    Case("modern-slavery-helpline", {"nspcc-helpline"}, set(), ("forced marriage",)),
    Case("stop-it-now", set(), {"ceop-safety-centre"}, ("my husband was arrested for child abuse images",)),
]
# Nothing of these says that its writer is in trouble.
NOT_MET = ("refugee", "migrants", "visa", "marriage")
