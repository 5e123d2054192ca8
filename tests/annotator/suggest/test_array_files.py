"""Files of arrays from unknown sources."""

import numpy as np
import pytest

from annotator.suggest import array_files


def test_arrays_that_are_huge_when_unpacked_are_not_read(tmp_path, monkeypatch):
    path = tmp_path / "names.npz"
    np.savez_compressed(path, zeros=np.zeros(4_000_000, np.uint8))
    assert path.stat().st_size < 10_000
    assert list(array_files.load_arrays(path)) == ["zeros"]
    monkeypatch.setattr(array_files, "_LARGEST_UNPACKED", 3_000_000)
    with pytest.raises(ValueError, match=r"names\.npz is too large when unpacked"):
        array_files.load_arrays(path)
