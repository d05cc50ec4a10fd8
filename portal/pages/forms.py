"""What the forms of every page check beyond their fields."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm

from ..keeping.reasons import why_not_remove
from ..text.slugs import why_no_slug

NO_ALIAS = (
    "Figures cannot have an alias: it would be a second record of the same figure, which no correction "
    "reaches. Copy without “Alias”, or quote the figure."
)


class KeepsWhatIsUsed:
    """Refuses an end for what others stand on: it would be taken from them by the clock."""

    def clean(self):
        cleaned = super().clean()
        ends = self.cleaned_data.get("expire_at") and "expire_at" in self.changed_data
        things = [self.instance] if ends and self.instance.pk else []
        if refusal := why_not_remove(self.for_user, things, deleted=False):
            self.add_error("expire_at", refusal.sentence())
        return cleaned


class PortalPageForm(KeepsWhatIsUsed, WagtailAdminPageForm):
    """Refuses what may not be published, and a row that relates a page to itself.

    The row cannot tell by itself: it learns which page it belongs to only when it is saved. A page
    type names such rows in ``not_itself``: (name of the rows, name of their page chooser).
    """

    def _post_clean(self):
        super()._post_clean()
        if not self.is_deferred_validation:
            try:
                self.instance.refuse_publishing()
            except ValidationError as refusal:
                self._update_errors(refusal)

    def is_valid(self):
        return super().is_valid() and not any(
            self._refuse_itself(rows, chooser) for rows, chooser in self.instance.not_itself
        )

    def _refuse_itself(self, rows: str, chooser: str) -> bool:
        """Add an error to each row that names the page itself; return whether there was one."""
        found = False
        for form in self.formsets[rows].forms if rows in self.formsets else ():
            other = form.cleaned_data.get(chooser)
            if other and other.pk == self.instance.pk and not form.cleaned_data.get("DELETE"):
                form.add_error(chooser, "Choose another page: this is the page itself.")
                found = True
        return found


class PortalCopyForm(CopyForm):
    """Refuses a slug that no page may have, and a second page kept in step where that would mislead."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.page.specific_class.may_have_aliases:
            self.fields.pop("alias", None)

    def clean_new_slug(self):
        """Return the slug.

        Raises:
            ValidationError: saying which one would do.
        """
        slug = self.cleaned_data["new_slug"]
        if reason := why_no_slug(slug):
            raise ValidationError(reason)
        return slug

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("alias") and any(
            not getattr(page.specific_class, "may_have_aliases", True)
            for page in self.page.get_descendants(inclusive=True)
        ):
            self.add_error("alias", NO_ALIAS)
        return cleaned
