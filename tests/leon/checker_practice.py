"""Whether those who do a task that asks for practice do it often enough: plain loops."""

M = 1_000_000
HAIR = 4


def _times(x, practice, r: int, shares, hair: int = 0) -> int:
    """Occurrences a year in millionths squared."""
    return 52 * sum(
        (shares[t][r][b] + hair * (shares[t][r][b] > 0)) * x.n[t][b]
        for t in practice.leaves
        for b in x.B
    )


def _asks(x, practice) -> list[int]:
    return [k for k in x.K if any(x.p.needs[t, k] for t in practice.leaves)]


def _today(x, practice, r: int) -> int:
    """Persons in practice today; whoever does it counts as one."""
    times = _times(x, practice, r, x.today)
    held = [int(x.p.held[r, k]) for k in _asks(x, practice)]
    persons = min([times // (practice.volume * M * M), int(x.p.persons[r]), *held])
    return max(1, persons) if times else 0


def kept(x, practice, r: int, shares, *, trained: bool) -> int:
    """Persons kept in practice: by occurrences, and no more than hold what it asks for."""
    now, least = _today(x, practice, r), practice.volume * M * M
    lacking = max(0, now * least - _times(x, practice, r, x.today))
    able = []
    for k in _asks(x, practice):
        held = int(x.p.held[r, k])
        able.append(held + trained * x.y[r][k] + max(0, now - held))
    times = _times(x, practice, r, shares, HAIR)
    return min([(times + lacking) // least, int(x.p.persons[r]), *able])


def practice(x):
    for task in x.p.practices:
        for r in x.R:
            if not x.p.persons[r] or not any(any(x.s[t][r]) for t in task.leaves):
                continue
            persons, heads = kept(x, task, r, x.s, trained=True), int(x.p.persons[r])
            if persons < 1:
                yield f"{task.name}/{r}"
            for b in x.B:
                done, then = (
                    sum(s[t][r][b] * x.minutes[t][r][b] for t in task.leaves)
                    for s in (x.s, x.today)
                )
                slack = max(0, then - _today(x, task, r) * x.most(r, b) // heads)
                if (done - slack - M) * heads > persons * x.most(r, b):
                    yield f"{task.name}/{r}/{b}"
