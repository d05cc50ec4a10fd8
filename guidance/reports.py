"""The admin's report of help routes that somebody has to check."""

from django.urls import reverse
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.permission_policies import ModelPermissionPolicy

from portal.admin.reports import ListReportView

from .check_list import routes_to_check
from .models import HelpRoute

PERMISSIONS = ["add", "change", "publish"]
POLICY = ModelPermissionPolicy(HelpRoute)


def _edit_url(route) -> str:
    return reverse("wagtailsnippets_guidance_helproute:edit", args=[route.pk])


class RouteChecksView(ListReportView):
    """Due and overdue routes, the most urgent first."""

    page_title = "Help routes to check"
    header_icon = "mail"
    permission_policy = POLICY
    any_permission_required = PERMISSIONS
    index_url_name = "guidance_route_checks"
    index_results_url_name = "guidance_route_checks_results"
    list_export = ["name", "check_state", "checked_on", "checked_by", "due_on", "overdue_on", "check_note"]
    export_headings = {"check_state": "State", "due_on": "Due", "overdue_on": "Withdrawn from"}
    columns = [
        TitleColumn("name", label="Help route", get_url=_edit_url),
        Column("check_state", label="State", accessor=lambda route: route.check_state().replace("_", " ")),
        Column("checked_on", label="Checked on"),
        Column("checked_by", label="Checked by"),
        Column("due_on", label="Due"),
        Column("overdue_on", label="Withdrawn from"),
        Column("check_note", label="Note"),
    ]

    def get_queryset(self):
        return routes_to_check()
