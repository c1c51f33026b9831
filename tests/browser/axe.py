"""axe-core, put into a page by the debugger: our policy lets no page load it."""

from importlib.resources import files

TAGS = [f"wcag{level}" for level in ("2a", "2aa", "21a", "21aa", "22a", "22aa")] + ["best-practice"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"color-contrast-enhanced": {"enabled": True}},  # 7:1, of level AAA
    "resultTypes": ["violations"],
    "preload": False,
}
RUN = """options => axe.run(document, options).then(found => found.violations.flatMap(fault =>
    fault.nodes.map(node => `${fault.id}: ${node.target} ${node.failureSummary}`)))"""


def bring(page):
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))


def faults(page):
    """Return what axe finds on a page as it is now, each fault in a line. The page must hold axe."""
    return page.evaluate(RUN, OPTIONS)
