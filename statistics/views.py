"""The page of all corrections, for readers."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.answering.context import visitor_context
from portal.answering.indexing import let_search_engines_list

from .models import Correction


@require_safe
def corrections_page(request):
    """List the corrections, newest first."""
    context = {
        **visitor_context(request),
        "title": "Corrections of figures",
        "corrections": list(Correction.objects.shown()),
    }
    return let_search_engines_list(render(request, "statistics/corrections_page.html", context))
