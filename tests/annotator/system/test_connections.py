import socket
from contextlib import closing

import pytest

from annotator.system.addresses import Budget, Exceeded


@pytest.fixture
def port():
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield server.getsockname()[1]


def test_typed_local_address_is_reached(port):
    budget = Budget(5, 1000)
    for _ in range(2):
        with closing(budget.connect(("127.0.0.1", port))) as made:
            assert 0 < (made.gettimeout() or 0) <= 5


@pytest.mark.parametrize("first", ["1.1.1.1", "2606:4700::1111"])
def test_internet_page_cannot_lead_into_the_local_network(port, first):
    budget = Budget(5, 1000)
    budget.refuse_inward(first)
    with pytest.raises(Exceeded, match="a computer on the local network"):
        budget.connect(("localhost", port))


@pytest.mark.parametrize(
    "inside", ["10.0.0.1", "169.254.169.254", "::1", "fe80::1%1", "::ffff:127.0.0.1", "100.64.0.1"]
)
def test_local_addresses_are_inside(inside):
    budget = Budget(5, 1000)
    budget.refuse_inward("1.1.1.1")
    with pytest.raises(Exceeded):
        budget.refuse_inward(inside)


def test_budget_ends():
    budget = Budget(0, 10)
    with pytest.raises(Exceeded, match="too long"):
        budget.wait()
    budget.spend(10)
    with pytest.raises(Exceeded, match="too much data"):
        budget.spend(1)
