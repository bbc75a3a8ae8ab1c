"""Every finding about a foreign file as such: its code and the values it carries."""

CODES: dict[str, tuple[str, ...]] = {
    # the file is refused
    "sheets.ending": ("value", "known"),
    "sheets.empty": (),
    "sheets.too_large": ("most",),
    "sheets.unpacks_too_large": ("size", "most"),
    "sheets.too_many_parts": ("count", "most"),
    "sheets.too_many_sheets": ("count", "most"),
    "sheets.too_many_cells": ("sheet", "most"),
    "sheets.too_far_out": ("sheet", "cell", "rows", "columns"),
    "sheets.too_much_text": ("sheet", "cell", "most"),
    "sheets.too_heavy": (),
    "sheets.encrypted": (),
    "sheets.damaged": (),
    "sheets.not_a_workbook": ("value",),
    "sheets.web_page": (),
    "sheets.quote_open": ("line",),
    # the file is read, and this is worth knowing
    "sheets.old_encoding": (),
    "sheets.macros": (),
    "sheets.links": (),
    "sheets.hidden": ("sheet",),
    "sheets.merged": ("sheet", "cell", "to"),
    "sheets.formula_without_value": ("sheet", "cell"),
    "sheets.error_value": ("sheet", "cell", "value"),
    "sheets.more": ("count",),
}
