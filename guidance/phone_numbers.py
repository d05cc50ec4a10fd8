"""Phone numbers: kept in international form, shown as people in the UK write and remember them.

A service's own groups are kept ("08000 121 700"), since that is how people have learnt the number;
a number typed without groups is given the usual ones.
"""

import phonenumbers

REGION = "GB"
COUNTRY = "+44"


class WrongNumberError(ValueError):
    """What was typed is no phone number that can be called from the UK."""


def _parsed(typed: str) -> phonenumbers.PhoneNumber:
    try:
        return phonenumbers.parse(typed, REGION)
    except phonenumbers.NumberParseException as error:
        raise WrongNumberError(typed) from error


def international(typed: str) -> str:
    """Return the number as it is kept: "+44 808 800 5000". Short numbers such as 999 stay as they are.

    Raises:
        WrongNumberError: if there is no such number.
    """
    typed = " ".join(typed.split())
    digits = typed.replace(" ", "")
    if len(digits) <= 6 and digits.isdigit():
        # 7726 and its like are not in the library's list, only possible by their length.
        if digits.startswith("0") or not phonenumbers.is_possible_short_number_for_region(
            _parsed(digits), REGION
        ):
            raise WrongNumberError(typed)
        return digits
    number = _parsed(typed)
    if not phonenumbers.is_valid_number(number):
        raise WrongNumberError(typed)
    if number.country_code == 44 and " " in typed and typed.replace(" ", "").isdigit():
        return f"{COUNTRY} {typed[1:].strip()}"
    if typed.startswith(f"{COUNTRY} ") and typed[1:].replace(" ", "").isdigit():
        return typed
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def national(kept: str) -> str:
    """Return the number as it is shown: "0808 800 5000"; one of another country keeps its "+"."""
    return f"0{kept.removeprefix(f'{COUNTRY} ')}" if kept.startswith(f"{COUNTRY} ") else kept


def dialled(kept: str) -> str:
    """Return the number as a link dials it: "+448088005000"."""
    return kept.replace(" ", "").replace("-", "")
