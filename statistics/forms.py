"""What the form of a figure asks for beyond its fields."""

from portal.forms import PortalPageForm

from .models.version import CORRECTED, plain_values

ASK = (
    "You changed the value, unit or period of a published figure. Say here what was wrong and what is right "
    "now, in one or two sentences: readers who cited it need to know."
)


class FigureForm(PortalPageForm):
    """Asks for a correction before a changed value is published. A draft is saved without one."""

    def clean(self):
        cleaned = super().clean()
        is_unfinished = self.is_deferred_validation or any(name in self.errors for name in CORRECTED)
        if not is_unfinished and not cleaned.get("correction") and self._changes_what_was_said():
            self.add_error("correction", ASK)
        return cleaned

    def _changes_what_was_said(self) -> bool:
        """Whether value, unit or period differ from what readers see now."""
        newest = self.instance.newest_version() if self.instance.pk else None
        if newest is None:
            return False
        now = {name: self.cleaned_data.get(name) for name in CORRECTED}
        return plain_values(now) != {name: newest.said.get(name) for name in CORRECTED}
