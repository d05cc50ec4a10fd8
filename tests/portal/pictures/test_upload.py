"""Pictures as editors send them: one, many, from a chooser, in another's place; and as code stores them."""

import json
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from portal.loading import ContentError, Loader
from portal.models import PortalImage
from portal.pictures.renditions import SPECS
from tests.factories import words

from .making import drawing, photograph, png_head, saved, secrets_in

pytestmark = pytest.mark.django_db
ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}
REFUSED = {
    "too many pixels": (png_head(9000, 9000), "40 million pixels"),
    "a bomb": (png_head(60_000, 60_000), "40 million pixels"),
    "too long": (png_head(1, 60_000), "16,383 pixels"),
    "damaged": (photograph("PNG")[:400], "damaged"),
    "only a head": (png_head(10, 10), "damaged"),
    "only a beginning": (b"\x89PNG\r\n\x1a\n", "damaged"),
    "another kind": (saved(drawing(), "GIF"), "not a picture that the site can show"),
    "another ending": (saved(drawing(), "WEBP"), "Change the ending"),
}


def sent(data: bytes, ending: str = "png") -> SimpleUploadedFile:
    return SimpleUploadedFile(f"Jane Doe at home.{ending}", data)


class Ways:
    """The ways by which the admin takes a picture. Each returns the answer's words."""

    def __init__(self, client):
        self.client = client

    def form(self, file):
        answer = self.client.post(
            reverse("wagtailimages:add"), {"title": "Sent", "file": file, "description": "Lines"}
        )
        return "" if answer.status_code == 302 else words(answer)

    def many(self, file):
        answer = self.client.post(reverse("wagtailimages:add_multiple"), {"title": "Sent", "files[]": file})
        return answer.json().get("error_message", "")

    def chooser(self, file):
        form = {"title": "Sent", "file": file, "collection": Collection.get_first_root_node().pk}
        answer = self.client.post(
            reverse("wagtailimages_chooser:create"),
            {f"image-chooser-upload-{name}": value for name, value in form.items()},
        )
        step = json.loads(answer.content)
        return "" if step["step"] in ("chosen", "duplicate_found") else step["htmlFragment"]

    def replacing(self, file):
        image = PortalImage.objects.create(title="Sent", file=ContentFile(saved(drawing(), "PNG"), "old.png"))
        answer = self.client.post(
            reverse("wagtailimages:edit", args=[image.pk]),
            {"title": "Sent", "file": file, "description": "Lines", "tags": ""},
        )
        return "" if answer.status_code == 302 else words(answer)


@pytest.fixture(params=["form", "many", "chooser", "replacing"])
def send(request, editor_client, django_capture_on_commit_callbacks):
    """Return a function that sends a file by one of the ways, and returns why it was refused, or nothing."""

    def send(file) -> str:
        with django_capture_on_commit_callbacks(execute=True):
            return getattr(Ways(editor_client), request.param)(file)

    return send


def stored_files(image) -> list[bytes]:
    """Return the bytes of the picture and of all its sizes."""
    files = [image.file, *(rendition.file for rendition in image.renditions.all())]
    return [file.storage.open(file.name).read() for file in files]


@pytest.mark.parametrize("kind", ENDINGS)
def test_a_photograph_keeps_no_position_camera_or_comment_whichever_way_it_comes(send, kind):
    assert send(sent(photograph(kind, orientation=6, size=(600, 420)), ENDINGS[kind])) == ""
    image = PortalImage.objects.get(title="Sent")
    files = stored_files(image)
    assert len(files) >= 1 + len(SPECS)
    assert [secrets_in(file) for file in files] == [[]] * len(files)
    assert (image.width, image.height) == (420, 600)
    assert image.file_size == len(files[0])
    assert {(size.width, size.height) for size in image.renditions.filter(filter_spec__in=SPECS)} == {
        (400, 571),
        (420, 600),
    }


