import pytest

from annotator.suggest.claims.engine import find
from annotator.suggest.claims.frame_values import Name
from annotator.suggest.sources.source import never
from tests.annotator.suggest.claims.read import claims, found_claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The hall is failing,” said mayor Ann Lee on Monday.", ("The hall is failing", "said", "Ann Lee")),
        ('"The hall," Ann Lee said, "is failing."', ("The hall | is failing", "said", "Ann Lee")),
        ("‘It’s failing,’ the mayor, Ann Lee, said.", ("It’s failing", "said", "Ann Lee")),
        ("“We lost 😀,” Tom Hale told reporters.", ("We lost 😀", "told", "Tom Hale")),
        ("Tom Hale told the court: “I did nothing.”", ("I did nothing", "told", "Tom Hale")),
        ("“Why did nobody act?” asked Ann Lee.", ("Why did nobody act?", "asked", "Ann Lee")),
        ("“We are tired,” said the manager, Tom Hale.", ("We are tired", "said", "Tom Hale")),
    ],
)
def test_quotation_with_speech_verb(text, expected):
    (found,) = found_claims(text, "en")
    assert (" | ".join(found.words), found.cue, found.speaker) == expected
    assert (found.form, found.rule) == ("direct", "quotation")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee, the mayor, said that the hall was failing.", ("the hall was failing", "said", "Ann Lee")),
        ("Officials said on Monday the road would close.", ("the road would close", "said", "Officials")),
        ("The road is closed, the council said.", ("The road is closed", "said", "the council")),
        ("According to police, nobody was hurt; neighbours doubt it.", ("nobody was hurt", "According to", "police")),
        ("According to police, nobody was hurt.", ("nobody was hurt", "According to", "police")),
        ("Nobody was hurt, according to the fire service.", ("Nobody was hurt", "according to", "the fire service")),
        ("Tom Hale told members the club had no money.", ("the club had no money", "told", "Tom Hale")),
        ("Police believe the fire was deliberate.", ("the fire was deliberate", "believe", "Police")),
        ("Families who walk, she pointed out, live nearby.", ("Families who walk | live nearby", "pointed out", "she")),
    ],
)
def test_reported_clause_without_its_introduction(text, expected):
    (found,) = found_claims(text, "en")
    assert (" | ".join(found.words), found.cue, found.speaker) == expected
    assert found.form == "indirect"


@pytest.mark.parametrize(
    ("text", "words", "cue", "kind"),
    [
        ("Campaigners called for a ban.", "a ban", "called for", "demand"),
        ("The union blamed higher costs.", "higher costs", "blamed", "fact_claim"),
        ("The party accused ministers of hiding the truth.", "ministers of hiding the truth", "accused", "fact_claim"),
        ("Tom Hale urged the government to act.", "the government to act", "urged", "demand"),
        ("Unions warned of job losses.", "job losses", "warned", "prediction"),
        ("The firm admitted breaking the law.", "breaking the law", "admitted", "fact_claim"),
        ("The union is demanding a pay rise.", "a pay rise", "demanding", "demand"),
        ("Ann Lee ruled out an early vote on Monday.", "an early vote", "ruled out", "prediction"),
        ("Ann Lee called the report “a circus”.", "the report “a circus”", "called", "opinion"),
    ],
)
def test_object_of_reported_act(text, words, cue, kind):
    (found,) = found_claims(text, "en")
    assert (found.words, found.cue, found.kind) == ((words,), cue, kind)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The minister visited Berlin and said rents would rise.", "The minister"),
        ("The club left Berlin and later said it would not return.", "The club"),
        ("She moved to Berlin and said she was happy.", "She"),
        ("Residents welcomed the tram but said it would be late.", "Residents"),
        ("Tom Hale published the figures and said they were wrong.", "Tom Hale"),
        ("Berlin won 3-1 and the manager said the team was lucky.", "the manager"),
        ("Prices rose and ministers warned that more would follow.", "ministers"),
        ("Responding to the figures a spokesman said rents would rise.", "a spokesman"),
        ("It fits the data, although the authors say it may be chance.", "the authors"),
        ("To apprentices he used to say: “Do not tell me.”", "he"),
        ("That is why some in the hall said the vote was unfair.", "some in the hall"),
        ("Leeds, Feb. 3, 2026 (Lakes Wire) -- The council said it would close the road.", "The council"),
    ],
)
def test_speaker_of_second_verb(text, speaker):
    (found,) = found_claims(text, "en")
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The minister and the mayor said rents would rise.", "The minister and the mayor"),
        (
            "A man arrested in Berlin and his brother said they were innocent.",
            "A man arrested in Berlin and his brother",
        ),
        ("The king said rents would rise.", "The king"),
        ("Berlin and the region said they would pay.", "Berlin and the region"),
    ],
)
def test_joint_speakers_stay_together(text, speaker):
    (found,) = found_claims(text, "en")
    assert found.speaker == speaker


