"""Runs the small command-line tools of an office whose whole state is one JSON file, and keeps a log of every call.

A tool's command is a function of the state and its options; it changes the state in place and returns what is printed, or raises Refused. The functions read no clock and
draw nothing at random: the same calls on the same state always give the same state, which is how the work is checked afterwards.
"""

import copy
import fcntl
import hashlib
import json
import os
import sys

USAGE = "usage: {tool} COMMAND --option value ...\n\n{commands}"


class Refused(Exception):
    """The call is not possible as it was made; the message says why."""


def find(records, **wanted):
    """The first record with these fields; refused if there is none."""
    for record in records:
        if all(record.get(name) == value for name, value in wanted.items()):
            return record
    raise Refused("not found: " + ", ".join(f"{name} {value}" for name, value in wanted.items()))


def signature(function):
    """The options of a command: {name: (type, required)}."""
    # Read from the function itself: each call is a program of its own, and the module inspect takes longer to load than the call.
    names = function.__code__.co_varnames[1 : function.__code__.co_argcount]
    needed = len(names) - len(function.__defaults__ or ())
    return {name: (function.__annotations__[name], place < needed) for place, name in enumerate(names)}


def perform(tools, state, tool, command, options):
    """Does one call on the state. The reply, or Refused; some refusals change the state too (a busy service counts its calls)."""
    function = tools.get(tool, {}).get(command)
    if function is None:
        raise Refused(f"'{command}' is no command of {tool}; expected one of {', '.join(tools.get(tool, {}))}")
    known, typed = signature(function), {}
    for name, text in options.items():
        if name not in known:
            raise Refused(f"--{name} is no option of {command}; expected {', '.join('--' + other for other in known) or 'none'}")
        try:
            typed[name] = known[name][0](text)
        except ValueError:
            raise Refused(f"--{name} '{text}': expected a whole number") from None
    for name, (_, required) in known.items():
        if required and name not in typed:
            raise Refused(f"{command} needs --{name}")
    busy = state.get("busy", {})
    if busy.get(f"{tool} {command}", 0) > 0:
        busy[f"{tool} {command}"] -= 1
        raise Refused("busy: nothing was done, try again")
    return copy.deepcopy(function(state, **typed))


def link(previous, call):
    """The digest that chains one line of the log to the line before."""
    return hashlib.sha256((previous + json.dumps(call, sort_keys=True)).encode()).hexdigest()


def usage(tools, tool):
    lines = []
    for name, function in tools[tool].items():
        options = " ".join(f"--{option} {option.upper()}" if needed else f"[--{option} {option.upper()}]" for option, (_, needed) in signature(function).items())
        lines.append(f"  {name} {options}\n      {function.__doc__}")
    return USAGE.format(tool=tool, commands="\n".join(lines))


def options_of(arguments):
    options = {}
    for name, text in zip(arguments[::2], arguments[1::2]):
        if not name.startswith("--") or name[2:] in options:
            raise Refused(f"'{name}': expected --option value, each option once")
        options[name[2:]] = text
    if len(arguments) % 2:
        raise Refused(f"'{arguments[-1]}': expected --option value")
    return options


def main(tools, tool):
    """One call from the command line: reads the state, performs, writes the state and the log, prints the reply as JSON."""
    arguments, folder = sys.argv[1:], os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "state")
    if not arguments or arguments[0] in ("help", "--help", "-h"):
        print(usage(tools, tool))
        return 0
    path = os.path.join(folder, "state.json")
    with open(os.path.join(folder, "log.jsonl"), "a+", encoding="ascii") as log:
        fcntl.flock(log, fcntl.LOCK_EX)
        log.seek(0)
        lines = log.read().splitlines()
        with open(path, encoding="ascii") as file:
            state = json.load(file)
        try:
            call = [tool, arguments[0], options_of(arguments[1:])]
        except Refused as refusal:
            print(json.dumps({"error": str(refusal)}))
            return 1
        try:
            reply, code = perform(tools, state, *call), 0
        except Refused as refusal:
            reply, code = {"error": str(refusal)}, 1
        with open(path + ".new", "w", encoding="ascii") as file:
            file.write(json.dumps(state, indent=1) + "\n")
        os.replace(path + ".new", path)
        previous = json.loads(lines[-1])["chain"] if lines else ""
        log.write(json.dumps({"call": call, "chain": link(previous, call)}) + "\n")
    print(json.dumps(reply, indent=1))
    return code
