"""Towers on a ground line are put in order of height, lowest first; the places where they stand remain, and a tower of odd height turns to colour 8."""

from grids import blank, copy

DIFFICULTY, SIMULATED_DIFFICULTY, TRAIN, TEST = "hard", 1.0, 3, 2
TAGS, SUMMARY = ["ordering", "parity"], "Sort towers by height and mark the odd ones"


def towers(grid):
    """(column, height, colour) of each tower above the ground line, from left to right."""
    ground = len(grid) - 1
    found = []
    for c in range(len(grid[0])):
        height = sum(1 for r in range(ground) if grid[r][c])
        if height:
            found.append((c, height, grid[ground - 1][c]))
    return found


def rule(grid):
    out = copy(grid)
    standing = towers(grid)
    for r in range(len(grid) - 1):
        out[r] = [0] * len(grid[0])
    for (c, _, _), (_, height, colour) in zip(standing, sorted(standing, key=lambda tower: tower[1])):
        for r in range(len(grid) - 1 - height, len(grid) - 1):
            out[r][c] = 8 if height % 2 else colour
    return out


def draw_input(stream):
    height, width = stream.randrange(9, 12), stream.randrange(9, 15)
    grid = blank(height, width)
    grid[-1] = [5] * width
    count = stream.randrange(4, 7)
    for c, tall in zip(sorted(stream.sample(range(width), count)), stream.sample(range(1, height - 1), count)):
        colour = stream.choice([1, 2, 3, 4])
        for r in range(height - 1 - tall, height - 1):
            grid[r][c] = colour
    return grid
