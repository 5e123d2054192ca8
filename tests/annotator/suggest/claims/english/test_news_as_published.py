"""English sentences as papers and agencies print them."""

from tests.annotator.suggest.claims.read import claims, found_claims


def said(text):
    return claims(text, "en")


def test_straight_single_marks_quote_speech():
    assert said("'The players' wages rose,' Ann Lee said. 'They can't go on.'") == [
        ("The players' wages rose", "said", "Ann Lee"),
        ("They can't go on", "said", "Ann Lee"),
    ]


def test_verbs_used_otherwise_report_nothing():
    assert said("The river rose faster than we thought, and the road is shut.") == []
    assert said("The pool, accused of waste by nobody, is fine.") == []
    assert said("Targets envisaged by the board in May are being met, say scientists at a meeting in Leeds.") == [
        ("Targets envisaged by the board in May are being met", "say", "scientists at a meeting in Leeds")
    ]
    assert said("Police said it covers Leeds State, Kano and Yobe states.") == [
        ("it covers Leeds State, Kano and Yobe states", "said", "Police")
    ]


def test_second_participle_belongs_to_claim():
    assert said("Police confirmed that a boy had been stopped and questioned at the gate.") == [
        ("a boy had been stopped and questioned at the gate", "confirmed", "Police")
    ]
    assert said("The club said two guards had been hired and called the fee fair.") == [
        ("two guards had been hired", "said", "The club"),
        ("the fee fair", "called", "The club"),
    ]


def test_occasion_before_that_is_no_claim():
    assert said("Ann Lee said at a press conference on Friday in the old library that the report was wrong.") == [
        ("the report was wrong", "said", "Ann Lee")
    ]
    assert said("The bank has written to all its many customers to say that it is sorry.") == [
        ("it is sorry", "written", "The bank")
    ]
    assert said("The company said in a press release.") == []


def test_relative_clause_is_no_reported_clause():
    assert said("Harrow Ltd reported quarterly sales that missed its own targets.") == []
    assert said("Ann Lee warned members against making promises that could fall flat.") == [
        ("making promises that could fall flat", "warned", "Ann Lee")
    ]


def test_condition_is_part_of_claim():
    assert said("Ann Lee said the sheriff would've come if the judge had asked.") == [
        ("the sheriff would've come if the judge had asked", "said", "Ann Lee")
    ]


def test_refused_motion_belongs_to_who_moved_it():
    assert said("Judge Ann Lee has denied a motion for a new trial made by the defence.") == []
    (found,) = found_claims("The judge has denied a motion from defence lawyers asking that Tom Hale be freed.", "en")
    assert (found.words, found.speaker, found.kind) == (("Tom Hale be freed",), "defence lawyers", "demand")


def test_quotation_marks_of_titles_stay_balanced():
    assert said("Ann Lee said “Old Town” has remained “a good seller.”") == [
        ("“Old Town” has remained “a good seller.”", "said", "Ann Lee")
    ]
    assert said("After the launch of “Old Town,” Ann Lee said that sales were slow.") == [
        ("sales were slow", "said", "Ann Lee")
    ]
    assert said("Ann Lee ran home, she said, “but the door was shut and lessons had been learned”.")[0][0][-1] != "”"


def test_seat_before_comma_belongs_to_speaker():
    assert said("The Salem, Oregon-based company said sales were up.") == [
        ("sales were up", "said", "The Salem, Oregon-based company")
    ]


def test_adverb_stands_outside_speaker():
    assert said("Ann Lee has personally lobbied for the bill, and she met members of the caucus.") == [
        ("the bill", "lobbied", "Ann Lee")
    ]
    assert said("The bank is widely expected to cut its rate next week.") == [
        ("The bank | cut its rate next week", "expected", None)
    ]
    assert said("Journal since revised study, saying it needed more tests.")[0][2] == "Journal"


def test_late_friday_is_no_claim():
    text = "The council will vote on Monday, Ann Lee and Tom Hale said late Friday, moving the row into June."
    assert said(text)[0][:2] == ("The council will vote on Monday", "said")


def test_paper_speaks_for_whoever_published_it():
    assert said("The union released a statement in May which said: “Rents are rising fast.”") == [
        ("Rents are rising fast", "said", "The union")
    ]


def test_belief_about_the_present_is_a_claim():
    assert said("The pair believe this hurts readers.") == [("this hurts readers", "believe", "The pair")]


