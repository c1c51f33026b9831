"""What of a page reaches past the screen, or is cut off inside its box."""

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
ZOOMED = {"width": 320, "height": 256}  # 1280 by 1024 at 400 %
# WCAG 1.4.12: what a reader may set, at least.
SPACING = """p { margin-block-end: 2em !important }
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"""
LARGER = "html { font-size: 200% !important }"

SET = """css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
}"""
LOST = """() => {
    const aside = ".hidden, .skip, .home span, [hidden]", lost = [];
    if (document.scrollingElement.scrollWidth > innerWidth) lost.push("the page scrolls sideways");
    for (const part of document.body.querySelectorAll("*")) {
        if (part.closest(aside) || part.closest("symbol")) continue;
        const box = part.getBoundingClientRect(), style = getComputedStyle(part);
        if (!box.width || style.display === "none") continue;
        const name = `${part.tagName} ${part.className} ${part.textContent.slice(0, 40)}`;
        if (box.right > innerWidth + 0.5 || box.left < -0.5) lost.push(`past the edge: ${name}`);
        const clips = style.overflow !== "visible" && !part.closest("svg");
        if (clips && (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1))
            lost.push(`cut off: ${name}`);
    }
    return lost;
}"""


def lost(page, css=""):
    """Return what cannot be read without scrolling sideways, under a style sheet of the reader's."""
    page.evaluate(SET, css)
    return page.evaluate(LOST)
