"""The site's pictures: drawings made for it, each with what it depicts, licence and credit."""

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage


class PortalImage(AbstractImage):
    """A picture. Its renditions are made when it is saved, never in a visitor's request."""

    # Not "decorative": Wagtail sets an attribute of that name on every image it loads.
    is_decorative = models.BooleanField(
        "decorative",
        default=False,
        help_text="Tick if the picture adds nothing that the text does not say. Screen readers then skip it.",
    )
    credit = models.CharField(
        max_length=200, blank=True, help_text="Who made it, for example “Drawn for this site”."
    )
    licence = models.CharField(
        max_length=200, blank=True, help_text="Under which licence it may be used here."
    )

    admin_form_fields = (*WagtailImage.admin_form_fields, "is_decorative", "credit", "licence")

    @property
    def default_alt_text(self) -> str:
        """The description for people who cannot see it; empty if decorative. Never the file name."""
        return "" if self.is_decorative else self.description


class PortalRendition(AbstractRendition):
    """One size and format of a picture."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="portal_rendition_once"
            )
        ]
