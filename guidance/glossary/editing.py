"""How an editor marks a term: words in running text, and the term chosen from the glossary."""

from django.urls import reverse_lazy
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import LinkElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature

from portal.answering.links import id_in

from .rendering import KIND, TermLinkHandler

ENTITY = "TERM"


def to_database(props):
    """Return the link that is kept; without an id, the words alone."""
    if not (pk := id_in(props.get("id"))):
        return props["children"]
    return DOM.create_element("a", {"linktype": KIND, "id": pk}, props["children"])


class FromDatabase(LinkElementHandler):
    """Gives the editor the marked words with the id of their term."""

    def get_attribute_data(self, attrs):
        return {"id": pk} if (pk := id_in(attrs.get("id"))) else {}


def register(features) -> None:
    """Add the feature "term" to Wagtail's rich text."""
    features.register_link_type(TermLinkHandler)
    features.register_editor_plugin(
        "draftail",
        KIND,
        EntityFeature(
            {
                "type": ENTITY,
                "icon": "openquote",
                "description": "Mark a term of the glossary",
                "attributes": ["id"],
                "chooserUrls": {
                    "termChooser": reverse_lazy("wagtailsnippetchoosers_guidance_glossaryterm:choose")
                },
            },
            js=["wagtailadmin/js/chooser-modal.js", "guidance/term_entity.js"],
        ),
    )
    features.register_converter_rule(
        "contentstate",
        KIND,
        {
            "from_database_format": {f'a[linktype="{KIND}"]': FromDatabase(ENTITY)},
            "to_database_format": {"entity_decorators": {ENTITY: to_database}},
        },
    )
