"""The form in which editors change a page of facts."""

from django import forms

from portal.pages.forms import PortalPageForm


class FactsForm(PortalPageForm):
    """Adds the tick by which somebody makes sure of all facts of a page."""

    checked_now = forms.BooleanField(
        label="I have checked every fact of this page today",
        required=False,
        help_text="Tick after you have read each source. Puts in today's date and your name.",
    )

    def save(self, commit=True):
        """Save the page and its rows; the tick counts for the rows as they are sent with it."""
        page = super().save(commit=commit)
        if self.cleaned_data.get("checked_now") and self.for_user:
            page.confirm_facts(self.for_user.get_full_name() or self.for_user.get_username())
            if commit:
                page.save(clean=False)
        return page
