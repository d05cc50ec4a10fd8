"""A mistake in a content file stops the load and is named."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from wagtail.models import Page

from guidance.models import HelpRoute
from portal.loading import ContentError, Loader

pytestmark = pytest.mark.django_db

MISTAKES = {
    "unknown page field": ("pages/categories/fraud.toml", "covers =", "cover =", "page:/categories/fraud/"),
    "unknown block": ("pages/index.toml", 'type = "examples"', 'type = "exampels"', "page:/"),
    "unknown block field": ("pages/index.toml", 'speaker = "Lynne', 'speakr = "Lynne', "page:/"),
    "missing block field": ("pages/index.toml", 'words = "Serious', 'wrds = "Serious', "page:/"),
    "unknown row field": (
        "pages/statistics/sexual-threat-2020.toml",
        'kind = "same',
        'knd = "same',
        "sexual-threat-2020",
    ),
    "unknown route field": ("routes/childline.toml", "phone =", "fone =", "route:childline"),
    "number with an extension": (
        "routes/childline.toml",
        '"0800 1111"',
        '"0800 1111 ext 2"',
        "route:childline",
    ),
    "number abroad": ("routes/childline.toml", '"0800 1111"', '"+353 1 679 2222"', "route:childline"),
    "time that is none": (
        "routes/childline.toml",
        'hours_kind = "always"',
        'hours_kind = "weekly"\nweekly_hours = [{type = "span", value = '
        '{days = ["monday"], opens = "25:00", closes = "09:00"}}]',
        "route:childline",
    ),
    "time in words": (
        "routes/childline.toml",
        'hours_kind = "always"',
        'hours_kind = "weekly"\nweekly_hours = [{type = "span", value = '
        '{days = ["monday"], opens = "9am", closes = "17:00"}}]',
        "route:childline",
    ),
    "unknown setting": ("settings.toml", "owner_text =", "owner_txt =", "settings"),
    "no table": ("settings.toml", "[site]", "[sight]", "settings"),
    "no picture file": ("images/images.toml", 'file = "hero.png"\n', "", "images.toml"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_a_content_file_is_named(tmp_path, name):
    file, old, new, told = MISTAKES[name]
    folder = Path(shutil.copytree(Path(settings.BASE_DIR) / "content", tmp_path / "content"))
    text = (folder / file).read_text()
    assert old in text
    (folder / file).write_text(
        text.replace(old, new, 1) if name != "unknown route field" else text.replace(old, new)
    )
    with pytest.raises(ContentError) as refusal:
        Loader(folder).run()
    assert told in str(refusal.value)


@pytest.mark.parametrize("text", ['title = "New"', 'type = "portal.InformationPage"', 'type = "portal.Page"'])
def test_a_new_page_without_type_or_title_is_named(tmp_path, text):
    folder = Path(shutil.copytree(Path(settings.BASE_DIR) / "content", tmp_path / "content"))
    (folder / "pages/new.toml").write_text(text + '\nsummary = "Short."')
    with pytest.raises(ContentError, match="page:/new/"):
        Loader(folder).run()


def test_a_page_that_an_editor_unpublished_is_not_published_again_by_a_new_version(tmp_path, page, client):
    folder = Path(shutil.copytree(Path(settings.BASE_DIR) / "content", tmp_path / "content"))
    page("/leaving-this-site/").unpublish()
    path = folder / "pages/leaving-this-site.toml"
    path.write_text(path.read_text().replace("title =", 'seo_title = "New"\ntitle =', 1))
    Loader(folder).run()
    assert not Page.objects.get(slug="leaving-this-site").live


@pytest.mark.parametrize(
    ("written", "shown"), [('"+44 0808 800 5000"', "0808 800 5000"), ('"116123"', "116 123"), ("105", "105")]
)
def test_a_number_in_a_content_file_is_kept_as_it_was_checked(tmp_path, written, shown):
    folder = Path(shutil.copytree(Path(settings.BASE_DIR) / "content", tmp_path / "content"))
    path = folder / "routes/childline.toml"
    path.write_text(path.read_text().replace('phone = "0800 1111"', f"phone = {written}"))
    Loader(folder).run()
    assert HelpRoute.objects.get(slug="childline").phone_shown == shown
