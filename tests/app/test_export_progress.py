from __future__ import annotations

import pytest

from geo.app.export_progress import name_for
from geo.export import Order


@pytest.mark.parametrize(
    ("order", "name"),
    [
        (Order(), "atlas-en-wide.pdf"),
        (Order(marking="TLP:AMBER+STRICT"), "atlas-en-wide-TLP-AMBER-STRICT.pdf"),
        (Order(paper="letter", marking="../../etc <b> سري"), "atlas-en-letter-etc-b.pdf"),
    ],
)
def test_a_name_tells_one_order_from_another(order: Order, name: str) -> None:
    assert name_for("atlas.pdf", order) == name
