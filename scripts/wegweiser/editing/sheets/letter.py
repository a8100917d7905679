"""The mail that goes with a check sheet, ready to copy."""

from __future__ import annotations

from wegweiser.editing.sheets import guide
from wegweiser.editing.sheets.recipients import Recipient


def write_letter(recipient: Recipient, site: str, url: str, reply_to: str) -> str:
    """Address, subject and text; `url` is the recipient's page, `reply_to` where the sheet goes; both may be empty."""
    known = recipient.email or "(keine E-Mail bekannt: bitte anrufen, oder den Bogen auf Papier schicken)"
    count = sum(len(part.statements) for part in recipient.parts)
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(guide.STEPS, 1))
    where = f"So sehen Familien Ihre Seite: {url}\n\n" if url else ""
    back = (
        f"Bitte schicken Sie die Datei an {reply_to} zurück"
        if reply_to
        else "Bitte antworten Sie mit der Datei im Anhang"
    )
    return (
        f"An: {known}\n"
        f"Betreff: Stimmt noch, was wir über Sie sagen? {recipient.title}\n"
        f"Anhang: {recipient.stem}.xlsx (oder zum Ausdrucken: {recipient.stem}.pdf)\n"
        "\n"
        "Guten Tag,\n\n"
        f"der {site} zeigt Familien, wer ihnen hilft und wie sie Sie erreichen. "
        f"Im Anhang steht, was wir über „{recipient.title}“ sagen: {count} Angaben.\n"
        "Damit niemand eine falsche Nummer wählt, bitten wir Sie einmal im Jahr, das durchzusehen.\n\n"
        f"{where}{guide.TITLE}:\n{steps}\n\n{guide.NO_NAMES}\n\n"
        f"{back}. Was lange niemand bestätigt hat, zeigen wir Familien nur mit einem Hinweis oder gar nicht.\n\n"
        "Vielen Dank und freundliche Grüße\n"
    )
