"""Figures, each quoted from its own page."""

from django.core.exceptions import ValidationError
from wagtail import blocks

from .choosers import FIGURE, FigureChooserBlock
from .quoting import first_pages, quoted, shown


class FiguresBlock(blocks.StructBlock):
    """One or more figures, each with its source, period and state."""

    figures = blocks.ListBlock(
        FigureChooserBlock(),
        help_text="Choose figures. Their values, sources and states come from their own pages.",
    )

    def clean(self, value):
        cleaned = super().clean(value)
        chosen = [figure.pk for figure in cleaned["figures"] if figure]
        if len(set(chosen)) < len(chosen):
            twice = ValidationError("One of these figures is chosen twice. Take one of the two out.")
            raise blocks.StructBlockValidationError({"figures": twice})
        return cleaned

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        figures = shown(value["figures"], context)
        return context | quoted(FIGURE, figures, with_total=bool(value.get("show_total")))

    def get_preview_value(self):
        return self.normalize({"figures": first_pages(FIGURE, 2)})

    class Meta:
        icon = "order"
        template = "blocks/figures.html"
        description = "Figures with source, period and state, quoted from their own pages."
