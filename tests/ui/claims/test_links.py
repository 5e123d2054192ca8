"""The lines from a claim to its linked words."""

from PySide6.QtGui import QColor

from annotator.model.values import CLAIMS
from tests.ui.claims.claimed import claimed


def test_links_are_painted_only_for_active_claim(window):
    claim, *_ = claimed(window)
    area, look = window.view.viewport(), window.view.display.look
    colour, ground = look.colour(CLAIMS, "CLAIM").hue(), look.ground

    def painted():
        image = area.grab().toImage()
        top = window.view.page.layout.stretch(claim.start, claim.end)[0] - window.view.scrolling.top
        seen = (QColor(image.pixel(x, y)) for y in range(top - 2, top + 2) for x in range(400))
        return sum(found != ground and abs(found.hue() - colour) < 15 for found in seen)

    assert painted() == 0
    window.aim.activate(claim.id)
    assert painted() > 40
    window.aim.activate(None)
    assert painted() == 0
