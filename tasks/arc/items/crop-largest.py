"""The output is the box of the object with the most cells, in the colour of the smallest object."""

from grids import blank, box, cut, draw_shape, objects, scatter, size, stamp

DIFFICULTY, SIMULATED_DIFFICULTY, TRAIN, TEST = "easy", -1.2, 3, 2
TAGS, SUMMARY = ["objects"], "Cut out the largest object in the colour of the smallest"


def rule(grid):
    bodies = sorted(objects(grid), key=len)
    (r, c), largest = bodies[0][0], bodies[-1]
    picture = blank(*size(grid))
    for y, x in largest:
        picture[y][x] = grid[r][c]
    return cut(picture, *box(largest))


def draw_input(stream):
    while True:
        grid = blank(stream.randrange(11, 15), stream.randrange(11, 15))
        shapes = [draw_shape(stream, stream.randrange(2, 5), stream.randrange(2, 5), 3) for _ in range(stream.randrange(3, 5))]
        counts = sorted(sum(map(sum, shape)) for shape in shapes)
        places = scatter(stream, grid, shapes)
        if places and counts[-1] > counts[-2] and counts[0] < counts[1]:
            for shape, place, colour in zip(shapes, places, stream.sample([1, 2, 3, 4, 6], len(shapes))):
                stamp(grid, shape, *place, colour)
            return grid
