"""Mappings of any size for the benchmarks: real roles, generated tasks, seeded."""

import random

ROLES = (
    *("sykepleier", "helsefagarbeider", "assistent", "sykehjemslege", "matvert", "renholder"),
    *("vernepleier", "fysioterapeut", "merkantil", "fagskole_hfa", "aktivitor", "logistikk"),
    *("ergoterapeut", "kokk", "aks_sykepleier", "provisorfarmasoyt", "reseptarfarmasoyt"),
    *("hjelpemiddeltekniker", "kef", "larling_helsefag"),
)
BANDS = ("dag", "kveld", "natt")
HEAD = """taskmap: mapping/1
unit: {{id: {id}, name: Målt enhet, country: NO, setting: nursing_home,
       organisation: {{id: maalt, name: Målt kommune}}}}
date: 2026-10-15
illustrative: true
bands:
  - {{id: dag,   name: Dag,   when: [{{days: mon-sun, from: 07:00, to: 15:00}}]}}
  - {{id: kveld, name: Kveld, when: [{{days: mon-sun, from: 15:00, to: 22:00}}]}}
  - {{id: natt,  name: Natt,  when: [{{days: mon-sun, from: 22:00, to: 07:00}}]}}
staffing:
"""


def unit(tasks: int, roles: int, seed: int = 1) -> str:
    """A mapping document with so many tasks and roles, about eight tenths of its hours used."""
    chance = random.Random(seed)  # noqa: S311 -- a benchmark's data, not a secret
    names = ROLES[:roles]
    work = [_task(n, names, chance) for n in range(tasks)]
    asked = {role: sum(w["hours"].get(role, 0.0) for w in work) for role in names}
    lines = [HEAD.format(id=f"maalt-{tasks}x{roles}")]
    lines += [_staffing(role, asked[role]) for role in names]
    return "".join([*lines, "tasks:\n", *(w["text"] for w in work)])


def _staffing(role: str, hours: float) -> str:
    posts = max(0.2, hours / 22)
    return (
        f"  - {{role: {role}, persons: {max(1, round(posts * 1.3))}, posts: {posts:.2f}, "
        "hours_profile: no_turnus_35_5, mapping: complete, "
        "bands: {dag: 57 %, kveld: 29 %, natt: 14 %}}\n"
    )


def _task(number: int, roles: tuple[str, ...], chance: random.Random) -> dict[str, object]:
    mine = chance.sample(roles, k=min(len(roles), chance.choice((1, 1, 2))))
    counts = {
        band: chance.choice((3, 7, 14)) * f for band, f in zip(BANDS, (2, 1, 0.5), strict=True)
    }
    minutes = chance.choice((5, 8, 10, 15, 20, 30))
    share = 1 / len(mine)
    factors = {r: round(chance.uniform(0.9, 1.5), 2) for r in roles if r not in mine}
    text = (
        f"  - id: oppgave-{number}\n    name: Oppgave {number}\n"
        f"    count: {{{', '.join(f'{b}: {n}' for b, n in counts.items())}}}\n"
        f"    minutes: {{low: {minutes * 0.7:.1f}, likely: {minutes}, high: {minutes * 1.5:.1f}}}\n"
        f"    factors: {{{', '.join(f'{r}: {f}' for r, f in factors.items())}}}\n"
        f"    today: {{{', '.join(f'{r}: {share}' for r in mine)}}}\n"
        f"    competences: []\n    divisible: {str(chance.random() < 0.7).lower()}\n"
        f"    risk: {{likelihood: {chance.randint(1, 3)}, consequence: {chance.randint(1, 3)}}}\n"
    )
    hours = {role: sum(counts.values()) * minutes * share / 60 for role in mine}
    return {"text": text, "hours": hours}