def test_two_verbs_of_one_speaker():
    text = "Ann Lee argued the tax was unfair and urged the government to scrap it."
    assert claims(text, "en") == [
        ("the tax was unfair", "argued", "Ann Lee"),
        ("the government to scrap it", "urged", "Ann Lee"),
    ]


def test_plain_sentence_after_report_is_not_a_claim():
    assert len(found_claims("Tom Hale said the road was closed. The road is a mile long.", "en")) == 1


def test_quotation_continues_in_next_sentence():
    text = "“It was dreadful,” said Tom Hale, who lives nearby. “We lost everything.”"
    assert claims(text, "en")[1] == ("We lost everything", "said", "Tom Hale")


def test_disputed_claim_of_the_sentence_before():
    text = "Campaigners say it will cost £3m. Ministers reject that."
    _, disputed = found_claims(text, "en")
    assert (disputed.words, disputed.speaker, disputed.refutes) == (("it will cost £3m",), "Ministers", True)


def test_plans_and_expectations():
    text = (
        "Harrow Ltd plans to close the pool. The work is due to begin in May. Prices are expected to fall."
        " Two schools are to close."
    )
    found = found_claims(text, "en")
    assert [(each.words, each.cue, each.speaker) for each in found] == [
        (("close the pool",), "plans", "Harrow Ltd"),
        (("The work", "begin in May"), "due", "Harrow Ltd"),
        (("Prices", "fall"), "expected", None),
        (("Two schools", "close"), "are", None),
    ]
    assert {(each.kind, each.form, each.rule) for each in found} == {("prediction", "reported", "intention")}


def test_wanting_others_to_act_is_a_demand():
    (found,) = found_claims("Harrow Ltd wants every school to close its street.", "en")
    assert (found.words, found.kind) == (("every school to close its street",), "demand")


def test_headline_with_colon_needs_a_speaker():
    assert claims("Minister: bridge will cost more\n\nWork begins.", "en") == [
        ("bridge will cost more", None, "Minister")
    ]
    assert claims("Floods: two roads closed\n\nWork begins.", "en") == []


def test_occasion_of_an_infinitive_is_no_part_of_it():
    assert claims("The group claimed on its website to have found 40 leaks in two days.", "en") == [
        ("to have found 40 leaks in two days", "claimed", "The group")
    ]


def test_headline_with_one_subject_has_no_inverted_speaker():
    assert claims("Central bank keeps rates, signals cut in spring\n\nThe bank met.", "en") == []
    assert claims("Port to close, fears union\n\nWork ends in May.", "en") == [("Port to close", "fears", "union")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The club had relied on one sponsor, Ann Lee said, while Harrow Ltd has contracts with three.",
            "The club had relied on one sponsor | Harrow Ltd has contracts with three",
        ),
        (
            "The club had relied on one sponsor, Ann Lee said, although two more are in sight.",
            "The club had relied on one sponsor | although two more are in sight",
        ),
        ("The club had lost its sponsor, Ann Lee said, while her son looked on.", "The club had lost its sponsor"),
        ("The club had lost its sponsor, Ann Lee said, when she arrived.", "The club had lost its sponsor"),
    ],
)
def test_contrast_after_the_speaker_belongs_to_the_claim(text, words):
    assert claims(text, "en") == [(words, "said", "Ann Lee")]


