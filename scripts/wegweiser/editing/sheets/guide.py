"""How to fill in a check sheet: the same words on the first worksheet, on paper and in the mail."""

from __future__ import annotations

TITLE = "So füllen Sie den Bogen aus"
STEPS = (
    "Schreiben Sie oben Ihre Funktion hinein, zum Beispiel: Leitung der Einrichtung. Bitte keinen Namen.",
    "Schreiben Sie das Datum von heute dazu.",
    "Gehen Sie die Zeilen durch. Wählen Sie bei „Stimmt das?“: stimmt, falsch oder weiß ich nicht.",
    "Bei „falsch“ schreiben Sie daneben, was richtig ist.",
    "Steht dort „nicht bekannt“ und Sie wissen es? Dann schreiben Sie es einfach daneben.",
    "Gibt es etwas nicht mehr, schreiben Sie: gibt es nicht mehr.",
    "Was Sie nicht beantworten, bleibt, wie es ist.",
    "Schicken Sie uns die Datei zurück. Drucken müssen Sie nichts.",
)
NO_NAMES = "Bitte schreiben Sie nichts über Familien und keine Namen von Beschäftigten."
IN_THE_TABLE = (
    "Die Tabelle steht auf dem Blatt „Angaben“. Ändern Sie bitte keine Spalten und verbinden Sie keine Zellen."
)
ON_PAPER = (
    "Schreiben Sie unten Ihre Funktion und das Datum hin. Bitte keinen Namen.",
    "Kreuzen Sie bei jeder Angabe an: stimmt, falsch oder weiß ich nicht.",
    "Bei „falsch“ schreiben Sie auf die Linie, was richtig ist. Gibt es etwas nicht mehr, schreiben Sie das.",
    "Schicken Sie uns den Bogen als Fax oder mit der Post zurück.",
)
