"""The editor for rich text in the admin's forms."""

from wagtail.admin.rich_text import DraftailRichTextArea

from .converter import TextConverter


class RichTextArea(DraftailRichTextArea):
    """Wagtail's editor with a converter that threads can share."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.converter = TextConverter(self.features)
