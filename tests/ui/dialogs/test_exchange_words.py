"""Messages about files."""

import string

import pytest

from annotator.formats.problem import PROBLEMS, Problem
from ui.dialogs.told_dialog import problem_sentence


@pytest.mark.parametrize("code", sorted(PROBLEMS))
def test_messages_name_no_command_line_options(code, qapp):
    names = [name for _, name, _, _ in string.Formatter().parse(PROBLEMS[code]) if name]
    said = problem_sentence(Problem(code=code, file="städte 🎈.jsonl", line=3, details=dict.fromkeys(names, "7")))
    assert said.startswith("städte 🎈.jsonl, line 3: ")
    assert "--" not in said
    assert "{" not in said
