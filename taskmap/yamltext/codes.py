"""Every finding about a text as YAML: its code and the values it carries.

``value`` is what was written, ``nearest`` a way out or None where we know of none, ``first_line``
where the other one stands.
"""

CODES: dict[str, tuple[str, ...]] = {
    "yaml.too_large": ("bytes", "limit"),
    "yaml.encoding": ("value", "nearest"),
    "yaml.control_character": ("value",),
    "yaml.empty": (),
    "yaml.too_deep": ("limit",),
    "yaml.too_many_values": ("limit",),
    "yaml.anchor": ("value",),
    "yaml.alias": ("value",),
    "yaml.tag": ("value",),
    "yaml.merge_key": ("value",),
    "yaml.directive": ("value",),
    "yaml.second_document": (),
    "yaml.key_not_text": (),
    "yaml.key_empty": (),
    "yaml.duplicate_key": ("value", "first_line"),
    "yaml.lookalike_key": ("value", "other", "first_line"),
    "yaml.tab": ("value",),
    "yaml.bracket": ("value", "first_line"),
    "yaml.quote": ("value", "first_line"),
    "yaml.colon": ("value",),
    "yaml.indent": ("value",),
    "yaml.syntax": ("value",),
}
