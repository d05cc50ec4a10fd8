// Says beside a field how many characters are too many, where a browser would cut what is pasted.
// The server counts code points, a line's end as two, and not the spaces around the text.
{
  const lengthOf = (field) => [...field.value.trim().replace(/\r?\n/g, "\r\n")].length;

  const countCharacters = (field) => {
    const limit = Number(field.dataset.limit);
    const left = limit - lengthOf(field);
    let counter = field.parentElement.querySelector(":scope > [data-counter]");
    if (!counter) {
      if (left > limit / 10) return;
      counter = document.createElement("div");
      counter.dataset.counter = "";
      counter.setAttribute("role", "status");
      counter.className = "help";
      field.after(counter);
    }
    const said = left < 0 ? `${-left} too many` : left > limit / 10 ? "" : `${left} left`;
    if (counter.textContent !== said) counter.textContent = said;
    counter.style.fontWeight = left < 0 ? "bold" : "";
  };

  document.addEventListener("input", ({ target }) => {
    if (target.matches?.("[data-limit]")) countCharacters(target);
  });
  document.addEventListener("DOMContentLoaded", () => {
    for (const field of document.querySelectorAll("[data-limit]")) countCharacters(field);
  });
}
