"""What tasks, roles and groups are called."""

from dataclasses import replace

from telling import speaker

from taskmap.present.names import Speaker, lowered


def test_the_units_own_name_goes_before_the_librarys():
    plain = speaker()
    own = replace(plain.mapping.by_task["vekt"], name="Vektkontroll på mandager")
    tasks = tuple(own if t.id == "vekt" else t for t in plain.mapping.tasks)
    renamed = Speaker(plain.reader, replace(plain.mapping, tasks=tasks), plain.catalogue)
    assert renamed.task("vekt") == "Vektkontroll på mandager"
    assert plain.task("vekt") == plain.catalogue.tasks["nh_weight"].names["nb"]


def test_a_task_is_told_in_the_readers_language_with_its_case():
    nb, sv = speaker("nb"), speaker("sv")
    assert nb.task("morgenstell/stabil") == "Morgenstell \N{EN DASH} stabil pasient"
    assert sv.task("morgenstell/stabil").endswith(" \N{EN DASH} stabil pasient")
    assert sv.whole_task("morgenstell") == sv.catalogue.tasks["nh_morning_care"].names["sv"]


def test_roles_are_small_inside_a_sentence_and_abbreviations_stay():
    assert speaker().role_inside("sykepleier") == "sykepleier"
    assert lowered("LIS-lege") == "LIS-lege"
    assert lowered("Ås") == "ås"


def test_an_unknown_id_is_its_own_name():
    nobody = speaker()
    assert nobody.task("finnes-ikke") == nobody.role("finnes-ikke") == "finnes-ikke"
    assert nobody.rule("NO-NONE") == nobody.source("NO-NONE") == "NO-NONE"


def test_what_work_grows_with_is_told_in_words_and_the_units_own_as_written():
    assert speaker("nb").volume("insulin_users") == "med insulin"
    assert speaker("sv").volume("beds") == "vårdplatser"
    assert speaker("nb").volume("lange_turer") == "lange turer"


def test_two_roles_alike_keep_their_whole_names():
    plain = speaker()
    nurse = plain.catalogue.roles["sykepleier"]
    roles = {
        **plain.catalogue.roles,
        "sykepleier": replace(nurse, names={"nb": "Sykepleier (dag)"}),
        "matvert": replace(nurse, id="matvert", names={"nb": "Sykepleier (natt)"}),
    }
    alike = Speaker(plain.reader, plain.mapping, replace(plain.catalogue, roles=roles))
    assert alike.short_role("sykepleier") == "Sykepleier (dag)"
    assert alike.short_role("helsefagarbeider") == "Helsefagarbeider"


def test_bands_stand_in_the_weeks_order():
    assert speaker().bands(("natt", "dag")) == "dag og natt"
    assert speaker().bands(("natt", "dag", "kveld")) == "hele uka"
