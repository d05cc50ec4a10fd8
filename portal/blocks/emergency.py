"""999 and 101."""

from wagtail import blocks


class EmergencyBlock(blocks.StaticBlock):
    """999 and 101. The words stand in the template, so that no edit can lose them."""

    class Meta:
        icon = "warning"
        template = "blocks/emergency.html"
        description = "Call 999 in an emergency, 101 if it can wait."
        admin_text = "Shows 999 for an emergency and 101 for everything else."
        preview_value = None
