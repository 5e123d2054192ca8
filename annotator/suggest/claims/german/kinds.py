"""Deciding the kind of a German claim by the words of its main clause."""

import re
from collections.abc import Sequence

from annotator.suggest.claims.frame_values import Kind
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.judging_phrases import ends_in_contrast, is_usual, judges

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_CLAUSE_ENDS = re.compile(r"[,;]\s+|\s[–—]\s")
_SUBORDINATE = de.SUBORDINATORS | frozenset("dass ob der die das dem den deren dessen denen wo wie was um ohne".split())
_MUST = frozenset("müsse müssen muss müssten müsste müsst".split())
_SHOULD = frozenset("sollte sollten sollst solltest".split())
_SHALL = frozenset("solle soll sollen".split())
_MAY = frozenset("dürfe dürfen darf dürften dürfte".split())
_NEED = frozenset("brauche brauchen braucht bräuchte bräuchten benötige benötigen benötigt".split())
_NEED_STRONG = frozenset("endlich dringend jetzt sofort unbedingt".split())
_NEED_WHO = frozenset("wir es man".split())
_CAN = frozenset("kann können könne könnte könnten konnte konnten".split())
_NUMBERS = frozenset(
    "acht drei dreißig drittel elf fünf hälfte hundert jahr jahre jahren million millionen monat monate"
    " monaten neun sechs sieben stunde stunden tag tage tagen tausend vier woche wochen zehn zwanzig zwei"
    " zwölf".split()
)
_NOT = frozenset("nicht kein keine keinen keinem keiner nie niemals niemand nichts".split())
_WILL = frozenset("werde werden wird würden würde werdet würdet".split())
_WANTS = frozenset("wolle wollen will".split())
_LIKELY = frozenset("dürfte dürften könnte".split())
_SOON = frozenset(
    "künftig kürze später demnächst bald übermorgen nächstens zukünftig baldmöglichst voraussichtlich"
    " langfristig".split()
)
_PAST = frozenset(
    "begann bisher bislang blieb brachte damals fand fiel gab gestern gewann gewesen ging gingen habe haben"
    " hat hatte hätte hatten hätten hielt kam kamen konnte lag letzten lief ließ musste nahm rief sah schrieb"
    " sollte sprach stand traf vergangene vergangenen vergangener verlor voriges war waren wollte worden wurde"
    " wurden wusste zuletzt".split()
)
_COMPARATIVE = re.compile(r"\w{4,}er\Z|\A(?:mehr|weniger)\Z")
_MODALS = frozenset("wollen sollen können müssen dürfen".split())
_ON_WEEKDAY = re.compile(r"\b[Aa]m (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Wochenende)")
_CONDITION = re.compile(r"\W*(?:Wenn|Falls|Sobald|wenn|falls|sobald)\b|[^,;]+, (?:sobald|falls)\b")
_EXPECTS = frozenset("erwarte erwartet erwarten rechne rechnet rechnen".split())
_EXPECTED = frozenset("habe hatte hatten haben wird wurde wurden werde worden als anders".split())
_PAST_OR_HABIT = _PAST | frozenset("immer oft jedes manchmal häufig hilft nützt nichts".split())
_COPULAS = frozenset("ist sind sei seien bin".split())
_PREPOSITIONS = de.FROM | frozenset("auf mit nach seit unter über vor zwischen bis ohne hinter neben".split())
_MOODS = frozenset(
    "aber auch da doch einfach für heute hier immer ja jetzt längst mal mir nicht noch nun nur schon sehr so"
    " uns".split()
)
_TIME_AHEAD = re.compile(
    r"\b(?:(?:im|in|am|ab|bis|zum|vom|zur|von|nach|mit)\s+(?:(?:der|den|dem|das)\s+)?"
    r"(?:nächste|kommende|folgende|übernächste)[nrms]?\b|(?:nächste|kommende)[nrsm]?\s+(?:Jahr|Woche|Monat|Saison"
    r"|Sommer|Winter|Herbst|Frühjahr|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)"
    r"|in\s+(?:\d+|einer|einem|zwei|drei|vier|fünf|sechs|zehn|wenigen|einigen|ein paar)\s+"
    r"(?:Jahr|Monat|Woche|Tag|Stunde|Minute)"
    r"|(?:bis|ab)\s+(?:zum\s+)?(?:Ende|Anfang|Mitte|20[2-9]\d|Jahresende|Ostern|Weihnachten|Herbst|Sommer|Winter"
    r"|Frühjahr|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|morgen"
    r"|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
    r"|(?:im|Im|in der|In der)\s+(?:Herbst|Sommer|Winter|Frühjahr|Frühling|Januar|Februar|März|April|Mai|Juni|Juli"
    r"|August|September|Oktober|November|Dezember|Saison)\b|20(?:2[6-9]|[3-9]\d)\b"
    r"|(?:Ende|Anfang|Mitte)\s+(?:des Jahres|des Monats|der Woche|nächste[nr]|kommende[nr]|20(?:2[6-9]|[3-9]\d)|Januar"
    r"|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
    r"|spätestens\b|frühestens\b|morgen(?!s)\b|(?:am|gegen)\s+(?:frühen|späten)\s+(?:Abend|Nachmittag|Morgen))",
)
_DATE = re.compile(r"\b(?:am|zum|vom|ab|bis)\s+(?:zum\s+)?\d{1,2}\. ?(?:\d|[A-ZÄ])")
_STRONG_PARTICIPLE = re.compile(
    r"(?:ver|be|er|ent|zer|über|unter|wider|miss)(?:l|g|sch|tr|b|n|w|st|h|z|f|k|p|r|d|m|s|br|gr|spr|schl|schn"
    r"|schr|schw)*"
    r"(?:o|ie|u|a)(?:ss|ff|[a-z]){1,3}en\Z"
)
_PREFIX_PARTICIPLE = re.compile(
    r"(?:ab|an|auf|aus|ein|vor|zurück|mit|nach|um|durch|her|hin|weiter|zusammen|fest|statt|teil|bei|los|frei|zu|nieder"
    r"|weg|fort|heraus|hinzu|still|bekannt|fertig|bereit|wieder|über|unter)?ge\w{2,}(?:t|en)\Z"
)
_NO_PARTICIPLES = frozenset(
    "behalten bekommen entfallen entlassen erfahren erhalten gebrauchen gefährden gehören gelingen gelten"
    " genehmigen genießen genügen geraten geschehen gestalten gestehen gewähren gewährleisten gewinnen"
    " gewöhnen unterhalten verfallen verhalten verlassen verlaufen verraten verschlafen".split()
)
_INFINITIVES = (
    "lasten",
    "fasten",
    "tasten",
    "rasten",
    "walten",
    "schalten",
    "spalten",
    "arbeiten",
    "bereiten",
    "warten",
)
_STRONG = frozenset(
    "ablenkungsmanöver abstrus absurd abwegig affront alarmierend alarmsignal albern albtraum alternativlos"
    " angemessen anmaßend anmaßung antiquiert ärgernis armselig armutszeugnis arrogant aufgeblasen augenmaß"
    " augenwischerei ausgezeichnet aussichtslos bankrotterklärung barbarisch bärendienst bedauere bedauerlich"
    " bedauern bedauert bedauerte bedauerten bedenklich beeindruckend befremdlich begeistert begrüßenswert"
    " beispiellos beklagenswert beklemmend bemerkenswert berauschend beschämend bescheuert besorgniserregend"
    " besorgt beunruhigend bewegend bitter bittere bitterer blamage blöd bluff blutleer bravourös bravourstück"
    " brillant brutal bürokratisch chaos chaotisch charakterlos charmant dämlich dankbar debakel demütigend"
    " denke desaster desaströs desolat dilemma dilettantisch doppelzüngig dreist dumm dummheit durchbruch"
    " dürftig ehrensache ehrenwert ehrlich ehrlichkeit eigentor eindrucksvoll einmalig einzigartig ekelhaft"
    " empörend empört engstirnig enteignung entmutigend entsetzt enttäuschend enttäuscht enttäuschte"
    " enttäuschung entwürdigend erbärmlich erfreulich erfreut erleichtert ermutigend erniedrigung ernüchternd"
    " errungenschaft erschütternd etikettenschwindel exzellent fabelhaft fadenscheinig fahrlässig fair falsch"
    " falsche falschen falscher falsches fantastisch farce faszinierend fatal fatales fehlentscheidung fehler"
    " fehlgriff feige feigenblatt feigheit fesselnd fiasko fies finde flickwerk fluch fortschritt fragwürdig"
    " frech frechheit freue freuen freut froh fulminant furchtbar fürchte gefällt gekünstelt gelungen gemein"
    " genial gerecht gerechtfertigt geschmacklos gewagt gewissenlos glänzend glanzvoll glaube glauben"
    " glaubwürdig glücklich glücksfall glücksgriff gnadenlos grandios grauenhaft grausam großartig großartige"
    " grotesk gruselig gute guten guter gutes halbgar halbherzig haltlos hanebüchen hasse hässlich heillos"
    " heimtückisch heldenhaft herausragend herrlich hervorragend herzlos heuchelei hilflos hilfreich"
    " hinnehmbar hinterhältig hinzunehmen hirngespinst historisch hoffe hoffen hoffentlich hoffnungslos"
    " hoffnungsvoll hofft hohn horror hysterie ideenlos ignorant illusion illusorisch imponierend inakzeptabel"
    " indiskutabel infam inspirierend irrational irre irreführung irrsinn irrsinnig irrtum irrweg juwel"
    " kaltherzig kampfansage kardinalfehler katastrophal katastrophe kläglich kleinkariert kleinlich"
    " kleinmütig klug kniefall konstruktiv kopflos köstlich kurzsichtig lächerlich lachhaft lachnummer lähmend"
    " langatmig langweilig lausig lebensfremd leichtsinnig leidenschaftlich leider liebe lieber lieblos"
    " liebsten lippenbekenntnis lobenswert löblich luftnummer luftschloss makellos mangelhaft maßlos maßvoll"
    " meilenstein meine meisterhaft meisterleistung meisterstück meisterwerk menschenunwürdig"
    " menschenverachtend mickrig mies miserabel misere missgriff misslungen mittelmäßig mogelpackung mühsam"
    " musterbeispiel mustergültig mut mutig mutlos mutmachend nachlässig nachvollziehbar naiv nichtssagend"
    " niederlage niedertracht niederträchtig notlösung notwendig nutzlos obszön öde optimistisch packend"
    " panikmache paradebeispiel peinlich perfekt perfide pfusch phänomenal planlos plump populistisch posse"
    " prächtig prima provinziell provokation pyrrhussieg quatsch ratlos realitätsfern redlich reizvoll"
    " respektlos respektvoll richtige richtigen richtiger richtiges riskant rückschritt rücksichtslos"
    " rückständig rückwärtsgewandt rührend ruinös sackgasse sagenhaft sauerei schäbig schade schädlich schande"
    " schändlich schauderhaft scheinheilig scheußlich schikane schildbürgerstreich schlag schlamperei"
    " schlampig schlechte schlechten schlechter schlechtes schlechteste schlimm schlimme schlimmer schlimmste"
    " schnapsidee schockierend schön schöne schönfärberei schrecklich schwachsinnig seelenlos segen"
    " selbstbetrug selbstverständlichkeit sensationell sieg sinnlos sinnvoll skandal skandalös skeptisch"
    " skrupellos sorge sorgen souverän spannend spektakulär sprachlos starrsinnig sternstunde stillos stolz"
    " stückwerk stümperhaft stur sündenfall symbolpolitik tadellos taktlos tauglich tiefpunkt toll töricht"
    " totalversagen tragisch tragödie trauerspiel traumhaft traurig treppenwitz trist trostlos trügerisch"
    " überfällig überflüssig überfordert überheblich überragend überrascht übertrieben überwältigend"
    " überzeugend überzeugt überzogen umsichtig unangemessen unanständig unausgegoren unausgewogen"
    " unbedenklich unbefriedigend unbegreiflich undankbar undemokratisch undenkbar unding undurchdacht"
    " unehrlich unentschlossen unerhört unerträglich unfähig unfair unfassbar unfug ungeheuerlich ungenügend"
    " ungerecht ungerechtfertigt ungerechtfertigte ungeschickt unglaublich unglaubwürdig unglücklich unhaltbar"
    " unklug unmenschlich unmöglich unnötig unnütz unprofessionell unsäglich unsensibel unseriös unsinn"
    " unsolidarisch unsozial unsportlich untauglich untragbar unübertroffen unverantwortlich unverfroren"
    " unverhältnismäßig unvermeidlich unvernünftig unverschämt unverschämtheit unverständlich unverzeihlich"
    " unwichtig unwürdig unzufrieden unzulänglich unzumutbar unzureichend verachtung verantwortungslos"
    " verärgert verdiene verdienen verdient verdienten verdienter verdientes verfehlt verheerend verhöhnung"
    " verkehrt verlogen vernünftig verrückt verständlich vertrauen verwerflich visionär volltreffer"
    " vorbildlich vorschnell vorwand wahlkampfmanöver wahnsinn wahnsinnig wegweisend weitsichtig weltfremd"
    " weltklasse wertvoll wichtigste wichtigster widerlich widersinnig widerwärtig willkommen willkür witz"
    " wohltat wunder wunderbar wunderschön wunschdenken wünsche wünschen wünschenswert wünscht würdelos wütend"
    " zahnlos zauberhaft zeitverschwendung zerreißprobe zufrieden zukunftsweisend zumutbar zumutung"
    " zuversichtlich zuzumuten zweckmäßig zweifelhaft zweitklassig zwickmühle zynisch zynismus".split()
)
_SHORTEST_INFLECTED = 6
_UNINFLECTED = frozenset("schlag fluch fehler segen glaube meine denke finde liebe hasse trauerspiel".split())
_INFLECTED = frozenset(
    word
    for stem in _STRONG - _UNINFLECTED
    for ending in ("e", "en", "er", "es", "em")
    if len(word := stem + ending) > _SHORTEST_INFLECTED
)
_PHRASES = re.compile(
    r"\b(?:(?:kann|könne|darf|dürfe) (?:doch |ja )?nicht sein|schwer (?:wiege|wiegt|wog)|(?:wiege"
    r"|wiegt) (?:\w+ )?schwer"
    r"|kein Selbstzweck|gar nichts|(?:nimmt|nehme|nehmen) (?:\w+ ){0,4}ernst|Vertrauen (?:\w+ ){0,4}ausgenutzt"
    r"|(?:lohn|reiz)(?:t|e|en)\b|auf dem (?:Holzweg|Rücken der)|vom Tisch|nicht zu Ende gedacht|jeder Grundlage"
    r"|nichts (?:\w+ )?zu tun|keine Rede sein|nicht gewachsen|jedes Verständnis|(?:nur|bloß|allein) ums?"
    r"|(?:halte|hält|halten|hielt) (?:\w+ )?(?:wenig|nichts|viel) (?:von|davon)|an der falschen Stelle|nicht ernst"
    r"|(?:hätte|hätten) (?:\w+ ){0,4}gewünscht|macht (?:\w+ )?Angst|wie (?:ein|eine|einen|Menschen|Bürger) \w+ Klasse"
    r"|nicht (?:länger |mehr |länger mehr )?hinnehm|(?:nicht|kaum|schwer)(?: mehr)? zu (?!hören|sehen|lesen"
    r"|finden)\w+en\Z|(?:reich|reich[te]e?)\w* (?:\w+ ){0,6}?(?:nicht|kaum) (?:mehr )?aus|(?:viel|wenig|nichts"
    r"|etwas) wert|an \w[^,;]* vorbei|(?:wäre|wären) (?:\w+ ){0,3}?eine? \w+|keine Alternative|zu denken geben"
    r"|(?:geholfen|gebracht|genützt) (?:habe|hat|hätte)\w* (?:\w+ ){0,2}(?:nichts|wenig|niemandem)|(?:verschlafen"
    r"|versäumt|verspielt|überhört|verschleppt|verpasst|verschwendet|im Stich gelassen)\Z|keinen? Spielraum"
    r"|schad(?:e|et|en) (?:\w+ ){0,3}all|am Ende (?:alle|niemand)|nichts als|alles andere als|das Letzte"
    r"|am Kern vorbei|am Ziel vorbei|übers Ziel hinaus)\b"
)
_MODAL = _SHALL | _MUST
_MAY_NOW = _MAY - _LIKELY
_STATES = _COPULAS | {"war", "waren", "wäre", "wird"}
_OF_EVENTS = _PAST | _NUMBERS | _WILL
_ABOUT_FIGURES = re.compile(  # whether it is wrong can be checked
    r"\b(?:Zahl|Zahlen|Angabe|Angaben|Darstellung|Behauptung|Aussage|Meldung|Rechnung|Berechnung|Vorwurf|Vorwürfe)\b"
    r"[^,;]*\b(?:falsch|unwahr|richtig|unzutreffend)\Z"
)
_COULD = re.compile(
    r"\bkönnen?\b.*\b(?:steigen|ansteigen|anwachsen|wachsen|sinken|treten|führen|ausfallen|kosten|dauern|verlieren"
    r"|fallen|zusammenbrechen|einstürzen|auslösen|schrumpfen|ausbreiten|eskalieren|scheitern|abwandern)\Z"
)
_THREATENS = frozenset("droht drohe drohen".split())
_COMING = _SOON | _THREATENS
_WEAK = frozenset(
    "angst attraktiv besser beste besten dringend einfach entscheidend ernst früh gefährlich gefühl genug groß"
    " gut hart herz klar klein kompliziert lang leicht nötig problematisch richtig schlecht schwach schwer"
    " schwierig seele spät stark teuer wenig wichtig wichtige wichtiger zentral zukunft".split()
)
_TOO = re.compile(
    r"\b(?:viel\s+)?zu\s+(?:wenig|viel|spät|früh|teuer|hoch|klein|groß|kurz|lang|schwach|langsam|schnell|niedrig|gering"
    r"|kompliziert|billig|laut|eng|weit|oft|selten|schwer|leicht|einfach|gefährlich)(?:e[nrsm]?)?\b"
)
_CAN_NOT = re.compile(r"\bk(?:ann|önne|önnen)\b[^,.;]*\b(?:nicht|nie|kein\w*)\b")
_IS_TIME = re.compile(r"\b(?:höchste Zeit|an der Zeit|Zeit, dass|es gilt|es gelte|gilt es|gelte es)\b")
_IMPERATIVE = re.compile(
    r"\A(?:Bitte\b|Schluss mit\b|Weg mit\b|Hände weg\b|Finger weg\b|Nie wieder\b|(?:Hör|Geb|Lass|Komm|Mach|Tu|Zeig|Nehm"
    r"|Red|Sag|Denk|Les|Bleib|Geh|Stell|Überleg|Wart|Schau|Helf|Halt|Verlass|Frag|Bau|Zahl|Trau)e?n Sie\b"
    r"|(?:Lasst|Macht|Gebt|Hört|Geht|Kommt|Bleibt|Nehmt|Zeigt|Helft|Baut|Haltet|Rettet|Stoppt|Denkt)\b|Lass uns\b"
    r"|Tretet\b|Treten Sie\b|Seien Sie\b|Seid\b)"
)
_BELONGS = re.compile(
    r"\bgehör(?:t|e|en)\b[^,.;]*\b(?:verboten|abgeschafft|geschlossen|eingestellt|gestoppt|bestraft)\b"
)
_QUOTED = re.compile(r"[„“\"»‚]([^„“”\"«»‘’]{3,})[“”\"«‘’]")
_HABIT = re.compile(
    r"\b(?:jedes Mal|jeden Tag|jede Woche|seit (?:Jahren|Monaten|Wochen|\w+ Jahren)|täglich|immer wieder|oft)\b"
)
_ZU_HABEN = re.compile(r"\w zu (?:haben|sein)\Z")
_LONGEST_INFINITIVE = len("t zu haben")
_PERFECT_INFINITIVE = re.compile(r"\b\w+(?:t|en) (?:haben|sein|worden sein)\b")


