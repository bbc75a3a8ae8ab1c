"""A small sound mapping as text, and changes to it."""

SOUND = """\
taskmap: mapping/1
unit:
  id: post
  name: Post
  country: NO
  setting: nursing_home
  organisation: {id: by, name: By kommune}
date: 2026-10-15
illustrative: true
volumes: {residents: 20}
bands:
  - {id: dag, when: [{days: mon-fri, from: 07:00, to: 22:00}]}
  - {id: helg, when: [{days: sat-sun, from: 07:00, to: 22:00}]}
  - {id: natt, when: rest}
staffing:
  - {role: sykepleier, persons: 6, posts: 5, bands: {dag: 60 %, helg: 20 %, natt: 20 %}}
  - {role: helsefagarbeider, persons: 9, posts: 7, bands: {dag: 100 %}}
tasks:
  - id: stell
    library: nh_morning_care
    count: {dag: 70, helg: 14}
    minutes: 25
    today: {sykepleier: 20 %, helsefagarbeider: 80 %}
"""


def changed(*changes: tuple[str, str]) -> str:
    """The sound text with parts replaced; each part must be there."""
    text = SOUND
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text