def test_bare_plural_begins_a_clause():
    assert said("Ann Lee says prices follow the world market.") == [
        ("prices follow the world market", "says", "Ann Lee")
    ]
    assert said("Ann Lee told listeners on Sunday.") == []


def test_open_question_asks():
    (found,) = found_claims("Reporters asked him as to whether two of his boats had sunk.", "en")
    assert (found.words, found.kind) == (("two of his boats had sunk",), "question")
    (first, *_) = found_claims("Tom Hale, asked by a guard what he had seen, said it was dark.", "en")
    assert (first.words, first.speaker, first.kind) == (("what he had seen",), "a guard", "question")


def test_plan_stands_beside_other_claims():
    assert said("Ann Lee believes the law is too old, and intends to change it in May.") == [
        ("the law is too old", "believes", "Ann Lee"),
        ("change it in May", "intends", "Ann Lee"),
    ]
    text = "Klaus Berg hält das Urteil für falsch, will aber dennoch zahlen."
    assert ("zahlen", "will", "Klaus Berg") in claims(text, "de")


def test_headline_with_accusation():
    assert said("Harrow Ltd accused of hiding old leaks") == [("Harrow Ltd | hiding old leaks", "accused", None)]


def test_cause_is_no_plan():
    assert said("The fall is due to the tolls.") == []


def test_statement_is_of_whoever_released_it():
    assert said("As papers reported on Tuesday, Harrow Ltd released a statement saying talks stalled in May.") == [
        ("talks stalled in May", "saying", "Harrow Ltd")
    ]
    assert said("The mayor received a letter saying the pool was shut.") == []


def test_did_say_reports():
    assert said("Tom Hale, unable to comment on details, did say that it would cost more.") == [
        ("it would cost more", "say", "Tom Hale")
    ]
    assert said("Did Ann Lee say that the pool was shut?") == []


def test_relative_clause_without_pronoun_has_its_own_subject():
    assert said("Harrow Ltd tabled a bid it described as generous and final.") == [
        ("as generous and final", "described", "Harrow Ltd")
    ]
    assert said("The row went on, something the family's lawyer described as a lost chance.") == [
        ("as a lost chance", "described", "the family's lawyer")
    ]
    assert said("The market lost a day of trade, or so they claimed.")[0][0] == "The market lost a day of trade"


def test_subject_of_plan_begins_behind_its_conjunction():
    assert said("The trust wrote to members as the inquest was due to open in May.") == [
        ("the inquest | open in May", "due", None)
    ]


def test_comma_inside_quotation_marks_closes_claim():
    assert said('The town was "one family," said Ann Lee.') == [('The town was "one family,"', "said", "Ann Lee")]


def test_paragraph_with_mark_before_full_stop_is_speech():
    text = 'Ann Lee said: "It has been a hard year.\n"We were told that it had changed but I am not sure".\n'
    assert [words for words, _, _ in said(text)] == [
        "It has been a hard year",
        "We were told that it had changed but I am not sure",
    ]


def test_junior_belongs_to_the_name():
    text = 'Tom Hale Jr., boss of the Office Unit, said members of the board "left before the vote."'
    assert said(text) == [('members of the board "left before the vote."', "said", "Tom Hale")]


def test_speech_may_follow_time_of_live_blog():
    assert said("07:48 “Fourteen a night is too many,” says Ann Lee, who lives there.") == [
        ("Fourteen a night is too many", "says", "Ann Lee")
    ]


def test_apposition_before_as_saying():
    assert said("“The rate would be high,” Harrow Ltd quoted Tom Hale, the head of the board as saying.") == [
        ("The rate would be high", "quoted", "Tom Hale")
    ]


def test_noun_forecast_and_verb_forecasted():
    assert said("The bank expects a rise from a price in the previous forecast in February.")[0][1] == "expects"
    assert said("Ann Lee has forecasted that the rate would climb.") == [
        ("the rate would climb", "forecasted", "Ann Lee")
    ]


def test_maintained_forecast_is_no_claim():
    text = "The bank has maintained its forecast for May and has raised its target, Ann Lee announced."
    assert said(text) == [
        ("The bank has maintained its forecast for May and has raised its target", "announced", "Ann Lee")
    ]


def test_dateline_with_agency_in_parentheses_is_no_claim():
    assert said("LEEDS (Harbour News / Wire - 10th April, 2020) Prices rose by April, Ann Lee said.") == [
        ("Prices rose by April", "said", "Ann Lee")
    ]
