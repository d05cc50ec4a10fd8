"""What no way of publishing may get round: a page that is not finished stays a draft."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from wagtail.admin import messages


def why_not_publish(page) -> str:
    """Return why the newest draft of a page cannot be published, or empty."""
    draft = page.get_latest_revision_as_object()
    draft.live = True  # pages judge themselves by what they are about to be
    try:
        draft.full_clean()
        draft.refuse_publishing()
    except ValidationError as error:
        faults = (
            f"{draft._meta.get_field(name).verbose_name}: {' '.join(said)}"
            if name != "__all__"
            else " ".join(said)
            for name, said in error.message_dict.items()
        )
        return f"“{draft.title}” is not finished, so nothing was published. {' '.join(faults)}"
    return ""


def refuse_unfinished_pages(request, action, objects, view):
    """Say which of many pages is not finished, before Wagtail publishes any of them."""
    if action != "publish" or request.method != "POST":
        return None
    # Documents and pictures come here too; and nothing does, if all that was chosen may not be published.
    for page in (one for one in objects if hasattr(one, "url_path")):
        below = page.get_descendants().not_live() if request.POST.get("include_descendants") else ()
        for one in (page, *below):
            if reason := why_not_publish(one.specific):
                messages.error(request, reason)
                return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None