AUTHOR_CUES = _MUST | _SHOULD | _MAY | _STRONG | _WILL | frozenset(["gehört", "gehören", "zeit"])
"""Lower-case words; a sentence without any of them is not a clear judgement by the author."""
WEIGHING = _WEAK | _NOT | _CAN | frozenset("wir uns unser unsere unserem unseren man zu mehr".split())
"""Lower-case words that mark judgements in opinion pieces; in news, plain sentences have them too."""


def kind_of(words: str, verb: Kind | None, *, is_direct: bool) -> Kind:
    """Return the kind of a claim, given its words and the kind that its speech verb suggests, if any."""
    if not is_direct and verb is not Kind.OPINION and _ZU_HABEN.search(words[-_LONGEST_INFINITIVE:]):
        return Kind.FACT  # "bestritt, davon gewusst zu haben"
    main = _main_clause(words)
    found = _WORD.findall(main)
    low = [word.lower() for word in found]
    every = set(low)
    digits = any(map(str.isdigit, words))
    if _demands(main, low, every):
        return Kind.DEMAND
    if verb is not Kind.OPINION:
        if _is_judged(words, main, every, digits=digits, is_direct=is_direct):
            return Kind.OPINION
        ahead = _is_ahead(main, found, low, every) or (_CONDITION.match(words) and not every & _PAST_OR_HABIT)
        return Kind.PREDICTION if ahead else Kind.FACT
    return Kind.OPINION


