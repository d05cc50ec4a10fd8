"""Weighs a first visit: what the browser fetched, compressed, and whether anything jumped."""

from dataclasses import dataclass, field

SHIFTS = """window.shifted = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) shifted += entry.value; })
    .observe({type: "layout-shift", buffered: true});"""
PHONE = {"viewport": {"width": 360, "height": 800}, "device_scale_factor": 3, "is_mobile": True}


@dataclass
class Visit:
    """Bytes received by kind (headers included), the number of requests, and the layout shift."""

    bytes: dict[str, int] = field(default_factory=dict)
    requests: int = 0
    shift: float = 0

    @property
    def total(self) -> int:
        """All bytes together."""
        return sum(self.bytes.values())


def first_visit(browser, url: str, phone: dict = PHONE) -> Visit:
    """Open the page on a phone that has never been here, and scroll to its end."""
    context = browser.new_context(**phone)
    page = context.new_page()
    page.add_init_script(SHIFTS)
    visit, kinds = Visit(), {}

    def started(event):
        visit.requests += 1

    def answered(event):
        kinds[event["requestId"]] = event["type"]

    def finished(event):
        kind = kinds.get(event["requestId"], "Other")
        visit.bytes[kind] = visit.bytes.get(kind, 0) + int(event["encodedDataLength"])

    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.requestWillBeSent", started)
    network.on("Network.responseReceived", answered)
    network.on("Network.loadingFinished", finished)
    page.goto(url, wait_until="load")
    page.wait_for_timeout(300)
    weighed = Visit(dict(visit.bytes), visit.requests)
    for _screen in range(3):
        page.evaluate("() => scrollBy({top: document.body.scrollHeight / 3, behavior: 'instant'})")
        page.wait_for_timeout(100)
    weighed.shift = page.evaluate("() => shifted")
    context.close()
    return weighed
