"""What the forms of all pages ask for, and what search reads of all pages: around what a page type adds."""

from wagtail.admin.panels import FieldPanel, Panel
from wagtail.models import Page
from wagtail.search import index

from ..text.sentences import as_sentences

# Said here and not by the fields: how many is the page's business, and no reason for a migration.
BODY = (
    "The text of the page. Start each part with a heading; five or more headings make an “On this page” list."
)


def page_panels(*own: Panel, body: str = BODY) -> list[Panel]:
    """Return the panels of a page type with those of its own, its body last; ``body`` says what for."""
    first = [*Page.content_panels, FieldPanel("summary"), FieldPanel("content_note")]
    return [*first, *own, FieldPanel("body", help_text=body)]


class SentencesField(index.SearchField):
    """A field of which search reads sentences: in the text that a search shows, fields follow each other."""

    FEWEST_WORDS = 4

    def get_value(self, obj):
        """Return the field's text, with an end unless it is only a few words of a sentence."""
        value = super().get_value(obj)
        is_sentence = isinstance(value, str) and len(value.split()) >= self.FEWEST_WORDS
        return as_sentences([value]) if is_sentence else value


def page_search_fields(*own: str) -> list[index.BaseField]:
    """Return what search reads of a page type: what it reads of all, and the named fields before the body."""
    fields = [SentencesField(name) for name in (*own, "body")]
    return [*Page.search_fields, SentencesField("summary", boost=2), *fields]
