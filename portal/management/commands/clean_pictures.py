"""Cleans the pictures that are stored already, and makes what pages need of them."""

from django.core.management.base import BaseCommand, CommandError
from wagtail.images.models import SourceImageIOError

from portal.pictures.models import PortalImage
from portal.pictures.renditions import make_renditions
from portal.pictures.stored import clean_original, remove_bad_renditions


class Command(BaseCommand):
    """Does to stored pictures what is done today when one is stored. Safe to run twice."""

    help = (
        "Removes position, camera, comments and all else but the picture from stored pictures and their "
        "sizes, makes missing sizes, and says what it did. A second run finds nothing to do."
    )

    def handle(self, **options):
        done = {"cleaned": 0, "sizes removed": 0, "sizes made": 0}
        failed = 0
        for image in PortalImage.objects.order_by("pk"):
            name = f"Picture {image.pk} (“{image.title}”)"
            try:
                if clean_original(image):
                    done["cleaned"] += 1
                    self.stdout.write(f"{name}: removed what is no picture from its file.")
            except SourceImageIOError as error:
                failed += 1
                self.stderr.write(f"{name}: {error} Replace its file, or delete it.")
                done["sizes removed"] += remove_bad_renditions(image)
                continue
            done["sizes removed"] += remove_bad_renditions(image)
            before = image.renditions.count()
            for reason in make_renditions(image):
                self.stderr.write(f"{name}: {reason}")
            done["sizes made"] += image.renditions.count() - before
        self.stdout.write("Pictures: " + ", ".join(f"{count} {what}" for what, count in done.items()) + ".")
        if failed:
            raise CommandError(f"{failed} pictures could not be cleaned; they are named above.")
