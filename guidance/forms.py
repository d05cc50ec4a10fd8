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

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("checked_now"):
            self.instance.note_check_today()
            cleaned["checked_on"] = self.instance.checked_on
        return cleaned