@pytest.mark.parametrize("kicker", ["Morning Briefing Live", "Storm Edda live", "UPDATE 2", "EU Council Q&A"])
def test_kind_of_article_before_colon_is_no_speaker(kicker):
    assert claims(f"Minister Berg {kicker}: bridge will cost more\n\nWork begins.", "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "The council voted to close the pool. The court sentenced him. She offered a reward.",
        "Whether the bridge will reopen is unclear. The report was written in May. They say little. He said nothing.",
        "The film “Say It Loud” opens in May. She won the ‘Best Film’ prize.",
        "The team had said goodbye. He told a story. That said, it rained. The aim is to win.",
        "Tom Hale declined to comment. He neither confirmed nor denied the report.",
        "The claims were settled. Her reports of the war are read in schools.",
        "The trust wants it written into the rules this time.",
        "What campaigners called for",
        "What unions warned of",
    ],
)
def test_sentences_without_claims(text):
    assert found_claims(text, "en") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harrow Ltd called the claim misleading.", [("the claim misleading", "called", "Harrow Ltd")]),
        (
            "Ann Lee of Harrow Ltd disagrees: her model shows no more than 1,500.",
            [("her model shows no more than 1,500", "disagrees", "Ann Lee")],
        ),
        (
            "Ann Lee followed 900 pupils. Marks rose by seven per cent, she reports.",
            [("Marks rose by seven per cent", "reports", "Ann Lee")],
        ),
        (
            "Scientists at the Harrow Institute say it is too early to judge.",
            [("it is too early to judge", "say", "Scientists at the Harrow Institute")],
        ),
        (
            'Chief executive Ann Lee apologised on Monday. "We got this wrong," she said.',
            [("We got this wrong", "said", "Ann Lee")],
        ),
        (
            "The roof is safe, said the chair of the council, Ann Lee.",
            [("The roof is safe", "said", "Ann Lee")],
        ),
    ],
)
def test_claims_of_short_news(text, expected):
    assert claims(text, "en") == expected


def test_regulator_is_the_authority_not_the_last_company():
    text = "The Tidal Conduct Authority has fined Nordwerk. The regulator said the company had hidden fees."
    names = [Name(4, 27, "ORG"), Name(text.index("Nordwerk"), text.index("Nordwerk") + 8, "ORG")]
    (found,) = find(text, "en", names, never)
    assert found.speaker.part == (4, 27)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said that on Monday.",
        "Ann Lee confirmed that in a statement.",
        "Ann Lee denied that again on Monday.",
        "Ann Lee denied this in a statement on Friday.",
    ],
)
def test_pronoun_for_earlier_words_is_no_claim(text):
    assert claims(text, "en") == []


def test_clause_may_begin_with_a_time():
    assert claims("Ann Lee said that on Monday the road closed.", "en") == [
        ("on Monday the road closed", "said", "Ann Lee")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Amid the calm, calls for an inquiry grew.",
        "Amid growing anger, demands for help grew.",
        "With calm came demands for an inquiry.",
        "After the storm came calls for an inquiry.",
        "Ministers faced demands for an inquiry.",
    ],
)
def test_calls_and_demands_may_be_nouns(text):
    assert claims(text, "en") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In his letter, Tom Hale demands help.", ("help", "demands", "Tom Hale")),
        ("Ann Lee calls for an inquiry.", ("an inquiry", "calls for", "Ann Lee")),
        ("In the town, residents demand help.", ("help", "demand", "residents")),
    ],
)
def test_calls_and_demands_of_somebody_are_claims(text, expected):
    assert claims(text, "en") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police believe the men knew each other.", [("the men knew each other", "believe", "Police")]),
        ("Tom Hale thinks the fire started in May.", [("the fire started in May", "thinks", "Tom Hale")]),
        ("Tom Hale believes in the people who came.", []),
        ("Few believe the people who came early.", []),
        ("Berlin wants guarantees before it signs.", [("guarantees before it signs", "wants", "Berlin")]),
        ("Drivers were urged to turn back.", [("Drivers | to turn back", "urged", None)]),
        (
            "The figures show that rents fell, Ann Lee said.",
            [("The figures show that rents fell", "said", "Ann Lee"), ("rents fell", "show", "The figures")],
        ),
        ("Ann Lee asked staff why rents fell.", [("why rents fell", "asked", "Ann Lee")]),
        ("In her view, said Ann Lee, it was late.", [("it was late", "said", "Ann Lee")]),
    ],
)
def test_belief_wish_and_source_of_a_source(text, expected):
    assert claims(text, "en") == expected


def test_feared_clause_is_indirect_speech():
    (one,) = found_claims("Residents fear the road will bring noise.", "en")
    assert one.words == ("the road will bring noise",)
    assert (one.form, one.kind) == ("indirect", "prediction")
