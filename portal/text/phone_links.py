"""Links in rich text that dial a number: the number dialled is the one that the words say.

Editors type both apart from each other, so that one of them is easily changed alone.
"""

import re
from collections.abc import Iterator
from html import unescape

from django.core.exceptions import ValidationError
from wagtail.blocks import StructBlockValidationError
from wagtail.fields import RichTextField
from wagtail.rich_text import RichText

# Links do not nest, so that a link's words end where the next tag of a link stands.
LINK_TAG = re.compile(r"</?a\b(?P<attributes>[^<>]*)>", re.IGNORECASE)
HREF = re.compile(r"""\bhref=["'](?:tel|sms):(?P<number>[^"'<>]*)""", re.IGNORECASE)
ANY_TAG = re.compile(r"<[^<>]*>")
_NOT_DIALLED = re.compile(r"[^0-9+]")
_GROUPING = re.compile(r"[ ()-]")
DIALLED = re.compile(r"\+?[0-9]{3,15}")
# A number as it is written in words; shorter ones are ages, hours and days.
WRITTEN = re.compile(r"\+?[0-9][0-9 ().\-\u00a0\u2010-\u2013]*")
FEWEST_DIGITS = 3


def _dialling_links(rich_text: str) -> Iterator[tuple[str, str]]:
    """Yield what each link dials, and its words."""
    tags = list(LINK_TAG.finditer(rich_text))
    ends = [*(tag.start() for tag in tags), len(rich_text)][1:]
    for tag, end in zip(tags, ends, strict=False):
        if dials := HREF.search(tag["attributes"]):
            yield unescape(dials["number"]), unescape(ANY_TAG.sub("", rich_text[tag.end() : end]))


def _plain(number: str) -> str:
    """Return the digits as one dials them in the UK, so that both ways of writing a number are the same."""
    digits = _NOT_DIALLED.sub("", number)
    for country in ("+44", "0044"):
        if digits.startswith(country):
            return "0" + digits.removeprefix(country).lstrip("0")
    return digits


def _numbers(words: str) -> set[str]:
    """Return the numbers in the words, as one dials them."""
    found = (_plain(number) for number in WRITTEN.findall(words))
    return {number for number in found if len(number.lstrip("+")) >= FEWEST_DIGITS}


def problem_of(rich_text: str) -> str:
    """Return what is wrong with the first link that dials otherwise than it says, or nothing."""
    for number, words in _dialling_links(rich_text):
        if not DIALLED.fullmatch(_GROUPING.sub("", number)):
            return f"The link “{words}” dials “{number}”, which is not a number. Correct the link."
        if _numbers(words) - {_plain(number)}:
            return (
                f"The words “{words}” say another number than the link dials, {number}. Correct one of them."
            )
    return ""


def refuse_unlike_numbers(record) -> None:
    """Refuse a page or another record with such a link in one of its rich texts.

    Raises:
        ValidationError: by the names of the fields.
    """
    texts = [field.name for field in record._meta.fields if isinstance(field, RichTextField)]
    problems = {name: problem_of(getattr(record, name) or "") for name in texts}
    if problems := {name: problem for name, problem in problems.items() if problem}:
        raise ValidationError(problems)


class NumbersAgree:
    """For a block with rich text: refuses such links in it."""

    def clean(self, value):
        cleaned = super().clean(value)
        if isinstance(cleaned, RichText):
            if problem := problem_of(cleaned.source):
                raise ValidationError(problem)
            return cleaned
        texts = {name: part.source for name, part in cleaned.items() if isinstance(part, RichText)}
        problems = {name: problem_of(text) for name, text in texts.items()}
        if errors := {name: ValidationError(problem) for name, problem in problems.items() if problem}:
            raise StructBlockValidationError(errors)
        return cleaned
