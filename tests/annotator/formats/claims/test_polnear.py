"""PolNeAR's attributions, compared with the form of its files."""

import re

from annotator.formats.fit import Options
from annotator.formats.registry import exporter
from tests.annotator.formats.checked import checked

WORDS = re.compile(r"(T\d+)\t(Source|Cue|Content|Attribution|Attribution-no-source) ([\d ;]+)\t(.+)")
EVENT = re.compile(r"E\d+\t(Attribution|Attribution-no-source):(T\d+)((?: (?:Source|Cue|Content):T\d+)+)")


def test_attribution_offsets_match_text(tmp_path):
    report = exporter("polnear").write([checked()], tmp_path / "a", Options())
    text = (tmp_path / "a" / "artikel-1-mueller.txt").read_text("utf-8")
    lines = (tmp_path / "a" / "artikel-1-mueller.ann").read_text("utf-8").splitlines()
    words, events = {}, []
    for line in lines:
        if found := WORDS.fullmatch(line):
            name, kind, places, said = found.groups()
            pairs = (map(int, pair.split()) for pair in places.split(";"))
            assert " ".join(text[start:end] for start, end in pairs) == said
            assert name not in words
            words[name] = kind
        elif found := EVENT.fullmatch(line):
            events.append(found.groups())
        else:
            raise AssertionError(line)
    assert len(events) == 3
    for kind, trigger, roles in events:
        named = [role.split(":") for role in roles.split()]
        assert words[trigger] == kind
        assert all(words[name] == role for role, name in named)
        assert ("Source" in dict(named)) is (kind == "Attribution")
        assert {"Cue", "Content"} <= set(dict(named))
    lost = [int(loss.id, 16) for loss in report.losses if loss.reason == "claim_needs"]
    assert lost == [19], "no cue gives it to anybody"
