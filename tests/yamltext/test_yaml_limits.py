"""Sizes and bombs: refused at once, whatever they would have become."""

from time import process_time

import pytest

from taskmap.yamltext import read

ALIAS_BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGE_BOMB = "a: &a {x: 1}\n" + "".join(
    f"{b}: &{b} {{<<: [{','.join([f'*{a}'] * 9)}]}}\n"
    for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("k: " + "[" * 30_000, "yaml.too_deep"),
        ("[" * 900_000, "yaml.too_deep"),
        ("{a: " * 20_000, "yaml.too_deep"),
        ("- " * 30_000, "yaml.too_deep"),
        ("? " * 30_000, "yaml.key_not_text"),
        ("\n".join(" " * n + "a:" for n in range(200)), "yaml.too_deep"),
        ("x" * 1_000_001, "yaml.too_large"),
        ("[" + "1," * 100_000 + "]", "yaml.too_many_values"),
        ("- {}\n" * 100_000, "yaml.too_many_values"),
        (ALIAS_BOMB, "yaml.anchor"),
        (MERGE_BOMB, "yaml.anchor"),
        ("&a " * 10 + "x", "yaml.anchor"),
        ("!" * 100_000, "yaml.tag"),
        ("'" * 99_999, "yaml.quote"),
        ("%" * 100_000, "yaml.syntax"),
        ("a: " + "9" * 900_000, None),
        ("- &a x\n" * 10_000, "yaml.anchor"),
    ],
)
def test_bombs_are_refused_in_no_time(text, code):
    begun = process_time()
    findings = read(text, file="a.yaml")[1]
    assert process_time() - begun < 30
    assert (findings[0].code if findings else None) == code
    assert len(findings) <= 100
