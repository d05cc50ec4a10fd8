"""Makes the sizes and formats of a picture when it is saved, never in a visitor's request.

Making one AVIF takes a second of processor time; the first visitor after an upload must not pay it.
"""

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.images.models import Filter

# The widths and formats that the templates ask for. A test holds the two together.
SPECS = [f"{size}|format-{kind}" for size in ("width-400", "width-800") for kind in ("avif", "webp", "jpeg")]


def make_renditions(image) -> None:
    """Make every rendition of the image that does not exist yet."""
    image.get_renditions(*(Filter(spec=spec) for spec in SPECS))


@receiver(post_save, sender="portal.PortalImage", dispatch_uid="portal_make_renditions")
def make_renditions_when_saved(instance, raw=False, **kwargs):
    """Make the renditions once the image is really saved."""
    if not raw and instance.file:
        transaction.on_commit(lambda: make_renditions(instance), robust=True)
