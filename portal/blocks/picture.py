"""A picture from the library."""

from wagtail import blocks
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

from ..pictures.renditions import load_shown


class PictureBlock(blocks.StructBlock):
    """A picture from the library, with its description."""

    image = ImageBlock(
        help_text="An abstract drawing. Never a photograph of a child, and never a picture of abuse."
    )
    caption = blocks.CharBlock(required=False, help_text="Shown under the picture.")

    def bulk_to_python(self, values):
        """Return the values, with what can be shown of all their pictures found in one query."""
        found = super().bulk_to_python(values)
        load_shown([value["image"] for value in found])
        return found

    def get_preview_value(self):
        picture = get_image_model().objects.first()
        return self.normalize({"image": picture, "caption": "Lines in the manner of a banknote"})

    class Meta:
        icon = "image"
        template = "blocks/picture.html"
        description = "A drawing with a caption."
