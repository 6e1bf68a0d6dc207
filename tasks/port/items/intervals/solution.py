import re
import sys

JOINS, SHORTEST, DAY = @JOINS@, @SHORTEST@, 24 * 60


def clock(minutes):
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def show(span):
    return f"{clock(span[0])}-{clock(span[1])}"


def parse(text):
    """A span, or what is wrong with it."""
    match = re.fullmatch(r"(([0-9]{2}):([0-9]{2}))-(([0-9]{2}):([0-9]{2}))", text)
    if not match:
        # A fault of the first time is found before the form of the second is looked at.
        first = re.match(r"([0-9]{2}):([0-9]{2})-", text)
        if len(text) == 11 and first and (int(first[2]) > 59 or int(first[1]) * 60 + int(first[2]) > DAY):
            return None, "no such time " + text[:5]
        return None, "bad span"
    ends = []
    for text, hours, minutes in (match.groups()[:3], match.groups()[3:]):
        at = int(hours) * 60 + int(minutes)
        if int(minutes) > 59 or at > DAY:
            return None, "no such time " + text
        ends.append(at)
    return (tuple(ends), "") if ends[0] < ends[1] else (None, "empty span")


def add(spans, span):
    out = []
    for start, end in sorted([*spans, span]):
        if out and start <= out[-1][1] + JOINS:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def cut(spans, span):
    pieces = [p for a, b in spans for p in ((a, min(b, span[0])), (max(a, span[1]), b))]
    return [(a, b) for a, b in pieces if a < b]


def covered(spans, span):
    return sum(max(0, min(b, span[1]) - max(a, span[0])) for a, b in spans)


def main():
    spans, faults = [], 0
    for number, line in enumerate(sys.stdin.read().split("\n")[:-1], 1):
        name, has_more, rest = line.partition(" ")
        span, wrong = None, ""
        if name in ("@N_ADD@", "@N_CUT@", "@N_CLIP@", "@N_TEST@"):
            span, wrong = parse(rest) if has_more else (None, name + " needs a span")
        elif name in ("@N_LIST@", "@N_GAPS@"):
            wrong = name + " takes no span" if has_more else ""
        else:
            wrong = "unknown command"
        if wrong:
            print(f"{number}: {wrong}")
            faults += 1
        elif name == "@N_ADD@":
            spans = add(spans, span)
        elif name == "@N_CUT@":
            spans = cut(spans, span)
        elif name == "@N_CLIP@":
            spans = cut(cut(spans, (-1, span[0])), (span[1], DAY + 1))
        elif name == "@N_TEST@":
            part, whole = covered(spans, span), span[1] - span[0]
            print(show(span), "free" if part == 0 else "taken" if part == whole else "partly", f"{part}/{whole}")
        elif name == "@N_LIST@":
            print(f"{len(spans)} spans, {covered(spans, (0, DAY))} minutes")
            for span in spans:
                print("  " + show(span))
        else:
            edges = [0, *(t for s in spans for t in s), DAY]
            print("[" + " ".join(show(g) for g in zip(edges[::2], edges[1::2]) if g[1] - g[0] >= SHORTEST) + "]")
    return 10 + min(faults, 5) if faults else 0


sys.exit(main())
