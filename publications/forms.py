"""The form in which editors change a publication's page."""

from portal.pages.forms import PortalPageForm


class PublicationPageForm(PortalPageForm):
    """Tells the page whether it is to be published: a draft may lack what readers need."""

    def _post_clean(self):
        self.instance.to_publish = not self.is_deferred_validation
        super()._post_clean()
