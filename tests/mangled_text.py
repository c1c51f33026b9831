"""Sound files mangled as bytes and lines, by changes that know nothing of what they mean."""

INSERTED = (
    *("&a ", "*a ", "!!python/object:os.system ", "{", "[", "]", "}", '"', "'", ":", ": ", "- ", "? ", "#"),
    *("\t", "\0", "\r", "\n", "\ufeff", "\x85", "\u2028", "\u202e", "---\n", "...\n", "%", "|", ">", "`"),
    *("<<: ", "\x1b[2J", "<b>", "0123", "9:00", "no", "~", "  "),
)


def changed(raw, changes):
    """Return the bytes of a sound file after changes."""
    for change, here, there, what in changes:
        raw = change(raw, here % (len(raw) + 1), there, what)
    return raw


def insert(raw, here, _, what):
    return raw[:here] + what.encode() + raw[here:]


def flip(raw, here, there, _):
    return raw[:here] + bytes([there % 256]) + raw[here + 1 :]


def cut(raw, here, *_):
    return raw[:here]


def end_lines_otherwise(raw, here, *_):
    return raw.replace(b"\n", (b"\r", b"\r\n")[here % 2])


def lines_changed(change):
    """Turn a change of a list of lines into one of bytes."""

    def made(raw, here, there, _):
        lines = raw.split(b"\n")
        change(lines, here % len(lines), there % len(lines))
        return b"\n".join(lines)

    return made


@lines_changed
def drop_line(lines, here, _):
    del lines[here]


@lines_changed
def double_line(lines, here, there):
    lines.insert(there, lines[here])


@lines_changed
def swap_lines(lines, here, there):
    lines[here], lines[there] = lines[there], lines[here]


@lines_changed
def indent_line(lines, here, there):
    lines[here] = b" " * (there % 5) + lines[here].lstrip()


TEXT_CHANGES = (insert, flip, cut, end_lines_otherwise, drop_line, double_line, swap_lines, indent_line)
