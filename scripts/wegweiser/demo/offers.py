"""The offers of the invented region."""

from __future__ import annotations

from wegweiser.demo.supply import Supply
from wegweiser.demo.words import CONDITIONS, FOR_ALL, Record


def offer(supply: Supply, id_: str, topic: str) -> Record:
    """One offer with everything that an offer can say."""
    title = " ".join(part.capitalize() for part in id_.split("-"))
    amounts = [
        {
            "id": id_,
            "label": f"{title} im {id_.capitalize()}",
            "value": "15",
            "per": "month",
            "valid_from": f"{supply.today.year}-01-01",
            **end,
        }
        for id_, end in (
            ("august", {"valid_to": f"{supply.today.year}-12-31"}),
            ("februar", {"review_on": f"{supply.today.year + 1}-01-15"}),
        )
    ]
    return {
        "title": f"Amtlich: {title}",
        "everyday_title": title,
        "summary": f"{title}: erfundene Hilfe für Familien.",
        "plain": f"Es geht um: {title}. Das ist erfunden.",
        "topic": topic,
        "statuses": ["sgb2", "wohngeld"],
        "conditions": [f"Sie wohnen in der Region und brauchen: {title}."],
        "amounts": amounts,
        "steps": [f"Rufen Sie wegen {title} an.", f"Füllen Sie den Antrag auf {title} aus."],
        "documents": ["Ausweis"],
        "keywords": [f"{title} {number}" for number in range(1, 13)],
        "eligibility": [
            {
                **({"amounts": ["august"]} if id_ == FOR_ALL else CONDITIONS[len(id_) % len(CONDITIONS)]),
                "reason": f"{title} kann zu Ihrer Familie passen.",
                "legal_basis": "§ 1 Mustergesetz",
            }
        ],
        "legal_basis": [{"law": "Mustergesetz", "section": "§ 1"}],
        **supply.proof(),
    }
