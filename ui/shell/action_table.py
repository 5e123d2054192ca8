"""All actions, by menu. Menus, shortcuts, the palette and the sheet of keys are made from this table.

One row is one line. A slot is an attribute of the window, so that type checkers and "find usages" can follow it.
docs/contributing.md says how to add an action. Never rename an id: the user's keys are stored by it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from annotator.model.schema import Schema, words
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.actions.actions import ActionSpec, ActionTable, Menu, When, alike, in_menu, label_id
from ui.base.i18n import ui_language

if TYPE_CHECKING:
    from ui.shell.workbench import Workbench

Slot = Callable[["Workbench"], Callable[..., object]]


def action(id_: str, text: str, slot: Slot, keys: str = "", **options: Any) -> ActionSpec:
    """Return a row of the table; type checkers check its slot against the window."""
    return ActionSpec(id_, text, slot, keys, **options)


_FILE = in_menu(
    Menu.FILE,
    (
        action("file.new", QT_TRANSLATE_NOOP("Actions", "&New Project…"), lambda w: w.projects.new, "Ctrl+N", icon="mdi6.plus"),
        action("file.open", QT_TRANSLATE_NOOP("Actions", "&Open Project…"), lambda w: w.projects.open, "Ctrl+O", icon="mdi6.folder-outline"),
        action("file.sample", QT_TRANSLATE_NOOP("Actions", "Open the &Sample Project"), lambda w: w.projects.sample),
    ),
    (
        action("file.import", QT_TRANSLATE_NOOP("Actions", "&Import Articles…"), lambda w: w.dialogs.import_articles, "Ctrl+I", when=When.WRITABLE, icon="mdi6.tray-arrow-down"),
        action("file.paste", QT_TRANSLATE_NOOP("Actions", "&Paste Article…"), lambda w: w.dialogs.paste, "Ctrl+Shift+V", when=When.WRITABLE, icon="mdi6.content-paste"),
        action("file.export", QT_TRANSLATE_NOOP("Actions", "&Export…"), lambda w: w.windows.export, "Ctrl+E", when=When.PROJECT, icon="mdi6.tray-arrow-up"),
    ),
    (
        action("file.merge", QT_TRANSLATE_NOOP("Actions", "&Merge Copies…"), lambda w: w.dialogs.merge, when=When.WRITABLE, icon="mdi6.call-merge"),
        action("file.copy", QT_TRANSLATE_NOOP("Actions", "Save a &Copy…"), lambda w: w.projects.copy, "Ctrl+Shift+S", when=When.PROJECT),
        action("file.repair", QT_TRANSLATE_NOOP("Actions", "Rep&air a Project…"), lambda w: w.repairs.ask),
    ),
    (
        action("file.close", QT_TRANSLATE_NOOP("Actions", "C&lose Project"), lambda w: w.projects.close, "Ctrl+W", when=When.PROJECT),
        action("file.quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), lambda w: w.close, "Ctrl+Q"),
    ),
)

_EDIT = in_menu(
    Menu.EDIT,
    alike(
        action("edit.undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), lambda w: w.steps.undo, "Ctrl+Z", when=When.UNDO, icon="mdi6.undo"),
        action("edit.redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), lambda w: w.steps.redo, "Ctrl+Shift+Z Ctrl+Y", when=When.REDO, icon="mdi6.redo"),
        repeats=True,
    ),
    alike(
        action("edit.copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), lambda w: w.view.keys.copy, "Ctrl+C"),
        action("edit.select_sentence", QT_TRANSLATE_NOOP("Actions", "Select &Sentence"), lambda w: w.view.keys.select_sentence, "Ctrl+L"),
        action("edit.select_part", QT_TRANSLATE_NOOP("Actions", "Select Part of Word"), lambda w: w.view.keys.select_word_part, "Ctrl+Shift+L"),
        action("edit.select_all", QT_TRANSLATE_NOOP("Actions", "Select &All"), lambda w: w.view.keys.select_all, "Ctrl+A"),
        when=When.DOCUMENT,
        in_article=True,
    ),
    alike(
        action("snapping.token", QT_TRANSLATE_NOOP("Actions", "Whole Words"), lambda w: w.snapping.choose, argument="token"),
        action("snapping.sentence", QT_TRANSLATE_NOOP("Actions", "Whole Sentences"), lambda w: w.snapping.choose, argument="sentence"),
        action("snapping.character", QT_TRANSLATE_NOOP("Actions", "Single Characters"), lambda w: w.snapping.choose, argument="character"),
        checkable=True,
        choice="snapping",
    ),
    (
        action("snapping.next", QT_TRANSLATE_NOOP("Actions", "Next Selection Unit"), lambda w: w.snapping.choose_next, "F4", when=When.DOCUMENT),
    ),
    (
        action("edit.find", QT_TRANSLATE_NOOP("Actions", "&Find in Article…"), lambda w: w.find_bar.open, "Ctrl+F", when=When.DOCUMENT, icon="mdi6.magnify"),
        action("occurrences.open", QT_TRANSLATE_NOOP("Actions", "All &Occurrences…"), lambda w: w.drawer.open, "Ctrl+Shift+F", when=When.DOCUMENT),
        action("search.open", QT_TRANSLATE_NOOP("Actions", "Find in A&ll Articles…"), lambda w: w.top_bar.search.find_in_texts, "F3", when=When.DOCUMENT, icon="mdi6.text-search"),
        action("search.meaning", QT_TRANSLATE_NOOP("Actions", "Sentences That Sa&y This…"), lambda w: w.drawer.open_sentences, "Ctrl+F3", when=When.DOCUMENT),
        action("search.focus", QT_TRANSLATE_NOOP("Actions", "Search Articles"), lambda w: w.top_bar.focus_search, "Ctrl+Shift+K", when=When.PROJECT),
    ),
    (
        action("edit.palette", QT_TRANSLATE_NOOP("Actions", "Command &Palette…"), lambda w: w.dialogs.open_palette, "Ctrl+K"),
        action("edit.keys", QT_TRANSLATE_NOOP("Actions", "Change &Keys…"), lambda w: w.dialogs.edit_keys),
    ),
)

_PROJECT = in_menu(
    Menu.PROJECT,
    alike(
        action("suggestion.triage", QT_TRANSLATE_NOOP("Actions", "&Suggestions in the Project…"), lambda w: w.drawer.open_triage, "Ctrl+Shift+T"),
        action("occurrences.consistency", QT_TRANSLATE_NOOP("Actions", "I&nconsistent Names…"), lambda w: w.drawer.open_consistency, "Ctrl+Shift+C"),
        action("project.rules", QT_TRANSLATE_NOOP("Actions", "Open &Questions…"), lambda w: w.drawer.open_questions),
        when=When.DOCUMENT,
    ),
    alike(
        action("project.board", QT_TRANSLATE_NOOP("Actions", "Wh&o Says What…"), lambda w: w.windows.show_board, "Ctrl+Shift+B"),
        action("project.identities", QT_TRANSLATE_NOOP("Actions", "Who &Is Who…"), lambda w: w.windows.show_identities, "Ctrl+Shift+I"),
        action("project.numbers", QT_TRANSLATE_NOOP("Actions", "N&umbers…"), lambda w: w.windows.show_numbers, "Ctrl+Shift+M"),
        action("suggestion.sources", QT_TRANSLATE_NOOP("Actions", "Sou&rces of Suggestions…"), lambda w: w.windows.show_sources),
        action("suggestion.ask_model", QT_TRANSLATE_NOOP("Actions", "Ask a Languag&e Model…"), lambda w: w.windows.ask_model),
        action("project.corpus", QT_TRANSLATE_NOOP("Actions", "&Corpus…"), lambda w: w.windows.show_corpus),
        action("project.page_rules", QT_TRANSLATE_NOOP("Actions", "Rules That E&xclude Paragraphs…"), lambda w: w.windows.page_rules),
        when=When.PROJECT,
    ),
    alike(
        action("model.learn", QT_TRANSLATE_NOOP("Actions", "Learn from &Finished Articles"), lambda w: w.desk.learning.start),
        action("model.stop", QT_TRANSLATE_NOOP("Actions", "Sto&p Learning"), lambda w: w.desk.learning.stop),
        action("model.go_back", QT_TRANSLATE_NOOP("Actions", "Re&vert to the Previous Model"), lambda w: w.desk.learning.go_back),
        action("model.train", QT_TRANSLATE_NOOP("Actions", "&Train and Evaluate a Model…"), lambda w: w.windows.train),
        action("suggestion.restart", QT_TRANSLATE_NOOP("Actions", "Rene&w Suggestions"), lambda w: w.desk.suggesting.restart),
        when=When.WRITABLE,
    ),
    (
        action("project.schema", QT_TRANSLATE_NOOP("Actions", "Schema: Labels and &Guidelines…"), lambda w: w.windows.edit_schema, "Ctrl+Shift+G", when=When.PROJECT),
        action("project.annotator", QT_TRANSLATE_NOOP("Actions", "&Annotator…"), lambda w: w.projects.choose_annotator, when=When.LEADING),
    ),
    (
        *alike(
            action("team.deal", QT_TRANSLATE_NOOP("Actions", "&Deal Articles…"), lambda w: w.team.deal),
            action("team.packages", QT_TRANSLATE_NOOP("Actions", "Write Pac&kages…"), lambda w: w.team.write_packages),
            when=When.LEADING,
        ),
        *alike(
            action("project.agreement", QT_TRANSLATE_NOOP("Actions", "Agree&ment…"), lambda w: w.windows.show_agreement),
            action("project.conflicts", QT_TRANSLATE_NOOP("Actions", "Conf&licts…"), lambda w: w.windows.show_conflicts),
            action("project.adjudicate", QT_TRANSLATE_NOOP("Actions", "Ad&judicate…"), lambda w: w.adjudication.show, when=When.WRITABLE),
            when=When.PROJECT,
        ),
    ),
    alike(
        action("team.retest", QT_TRANSLATE_NOOP("Actions", "&Blind Re-Test…"), lambda w: w.people.retest, when=When.LEADING),
        action("team.practice", QT_TRANSLATE_NOOP("Actions", "&Practice Package…"), lambda w: w.people.practise, when=When.LEADING),
        action("team.practised", QT_TRANSLATE_NOOP("Actions", "Practice &Results…"), lambda w: w.people.show_practice, when=When.PROJECT),
        action("team.person", QT_TRANSLATE_NOOP("Actions", "One Person over &Time…"), lambda w: w.people.show_person, when=When.PROJECT),
        submenu="people",
    ),
)

_ARTICLE = in_menu(
    Menu.ARTICLE,
    alike(
        action("article.next", QT_TRANSLATE_NOOP("Actions", "&Next Article"), lambda w: w.articles.go_next, "Ctrl+PgDown", icon="mdi6.arrow-down"),
        action("article.previous", QT_TRANSLATE_NOOP("Actions", "&Previous Article"), lambda w: w.articles.go_previous, "Ctrl+PgUp", icon="mdi6.arrow-up"),
        action("article.first_open", QT_TRANSLATE_NOOP("Actions", "&First Open Article"), lambda w: w.articles.go_first_open, "Alt+Home"),
        when=When.PROJECT,
        repeats=True,
    ),
    alike(
        action("article.done", QT_TRANSLATE_NOOP("Actions", "&Done and Continue"), lambda w: w.steps.done, "Ctrl+Return Ctrl+Enter", icon="mdi6.check"),
        action("article.skip", QT_TRANSLATE_NOOP("Actions", "&Skip and Continue"), lambda w: w.steps.skip, "Ctrl+Shift+Return"),
        action("article.skip_because", QT_TRANSLATE_NOOP("Actions", "Skip with a Reason…"), lambda w: w.organising.skip_because),
        action("article.reopen", QT_TRANSLATE_NOOP("Actions", "&Open Again"), lambda w: w.steps.reopen, "Ctrl+R"),
        when=When.EDITABLE,
    ),
    alike(
        action("article.exclude_paragraph", QT_TRANSLATE_NOOP("Actions", "E&xclude or Include Paragraph"), lambda w: w.furniture.exclude_paragraph, "X"),
        action("article.exclude_proposed", QT_TRANSLATE_NOOP("Actions", "Exclude Page F&urniture"), lambda w: w.furniture.exclude_proposed, "Shift+X"),
        action("article.exclude_always", QT_TRANSLATE_NOOP("Actions", "Always Exclude Such Paragraphs…"), lambda w: w.organising.rules.exclude_always, "Ctrl+Shift+X"),
        action("sentence.see", QT_TRANSLATE_NOOP("Actions", "Mark Sentence as &Read and Continue"), lambda w: w.sentences.see, "E"),
        action("sentence.unsee", QT_TRANSLATE_NOOP("Actions", "Mark Sentence as Unread and Go &Back"), lambda w: w.sentences.unsee, "Shift+E"),
        when=When.EDITABLE,
        in_article=True,
    ),
    alike(
        action("article.describe", QT_TRANSLATE_NOOP("Actions", "D&etails…"), lambda w: w.dialogs.describe, "F2"),
        action("article.note", QT_TRANSLATE_NOOP("Actions", "Note on the Article…"), lambda w: w.asking.write_article_note, "Ctrl+Shift+N"),
        action("article.label", QT_TRANSLATE_NOOP("Actions", "Label the Article…"), lambda w: w.organising.labels.choose, "Shift+T", in_article=True),
        action("article.batch", QT_TRANSLATE_NOOP("Actions", "Batch…"), lambda w: w.organising.choose_batch),
        action("article.sooner", QT_TRANSLATE_NOOP("Actions", "Higher Priority"), lambda w: w.organising.look_sooner, "Alt+Shift+Up"),
        action("article.later", QT_TRANSLATE_NOOP("Actions", "Lower Priority"), lambda w: w.organising.look_later, "Alt+Shift+Down"),
        when=When.EDITABLE,
    ),
    alike(
        action("article.review", QT_TRANSLATE_NOOP("Actions", "Reviewed or Not Reviewed"), lambda w: w.talk.review, "Ctrl+Shift+Y", when=When.EDITABLE),
        action("article.comment", QT_TRANSLATE_NOOP("Actions", "Comment on This…"), lambda w: w.talk.comment, "Shift+N", when=When.EDITABLE, in_article=True),
        action("article.look", QT_TRANSLATE_NOOP("Actions", "Show or Hide Everybody’s Labels"), lambda w: w.talk.look, "Shift+Y", when=When.DOCUMENT, in_article=True),
        action("project.comments", QT_TRANSLATE_NOOP("Actions", "Comments in the Project…"), lambda w: w.talk.show_comments, when=When.PROJECT),
        submenu="together",
    ),
    alike(
        action("article.replaces", QT_TRANSLATE_NOOP("Actions", "This Article Replaces…"), lambda w: w.versions.choose_replaced),
        action("article.accept_same", QT_TRANSLATE_NOOP("Actions", "Accept Unchanged Labels"), lambda w: w.versions.accept_same, "Ctrl+Shift+A"),
        action("article.versions", QT_TRANSLATE_NOOP("Actions", "Labels of the Old Version…"), lambda w: w.windows.show_versions),
        when=When.EDITABLE,
    ),
    (
        action("article.delete", QT_TRANSLATE_NOOP("Actions", "De&lete Article…"), lambda w: w.dialogs.delete_document, when=When.LEADING_ARTICLE, icon="mdi6.trash-can-outline"),
    ),
)

_LABEL = in_menu(
    Menu.LABEL,
    alike(
        action("suggestion.accept", QT_TRANSLATE_NOOP("Actions", "&Accept Suggestion"), lambda w: w.review.accept, "Return Enter", when=When.EDITABLE, in_article=True),
        action("suggestion.reject", QT_TRANSLATE_NOOP("Actions", "&Reject Suggestion"), lambda w: w.review.reject, "Backspace", when=When.EDITABLE, in_article=True),
        action("suggestion.next", QT_TRANSLATE_NOOP("Actions", "&Next Suggestion"), lambda w: w.review.go_next, "Tab", when=When.DOCUMENT, in_article=True, repeats=True),
        action("suggestion.previous", QT_TRANSLATE_NOOP("Actions", "&Previous Suggestion"), lambda w: w.review.go_previous, "Shift+Tab", when=When.DOCUMENT, in_article=True, repeats=True),
        action("suggestion.accept_visible", QT_TRANSLATE_NOOP("Actions", "Accept All &Visible"), lambda w: w.review.accept_visible, "Shift+Return", when=When.EDITABLE, in_article=True),
        action("suggestion.go_on", QT_TRANSLATE_NOOP("Actions", "Accept Sure Ones and &Continue"), lambda w: w.going_on.go_on, "A", when=When.EDITABLE, in_article=True),
        action("suggestion.accept_sure", QT_TRANSLATE_NOOP("Actions", "Accept S&ure Visible Ones"), lambda w: w.review.accept_sure, "Alt+Return", when=When.EDITABLE),
        action("span.same", QT_TRANSLATE_NOOP("Actions", "Same Label for the Same Words"), lambda w: w.same_again.take, "Shift+R", when=When.EDITABLE, in_article=True),
        submenu="suggestions",
    ),
    alike(
        action("span.pick", QT_TRANSLATE_NOOP("Actions", "Choose a &Label…"), lambda w: w.asking.pick_label, "L"),
        action("span.pick_beside", QT_TRANSLATE_NOOP("Actions", "Add Another Label to the Same Words…"), lambda w: w.asking.pick_beside, "Shift+L"),
        action("span.repeat", QT_TRANSLATE_NOOP("Actions", "Apply Last Label A&gain"), lambda w: w.labelling.repeat, "R"),
        action("span.delete", QT_TRANSLATE_NOOP("Actions", "Re&move Label"), lambda w: w.labelling.remove, "Delete"),
        action("span.join", QT_TRANSLATE_NOOP("Actions", "&Join Labels"), lambda w: w.shapes.join, "J"),
        action("span.split", QT_TRANSLATE_NOOP("Actions", "Spli&t Label Here"), lambda w: w.shapes.split, "Shift+J"),
        action("span.note", QT_TRANSLATE_NOOP("Actions", "Not&e…"), lambda w: w.asking.write_note, "N"),
        action("span.who", QT_TRANSLATE_NOOP("Actions", "&Who Is This…"), lambda w: w.asking.ask_who, "I"),
        action("span.doubt", QT_TRANSLATE_NOOP("Actions", "Mark as &Doubtful"), lambda w: w.labelling.doubt, "D"),
        when=When.EDITABLE,
        in_article=True,
    ),
    alike(
        action("span.cycle", QT_TRANSLATE_NOOP("Actions", "Ne&xt Overlapping Label"), lambda w: w.view.row_steps.cycle_active, "Space"),
        action("span.next", QT_TRANSLATE_NOOP("Actions", "Next La&bel"), lambda w: w.view.row_steps.next_span, "Alt+Down"),
        action("span.previous", QT_TRANSLATE_NOOP("Actions", "Pre&vious Label"), lambda w: w.view.row_steps.previous_span, "Alt+Up"),
        when=When.DOCUMENT,
        in_article=True,
        repeats=True,
    ),
    alike(
        action("span.end_right", QT_TRANSLATE_NOOP("Actions", "End One Word Later"), lambda w: w.boundaries.move_end, "Alt+Right", argument="1"),
        action("span.end_left", QT_TRANSLATE_NOOP("Actions", "End One Word Earlier"), lambda w: w.boundaries.move_end, "Alt+Left", argument="-1"),
        action("span.start_right", QT_TRANSLATE_NOOP("Actions", "Start One Word Later"), lambda w: w.boundaries.move_start, "Alt+Shift+Right Alt+PgDown", argument="1"),
        action("span.start_left", QT_TRANSLATE_NOOP("Actions", "Start One Word Earlier"), lambda w: w.boundaries.move_start, "Alt+Shift+Left Alt+PgUp", argument="-1"),
        action("span.end_longer", QT_TRANSLATE_NOOP("Actions", "End One Character Later"), lambda w: w.boundaries.stretch_end, "Alt+.", argument="1"),
        action("span.end_shorter", QT_TRANSLATE_NOOP("Actions", "End One Character Earlier"), lambda w: w.boundaries.stretch_end, "Alt+,", argument="-1"),
        action("span.start_shorter", QT_TRANSLATE_NOOP("Actions", "Start One Character Later"), lambda w: w.boundaries.stretch_start, "Alt+Shift+.", argument="1"),
        action("span.start_longer", QT_TRANSLATE_NOOP("Actions", "Start One Character Earlier"), lambda w: w.boundaries.stretch_start, "Alt+Shift+,", argument="-1"),
        when=When.EDITABLE,
        in_article=True,
        submenu="boundaries",
        repeats=True,
    ),
    alike(
        action("span.to_sentence_end", QT_TRANSLATE_NOOP("Actions", "End with the Sentence"), lambda w: w.boundaries.end_at_sentence, "Alt+End"),
        action("span.to_sentence_start", QT_TRANSLATE_NOOP("Actions", "Start with the Sentence"), lambda w: w.boundaries.start_at_sentence, "Alt+Shift+Home"),
        action("span.add_part", QT_TRANSLATE_NOOP("Actions", "Add Words to Label"), lambda w: w.parts.add_words, "+"),
        action("span.remove_part", QT_TRANSLATE_NOOP("Actions", "Remove Part"), lambda w: w.parts.remove_words, "-"),
        action("span.part_of_word", QT_TRANSLATE_NOOP("Actions", "Whole Word, Part or Derived"), lambda w: w.parts.change_form, "T"),
        when=When.EDITABLE,
        in_article=True,
        submenu="boundaries",
    ),
    (
        action("span.guidelines", QT_TRANSLATE_NOOP("Actions", "Gu&idelines"), lambda w: w.guides.turn, "Shift+F1", when=When.DOCUMENT, in_article=True),
        action("claim.card", QT_TRANSLATE_NOOP("Actions", "Claim &Card"), lambda w: w.labelling.open_card, "Shift+C", when=When.DOCUMENT, in_article=True),
        action("claim.said_before", QT_TRANSLATE_NOOP("Actions", "Said Be&fore…"), lambda w: w.drawer.open_said_before, "Ctrl+Shift+H", when=When.DOCUMENT),
        action("claim.another", QT_TRANSLATE_NOOP("Actions", "Another Claim on These Words"), lambda w: w.labelling.claim_again, "Alt+C", when=When.EDITABLE, in_article=True),
    ),
)

_GO = in_menu(
    Menu.GO,
    alike(
        action("go.next_name", QT_TRANSLATE_NOOP("Actions", "Next &Unlabelled Name"), lambda w: w.moves.to_name, "U", argument="1"),
        action("go.previous_name", QT_TRANSLATE_NOOP("Actions", "Previous Unl&abelled Name"), lambda w: w.moves.to_name, "Shift+U", argument="-1"),
        action("go.word", QT_TRANSLATE_NOOP("Actions", "Jump to a &Word by Its First Letters"), lambda w: w.word_jump.start, "F"),
        when=When.DOCUMENT,
        in_article=True,
        repeats=True,
    ),
    alike(
        action("go.next_claim", QT_TRANSLATE_NOOP("Actions", "Next &Claim"), lambda w: w.claim_paths.by_claim, "B", argument="1"),
        action("go.previous_claim", QT_TRANSLATE_NOOP("Actions", "Previous Cla&im"), lambda w: w.claim_paths.by_claim, "Shift+B", argument="-1"),
        action("go.next_worth", QT_TRANSLATE_NOOP("Actions", "Next Sentence Worth Checkin&g"), lambda w: w.worth.go, "P", argument="1"),
        action("go.previous_worth", QT_TRANSLATE_NOOP("Actions", "Previous Sentence W&orth Checking"), lambda w: w.worth.go, "Shift+P", argument="-1"),
        action("go.next_link", QT_TRANSLATE_NOOP("Actions", "Follow the Claim’s Re&lations"), lambda w: w.claim_paths.along_links, "V"),
        action("go.to_claim", QT_TRANSLATE_NOOP("Actions", "&Back to the Claim"), lambda w: w.claim_paths.to_claim, "Shift+V"),
        action("go.link_away", QT_TRANSLATE_NOOP("Actions", "Follow the Claim to Ano&ther Article"), lambda w: w.claim_paths.to_other_article, "Ctrl+J"),
        when=When.DOCUMENT,
        in_article=True,
        repeats=True,
    ),
    alike(
        action("go.next_sentence", QT_TRANSLATE_NOOP("Actions", "Next &Sentence"), lambda w: w.moves.by_sentence, ".", argument="1"),
        action("go.previous_sentence", QT_TRANSLATE_NOOP("Actions", "Previous S&entence"), lambda w: w.moves.by_sentence, ",", argument="-1"),
        action("go.next_paragraph", QT_TRANSLATE_NOOP("Actions", "Next &Paragraph"), lambda w: w.moves.by_paragraph, "Ctrl+Down", argument="1"),
        action("go.previous_paragraph", QT_TRANSLATE_NOOP("Actions", "Previous Pa&ragraph"), lambda w: w.moves.by_paragraph, "Ctrl+Up", argument="-1"),
        when=When.DOCUMENT,
        in_article=True,
        repeats=True,
    ),
    alike(
        action("select.sentence_more", QT_TRANSLATE_NOOP("Actions", "E&xtend Selection by a Sentence"), lambda w: w.moves.select_by_sentence, "Shift+.", argument="1"),
        action("select.sentence_less", QT_TRANSLATE_NOOP("Actions", "S&hrink Selection by a Sentence"), lambda w: w.moves.select_by_sentence, "Shift+,", argument="-1"),
        action("select.next_paragraph", QT_TRANSLATE_NOOP("Actions", "Select to the &Next Paragraph"), lambda w: w.moves.select_by_paragraph, "Ctrl+Shift+Down", argument="1"),
        action("select.previous_paragraph", QT_TRANSLATE_NOOP("Actions", "Select to the Pre&vious Paragraph"), lambda w: w.moves.select_by_paragraph, "Ctrl+Shift+Up", argument="-1"),
        when=When.DOCUMENT,
        in_article=True,
        repeats=True,
    ),
)

_VIEW = in_menu(
    Menu.VIEW,
    (
        action("view.zoom_in", QT_TRANSLATE_NOOP("Actions", "Zoom &In"), lambda w: w.appearance.zoom_in, "Ctrl++ Ctrl+=", repeats=True),
        action("view.zoom_out", QT_TRANSLATE_NOOP("Actions", "Zoom &Out"), lambda w: w.appearance.zoom_out, "Ctrl+-", repeats=True),
        action("view.zoom_reset", QT_TRANSLATE_NOOP("Actions", "Nor&mal Size"), lambda w: w.appearance.zoom_reset, "Ctrl+0"),
    ),
    alike(
        action("view.clean", QT_TRANSLATE_NOOP("Actions", "&Clean Reading"), lambda w: w.appearance.set_clean, "F8"),
        action("view.hide_suggestions", QT_TRANSLATE_NOOP("Actions", "&Hide Suggestions"), lambda w: w.appearance.hide_suggestions, "F7"),
        action("view.names", QT_TRANSLATE_NOOP("Actions", "La&bel Names"), lambda w: w.appearance.show_names, "Shift+F8"),
        action("view.cards", QT_TRANSLATE_NOOP("Actions", "Claim Cards beside the Te&xt"), lambda w: w.appearance.show_cards, "Shift+F7"),
        action("view.worth", QT_TRANSLATE_NOOP("Actions", "Mar&ks at Sentences Worth Checking"), lambda w: w.appearance.show_worth),
        action("view.patterns", QT_TRANSLATE_NOOP("Actions", "Patte&rns in Addition to Colours"), lambda w: w.appearance.use_patterns),
        checkable=True,
    ),
    alike(
        action("worth.10", QT_TRANSLATE_NOOP("Actions", "Worth Checking: Top 10%"), lambda w: w.worth.choose_share, argument="10"),
        action("worth.15", QT_TRANSLATE_NOOP("Actions", "Worth Checking: Top 15%"), lambda w: w.worth.choose_share, argument="15"),
        action("worth.20", QT_TRANSLATE_NOOP("Actions", "Worth Checking: Top 20%"), lambda w: w.worth.choose_share, argument="20"),
        action("worth.25", QT_TRANSLATE_NOOP("Actions", "Worth Checking: Top 25%"), lambda w: w.worth.choose_share, argument="25"),
        action("worth.30", QT_TRANSLATE_NOOP("Actions", "Worth Checking: Top 30%"), lambda w: w.worth.choose_share, argument="30"),
        action("worth.40", QT_TRANSLATE_NOOP("Actions", "Worth Checking: Top 40%"), lambda w: w.worth.choose_share, argument="40"),
        action("worth.50", QT_TRANSLATE_NOOP("Actions", "Worth Checking: Top 50%"), lambda w: w.worth.choose_share, argument="50"),
        when=When.WRITABLE,
        checkable=True,
        choice="worth",
    ),
    alike(
        action("face.serif", QT_TRANSLATE_NOOP("Actions", "Serif"), lambda w: w.appearance.choose_face, argument="serif"),
        action("face.sans", QT_TRANSLATE_NOOP("Actions", "Sans Serif"), lambda w: w.appearance.choose_face, argument="sans"),
        action("face.system", QT_TRANSLATE_NOOP("Actions", "System Font"), lambda w: w.appearance.choose_face, argument="system"),
        checkable=True,
        choice="face",
    ),
    alike(
        action("leading.usual", QT_TRANSLATE_NOOP("Actions", "Normal Height"), lambda w: w.appearance.choose_leading, argument="usual"),
        action("leading.higher", QT_TRANSLATE_NOOP("Actions", "Larger"), lambda w: w.appearance.choose_leading, argument="higher"),
        action("leading.highest", QT_TRANSLATE_NOOP("Actions", "Largest"), lambda w: w.appearance.choose_leading, argument="highest"),
        checkable=True,
        choice="leading",
    ),
    alike(
        action("measure.narrow", QT_TRANSLATE_NOOP("Actions", "Narrow"), lambda w: w.appearance.choose_measure, argument="narrow"),
        action("measure.usual", QT_TRANSLATE_NOOP("Actions", "Normal Width"), lambda w: w.appearance.choose_measure, argument="usual"),
        action("measure.wide", QT_TRANSLATE_NOOP("Actions", "Wide"), lambda w: w.appearance.choose_measure, argument="wide"),
        checkable=True,
        choice="measure",
    ),
    alike(
        action("left.articles", QT_TRANSLATE_NOOP("Actions", "List of Article&s"), lambda w: w.left.show_page, "Alt+1", argument="articles"),
        action("left.rows", QT_TRANSLATE_NOOP("Actions", "In This Article"), lambda w: w.left.show_page, "Alt+2", argument="rows"),
        action("left.history", QT_TRANSLATE_NOOP("Actions", "History"), lambda w: w.left.show_page, "Alt+3", argument="history"),
        action("left.claims", QT_TRANSLATE_NOOP("Actions", "Claims of the Article"), lambda w: w.left.show_claims, "Alt+4"),
        when=When.PROJECT,
    ),
    (
        action("view.articles", QT_TRANSLATE_NOOP("Actions", "&Left Panel"), lambda w: w.columns.show_left, "F9", when=When.PROJECT, checkable=True),
        action("view.panels", QT_TRANSLATE_NOOP("Actions", "Right P&anel"), lambda w: w.columns.show_right, "Shift+F9", when=When.PROJECT, checkable=True),
        action("view.next_pane", QT_TRANSLATE_NOOP("Actions", "&Next Pane"), lambda w: w.columns.focus_next, "F6", when=When.PROJECT, argument="1"),
        action("view.previous_pane", QT_TRANSLATE_NOOP("Actions", "&Previous Pane"), lambda w: w.columns.focus_next, "Shift+F6", when=When.PROJECT, argument="-1"),
        action("view.full_screen", QT_TRANSLATE_NOOP("Actions", "&Full Screen"), lambda w: w.set_full_screen, "F11", checkable=True),
    ),
    alike(
        action("theme.system", QT_TRANSLATE_NOOP("Actions", "Same as the System"), lambda w: w.appearance.choose_theme, argument="system"),
        action("theme.light", QT_TRANSLATE_NOOP("Actions", "Light"), lambda w: w.appearance.choose_theme, argument="light"),
        action("theme.dark", QT_TRANSLATE_NOOP("Actions", "Dark"), lambda w: w.appearance.choose_theme, argument="dark"),
        checkable=True,
        choice="theme",
    ),
    alike(
        action("language.en", "English", lambda w: w.appearance.choose_language, argument="en"),
        action("language.de", "Deutsch", lambda w: w.appearance.choose_language, argument="de"),
        checkable=True,
        choice="language",
    ),
)

_HELP = in_menu(
    Menu.HELP,
    (
        action("help.manual", QT_TRANSLATE_NOOP("Actions", "&Manual"), lambda w: w.manual.show, "Ctrl+F1", icon="mdi6.book-open-variant"),
        action("help.keyboard", QT_TRANSLATE_NOOP("Actions", "&Keyboard Shortcuts"), lambda w: w.dialogs.show_shortcuts, "F1 ?", icon="mdi6.keyboard-outline"),
        action("help.tour", QT_TRANSLATE_NOOP("Actions", "Take the &Tour"), lambda w: w.touring.start),
        action("help.file", QT_TRANSLATE_NOOP("Actions", "Read the Project &File Elsewhere…"), lambda w: w.windows.show_queries),
    ),
    (
        action("help.log", QT_TRANSLATE_NOOP("Actions", "Open &Log Folder"), lambda w: w.dialogs.show_log),
        action("help.diagnostics", QT_TRANSLATE_NOOP("Actions", "&Diagnostics…"), lambda w: w.dialogs.show_diagnostics),
        action("help.about", QT_TRANSLATE_NOOP("Actions", "&About"), lambda w: w.dialogs.show_about),
    ),
)

def layer_specs(schema: Schema) -> tuple[ActionSpec, ...]:
    """Return for each layer the action that shows or hides the layer's spans in the article."""
    return tuple(
        action(
            f"layer.{layer.id}",
            words(layer.name, ui_language()),
            lambda w: w.appearance.turn_layer,
            argument=layer.id,
            menu=Menu.VIEW,
            when=When.PROJECT,
            checkable=True,
        )
        for layer in schema.layers
    )


def label_specs(schema: Schema) -> tuple[ActionSpec, ...]:
    """Return an action for each active label. In the article, a label's key has precedence over all other keys."""
    return tuple(
        action(
            label_id(label),
            words(label.name, ui_language()),
            lambda w: w.labelling.label,
            label.key.upper() if label.key else "",
            argument=f"{label.layer} {label.id}",
            menu=Menu.LABEL,
            when=When.EDITABLE,
            in_article=True,
        )
        for label in schema.labels
        if label.active
    )


ACTIONS: tuple[ActionSpec, ...] = (*_FILE, *_EDIT, *_PROJECT, *_ARTICLE, *_LABEL, *_GO, *_VIEW, *_HELP)
TABLE = ActionTable(ACTIONS, label_specs, layer_specs)
