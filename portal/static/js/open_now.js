// Says "Open now" at the second it is read, from moments that the server worked out (UK time and
// bank holidays are its business). Where no moment is given, or the device's clock is wrong, it says nothing.

const TRUST = 300; // seconds between writing and reading the page: more means a wrong clock
const MINUTE = 60;

/** Write what holds now, and return the seconds until that may change. */
function write(element, times) {
  const now = Date.now() / 1000;
  const part = times.find(([start, end]) => start <= now && now < end);
  element.hidden = !part;
  element.textContent = part ? (part[2] ? "Open now" : "Closed now") : "";
  return part ? Math.min(part[1] - now, MINUTE) : MINUTE;
}

/** Keep every "open now" of the page true: each minute, when hours change, and when the tab comes back. */
export function sayOpenNow() {
  for (const element of document.querySelectorAll("[data-hours]")) {
    element.hidden = true;
    const { written, times } = JSON.parse(element.dataset.hours);
    if (Math.abs(Date.now() / 1000 - written) > TRUST) continue;
    let timer;
    const keep = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, write(element, times) * 1000 + 50);
    };
    keep();
    addEventListener("pageshow", keep);
    document.addEventListener("visibilitychange", keep);
  }
}
