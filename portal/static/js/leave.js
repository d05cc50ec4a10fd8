// Leave at once. The links work without this file; with it the page is gone before the next one comes.
const PRESSES = 3;
const PAUSE = 5000;
let pressed = 0;
let waiting;
let left = false;

/** Take the page out of the window and its title out of the tab, in one go. */
function cover() {
  const blank = document.createElement("div");
  blank.className = "leave-cover";
  blank.setAttribute("role", "status");
  document.title = blank.textContent = "Loading";
  document.body.replaceChildren(blank);
}

/** Put the neutral site in this page's place in the history, and let the browser forget our files. */
function leave(link) {
  const away = () => location.replace(link.dataset.to || link.href);
  if (!left) {
    left = true;
    cover();
    fetch(link.href, { keepalive: true, redirect: "manual" }).catch(() => {});
    // A browser that kept the page for its back button shows the cover, and leaves again.
    addEventListener("pageshow", away);
  }
  away();
}

/** Count the presses of Shift aloud. Any other key or a click starts again, so that typing never leaves. */
function countShift(link, progress) {
  const start = (words = "") => {
    clearTimeout(waiting);
    pressed = 0;
    progress.textContent = words;
  };
  addEventListener("pointerdown", () => start());
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) return start();
    if (event.repeat) return;
    clearTimeout(waiting);
    pressed += 1;
    if (pressed === PRESSES) return leave(link);
    const more = PRESSES - pressed;
    progress.textContent = `Shift, press ${more} more time${more > 1 ? "s" : ""} to leave.`;
    waiting = setTimeout(() => start("Time ran out. You have not left."), PAUSE);
  });
}

/** Make every link to the leave address quicker. */
export function leaveAtOnce() {
  const [first, ...others] = document.querySelectorAll(".leave-link");
  if (!first) return;
  for (const link of [first, ...others]) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave(link);
    });
  }
  const progress = document.createElement("p");
  progress.className = "leave-progress";
  progress.setAttribute("role", "status");
  first.parentElement.append(progress);
  first.textContent += ", or press Shift 3 times";
  countShift(first, progress);
}