def _main_clause(words: str) -> str:
    """Return the main clauses, or the clause after an initial subordinate clause."""
    clauses = _CLAUSE_ENDS.split(words)
    main = [clause for clause in clauses if _first(clause) not in _SUBORDINATE]
    if _first(clauses[0]) in de.SUBORDINATORS and len(clauses) > 1:
        return clauses[1]
    return clauses[0] if len(main) < 2 else ", ".join(main)


def _first(clause: str) -> str:
    found = _WORD.search(clause)
    return found[0].lower() if found is not None else ""


def _demands(main: str, low: Sequence[str], every: set[str]) -> bool:
    """Return whether a main clause demands something: "muss", "sollte", "Lasst uns", "höchste Zeit"."""
    if _IMPERATIVE.match(main.lstrip('„“"»')) or _IS_TIME.search(main) or _BELONGS.search(main):
        return True
    if {"wir", "ich"} & every and every & {"fordern", "verlangen", "fordere", "verlange"}:
        return True
    if every & _MUST:
        if _HABIT.search(main):
            return False
        if (every & _STRONG and low[-1] == "sein") or low[-2:] == ["denken", "geben"]:
            return False
        return not (_PERFECT_INFINITIVE.search(main) or "hätte" in every or "hätten" in every or _says(low))
    if every & _SHOULD and "ursprünglich" not in every:
        return "hätte" not in every and "hätten" not in every
    if every & _MODAL and _is_past_modal(low):
        return False
    if every & _SHALL:
        return not names_time_ahead(main) and not _PERFECT_INFINITIVE.search(main)
    if every & _MAY_NOW and every & _NOT:
        return "hätte" not in every and "hätten" not in every
    return bool(every & _NEED and (every & _NEED_STRONG or low[0] in _NEED_WHO or _after(low, _NEED) in _NEED_WHO))


