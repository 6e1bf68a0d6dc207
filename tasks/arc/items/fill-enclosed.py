"""Background that a wall encloses is filled: with colour 3 where the room holds an odd number of cells, with colour 4 where even."""

from grids import blank, cells, copy, flood, size

DIFFICULTY, SIMULATED_DIFFICULTY, TRAIN, TEST = "medium", -0.8, 4, 2
TAGS, SUMMARY = ["topology", "parity"], "Fill enclosed rooms by the parity of their size"


def rule(grid):
    out, (height, width) = copy(grid), size(grid)
    for r, c in cells(grid):
        if out[r][c] == 0:
            room = flood(out, (r, c), lambda y, x: out[y][x] == 0)
            if all(0 < y < height - 1 and 0 < x < width - 1 for y, x in room):
                for y, x in room:
                    out[y][x] = 3 if len(room) % 2 else 4
    return out


def draw_input(stream):
    while True:
        grid = blank(stream.randrange(11, 16), stream.randrange(11, 16))
        height, width = size(grid)
        for _ in range(stream.randrange(3, 6)):
            h, w = stream.randrange(3, 7), stream.randrange(3, 7)
            top, left = stream.randrange(height - h), stream.randrange(width - w)
            for r in range(top, top + h):
                for c in range(left, left + w):
                    if r in (top, top + h - 1) or c in (left, left + w - 1):
                        grid[r][c] = 1
        if stream.random() < 0.7:
            r, c = stream.choice([place for place in cells(grid) if grid[place[0]][place[1]] == 1])
            grid[r][c] = 0
        filled = {value for row in rule(grid) for value in row}
        if {3, 4} <= filled:
            return grid
