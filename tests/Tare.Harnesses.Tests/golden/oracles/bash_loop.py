"""A second bash-loop/1, written from docs/harnesses/bash-loop-1.md alone: it plays the scenarios of bash-loop.json and writes what must come out.

Run without arguments to write 'expected' of every scenario again; with --check to compare only. Needs bash and Python 3.11.
No sandbox, no budget of cost or time: the scenarios use neither.
"""

import hashlib
import json
import math
import os
import signal
import subprocess
import sys
import tempfile

GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "bash-loop.json")
SPECIFICATION = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../../docs/harnesses/bash-loop-1.md")
NUDGE = (
    "Your last answer called no tool. If the task is done, answer with DONE on a line of its own. "
    "If it is not, go on with the bash tool."
)
NO_OBJECT = 'The arguments are not a JSON object. Expected: {"command": "..."}'
NO_COMMAND = "The argument 'command' is missing or not a string. Expected: {\"command\": \"...\"}"
ZERO_BYTE = "The argument 'command' holds a zero byte. Write bytes with printf."
LONG = "The argument 'command' is longer than 131071 bytes. Write long texts to a file in several calls."
BAD_TIMEOUT = "The argument 'timeout_seconds' is not a whole number from 1 to 600."


def system_prompt():
    """The quoted lines of section 1, as the document prints them."""
    with open(SPECIFICATION, encoding="utf-8") as file:
        quoted = [line.rstrip("\n")[1:].removeprefix(" ") for line in file if line.startswith(">")]
    return "\n".join(quoted)


def as_text(stream):
    def decode(data):
        return data.decode("utf-8", errors="replace").replace("\0", "\ufffd")

    if len(stream) <= 16000:
        return decode(stream)
    head, tail = stream[:8000], stream[-8000:]
    for back in (1, 2, 3):
        byte = head[-back]
        if byte & 0xC0 != 0x80:
            announced = 2 if 0xC2 <= byte <= 0xDF else 3 if 0xE0 <= byte <= 0xEF else 4 if 0xF0 <= byte <= 0xF4 else 1
            head = head[:-back] if announced > back else head
            break
    start = 0
    while start < 3 and tail[start] & 0xC0 == 0x80:
        start += 1
    tail = tail[start:]
    return f"{decode(head)}\n[... {len(stream) - len(head) - len(tail)} bytes omitted ...]\n{decode(tail)}"


def part(name, stream):
    if not stream:
        return ""
    text = as_text(stream)
    return f"[{name}]\n{text}" + ("" if text.endswith("\n") else "\n")


def run(command, seconds, folder):
    process = subprocess.Popen(
        ["bash", "--noprofile", "--norc", "-c", command],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={"PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder},
    )
    try:
        out, err = process.communicate(timeout=seconds)
        code = process.returncode if process.returncode >= 0 else 128 - process.returncode
        last = f"[exit code {code}]"
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
        code = None
        last = f"[ended: time limit of {math.ceil(seconds)} s]"
    return part("stdout", out) + part("stderr", err) + last, code


def read_call(call):
    """(command, seconds, None) or (None, None, what the model is told)."""
    if call["name"] != "bash":
        return None, None, "There is no tool of that name. The only tool is bash."
    try:
        arguments = json.loads(call["arguments"])
    except ValueError:
        return None, None, NO_OBJECT
    if not isinstance(arguments, dict):
        return None, None, NO_OBJECT
    command = arguments.get("command")
    if not isinstance(command, str):
        return None, None, NO_COMMAND
    if any(0xD800 <= ord(c) <= 0xDFFF for c in command):
        return None, None, NO_OBJECT
    if "\0" in command:
        return None, None, ZERO_BYTE
    if len(command.encode("utf-8")) > 131071:
        return None, None, LONG
    seconds = arguments.get("timeout_seconds")
    if seconds is None:
        return command, 120, None
    number = isinstance(seconds, (int, float)) and not isinstance(seconds, bool)
    if not number or seconds != math.floor(seconds) or not 1 <= seconds <= 600:
        return None, None, BAD_TIMEOUT
    return command, seconds, None


def says_done(text):
    return any(line.strip(" \t\r\v\f*_`.!") == "DONE" for line in text.split("\n"))


def play(scenario, folder):
    budget = scenario["budget"]
    disclosure = budget.get("disclosure", "at-start")
    stated = []
    if "tokens" in budget:
        stated.append(f"tokens {budget['tokens']} (input and output of all calls together)")
    if "turns" in budget:
        stated.append(f"answers {budget['turns']}")
    message = scenario["instruction"]
    if stated and disclosure != "none":
        message += f"\n\nYour budget for this task: {', '.join(stated)}."
    events = [["told", "system", system_prompt()], ["told", "user", message]]
    spent, turns, nudged = 0, 0, False

    def left():
        parts = []
        if "tokens" in budget:
            parts.append(f"tokens {budget['tokens'] - spent}")
        if "turns" in budget:
            parts.append(f"answers {budget['turns'] - turns}")
        return f"\n[left: {', '.join(parts)}]" if disclosure == "live" and parts else ""

    while True:
        if turns >= budget.get("turns", 1000):
            return events + [["ended", "turns"]]
        if "tokens" in budget and spent >= budget["tokens"]:
            return events + [["ended", "tokens"]]
        answer = scenario["answers"][turns]
        calls = answer.get("calls", [])
        events.append(["answered", answer["text"]] + [field for call in calls for field in (call["name"], call["arguments"])])
        turns += 1
        spent += sum(answer.get("usage", {}).values())
        if spent > budget.get("tokens", spent):
            return events + [["ended", "tokens"]]
        if calls:
            nudged = False
            for call in calls:
                command, seconds, refusal = read_call(call)
                if refusal:
                    events.append(["refused", refusal + left()])
                    continue
                shown, code = run(command, seconds, folder)
                events.append(["ran", command, shown + left(), "none" if code is None else str(code)])
        elif says_done(answer["text"]):
            return events + [["ended", "finished"]]
        elif nudged:
            return events + [["ended", "no-tool-call"]]
        else:
            nudged = True
            events.append(["told", "user", NUDGE + left()])


def digest(events):
    def net(text):
        data = text.encode("utf-8")
        return str(len(data)).encode("ascii") + b":" + data + b","

    hashed = hashlib.sha256(net("transcript/1"))
    for fields in events:
        hashed.update(net(str(len(fields))))
        for field in fields:
            hashed.update(net(field))
    return hashed.hexdigest()


def main():
    with open(GOLDEN, encoding="utf-8") as file:
        golden = json.load(file)
    differ = 0
    for scenario in golden["scenarios"]:
        with tempfile.TemporaryDirectory() as folder:
            events = play(scenario, folder)
        expected = {"events": events, "digest": digest(events)}
        differ += scenario.get("expected") != expected
        scenario["expected"] = expected
    if "--check" in sys.argv:
        sys.exit(f"{differ} scenario(s) differ" if differ else 0)
    with open(GOLDEN, "w", encoding="utf-8") as file:
        json.dump(golden, file, indent=2, ensure_ascii=False)
        file.write("\n")
    for scenario in golden["scenarios"]:
        print(scenario["expected"]["digest"], scenario["expected"]["events"][-1][1], scenario["name"])


main()
