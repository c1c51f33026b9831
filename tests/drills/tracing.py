"""What programs write, as the kernel sees it, and an answer to look for in it."""

import json
import re

import versions

CANARY = "canary-zz1"
CALLS = (
    "write,pwrite64,writev,pwritev,pwritev2,sendfile,splice,openat,creat,memfd_create,rename,renameat,linkat"
)
TO_A_SOCKET = re.compile(r"[a-z0-9]+\(\d+<(socket|TCP|UNIX)")
TO_NOBODY = re.compile(r"[a-z0-9]+\(\d+</dev/null>")


def content(folder):
    """Make content in which one option has an id that is found nowhere else."""
    return versions.copy(folder, json.loads(json.dumps(versions.DATA).replace("other-ways", CANARY)))


def strace(folder):
    """Return what to start a program by, so that it leaves a line in this folder for each call to write."""
    folder.mkdir(exist_ok=True)
    return ("strace", "-D", "-ff", "-y", "-s", "65535", "-e", f"trace={CALLS}", "-o", str(folder / "trace"))


def calls(folder):
    return [line for path in folder.iterdir() for line in path.read_text(errors="replace").splitlines()]


def written(folder):
    """Return the calls with the answer in them: those to sockets, and those to anywhere but /dev/null."""
    told = [line for line in calls(folder) if CANARY in line.lower() and not TO_NOBODY.match(line)]
    sockets = [line for line in told if TO_A_SOCKET.match(line)]
    return sockets, [line for line in told if not TO_A_SOCKET.match(line)]


def temporary(folder):
    """Return the calls that opened one of nginx's temporary files."""
    return [line for line in calls(folder) if line.startswith("openat") and "/temporary/" in line]
