"""What editors choose quoted pages with: what a block shows of them comes in one query."""

from wagtail import blocks

from ..visibility import narrow

FIGURE = "statistics.StatisticPage"
GUIDANCE = "guidance.GuidancePage"


class QuotedPageChooserBlock(blocks.PageChooserBlock):
    """A page of which a block shows a little; all those of a block are fetched together."""

    long_texts: tuple[str, ...] = ()

    def found(self):
        """Return where they are looked for."""
        return narrow(self.model_class.objects.order_by(), *self.long_texts)

    def bulk_to_python(self, values):
        found = self.found().in_bulk(values)
        return [found.get(pk) for pk in values]


class FigureChooserBlock(QuotedPageChooserBlock):
    """A figure."""

    long_texts = ("body",)

    def __init__(self, **kwargs):
        super().__init__(**{"page_type": FIGURE, "label": "Figure", **kwargs})


class GuidanceChooserBlock(QuotedPageChooserBlock):
    """A guidance page, whose points are shown and not its text."""

    long_texts = ("body",)

    def __init__(self, **kwargs):
        super().__init__(**{"page_type": GUIDANCE, **kwargs})


class PublicationChooserBlock(QuotedPageChooserBlock):
    """A publication, fetched together with its document."""

    long_texts = ("body",)

    def found(self):
        """Return where they are looked for."""
        return super().found().select_related("document")
