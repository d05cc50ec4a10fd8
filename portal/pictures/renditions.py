"""Makes the sizes and formats of a picture after it is saved, never in a visitor's request.

Making one AVIF takes a second of processor time; neither the first visitor after an upload nor the editor
must pay it. Until they are made, pages show what they show without a picture.
"""

import logging

from django.db import DatabaseError, models, transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.tasks import task
from wagtail.images.models import Filter, Picture

from .models import PortalImage, PortalRendition
from .source import clean_source

logger = logging.getLogger(__name__)

# What pages offer. The JPEG, which every browser can show, comes last: a picture that has it is complete.
SPECS = [f"{size}|format-{kind}" for kind in ("avif", "webp", "jpeg") for size in ("width-400", "width-800")]
_LAST = SPECS[-1]
# The admin's own small picture, so that lists of pictures open quickly.
THUMBNAIL = "max-165x165"


def make_renditions(image) -> list[str]:
    """Make every rendition of the image that does not exist yet; return why some could not be made."""
    made = set(image.renditions.filter(focal_point_key="").values_list("filter_spec", flat=True))
    missing = [spec for spec in (*SPECS, THUMBNAIL) if spec not in made]
    reasons, source = [], None
    for spec in missing:
        try:
            source = source or clean_source(image)
            image.create_rendition(Filter(spec=spec), source)
        except DatabaseError:
            raise
        # A damaged picture, no room, a store that is away: the other sizes may still be made.
        except Exception as error:
            reasons.append(f"{spec}: {error}")
    return reasons


@task(backend="pictures")
def make_renditions_of(image_id: int) -> None:
    """Make the renditions of one picture, if it is still there."""
    image = PortalImage.objects.filter(pk=image_id).first()
    if image is not None and (reasons := make_renditions(image)):
        logger.error("Picture %s could not be drawn: %s", image_id, "; ".join(reasons))


def without_renditions():
    """Return the pictures that are not complete: just saved, or left when a process ended."""
    complete = models.Q(renditions__filter_spec=_LAST)
    return PortalImage.objects.exclude(complete)


def shown(image) -> dict:
    """Return the renditions that a page may show now, by what was asked; none if it may not, or is not ready.

    One query, unless ``load_shown`` has asked for many pictures together.
    """
    found = getattr(image, "shown_renditions", None)
    if found is None:
        found = _public().filter(image=image)
    by_spec = {rendition.filter_spec: rendition for rendition in found}
    return {spec: by_spec[spec] for spec in SPECS if spec in by_spec} if _LAST in by_spec else {}


def load_shown(images: list) -> None:
    """Find what pages may show of all these pictures in one query."""
    ready = models.Prefetch("renditions", queryset=_public(), to_attr="shown_renditions")
    models.prefetch_related_objects([image for image in images if image is not None], ready)


def _public():
    renditions = PortalRendition.objects
    return renditions.in_open_collections().filter(filter_spec__in=SPECS, focal_point_key="")


def as_html(image, **attributes) -> str:
    """Return the picture's HTML for a page, or nothing."""
    renditions = shown(image) if image else {}
    for rendition in renditions.values():
        rendition.image = image  # which knows the words that this page has for it
    return str(Picture(renditions, attributes)) if renditions else ""


@receiver(post_save, sender=PortalImage, dispatch_uid="portal_make_renditions")
def make_renditions_when_saved(instance, raw=False, **kwargs):
    """Have the renditions made once the image is really saved."""
    if not raw and instance.file:
        transaction.on_commit(lambda: make_renditions_of.enqueue(instance.pk), robust=True)
