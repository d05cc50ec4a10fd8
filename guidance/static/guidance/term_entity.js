// Lets editors mark words in running text as a term of the glossary. Only which term is kept.
(() => {
  const { ModalWorkflowSource, TooltipEntity, registerPlugin } = window.draftail;

  class TermSource extends ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.termChooser,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    filterEntityData(term) {
      return { id: term.id };
    }

    onChosen(term) {
      super.onChosen({ ...term, title: term.string });
    }
  }

  const Term = (props) =>
    window.React.createElement(TooltipEntity, { ...props, icon: "#icon-openquote", label: "Term of the glossary" });

  registerPlugin({ type: "TERM", source: TermSource, decorator: Term }, "entityTypes");
})();
