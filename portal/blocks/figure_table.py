"""Figures as a table."""

from django.core.exceptions import ValidationError
from wagtail import blocks

from .figures import FiguresBlock
from .quoting import first_of


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
        if cleaned["show_total"] and figures:
            try:
                figures[0].total_of(figures)
            except ValueError as error:
                reason = ValidationError(f"These figures have no total. {error}")
                raise blocks.StructBlockValidationError({"show_total": reason}) from error
        return cleaned

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context) | {"total": "", "no_total": ""}
        if value["show_total"] and context["figures"]:
            # The figures may have changed since an editor asked for the total.
            try:
                context["total"] = context["figures"][0].total_of(context["figures"])
            except ValueError as error:
                context["no_total"] = str(error)
        return context

    def get_preview_value(self):
        figures = first_of("statistics.StatisticPage", 2)
        return self.normalize({"caption": "Two figures", "figures": figures, "show_total": False})

    class Meta:
        icon = "table"
        template = "blocks/figure_table.html"
        description = "Figures as a table, with their total where they may be added."
