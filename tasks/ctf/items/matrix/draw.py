"""A two-dimensional code of our own: turned or mirrored, masked, interleaved, with scratches that its code can correct."""

DIFFICULTY, SIMULATED_DIFFICULTY = "hard", 1.8
TAGS = ["coding", "error-correction"]
SUMMARY = "Read a damaged two-dimensional code from its description"
INSTRUCTION = """
`/work/label.txt` is a scan of a printed label (`#` dark, `.` light) whose format `/work/LABEL.md` describes. The label was scanned in an unknown
position (turned by a multiple of 90 degrees, perhaps also seen in a mirror), and it has a scratch. It holds a flag.
"""
SIDE = 25
PATTERNS = {"ring": "####.####", "full": "#########", "plus": ".#.###.#.", "none": "........."}
TEXT = """# The label

25 x 25 cells, rows and columns counted from 0 at the top left. The four corners of 3 x 3 cells tell the position: top left a ring (all dark but
its centre), top right all dark, bottom left a plus sign (centre and its four neighbours dark), bottom right all light.

- Cells (3, 0) and (3, 1), row first, hold the number of the mask in two bits, the high one first; dark is 1. They are not masked.
- All other cells outside the corners hold data bits. They are read row by row from the top: even rows from left to right, odd rows from right to left.
- Mask m inverts the data cells for which its expression is 0:
  0: (row + column) mod 2; 1: row mod 3; 2: (row * column) mod 3; 3: (row div 2 + column div 3) mod 2.
- The first 7 * 83 data bits carry 83 code words, interleaved: data bit k belongs to code word k mod 83, at position k div 83. The rest is filler.
- A code word has positions 1 to 7: p1 p2 d1 p4 d2 d3 d4. p1 makes the number of ones at positions 1, 3, 5, 7 even, p2 at 2, 3, 6, 7, p4 at 4, 5, 6, 7.
- Two code words make a byte, high half first. The first byte is the length of the text, then the text follows, then filler.
- A scratch makes up to 70 data cells that follow one another in reading order dark.
"""
MASKS = [lambda r, c: (r + c) % 2, lambda r, c: r % 3, lambda r, c: r * c % 3, lambda r, c: (r // 2 + c // 3) % 2]


def data_cells():
    for r in range(SIDE):
        for c in range(SIDE) if r % 2 == 0 else reversed(range(SIDE)):
            corner = (r < 3 or r > SIDE - 4) and (c < 3 or c > SIDE - 4)
            if not corner and (r, c) not in ((3, 0), (3, 1)):
                yield r, c


def word(nibble):
    d1, d2, d3, d4 = (nibble >> k & 1 for k in (3, 2, 1, 0))
    return [d1 ^ d2 ^ d4, d1 ^ d3 ^ d4, d1, d2 ^ d3 ^ d4, d2, d3, d4]


def draw(stream, flag):
    payload = bytes([len(flag)]) + flag.encode()
    payload += stream.randbytes(42 - len(payload))
    words = [word(nibble) for byte in payload for nibble in (byte >> 4, byte & 15)][:83]
    cells, mask = list(data_cells()), stream.randrange(4)
    bits = [words[k % 83][k // 83] if k < 581 else stream.randrange(2) for k in range(len(cells))]
    grid = [[0] * SIDE for _ in range(SIDE)]
    for (r, c), bit in zip(cells, bits):
        grid[r][c] = bit ^ (MASKS[mask](r, c) == 0)
    start = stream.randrange(0, 380)
    for r, c in cells[start : start + stream.randrange(55, 71)]:
        grid[r][c] = 1
    grid[3][0], grid[3][1] = mask >> 1, mask & 1
    for top, left, name in ((0, 0, "ring"), (0, 22, "full"), (22, 0, "plus"), (22, 22, "none")):
        for k, char in enumerate(PATTERNS[name]):
            grid[top + k // 3][left + k % 3] = int(char == "#")
    if stream.random() < 0.5:
        grid = [row[::-1] for row in grid]
    for _ in range(stream.randrange(1, 4)):
        grid = [list(row) for row in zip(*grid[::-1])]
    return {"label.txt": "\n".join("".join(".#"[cell] for cell in row) for row in grid) + "\n", "LABEL.md": TEXT}, {}
