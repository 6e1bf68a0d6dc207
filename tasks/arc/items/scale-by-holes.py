"""The output is the object, cut out, and enlarged by one more than the number of its holes, which are filled with colour 7."""

from grids import blank, box, cells, cut, flood, objects, size, stamp

DIFFICULTY, SIMULATED_DIFFICULTY, TRAIN, TEST = "hard", 1.3, 4, 2
TAGS, SUMMARY = ["topology", "scaling"], "Enlarge an object by the number of its holes"


def holes(shape):
    """The enclosed background areas of a grid, each a set of cells. They are enclosed over edges: a gap at a corner does not open one."""
    height, width = size(shape)
    seen, found = set(), []
    for r, c in cells(shape):
        if shape[r][c] == 0 and (r, c) not in seen:
            area = flood(shape, (r, c), lambda y, x: shape[y][x] == 0)
            seen |= area
            if all(0 < y < height - 1 and 0 < x < width - 1 for y, x in area):
                found.append(area)
    return found


def rule(grid):
    shape = cut(grid, *box(objects(grid)[0]))
    enclosed = holes(shape)
    for area in enclosed:
        for r, c in area:
            shape[r][c] = 7
    factor = len(enclosed) + 1
    return [[value for value in row for _ in range(factor)] for row in shape for _ in range(factor)]


def draw_input(stream):
    wanted = stream.randrange(1, 4)
    while True:
        height, width = stream.randrange(3, 6), stream.randrange(4, 7)
        shape = [[int(stream.random() < 0.75) for _ in range(width)] for _ in range(height)]
        bodies = objects(shape)
        if len(bodies) == 1 and box(bodies[0]) == (0, 0, height, width) and len(holes(shape)) == wanted:
            grid = blank(stream.randrange(9, 13), stream.randrange(9, 13))
            stamp(grid, shape, stream.randrange(len(grid) - height), stream.randrange(len(grid[0]) - width), stream.choice([1, 2, 3]))
            return grid


def complete(inputs):
    return len({len(rule(grid)) // box(objects(grid)[0])[2] for grid in inputs}) == 3
