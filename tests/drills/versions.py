"""Another version of the content: with a question and an option gone, one question new, and two swapped."""

import json
import shutil

from changed_content import DATA
from content_edits import add_question, drop_option, drop_question, edited, swap_questions

from screening.files import paths
from screening.settings import ROOT

EDITS = (
    (drop_question, "situations"),
    (drop_option, "mixing", "sleepy-otc"),
    (add_question, 5),
    (swap_questions, "mind", "mood"),
)


def copy(folder, data):
    """Write the content into a folder, with this as its questions: JSON is YAML."""
    for path in paths(ROOT):
        (folder / path.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, folder / path.relative_to(ROOT))
    (folder / "questions.yaml").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return folder


def changed(folder):
    data = DATA
    for edit in EDITS:
        data = edited(data, *edit)
    return copy(folder, data)
