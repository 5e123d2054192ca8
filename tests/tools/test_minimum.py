"""The search for the lowest point of a function."""

import numpy as np

from tools.models.minimum import lowest


def test_lowest_point_of_a_narrow_valley_is_found():
    wanted, steep = np.array([3.0, -2.0, 0.5]), np.array([100.0, 1.0, 0.1])

    def loss(at):
        return float((steep * (at - wanted) ** 2).sum() / 2), steep * (at - wanted)

    np.testing.assert_allclose(lowest(loss, np.zeros(3)), wanted, atol=0.05)
