"""Grids are lists of rows of colours 0 to 9; 0 is the background. What the rules and their generators need in common."""

NEAR = ((0, 1), (1, 0), (0, -1), (-1, 0))


def blank(height, width, colour=0):
    return [[colour] * width for _ in range(height)]


def size(grid):
    return len(grid), len(grid[0])


def copy(grid):
    return [row[:] for row in grid]


def cells(grid):
    return [(r, c) for r in range(len(grid)) for c in range(len(grid[0]))]


def inside(grid, r, c):
    return 0 <= r < len(grid) and 0 <= c < len(grid[0])


def colours(grid):
    return sorted({value for row in grid for value in row} - {0})


def turned(grid):
    """A quarter turn clockwise."""
    return [list(row) for row in zip(*grid[::-1])]


def flood(grid, start, passes):
    """The cells reached from start over edges through cells that `passes` accepts."""
    found, todo = {start}, [start]
    while todo:
        r, c = todo.pop()
        for dr, dc in NEAR:
            place = r + dr, c + dc
            if inside(grid, *place) and place not in found and passes(*place):
                found.add(place)
                todo.append(place)
    return found


def objects(grid, one_colour=True):
    """Connected objects (over edges), as sorted lists of cells, in reading order of their first cells."""
    seen, found = set(), []
    for r, c in cells(grid):
        if grid[r][c] and (r, c) not in seen:
            body = flood(grid, (r, c), lambda y, x: grid[y][x] == grid[r][c] if one_colour else grid[y][x] != 0)
            seen |= body
            found.append(sorted(body))
    return found


def box(body):
    """Top, left, height and width of a set of cells."""
    rows, columns = [r for r, _ in body], [c for _, c in body]
    return min(rows), min(columns), max(rows) - min(rows) + 1, max(columns) - min(columns) + 1


def cut(grid, top, left, height, width):
    return [row[left : left + width] for row in grid[top : top + height]]


def draw_shape(stream, height, width, least):
    """A connected random shape of at least `least` cells that touches all sides of its height x width box, as a grid of 0 and 1."""
    while True:
        shape = [[int(stream.random() < 0.65) for _ in range(width)] for _ in range(height)]
        bodies = objects(shape)
        if len(bodies) == 1 and len(bodies[0]) >= least and box(bodies[0]) == (0, 0, height, width):
            return shape


def stamp(grid, shape, top, left, colour):
    for r, c in cells(shape):
        if shape[r][c]:
            grid[top + r][left + c] = colour


def scatter(stream, grid, shapes, margin=1, tries=400):
    """Places for (shape) boxes that keep `margin` cells apart and stay in the grid: a list of (top, left), or None if they do not fit."""
    height, width = size(grid)
    taken, places = [], []
    for shape in shapes:
        h, w = size(shape)
        for _ in range(tries):
            top, left = stream.randrange(height - h + 1), stream.randrange(width - w + 1)
            if all(top + h + margin <= t or t + p + margin <= top or left + w + margin <= l or l + q + margin <= left for t, l, p, q in taken):
                taken.append((top, left, h, w))
                places.append((top, left))
                break
        else:
            return None
    return places
