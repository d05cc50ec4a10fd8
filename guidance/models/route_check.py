"""The verification clock of a help route: when it was checked, and what happens when it was not."""

from datetime import date, timedelta
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone


class CheckState(StrEnum):
    """Where the clock stands on a day."""

    IN_DATE = "in_date"
    DUE = "due"
    OVERDUE = "overdue"


class RouteCheck(models.Model):
    """Who checked it, when, against what, and how long that is good for.

    Dates are days in the UK. A route that was checked on a day is in date until the day on which the
    next check is due; from then on visitors are warned; when the days of grace are over, its contacts
    are withdrawn. The emergency route has no clock.
    """

    checked_on = models.DateField(
        null=True,
        blank=True,
        help_text="When somebody last made sure that all of this is right. Emptied when a contact changes.",
    )
    checked_by = models.CharField(
        max_length=120,
        blank=True,
        help_text="Who checked it: a name or a role. Shown to staff only. Until it is filled in, visitors "
        "read “Looked up …, not yet confirmed by the owner”.",
    )
    evidence_url = models.URLField(
        "evidence", blank=True, help_text="The service's own page that says so. Shown to staff only."
    )
    check_every_days = models.PositiveSmallIntegerField(
        "check every … days",
        default=90,
        help_text="After so many days visitors read that it was not checked lately.",
    )
    grace_days = models.PositiveSmallIntegerField(
        "days of grace",
        default=30,
        help_text="After so many days more the numbers and addresses are withdrawn; the official site stays.",
    )
    check_note = models.CharField(
        max_length=200, blank=True, help_text="What still needs checking. Shown to staff."
    )
    # The contacts and the date of the last check, by which a changed contact is noticed.
    checked_contacts = models.JSONField(default=dict, blank=True, editable=False)
    # Where the clock starts for a route that nobody has checked.
    unchecked_since = models.DateField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.forget_check_of_other_contacts()
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        if self.checked_on and self.checked_on > timezone.localdate():
            raise ValidationError(
                {"checked_on": "A check cannot be in the future. Enter the day it was made."}
            )
        self.forget_check_of_other_contacts()

    def forget_check_of_other_contacts(self) -> None:
        """Empty the date of the check if a contact changed after it, unless a later check is entered.

        What was checked is kept until then, so that saving the same form twice, as the admin does while
        an editor types, cannot bring the old date back; putting the old contact back does.
        """
        contacts = self._contacts()
        checked = self.checked_contacts or {}
        as_checked = {name: checked.get(name, "") for name in contacts}
        is_other = bool(checked) and contacts != as_checked
        if self.checked_on and is_other and str(self.checked_on) <= checked.get("on", ""):
            self.checked_on = None
            self.checked_by = ""
        if self.checked_on:
            self.checked_contacts = {**contacts, "on": str(self.checked_on)}
            self.unchecked_since = None
        elif self.unchecked_since is None:
            self.unchecked_since = timezone.localdate()

    def note_check_today(self) -> None:
        """Say that everything, as it stands now, was checked today."""
        self.checked_on = timezone.localdate()
        self.checked_contacts = {}

    @property
    def is_confirmed(self) -> bool:
        """Whether a person checked it, so that it was not only looked up for the default content."""
        return bool(self.checked_on and self.checked_by)

    def pretend(self, state: CheckState) -> None:
        """Set the clock to a state, for a preview that is never saved."""
        age = self.check_every_days + (self.grace_days + 1 if state is CheckState.OVERDUE else 0)
        self.checked_on = timezone.localdate() - timedelta(days=age)

    def _contacts(self) -> dict[str, str]:
        """Return the contacts in the form in which they are kept."""
        return {
            name: self._meta.get_field(name).to_python(getattr(self, name)) or "" for name in self.CONTACTS
        }

    @property
    def due_on(self) -> date | None:
        """The first day on which visitors are warned; None for the emergency route."""
        if self.is_emergency:
            return None
        if self.checked_on:
            return self.checked_on + timedelta(days=self.check_every_days)
        return self.unchecked_since or timezone.localdate()

    @property
    def overdue_on(self) -> date | None:
        """The first day on which its contacts are withdrawn; None for the emergency route."""
        return self.due_on and self.due_on + timedelta(days=self.grace_days + 1)

    @property
    def is_withdrawn(self) -> bool:
        """Whether visitors no longer get its contacts, only its official site."""
        return self.check_state() is CheckState.OVERDUE

    def check_state(self, on: date | None = None) -> CheckState:
        """Return where the clock stands on a day, by default today in the UK."""
        on = on or timezone.localdate()
        if self.is_emergency or on < self.due_on:
            return CheckState.IN_DATE
        return CheckState.DUE if on < self.overdue_on else CheckState.OVERDUE
