"""The form in which editors change a help route."""

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm

from portal.pages.forms import KeepsWhatIsUsed


class HelpRouteForm(KeepsWhatIsUsed, WagtailAdminModelForm):
    """Adds one tick, since a changed contact that is checked on the same day has the same date."""

    checked_now = forms.BooleanField(
        label="I have checked everything today",
        required=False,
        help_text="Tick after you have changed a contact and made sure of it. Puts in today's date.",
    )

    def defer_required_fields(self):
        super().defer_required_fields()
        self.instance.may_lack_contact = True

    def restore_required_fields(self):
        super().restore_required_fields()
        self.instance.may_lack_contact = False

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("checked_now"):
            self.instance.note_check_today()
            cleaned["checked_on"] = self.instance.checked_on
        self._name_who_checked(cleaned)
        return cleaned

    def _name_who_checked(self, cleaned: dict) -> None:
        """Put in who enters a new day of a check, if they did not say who made it."""
        is_new = cleaned.get("checked_now") or "checked_on" in self.changed_data
        if is_new and cleaned.get("checked_on") and self.for_user and not cleaned.get("checked_by"):
            cleaned["checked_by"] = self.for_user.get_full_name() or self.for_user.get_username()
