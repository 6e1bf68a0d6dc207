import sys

sys.setrecursionlimit(100000)

ANY, STAR, PLUS, MAYBE, ALT, LAZY = "@ANY@", "@STAR@", "@PLUS@", "@MAYBE@", "@ALT@", "@LAZY@"
DIGIT, WORD, START, END = "@DIGIT@", "@WORD@", "@START@", "@END@"
STEPS = @STEPS@  # for one line; what takes more is given up
OPEN, CLOSE = "@OPEN@", "@CLOSE@"


class Fault(Exception):
    pass


class TooLong(Exception):
    pass


class Parser:
    """Nodes are tuples: kind first."""

    def __init__(self, text):
        self.text, self.at, self.groups = text, 0, 0

    def fail(self, message):
        raise Fault(f"pattern, {self.at}: {message}")

    def peek(self):
        return self.text[self.at] if self.at < len(self.text) else ""

    def whole(self):
        node = self.choice()
        if self.at < len(self.text):
            self.fail("')' without '('")
        return node

    def choice(self):
        options = [self.sequence()]
        while self.peek() == ALT:
            self.at += 1
            options.append(self.sequence())
        return ("choice", options) if len(options) > 1 else options[0]

    def sequence(self):
        parts = []
        while self.peek() not in ("", ALT, ")"):
            parts.append(self.repeat(self.atom()))
        return ("sequence", parts)

    def repeat(self, node):
        c = self.peek()
        if c == "" or c not in (STAR, PLUS, MAYBE, "{"):
            return node
        if node[0] in ("start", "end"):
            self.fail("an anchor cannot be repeated")
        self.at += 1
        least, most = {STAR: (0, None), PLUS: (1, None), MAYBE: (0, 1), "{": (0, 0)}[c]
        if c == "{":
            least = self.number()
            most = least
            if self.peek() == ",":
                self.at += 1
                most = None if self.peek() == "}" else self.number()
            if self.peek() != "}":
                self.fail("expected '}'")
            self.at += 1
            if most is not None and most < least:
                self.fail("repeat runs backwards")
        lazy = self.peek() == LAZY
        self.at += lazy
        if self.peek() != "" and self.peek() in (STAR, PLUS, MAYBE, "{"):
            self.fail("repeat of a repeat")
        return ("repeat", node, least, most, lazy)

    def number(self):
        start = self.at
        while self.peek() != "" and self.peek() in "0123456789":
            self.at += 1
        if not 1 <= self.at - start <= 2:
            self.fail("expected a number below 100")
        return int(self.text[start : self.at])

    def atom(self):
        c = self.peek()
        if c in (STAR, PLUS, MAYBE, "{"):
            self.fail("nothing to repeat")
        self.at += 1
        if c == "(":
            self.groups += 1
            number = self.groups
            if number > 9:
                self.fail("more than 9 groups")
            node = self.choice()
            if self.peek() != ")":
                self.fail("'(' is not closed")
            self.at += 1
            return ("group", number, node)
        if c == "[":
            return self.set()
        if c == "\\":
            c = self.peek()
            if c == "":
                self.fail("escape at the end")
            self.at += 1
            if c in "123456789":
                if int(c) > self.groups:
                    self.fail(f"no group {c} yet")
                return ("back", int(c))
            return ("sign", c)
        return {ANY: ("any",), DIGIT: ("digit",), WORD: ("word",), START: ("start",), END: ("end",)}.get(c, ("sign", c))

    def set(self):
        negated = self.peek() == "^"
        self.at += negated
        ranges = []
        while self.peek() != "]":
            low = high = self.peek()
            if low == "":
                self.fail("'[' is not closed")
            self.at += 1
            if self.peek() == "-" and self.text[self.at + 1 : self.at + 2] not in ("", "]"):
                high = self.text[self.at + 1]
                self.at += 2
                if high < low:
                    self.fail("range runs backwards")
            ranges.append((low, high))
        if not ranges:
            self.fail("empty set")
        self.at += 1
        return ("set", negated, ranges)


