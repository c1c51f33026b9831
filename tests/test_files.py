from screening.files import documents, paths


def test_every_content_file_is_found_in_its_order(folder):
    names = [path.relative_to(folder).as_posix() for path in paths(folder)]
    assert names[:3] == ["questions.yaml", "helplines.yaml", "education/both.md"]
    assert list(documents(folder)) == names


def test_a_file_that_cannot_be_read_is_left_out_and_the_others_are_not(folder):
    (folder / "helplines.yaml").write_text("a: [", encoding="utf-8")
    found = documents(folder)
    assert "helplines.yaml" not in found
    assert found["education/both.md"].text.endswith(found["education/both.md"].body)


def test_an_empty_folder_holds_no_documents(tmp_path):
    assert documents(tmp_path) == {}
