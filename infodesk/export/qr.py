"""QR codes as pictures for a document."""

from __future__ import annotations

from io import BytesIO

from infodesk.core.images import ImageFile, image_from

_DOTS = 12
"""Dots of the picture to a module: 300 dpi on a code of five centimetres."""


def qr_picture(text: str) -> ImageFile:
    """Return a text as a QR code, error level M, with the quiet zone around it."""
    import segno

    stream = BytesIO()
    segno.make_qr(text, error="m").save(stream, kind="png", scale=_DOTS, border=4)
    return image_from(stream.getvalue(), "qr.png")
