"""The way of a text between the database and the editor's form: each text by itself, whatever it holds.

Wagtail's own converter keeps one HTML parser, with the text it is at, for all threads, and believes
the attributes of every link: see docs/decisions/0009-rich-text-in-threads.md.
"""

import json
import logging
from copy import copy

from bs4 import BeautifulSoup
from django.core.exceptions import BadRequest
from django.utils.html import format_html_join
from draftjs_exporter.error import ExporterException
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.converters.html_to_contentstate import HtmlToContentStateHandler

from ..answering.links import id_in
from .contentstate import mended

logger = logging.getLogger(__name__)
# What Wagtail's parser and exporter raise where a text has not the shape they expect.
MISSHAPEN = (
    AssertionError,
    AttributeError,
    ExporterException,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
# A space instead, since word processors end lines with one of them.
CONTROL_CHARACTERS = {code: " " for code in (*range(32), 127) if chr(code) not in "\t\n\r"}


def _storable(html: str) -> str:
    """Return the HTML without characters that a database, or XML made from it, cannot hold."""
    whole = html.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return whole.translate(CONTROL_CHARACTERS)


class TextReader(HtmlToContentStateHandler):
    """Wagtail's parser, except that a link to a page without a page's id is no link: its words stay."""

    def handle_starttag(self, name, attrs):
        given = dict(attrs)
        if given.get("linktype") == "page" and not id_in(given.get("id")):
            attrs = [(key, value) for key, value in attrs if key not in ("linktype", "id")]
        super().handle_starttag(name, attrs)


class TextConverter(ContentstateConverter):
    """Wagtail's converter for any number of threads and any text."""

    def __init__(self, features=None):
        super().__init__(features)
        self.html_to_contentstate_handler = TextReader(features)

    def from_database_format(self, html):
        """Return the text for the editor. One that is misshapen is put right, or loses its shape only."""
        try:
            return self._read(html)
        except MISSHAPEN as error:
            logger.warning("A stored text is not whole HTML: %s", type(error).__name__)
        soup = BeautifulSoup(html, "html.parser")
        try:
            return self._read(str(soup))
        except MISSHAPEN:
            return self._read(format_html_join("", "<p>{}</p>", ([line] for line in soup.stripped_strings)))

    def _read(self, html: str) -> str:
        # A parser of its own for each text: the copy shares the rules, and `reset` renews all else.
        reader = copy(self.html_to_contentstate_handler)
        reader.reset()
        reader.feed(html)
        reader.close()
        return reader.contentstate.as_json()

    def to_database_format(self, contentstate_json):
        """Return the text that the editor's script posted as HTML.

        Raises:
            BadRequest: if it is no text of the editor, so that a form cannot be saved without it.
        """
        try:
            posted = json.loads(contentstate_json)
            if posted is None:  # what the editor's script sends while it is empty
                return ""
            return _storable(self.exporter.render(mended(posted, self.exporter.entity_options)))
        except MISSHAPEN as error:
            logger.warning("A posted text could not be read: %s", type(error).__name__)
            raise BadRequest("A text of the form arrived damaged.") from error
