"""Where the caret goes, and how far the selection reaches."""

from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.actions.actions import ActionSpec, Menu, When, alike, in_menu

GO = tuple(
    in_menu(
        Menu.GO,
        *(
            alike(*group, when=When.DOCUMENT, in_article=True, repeats=True)
            for group in (
                (
                    ActionSpec(
                        "go.next_name",
                        QT_TRANSLATE_NOOP("Actions", "Next &Unlabelled Name"),
                        "moves.to_name",
                        "U",
                        argument="1",
                    ),
                    ActionSpec(
                        "go.previous_name",
                        QT_TRANSLATE_NOOP("Actions", "Previous Unl&abelled Name"),
                        "moves.to_name",
                        "Shift+U",
                        argument="-1",
                    ),
                    ActionSpec("go.word", QT_TRANSLATE_NOOP("Actions", "&Word by Its Letters"), "word_jump.start", "F"),
                ),
                (
                    ActionSpec(
                        "go.next_claim",
                        QT_TRANSLATE_NOOP("Actions", "Next &Claim"),
                        "claim_paths.by_claim",
                        "B",
                        argument="1",
                    ),
                    ActionSpec(
                        "go.previous_claim",
                        QT_TRANSLATE_NOOP("Actions", "Previous Cla&im"),
                        "claim_paths.by_claim",
                        "Shift+B",
                        argument="-1",
                    ),
                    ActionSpec(
                        "go.next_worth",
                        QT_TRANSLATE_NOOP("Actions", "Next Sentence Worth Checkin&g"),
                        "worth.go",
                        "P",
                        argument="1",
                    ),
                    ActionSpec(
                        "go.previous_worth",
                        QT_TRANSLATE_NOOP("Actions", "Previous Sentence W&orth Checking"),
                        "worth.go",
                        "Shift+P",
                        argument="-1",
                    ),
                    ActionSpec(
                        "go.next_link",
                        QT_TRANSLATE_NOOP("Actions", "From the Claim Along Its Lin&ks"),
                        "claim_paths.along_links",
                        "V",
                    ),
                    ActionSpec(
                        "go.to_claim",
                        QT_TRANSLATE_NOOP("Actions", "&Back to the Claim"),
                        "claim_paths.to_claim",
                        "Shift+V",
                    ),
                    ActionSpec(
                        "go.link_away",
                        QT_TRANSLATE_NOOP("Actions", "From the Claim to Ano&ther Article"),
                        "claim_paths.to_other_article",
                        "Ctrl+J",
                    ),
                ),
                (
                    ActionSpec(
                        "go.next_sentence",
                        QT_TRANSLATE_NOOP("Actions", "Next &Sentence"),
                        "moves.by_sentence",
                        ".",
                        argument="1",
                    ),
                    ActionSpec(
                        "go.previous_sentence",
                        QT_TRANSLATE_NOOP("Actions", "Previous S&entence"),
                        "moves.by_sentence",
                        ",",
                        argument="-1",
                    ),
                    ActionSpec(
                        "go.next_paragraph",
                        QT_TRANSLATE_NOOP("Actions", "Next &Paragraph"),
                        "moves.by_paragraph",
                        "Ctrl+Down",
                        argument="1",
                    ),
                    ActionSpec(
                        "go.previous_paragraph",
                        QT_TRANSLATE_NOOP("Actions", "Previous Pa&ragraph"),
                        "moves.by_paragraph",
                        "Ctrl+Up",
                        argument="-1",
                    ),
                ),
                (
                    ActionSpec(
                        "select.sentence_more",
                        QT_TRANSLATE_NOOP("Actions", "E&xtend Selection by a Sentence"),
                        "moves.select_by_sentence",
                        "Shift+.",
                        argument="1",
                    ),
                    ActionSpec(
                        "select.sentence_less",
                        QT_TRANSLATE_NOOP("Actions", "S&hrink Selection by a Sentence"),
                        "moves.select_by_sentence",
                        "Shift+,",
                        argument="-1",
                    ),
                    ActionSpec(
                        "select.next_paragraph",
                        QT_TRANSLATE_NOOP("Actions", "Select to the &Next Paragraph"),
                        "moves.select_by_paragraph",
                        "Ctrl+Shift+Down",
                        argument="1",
                    ),
                    ActionSpec(
                        "select.previous_paragraph",
                        QT_TRANSLATE_NOOP("Actions", "Select to the Pre&vious Paragraph"),
                        "moves.select_by_paragraph",
                        "Ctrl+Shift+Up",
                        argument="-1",
                    ),
                ),
            )
        ),
    )
)
