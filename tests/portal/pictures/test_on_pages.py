"""Pictures: made ready when they are uploaded, and never sent as the camera wrote them."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from portal.models import PortalImage, PortalRendition
from portal.pictures.renditions import SPECS
from tests.factories import make_information_page

pytestmark = pytest.mark.django_db
TAGS = re.compile(r"{%\s*(?:picture|image|srcset_image)\s(.*?)%}", re.DOTALL)


def png(width: int = 1000) -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (width, 500), "navy").save(out, "PNG")
    return SimpleUploadedFile("drawing.png", out.getvalue(), "image/png")


@pytest.fixture
def upload(editor_client, django_capture_on_commit_callbacks):
    """Return a function that uploads a picture in the admin."""

    def send(**fields):
        form = {"title": "A drawing", "file": png(), "description": "Blue lines", "tags": "", **fields}
        with django_capture_on_commit_callbacks(execute=True):
            assert editor_client.post(reverse("wagtailimages:add"), form).status_code == 302
        return PortalImage.objects.get(title=form["title"])

    return send


def test_no_template_uses_a_tag_that_would_draw_a_picture_in_a_visitors_request():
    templates = [path.read_text() for path in Path(settings.BASE_DIR, "templates").rglob("*.html")]
    assert sum(text.count("{% ready_picture ") for text in templates) >= 3
    assert not [text for text in templates if TAGS.search(text)]


def test_all_sizes_and_formats_are_made_when_a_picture_is_uploaded(upload):
    image = upload()
    assert set(image.renditions.values_list("filter_spec", flat=True)) >= set(SPECS)


def test_visiting_every_page_makes_no_picture(client, page):
    from wagtail.models import Page

    before = PortalRendition.objects.count()
    assert before >= 5 * len(SPECS)
    for visited in Page.objects.filter(depth__gte=2):
        client.get(visited.url)
    assert PortalRendition.objects.count() == before


def test_a_picture_is_offered_in_small_formats_with_its_size(client, page, upload):
    image = upload()
    block = {"image": {"image": image.pk, "decorative": False, "alt_text": "Blue lines"}, "caption": ""}
    made = make_information_page(page("/"))
    made.body = made._meta.get_field("body").stream_block.to_python([{"type": "picture", "value": block}])
    made.save_revision().publish()
    html = client.get(made.url).content.decode()
    picture = html[html.index("<picture") : html.index("</picture>")]
    assert 'type="image/avif"' in picture
    assert 'type="image/webp"' in picture
    assert 'alt="Blue lines"' in picture
    assert {'width="400"', 'height="200"'} <= set(picture[picture.index("<img") :].rstrip(">").split())
    for address in re.findall(r"/media/images/[\w.-]+", picture):
        response = client.get(address)
        assert response.status_code == 200
        assert "max-age=2592000" in response["Cache-Control"]
        response.close()


def test_the_file_name_never_becomes_the_description(upload):
    image = upload(title="IMG_0042.png", description="")
    assert image.get_rendition("width-400|format-webp").alt == ""


def test_the_original_of_a_picture_is_never_sent(client, upload):
    name = upload().file.name
    assert name.startswith("original_images/")
    for url in (f"/media/{name}", f"/{name}", f"/media/images/{name}", "/media/images/"):
        assert client.get(url).status_code == 404, url


@pytest.mark.parametrize("name", ["nothing.avif", ".", "a/b.webp", "%00.png"])
def test_a_picture_that_is_not_there_is_a_plain_404(client, name):
    assert client.get(f"/media/images/{name}").status_code == 404
