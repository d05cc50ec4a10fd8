"""The block that shows visitors whether the site keeps its promises to them."""

from wagtail import blocks

from ..safety.result import SafetyAuditResult

SHOWN = 30


class SafetyAuditResultBlock(blocks.StaticBlock):
    """What `manage.py safety_audit` found last, with its date."""

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        result = SafetyAuditResult.objects.first()
        findings = result.findings if result else []
        more = max(0, len(findings) - SHOWN)
        return context | {"result": result, "findings": findings[:SHOWN], "more": more}

    class Meta:
        icon = "check"
        template = "blocks/safety_audit_result.html"
        description = "The date and the result of the last safety audit of this site."
        admin_text = "Shows what the last safety audit found, and when. It is filled in by itself."
        preview_value = None
