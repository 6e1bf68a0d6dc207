import sys

WIDTH = @WIDTH@
INDENT = @INDENT@
BULLET = "@BULLET@"
CUT = "@CUT@"
RIGHT_FIRST = @RIGHT_FIRST@


def paragraphs(text):
    current = None
    for line in text.split("\n"):
        words = [w for w in line.split(" ") if w]
        starts = bool(words) and words[0].startswith(BULLET)
        if not words or starts:
            if current is not None and current[1]:
                yield current
            current = None
        if not words:
            continue
        if starts:
            words = [w for w in [words[0][1:]] + words[1:] if w]
        if current is None:
            current = (starts, [])
        current[1].extend(words)
    if current is not None and current[1]:
        yield current


def cut(words, room):
    for word in words:
        while len(word) > room:
            yield word[: room - 1] + CUT
            word = word[room - 1 :]
        yield word


def lines_of(words, room):
    line, length = [], 0
    for word in cut(words, room):
        if line and length + 1 + len(word) > room:
            yield line
            line, length = [], 0
        length += len(word) + (1 if line else 0)
        line.append(word)
    yield line


def justify(words, room, number):
    gaps = len(words) - 1
    if gaps == 0:
        return words[0]
    spare = room - sum(len(w) for w in words)
    each, extra = spare // gaps, spare % gaps
    out = words[0]
    for i in range(gaps):
        from_left = (number + RIGHT_FIRST) % 2 == 0
        wide = i < extra if from_left else i >= gaps - extra
        out += " " * (each + (1 if wide else 0)) + words[i + 1]
    return out


def main():
    found = list(paragraphs(sys.stdin.read()))
    if not found:
        print("error: no words")
        return 3
    for index, (bulleted, words) in enumerate(found):
        if index:
            print()
        hang = INDENT if bulleted else 0
        lines = list(lines_of(words, WIDTH - hang))
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            text = " ".join(line) if last else justify(line, WIDTH - hang, number)
            head = "" if not bulleted else (BULLET.ljust(INDENT) if number == 0 else " " * INDENT)
            print(head + text)
    return 0


sys.exit(main())
