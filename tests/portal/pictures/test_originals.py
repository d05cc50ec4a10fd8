"""Originals stay private; a decorative picture stays decorative."""

import pytest

from portal.models import PortalImage


@pytest.mark.django_db
@pytest.mark.parametrize("dots", ["..", "%2e%2e", "%2E.", "x/../.."])
def test_no_address_sends_the_original_of_a_picture(client, dots):
    name = PortalImage.objects.first().file.name
    response = client.get(f"/media/images/{dots}/{name}")
    sent = b"".join(response.streaming_content) if response.streaming else b""
    assert (response.status_code, sent[:4]) == (404, b"")


@pytest.mark.django_db
def test_a_picture_ticked_as_decorative_stays_so_and_has_no_description():
    """Wagtail's AbstractImage.__init__ sets self.decorative = False on every load from the database."""
    image = PortalImage.objects.first()
    image.is_decorative, image.description = True, "Blue lines"
    image.save()
    again = PortalImage.objects.get(pk=image.pk)
    assert again.is_decorative
    assert again.default_alt_text == ""
    again.save()
    assert PortalImage.objects.filter(pk=image.pk, is_decorative=True).exists()
