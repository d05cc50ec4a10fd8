"""Registers the admin's side of guidance."""

from wagtail import hooks
from wagtail.admin import messages
from wagtail.search.index import insert_or_update_object
from wagtail.snippets.models import register_snippet

from portal.accounts import HOOK as GROUP_PERMISSIONS
from portal.admin.reports import register_report
from portal.answering.always import HOOK as ALWAYS_KEPT
from portal.answering.moments import HOOK as NEXT_CHANGE
from portal.answering.moments import first_after
from portal.claims.queue import HOOK
from portal.models.home import FRONT_DOOR_HOOK
from portal.phrases import HOOK as PHRASES
from portal.phrases.forms import CHECK_HOOK
from portal.search.help_for_words import HOOK as HELP_FOR_WORDS

from .claims import route_claims
from .facts.claims import page_claims
from .finder.addresses import every_address
from .finder.front_door import front_door
from .finder.phrases import faults_of, finder_phrases
from .glossary.editing import register as register_terms
from .models import GlossaryPage, GlossaryTerm, HelpRoute
from .models.addresses import help_addresses
from .reports import CompletenessView, RouteChecksView
from .viewsets import GlossaryTermViewSet, HelpRouteViewSet
from .words.answering import help_for_words
from .words.viewset import SearchWordsViewSet

register_snippet(HelpRouteViewSet)
register_snippet(GlossaryTermViewSet)
register_snippet(SearchWordsViewSet)


register_report(RouteChecksView, "help-routes", order=100)
register_report(CompletenessView, "help-routes-missing", order=101)
hooks.register(HOOK, route_claims)
hooks.register(HOOK, page_claims)
hooks.register("register_rich_text_features", register_terms)
hooks.register(PHRASES, finder_phrases)
hooks.register(CHECK_HOOK, faults_of)
hooks.register(FRONT_DOOR_HOOK, front_door)
hooks.register(HELP_FOR_WORDS, help_for_words)
hooks.register(ALWAYS_KEPT, help_addresses)
hooks.register(ALWAYS_KEPT, every_address)
hooks.register(NEXT_CHANGE, lambda now: first_after(now, "expire_at", HelpRoute.objects))


@hooks.register(GROUP_PERMISSIONS)
def who_works_on_help_routes():
    """Let editors write help routes, terms, and words that lead to help; those who publish show them."""
    models = ("helproute", "searchwords")
    write = [f"guidance.{action}_{model}" for model in models for action in ("add", "change", "view")]
    publish = ["guidance.publish_helproute", "guidance.publish_searchwords", "guidance.delete_searchwords"]
    # A term has no draft: whoever writes one publishes it.
    terms = [f"guidance.{action}_glossaryterm" for action in ("add", "change", "delete")]
    see = ["guidance.view_glossaryterm"]
    return {"Editors": [*write, *see], "Moderators": [*write, *see, *publish, *terms]}


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def say_what_is_not_checked(request, snippet):
    """Tell an editor whose change emptied the check's day or left the sources; not after an autosave."""
    if not isinstance(snippet, HelpRoute) or not request.accepts("text/html"):
        return
    if snippet.changed_without_source:
        messages.warning(
            request,
            f"You changed {', '.join(snippet.changed_without_source)}, but no source of it. Under Sources, "
            "say where you read it, or put a new day into “read on”.",
        )
    if not snippet.checked_on and not snippet.is_emergency:
        messages.warning(
            request,
            f"“{snippet.name}” now counts as not checked, and visitors read so. Make sure of its contacts, "
            "then tick “I have checked everything today” under Check.",
        )


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
@hooks.register("after_delete_snippet")
def let_search_read_the_term(request, changed):
    """Make what search knows of the glossary anew: its page holds the terms."""
    if any(isinstance(one, GlossaryTerm) for one in (changed if isinstance(changed, list) else [changed])):
        for page in GlossaryPage.objects.all():
            insert_or_update_object(page)
