"""The admin's fields for facts with their sources."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel, Panel

CONFIRMATION = """<p>Until somebody ticks the box, visitors read “Looked up …, not yet confirmed by the
owner”. Open each source and read it there, then tick: your name and today's date are put in. When a fact or
its source is changed afterwards, the page counts as not confirmed again.</p>"""


def source_fields() -> list[Panel]:
    """Return the fields of a ``Sourced`` row."""
    return [
        FieldPanel("found"),
        FieldPanel("source_url"),
        FieldPanel("quoted_words"),
        FieldRowPanel([FieldPanel("confidence"), FieldPanel("use_by")]),
        FieldRowPanel([FieldPanel("read_on"), FieldPanel("read_by")]),
        FieldPanel("read_in"),
    ]


def sources_panel(relation: str, *first: str, heading: str, label: str) -> InlinePanel:
    """Return the rows of a relation to ``Sourced`` rows; ``first`` names fields before the shared ones."""
    panels = [*(FieldPanel(name) for name in first), *source_fields()]
    return InlinePanel(relation, heading=heading, label=label, panels=panels)


def confirmation_panel() -> MultiFieldPanel:
    """Return the tick by which somebody says that they made sure of every fact of a page."""
    return MultiFieldPanel(
        [
            HelpPanel(CONFIRMATION),
            FieldPanel("checked_now"),
            FieldRowPanel(
                [FieldPanel("confirmed_on", read_only=True), FieldPanel("confirmed_by", read_only=True)]
            ),
        ],
        heading="Check of the facts",
    )
