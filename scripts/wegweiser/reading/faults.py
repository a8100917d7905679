"""German sentences for what the YAML parser finds wrong with the way a file is written."""

from __future__ import annotations

_QUOTE = "Bitte den Text in Anführungszeichen setzen."
_INDENTATION = "Die Einrückung oder das Anführungszeichen passt nicht zu den Zeilen darüber. Bitte beides prüfen."

AT_THE_START = (
    ("while scanning a quoted scalar", "Das Anführungszeichen, das hier beginnt, hat kein Ende."),
    ("while scanning a simple key", "Hinter dem Feldnamen fehlt der Doppelpunkt."),
    ("while parsing a flow sequence", "Die Klammer, die hier beginnt, hat kein Ende oder enthält etwas Falsches."),
    ("while parsing a flow mapping", "Die Klammer, die hier beginnt, hat kein Ende oder enthält etwas Falsches."),
)
"""What an editor looks for where the fault begins, not where the parser gave up (often at the end of the file)."""
AT_THE_FAULT = (
    ("tab character", "Hier steht ein Tabulator. Bitte mit Leerzeichen einrücken."),
    ("cannot start any token", f"Dieses Zeichen darf hier nicht am Anfang stehen. {_QUOTE}"),
    ("comment or line break", f"Das Zeichen > oder | darf hier nicht am Anfang stehen. {_QUOTE}"),
    ("alphabetic or numeric character", f"Anker (&) und Verweise (*) sind nicht erlaubt. {_QUOTE}"),
    ("mapping values are not allowed", f"Ein Doppelpunkt mit Leerzeichen steht mitten im Text. {_QUOTE}"),
    ("mapping keys are not allowed", f"Ein Fragezeichen mit Leerzeichen darf hier nicht am Anfang stehen. {_QUOTE}"),
    ("block sequence entries", "Eine Liste beginnt in einer neuen Zeile: Bitte den Strich (-) unter das Feld setzen."),
    ("expected '-' indicator", "In einer Liste beginnt jede Angabe mit '- ', alle gleich weit eingerückt."),
    ("expected <block end>", _INDENTATION),
    ("did not find expected key", _INDENTATION),
    ("expected <document start>", "Nach dem Ende mit ... darf nichts mehr stehen. Bitte die Zeile löschen."),
    ("expected node content", f"Hier fehlt ein Wert, oder ein Zeichen steht zu viel. {_QUOTE}"),
    ("unknown escape", "Der Rückstrich (\\) ist hier nicht erlaubt. Bitte das Zeichen selbst schreiben."),
    ("hexdecimal number", "Der Rückstrich (\\) ist hier nicht erlaubt. Bitte das Zeichen selbst schreiben."),
    ("escape code", "Dieses Zeichen gibt es nicht. Bitte das Zeichen selbst schreiben."),
    ("directive", "Angaben mit % am Anfang sind nicht erlaubt. Bitte die Zeile löschen."),
    ("incompatible YAML document", "Angaben mit % am Anfang sind nicht erlaubt. Bitte die Zeile löschen."),
    ("tag", f"Typangaben (!) sind nicht erlaubt. {_QUOTE}"),
)


def explain(context: str, problem: str, character: str) -> tuple[str, bool]:
    """The sentence for a fault at `character`, and whether its place is where the thing begins."""
    if character == "\t":
        return AT_THE_FAULT[0][1], False
    for part, sentence in AT_THE_START:
        if part in context:
            return sentence, True
    for part, sentence in AT_THE_FAULT:
        if part in f"{context} {problem}":
            return sentence, False
    return f"Die Schreibweise ist kein gültiges YAML (englischer Grund: {problem}).", False