def _says(low: Sequence[str]) -> bool:
    """Return whether "must" only introduces what the speaker says: "Das muss ich so sagen"."""
    return low[-1] in {"sagen", "zugeben", "gestehen", "einräumen"} and bool({"ich", "man"} & set(low))


def _after(low: Sequence[str], words: frozenset[str]) -> str:
    place = next((n for n, word in enumerate(low) if word in words), len(low))
    return low[place + 1] if place + 1 < len(low) else ""


def _is_judged(words: str, main: str, every: set[str], *, digits: bool, is_direct: bool) -> bool:
    """Return whether a claim judges: with a word such as "skandalös", a turn of phrase or a quoted word."""
    if _ABOUT_FIGURES.search(main):
        return False
    if (
        _is_strong(every)
        or _PHRASES.search(main)
        or judges(main, every)
        or (_TOO.search(main) and "zu hoch" not in main)
    ):
        return True
    if _should_have(every, is_direct=is_direct):
        return True
    if digits:
        return False
    if (every & _MUST and "ich" in every) or (not is_direct and not every & _WILL and _quotes_a_word(words)):
        return True
    states = every & _STATES and not _is_participle(_WORD.findall(main)[-1].lower())
    if every & _WEAK and not every & {"als", "gewesen"} and states:
        return True
    if not is_direct or (_CONDITION.match(words) and not every & _PAST_OR_HABIT):
        return False
    ahead = names_time_ahead(main) or bool(every & _COMING)
    contrast = ends_in_contrast(words)
    if contrast or ahead or {"es", "gibt"} <= every or every & _OF_EVENTS or is_usual(main):
        return contrast
    if every & _CAN:
        return _CAN_NOT.search(main) is not None and "ich" not in every
    return _is_predicate(main) or not (every & _COPULAS)


