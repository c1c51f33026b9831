"""The parts of a check-in's plain data that name one another, for edits of it."""

RULES = ("show_if", "unless")


def ids(listed):
    return [record["id"] for record in listed]


def place(data, question):
    return ids(data["questions"]).index(question)


def records(data):
    return [*data["questions"], *data["notices"], *data["today"]]


def clauses(record, rule):
    given = record.get(rule, [])
    return [given] if isinstance(given, dict) else given


def conditions(data):
    return [clause for record in records(data) for rule in RULES for clause in clauses(record, rule)]


def by_question(data):
    """Return every mapping whose keys are questions."""
    worded = [notice.get(key, {}) for notice in data["notices"] for key in ("continue_after", "today_after")]
    return [*conditions(data), *worded]


def wordings(node, routes):
    """Return every value that is given by route."""
    inside = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    found = [node] if isinstance(node, dict) and node.keys() == set(routes) else []
    return found + [each for part in inside for each in wordings(part, routes)]


def without(node, word, keys, *, listed=False):
    """Return the data without this word in any list that one of these keys names."""
    if isinstance(node, dict):
        return {key: without(each, word, keys, listed=listed or key in keys) for key, each in node.items()}
    if isinstance(node, list):
        return [without(each, word, keys) for each in node if not (listed and each == word)]
    return node
