"""A program of slow visitors, who send a byte a second, of the headers of a request or of its body.

Give it a port, the certificate of the authority, and `headers` or `body`. It says when all are connected,
goes on until its input ends, and then says how many are, and how often one was sent away and came again.
"""

import asyncio
import ssl
import sys
from contextlib import suppress

from lines import NAME

COUNT, SHARE = 400, 20  # connections, and how many come from one address
FORM = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 15000\r\n\r\n"
PARTS = {"headers": "X-Slow: ", "body": FORM}
AGAIN = 0.2  # seconds, until whoever was sent away comes again


class Slow:
    def __init__(self, port, authority, part):
        self.begin = f"POST /questions/who HTTP/1.1\r\nHost: {NAME}\r\n{PARTS[part]}".encode()
        self.port, self.context = port, ssl.create_default_context(cafile=authority)
        self.held, self.came, self.all_here = set(), 0, asyncio.Event()

    async def stay(self, number):
        while True:
            with suppress(OSError):
                await self.come(number)
            self.held.discard(number)
            await asyncio.sleep(AGAIN)

    async def come(self, number):
        source = (f"127.200.0.{number // SHARE + 1}", 0)
        reader, writer = await asyncio.open_connection(
            "127.0.0.1", self.port, ssl=self.context, server_hostname=NAME, local_addr=source
        )
        self.came += 1
        self.held.add(number)
        if len(self.held) == COUNT:
            self.all_here.set()
        writer.write(self.begin)
        while await self.is_quiet(reader):
            writer.write(b"x")
        writer.close()

    async def is_quiet(self, reader):
        """Wait for a second, or until there is an answer, or the line is cut."""
        try:
            await asyncio.wait_for(reader.read(1), timeout=1)
        except TimeoutError:
            return True
        return False


async def main(port, authority, part):
    slow = Slow(int(port), authority, part)
    staying = [asyncio.create_task(slow.stay(number)) for number in range(COUNT)]
    await slow.all_here.wait()
    print("ready", flush=True)  # noqa: T201 - a program that speaks
    await asyncio.to_thread(sys.stdin.read)
    print(len(slow.held), slow.came - COUNT)  # noqa: T201
    for each in staying:
        each.cancel()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
