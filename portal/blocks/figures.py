"""Blocks that show figures, each quoted from its own page."""

from django.core.exceptions import ValidationError
from wagtail import blocks

from .quoting import first_of, shown


class FigureChooserBlock(blocks.PageChooserBlock):
    """A figure; all those of a block are fetched together."""

    def __init__(self, **kwargs):
        super().__init__(**{"page_type": "statistics.StatisticPage", "label": "Figure", **kwargs})

    def bulk_to_python(self, values):
        found = self.model_class.objects.defer("body").in_bulk(values)
        return [found.get(pk) for pk in values]


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
        together = figures[0].shown_together(figures) if figures else {"figures": [], "relations": []}
        return context | together

    def get_preview_value(self):
        return self.normalize({"figures": first_of("statistics.StatisticPage", 2)})

    class Meta:
        icon = "order"
        template = "blocks/figures.html"
        description = "Figures with source, period and state, quoted from their own pages."


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
