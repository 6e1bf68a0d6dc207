"""Turns the grid until its corners fit, then follows the description, correcting one bit in each code word."""

from pathlib import Path

grid = [[int(cell == "#") for cell in row] for row in Path("label.txt").read_text().split()]
CORNERS = {(0, 0): "111101111", (0, 22): "111111111", (22, 0): "010111010", (22, 22): "000000000"}
MASKS = [lambda r, c: (r + c) % 2, lambda r, c: r % 3, lambda r, c: r * c % 3, lambda r, c: (r // 2 + c // 3) % 2]


def corner(grid, top, left):
    return "".join(str(grid[top + k // 3][left + k % 3]) for k in range(9))


def upright(grid):
    for _ in range(2):
        for _ in range(4):
            if all(corner(grid, *place) == pattern for place, pattern in CORNERS.items()):
                return grid
            grid = [list(row) for row in zip(*grid[::-1])]
        grid = [row[::-1] for row in grid]
    raise SystemExit("no position fits")


grid = upright(grid)
mask = MASKS[2 * grid[3][0] + grid[3][1]]
bits = []
for r in range(25):
    for c in range(25) if r % 2 == 0 else range(24, -1, -1):
        if not ((r < 3 or r > 21) and (c < 3 or c > 21)) and (r, c) not in ((3, 0), (3, 1)):
            bits.append(grid[r][c] ^ (mask(r, c) == 0))
nibbles = []
for number in range(83):
    word = [0] + [bits[number + 83 * position] for position in range(7)]
    wrong = 0
    for position in range(1, 8):
        wrong ^= position * word[position]
    word[wrong] ^= 1
    nibbles.append(word[3] << 3 | word[5] << 2 | word[6] << 1 | word[7])
data = bytes(high << 4 | low for high, low in zip(nibbles[::2], nibbles[1::2]))
Path("flag.txt").write_bytes(data[1 : 1 + data[0]] + b"\n")
