"""The output is the input beside its mirror image, and both below upside down."""

from grids import blank

DIFFICULTY, SIMULATED_DIFFICULTY, TRAIN, TEST = "easy", -2.5, 3, 1
TAGS, SUMMARY = ["symmetry"], "Unfold a grid by mirroring it twice"


def rule(grid):
    top = [row + row[::-1] for row in grid]
    return top + top[::-1]


def draw_input(stream):
    height, width = stream.randrange(2, 5), stream.randrange(2, 5)
    grid = blank(height, width)
    return [[stream.choice([0, 0, 1, 2, 3]) for _ in row] for row in grid]
