"""How a quoted figure stands in the editor: ``{title of the figure}``, chosen and not typed."""

from django.urls import reverse_lazy
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    KEEP_WHITESPACE,
    InlineEntityElementHandler,
)
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature

from portal.answering.links import id_in

from ..models import StatisticPage
from .rendering import KIND, FigureEmbedHandler

ENTITY = "FIGURE"


def to_database(props):
    """Return the element that is kept: no words, only which figure."""
    return DOM.create_element("embed", {"embedtype": KIND, "id": props.get("id")})


class FromDatabase(InlineEntityElementHandler):
    """Writes the title of the figure into the text of the editor, as one piece."""

    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs):
        # Without an id, it stands for a figure that is gone, and is shown so.
        return {"id": pk} if (pk := id_in(attrs.get("id"))) else {}

    def handle_starttag(self, name, attrs, state, contentstate):
        super().handle_starttag(name, attrs, state, contentstate)
        figure = StatisticPage.objects.filter(pk=id_in(dict(attrs).get("id"))).only("title").first()
        state.current_block.text += f"{{{figure.title if figure else 'a figure that is gone'}}}"
        state.leading_whitespace = KEEP_WHITESPACE


def register(features) -> None:
    """Add the feature "figure" to Wagtail's rich text."""
    features.register_embed_type(FigureEmbedHandler)
    features.register_editor_plugin(
        "draftail",
        KIND,
        EntityFeature(
            {
                "type": ENTITY,
                "icon": "order",
                "description": "Quote a figure",
                "attributes": ["id"],
                "chooserUrls": {"pageChooser": reverse_lazy("wagtailadmin_choose_page")},
            },
            js=["wagtailadmin/js/page-chooser-modal.js", "statistics/figure_entity.js"],
        ),
    )
    features.register_converter_rule(
        "contentstate",
        KIND,
        {
            "from_database_format": {f'embed[embedtype="{KIND}"]': FromDatabase(ENTITY)},
            "to_database_format": {"entity_decorators": {ENTITY: to_database}},
        },
    )
