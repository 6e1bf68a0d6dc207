"""One border is a magnet (colour 9). The objects slide towards it as rigid bodies, nearest first, until they touch the magnet or another object; those
that touch the magnet turn to colour 8, those held by others keep their colour."""

from grids import NEAR, blank, cells, copy, draw_shape, inside, objects, scatter, stamp, turned

DIFFICULTY, SIMULATED_DIFFICULTY, TRAIN, TEST = "hard", 2.5, 4, 2
TAGS, SUMMARY = ["physics", "objects"], "Slide rigid objects to a magnetic border and mark those that reach it"


def pulled_down(grid):
    """The rule for a magnet in the last row."""
    out = blank(len(grid), len(grid[0]))
    out[-1] = grid[-1][:]
    bodies = [body for body in objects(grid) if grid[body[0][0]][body[0][1]] != 9]
    for body in sorted(bodies, key=lambda body: -max(r for r, _ in body)):
        colour, down = grid[body[0][0]][body[0][1]], 0
        while all(out[r + down + 1][c] == 0 for r, c in body):
            down += 1
        touches = any(out[r + down + 1][c] == 9 for r, c in body)
        for r, c in body:
            out[r + down][c] = 8 if touches else colour
    return out


def rule(grid):
    turns = 0
    while any(value != 9 for value in grid[-1]):
        grid, turns = turned(grid), turns + 1
    out = pulled_down(grid)
    for _ in range(-turns % 4):
        out = turned(out)
    return out


def separate(grid):
    """Whether objects of different colours keep apart, so that a reader can tell them."""
    return all(
        grid[r + dr][c + dc] in (0, grid[r][c]) for r, c in cells(grid) if grid[r][c] not in (0, 9) for dr, dc in NEAR if inside(grid, r + dr, c + dc)
    )


def draw_input(stream):
    while True:
        grid = blank(stream.randrange(11, 15), stream.randrange(9, 13))
        shapes = [draw_shape(stream, stream.randrange(1, 4), stream.randrange(2, 4), 2) for _ in range(stream.randrange(4, 6))]
        places = scatter(stream, grid[:-2], shapes)
        if not places:
            continue
        for shape, place in zip(shapes, places):
            stamp(grid, shape, *place, stream.choice([1, 2, 3, 4]))
        bottoms = [max(r for r, _ in body) for body in objects(grid)]
        if len(set(bottoms)) < len(bottoms) or not separate(grid):
            continue
        grid[-1] = [9] * len(grid[0])
        held = [value for row in rule(copy(grid))[:-1] for value in row]
        if 8 in held and any(value in (1, 2, 3, 4) for value in held):
            for _ in range(stream.randrange(4)):
                grid = turned(grid)
            return grid
