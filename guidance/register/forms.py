"""The form in which editors change a help route."""

from django import forms
from django.utils.html import strip_tags
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField

from portal.pages.forms import KeepsWhatIsUsed

from ..models.route_evidence import Cell
from ..models.route_register import FIELDS


def _answer(route, cell: Cell) -> list:
    """Return what the fields of an answer say, alike whether they come from the database or from the form."""
    values = [(route._meta.get_field(name), getattr(route, name)) for name in FIELDS[cell]]
    return [
        [(entry.block_type, entry.value) for entry in value]
        if isinstance(value, StreamValue)
        else strip_tags(value)
        if isinstance(field, RichTextField)
        else field.to_python(value)
        for field, value in values
    ]


class HelpRouteForm(KeepsWhatIsUsed, WagtailAdminModelForm):
    """Adds one tick, since a changed contact that is checked on the same day has the same date."""

    checked_now = forms.BooleanField(
        label="I have checked everything today",
        required=False,
        help_text="Tick after you have changed a contact and made sure of it. Puts in today's date.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.answers_before = {cell: _answer(self.instance, cell) for cell in FIELDS}

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

    def save(self, commit=True):
        self.instance.changed_without_source = self._changed_without_source()
        return super().save(commit=commit)

    def _changed_without_source(self) -> tuple[str, ...]:
        """Return the names of the answers that were changed while their sources stayed as they were."""
        sources = self.formsets["evidence"].forms if "evidence" in self.formsets else []
        read_anew = {form.cleaned_data.get("cell") for form in sources if form.has_changed()}
        return tuple(
            cell.label
            for cell, before in self.answers_before.items()
            if cell not in read_anew and before != _answer(self.instance, cell)
        )

    def _name_who_checked(self, cleaned: dict) -> None:
        """Put in who enters a new day of a check, if they did not say who made it."""
        is_new = cleaned.get("checked_now") or "checked_on" in self.changed_data
        if "checked_by" in self.changed_data and cleaned.get("checked_by"):
            return
        if is_new and cleaned.get("checked_on") and self.for_user:
            cleaned["checked_by"] = self.for_user.get_full_name() or self.for_user.get_username()
