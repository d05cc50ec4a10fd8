"""What the editor of a figure shows beyond fields."""

from wagtail.admin.panels import Panel

from .evidence import Evidence, look_up


class EvidencePanel(Panel):
    """Says whether words and value were found on the page of the file, for what is in the form now."""

    def __init__(self, **kwargs):
        super().__init__(**{"heading": "Found in the source?", **kwargs})

    class BoundPanel(Panel.BoundPanel):
        """The result for one figure."""

        template_name = "statistics/evidence_panel.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            result = look_up(self.instance)
            kept = getattr(self.instance, "evidence_check", None) if self.instance.pk else None
            context.update(
                result=result.label,
                is_found=result == Evidence.FOUND,
                accepted=kept if kept and kept.accepted_on and kept.result == result else None,
            )
            return context
