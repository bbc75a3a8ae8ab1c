"""What the user decides on the page of suggestions changes the plan, and is as easily undone."""

import pytest

from taskmap.language import reader

UNIT = "havblikk-2"
SAY = reader("nb").say
KINDS = ("forced", "forbidden_gates", "seats", "taken_out")  # one of every sort of subject


def titles(at):
    return [m.value for m in at.markdown if m.value.startswith("#### ")]


def button(at, label, nth=0):
    return [b for b in at.button if b.label == label][nth]


def test_a_task_that_stays_leaves_the_plan_and_comes_back_when_the_demand_goes(open_page):
    at = open_page("suggestions", lang="nb", unit=UNIT)
    before = titles(at)
    button(at, SAY("ui.will.stays")).click().run()
    assert not at.exception
    name = before[0].partition("\\. ")[2]
    assert not [title for title in titles(at) if title.endswith(name)]
    assert "pinned:" in "".join(at.query_params["demands"])
    button(at, SAY("ui.demands.take_away")).click().run()
    assert titles(at) == before
    assert "demands" not in at.query_params


def test_an_address_asks_again_and_leaves_aside_what_the_unit_has_not(open_page):
    at = open_page("suggestions", lang="nb", unit=UNIT, demands="pinned:utdeling,pinned:borte")
    assert not at.exception
    assert len([b for b in at.button if b.label == SAY("ui.demands.take_away")]) == 1
    assert titles(at)


def test_what_cannot_be_had_at_once_is_told_and_can_be_taken_away_there(open_page):
    asked = "forced:toalett:assistent:1"
    at = open_page("suggestions", lang="nb", unit=UNIT, demands=asked)
    assert not at.exception
    assert [e.value for e in at.error] == [SAY("ui.clash")]
    assert not titles(at)
    button(at, SAY("ui.demands.take_away"), 1).click().run()
    assert not at.error
    assert titles(at)


def test_a_limit_on_changes_that_clashes_can_be_lifted_there(open_page):
    asked = "forced:utdeling:helsefagarbeider:0.99"
    at = open_page("suggestions", lang="nb", unit=UNIT, demands=asked, limit="0")
    assert [e.value for e in at.error] == [SAY("ui.clash")]
    [lift] = [b for b in at.button if b.key == "clash_no_limit"]
    lift.click().run()
    assert not at.exception
    assert not [b for b in at.button if b.key == "clash_no_limit"]
    assert at.query_params["limit"] in ("all", ["all"])


def test_every_sort_of_demand_can_be_added_by_the_form(open_page):
    at = open_page("suggestions", lang="nb", unit=UNIT)
    box = next(b for b in at.selectbox if b.label == SAY("ui.ask.demand"))
    for field in KINDS:
        box.set_value(field).run()
        assert not at.exception
        assert button(at, SAY("ui.ask.add"))
        box = next(b for b in at.selectbox if b.label == SAY("ui.ask.demand"))
    box.set_value("training_kroner").run()
    button(at, SAY("ui.ask.add")).click().run()
    assert "".join(at.query_params["demands"]) == "training_kroner:20000"


def test_weights_that_do_not_rise_are_not_used(open_page):
    at = open_page("suggestions", lang="nb", unit=UNIT)
    plan = titles(at)
    lowest = next(n for n in at.number_input if n.label == SAY("word.level_name", level=2))
    lowest.set_value(900).run()
    assert not at.exception
    assert SAY("ui.ask.weights_flat") in [w.value for w in at.warning]
    assert titles(at) == plan


def test_a_view_that_takes_time_waits_for_a_click(open_page):
    at = open_page("suggestions", lang="nb", unit=UNIT, closer="stress")
    assert button(at, SAY("ui.run.stress"))
    button(at, SAY("ui.run.stress")).click().run()
    assert not at.exception
    assert not [b for b in at.button if b.label == SAY("ui.run.stress")]
    holds = [
        SAY(key, what="{", today="").partition("{")[0] for key in ("stress.holds", "stress.breaks")
    ]
    told = [m.value.replace("\\", "") for m in at.markdown]
    assert len([line for line in told if any(word in line for word in holds)]) == 3


def test_demands_are_told_in_swedish_too(open_page):
    at = open_page("suggestions", lang="sv", unit=UNIT, demands="pinned:utdeling")
    say = reader("sv").say
    assert say("ui.demands") in [m.value.strip("*") for m in at.markdown]
    assert button(at, say("ui.demands.take_away"))


@pytest.mark.full
def test_the_address_carries_the_limit_the_price_and_the_preset(open_page):
    asked = {"lang": "nb", "unit": UNIT, "limit": "1", "preset": "scarce", "price": "cost"}
    at = open_page("suggestions", **asked)
    assert not at.exception
    assert not at.warning or all("session" not in w.value.lower() for w in at.warning)
    most = next(n for n in at.number_input if n.label == SAY("ui.ask.most"))
    assert most.value == 1
    most.set_value(2).run()
    found = {name: "".join(at.query_params[name]) for name in ("limit", "preset", "price")}
    assert found == {"limit": "2", "preset": "scarce", "price": "cost"}
    every = open_page("suggestions", **{**asked, "limit": "all"})
    assert next(t for t in every.toggle if t.label == SAY("ui.ask.all")).value
    odd = open_page("suggestions", **{**asked, "limit": "-3"})
    assert next(n for n in odd.number_input if n.label == SAY("ui.ask.most")).value > 0


def test_the_address_has_the_weights_of_the_levels_and_asks_with_them_again(open_page):
    flat = SAY("ui.ask.weights_flat")
    at = open_page("suggestions", lang="nb", unit=UNIT, weights="4-5,6-9,8-20,9-9,2-x")
    assert not at.exception
    assert flat not in [told.value for told in at.warning]  # 7, which nobody has, follows 6
    weights = {n: at.number_input(key=f"weight{n}") for n in (2, 4, 6)}
    assert {n: field.value for n, field in weights.items()} == {2: 2, 4: 5, 6: 9}
    weights[4].set_value(9).run()
    assert "".join(at.query_params["weights"]) == "4-9,6-9,8-20"
    assert flat in [told.value for told in at.warning]
