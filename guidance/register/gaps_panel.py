"""Tells an editor in a route's form what is still missing and what visitors are not told."""

from wagtail.admin.panels import HelpPanel

from .completeness import of_route


class GapsPanel(HelpPanel):
    """Names every answer that lacks something, each a click from its field, as the route is saved."""

    def __init__(self, content="", template="guidance/admin/gaps_panel.html", **kwargs):
        super().__init__(content, template, **kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            is_saved = bool(self.instance and self.instance.pk)
            self.completeness = of_route(self.instance) if is_saved else None

        def is_shown(self):
            return super().is_shown() and self.completeness is not None
