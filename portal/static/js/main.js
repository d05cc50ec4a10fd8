// Only what earns its place. Every page is whole without these files.
import { leaveAtOnce } from "./leave.js";
import { sayOpenNow } from "./open_now.js";

/** Unfold everything before printing, and fold back what was folded. */
function unfoldForPrint() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
}

leaveAtOnce();
sayOpenNow();
unfoldForPrint();
