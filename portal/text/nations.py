"""The nations of the UK, and how several of them are said in words."""

from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.text import get_text_list


class Nation(TextChoices):
    """The nations of the UK, which have police, councils, bank holidays and, in part, laws of their own."""

    ENGLAND = "england", "England"
    WALES = "wales", "Wales"
    SCOTLAND = "scotland", "Scotland"
    NORTHERN_IRELAND = "northern_ireland", "Northern Ireland"


def nations_in_words(values: Iterable[str]) -> str:
    """Return the nations as “England and Wales”, in their usual order; nothing for none or for all four."""
    chosen = set(values)
    named = [str(nation.label) for nation in Nation if nation in chosen]
    return "" if len(named) == len(Nation) else get_text_list(named, "and")
