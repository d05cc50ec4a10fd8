"""The admin's report of help routes that somebody has to check."""

from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.permission_policies import ModelPermissionPolicy

from portal.admin.reports import LinkedFieldsColumn, ListReportView

from .check_list import routes_to_check
from .models import HelpRoute
from .register.completeness import by_gaps
from .register.edit_links import edit_url

PERMISSIONS = ["add", "change", "publish"]
POLICY = ModelPermissionPolicy(HelpRoute)


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
        TitleColumn("name", label="Help route", get_url=edit_url),
        Column("check_state", label="State", accessor=lambda route: route.check_state().replace("_", " ")),
        Column("checked_on", label="Checked on"),
        Column("checked_by", label="Checked by"),
        Column("due_on", label="Due"),
        Column("overdue_on", label="Withdrawn from"),
        Column("check_note", label="Note"),
    ]

    def get_queryset(self):
        return routes_to_check()


class _BarColumn(Column):
    """A bar with its words."""

    cell_template_name = "guidance/admin/completeness_cell.html"


class CompletenessView(ListReportView):
    """What visitors are not told of each help route, the worst gaps first."""

    page_title = "Help routes: what is missing"
    header_icon = "tasks"
    permission_policy = POLICY
    any_permission_required = PERMISSIONS
    index_url_name = "guidance_completeness"
    index_results_url_name = "guidance_completeness_results"
    list_export = ["name", "done", "wanted", "missing"]
    export_headings = {"done": "Complete answers", "wanted": "Of", "missing": "Missing"}
    columns = [
        TitleColumn("name", label="Help route", get_url=lambda found: edit_url(found.route)),
        _BarColumn("bar", label="Complete answers", accessor=lambda found: found),
        LinkedFieldsColumn("links", label="To fill in"),
    ]

    def get_queryset(self):
        return by_gaps()
