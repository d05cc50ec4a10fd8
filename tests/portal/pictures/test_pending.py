"""A page never draws a picture, never waits for one, and never fails for one."""

import threading

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.tasks import task
from django.test import override_settings
from django.urls import reverse

from portal import tasks
from portal.files.storage import WholeFileStorage
from portal.models import HomePage, PortalImage, PortalRendition
from portal.pictures.renditions import SPECS, make_renditions, shown, without_renditions
from tests.factories import make_information_page

from .making import drawing, photograph, png_head, saved
from .test_upload import sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def image():
    """A picture of which no size was made yet."""
    return PortalImage.objects.create(
        title="Lines", file=ContentFile(saved(drawing((420, 60)), "PNG"), "lines.png")
    )


@pytest.fixture
def shown_on(page, image):
    """A page that shows the picture twice, with words of its own for each."""
    blocks = [
        {
            "type": "picture",
            "value": {"image": {"image": image.pk, "decorative": False, "alt_text": alt}, "caption": ""},
        }
        for alt in ("First words", "Second words")
    ]
    made = make_information_page(page("/"))
    made.body = made._meta.get_field("body").stream_block.to_python(blocks)
    made.save_revision().publish()
    return made


def html_of(client, page) -> str:
    answer = client.get(page.url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_upload_draws_nothing_while_the_editor_waits_but_the_small_picture_of_the_admin(
    editor_client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as later:
        editor_client.post(
            reverse("wagtailimages:add"),
            {"title": "Sent", "file": sent(photograph(), "jpg"), "description": "", "tags": ""},
        )
        assert not PortalRendition.objects.filter(image__title="Sent").exists()
    assert later


def test_a_page_shows_the_words_of_a_picture_until_all_of_it_is_made(client, image, shown_on):
    html = html_of(client, shown_on)
    assert "<picture" not in html
    assert "Picture: First words" in html
    assert not image.renditions.exists()
    assert make_renditions(image) == []
    html = html_of(client, shown_on)
    assert "Picture: First words" not in html
    assert html.count("<picture") == 2
    assert html.index('alt="First words"') < html.index('alt="Second words"')


def test_the_home_page_shows_its_drawing_until_the_picture_is_made(client, image):
    home = HomePage.objects.get()
    home.hero_picture = image
    home.save()
    assert "#tunnel" in html_of(client, home)
    assert not image.renditions.exists()
    make_renditions(image)
    assert image.renditions.get(filter_spec=SPECS[0]).url in html_of(client, home)


def test_a_page_never_fails_for_a_picture(client, image, shown_on, monkeypatch):
    make_renditions(image)
    image.file.storage.delete(image.file.name)
    assert html_of(client, shown_on).count("<picture") == 2
    for size in image.renditions.all():
        size.file.storage.delete(size.file.name)
        assert client.get(size.url).status_code == 404
    assert html_of(client, shown_on)

    def away(*args, **kwargs):
        raise OSError("the store is away")

    for name in ("open", "exists", "size", "save"):
        monkeypatch.setattr(WholeFileStorage, name, away)
    assert html_of(client, shown_on)
    monkeypatch.undo()
    image.renditions.filter(filter_spec=SPECS[0]).delete()
    assert html_of(client, shown_on).count("<picture") == 2
    image.renditions.all().delete()
    assert "Picture: First words" in html_of(client, shown_on)
    image.delete()
    assert "<picture" not in html_of(client, shown_on)


def test_a_damaged_original_leaves_its_page_as_it_was(client, image, shown_on):
    with image.file.storage.open(image.file.name, "wb") as file:
        file.write(png_head(420, 60))
    assert len(make_renditions(image)) == len(SPECS) + 1
    assert "Picture: First words" in html_of(client, shown_on)


def test_pictures_inside_imported_rich_text_are_neither_drawn_nor_shown(client, page, image):
    made = make_information_page(page("/"))
    text = f'<p>Before</p><embed embedtype="image" id="{image.pk}" format="fullwidth" alt="Lines"/>'
    made.body = made._meta.get_field("body").stream_block.to_python([{"type": "text", "value": text}])
    made.save_revision().publish()
    assert "Before" in html_of(client, made)
    assert not image.renditions.exists()
    make_renditions(image)
    assert 'alt="Lines"' not in html_of(client, made)


def test_many_pictures_on_a_page_cost_no_further_query(client, page, django_assert_max_num_queries):
    images = [
        PortalImage.objects.create(title=f"N{number}", file=ContentFile(saved(drawing(), "PNG"), "n.png"))
        for number in range(6)
    ]
    for image in images:
        make_renditions(image)
    blocks = [
        {
            "type": "picture",
            "value": {"image": {"image": image.pk, "decorative": False, "alt_text": "x"}, "caption": ""},
        }
        for image in images
    ]
    made = make_information_page(page("/"))
    made.body = made._meta.get_field("body").stream_block.to_python(blocks)
    made.save_revision().publish()
    client.get("/accessibility/")
    with django_assert_max_num_queries(10):
        assert html_of(client, made).count("<picture") == 6


def test_a_size_drawn_from_a_file_that_was_replaced_meanwhile_is_not_kept(image, monkeypatch):
    draw = PortalImage.generate_rendition_file

    def slowly(self, *args, **kwargs):
        drawn = draw(self, *args, **kwargs)
        other = PortalImage.objects.get(pk=self.pk)
        other.file.save("other.png", ContentFile(saved(drawing((300, 300)), "PNG")))
        return drawn

    monkeypatch.setattr(PortalImage, "generate_rendition_file", slowly)
    reasons = make_renditions(image)
    assert "replaced while it was drawn" in reasons[0]
    assert not PortalRendition.objects.filter(image=image).exists()


def test_the_schedule_finishes_what_a_stopped_process_left(image):
    assert image in without_renditions()
    call_command("keep_schedule", every=0, times=1)
    assert not shown(image)
    call_command("keep_schedule", every=0, times=2)
    assert set(shown(image)) == set(SPECS)
    assert image not in without_renditions()


def test_the_schedule_tries_a_damaged_picture_once_and_goes_on(image, capsys):
    with image.file.storage.open(image.file.name, "wb") as file:
        file.write(png_head(420, 60))
    call_command("keep_schedule", every=0, times=4)
    said = capsys.readouterr().err
    assert said.count(SPECS[0]) == 1


_ran_in = []


@task(backend="pictures")
def note_thread(number: int) -> None:
    """Remember which thread ran this; fail where the number is odd."""
    _ran_in.append((number, threading.current_thread() is threading.main_thread()))
    if number % 2:
        raise ValueError("odd")


@override_settings(TASKS={"pictures": {"BACKEND": "portal.tasks.ThreadBackend"}})
def test_tasks_run_one_after_another_in_a_thread_of_their_own_and_a_failed_one_stops_none():
    _ran_in.clear()
    for number in range(4):
        note_thread.enqueue(number)
    tasks.wait()
    assert _ran_in == [(number, False) for number in range(4)]
