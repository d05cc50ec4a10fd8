"""What no page may say, because it is unproven, disputed or does harm. Each row says why."""

import re
from functools import cache

import pytest
from django.test import Client
from wagtail.models import Page

from guidance.finder.addresses import every_address
from tests.readability import sentences_of

pytestmark = pytest.mark.django_db
HELP = "/what-you-can-do/"
EVERYWHERE = "/"
SCAM = f"{HELP}i-may-have-been-scammed/"
PICTURES = f"{HELP}someone-has-pictures-of-me/"
MESSAGES = f"{HELP}messages-on-a-childs-phone/"
SURVIVOR = f"{HELP}it-happened-to-me/"
SPEAK = f"{HELP}if-you-cannot-speak/"
SIGNS = f"{HELP}signs-to-look-for/"
CHILDREN = f"{HELP}for-children-and-young-people/"

# Where (an address and all below it), what no sentence there may match, and what excuses one that does.
NEVER = [
    # Scams: nobody can promise money, and the amounts and bodies may have changed.
    (EVERYWHERE, r"you (?:will|shall) (?:surely )?(?:get|have) (?:all )?(?:of )?your money back", None),
    (EVERYWHERE, r"£ ?415,000|£ ?85,000", None),
    (EVERYWHERE, r"five (?:working |business )?days", r"\bmost\b"),
    (EVERYWHERE, r"Payment Systems Regulator|Financial Conduct Authority", None),
    (EVERYWHERE, r"credit unions", r"\bnot\b"),
    (EVERYWHERE, r"\b159\b.*\b(?:free|every bank|all banks)\b|\bfree\b.*\b159\b", r"\bnot\b"),
    (EVERYWHERE, r"Report Fraud\b.*\b(?:is free|day and night|24 hours)", None),
    (EVERYWHERE, r"Action Fraud", r"\b(?:replaced|was|before|old)\b"),
    (SCAM, r"crypto|gift card|abroad", None),
    (EVERYWHERE, r"police (?:will )?(?:look into|investigate) (?:every|each|all)", None),
    # Pictures and messages: no promise, no fright, and no advice that makes a crime of help.
    (HELP, r"(?:they|he|she) will not (?:share|do) (?:it|that|them)", None),
    (HELP, r"gone for ?ever|(?:nobody|no one) will ever see", None),
    (EVERYWHERE, r"you have broken the law|you broke the law", None),
    (EVERYWHERE, r"police will (?:not )?do (?:nothing|anything)", None),
    (MESSAGES, r"screen ?shot", None),
    (CHILDREN, r"screen ?shot", None),
    (PICTURES, r"\bdelet", r"\bnot\b|\bnever\b|\bcannot\b"),
    (MESSAGES, r"\bdelet", r"\bnot\b|\bnever\b"),
    (
        PICTURES,
        r"(?:in|across) the (?:whole )?UK\b.*\bcrime|\bcrime\b.*(?:in|across) the (?:whole )?UK",
        None,
    ),
    (PICTURES, r"anonym", None),
    (HELP, r"\btake (?:the|their|your child's) phone(?: or tablet)? away", None),
    (HELP, r"\bnever take (?:the|their) phone", None),
    (EVERYWHERE, r"(?:Marie Collins|Ivison).*(?:helpline|number|call|\d{4})", None),
    # It happened to me: rights differ by nation and by crime.
    (EVERYWHERE, r"no time limit", r"telling the police"),
    (EVERYWHERE, r"anonymous for life", None),
    (EVERYWHERE, r"(?:no one|nobody) will know your name", None),
    (EVERYWHERE, r"\b(?:every|each|all) (?:ISVA|independent (?:sexual violence )?advis)", None),
    (SURVIVOR, r"fresh look.*\bdays\b", None),
    (EVERYWHERE, r"802 ?9999", None),
    (EVERYWHERE, r"Rowan.*\d{3}", None),
    (HELP, r"will (?:be charged|lead to a charge|go to prison)", None),
    (EVERYWHERE, r"Victims' Code", None),
    # If you cannot speak: a wrong order or a wrong hope can cost a life.
    (EVERYWHERE, r"999,? (?:and )?(?:then )?55\b", None),
    (EVERYWHERE, r"55 (?:shows|tells)|(?:shows?|see) where you are.*\b55", r"\bnot\b"),
    (EVERYWHERE, r"55.*(?:home phone|landline)", r"\bnot\b"),
    (EVERYWHERE, r"silent call.*(?:brings?|enough)", r"\bnot\b"),
    (EVERYWHERE, r"67101|07624", None),
    (EVERYWHERE, r"61016", r"\bnot\b.*emergency"),
    (EVERYWHERE, r"999.*\bWelsh", None),
    # Signs: they fit very many people and shame them, or teach how it is done, or count what nobody counted.
    (
        SIGNS,
        r"nationality|ethnic|migra|foreign|accent|language|\bskin\b|travel(?:s|ling)? in (?:a )?group",
        None,
    ),
    (SIGNS, r"bruis|bleed|infection|pregnan|recruit", None),
    (EVERYWHERE, r"cuckooing is (?:a crime|an offence|illegal|against the law)", None),
    (EVERYWHERE, r"(?:1|one) in (?:20|twenty) children", None),
    (EVERYWHERE, r"14 years", r"up to 14 years"),
    (HELP, r"14 years", None),
    (EVERYWHERE, r"(?:two|three|several|\d) signs? (?:mean|is abuse|are proof)", None),
    (CHILDREN, r"prison|criminal record|offenders' register", None),
    # Words that blame or belittle, and ways to what nobody should find.
    (EVERYWHERE, r"child porn|kiddie|child prostitut|\bp(?:a?e)do(?:phile|\b)", None),
    (EVERYWHERE, r"\bhistoric(?:al)? (?:child |sexual )*abuse", None),
    (EVERYWHERE, r"illegal (?:im)?migrants?\b", None),
    (EVERYWHERE, r"\.onion\b", None),
    # Numbers that are made into something else.
    (EVERYWHERE, r"8\.3 million children|images of 8\.3 million", None),
    (EVERYWHERE, r"£(?:37|47|20|21) billion|(?:hundreds|tens) of billions", None),
    (EVERYWHERE, r"half of (?:all )?offenders", None),
]


