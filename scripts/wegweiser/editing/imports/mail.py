"""The text of a mail, saved as a message (.eml) or as text."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from wegweiser.editing.corrections.faults import UnreadableError


def decode(content: bytes) -> str:
    """Text in UTF-8, UTF-16 with a mark, or what Windows writes."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def text_of(name: str, content: bytes) -> str:
    """The text that a person would read; raises UnreadableError where there is only HTML."""
    if not name.lower().endswith(".eml"):
        return decode(content)
    message = message_from_bytes(content, EmailMessage, policy=policy.default)
    body = message.get_body(("plain",))
    if body is None:
        remedy = "Bitte den Text der E-Mail kopieren und als Textdatei speichern."
        raise UnreadableError(name, f"Diese E-Mail hat keinen reinen Text. {remedy}")
    return str(body.get_content())
