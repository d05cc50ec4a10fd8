"""What PDFium makes of a PDF: the text of its pages, its bookmarks, and a picture of its first page."""

from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO

import pypdfium2

from ..limits import (
    COVER_MAX_HEIGHT,
    COVER_WIDTH,
    MAX_OUTLINE_DEPTH,
    MAX_OUTLINE_ENTRIES,
    MAX_PAGE_TEXT,
    MAX_TEXT,
    MAX_TITLE,
)
from .refusal import RefusalError
from .whole import Content, Counted, opened
from .wording import normal_text, one_line

_QUALITY = 80
# PDFium keeps what it has read of a file until that is closed; after so many bytes it is opened anew.
_KEPT_BYTES = 8 * 1024 * 1024


class Pages:
    """The pages of a PDF one after the other, the file being closed and opened again where it has grown.

    ``document`` is the open file, as pypdfium2 gives it.
    """

    def __init__(self, content: Content):
        self._content = content
        self._open()

    def _open(self) -> None:
        self._file = Counted(opened(self._content))
        self.document = pypdfium2.PdfDocument(self._file)
        self._file.count = 0

    def anew(self) -> None:
        """Open the file again, so that nothing is kept of what was read."""
        self.document.close()
        self._file.close()
        self._open()

    def __iter__(self) -> Iterator:
        for index in range(len(self.document)):
            if self._file.count > _KEPT_BYTES:
                self.anew()
            page = self.document[index]
            yield page
            page.close()


def render(content: Content, page_count: int) -> dict:
    """Return texts, outline and cover.

    Raises:
        RefusalError: "damaged", if PDFium cannot open it or sees other pages than were counted.
    """
    try:
        pages = Pages(content)
        if len(pages.document) != page_count:
            raise RefusalError("damaged")
        texts, outline = _texts(pages), _outline(pages.document)
        pages.anew()
        return {
            "page_texts": texts,
            "has_text": any(character.isalnum() for text in texts for character in text),
            "outline": outline,
            "cover": b64encode(_cover(pages.document[0])).decode("ascii"),
        }
    except pypdfium2.PdfiumError as error:
        raise RefusalError("password" if "password" in str(error).lower() else "damaged") from error


def _texts(pages: Pages) -> list[str]:
    """Return the text of each page; what is beyond the limit is left out."""
    texts, left = [], MAX_TEXT
    for page in pages:
        text_page = page.get_textpage()
        count = min(text_page.count_chars(), MAX_PAGE_TEXT, left)
        text = normal_text(text_page.get_text_range(0, count), MAX_PAGE_TEXT) if count > 0 else ""
        texts.append(text)
        left -= len(text)
        text_page.close()
    return texts


def _outline(document) -> list[dict]:
    outline: list[dict] = []
    for bookmark in document.get_toc(max_depth=MAX_OUTLINE_DEPTH):
        if len(outline) >= MAX_OUTLINE_ENTRIES:
            break
        target = bookmark.get_dest()
        index = target.get_index() if target else None
        title = one_line(bookmark.get_title(), MAX_TITLE)
        if title:
            page = None if index is None else index + 1
            outline.append({"title": title, "page": page, "level": bookmark.level + 1})
    return outline


def _cover(page) -> bytes:
    """Return the page as a WebP picture, or nothing if it has no size."""
    width, height = page.get_size()
    if width <= 0 or height <= 0:
        return b""
    scale = min(COVER_WIDTH / width, COVER_MAX_HEIGHT / height)
    if min(width, height) * scale < 1:
        return b""
    out = BytesIO()
    page.render(scale=scale, may_draw_forms=False).to_pil().save(out, "WEBP", quality=_QUALITY)
    return out.getvalue()
