"""Loading the default content: whole, twice without harm, and never over an editor's work."""

import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from wagtail.models import Page, Revision

from categories.models import CategoryGroup
from guidance.models import HelpRoute
from portal.loading import ContentError, Loader
from portal.models import LoadedContent, PortalRendition, SiteSettings
from publications.models import PublicationDocument

pytestmark = pytest.mark.django_db
CONTENT = Path(settings.BASE_DIR) / "content"


@pytest.fixture
def folder(tmp_path):
    """A copy of the content folder that a test may change."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_loading_again_changes_nothing():
    models = (Page, Revision, HelpRoute, CategoryGroup, PortalRendition, PublicationDocument)
    before = [model.objects.count() for model in models]
    outcome = Loader(CONTENT).run()
    assert len(outcome.unchanged) == LoadedContent.objects.count() > 50
    assert outcome.created == outcome.updated == outcome.kept == []
    assert [model.objects.count() for model in models] == before


def test_what_changed_in_the_folder_is_changed_on_the_site(folder, client):
    change(folder / "pages/statistics/caid-images.toml", "8_300_000", "8_400_000")
    change(folder / "routes/crimestoppers.toml", "0800 555 111", "0800 555 112")
    outcome = Loader(folder).run()
    assert sorted(outcome.updated) == ["page:/statistics/caid-images/", "route:crimestoppers"]
    html = client.get("/").content.decode()
    assert "8.4 million" in html
    assert "0800 555 112" in html


def edit_page_of(page):
    fraud = page("/categories/fraud/")
    fraud.summary = "An editor's words."
    fraud.save_revision().publish()
    return lambda: page("/categories/fraud/").summary


def edit_draft_of(page):
    fraud = page("/categories/fraud/")
    fraud.summary = "An editor's words."
    fraud.save_revision()
    return lambda: Page.objects.get(pk=fraud.pk).get_latest_revision_as_object().summary


def edit_route(page):
    route = HelpRoute.objects.get(slug="crimestoppers")
    route.who_for = "An editor's words."
    route.save_revision().publish()
    return lambda: HelpRoute.objects.get(slug="crimestoppers").who_for


def edit_group(page):
    CategoryGroup.objects.filter(slug="communities-and-violence").update(summary="An editor's words.")
    return lambda: CategoryGroup.objects.get(slug="communities-and-violence").summary


def edit_settings(page):
    SiteSettings.objects.update(owner_text="An editor's words.")
    return lambda: SiteSettings.objects.get().owner_text


@pytest.mark.parametrize("edit", [edit_page_of, edit_draft_of, edit_route, edit_group, edit_settings])
def test_what_an_editor_changed_is_kept_even_when_the_folder_changes(folder, page, edit):
    read = edit(page)
    change(folder / "pages/categories/fraud.toml", "title =", 'seo_title = "New"\ntitle =')
    change(folder / "routes/crimestoppers.toml", "0800 555 111", "0800 555 112")
    change(folder / "groups.toml", "guns and stealing", "guns, and stealing")
    change(folder / "settings.toml", 'corrections_contact = ""', 'corrections_contact = "a@example.org"')
    outcome = Loader(folder).run()
    assert len(outcome.kept) == 1
    assert len(outcome.updated) == 3
    assert read() == "An editor's words."


def test_a_page_that_an_editor_deleted_or_moved_stays_so(client, page):
    page("/leaving-this-site/").delete()
    page("/privacy/").move(page("/about-this-site/"), pos="last-child")
    outcome = Loader(CONTENT).run()
    assert {"page:/leaving-this-site/", "page:/privacy/"} <= set(outcome.kept)
    assert outcome.created == []
    assert client.get("/leaving-this-site/").status_code == 404
    assert client.get("/about-this-site/privacy/").status_code == 200


def load(**options) -> str:
    out = StringIO()
    call_command("load_content", stdout=out, **options)
    return out.getvalue()


@pytest.mark.parametrize(("answer", "replaced"), [("replace", True), ("", False), ("yes", False)])
def test_the_default_content_is_put_back_only_after_a_question(page, monkeypatch, answer, replaced):
    read = edit_page_of(page)
    page("/leaving-this-site/").delete()
    monkeypatch.setattr("builtins.input", lambda question: answer)
    if replaced:
        assert " 1 created" in load(replace=True)
    else:
        with pytest.raises(CommandError, match="Nothing was changed"):
            load(replace=True)
    assert (read() != "An editor's words.") is replaced
    assert Page.objects.filter(slug="leaving-this-site").exists() is replaced
    versions = [version.as_object() for version in page("/categories/fraud/").revisions.all()]
    assert "An editor's words." in [version.summary for version in versions]


MISTAKES = [
    ("pages/categories/fraud.toml", "title =", "title", ["fraud.toml", "not valid TOML"]),
    (
        "pages/index.toml",
        "page:/statistics/encryption/",
        "page:/statistics/none/",
        ["page:/statistics/none/"],
    ),
    ("pages/index.toml", "route:childline", "route:childlin", ["page:/", "route:childlin", "does not exist"]),
    ("pages/statistics/caid-images.toml", "8_300_000", "-1", ["page:/statistics/caid-images/", "below zero"]),
    ("images/images.toml", 'file = "hero.png"', 'file = "gone.png"', ["images.toml", "gone.png"]),
    (
        "routes/childline.toml",
        'phone = "0800 1111"',
        'phone = "now"',
        ["route:childline", "not a number that can be called"],
    ),
    ("routes/childline.toml", "phone =", "fone =", ["no field fone"]),
]


@pytest.mark.parametrize(("name", "old", "new", "told"), MISTAKES)
def test_a_mistake_in_a_file_is_named_and_nothing_is_loaded(folder, name, old, new, told):
    change(folder / name, old, new)
    change(folder / "pages/privacy.toml", "title =", 'seo_title = "New"\ntitle =')
    with pytest.raises(ContentError) as refusal:
        Loader(folder).run()
    for part in told:
        assert part in str(refusal.value)
    assert not Page.objects.filter(seo_title="New").exists()


def test_a_page_without_its_parent_is_named(folder):
    (folder / "pages/nowhere").mkdir()
    shutil.copy(folder / "pages/privacy.toml", folder / "pages/nowhere/below.toml")
    with pytest.raises(ContentError, match="page:/nowhere/below/ refers to page:/nowhere/"):
        Loader(folder).run()


def test_the_command_tells_a_mistake_in_a_sentence_and_no_traceback(monkeypatch, folder):
    (folder / "settings.toml").write_text("[site")
    monkeypatch.setattr(settings, "BASE_DIR", folder.parent)
    with pytest.raises(CommandError, match=r"settings\.toml is not valid TOML"):
        load()
