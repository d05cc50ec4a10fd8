"""The admin's fields for facts with their sources."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel


def sources_panel(relation: str, *first: str, heading: str, label: str) -> InlinePanel:
    """Return the rows of a relation to ``Sourced`` rows; ``first`` names fields before the shared ones."""
    return InlinePanel(
        relation,
        heading=heading,
        label=label,
        panels=[
            *(FieldPanel(name) for name in first),
            FieldPanel("found"),
            FieldPanel("source_url"),
            FieldPanel("quoted_words"),
            FieldRowPanel([FieldPanel("confidence"), FieldPanel("use_by")]),
            FieldRowPanel([FieldPanel("read_on"), FieldPanel("read_by")]),
            FieldPanel("read_in"),
        ],
    )
