"""The pictures of the way, the front and the hands: all is drawn and can be read."""

from dataclasses import replace

from taskmap.model.explanations import Front, FrontPoint, Path, PathStep, Spread
from taskmap.present.figures.front import front, is_asked
from taskmap.present.figures.palette import wrapped
from taskmap.present.figures.path import MOST, path
from taskmap.present.figures.spread import spread


def steps(naming, count):
    tasks = list(dict.fromkeys(leaf.task_id for leaf in naming.mapping.leaves))
    return tuple(
        PathStep(tasks=(tasks[at % len(tasks)],), relieved=60, net=10, price_saved=5, price=0)
        for at in range(count)
    )


def test_each_step_begins_where_the_one_above_ended(unit):
    found = Path(steps=steps(unit.naming, 5), first=3, loss=0, gap=0, at_once=0)
    picture = path(found, unit.plan.question, unit.naming)
    (bars,) = picture.figure.data
    assert list(bars.base) == [0, 1, 2, 3, 4]
    assert list(bars.x) == [1] * 5
    assert len(set(bars.marker.color[:3])) == 1
    assert bars.marker.color[2] != bars.marker.color[3]
    assert len(picture.figure.layout.shapes) == 1  # a line too, not colour alone
    assert len(picture.table.rows) == 5


def test_a_long_way_is_drawn_in_part_and_told_whole(unit):
    found = Path(steps=steps(unit.naming, MOST + 4), first=3, loss=0, gap=0, at_once=0)
    picture = path(found, unit.plan.question, unit.naming)
    assert len(picture.figure.data[0].x) == MOST
    assert len(picture.table.rows) == MOST + 4
    assert str(MOST) in picture.summary


def test_a_step_that_relieves_nobody_tells_what_it_takes(unit):
    takes = replace(steps(unit.naming, 1)[0], relieved=0, net=-30)
    found = Path(steps=(takes,), first=1, loss=0, gap=0, at_once=0)
    picture = path(found, unit.plan.question, unit.naming)
    told = [note.text for note in picture.figure.layout.annotations]
    assert unit.naming.reader.say("figure.path.takes", hours=unit.naming.reader.hours(30)) in told


def test_no_steps_draw_nothing(unit):
    picture = path(
        Path(steps=(), first=0, loss=0, gap=0, at_once=0), unit.plan.question, unit.naming
    )
    assert not picture.figure.data
    assert picture.summary


def points():
    return tuple(
        FrontPoint(
            max_changes=n,
            training_kroner=kroner,
            changes=n,
            kroner=kroner or 0.0,
            price_saved=saved,
            relieved=saved,
            gap=0,
        )
        for n, kroner, saved in ((1, None, 10), (3, None, 60), (3, 9000.0, 80), (9, 18000.0, 100))
    )


def test_every_point_is_drawn_as_large_as_its_courses_and_the_asked_one_has_its_own_mark(unit):
    found = Front(points=points())
    question = replace(unit.plan.question, max_changes=3)
    assert [is_asked(point, question) for point in found.points] == [False, True, False, False]
    picture = front(found, question, unit.naming)
    (marks,) = picture.figure.data
    assert list(marks.x) == [1, 3, 3, 9]
    assert list(marks.y) == [10, 60, 80, 100]
    assert marks.marker.symbol == ("circle", "diamond", "circle", "circle")
    sizes = list(marks.marker.size)
    assert sizes[0] == sizes[1] < sizes[2] < sizes[3]
    assert [key for key, _ in marks.customdata] == ["0", "1", "2", "3"]
    assert [bool(text) for text in marks.text] == [False, False, True, True]
    assert len(picture.table.rows) == 4


def test_an_empty_front_is_told_and_draws_no_point(unit):
    picture = front(Front(points=()), unit.plan.question, unit.naming)
    assert len(picture.figure.data[0].x) == 0
    assert picture.summary


def test_a_long_label_is_never_cut():
    told = wrapped("assistent med fagbrev eller tilsvarende kompetanse", 20)
    assert told.replace("<br>", " ") == "assistent med fagbrev eller tilsvarende kompetanse"
    assert max(map(len, told.split("<br>"))) <= 20
    assert "&lt;b&gt;" in wrapped("<b>", 20)


def test_every_way_has_a_bar_in_every_measure_with_its_figure(unit):
    ways = tuple(
        Spread(
            weight=at,
            price=1000 + dearer,
            tasks_per_role={"sykepleier": tasks},
            faces=9 - at,
            met_in=4,
            fragile=10 + at,
            moves=3,
            gap=0,
        )
        for at, (tasks, dearer) in enumerate(((4, 0), (3, 60), (2, -20)))
    )
    picture = spread(ways, unit.plan.question, unit.naming)
    tasks, faces, fragile, dearer = picture.figure.data
    assert list(tasks.x) == [4, 3, 2]
    assert list(faces.x) == [9 / 4, 8 / 4, 7 / 4]
    assert list(fragile.x) == [10, 11, 12]
    assert list(dearer.x) == [0, 60, -20]
    assert list(dearer.text) == [row[5].text for row in picture.table.rows]
    low, high = picture.figure.layout.xaxis4.range
    assert low < -20 < 60 < high
    without = spread((replace(ways[0], met_in=0),), unit.plan.question, unit.naming)
    assert len(without.figure.data) == 3
