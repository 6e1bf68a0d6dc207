"""A ray of colour 2 leaves the emitter (colour 2) on the left border to the right, turns right at colour 6 and left at colour 7, until it leaves the grid."""

from grids import blank, copy, inside, size

DIFFICULTY, SIMULATED_DIFFICULTY, TRAIN, TEST = "hard", 0.8, 4, 2
TAGS, SUMMARY = ["physics", "lines"], "Follow a ray that turns at coloured cells"


def trace(grid):
    """The cells of the ray, and how often it turned; None if it runs in a circle."""
    r, c = next((r, 0) for r in range(len(grid)) if grid[r][0] == 2)
    dr, dc, path, turns, seen = 0, 1, [], 0, set()
    while True:
        r, c = r + dr, c + dc
        if not inside(grid, r, c):
            return path, turns
        if (r, c, dr, dc) in seen:
            return None
        seen.add((r, c, dr, dc))
        if grid[r][c] == 6:
            dr, dc, turns = dc, -dr, turns + 1
        elif grid[r][c] == 7:
            dr, dc, turns = -dc, dr, turns + 1
        else:
            path.append((r, c))


def rule(grid):
    out = copy(grid)
    for r, c in trace(grid)[0]:
        out[r][c] = 2
    return out


def draw_input(stream):
    while True:
        grid = blank(stream.randrange(10, 15), stream.randrange(10, 15))
        height, width = size(grid)
        for _ in range(stream.randrange(10, 18)):
            grid[stream.randrange(height)][stream.randrange(1, width)] = stream.choice([6, 7])
        grid[stream.randrange(2, height - 2)][0] = 2
        way = trace(grid)
        if way and way[1] >= 3 and any(6 in row for row in grid) and any(7 in row for row in grid):
            return grid


def complete(inputs):
    return sum(trace(grid)[1] for grid in inputs) >= 14