@pytest.mark.parametrize("what", REFUSED)
def test_a_picture_that_could_not_be_shown_is_refused_in_a_sentence(send, what):
    data, says = REFUSED[what]
    before = set(PortalImage.objects.values_list("file", flat=True))
    assert says in send(sent(data))
    after = PortalImage.objects.exclude(file__in=before)
    assert not after or Path(after.get().file.name).name.startswith("old")


@pytest.mark.parametrize(
    "picture",
    [
        Image.new("I;16", (420, 60), 30_000),
        *(drawing((420, 60), mode) for mode in ("1", "L", "LA", "P", "RGBA")),
        Image.new("L", (1, 1)),
        Image.new("L", (9, 900)),
        Image.new("L", (900, 9)),
    ],
    ids=lambda picture: f"{picture.mode}-{picture.width}x{picture.height}",
)
def test_every_picture_that_is_taken_is_drawn_in_all_sizes(send, picture):
    assert send(sent(saved(picture, "PNG"))) == ""
    image = PortalImage.objects.get(title="Sent")
    assert set(SPECS) <= set(image.renditions.values_list("filter_spec", flat=True))


def test_a_printers_jpeg_is_drawn_in_all_sizes(send):
    assert send(sent(saved(drawing((420, 60), "CMYK"), "JPEG"), "jpg")) == ""
    assert set(SPECS) <= set(
        PortalImage.objects.get(title="Sent").renditions.values_list("filter_spec", flat=True)
    )


def test_the_public_name_of_a_picture_does_not_tell_how_the_editors_file_was_called(send):
    send(sent(photograph("JPEG"), "jpg"))
    names = PortalImage.objects.get(title="Sent").renditions.values_list("file", flat=True)
    assert not [name for name in names if "jane" in name.lower()]


def test_code_that_stores_a_picture_stores_it_clean_and_draws_it_anew(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = PortalImage.objects.create(title="Code", file=ContentFile(photograph(orientation=6), "a.jpg"))
    assert (image.width, image.height) == (40, 64)
    before = set(image.renditions.values_list("file", flat=True))
    with django_capture_on_commit_callbacks(execute=True):
        image.file.save("b.png", ContentFile(photograph("PNG", size=(900, 300))))
    assert [secrets_in(file) for file in stored_files(image)] == [[]] * len(stored_files(image))
    assert not before & set(image.renditions.values_list("file", flat=True))
    for data, says in REFUSED.values():
        if "ending" not in says:
            with pytest.raises(ValidationError, match=says):
                PortalImage.objects.create(title="Code", file=ContentFile(data, "a.png"))


def test_the_default_content_takes_no_picture_that_could_not_be_shown(tmp_path):
    content = shutil.copytree(Path(settings.BASE_DIR, "content"), tmp_path / "content")
    (content / "images" / "big.png").write_bytes(png_head(9000, 9000))
    with (content / "images" / "images.toml").open("a") as listed:
        listed.write('\n[[image]]\nkey = "big"\nfile = "big.png"\ntitle = "Big"\n')
    with pytest.raises(ContentError, match=r"big.*40 million pixels"):
        Loader(content).run()


def test_a_damaged_stored_picture_stops_no_list_in_the_admin(editor_client):
    image = PortalImage.objects.create(title="Hurt", file=ContentFile(saved(drawing(), "PNG"), "hurt.png"))
    with image.file.storage.open(image.file.name, "wb") as file:
        file.write(png_head(64, 40))
    gone = PortalImage.objects.create(title="Gone", file=ContentFile(saved(drawing(), "PNG"), "gone.png"))
    gone.file.storage.delete(gone.file.name)
    for address in (
        reverse("wagtailimages:index"),
        reverse("wagtailimages_chooser:choose"),
        *(reverse("wagtailimages:edit", args=[one.pk]) for one in (image, gone)),
        *(reverse("wagtailimages_chooser:chosen", args=[one.pk]) for one in (image, gone)),
    ):
        assert editor_client.get(address).status_code == 200, address
