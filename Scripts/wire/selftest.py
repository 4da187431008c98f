"""Tries the faulty server out."""

import http.client
import json
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from wire import requestlog
from wire.server import Server

SCHEMA = {"type": "object", "properties": {"good": {"type": "boolean"}, "why": {"type": "string"}}}


def body(number: int, schema: dict | None = None) -> bytes:
    """The body of a request."""
    request = {"model": "m", "messages": [{"role": "user", "content": f"Write about whatever number {number} is."}]}
    if schema:
        request["response_format"] = {"type": "json_schema", "json_schema": {"name": "v", "schema": schema}}
    return json.dumps(request).encode()


def ask(port: int, payload: bytes) -> tuple[int, bytes]:
    """The status and the body of a reply; status 0 is a broken connection, also in the midst of a body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("POST", "/v1/chat/completions", payload, {"Authorization": "Bearer secret"})
        reply = connection.getresponse()
        return reply.status, reply.read()
    except (OSError, http.client.HTTPException):
        return 0, b""
    finally:
        connection.close()


def answers_are_pure(folder: Path):
    """Equal requests have equal answers, of any server; a schema is filled."""
    replies = []
    for name in ("a", "b"):
        with Server(folder / name, "--faults", 0) as server:
            replies.append([ask(server.port, body(number)) for number in range(20)])
            status, verdict = ask(server.port, body(0, SCHEMA))
        assert status == 200
        assert json.loads(json.loads(verdict)["choices"][0]["message"]["content"]).keys() == {"good", "why"}
    assert replies[0] == replies[1]
    assert len({reply for _, reply in replies[0]}) == 20
    assert server.summary["answered_well"] == 21 and server.summary["repeated"] == 0


def faults_are_logged(folder: Path):
    """The share of faults is about what was asked for, each kind comes, and what the client saw is what is logged."""
    with Server(folder / "faults", "--faults", 0.5, "--seed", 7) as server:
        with ThreadPoolExecutor(8) as pool:
            replies = list(pool.map(lambda number: ask(server.port, body(number // 2)), range(400)))
    entries, result = server.entries, server.summary
    assert result["requests"] == 400 and 150 < sum(result["faults"].values()) < 250, result
    assert set(result["faults"]) == {"429", "500", "503", "502", "reset", "cut", "invalid"}
    assert sum(status == 0 for status, _ in replies) == result["faults"]["reset"] + result["faults"]["cut"]
    assert result["repeated"] == result["answered_well"] - len({e.sha for e in entries if e.outcome == "good"}) > 0
    assert result["without_key"] == 0 and 1 <= result["most_in_flight"] <= 8


def quota_is_final(folder: Path):
    """From the refusal on nothing is answered, and what arrives later is counted."""
    with Server(folder / "quota", "--faults", 0, "--quota-after", 5) as server:
        statuses = [ask(server.port, body(number))[0] for number in range(8)]
    assert statuses == [200] * 5 + [429] * 3
    assert server.summary["after_refusal"] == 2 and server.summary["faults"] == {requestlog.QUOTA: 3}


def server_comes_back(folder: Path):
    """A server that is down refuses connections and is back in time; usage can be left out."""
    options = ("--faults", 0, "--down-after", 3, "--down-seconds", 0.5, "--usage", "off", "--delay", 20)
    with Server(folder / "down", *options) as server:
        statuses = [ask(server.port, body(number))[0] for number in range(5)]
        time.sleep(0.7)
        status, reply = ask(server.port, body(9))
    assert statuses == [200, 200, 0, 0, 0], statuses
    assert status == 200 and "usage" not in json.loads(reply)
    assert server.summary["faults"] == {"down": 1} and server.summary["tokens_in"] > 0


def run() -> int:
    """Runs all tests; the exit code."""
    tests = [answers_are_pure, faults_are_logged, quota_is_final, server_comes_back]
    with tempfile.TemporaryDirectory() as folder:
        for test in tests:
            test(Path(folder))
    print(f"faulty server: {len(tests)} tests passed")
    return 0
