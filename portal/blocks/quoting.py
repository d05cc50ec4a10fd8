"""How blocks quote, so that each fact has one home: the page or record that owns it.

The floor imports no app above it. A block names the model that it quotes by a string, lets editors choose,
and asks the model for the rest by one class method, which every quoted model offers: see ``Quoted``.
"""

from typing import Protocol

from django.apps import apps

from ..visibility import is_public, public_now, restricted_paths


class Quoted(Protocol):
    """What a model offers, so that blocks can quote it."""

    @classmethod
    def quoted_in_block(cls, chosen: list | None = None, **wishes: bool) -> dict:
        """Return what the block's template reads, by name.

        ``chosen`` is what an editor chose, of pages those that visitors may read; None asks for all that may
        be shown. ``wishes`` are what else the block lets editors tick.
        """


def quoted(name: str, chosen: list | None = None, **wishes: bool) -> dict:
    """Ask a model, named like "guidance.HelpRoute", what a block shows of those chosen."""
    model: type[Quoted] = apps.get_model(name)
    return model.quoted_in_block(chosen, **wishes)


def shown(pages, context: dict) -> list:
    """Return those of the chosen pages that visitors may read, in the order chosen.

    A page's context knows the private pages; a preview of a block has to ask.
    """
    known = context.get("restricted_paths")
    restricted = restricted_paths() if known is None else known
    return [page for page in pages if is_public(page, restricted)]


def first_pages(name: str, count: int = 1) -> list:
    """Return pages of a type that visitors may read: for a preview in the block picker."""
    return list(public_now(apps.get_model(name).objects.all())[:count])
