"""Several editors at once, each in a thread of the server: no text crosses into another's form."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django import forms
from django.http import QueryDict
from wagtail.rich_text import expand_db_html

from guidance.models import HelpRoute
from portal.blocks import TextBlock

THREADS, EACH = 6, 60


@pytest.fixture(autouse=True)
def threads_that_take_turns_often():
    """Let Python change threads thousands of times more often than it does by itself."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def html_of(editor: int) -> str:
    """Return a text that only this editor writes: paragraphs, a list, bold words and a link."""
    parts = (
        f'<p data-block-key="k{editor}{n}">Editor {editor}, <b>part {n}</b>, '
        f'<a href="https://example.org/{editor}/{n}">a link</a>.</p>'
        f'<ul><li data-block-key="l{editor}{n}">Item {n} of {editor}</li></ul>'
        for n in range(8)
    )
    return "".join(parts)


def at_once(work) -> list:
    """Let each editor do the work many times, all at the same time; return what went wrong.

    What is right is what each gets who is alone.
    """
    right = [work(editor) for editor in range(THREADS)]
    assert all(f"Editor {editor}," in text for editor, text in enumerate(right))

    def many(editor: int) -> list:
        wrong = []
        for _ in range(EACH):
            try:
                if work(editor) != right[editor]:
                    wrong.append(f"editor {editor} got another text")
            except Exception as error:
                wrong.append(f"{type(error).__name__}: {error}")
        return wrong

    with ThreadPoolExecutor(THREADS) as pool:
        return [one for found in pool.map(many, range(THREADS)) for one in found]


def there_and_back(widget, editor: int) -> str:
    """Show a text in the form and take it from the form again, as each save does."""
    posted = QueryDict(mutable=True)
    posted["text"] = widget.format_value(html_of(editor))
    return widget.value_from_datadict(posted, {}, "text")


def test_a_block_that_all_forms_share_shows_and_keeps_each_editors_own_text():
    widget = TextBlock().field.widget
    assert at_once(lambda editor: there_and_back(widget, editor)) == []


def test_a_field_of_a_form_made_for_each_editor_shows_and_keeps_their_own_text():
    form_class = forms.modelform_factory(HelpRoute, fields=["say"])
    assert at_once(lambda editor: there_and_back(form_class().fields["say"].widget, editor)) == []


def test_texts_are_written_for_visitors_at_once_without_crossing():
    assert at_once(lambda editor: expand_db_html(html_of(editor))) == []
