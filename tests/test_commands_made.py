"""What commands make of the content: the schemas and the pictures of the flow."""

from commands import run

from screening.graph import graph
from screening.schema import written


def test_the_schemas_are_written_where_editors_look_for_them(tmp_path):
    assert run("schema", "--output", str(tmp_path / "schema")).exit_code == 0
    assert {
        path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "schema").iterdir()
    } == written()


def test_the_pictures_of_the_flow_are_drawn_from_sound_content_only(content, spoiled):
    assert run("graph").output == graph(content)
    folder, lines = spoiled
    refused = run("graph", str(folder))
    assert (refused.exit_code, "mermaid" in refused.output) == (1, False)
    assert all(line in refused.output for line in lines)


def test_a_picture_that_takes_too_long_to_search_for_is_given_up_with_its_reason(monkeypatch):
    monkeypatch.setattr("screening.search.CAP", 1)
    refused = run("graph")
    assert (refused.exit_code, "Traceback" in refused.output) == (1, False)
    assert refused.output.startswith("questions > taking: not searched: more than ")
