import re
import sys

CONTEXT = @CONTEXT@
BY_LENGTH = "@WEIGHT@" == "length"


def options(arguments):
    chosen = {"case": True, "blank": True, "context": CONTEXT}
    for argument in arguments:
        if argument == "@N_CASE@":
            chosen["case"] = False
        elif argument == "@N_BLANK@":
            chosen["blank"] = False
        elif re.fullmatch("context=[0-9]", argument):
            chosen["context"] = int(argument[8:])
        else:
            print(f"unknown option: {argument}")
            sys.exit(2)
    return chosen


def key(line, chosen):
    if not chosen["blank"]:
        line = re.sub(" +", " ", line.strip(" "))
    return line if chosen["case"] else line.lower()


def matches(old, new):
    """Index pairs of the heaviest common subsequence. Of equal ones, that which skips a line of the first side first."""
    weight = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            weight[i][j] = max(weight[i + 1][j], weight[i][j + 1])
            if old[i] == new[j]:
                own = 1 + (len(old[i]) if BY_LENGTH else 0)
                weight[i][j] = max(weight[i][j], own + weight[i + 1][j + 1])
    i = j = 0
    while i < len(old) and j < len(new):
        best = weight[i][j]
        skip_old, skip_new = weight[i + 1][j] == best, weight[i][j + 1] == best
        if "@FIRST@" == "new":
            order = [(skip_new, 0, 1), (skip_old, 1, 0)]
        else:
            order = [(skip_old, 1, 0), (skip_new, 0, 1)]
        for possible, down, right in order:
            if possible:
                i, j = i + down, j + right
                break
        else:
            yield i, j
            i, j = i + 1, j + 1


def edits(old, new, pairs):
    """Triples of kind, index in old, index in new; removed lines before added ones."""
    i = j = 0
    for a, b in [*pairs, (len(old), len(new))]:
        for k in range(i, a):
            yield "@MINUS@", k, j
        for k in range(j, b):
            yield "@PLUS@", a, k
        if a < len(old):
            yield "@SAME@", a, b
        i, j = a + 1, b + 1


def mark_moved(script, old, new):
    """A removed line and an added one with the same text are one moved line: first with first."""
    out = [list(edit) for edit in script]
    free = [e for e in out if e[0] == "@PLUS@"]
    for edit in out:
        if edit[0] != "@MINUS@" or old[edit[1]].strip(" ") == "":
            continue
        for other in free:
            if new[other[2]] == old[edit[1]]:
                edit.append(other[2] + 1)
                other.append(edit[1] + 1)
                free.remove(other)
                break
    return out


def main():
    chosen = options(sys.argv[1:])
    lines = sys.stdin.read().split("\n")[:-1]
    if lines.count("@SEPARATOR@") != 1:
        print(f"{lines.count('@SEPARATOR@')} separators")
        return 3
    at = lines.index("@SEPARATOR@")
    old, new = lines[:at], lines[at + 1 :]
    old_keys, new_keys = [key(x, chosen) for x in old], [key(x, chosen) for x in new]
    script = list(edits(old, new, matches(old_keys, new_keys)))
    script = mark_moved(script, old_keys, new_keys)
    changed = [n for n, edit in enumerate(script) if edit[0] != "@SAME@"]
    if not changed:
        print(f"equal, {len(old)} lines")
        return 0
    context, hunks = chosen["context"], []
    for n in changed:
        if hunks and n - hunks[-1][1] <= 2 * context + 1:
            hunks[-1][1] = n
        else:
            hunks.append([n, n])
    for first, last in hunks:
        part = script[max(0, first - context) : last + context + 1]
        removed = sum(e[0] != "@PLUS@" for e in part)
        added = sum(e[0] != "@MINUS@" for e in part)
        print(f"[{part[0][1] + 1},{removed} {part[0][2] + 1},{added}]")
        for kind, i, j, *moved in part:
            text = new[j] if kind == "@PLUS@" else old[i]
            print(f"@MOVED@{kind}{moved[0]} {text}" if moved else f"{kind} {text}")
    kinds = [(e[0], len(e) > 3) for e in script]
    counts = kinds.count(("@MINUS@", False)), kinds.count(("@PLUS@", False)), kinds.count(("@MINUS@", True))
    print("%d removed, %d added, %d moved" % counts)
    return 1


sys.exit(main())
