"""What the form of a figure asks for beyond its fields."""

from django.utils import timezone

from portal.pages.forms import PortalPageForm

from .choices import State

ASK = (
    "You changed the value, unit or period of a published figure. Say here what was wrong and what is right "
    "now, in one or two sentences: readers who cited it need to know."
)
SEEN_BEFORE = (
    "The value, unit or period was changed after this day, so what was seen then is something else. Enter "
    "the day on which the new value was seen in the source, or choose another state."
)


class FigureForm(PortalPageForm):
    """Asks for a correction before a changed value is published. A draft is saved without one."""

    def clean(self):
        cleaned = super().clean()
        has_errors = any(name in self.errors for name in self.instance.CORRECTED)
        if self.is_deferred_validation or has_errors:
            return cleaned
        if not cleaned.get("correction") and self.instance.would_correct(cleaned):
            self.add_error("correction", ASK)
        if self._seen_before_the_change(cleaned):
            self.add_error("seen_on", SEEN_BEFORE)
        return cleaned

    def _seen_before_the_change(self, cleaned) -> bool:
        """Whether somebody saw the figure in its source, but only what it said before."""
        seen = cleaned.get("seen_on")
        is_old = seen and "seen_on" not in self.changed_data and seen != timezone.localdate()
        return bool(
            is_old and cleaned.get("state") == State.VERIFIED and self.instance.would_correct(cleaned)
        )
