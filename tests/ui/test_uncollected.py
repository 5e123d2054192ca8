import gc
import weakref

import pytest

from ui.uncollected import uncollected


class Row:
    """Something that goes when nobody holds it."""


def test_the_collector_rests_and_works_again_afterwards():
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_a_failure_too():
    with pytest.raises(ValueError, match="Köln"), uncollected():
        raise ValueError("Köln")
    assert gc.isenabled()


def test_where_it_rested_before_it_goes_on_resting():
    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()
    gc.enable()


def test_what_was_made_meanwhile_goes_when_nobody_holds_it():
    with uncollected():
        row = Row()
    gone = weakref.ref(row)
    del row
    assert gone() is None
