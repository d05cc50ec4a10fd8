"""What the floor adds to Wagtail: quicker links, the list of claims to check, and the editors' guide."""

from django.shortcuts import render
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .accounts import HOOK as GROUP_PERMISSIONS
from .admin.explorer import page_viewset
from .admin.page_chooser import rows_to_choose
from .admin.reports import register_report
from .claims.queue import HOOK
from .claims.quotations import quotation_claims
from .claims.reports import ClaimsView
from .claims.self_checks import self_check_claims
from .editing.nowhere import say_that_it_shows_nowhere  # noqa: F401  (registers itself)
from .keeping.sight import viewer, visible_pages
from .pages.publishing import refuse_unfinished_pages
from .phrases.views import WordsOfTheSiteItem, edit_phrases
from .rich_text.handlers import MarkedPageLinkHandler, OutboundLinkHandler
from .safety.first_audit import audit_a_new_site
from .schedule import HOOK as SCHEDULE
from .site.one_site import refuse_form


@hooks.register("register_rich_text_features", order=10)
def look_up_page_links_together(features):
    """Put our handler in the place of Wagtail's, which registered before."""
    features.register_link_type(MarkedPageLinkHandler)


@hooks.register("register_rich_text_features")
def keep_the_reader_from_linked_sites(features):
    """Give links to other sites, wherever they stand in rich text, their ``rel``."""
    features.register_link_type(OutboundLinkHandler)


@hooks.register("insert_global_admin_js")
def keep_typed_dates():
    """Keep what an editor types into any date or time field, until the server has read it."""
    return format_html('<script src="{}"></script>', static("js/admin_dates.js"))


@hooks.register("insert_global_admin_js")
def lose_nothing():
    """Count characters, name the fields of a refused form, and keep unsaved text for whoever types it."""
    user = viewer()
    return format_html(
        '<script src="{}"></script><script src="{}"></script><script src="{}" data-user="{}"></script>',
        static("js/admin_lengths.js"),
        static("js/admin_errors.js"),
        static("js/admin_kept_text.js"),
        user.pk if user else "",
    )


@hooks.register("register_rich_text_features", order=20)
def leave_out_what_no_editor_offers(features):
    """Write nothing for documents, pictures and films in running text.

    No text of this site can be given them. One that got them otherwise would ask for addresses
    that the site does not have, and its page would break.
    """
    features.link_types.pop("document", None)
    for kind in ("image", "media"):
        features.embed_types.pop(kind, None)


def editors_guide(request):
    """Show the editors' guide to anyone who may use the admin."""
    return render(request, "portal/editors_guide.html")


@hooks.register("register_admin_urls")
def editors_guide_url():
    """Give the guide an address in the admin, which only staff can open."""
    return [path("guide/", editors_guide, name="portal_editors_guide")]


@hooks.register("register_admin_urls", order=-1)
def no_second_site_url():
    """Stand before Wagtail's own form for a new site."""
    return [path("sites/new/", refuse_form, name="portal_no_second_site")]


@hooks.register("register_admin_urls")
def phrases_url():
    """Give the words of the site an address in the admin."""
    return [path("words/", edit_phrases, name="portal_phrases")]


@hooks.register("register_settings_menu_item")
def phrases_menu_item():
    """Put the words of the site beside the site settings, for whoever may change those."""
    return WordsOfTheSiteItem("Words of the site", reverse("portal_phrases"), icon_name="pilcrow", order=11)


@hooks.register("register_help_menu_item")
def editors_guide_menu_item():
    """Put the guide first in the help menu."""
    return MenuItem("Editors' guide", reverse("portal_editors_guide"), icon_name="help", order=10)


@hooks.register("construct_page_chooser_queryset")
def choose_among_what_may_be_seen(pages, request):
    """Show in choosers, browsed or searched, only pages whose titles the user may read."""
    return rows_to_choose(visible_pages(request.user, pages))


@hooks.register("register_admin_viewset")
def list_pages_in_time():
    """Put our list of pages in the place of Wagtail's, which registered before."""
    return page_viewset


@hooks.register(GROUP_PERMISSIONS)
def who_changes_the_settings():
    """Let those who publish change the site's settings and put up a banner."""
    return {"Moderators": ["portal.change_sitesettings", "portal.change_alertbanner"]}


hooks.register("before_bulk_action", refuse_unfinished_pages)
hooks.register(HOOK, quotation_claims)
hooks.register(HOOK, self_check_claims)
hooks.register(SCHEDULE, audit_a_new_site)
register_report(ClaimsView, "claims", order=50)
