"""The log that the faulty server keeps, one line per request, and what it comes to."""

from collections import Counter
from dataclasses import astuple, dataclass

GOOD = "good"  # answered well and sent
LOST = "lost"  # answered well, but the client was gone: paid for all the same
QUOTA = "quota"  # refused for good
PAID = (GOOD, LOST)
REFUSAL = "You exceeded your current quota, please check your plan and billing details."


@dataclass(frozen=True)
class Entry:
    """One request."""

    number: int  # in the order of arrival, from 0
    sha: str  # SHA-256 of the body
    outcome: str  # GOOD, LOST, QUOTA, or the kind of a fault
    in_flight: int  # requests without an answer when this one arrived, itself included
    arrived: float  # seconds since 1970
    answered: float
    key: str  # "key" where an Authorization came, else "none"
    tokens_in: int  # charged; 0 unless answered well
    tokens_out: int

    def line(self) -> str:
        """The entry as a line of the log."""
        fields = [f"{field:.6f}" if isinstance(field, float) else str(field) for field in astuple(self)]
        return "\t".join(fields) + "\n"


def parse(line: str) -> Entry:
    """The entry of a line."""
    fields = line.rstrip("\n").split("\t")
    kinds = Entry.__annotations__.values()
    return Entry(*(kind(field) for kind, field in zip(kinds, fields, strict=True)))


def read(*files) -> list[Entry]:
    """The entries of some logs, one after the other."""
    entries = []
    for file in files:
        with open(file) as lines:
            entries += [parse(line) for line in lines]
    return entries


def repeated(entries: list[Entry]) -> int:
    """How many requests were answered well although the same body had been before: money paid twice."""
    counts = Counter(entry.sha for entry in entries if entry.outcome in PAID)
    return counts.total() - len(counts)


def after_refusal(entries: list[Entry]) -> list[Entry]:
    """The requests that arrived after the first that was refused for good had its answer."""
    refused = min((entry.answered for entry in entries if entry.outcome == QUOTA), default=float("inf"))
    return [entry for entry in entries if entry.arrived > refused]


def summary(entries: list[Entry]) -> dict:
    """What some entries come to."""
    outcomes = Counter(entry.outcome for entry in entries)
    paid = [entry for entry in entries if entry.outcome in PAID]
    return {
        "requests": len(entries),
        "answered_well": outcomes[GOOD],
        "lost": outcomes[LOST],
        "faults": {kind: count for kind, count in sorted(outcomes.items()) if kind not in PAID},
        "repeated": repeated(entries),
        "most_in_flight": max((entry.in_flight for entry in entries), default=0),
        "after_refusal": len(after_refusal(entries)),
        "without_key": sum(entry.key == "none" for entry in entries),
        "tokens_in": sum(entry.tokens_in for entry in paid),
        "tokens_out": sum(entry.tokens_out for entry in paid),
    }
