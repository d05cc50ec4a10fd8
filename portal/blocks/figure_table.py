"""Figures as a table."""

from django.core.exceptions import ValidationError
from wagtail import blocks

from .choosers import FIGURE
from .figures import FiguresBlock
from .quoting import first_pages, quoted


class FigureTableBlock(FiguresBlock):
    """Figures as rows of a table, with their total where they may be added."""

    caption = blocks.CharBlock(help_text="Says what the table holds. Shown above it.")
    show_total = blocks.BooleanBlock(
        required=False,
        label="Show the total",
        help_text="Only for figures of one kind that do not overlap. You are told if these cannot be added.",
    )

    def clean(self, value):
        cleaned = super().clean(value)
        figures = [figure for figure in cleaned["figures"] if figure]
        # They may change after this, so the page asks again each time it is shown.
        told = quoted(FIGURE, figures, with_total=cleaned["show_total"])
        if told["no_total"]:
            reason = ValidationError(f"These figures have no total. {told['no_total']}")
            raise blocks.StructBlockValidationError({"show_total": reason})
        return cleaned

    def get_preview_value(self):
        figures = first_pages(FIGURE, 2)
        return self.normalize({"caption": "Two figures", "figures": figures, "show_total": False})

    class Meta:
        icon = "table"
        template = "blocks/figure_table.html"
        description = "Figures as a table, with their total where they may be added."
