"""Objects are painted by a legend: in the left column, separated by a line of colour 5, small shapes stand in colours; each object right of the line takes the
colour of the shape that it equals when turned."""

from grids import blank, box, cells, copy, cut, draw_shape, objects, scatter, stamp, turned

DIFFICULTY, SIMULATED_DIFFICULTY, TRAIN, TEST = "hard", 1.9, 3, 2
TAGS, SUMMARY = ["objects", "legend"], "Paint objects by a legend of shapes in any turned position"
LEGEND = 3


def canonical(shape):
    """The smallest of a shape's four turned positions, as 0 and 1. A mirror image is another shape."""
    turns, shape = [], [[int(value > 0) for value in row] for row in shape]
    for _ in range(4):
        turns.append(shape)
        shape = turned(shape)
    return min(turns)


def rule(grid):
    out, legend = copy(grid), {}
    bodies = [body for body in objects(grid) if grid[body[0][0]][body[0][1]] != 5]
    for body in bodies:
        if body[0][1] < LEGEND:
            legend[str(canonical(cut(grid, *box(body))))] = grid[body[0][0]][body[0][1]]
    for body in bodies:
        if body[0][1] > LEGEND:
            colour = legend.get(str(canonical(cut(grid, *box(body)))), 0)  # a shape that the legend lacks vanishes
            for r, c in body:
                out[r][c] = colour
    return out


def draw_shapes(stream, count):
    shapes, kinds = [], set()
    while len(shapes) < count:
        shape = draw_shape(stream, stream.choice([2, 3]), 3, 4)
        if str(canonical(shape)) not in kinds:
            kinds.add(str(canonical(shape)))
            shapes.append(shape)
    return shapes


def draw_input(stream):
    while True:
        *known, stranger = draw_shapes(stream, 4)
        grid = blank(stream.randrange(13, 16), stream.randrange(15, 18))
        top = 0
        for shape, colour in zip(known, stream.sample([1, 2, 3, 4], 3)):
            stamp(grid, shape, top, 0, colour)
            top += len(shape) + 1
        placed = [stream.choice(known) for _ in range(stream.randrange(2, 5))] + [stranger]
        for number, shape in enumerate(placed):
            for _ in range(stream.randrange(4)):
                shape = turned(shape)
            placed[number] = shape
        room = blank(len(grid), len(grid[0]) - LEGEND - 1)
        places = scatter(stream, room, placed)
        if places:
            for shape, (r, c) in zip(placed, places):
                stamp(room, shape, r, c, 6)
            for r, c in cells(room):
                grid[r][LEGEND + 1 + c] = room[r][c]
            for row in grid:
                row[LEGEND] = 5
            return grid
