"""The page of all corrections, for readers."""

from django.shortcuts import render

from portal.answering.context import visitor_context
from portal.answering.indexing import let_search_engines_list
from portal.answering.read_only import read_only

from .models import Correction


@read_only
def corrections_page(request):
    """List the corrections, newest first."""
    context = {
        **visitor_context(request),
        "title": "Corrections of figures",
        "corrections": list(Correction.objects.shown()),
    }
    return let_search_engines_list(render(request, "statistics/corrections_page.html", context))
