"""Chat answers that follow from the request's body alone, by a teacher and a judge in one.

A request with a schema is answered as a judge, any other as a teacher. A third of the drafts is bad: half of them are
empty, and half hold a word upon which the judge answers no to everything.
"""

import hashlib
import json
import random
import re

FLAW = "zzflaw"
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu ve wa xi yo zu".split()
KNOWN = re.compile(r"[a-z]{4,}")
NUMBERED = re.compile(r"^(\d+)\. (\S+): ", re.M)  # the criteria of a judge's prompt
FENCED = re.compile(r"^(-----.*)\n(.*)\n\1$", re.M | re.S)


def completion(body: bytes, usage: bool) -> tuple[bytes, int, int]:
    """The body of the reply to a request, and the tokens in and out that it is charged for."""
    request = json.loads(body)
    digest = hashlib.sha256(body).hexdigest()
    prompt = " ".join(message["content"] for message in request["messages"])
    schema = request.get("response_format", {}).get("json_schema", {}).get("schema")
    text = _text(prompt, schema, random.Random(digest))
    tokens_in = (len(prompt) + len(json.dumps(schema))) // 4
    tokens_out = max(1, len(text) // 4)
    message = {"role": "assistant", "content": text}
    reply = {
        "id": f"chatcmpl-{digest[:12]}",
        "object": "chat.completion",
        "created": 1700000000,
        "model": request["model"],
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
    }
    if usage:
        total = tokens_in + tokens_out
        reply["usage"] = {"prompt_tokens": tokens_in, "completion_tokens": tokens_out, "total_tokens": total}
    return json.dumps(reply).encode(), tokens_in, tokens_out


def _text(prompt: str, schema: dict | None, draw: random.Random) -> str:
    if schema is None:
        return _draft(prompt, draw)
    verdict = _value(schema, FLAW not in prompt, draw)
    for number, criterion in NUMBERED.findall(prompt):
        if number in verdict.get("marks", {}):
            verdict["marks"][number].update(criterion=criterion, evidence=_fenced(prompt))
    return json.dumps(verdict)


def _fenced(prompt: str) -> str:
    """The text between the two equal marked lines."""
    fenced = FENCED.search(prompt)
    return fenced[2] if fenced else ""


def _draft(prompt: str, draw: random.Random) -> str:
    fate = draw.randrange(6)
    if fate == 0:
        return ""
    known = KNOWN.findall(prompt[-2000:].lower()) or ["nothing"]
    drawn = [draw.choice(known) for _ in range(3)]
    words = drawn + [_word(draw) for _ in range(9)] + [FLAW] * (fate == 1)
    draw.shuffle(words)
    return f"Answer: The {' '.join(words)}.\nExplanation: It holds {', '.join(drawn)} and {_word(draw)}."


def _word(draw: random.Random) -> str:
    return "".join(draw.choice(SYLLABLES) for _ in range(3))


def _value(schema: dict, truth: bool, draw: random.Random):
    """A value that a JSON Schema allows; it knows what structured answers use, and no more."""
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return draw.choice(schema["enum"])
    if "anyOf" in schema:
        return _value(schema["anyOf"][0], truth, draw)
    kind = schema.get("type")
    match kind[0] if isinstance(kind, list) else kind:
        case "object":
            return {key: _value(value, truth, draw) for key, value in schema.get("properties", {}).items()}
        case "array":
            return _elements(schema, truth, draw)
        case "boolean":
            return truth
        case "integer" | "number":
            return schema.get("minimum", 0)
        case "null":
            return None
        case _:
            return f"Because of {draw.randrange(1_000_000)}."


def _elements(schema: dict, truth: bool, draw: random.Random) -> list:
    """One element for each choice of the items' first enumerated property; or else as few as allowed, at least one."""
    if "prefixItems" in schema:
        return [_value(item, truth, draw) for item in schema["prefixItems"]]
    items = schema.get("items", {"type": "string"})
    properties = items.get("properties", {})
    named = next((key for key, value in properties.items() if "enum" in value), None)
    if named is None:
        return [_value(items, truth, draw) for _ in range(max(1, schema.get("minItems", 1)))]
    return [{**_value(items, truth, draw), named: choice} for choice in properties[named]["enum"]]
