"""Previews of blocks that quote, and checks of blocks that break the conventions."""

import pytest
from django.urls import reverse
from wagtail import blocks

from portal import checks
from portal.models import HomePage


@pytest.mark.django_db
def test_an_editor_sees_an_example_of_the_page_links_block(editor_client):
    block = HomePage._meta.get_field("body").stream_block.child_blocks["page_links"]
    response = editor_client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200


def test_a_block_without_icon_words_preview_or_template_is_found(monkeypatch):
    class Stream(blocks.StreamBlock):
        bare = blocks.StructBlock([("words", blocks.CharBlock())])

    monkeypatch.setattr("portal.blocks.HomeStreamBlock", Stream)
    assert sorted(message.msg for message in checks.check_blocks(None)) == [
        "Block bare has no description",
        "Block bare has no icon",
        "Block bare has no preview",
        "Block bare has no template of its name",
    ]
