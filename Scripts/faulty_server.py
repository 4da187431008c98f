#!/usr/bin/env python3
"""A chat completion server on 127.0.0.1 that fails a share of its requests, for proofs.

Good answers follow from the body alone, faults from a seed and the number of arrival. It says "listening on PORT",
keeps a log of one line per request, and on SIGTERM prints what the log comes to. `--selftest` tries it out.
"""

import argparse
import asyncio
import hashlib
import json
import random
import signal
import sys
import time

from wire import answers, requestlog

FAULTS = ("429", "500", "503", "502", "reset", "cut", "invalid")


class FaultyServer:
    """What all connections share: the options, the log and the state."""

    def __init__(self, options, log):
        self.options = options
        self.log = log
        self.arrivals = 0
        self.in_flight = 0
        self.connections = set()
        self.listener = None

    async def listen(self):
        """Opens the port; the first time it may be any."""
        loop = asyncio.get_running_loop()
        self.listener = await loop.create_server(lambda: Connection(self), "127.0.0.1", self.options.port, backlog=1024)
        self.options.port = self.listener.sockets[0].getsockname()[1]

    async def be_down(self):
        """Refuses connections for a while and breaks those that are open."""
        self.listener.close()
        for connection in list(self.connections):
            connection.is_broken = True
            connection.transport.abort()
        await asyncio.sleep(self.options.down_seconds)
        await self.listen()

    def fault(self, number: int) -> str | None:
        """What goes wrong with the request of a number; None if nothing does."""
        if self.options.quota_after is not None and number >= self.options.quota_after:
            return requestlog.QUOTA
        draw = random.Random(f"{self.options.seed}/{number}")
        return draw.choice(FAULTS) if draw.random() < self.options.faults else None


class Connection(asyncio.Protocol):
    """A connection of HTTP/1.1 whose requests come one after the other."""

    def __init__(self, server: FaultyServer):
        self.server = server
        self.buffer = bytearray()
        self.transport = None
        self.is_broken = False

    def connection_made(self, transport):
        """Notes the connection, so that it can be broken."""
        self.transport = transport
        self.server.connections.add(self)

    def connection_lost(self, _error):
        """Forgets the connection."""
        self.server.connections.discard(self)

    def data_received(self, data):
        """Takes the requests that are whole."""
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            fields = [line.split(b":", 1) for line in self.buffer[:end].split(b"\r\n")[1:]]
            headers = {bytes(name).lower(): bytes(value).strip() for name, value in fields}
            length = int(headers.get(b"content-length", 0))
            if len(self.buffer) < end + 4 + length:
                return
            body = bytes(self.buffer[end + 4 : end + 4 + length])
            del self.buffer[: end + 4 + length]
            self.take(body, headers.get(b"authorization", b"").decode())

    def take(self, body: bytes, authorization: str):
        """Counts a request in and answers it when its time has come."""
        server, arrived = self.server, time.time()
        number = server.arrivals
        server.arrivals += 1
        server.in_flight += 1
        arrival = (number, hashlib.sha256(body).hexdigest(), server.in_flight, arrived)
        delay = server.options.delay / 1000 * (0.5 + int(arrival[1][:8], 16) / 2**32)
        asyncio.get_running_loop().call_later(delay, self.answer, body, authorization, arrival)
        if server.options.down_after == number + 1:
            server.down = asyncio.ensure_future(server.be_down())

    def answer(self, body: bytes, authorization: str, arrival: tuple):
        """Sends the answer or the fault of a request, and logs it."""
        server = self.server
        number, sha, in_flight, arrived = arrival
        outcome = "down" if self.is_broken else server.fault(number)
        tokens_in = tokens_out = 0
        if outcome is None or outcome == "cut":
            good, tokens_in, tokens_out = answers.completion(body, server.options.usage == "on")
        if outcome is not None:
            tokens_in = tokens_out = 0
            self.fail(outcome, number, authorization, good if outcome == "cut" else b"")
        elif self.transport.is_closing():
            outcome = requestlog.LOST
        else:
            outcome = requestlog.GOOD
            self.send(200, good, f"x-request-id: req-{sha[:12]}\r\n")
        server.in_flight -= 1
        key = "key" if authorization else "none"
        entry = requestlog.Entry(number, sha, outcome, in_flight, arrived, time.time(), key, tokens_in, tokens_out)
        server.log.write(entry.line())

    def fail(self, kind: str, number: int, authorization: str, good: bytes):
        """Does what a kind of fault does; a failing server repeats the key, as some do."""
        match kind:
            case requestlog.QUOTA:
                self.send(429, error(requestlog.REFUSAL, "insufficient_quota"))
            case "429":
                wait = 1 + number % 20
                self.send(429, error("Rate limit reached.", "rate_limit_exceeded"), f"retry-after-ms: {wait}\r\n")
            case "500":
                self.send(500, error(f"Something broke for {authorization}.", "server_error"))
            case "503":
                self.send(503, error("The server is overloaded.", "server_is_overloaded"))
            case "502":
                self.send(502, b"<html><h1>502 Bad Gateway</h1></html>", kind="text/html")
            case "invalid":
                self.send(200, b'{"id":"chatcmpl-0","choices":[{"index":0,"message":{"role":')
            case "cut":
                self.send(200, good, cut=len(good) // 2)
            case "reset" | "down":
                self.transport.abort()

    def send(self, status: int, body: bytes, headers="", kind="application/json", cut: int | None = None):
        """Sends a reply, or a part of it and then closes."""
        head = f"HTTP/1.1 {status} Status\r\ncontent-type: {kind}\r\n{headers}content-length: {len(body)}\r\n\r\n"
        self.transport.write(head.encode() + body[:cut])
        if cut is not None:
            self.transport.close()


def error(message: str, code: str) -> bytes:
    """The body of an error."""
    return json.dumps({"error": {"message": message, "type": code, "param": None, "code": code}}).encode()


async def serve(options):
    """Answers until SIGTERM or SIGINT."""
    with open(options.log, "w", buffering=1) as log:
        server = FaultyServer(options, log)
        await server.listen()
        print(f"listening on {options.port}", flush=True)
        end = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, end.set)
        await end.wait()
    print(json.dumps(requestlog.summary(requestlog.read(options.log))))


def arguments() -> argparse.ArgumentParser:
    """The options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--port", type=int, default=0, help="0 is any that is free")
    parser.add_argument("--log", help="the file that gets one line per request")
    parser.add_argument("--seed", default="1", help="where the faults come from")
    parser.add_argument("--faults", type=float, default=0.25, metavar="SHARE")
    parser.add_argument("--quota-after", type=int, metavar="N", help="refuse for good from request N on")
    parser.add_argument("--delay", type=float, default=0, metavar="MS", help="mean time to an answer")
    parser.add_argument("--usage", choices=["on", "off"], default="on", help="whether replies count tokens")
    parser.add_argument("--down-after", type=int, metavar="N", help="be down after request N")
    parser.add_argument("--down-seconds", type=float, default=5, metavar="S")
    parser.add_argument("--selftest", action="store_true")
    return parser


if __name__ == "__main__":
    parser = arguments()
    options = parser.parse_args()
    if options.selftest:
        from wire import selftest

        sys.exit(selftest.run())
    if not options.log:
        parser.error("--log is needed")
    asyncio.run(serve(options))
