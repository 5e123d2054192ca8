"""German words that the rules use, except speech verbs."""

DETERMINERS = frozenset(
    "der die das des dem den ein eine eines einem einen einer kein keine keiner keinem keinen mehrere viele einige"
    " manche alle beide beiden zwei drei vier dieser diese dieses diesem diesen jener jene sein seine seines seinem"
    " seiner seinen ihr ihre ihres ihrem ihrer ihren unser unsere weitere andere zahlreiche wenige jeder jede jedes"
    " fünf sechs sieben acht neun zehn etliche".split()
)
INDEFINITE = frozenset(
    "ein eine einer eines einem einen mehrere viele einige manche zwei drei vier zahlreiche wenige".split()
)
PRONOUNS = frozenset("er sie dieser diese letzterer letztere jener".split())
FROM = frozenset("von vom für aus bei beim an des der im in zum zur gegen".split())
GENITIVES = frozenset("der des von vom dieser dieses eines einer seiner ihrer".split())
SUBORDINATORS = frozenset(
    "weil obwohl nachdem bevor während wenn falls sobald solange damit sodass indem seitdem als da obgleich sofern"
    " wohingegen bis".split()
)
RELATIVES = frozenset(
    "der die das dem den deren dessen denen welcher welche welches wo wobei wodurch womit worauf".split()
)
QUESTION_WORDS = frozenset(
    "wer was wann wo warum wieso weshalb wohin woher welche welcher welches wen wem wie wieviel".split()
)
CONJUNCTIONS = frozenset("und oder aber doch denn sondern sowie sowohl".split())
GENERIC = frozenset("man wer ich wir du ihr jeder jede niemand keiner es".split())

PHRASES = (  # lower-case words before the speaker
    *(("nach", "den", "worten"), ("nach", "den", "angaben"), ("laut",), ("gemäß",), ("aus", "sicht")),
    ("in", "den", "worten"),
    *(
        ("nach", noun)
        for noun in (
            "angaben ansicht auffassung einschätzung meinung worten aussage aussagen überzeugung darstellung"
            " schätzungen schätzung berechnungen informationen erkenntnissen auskunft lesart"
        ).split()
    ),
)
ACCOUNTS = ("aussagen", "angaben", "berichten", "informationen", "schätzungen", "einschätzung", "erkenntnissen")
OWN = frozenset("eigenen seinen ihren eigener seiner ihrer".split())

LINKING = frozenset(
    "außerdem zudem dabei nun tatsächlich jedoch allerdings ferner dagegen hingegen dennoch daher deshalb demnach"
    " aber und oder denn doch also so weiter schließlich immerhin ohnehin zugleich auch stattdessen vielmehr"
    " demzufolge überdies darüber hinaus".split()
)
INTRODUCERS = frozenset("dass ob".split())
TIME = frozenset(
    "gestern heute morgen montag dienstag mittwoch donnerstag freitag samstag sonntag vormittag nachmittag abend"
    " mittag dann später zuletzt kürzlich inzwischen wiederum weiter auch jetzt am zuvor danach anschließend einst"
    " damals oft gern immer stets nun bereits erneut mehrfach schon sofort daraufhin dazu davon daran darauf dabei mir"
    " ihm ihr uns ihnen selbst sogar wörtlich knapp nur nicht zunächst lediglich noch lieber offen außerdem zudem"
    " jedoch aber allerdings ebenfalls hierzu schriftlich telefonisch dort hier öffentlich".split()
)
PERSONAL_ROLES = frozenset(
    "sprecher sprecherin chef chefin direktor direktorin leiter leiterin präsident präsidentin vorsitzende vorsitzender"
    " minister ministerin bürgermeister bürgermeisterin trainer trainerin manager managerin forscher forscherin"
    " anwalt anwältin verteidiger verteidigerin richter richterin experte expertin professor professorin autor autorin"
    " kritiker vertreter mitarbeiter mitarbeiterin zeuge zeugin bewohner anwohner anwohnerin lehrer lehrerin arzt"
    " ärztin"
    " geschäftsführer geschäftsführerin vorstand gründer gründerin kommissar kommissarin".split()
)
OPINION = frozenset(
    "gut gute guter gutes besser beste schlecht schlechte schlimm schlimmer falsch falsche richtig richtige wichtig"
    " wichtige wunderbar großartig skandal unsinn quatsch katastrophe katastrophal absurd enttäuscht enttäuschend stolz"
    " froh glücklich traurig schade leider unverantwortlich inakzeptabel fatal peinlich schön toll fair unfair"
    " ungerecht"
    " bedauerlich unvermeidlich hoffe hoffen hofft fatales falsches mutig überfällig zynisch gefährlich irrsinn"
    " denke finde glaube glauben meine wenig genug verdient verdienten schwer schwierig zufrieden"
    " schande armutszeugnis großartige klug dumm mut vertrauen".split()
)
DEMAND = frozenset("müsse müssen muss müssten solle sollen sollte sollten dürfe brauche brauchen braucht".split())
FUTURE = frozenset("werde werden wird würden würde künftig demnächst".split())