def _quotes_a_word(words: str) -> bool:
    """Return whether some of the words, but not all, are quoted, and the quoted ones begin with no preposition."""
    quoted = _QUOTED.search(words)
    begins = set() if quoted is None else set(quoted[1].lower().split()[:1])
    return quoted is not None and len(words) > len(quoted[0]) and not {"im", "in", "am"} & begins


def _is_strong(every: set[str]) -> bool:
    """Return whether any of these lower-case words, inflected or not, clearly expresses a judgement."""
    return not (_STRONG.isdisjoint(every) and _INFLECTED.isdisjoint(every))


def names_time_ahead(main: str) -> bool:
    """Return whether a clause names a time in the future; the case of its first letter does not matter."""
    return _TIME_AHEAD.search(main[:1].lower() + main[1:]) is not None


def _should_have(every: set[str], *, is_direct: bool) -> bool:
    """Return whether something ought to have been done; in indirect speech "hätten … können" only tells the past."""
    unreal = {"hätte", "hätten"} if is_direct or "können" not in every else {"hätte"}
    return bool(unreal & every and {"dürfen", "müssen", "sollen", "können"} & every)


def _is_predicate(main: str) -> bool:
    """Return whether "sein" is followed by a noun or adjective ("Das ist ein Irrtum").

    A phrase with a preposition or a participle does not count.
    """
    found = _WORD.findall(main)
    low = [word.lower() for word in found]
    place = next((n for n, word in enumerate(low) if word in _COPULAS), None)
    if place is None or place + 1 >= len(low):
        return False
    rest = [word for word in low[place + 1 :] if word not in _MOODS]
    if not rest or rest[0] in _PREPOSITIONS or rest[-1].endswith(("iert", "worden")):
        return False
    return not _is_participle(rest[-1])


