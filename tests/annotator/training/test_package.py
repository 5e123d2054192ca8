"""A pipeline as a package."""

import pytest

from annotator.system.errors import ModelError
from annotator.training.package import package


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # spacy.cli.package 3.8 closes none of its files
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_package_holds_the_pipeline_under_its_name(tmp_path):
    import spacy

    spacy.blank("de").to_disk(tmp_path / "gebaut")
    (tmp_path / "aus").mkdir()
    written = package(tmp_path / "gebaut", tmp_path / "aus", "rhein")
    assert written == tmp_path / "aus" / "de_rhein-0.1.0"
    assert (written / "setup.py").is_file()
    assert (written / "de_rhein" / "de_rhein-0.1.0" / "config.cfg").is_file()
    assert package(tmp_path / "gebaut", tmp_path / "aus", "rhein") == written  # once more, in its place


def test_what_cannot_be_packed_says_why(tmp_path):
    import spacy

    with pytest.raises(ModelError) as told:
        package(tmp_path, tmp_path, "x")
    assert told.value.code == "train.no_model"
    spacy.blank("de").to_disk(tmp_path / "gebaut")
    with pytest.raises(ModelError) as refused:
        package(tmp_path / "gebaut", tmp_path / "fehlt", "x")
    assert refused.value.code == "train.unwritable"
