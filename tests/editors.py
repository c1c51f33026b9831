"""What an editor is told of content that cannot be loaded."""

import pytest

from screening.content import load
from screening.problems import ContentError


def told(folder):
    """Return what is wrong with a folder, one line a problem, without columns, codes and other places."""
    with pytest.raises(ContentError) as refused:
        load(folder)
    found = refused.value.problems
    said = ((f"{each.file}:{each.place.line}", each.where, each.what) for each in found)
    return [": ".join(filter(None, parts)) for parts in said]
