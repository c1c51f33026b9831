"""The guide for editors: following its examples brings what it says, and visitors see each change."""

import guide
import pytest
from conftest import KEY, Visitor

from screening import create_app
from screening.settings import Settings

EXAMPLES = guide.examples()
STALE = (
    "docs/editing.md does not show what the check says now. Write it anew with\n"
    "  python -m pytest --no-cov -n0 --write-guide tests/test_editing_guide.py\n"
    "and read whether the words around it still fit."
)
SHOWN = {
    "Example 1: add a question": (
        "/about/questions",
        "Has a clinician talked with you about other treatments?",
    ),
    "Example 2: reword a question": (
        "/about/questions",
        "While taking clonazepam: has any of this happened?",
    ),
    "Example 3: add a section": ("/learn/sleep", "<h1>Sleep and clonazepam</h1>"),
    "Example 4: add a country": ("/help?country=XX", "Exampleland (made up)"),
    "Example 5: renew a review": ("/learn/prescriber", "Next check by June 1, 2027"),
}


@pytest.fixture
def visiting(folder):
    """Return a visitor of the content as it is once an example has been followed."""

    def visit(heading):
        guide.edit(EXAMPLES[heading], folder)
        return Visitor(create_app(Settings(keys=(KEY,), content=folder)))

    return visit


@pytest.mark.parametrize("heading", EXAMPLES)
def test_an_example_shows_what_the_check_says(heading, folder, request):
    now = guide.followed(EXAMPLES[heading], folder)
    if request.config.getoption("--write-guide"):
        text = guide.PATH.read_text(encoding="utf-8")
        guide.PATH.write_text(text.replace(EXAMPLES[heading], now), encoding="utf-8")
    else:
        assert now == EXAMPLES[heading], STALE
    *mistaken, last = (output.endswith("sound\n") for output in guide.outputs(now))
    assert mistaken
    assert not any(mistaken)
    assert last


@pytest.mark.parametrize("heading", SHOWN)
def test_a_visitor_sees_what_an_example_changes(heading, app, visiting):
    address, words = SHOWN[heading]
    assert words not in Visitor(app).see(address).text
    assert words in visiting(heading).read(address)


def test_whoever_has_not_started_is_led_to_the_question_of_an_example(visiting):
    before = {"who": "me", "now": "none", "taking": "not-started", "reason": "sleep", "mixing": "none"}
    led = visiting("Example 1: add a question").answer(**before, mood="worry")
    assert led == "/questions/other-treatments"


def test_each_example_is_about_a_page():
    assert list(EXAMPLES) == list(SHOWN)


@pytest.mark.parametrize(("line", "times"), [("dog", 0), ("cat", 2)])
def test_an_example_that_does_not_fit_the_content_says_which_lines_to_mend(tmp_path, line, times):
    (tmp_path / "pets.yaml").write_text("cat\n  cat\ncat\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=rf"pets.yaml has these lines {times} times, not once:\n{line}"):
        guide.edit(f"```diff pets.yaml\n {line}\n+hen\n```\n", tmp_path)
