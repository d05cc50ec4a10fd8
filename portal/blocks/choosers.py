"""What editors choose quoted pages with: what a block shows of them comes in one query."""

from wagtail import blocks

FIGURE = "statistics.StatisticPage"


class FigureChooserBlock(blocks.PageChooserBlock):
    """A figure; all those of a block are fetched together."""

    def __init__(self, **kwargs):
        super().__init__(**{"page_type": FIGURE, "label": "Figure", **kwargs})

    def bulk_to_python(self, values):
        found = self.model_class.objects.defer("body").in_bulk(values)
        return [found.get(pk) for pk in values]


class PublicationChooserBlock(blocks.PageChooserBlock):
    """A publication, fetched together with its document."""

    def bulk_to_python(self, values):
        found = self.model_class.objects.select_related("document").in_bulk(values)
        return [found.get(pk) for pk in values]
