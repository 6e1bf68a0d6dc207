"""Two panels beside a separator: colour 5 between them keeps cells set in both (output 3), colour 6 cells set in just one (output 4)."""

from grids import blank

DIFFICULTY, SIMULATED_DIFFICULTY, TRAIN, TEST = "medium", 0.2, 4, 2
TAGS, SUMMARY = ["logic", "panels"], "Combine two panels by a rule that the separator's colour names"


def rule(grid):
    middle = len(grid[0]) // 2
    both = grid[0][middle] == 5
    out = blank(len(grid), middle)
    for r, row in enumerate(grid):
        for c in range(middle):
            left, right = bool(row[c]), bool(row[middle + 1 + c])
            out[r][c] = (3 if both else 4) if (left and right if both else left != right) else 0
    return out


def draw_input(stream):
    height, width, separator = stream.randrange(4, 8), stream.randrange(4, 8), stream.choice([5, 6])
    return [
        [stream.choice([0, 1]) for _ in range(width)] + [separator] + [stream.choice([0, 2]) for _ in range(width)] for _ in range(height)
    ]


def complete(inputs):
    return {grid[0][len(grid[0]) // 2] for grid in inputs} == {5, 6}
