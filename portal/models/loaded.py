"""What load_content made, so that a second run can tell an editor's change from its own."""

from django.db import models


class LoadedContent(models.Model):
    """One piece of the default content: which file it came from and what was made of it."""

    unseen_by_visitors = True

    key = models.CharField(max_length=200, unique=True)
    digest = models.CharField(max_length=64)
    object_id = models.CharField(max_length=64)
    revision_id = models.CharField(max_length=64, blank=True)

    def __str__(self):
        return self.key
