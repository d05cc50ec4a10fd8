"""What a publication's page offers for reading it in part."""

import pytest
from django.db.models import Q, Value
from wagtail import hooks
from wagtail.models import Page, PageViewRestriction

from publications.reading.citations import HOOK, Citing
from tests.factories import make_category, make_figure, make_publication, words

pytestmark = pytest.mark.django_db
NSA = "/publications/national-strategic-assessment-2020/"


def test_the_default_publication_tells_what_is_known_of_its_file(client, page):
    document = page(NSA).document
    response = client.get(NSA)
    text, html = words(response), response.content.decode()
    assert "Tagged: screen readers can follow it. How to ask for another format." in text
    assert "Language of the file British English PDF version 1.7" in text
    assert "If the file on your device has this checksum" in text
    assert document.sha256 in text
    assert f'src="{NSA}cover/" alt=""' in html
    assert f'href="{NSA}download/#page=2">The ten categories</a>' in html
    assert "These are the contents of the sample." in text


def test_the_cover_is_sent_and_asked_for_again_each_time(client, publication):
    cover = f"{publication.url}cover/"
    picture = client.get(cover)
    assert (picture["Content-Type"], b"".join(picture)[8:12]) == ("image/webp", b"WEBP")
    assert picture["Cache-Control"] == "public, no-cache"
    again = client.get(cover, headers={"if-none-match": picture["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_contents_are_nested_cut_and_folded_when_long(client, publication):
    def outline(*levels: int) -> str:
        publication.document.outline = [
            {"title": f"Part {number}", "page": number or None, "level": level}
            for number, level in enumerate(levels)
        ]
        publication.document.save()
        return client.get(publication.url).content.decode()

    short = outline(1, 3, 2, 9, 1)
    assert "Show the contents" not in short
    assert "#page=0" not in short
    assert ["Part 2" in short, "Part 3" in short] == [True, False]
    assert short.count('<ul class="contents">') == 2
    long = outline(*[1] * 301)
    assert "Show the contents" in long
    assert "more headings than these" in long
    assert "Part 300" not in long


def test_figures_are_listed_by_page_with_a_link_to_the_page_of_an_official_file(client, page, make_document):
    document = make_document(is_sample=False)
    made = make_publication(page("/publications/"), document=document, cleared_by="Us")
    category = make_category(page("/categories/"), title="Smuggling")
    for title, number in (("Second", 7), ("First", 7), ("Earlier", 2), ("Somewhere", None)):
        make_figure(
            page("/statistics/"), title=title, source_page=number, publication=made, category=category
        )
    response = client.get(made.url)
    expected = (
        "Page 2 Earlier Page 7 First Second Page not given Somewhere Categories with these figures Smuggling"
    )
    assert expected in words(response)
    assert f"{made.url}download/#page=7" in response.content.decode()
    document.is_sample = True
    document.save()
    assert "#page=7" not in client.get(made.url).content.decode()


def test_figures_and_categories_that_are_not_public_are_not_listed(client, page, publication):
    category = make_category(page("/categories/"), title="Kept category")
    figure = make_figure(
        page("/statistics/"), title="Known", publication=publication, category=category, source_page=1
    )
    hidden = make_figure(page("/statistics/"), title="Hidden", publication=publication, source_page=1)
    PageViewRestriction.objects.create(page=category, restriction_type="login")
    hidden.unpublish()
    text = words(client.get(publication.url))
    assert "Page 1 Known" in text
    assert "Kept category" not in text
    assert "Hidden" not in text
    figure.unpublish()
    assert "Figures from this publication" not in words(client.get(publication.url))


def test_pages_of_any_app_can_say_that_they_cite_a_publication(client, page, publication):
    about = page("/privacy/")

    def cite(asked):
        assert asked == publication
        return Citing(where=Q(pk=about.pk), number=Value(3), categories=Page.objects.none().values("pk"))

    with hooks.register_temporarily(HOOK, cite):
        assert f"Page 3 {about.title}" in words(client.get(publication.url))
    assert about.title not in words(client.get(publication.url)).partition("Figures from")[2]


def test_without_figures_a_publication_is_shown_all_the_same(client, publication, monkeypatch):
    monkeypatch.setattr("publications.reading.citations.hooks.get_hooks", lambda name: [])
    assert "Figures from this publication" not in words(client.get(publication.url))


def test_other_editions_find_each_other_by_publisher_and_title(client, page):
    parent = page("/publications/")

    def make(title: str, edition: str, **fields):
        return make_publication(parent, title=title, edition=edition, slug=f"threats-{edition}", **fields)

    made = make("Threats (2021)", "2021")
    make("Threats, 2019", "2019")
    make("threats", "2020")
    make("Threats 2022", "2022", publisher="a publisher")
    make("Threats 2018", "2018", publisher="Another")
    make("Other threats 2023", "2023")
    draft = make("Threats 2024", "2024")
    draft.unpublish()
    text = words(client.get(made.url))
    assert "Later editions Threats 2022 Earlier editions threats (2020) Threats, 2019" in text
    assert not [edition for edition in ("2018", "2023", "2024") if edition in text]
