"""Phone numbers: kept in international form, shown as people in the UK write and remember them.

What is kept is always made from what the parser read, so that no other number is stored than the one
that was checked. A service's own groups are kept ("08000 121 700"), since that is how people have
learnt the number; a number typed without groups is given the usual ones.
"""

import re
import unicodedata

import phonenumbers

REGION = "GB"
COUNTRY = "+44"
MAX_SHORT_DIGITS = 6
# What a number may be typed with; letters, "ext." and "#" would be read as digits of another number.
TYPED = re.compile(r"[+(]?[0-9][0-9 ().+-]*")
_DIGITS = re.compile(r"[0-9]+")
_NO_DIGIT = re.compile(r"[^0-9]")
# Dialled before a number to call it by relay, from a textphone or to one.
RELAY = re.compile(r"(1800[12]) ?(?=[0-9+(])")
RELAY_KEPT = re.compile(r"1800[12] ")
# The numbers for services of social value, such as 116 123, are shared by many countries.
OF_SOCIAL_VALUE = re.compile(r"116\d{3}")
# Short and in use, but not in the library's list: for text messages that look like fraud.
SHORT_NUMBERS_BESIDES = {"7726"}


class WrongNumberError(ValueError):
    """What was typed is no phone number that can be called from the UK."""


def _tidied(typed: str) -> str:
    """Return what was typed without what copying brings along: invisible marks, wide digits, odd dashes."""
    plain = unicodedata.normalize("NFKC", typed)
    kept = ("-" if unicodedata.category(char) == "Pd" else char for char in plain)
    return " ".join("".join(char for char in kept if unicodedata.category(char) != "Cf").split())


def _digits(text: str) -> str:
    return _NO_DIGIT.sub("", text)


def _parsed(typed: str) -> phonenumbers.PhoneNumber:
    try:
        return phonenumbers.parse(typed, REGION)
    except phonenumbers.NumberParseException as error:
        raise WrongNumberError(typed) from error


def _short(digits: str) -> str:
    known = phonenumbers.is_valid_short_number_for_region(_parsed(digits), REGION)
    if digits.startswith("0") or not (known or digits in SHORT_NUMBERS_BESIDES):
        raise WrongNumberError(digits)
    return digits


def _in_typed_groups(typed: str, number: phonenumbers.PhoneNumber) -> str:
    """Return the number's own digits in the groups they were typed in, or in the usual ones."""
    own = str(number.national_number)
    places = [place for place, char in enumerate(typed) if char.isdigit()]
    groups = _DIGITS.findall(typed[places[-len(own)] :])
    if len(groups) > 1 and "".join(groups) == own:
        return f"{COUNTRY} {' '.join(groups)}"
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def international(typed: str) -> str:
    """Return the number as it is kept: "+44 808 800 5000". Short numbers such as 999 stay as they are.

    Raises:
        WrongNumberError: if there is no such number, or if there is more than a number.
    """
    tidied = _tidied(typed)
    if not TYPED.fullmatch(tidied):
        raise WrongNumberError(typed)
    if relay := RELAY.match(tidied):
        number = tidied[relay.end() :]
        if RELAY.match(number):
            raise WrongNumberError(typed)
        return f"{relay[1]} {national(international(number))}"
    digits = _digits(tidied)
    if len(digits) <= MAX_SHORT_DIGITS and "+" not in tidied:
        return _short(digits)
    number = _parsed(tidied)
    if number.extension or not phonenumbers.is_valid_number(number):
        raise WrongNumberError(typed)
    if number.country_code == 44:
        return _in_typed_groups(tidied, number)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def is_in_uk(kept: str) -> bool:
    """Whether a number as it is kept is one of the UK: not of the islands that share its country code."""
    number = RELAY_KEPT.sub("", kept)
    if len(_digits(number)) <= MAX_SHORT_DIGITS:
        return True
    return phonenumbers.is_valid_number_for_region(_parsed(number), REGION)


def national(kept: str) -> str:
    """Return the number as it is shown: "0808 800 5000"; one of another country keeps its "+"."""
    if OF_SOCIAL_VALUE.fullmatch(kept):
        return f"{kept[:3]} {kept[3:]}"
    return f"0{kept.removeprefix(f'{COUNTRY} ')}" if kept.startswith(f"{COUNTRY} ") else kept


def dialled(kept: str) -> str:
    """Return the number as a link dials it: "+448088005000"."""
    return kept.replace(" ", "").replace("-", "")
