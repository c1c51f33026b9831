import pytest

from screening.document import Document, for_route, missing_wordings
from screening.files import LARGEST, read, read_front_matter
from screening.problems import ContentError

ROUTES = ("me", "them")


def written(folder, text, name="a.yaml"):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"\xff\xfe", "a.yaml:1:1: the file is not UTF-8 text"),
        (b"a" * (LARGEST + 1), f"a.yaml:1:1: the file is larger than {LARGEST} bytes"),
    ],
    ids=["not text", "too large"],
)
def test_a_file_that_cannot_be_content_is_named(tmp_path, text, message):
    with pytest.raises(ContentError, match=message):
        read(written(tmp_path, text), "a.yaml")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ContentError, match=r"b\.yaml:1:1: the file is missing or cannot be read"):
        read(tmp_path / "b.yaml", "b.yaml")


@pytest.mark.parametrize("text", ["title: x\n", "---\ntitle: x\n", "x\n---\ntitle: x\n---\n"])
def test_a_section_must_open_with_its_front_matter(tmp_path, text):
    with pytest.raises(ContentError, match="must open with facts about itself"):
        read_front_matter(written(tmp_path, text), "a.md")


def test_front_matter_and_body_come_apart_with_the_right_lines(tmp_path):
    document = read_front_matter(
        written(tmp_path, "---\r\ntitle: x\r\nfacts: []\r\n---\r\n\r\nText.\r\n"), "a.md"
    )
    assert document.data == {"title": "x", "facts": []}
    assert document.place(("facts",)) == (3, 1)
    assert document.body == "\nText.\n"


def test_a_place_is_named_by_ids_and_found_by_the_nearest_line(tmp_path):
    document = read(
        written(tmp_path, "questions:\n  - id: more\n    options:\n      - {id: extra}\n"), "a.yaml"
    )
    assert (
        document.where(("questions", 0, "options", 0, "label"))
        == "questions > more > options > extra > label"
    )
    assert document.where(("questions", 7)) == "questions > 8"
    assert document.place(("questions", 0, "options", 0, "label")) == (4, 9)
    assert Document("a", None, {}).place(("x",)) == (1, 1)


def test_a_value_given_by_route_becomes_this_routes_value(tmp_path):
    document = read(
        written(tmp_path, "ask:\n  me: You?\n  them: They?\nopens: [a, {me: b, them: c}]\n"), "a.yaml"
    )
    assert not list(missing_wordings(document, ROUTES))
    routed = for_route(document, "them")
    assert routed.data == {"ask": "They?", "opens": ["a", "c"]}
    assert routed.place(("ask",)) == (3, 3)


def test_a_missing_route_and_a_mistyped_one_are_named(tmp_path):
    document = read(written(tmp_path, "ask:\n  me: You?\n  thm: They?\n"), "a.yaml")
    assert [str(problem) for problem in missing_wordings(document, ROUTES)] == [
        "a.yaml:1:1: ask: there is no wording for “them” [wording-missing]",
        "a.yaml:3:3: ask > thm: “thm” is not a route. Did you mean “them”? [route-unknown]",
    ]
