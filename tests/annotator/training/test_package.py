"""A pipeline as a package."""

import pytest

from annotator.system.errors import ModelError
from annotator.training.train import package


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # spacy.cli.package 3.8 closes none of its files
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_package_contains_the_named_pipeline(tmp_path):
    import spacy

    spacy.blank("de").to_disk(tmp_path / "gebaut")
    (tmp_path / "aus").mkdir()
    written = package(tmp_path / "gebaut", tmp_path / "aus", "rhein")
    assert written == tmp_path / "aus" / "de_rhein-0.1.0"
    assert (written / "setup.py").is_file()
    assert (written / "de_rhein" / "de_rhein-0.1.0" / "config.cfg").is_file()
    assert package(tmp_path / "gebaut", tmp_path / "aus", "rhein") == written  # again, replacing it


def test_packaging_errors_give_a_reason(tmp_path):
    import spacy

    with pytest.raises(ModelError) as error:
        package(tmp_path, tmp_path, "x")
    assert error.value.code == "train.no_model"
    spacy.blank("de").to_disk(tmp_path / "gebaut")
    with pytest.raises(ModelError) as refused:
        package(tmp_path / "gebaut", tmp_path / "fehlt", "x")
    assert refused.value.code == "train.unwritable"
