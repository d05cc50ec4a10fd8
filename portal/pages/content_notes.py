"""What a note before hard material says: how long it is, and the ways past it."""

from wagtail.fields import RichTextField, StreamField

# Slower than most adults read, since this is hard to read.
WORDS_A_MINUTE = 150
# A figure with its source, state and caution.
WORDS_A_FIGURE = 40
HELP_BLOCKS = ("emergency", "help_routes")
NOTE_BLOCK = "content_note"


def reading_time(words: int) -> str:
    """Return the time it takes to read so many words, in words."""
    minutes = round(words / WORDS_A_MINUTE)
    if minutes < 1:
        return "less than a minute"
    return "about 1 minute" if minutes == 1 else f"about {minutes} minutes"


def _words_in(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)


def _words_of_block(block, without_figures: bool) -> int:
    if block.block_type == "figures":
        return 0 if without_figures else WORDS_A_FIGURE * len(block.value["figures"])
    return _words_in(block.block.get_searchable_content(block.value))


def _help_anchor(page, blocks: list) -> str:
    """Return the anchor of the heading above the first help on the page, or nothing."""
    heading = None
    for block in blocks:
        if block.block_type in HELP_BLOCKS:
            return page.anchor_of(heading) if heading else ""
        heading = block if block.block_type == "heading" else heading
    return ""


def note_in_body(page, note, *, without_figures: bool = False) -> dict:
    """Return what a note among the page's blocks says of the parts that it stands before.

    A part is what stands below one heading; the note's own part is the first.
    """
    blocks, parts = list(page.body), note.value["parts"] or 1
    at = next((place for place, block in enumerate(blocks) if block is note), len(blocks))
    headings = [place for place in range(at + 1, len(blocks)) if blocks[place].block_type == "heading"]
    end = headings[parts - 1] if len(headings) >= parts else len(blocks)
    hard = blocks[at + 1 : end]
    return {
        "number": 1 + bool(page.content_note) + sum(block.block_type == NOTE_BLOCK for block in blocks[:at]),
        "length": reading_time(sum(_words_of_block(block, without_figures) for block in hard)),
        "help_anchor": _help_anchor(page, blocks),
        "past_anchor": page.anchor_of(blocks[end]) if end < len(blocks) else "",
        "has_figures": any(block.block_type == "figures" for block in hard),
    }


def note_of_page(page, *, without_figures: bool = False) -> dict:
    """Return what a note at the top of the page says of the whole page."""
    words, has_figures = 0, page.figure_count > 0
    for field in page._meta.local_fields:
        value = getattr(page, field.attname)
        if isinstance(field, StreamField):
            words += sum(_words_of_block(block, without_figures) for block in value)
            has_figures |= any(block.block_type == "figures" for block in value)
        elif isinstance(field, RichTextField):
            words += _words_in(field.get_searchable_content(value))
    if not without_figures:
        words += WORDS_A_FIGURE * page.figure_count
    return {
        "number": 1,
        "length": reading_time(words),
        "help_anchor": page.help_anchor,
        "past_anchor": "",
        "has_figures": has_figures,
    }


def has_note(page) -> bool:
    """Whether the page warns of hard material, at its top or within its text."""
    return bool(page.content_note) or any(block.block_type == NOTE_BLOCK for block in page.body)
