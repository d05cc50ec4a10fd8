// Keeps what an editor has typed and not yet saved in this browser, and offers it again: a session can end
// while somebody writes. Kept are the fields of the form (no files), for three days, under the user's number.
// Saving, throwing away and signing out clear it. See docs/decisions/0015-editors-lose-nothing.md.
{
  const KEPT = "portal-kept:";
  const SUBMITTED = "portal-submitted";
  const DAYS = 3 * 24 * 60 * 60 * 1000;
  const NEVER = new Set(["csrfmiddlewaretoken", "overwrite_revision_id"]);
  const user = document.currentScript.dataset.user;

  const keptKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(KEPT));
  const keyOf = (form) => `${KEPT}${user}:${new URL(form.action || location.href).pathname}`;
  const read = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };

  const forgetOld = () => {
    for (const key of keptKeys()) if (!(Date.now() - read(key)?.at < DAYS)) localStorage.removeItem(key);
  };

  const keep = (form) => {
    if (form.dataset.offered) return;
    const fields = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !NEVER.has(name));
    try {
      localStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), fields }));
    } catch {
      // The browser has no room: nothing is kept, and saving goes on as ever.
    }
  };

  const putBack = (form, kept) => {
    const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
    const copy = document.createElement("form");
    Object.assign(copy, { method: "POST", action: form.action, hidden: true, enctype: form.enctype });
    for (const [name, value] of [["csrfmiddlewaretoken", token], ...kept.fields]) {
      const field = document.createElement("textarea");
      field.name = name;
      field.value = value;
      copy.append(field);
    }
    document.body.append(copy);
    sessionStorage.setItem(SUBMITTED, keyOf(form));
    window.addEventListener("w-unsaved:confirm", (event) => event.preventDefault(), { once: true });
    copy.submit();
  };

  const offer = (form) => {
    const kept = read(keyOf(form));
    if (!kept || form.dataset.wUnsavedForceValue === "true") return;
    form.dataset.offered = "true";
    const at = new Date(kept.at);
    const time = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    const day = at.toDateString() === new Date().toDateString() ? "" : ` on ${at.toLocaleDateString("en-GB")}`;
    const item = document.createElement("li");
    item.className = "warning";
    item.dataset.keptText = "";
    const button = (words, act) => {
      const made = document.createElement("button");
      Object.assign(made, { type: "button", className: "button button-small button-secondary", textContent: words });
      made.addEventListener("click", act);
      return made;
    };
    item.append(
      `Your text from ${time}${day} was not saved. `,
      button("Put it back", () => putBack(form, kept)),
      " ",
      button("Throw it away", () => {
        localStorage.removeItem(keyOf(form));
        delete form.dataset.offered;
        item.remove();
      }),
    );
    const messages = document.querySelector(".messages");
    messages.querySelector("ul").append(item);
    messages.classList.add("appear");
  };

  // An autosave under way ends before the form is sent: else the form would seem older than its own autosave.
  const waitForAutosave = (form) => {
    let isSaving = false;
    form.addEventListener("w-autosave:save", () => (isSaving = true));
    const ends = ["w-autosave:success", "w-autosave:error"];
    for (const end of ends) form.addEventListener(end, () => (isSaving = false));
    form.addEventListener(
      "submit",
      (event) => {
        if (!isSaving) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        form.dataset.wAutosaveActiveValue = "false";
        const { submitter } = event;
        let send = () => {
          send = () => {};
          isSaving = false;
          setTimeout(() => form.requestSubmit(submitter));
        };
        for (const end of ends) form.addEventListener(end, () => send(), { once: true });
        setTimeout(() => send(), 5000);
      },
      true,
    );
  };

  const watch = (form) => {
    let timer;
    let key = keyOf(form);
    const soon = (event) => {
      if (event.type !== "w-unsaved:add" && !event.isTrusted) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = null;
        key = keyOf(form);
        keep(form);
      }, 300);
    };
    for (const kind of ["input", "change", "w-unsaved:add"]) form.addEventListener(kind, soon);
    form.addEventListener("w-autosave:success", () => {
      if (!form.dataset.offered && !timer) for (const one of [key, keyOf(form)]) localStorage.removeItem(one);
    });
    form.addEventListener("submit", () => {
      clearTimeout(timer);
      // An offer that was not answered stays for the next time.
      if (form.dataset.offered) return;
      keep(form);
      sessionStorage.setItem(SUBMITTED, keyOf(form));
    });
  };

  const forgetSaved = () => {
    const key = sessionStorage.getItem(SUBMITTED);
    sessionStorage.removeItem(SUBMITTED);
    if (key && document.querySelector(".messages .success")) localStorage.removeItem(key);
  };

  document.addEventListener("DOMContentLoaded", () => {
    forgetOld();
    if (!user) return;
    forgetSaved();
    // What has no drafts is live as soon as it is saved: its text is not put back by saving it.
    const form = document.querySelector("form[data-edit-form][data-controller~='w-autosave']");
    if (!form) return;
    waitForAutosave(form);
    watch(form);
    offer(form);
  });

  document.addEventListener(
    "submit",
    ({ target }) => {
      if (target.action?.endsWith?.("/logout/")) for (const key of keptKeys()) localStorage.removeItem(key);
    },
    true,
  );
}