@cache
def sentences_by_address() -> dict[str, list[str]]:
    """Return what each page and each step of the finder says; no test here changes the content."""
    pages = [page.url for page in Page.objects.filter(depth__gte=2).live().specific()]
    client = Client()
    return {
        address: sentences_of(client.get(address).content.decode()) for address in (*pages, *every_address())
    }


@pytest.mark.parametrize(("where", "pattern", "excuse"), NEVER)
def test_no_page_says_it(where, pattern, excuse):
    said = [
        (address, sentence)
        for address, sentences in sentences_by_address().items()
        if address.startswith(where)
        for sentence in sentences
        if re.search(pattern, sentence, re.IGNORECASE)
        and not (excuse and re.search(excuse, sentence, re.IGNORECASE))
    ]
    assert said == []
    assert any(address.startswith(where) for address in sentences_by_address())


def before_and_after(address: str, heading: str) -> tuple[str, str]:
    """Return what a page says before and after a heading."""
    sentences = sentences_by_address()[address]
    at = len(sentences) - 1 - sentences[::-1].index(heading)  # a link at the top may say the same
    return " ".join(sentences[:at]), " ".join(sentences[at:])


def test_screenshots_are_for_adults_only_and_children_are_not_frightened_with_the_law():
    under_18, adults = before_and_after(PICTURES, "I am 18 or over")
    assert "screenshot" not in under_18
    assert "screenshot" in adults
    assert not re.search(r"prison|record|register|offence", under_18)
    law = "It is against the law for anyone to make, keep or share sexual pictures of someone under 18."
    assert f"{law} That law is there to protect you. You are not to blame" in under_18


def test_the_law_on_pictures_is_told_for_each_nation_and_asks_for_no_ill_will_in_england_and_wales():
    _, law = before_and_after(PICTURES, "The law, if you are 18 or over")
    england, _, rest = law.partition("Scotland:")
    assert "England and Wales:" in england
    assert "upset" not in england
    assert "upset" in rest.partition("Northern Ireland:")[2]


def test_who_texts_999_is_told_first_to_sign_up():
    for address, sentences in sentences_by_address().items():
        text = " ".join(sentences)
        if found := re.search(r"\btext 999 and\b", text, re.IGNORECASE):
            assert "You must sign up first" in text[: found.start()], address


def test_the_laws_own_term_for_pictures_of_abuse_is_explained_where_it_stands():
    for address, sentences in sentences_by_address().items():
        text = " ".join(sentences)
        if "ndecent images of children" in text:
            assert "child sexual abuse material" in text, address


def test_no_page_of_help_asks_anybody_to_write_what_happened(client):
    for address in sentences_by_address():
        if address.startswith(HELP):
            assert "<textarea" not in client.get(address).content.decode(), address
