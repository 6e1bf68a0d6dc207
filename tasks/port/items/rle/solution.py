import sys

SHADES = "@SHADES@"
LIMIT = @LIMIT@


class Fault(Exception):
    pass


def decode(text, width, number):
    row, count = [], ""
    for c in text:
        if c in "0123456789":
            count += c
            continue
        if c not in SHADES:
            raise Fault(f"row {number}: unknown shade '{c}'")
        row += [SHADES.index(c)] * (int(count) if count else 1)
        count = ""
    if count:
        raise Fault(f"row {number}: count {count} without a shade")
    if len(row) != width:
        raise Fault(f"row {number}: {len(row)} of {width} points")
    return row


def encode(row):
    out, i = "", 0
    while i < len(row):
        j = i
        while j < len(row) and row[j] == row[i] and j - i < LIMIT:
            j += 1
        out += (str(j - i) if j - i > 1 else "") + SHADES[row[i]]
        i = j
    return out


def edges(rows):
    return [
        [abs(row[x + 1] - rows[y + 1][x]) if x + 1 < len(row) and y + 1 < len(rows) else v for x, v in enumerate(row)]
        for y, row in enumerate(rows)
    ]


COMMANDS = {
    "@FLIP@": lambda rows: [row[::-1] for row in rows],
    "@TURN@": lambda rows: [list(column)[::-1] for column in zip(*rows)],
    "@INVERT@": lambda rows: [[3 - v for v in row] for row in rows],
    "@EDGES@": edges,
}


def main():
    lines = sys.stdin.read().split("\n")[:-1]
    width, height = map(int, lines[0].split(" "))
    rows = [decode(lines[y + 1], width, y + 1) for y in range(height)]
    for i, name in enumerate(lines[height + 1 :]):
        if name not in COMMANDS:
            raise Fault(f"command {i + 1}: unknown '{name}'")
        rows = COMMANDS[name](rows)
    print(len(rows[0]), len(rows))
    for row in rows:
        print(encode(row))
    print("/".join(str(sum(row.count(shade) for row in rows)) for shade in range(4)))


try:
    main()
except Fault as fault:
    print(f"error: {fault}")
    sys.exit(1)
