"""What lets a document be deleted and brought back as it was."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from wagtail.documents.models import DocumentQuerySet
from wagtail.log_actions import get_active_log_context, log

from portal.keeping.watch import taken_away

DAYS_KEPT = 30


class BinnableQuerySet(DocumentQuerySet):
    """Deletes by putting into the bin, like a document itself."""

    def delete(self):
        with transaction.atomic():
            binned = list(self)
            for document in binned:
                document.delete()
        return len(binned), {self.model._meta.label: len(binned)}


class OutsideBinManager(models.Manager.from_queryset(BinnableQuerySet)):
    """Finds documents that are not in the bin: no form, list or chooser knows of the others."""

    def get_queryset(self):
        return super().get_queryset().filter(deleted_at=None)


class InBinManager(models.Manager):
    """Finds documents that are in the bin."""

    def get_queryset(self):
        return super().get_queryset().exclude(deleted_at=None)

    def due(self, at: datetime | None = None):
        """Return those that have been there for 30 days."""
        return self.filter(deleted_at__lte=(at or timezone.now()) - timedelta(days=DAYS_KEPT))


class Binnable(models.Model):
    """A record that ``delete`` puts into the bin, with its file, its versions and all that refers to it."""

    deleted_at = models.DateTimeField(null=True, editable=False)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    deleted_by.wagtail_reference_index_ignore = True

    objects = OutsideBinManager()
    in_bin = InBinManager()

    class Meta:
        abstract = True

    @property
    def goes_on(self) -> datetime:
        """When it is removed for good, if nobody brings it back."""
        return self.deleted_at + timedelta(days=DAYS_KEPT)

    def delete(self, *args, **kwargs):
        """Put the document into the bin; ``remove_for_good`` deletes it."""
        taken_away.send(sender=type(self), instance=self)
        self.deleted_at, self.deleted_by = timezone.now(), get_active_log_context().user
        self._write_bin_state()
        return 1, {self._meta.label: 1}

    def restore(self) -> None:
        """Bring the document back as it was."""
        self.deleted_at = self.deleted_by = None
        self._write_bin_state()
        log(self, "portal.restore")

    def remove_for_good(self, reason: str = "") -> None:
        """Delete the document, its versions and their files; the reason stays in the log."""
        log(self, "portal.remove", data={"reason": reason}, deleted=True)
        super().delete()

    def _write_bin_state(self) -> None:
        state = {"deleted_at": self.deleted_at, "deleted_by": self.deleted_by}
        type(self)._base_manager.filter(pk=self.pk).update(**state)
