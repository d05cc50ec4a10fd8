// Lists, in the banner of a refused form, each field with an error as a link that opens what hides the field.
{
  const MESSAGE = ":is(.error-message, .help-critical):not([hidden], .messages *)";
  const PARTS = ".w-field__wrapper, .w-panel__wrapper, [data-panel]";

  const nameOf = (place) => {
    const labels = [];
    for (let part = place.closest(PARTS); part; part = part.parentElement?.closest(PARTS)) {
      const label = part.querySelector(
        ":scope > .w-field__label, :scope > .w-panel__header [data-panel-heading-text]",
      );
      const words = label?.textContent.replace("*", "").trim();
      if (words && labels[0] !== words) labels.unshift(words);
    }
    return labels.join(", ");
  };

  const FIELDS = "input:not([type=hidden]), textarea, select, [contenteditable=true]";
  const focusOn = (place) => {
    const inside = place.matches("[data-panel]") ? (place.querySelector(".w-panel__content") ?? place) : place;
    const field = [...inside.querySelectorAll(FIELDS)].find((one) => one.checkVisibility()) ?? place;
    if (field === place) place.tabIndex = -1;
    field.scrollIntoView({ block: "center" });
    field.focus();
  };

  const open = (place) => {
    for (let part = place; part; part = part.parentElement) {
      if (part.matches("[role=tabpanel]")) document.querySelector(`[role=tab][href="#${part.id}"]`)?.click();
      if (!part.matches("[data-panel]")) continue;
      const toggle = part.querySelector(":scope > .w-panel__header [data-panel-toggle]");
      if (toggle?.getAttribute("aria-expanded") === "false") toggle.click();
    }
    // A tab takes a moment to show.
    setTimeout(() => focusOn(place), 300);
  };

  const listErrors = () => {
    const banner = document.querySelector(".messages .error");
    const form = document.querySelector("form[data-edit-form]");
    if (!banner || !form) return;
    const list = document.createElement("ul");
    const seen = new Set();
    for (const message of form.querySelectorAll(MESSAGE)) {
      if (!message.textContent.trim()) continue;
      const place = message.closest("[data-field]") ?? message.closest("[data-panel]") ?? message.parentElement;
      if (seen.has(place)) continue;
      seen.add(place);
      const link = document.createElement("a");
      link.href = `#${place.id || ""}`;
      link.textContent = nameOf(place) || "A field";
      link.addEventListener("click", (event) => {
        event.preventDefault();
        open(place);
      });
      const item = document.createElement("li");
      item.append(link, `: ${message.textContent.trim().replace(/\s+/g, " ")}`);
      list.append(item);
    }
    banner.querySelector("ul[data-errors]")?.remove();
    list.dataset.errors = "";
    if (seen.size) banner.append(list);
  };

  // Blocks are drawn by scripts of their own, after the page was read.
  window.addEventListener("load", () => setTimeout(listErrors));
}
