#!/usr/bin/env python3
"""Writes journal-1.golden: a journal of version 1 as docs/design/journal.md describes it, by another program than the one under test.

Python 3, standard library alone:  python3 journal-1.py > journal-1.golden
"""
import hashlib
import json
import sys

KEY = {"model": "mini", "harness": "bash-loop/1", "item": "port/wc", "attempt": 2}
USAGE = {"input": 100, "cacheRead": 7, "cacheWrite": 0, "output": 20}
NONE = {"input": 0, "cacheRead": 0, "cacheWrite": 0, "output": 0}

LINES = [
    {"journal": "tare", "version": 1},
    {
        "entry": "run-started",
        "at": "2026-11-22T12:00:00+00:00",
        "planDigest": "a" * 64,
        "product": "tare 0.1.0",
        "warnings": ['memory is only watched: "no control group"'],
        "plan": 'plan: 1\nseed: "1"\n',
    },
    {"entry": "attempt-started", "at": "2026-11-22T12:00:01+00:00", **KEY, "start": 1, "replays": False},
    {
        "entry": "model-answered",
        "at": "2026-11-22T12:00:01.234+00:00",
        **KEY,
        "call": 1,
        "request": "b" * 64,
        "answer": {
            "text": "Zuerst ein Blick: \u00e4\u4e2d\U0001F600\u2028\u0000",
            "finish": "tool-calls",
            "tools": [{"id": "c1", "name": "bash", "arguments": '{"command":"ls\\n"}'}],
            "reasoning": "look\nfirst",
            "model": "mini-2026-03-01",
            "providerState": '{"signature":"x"}',
            "usage": {**USAGE, "cacheWrite": 3, "reasoning": 5},
        },
    },
    {
        "entry": "model-answered",
        "at": "2026-11-22T12:00:02+00:00",
        **KEY,
        "call": 2,
        "request": "c" * 64,
        "answer": {"text": "", "finish": "unknown"},
    },
    {"entry": "replay-diverged", "at": "2026-11-22T12:00:03+00:00", **KEY, "call": 2},
    {
        "entry": "attempt-finished",
        "at": "2026-11-22T12:00:04+00:00",
        **KEY,
        "result": {
            "raw": {"value": 1 / 3},
            "validated": {"missing": "operator", "reason": "voided by the rule reward-write"},
            "stop": "no-tool-call",
            "error": {"cause": "provider", "message": "HTTP 500"},
            "usage": USAGE,
            "turns": 2,
            "callsWithoutUsage": 1,
            "costUsd": 0.000123,
            "overshootTokens": 12,
            "seconds": 4.25,
            "transcriptDigest": "d" * 64,
            "rewards": {"quality": 1e-300, "reward": 1 / 3},
            "findings": [{"rule": "reward-write", "evidence": "command 2 wrote /logs", "voids": True}],
        },
    },
    {
        "entry": "attempt-finished",
        "at": "2026-11-22T12:00:05+00:00",
        **KEY,
        "attempt": 1,
        "result": {
            "raw": {"value": 0},
            "validated": {"value": 0},
            "stop": "finished",
            "usage": NONE,
            "turns": 0,
            "callsWithoutUsage": 0,
            "overshootTokens": 0,
            "seconds": 0,
            "rewards": {},
            "findings": [],
        },
    },
    {
        "entry": "journal-repaired",
        "at": "2026-11-22T12:00:06+00:00",
        "line": 7,
        "offset": 1234,
        "found": "a line that is not whole",
        "keptIn": "journal.damaged-1",
    },
    {"entry": "journal-repaired", "at": "2026-11-22T12:00:07+00:00", "line": 8, "offset": 5678, "found": "the end of the file"},
]

state = bytes(32)
for line in LINES:
    text = json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode()
    state = hashlib.sha256(state + text).digest()
    sys.stdout.buffer.write(state[:8].hex().encode() + b" " + text + b"\n")