class Matcher:
    def __init__(self, node, text, groups):
        self.node, self.text, self.steps = node, text, 0
        self.spans = [None] * (groups + 1)

    def match(self, node, at, then):
        """Tries a node at a place; `then` goes on behind it. Returns whether all of it worked."""
        self.steps += 1
        if self.steps > STEPS:
            raise TooLong
        kind = node[0]
        if kind == "sequence":
            return self.sequence(node[1], 0, at, then)
        if kind == "choice":
            return any(self.match(option, at, then) for option in node[1])
        if kind == "group":
            return self.group(node, at, then)
        if kind == "repeat":
            return self.repeat(node, 0, at, -1, then)
        if kind == "start":
            return at == 0 and then(at)
        if kind == "end":
            return at == len(self.text) and then(at)
        if kind == "back":
            span = self.spans[node[1]]
            if span is None:
                return False
            part = self.text[span[0] : span[1]]
            return self.text.startswith(part, at) and then(at + len(part))
        return at < len(self.text) and self.accepts(node, self.text[at]) and then(at + 1)

    def accepts(self, node, c):
        kind = node[0]
        if kind == "any":
            return True
        if kind == "digit":
            return "0" <= c <= "9"
        if kind == "word":
            return "a" <= c <= "z" or "A" <= c <= "Z" or "0" <= c <= "9"
        if kind == "set":
            return any(low <= c <= high for low, high in node[2]) != node[1]
        return c == node[1]

    def sequence(self, parts, index, at, then):
        if index == len(parts):
            return then(at)
        return self.match(parts[index], at, lambda end: self.sequence(parts, index + 1, end, then))

    def group(self, node, at, then):
        """A group keeps its last span; a failed try restores the one before."""
        before = self.spans[node[1]]

        def close(end):
            inner = self.spans[node[1]]
            self.spans[node[1]] = (at, end)
            if then(end):
                return True
            self.spans[node[1]] = inner
            return False

        if self.match(node[2], at, close):
            return True
        self.spans[node[1]] = before
        return False

    def repeat(self, node, count, at, before, then):
        """A round that took nothing is the last one, unless rounds are still owed."""
        _, inner, least, most, lazy = node
        more = (most is None or count < most) and (at != before or count < least)

        def again():
            return more and self.match(inner, at, lambda end: self.repeat(node, count + 1, end, at, then))

        if count < least:
            return again()
        if lazy:
            return then(at) or again()
        return again() or then(at)

    def search(self, start):
        for at in range(start, len(self.text) + 1):
            self.spans = [None] * len(self.spans)
            end = []
            if self.match(self.node, at, lambda e: end.append(e) or True):
                self.spans[0] = (at, end[0])
                return self.spans
        return None


def expand(template, spans, text):
    out, i = "", 0
    while i < len(template):
        c = template[i]
        if c == "\\" and i + 1 < len(template):
            i += 1
            c = template[i]
            if c in "0123456789":
                if int(c) >= len(spans):
                    raise Fault(f"replacement: no group {c}")
                c = "" if spans[int(c)] is None else text[slice(*spans[int(c)])]
        out += c
        i += 1
    return out


def line_of(matcher, text, template):
    out, start, count = "", 0, 0
    first = None
    at = 0
    while at <= len(text):
        spans = matcher.search(at)
        if spans is None:
            break
        count += 1
        begin, end = spans[0]
        if first is None:
            first = list(spans)
        out += text[start:begin] + (OPEN + text[begin:end] + CLOSE if template is None else expand(template, spans, text))
        start = end
        at = end if end > begin else end + 1
        if end == begin and end < len(text):
            out += text[end]
            start = end + 1
    out += text[start:]
    shown = "" if first is None else " " + " ".join("-" if s is None else f"{s[0]}..{s[1]}" for s in first)
    return count, f"{count}: {out}{shown}"


def main():
    try:
        parser = Parser(sys.argv[1])
        node = parser.whole()
        template = sys.argv[2] if len(sys.argv) > 2 else None
        matched = 0
        for text in sys.stdin.read().split("\n")[:-1]:
            matcher = Matcher(node, text, parser.groups)
            try:
                count, shown = line_of(matcher, text, template)
                matched += count > 0
                print(f"{shown} ({matcher.steps})")
            except TooLong:
                print(f"gave up: {text}")
        print(f"{matched} lines")
        return 0 if matched else 1
    except Fault as fault:
        print(fault)
        return 2


sys.exit(main())
