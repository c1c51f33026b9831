"""What valgrind runs: requests in process, each kind made few times and many times in processes of their own.

The application is started and warmed up once, then forked. A fork's count holds all that was before it, so the
difference between many and few is that of the requests alone.
"""

from __future__ import annotations

import gc
import os
import sys
import time
import traceback
from typing import TYPE_CHECKING

from bench import cases

if TYPE_CHECKING:
    from collections.abc import Callable

WARM = 30  # calls until caches are filled and code is specialized
STILL = time.time()


def main(kind: str) -> None:
    """Make every request, and print a line for each process: its id, the kind of request, how many."""
    time.time = lambda: STILL  # on a slow machine a cookie would grow old, and be sealed anew
    calls = cases.KINDS[kind]()
    few, many = cases.TIMES[kind]
    for call in calls.values():
        for _ in range(WARM):
            call()
    gc.disable()
    gc.collect()

    alive = 0
    for name, call in calls.items():
        for times in (many, few):
            if alive == len(os.sched_getaffinity(0)):
                alive -= ended()
            print(forked(call, times), name, times, flush=True)
            alive += 1
    while alive:
        alive -= ended()


def forked(call: Callable[[], None], times: int) -> int:
    """Return the id of a process that makes so many calls."""
    if child := os.fork():
        return child
    try:
        for _ in range(times):
            call()
    except BaseException:  # noqa: BLE001 - nothing may return into the parent's code
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def ended() -> int:
    """Wait for one process to end well."""
    _, status = os.wait()
    if status:
        raise SystemExit("a request that was to be counted has failed")
    return 1


if __name__ == "__main__":
    main(sys.argv[1])
