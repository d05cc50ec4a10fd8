"""Tells an editor when a record that is saved shows nowhere, since no error does.

A record that can come to that has a method ``shows_nowhere``: the reason in a sentence, or nothing.
"""

from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.panels import HelpPanel


class NowherePanel(HelpPanel):
    """Says in the form, above its fields, that the record as it is saved shows nowhere."""

    def __init__(self, content="", template="portal/nowhere_panel.html", **kwargs):
        super().__init__(content, template, **kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.content = self.instance.shows_nowhere() if self.instance and self.instance.pk else ""

        def is_shown(self):
            return super().is_shown() and bool(self.content)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
@hooks.register("after_edit_setting")
def say_that_it_shows_nowhere(request, record):
    """Warn after saving; not after the admin has saved by itself, which nobody is waiting for."""
    reason = record.shows_nowhere() if hasattr(record, "shows_nowhere") else ""
    if reason and request.accepts("text/html"):
        messages.warning(request, reason)
