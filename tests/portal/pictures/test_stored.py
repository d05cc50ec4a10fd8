"""Pictures that an earlier release stored as they came."""

from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command

from portal.models import PortalImage
from portal.pictures.renditions import SPECS, make_renditions

from .making import drawing, photograph, png_head, saved, secrets_in
from .test_upload import stored_files

pytestmark = pytest.mark.django_db


def stored_as_it_came(title: str, data: bytes, name: str) -> PortalImage:
    """Return a picture whose file is what an earlier release would have stored."""
    image = PortalImage.objects.create(title=title, file=ContentFile(saved(drawing(), "PNG"), name))
    with image.file.storage.open(image.file.name, "wb") as file:
        file.write(data)
    return image


def run(**options) -> str:
    out = StringIO()
    call_command("clean_pictures", stdout=out, stderr=out, **options)
    return out.getvalue()


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp")])
def test_the_command_cleans_pictures_and_their_sizes_and_finds_nothing_the_second_time(
    kind, name, django_capture_on_commit_callbacks
):
    image = stored_as_it_came("Old", photograph(kind, orientation=6, size=(500, 420)), name)
    make_renditions(image)
    size = image.renditions.get(filter_spec=SPECS[-1])
    with size.file.storage.open(size.file.name, "wb") as file:
        file.write(photograph("JPEG"))
    old_names = [image.file.name, size.file.name]
    with django_capture_on_commit_callbacks(execute=True):
        said = run()
    assert "“Old”" in said
    image = PortalImage.objects.get(pk=image.pk)
    files = stored_files(image)
    assert [secrets_in(file) for file in files] == [[]] * len(files)
    assert len(files) >= 1 + len(SPECS)
    assert (image.width, image.height) == (420, 500)
    assert not [name for name in old_names if image.file.storage.exists(name)]
    assert run() == "Pictures: 0 cleaned, 0 sizes removed, 0 sizes made.\n"


def test_a_size_that_tells_too_much_is_made_again_though_the_picture_is_clean():
    image = PortalImage.objects.get(title=PortalImage.objects.first().title)
    size = image.renditions.get(filter_spec=SPECS[-1])
    with size.file.storage.open(size.file.name, "wb") as file:
        file.write(photograph("JPEG"))
    assert "1 sizes removed, 1 sizes made" in run()
    assert not secrets_in(stored_files(image)[-1])


def test_the_command_names_what_it_cannot_clean_and_cleans_the_others():
    stored_as_it_came("Hurt", png_head(64, 40), "hurt.png")
    gone = stored_as_it_came("Gone", b"", "gone.png")
    gone.file.storage.delete(gone.file.name)
    fine = stored_as_it_came("Fine", photograph(), "fine.jpg")
    out = StringIO()
    with pytest.raises(CommandError, match="2 pictures could not be cleaned"):
        call_command("clean_pictures", stdout=out, stderr=out)
    assert "“Hurt”" in out.getvalue()
    assert "“Gone”" in out.getvalue()
    assert not secrets_in(stored_files(PortalImage.objects.get(pk=fine.pk))[0])


def test_a_size_made_from_an_original_that_nobody_cleaned_tells_nothing():
    image = stored_as_it_came("Old", photograph(size=(500, 420)), "a.jpg")
    make_renditions(image)
    assert [secrets_in(file) for file in stored_files(image)[1:]] == [[]] * image.renditions.count()