def _is_past_modal(low: Sequence[str]) -> bool:
    """Return whether a modal verb stands in the perfect: "habe den Betrieb retten wollen"."""
    return low[-1] in _MODALS and bool({"habe", "hat", "haben", "hätten", "hätte"} & set(low))


def _is_ahead(main: str, found: Sequence[str], low: Sequence[str], every: set[str]) -> bool:
    """Return whether a main clause tells of the future: "wird … steigen", "droht", "ab Mai"."""
    if every & _EXPECTS and not every & _EXPECTED:
        return True
    if every & _WILL and (_has_infinitive(found, low, _WILL) or _ON_WEEKDAY.search(main)):
        return True
    if every & _WANTS and (low[-1].endswith("n") or low[0].endswith("en")) and not _is_past_modal(low):
        return True
    if every & _WILL and found[-1].islower() and _COMPARATIVE.search(found[-1]):
        return True  # "würden langsamer"
    if every & _LIKELY or (every & _WILL and (_DATE.search(main) or names_time_ahead(main))):
        return True
    if every & _THREATENS or _COULD.search(main) or "dauert das" in main:
        return True
    if every & _SHALL and not _PERFECT_INFINITIVE.search(main):
        return True
    if every & _PAST and not every & _WILL:
        return False
    return bool(every & _SOON) or names_time_ahead(main)


