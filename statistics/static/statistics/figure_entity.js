// Lets editors quote a figure in running text by choosing it. Only which figure is kept.
(() => {
  const { ModalWorkflowSource, TooltipEntity, registerPlugin } = window.draftail;

  class FigureSource extends ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.pageChooser,
        urlParams: { page_type: "statistics.statisticpage" },
        onload: window.PAGE_CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { pageChosen: this.onChosen },
      };
    }

    filterEntityData(figure) {
      return { id: figure.id };
    }

    onChosen(figure) {
      super.onChosen({ ...figure, title: `{${figure.title}}`, prefer_this_title_as_link_text: true });
    }
  }

  const Figure = (props) =>
    window.React.createElement(TooltipEntity, { ...props, icon: "#icon-order", label: "Figure with link and state" });

  registerPlugin({ type: "FIGURE", source: FigureSource, decorator: Figure }, "entityTypes");
})();
