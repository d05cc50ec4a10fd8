"""The admin's list of claims that need attention."""

from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.permissions import page_permission_policy

from ..admin.reports import LinkedFieldsColumn, ListReportView
from ..keeping.sight import works_on
from .queue import claims


class ClaimsView(ListReportView):
    """Figures, quotations and help routes that are unverified, expired, superseded or without evidence."""

    page_title = "Claims to check"
    header_icon = "warning"
    index_url_name = "portal_claims"
    index_results_url_name = "portal_claims_results"
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]
    list_export = ["kind", "what", "where", "problem", "who", "since"]
    columns = [
        Column("problem", label="Problem"),
        TitleColumn("what", label="Claim", get_url=lambda claim: claim.edit_url),
        LinkedFieldsColumn(
            "fields",
            label="Fields",
            accessor=lambda claim: [("", claim.fields)] if claim.fields else [],
        ),
        Column("kind", label="Kind"),
        Column("where", label="Where"),
        Column("who", label="Last changed by"),
        Column("since", label="Since"),
    ]

    def get_queryset(self):
        return [claim for claim in claims() if works_on(self.request.user, claim.of)]