def _has_infinitive(found: Sequence[str], low: Sequence[str], auxiliaries: frozenset[str]) -> bool:
    """Return whether a form of "werden" belongs to an infinitive, not to a participle (passive) or an adjective."""
    for n, word in enumerate(low):
        if word not in auxiliaries:
            continue
        before = low[n - 1] if n > 0 else ""
        last = low[-1] if n < len(low) - 1 else before
        if last in {"werden", "haben", "sein", "können", "müssen"}:
            return True
        if last.endswith("n") and ("sich" in low or not _is_participle(last)):
            return True
        infinitive = [
            each
            for each in found[n + 1 :]
            if each.endswith("en") and each.islower() and each not in de.DETERMINERS and not _is_participle(each)
        ]
        if word in {"würde", "würden"} and infinitive:
            return True
    return False


def _is_participle(word: str) -> bool:
    """Return whether a lower-case word has the form of a past participle."""
    if word in _NO_PARTICIPLES or word.endswith(_INFINITIVES):
        return False
    return bool(
        _PREFIX_PARTICIPLE.match(word)
        or word.endswith(("iert", "worden"))
        or (
            word.startswith(("be", "er", "ver", "ent", "zer", "über", "unter")) and word.endswith("t") and len(word) > 4
        )
        or _STRONG_PARTICIPLE.match(word)
    )
