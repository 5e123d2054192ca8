"""The window's frame with everything that responds to keys and menus. `ui.shell.action_table` uses its attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.shell.frame import Frame

if TYPE_CHECKING:  # what is imported here is loaded after the first paint
    from ui.article.find_in_article import FindBar
    from ui.base.window_keys import PressedKeys
    from ui.commands.articles.organising import ArticleOrganiser
    from ui.commands.articles.page_rule_commands import Furniture
    from ui.commands.articles.read_sentences import Sentences
    from ui.commands.articles.versions import Versions
    from ui.commands.ask_label import SelectionPopups
    from ui.commands.boundaries import Boundaries, Shapes
    from ui.commands.finishing import Finishing
    from ui.commands.keys.focus_keys import CardKeys, FocusKeys
    from ui.commands.keys.guides import Guides
    from ui.commands.labelling import Labelling
    from ui.commands.moving.check_worthy import Worth
    from ui.commands.moving.claim_paths import ClaimPaths
    from ui.commands.moving.go_on import FollowUp, GoOn
    from ui.commands.moving.moves import Moves
    from ui.commands.moving.word_jump import WordJump
    from ui.commands.review import Review
    from ui.commands.same_again import SameAgain
    from ui.commands.undo_done import Steps
    from ui.commands.word_parts import SnappingModes, SpanParts
    from ui.deciding.aim import Aim
    from ui.jobs.bulk_edits import Everywhere
    from ui.jobs.claim_proposals import ClaimProposals
    from ui.said_before.said_before_line import SaidBeforeLine
    from ui.shell.appearance import Appearance
    from ui.shell.drawer import Drawer
    from ui.shell.openers.adjudication_opener import AdjudicationOpener
    from ui.shell.openers.dialog_openers import Dialogs
    from ui.shell.openers.manual_opener import ManualOpener
    from ui.shell.openers.people_opener import PeopleOpener
    from ui.shell.openers.talk_opener import TalkOpener
    from ui.shell.projects.last_place import LastPlace
    from ui.shell.projects.project_commands import Projects
    from ui.shell.projects.repair_commands import Repairs
    from ui.shell.projects.touring import Touring
    from ui.shell.team import Team
    from ui.shell.windows import Windows


class Workbench(Frame):
    """The frame with commands, bars, drawer, dialogs and windows, which are created after the first paint."""

    # Commands that change the article, by `make_commands`
    aim: Aim
    review: Review
    labelling: Labelling
    claim_proposals: ClaimProposals
    same_again: SameAgain
    boundaries: Boundaries
    shapes: Shapes
    moves: Moves
    word_jump: WordJump
    claim_paths: ClaimPaths
    asking: SelectionPopups
    guides: Guides
    everywhere: Everywhere
    parts: SpanParts
    snapping: SnappingModes
    pressed_keys: PressedKeys
    steps: Steps
    finishing: Finishing
    follow_up: FollowUp
    going_on: GoOn
    card_keys: CardKeys
    furniture: Furniture
    organising: ArticleOrganiser
    sentences: Sentences
    worth: Worth
    focus_keys: FocusKeys

    # The bars below the article, and what opens projects, dialogs and windows, by `make_windows`
    find_bar: FindBar
    drawer: Drawer
    said_before: SaidBeforeLine
    versions: Versions
    appearance: Appearance
    projects: Projects
    last_place: LastPlace
    repairs: Repairs
    dialogs: Dialogs
    windows: Windows
    team: Team
    adjudication: AdjudicationOpener
    talk: TalkOpener
    people: PeopleOpener
    touring: Touring
    manual: ManualOpener

    def make_commands(self) -> None:
        """Create the commands that change the article, one object for each subject."""
        from ui.base.window_keys import PressedKeys
        from ui.commands.articles.organising import ArticleOrganiser
        from ui.commands.articles.page_rule_commands import Furniture
        from ui.commands.articles.read_sentences import Sentences
        from ui.commands.ask_label import SelectionPopups
        from ui.commands.boundaries import Boundaries, Shapes
        from ui.commands.finishing import Finishing
        from ui.commands.keys.focus_keys import CardKeys, FocusKeys
        from ui.commands.keys.guides import Guides
        from ui.commands.labelling import Labelling
        from ui.commands.moving.check_worthy import Worth
        from ui.commands.moving.claim_paths import ClaimPaths
        from ui.commands.moving.go_on import FollowUp, GoOn
        from ui.commands.moving.moves import Moves
        from ui.commands.moving.word_jump import WordJump
        from ui.commands.new_label import NewLabel
        from ui.commands.review import Review, SureInSight, TakenAlong
        from ui.commands.same_again import SameAgain
        from ui.commands.undo_done import Steps
        from ui.commands.word_parts import SnappingModes, SpanParts
        from ui.deciding.aim import Aim
        from ui.jobs.bulk_edits import Everywhere
        from ui.jobs.claim_proposals import ClaimProposals

        session, suggesting = self.session, self.desk.suggesting
        self.aim = Aim(session, self.view, self)
        self.review = Review(self.view, self.aim, self.decisions, suggesting, self)
        SureInSight(self.view, self.review, self.panels.suggestions)
        TakenAlong(session, self.aim)
        self.labelling = Labelling(session, self.view, self.aim, self.decisions, self.review, self)
        self.claim_proposals = ClaimProposals(session, suggesting, self.desk.suggestions, self)
        self.labelling.claim_made.connect(self.claim_proposals.ask)
        self.panels.claim_card.propose_from(self.claim_proposals)
        self.same_again = SameAgain(session, self.aim, self.messages, self)
        self.boundaries = Boundaries(self.view, self.aim, self.decisions, self)
        self.shapes = Shapes(session, self.view, self.aim, self.decisions, self)
        self.moves = Moves(session, self.view, self.aim, self)
        self.word_jump = WordJump(self.session, self.view, self.aim, self)
        self.claim_paths = ClaimPaths(session, self.view, self.aim, self.panels.claim_card.words, self)
        self.asking = SelectionPopups(session, self.view, self.aim, self.decisions, self.labelling, self)
        NewLabel(session, self.view, self.asking, self.labelling, self)
        self.guides = Guides(session, self.aim, self.asking.picker, self.view, self)
        self.everywhere = Everywhere(session, self)
        self.parts = SpanParts(self.view, self.aim, self.decisions, self)
        self.snapping = SnappingModes(self.view, self)
        self.pressed_keys = PressedKeys(self)
        self.steps = Steps(session, self.aim, self.everywhere, self.pressed_keys, self)
        self.finishing = Finishing(session, self.view, self.steps, self)
        self.follow_up = FollowUp(session, suggesting, self)
        self.going_on = GoOn(self.view, self.aim, self.review, self.steps, self.follow_up, self)
        self.card_keys = CardKeys(self.panels.claim_card, self)
        self.furniture = Furniture(session, self.view, self.aim)
        self.organising = ArticleOrganiser(session, self.view, self.aim, self.everywhere, self)
        self.sentences = Sentences(session, self.view, self.aim, self)
        self.worth = Worth(session, self.view, self.aim, suggesting, self)
        self.focus_keys = FocusKeys(self.card_keys, self)

    def make_windows(self) -> None:
        """Create the bars below the article, and the objects that open projects, dialogs and windows."""
        from ui.article.find_in_article import FindBar
        from ui.commands.articles.versions import Versions
        from ui.said_before.said_before_line import SaidBeforeLine
        from ui.shell.appearance import Appearance
        from ui.shell.drawer import Drawer
        from ui.shell.openers.adjudication_opener import AdjudicationOpener
        from ui.shell.openers.dialog_openers import Dialogs
        from ui.shell.openers.manual_opener import ManualOpener
        from ui.shell.openers.people_opener import PeopleOpener
        from ui.shell.openers.talk_opener import TalkOpener
        from ui.shell.projects.last_place import LastPlace
        from ui.shell.projects.project_commands import Projects
        from ui.shell.projects.repair_commands import Repairs
        from ui.shell.projects.touring import Touring
        from ui.shell.team import Team
        from ui.shell.windows import WindowParts, Windows

        session, desk = self.session, self.desk
        self.find_bar = FindBar(session, self.view)
        self.below_article.addWidget(self.find_bar)
        self.drawer = Drawer(session, self.view, self.aim, self.everywhere, desk.files, desk.training)
        self.below_article.addWidget(self.drawer, 2)
        self.finishing.questions_wanted.connect(self.drawer.open_questions)
        self.finishing.told.connect(self.messages.tell)
        self.finishing.is_listed = lambda: self.drawer.following.lists_article
        self.drawer.finish_wanted.connect(self.steps.finish)
        self.steps.finished.connect(self.drawer.following.leave_finished)
        self.said_before = SaidBeforeLine(session, desk.files)
        self.panels.claim_card.foot.insertWidget(0, self.said_before)
        desk.meanings.learnt.connect(self.said_before.count_again)
        self.versions = Versions(session, desk.files, self.aim, self)
        self.appearance = Appearance(session, desk.settings, desk.themes, self.view, self)
        self.projects = Projects(session, desk.settings, desk.files, self)
        self.last_place = LastPlace(session, self.view, self)  # its slots run last: they need the open article
        self.may_close = lambda: self.projects.rescue.may_leave(self.close)
        self.repairs = Repairs(session, self.projects, desk.files, self)
        self.dialogs = Dialogs(session, desk, self.asking, self)
        beside = WindowParts(self.versions, self.drawer, self.everywhere, self.organising.rules, self.aim)
        self.windows = Windows(session, desk, beside, self)
        self.dialogs.conflicts_wanted.connect(self.windows.show_conflicts)
        self.dialogs.agreement_wanted.connect(self.windows.show_agreement)
        self.team = Team(session, desk, self.windows, self)
        self.adjudication = AdjudicationOpener(session, desk, self.aim, self.windows, self)
        self.windows.adjudicate_wanted.connect(self.adjudication.show)
        self.windows.merge_wanted.connect(self.dialogs.merge)
        self.talk = TalkOpener(session, desk, self.aim, self.windows, self)
        self.people = PeopleOpener(session, desk, self.aim, self.windows, self)
        self.steps.finished.connect(self.people.on_finished)
        self.touring = Touring(self)
        self.manual = ManualOpener(self)
        self.dialogs.manual = self.windows.manual = self.manual
