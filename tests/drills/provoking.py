"""Everything that can be sent with an answer in it, from a whole visit to a malformed request."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from lines import NAME, Line, Local, address
from tracing import CANARY

FORM = "Content-Type: application/x-www-form-urlencoded"
HEAD = f"POST /questions/{CANARY} HTTP/1.1\r\nHost: {NAME}\r\n{FORM}\r\n"
LARGE, TOO_LARGE = 15_000, 60_000
PIECES, PAUSE = 15, 0.05  # of a slow body, and seconds between them
BURST, AT_ONCE = 300, 10


def begin(line, **answers):
    """Give the first answers of a visit, and return the token of its forms."""
    for name, option in answers.items():
        page, token = f"/questions/{name}", line.ask(f"/questions/{name}").token
        assert line.ask(page, {"answer": option, "csrf_token": token}).status == 303
    return token


def visit(line):
    """Give the answer in a visit, look at it, and change it by mistakes; return the statuses of those."""
    token = begin(line, who="me", now="none", taking=CANARY)
    assert {line.ask(page).status for page in ("/answers", "/results", "/notes")} == {200}
    return [
        line.ask("/questions/taking", {"answer": f"{CANARY}0", "csrf_token": token}).status,
        line.ask("/questions/taking", {"answer": CANARY, "csrf_token": "stale"}).status,
        line.ask(f"/{CANARY}").status,
        line.ask("/crash", {"answer": CANARY, "csrf_token": token}).status,
    ]


def bare(connection, *pieces):
    """Send pieces of text slowly, whatever they are, and return the first line of the answer."""
    with closing(connection):
        connection.connect()
        for piece in pieces:
            connection.sock.sendall(piece.encode())
            time.sleep(PAUSE)
        return connection.sock.recv(65536).decode().partition("\r\n")[0]


def slow_body(connection, size):
    """Send a body of a size in pieces; whoever has seen enough may cut it short."""
    part = (f"answer={CANARY}&" * size)[: size // PIECES]
    head = f"{HEAD}Content-Length: {PIECES * len(part)}\r\nConnection: close\r\n\r\n"
    try:
        return bare(connection, head, *[part] * PIECES)
    except (BrokenPipeError, ConnectionResetError):
        return "cut"


def malformed(connection):
    return bare(connection, f"{CANARY} {CANARY}\r\n{CANARY}\r\n\r\n")


def burst(connect, path, form=None):
    """Send many requests at once, on several connections, and return the answers."""

    def some(_):
        with closing(Line(connect())) as line:
            return [line.ask(path, form) for _ in range(BURST // AT_ONCE)]

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [reply for replies in pool.map(some, range(AT_ONCE)) for reply in replies]


def everything(stack):
    """Send all of it through nginx, and what can be to a server behind it too; return what came back."""
    source, server = address(), stack.instances[0].socket
    with closing(Line(stack.connect(source))) as line:
        seen = visit(line)
    for connect in (lambda: stack.connect(source), lambda: Local(server)):
        seen += [slow_body(connect(), LARGE), slow_body(connect(), TOO_LARGE), malformed(connect())]
    form = {"answer": CANARY, "csrf_token": "stale"}
    seen.append(max(reply.status for reply in burst(lambda: stack.connect(source), f"/{CANARY}", form)))
    for instance in stack.instances:
        instance.stop()
    with closing(Line(stack.connect())) as line:
        return [*seen, line.ask(f"/{CANARY}", form).status]
