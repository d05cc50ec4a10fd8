"""Asks axe-core which accessibility rules a page breaks."""

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
WAYS = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]
# Wagtail's admin fades things in even for those who asked for less motion.
SETTLE = """() => document.getAnimations()
    .filter(each => each.effect.getComputedTiming().endTime !== Infinity)
    .forEach(each => each.finish())"""


def broken_rules(page) -> list[str]:
    """Return every broken WCAG 2.2 A or AA rule and best practice, each with the element that breaks it."""
    options = {
        "runOnly": {"type": "tag", "values": TAGS},
        "resultTypes": ["violations"],
        # Axe leaves this rule of WCAG 2.2 off unless asked.
        "rules": {"target-size": {"enabled": True}},
    }
    page.evaluate(SETTLE)
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['html'][:120]}"
        for violation in found
        for node in violation["nodes"]
    ]
