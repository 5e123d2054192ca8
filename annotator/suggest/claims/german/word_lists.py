"""German speech verbs, and other words that the rules use."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from annotator.suggest.claims import frame_values
from annotator.suggest.claims.frame_values import Kind

DETERMINERS = frozenset(
    "acht alle andere beide beiden das dem den der des die diese diesem diesen dieser dieses drei ein eine"
    " einem einen einer eines einige etliche fünf ihr ihre ihrem ihren ihrer ihres jede jeder jedes jene jener"
    " kein keine keinem keinen keiner manche mehrere neun sechs sein seine seinem seinen seiner seines sieben"
    " unser unsere viele vier weitere wenige zahlreiche zehn zwei".split()
)
INDEFINITE = frozenset(
    "ein eine einer eines einem einen mehrere viele einige manche zwei drei vier zahlreiche wenige".split()
)
PRONOUNS = frozenset("er sie dieser diese letzterer letztere jener".split())
FROM = frozenset("von vom für aus bei beim an des der im in zum zur gegen".split())
GENITIVES = frozenset("der des von vom dieser dieses eines einer seiner ihrer".split())
SUBORDINATORS = frozenset(
    "als bevor bis da damit falls indem nachdem obgleich obwohl seitdem sobald sodass sofern solange während"
    " weil wenn wohingegen".split()
)
RELATIVES = frozenset(
    "das dem den denen der deren dessen die welche welcher welches wo wobei wodurch womit worauf".split()
)
QUESTION_WORDS = frozenset(
    "wann warum was welche welcher welches wem wen wer weshalb wie wieso wieviel wo woher wohin".split()
)
CONJUNCTIONS = frozenset("und oder aber doch denn sondern sowie sowohl".split())
PASSIVES = frozenset("werden wird wurde wurden".split())
GENERIC = frozenset("man wer ich wir du ihr jeder jede niemand keiner es".split())

PHRASES = (  # lower-case words before the speaker
    *(("nach", "den", "worten"), ("nach", "den", "angaben"), ("laut",), ("gemäß",), ("aus", "sicht")),
    *(("in", "den", "worten"), ("nach", "dem", "willen"), ("nach", "den", "plänen"), ("nach", "der", "darstellung")),
    *(("nach", "den", "worten"), ("nach", "der", "meinung"), ("nach", "der", "ansicht"), ("in", "den", "augen")),
    *(
        ("nach", noun)
        for noun in (
            "analyse angaben ansicht auffassung auskunft aussage aussagen befund befunden bekunden beobachtung"
            " beobachtungen berechnung berechnungen beteuerungen dafürhalten darstellung darstellungen eindruck"
            " einschätzung einschätzungen erfahrung erfahrungen erkenntnissen ermessen hochrechnung hochrechnungen"
            " informationen kalkulation lesart meinung messung messungen plänen prognose prognosen recherchen rechnung"
            " schätzung schätzungen überzeugung urteil verständnis vorstellung vorstellungen wahrnehmung worten"
            " zählung zählungen"
        ).split()
    ),
)
ACCOUNTS = (
    "aussagen", "angaben", "berichten", "informationen", "schätzungen", "einschätzung", "erkenntnissen", "messungen",
    "berechnungen", "recherchen", "prognosen", "umfragen",
)  # fmt: skip
OWN = frozenset("eigenen seinen ihren eigener seiner ihrer eigenem seinem ihrem".split())

LINKING = frozenset(
    "aber allerdings also auch außerdem dabei dagegen daher darüber demnach demzufolge denn dennoch deshalb"
    " doch ferner hinaus hingegen immerhin jedoch nun oder ohnehin schließlich so stattdessen tatsächlich"
    " überdies und vielmehr weiter zudem zugleich".split()
)
INTRODUCERS = frozenset("dass ob wonach".split())
PAPERS = ("analyse", "auswertung", "bericht", "gutachten", "studie", "umfrage", "untersuchung")  # endings of nouns
TIME = frozenset(
    "abend aber allerdings am anschließend auch außerdem bereits dabei damals danach dann daran darauf"
    " daraufhin davon dazu dienstag donnerstag dort ebenfalls einst erneut freitag gern gestern heute hier"
    " hierzu ihm ihnen ihr immer inzwischen jedoch jetzt knapp kürzlich lediglich lieber mehrfach mir mittag"
    " mittwoch montag morgen nachmittag nicht noch nun nur offen öffentlich oft samstag schon schriftlich"
    " selbst sofort sogar sonntag später stets telefonisch uns vormittag weiter wiederum wörtlich zudem"
    " zuletzt zunächst zuvor".split()
)
PERSONAL_ROLES = frozenset(
    "anwalt anwältin anwohner anwohnerin arzt ärztin autor autorin bewohner bürgermeister bürgermeisterin chef"
    " chefin direktor direktorin experte expertin forscher forscherin geschäftsführer geschäftsführerin"
    " gründer gründerin kommissar kommissarin kritiker lehrer lehrerin leiter leiterin manager managerin"
    " minister ministerin mitarbeiter mitarbeiterin präsident präsidentin professor professorin richter"
    " richterin sprecher sprecherin trainer trainerin verteidiger verteidigerin vertreter vorsitzende"
    " vorsitzender vorstand zeuge zeugin".split()
)
LETTING = "lassen"  # the verb of "ließ er ausrichten" and "ließ sie wissen"

# Weak verbs by their stems; a bar marks the end of a separable prefix: "mit|teil" has the form "teilte … mit".
_WEAK = (
    "ab|lehn ab|wiegel ahn an|deut an|führ an|kreid an|kündig an|mahn an|merk an|peil an|pranger an|reg"
    " an|streb antwort an|visier an|zweifel appellier argumentier argwöhn auf|forder auf|klär auf|stöhn"
    " auf|zähl auf|zeig aus|führ aus|plauder aus|rechn aus|sag äußer beabsichtig beanstand beantrag bedauer"
    " befürcht begründ behaupt bei|pflicht bejah beklag bekräftig bekund beleg bemängel bemerk bericht"
    " beschuldig beschwichtig bestätig beteuer beton bezeichn bezeig bezeug bezichtig beziffer bezweifel"
    " bilanzier brüll brumm dar|leg dar|stell datier dementier deutlich|mach diagnostizier droh ein|forder"
    " ein|räum ein|schätz empör entgegn enthüll entschuldig ergänz erinner erklär erkundig erläuter ermahn"
    " ermunter ermutig ersuch erwart erwider erzähl fest|stell flüster folger forder formulier frag frei|stell"
    " freu frohlock fürcht garantier gelob geltend|mach glaub grummel heraus|stell hin|deut hinterfrag hinzu|füg"
    " hinzu|setz hoch|rechn hoff jammer jubel klag klar|mach klar|stell kommentier konstatier konter kritisier"
    " lamentier leugn lob mahn mäkel mein meld mit|teil monier moser murmel murr mutmaß nach|frag nach|hak"
    " nach|leg nach|weis nahe|leg näsel orakel plädier plan poch prahl präzisier predig prognostizier"
    " proklamier prophezei protestier raun rechn rechtfertig referier registrier rekapitulier relativier"
    " resümier richtig|stell rüg sag schätz scherz schilder schimpf schluchz schlussfolger schwadronier"
    " schwärm seufz signalisier sinnier skizzier spekulier spott stammel stöhn stotter suggerier tadel tob tön"
    " triumphier tuschel twitter überleg unk unterstell urteil veranschlag verantwortlich|mach verdächtig"
    " verdeutlich verkünd verlang vermeld vermerk vermut vernein versicher verteidig verwahr voraus|sag"
    " voraus|schick vorher|sag vor|rechn warn wetter wiederhol witzel wunder wünsch würdig zeig zeter zitier"
    " zu|flüster zu|raun zürn zurück|führ zu|sag zusammen|fass zu|sicher zweifel"
)
_STRONG = """
ab|raten rät riet rieten geraten
ab|streiten streitet stritt stritten gestritten
an|geben gibt gab gaben gegeben
an|nehmen nimmt nahm nahmen genommen
an|sehen sieht sah sahen gesehen
auf|rufen ruft rief riefen gerufen
aus|gehen geht ging gingen gegangen
aus|schließen schließt schloss schlossen geschlossen
aus|sprechen spricht sprach sprachen gesprochen
bekannt|geben gibt gab gaben gegeben
bekennen bekennt bekannte bekannten bekannt
beschweren beschwert beschwerte beschwerten beschwert
bestreiten bestreitet bestritt bestritten bestritten
beweisen beweist bewies bewiesen bewiesen
bitten bittet bat baten gebeten
dagegen|halten hält hielt hielten gehalten
denken denkt dachte dachten gedacht
dringen dringt drang drangen gedrungen
ein|gestehen gesteht gestand gestanden gestanden
ein|wenden wendet wandte wandten gewandt
ein|werfen wirft warf warfen geworfen
empfehlen empfiehlt empfahl empfahlen empfohlen
empfinden empfindet empfand empfanden empfunden
entgegen|halten hält hielt hielten gehalten
ergeben ergibt ergab ergaben ergeben
erwägen erwägt erwog erwogen erwogen
fest|halten hält hielt hielten gehalten
finden findet fand fanden gefunden
gestehen gesteht gestand gestanden gestanden
halten hält hielt hielten gehalten
hervor|heben hebt hob hoben gehoben
hin|weisen weist wies wiesen gewiesen
nennen nennt nannte nannten genannt
raten rät riet rieten geraten
rufen ruft rief riefen gerufen
schreiben schreibt schrieb schrieben geschrieben
schwören schwört schwor schworen geschworen
sehen sieht sah sahen gesehen
sprechen spricht sprach sprachen gesprochen
unterstreichen unterstreicht unterstrich unterstrichen unterstrichen
verheißen verheißt verhieß verhießen verheißen
versprechen verspricht versprach versprachen versprochen
verweisen verweist verwies verwiesen verwiesen
vor|behalten behält behielt behielten behalten
vor|bringen bringt brachte brachten gebracht
vor|halten hält hielt hielten gehalten
vor|schlagen schlägt schlug schlugen geschlagen
vor|tragen trägt trug trugen getragen
vor|werfen wirft warf warfen geworfen
widersprechen widerspricht widersprach widersprachen widersprochen
zu|geben gibt gab gaben gegeben
zu|gestehen gesteht gestand gestanden gestanden
zurück|weisen weist wies wiesen gewiesen
"""
_INSEPARABLE = ("be", "er", "ver", "ent", "ge", "unter", "wider")
# Verbs with other common uses: they count only with a dependent clause, or with an object listed in `OBJECTS`.
_ONLY_CLAUSE = frozenset(
    "ablehnen abstreiten ahnen andeuten anführen ankreiden annehmen anpeilen anprangern anregen ansehen"
    " anstreben anvisieren anzweifeln argwöhnen aufklären aufzählen aufzeigen ausrechnen aussagen aussprechen"
    " beanstanden beantragen bejahen belegen beschweren beweisen bezeichnen beziffern bitten darstellen"
    " datieren denken diagnostizieren einfordern einschätzen einwerfen empfinden empören enthüllen"
    " entschuldigen ergeben erinnern erkundigen ermahnen ermuntern ermutigen ersuchen erwägen finden"
    " freistellen freuen garantieren geloben geltendmachen halten herausstellen hindeuten hinterfragen hochrechnen"
    " hoffen jammern leugnen loben melden murmeln murren nachweisen nahelegen nennen planen predigen"
    " proklamieren protestieren raten raunen rechnen rechtfertigen referieren registrieren rekapitulieren"
    " relativieren rufen rügen schätzen schildern sehen skizzieren sprechen tadeln toben tönen tuscheln"
    " überlegen urteilen veranschlagen verantwortlichmachen verdächtigen verdeutlichen verheißen vermelden"
    " vermerken verneinen verteidigen verwahren verweisen vorausschicken vorbehalten vorbringen vorhalten"
    " vortragen wettern wiederholen wundern wünschen würdigen zeigen zetern zitieren zurückführen zurückweisen"
    " zusammenfassen".split()
)
_KINDS = {
    **dict.fromkeys(
        "abraten anmahnen anregen appellieren auffordern aufrufen aussprechen beantragen bitten dringen einfordern"
        " empfehlen ermahnen ermuntern ermutigen ersuchen fordern mahnen plädieren pochen raten verlangen"
        " vorschlagen".split(),
        Kind.DEMAND,
    ),
    **dict.fromkeys(
        "ankündigen anpeilen anstreben anvisieren ausschließen beabsichtigen befürchten drohen erwägen erwarten"
        " fürchten garantieren geloben planen prognostizieren rechnen verheißen versprechen voraussagen"
        " vorbehalten vorhersagen warnen zusagen zusichern".split(),
        Kind.PREDICTION,
    ),
    **dict.fromkeys("fragen nachfragen erkundigen nachhaken".split(), Kind.QUESTION),
    **dict.fromkeys(
        "ankreiden anprangern beanstanden bedauern beklagen bemängeln beschweren bezeichnen empfinden empören"
        " finden freuen frohlocken halten hoffen jammern jubeln kritisieren lamentieren loben mäkeln monieren"
        " murren nennen rügen schimpfen schwärmen spotten tadeln wettern wünschen würdigen".split(),
        Kind.OPINION,
    ),
}
_REFUTE = frozenset("bestreiten dementieren leugnen bezweifeln zweifeln abstreiten anzweifeln verneinen".split())
DISPUTING = _REFUTE | {"widersprechen"}
"""Verbs that deny the previous sentence's claim: "Naturschützer widersprechen dem."."""

# The verbs that may have an object instead of a clause, each with the prepositions before the object; "" for none.
OBJECTS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(
            "abstreiten ankündigen anmahnen anpeilen ansehen anstreben anvisieren anzweifeln ausschließen"
            " beabsichtigen bedauern befürchten beklagen bemängeln beschuldigen bestätigen bestreiten bezeichnen"
            " bezichtigen beziffern datieren dementieren einfordern einräumen empfehlen erwägen erwarten fordern"
            " garantieren halten kritisieren leugnen loben monieren nennen planen prognostizieren schätzen sehen"
            " veranschlagen verantwortlichmachen verlangen vermelden vermuten versprechen voraussagen vorbehalten"
            " vorhersagen vorschlagen vorwerfen würdigen zurückführen zusagen zusichern".split(),
            ("",),
        ),
        **{
            verb: (preposition,)
            for preposition, verbs in {
                "vor": "warnen",
                "mit": "rechnen drohen begründen",
                "auf": "hoffen pochen verweisen dringen",
                "von": "sprechen ausgehen berichten",
            }.items()
            for verb in verbs.split()
        },
        **dict.fromkeys(("aufrufen", "mahnen", "ermahnen"), ("zu", "zum", "zur")),
        "raten": ("zu", "zum", "zur"),
        "plädieren": ("für", "auf"),
        "aussprechen": ("für",),
    }
)


@dataclass(frozen=True, slots=True)
class Verb(frame_values.Verb):
    """A form of a German speech verb.

    ``prefix`` is the prefix that is separated from this form ("mit" of "teilte … mit"), "" if none is. ``participle``
    is true of a participle such as "gesagt".
    """

    prefix: str = ""
    participle: bool = False


def _weak(stem: str) -> tuple[str, list[str], str]:
    """Return the infinitive, the finite forms and the participle of a weak verb."""
    link = "e" if stem.endswith(("t", "d", "chn", "gn")) else ""
    infinitive = stem + ("n" if stem.endswith(("er", "el")) and not stem.endswith("ier") else "en")
    inseparable = stem.startswith(_INSEPARABLE) or stem.endswith("ier")
    finite = [stem + link + "t", stem + link + "te", stem + link + "ten", stem + "e"]
    return infinitive, finite, ("" if inseparable else "ge") + stem + link + "t"


def _forms() -> Iterator[tuple[str, Verb]]:
    for entry in _WEAK.split():
        prefix, _, stem = entry.rpartition("|")
        infinitive, finite, participle = _weak(stem)
        yield from _with_prefix(prefix, infinitive, finite, participle)
    for line in _STRONG.strip().splitlines():
        entry, *finite, participle = line.split()
        prefix, _, infinitive = entry.rpartition("|")
        yield from _with_prefix(prefix, infinitive, finite, participle)


def _with_prefix(prefix: str, infinitive: str, finite: list[str], participle: str) -> Iterator[tuple[str, Verb]]:
    lemma = prefix + infinitive
    verb = Verb(lemma, _KINDS.get(lemma), lemma in _ONLY_CLAUSE, lemma in _REFUTE, prefix)
    whole = replace(verb, prefix="")
    for form in (*finite, infinitive):
        yield form, verb
        if prefix:
            yield prefix + form, whole
    yield prefix + participle, replace(whole, participle=True)


def _table() -> dict[str, tuple[Verb, ...]]:
    table: dict[str, list[Verb]] = {}
    for form, verb in _forms():
        if verb not in table.setdefault(form, []):
            table[form].append(verb)
    for infinitive in ("wissen", "ausrichten", "verlauten", "verbreiten"):
        table.setdefault(infinitive, []).append(Verb(LETTING))
    return {form: tuple(sorted(verbs, key=_precedence)) for form, verbs in table.items()}


def _precedence(verb: Verb) -> tuple[bool, bool, int, str]:
    """Return the sort key of verbs with the same form: with a prefix first, participles last, then the shorter verb."""
    return not verb.prefix, verb.participle, len(verb.lemma), verb.lemma


VERBS: MappingProxyType[str, tuple[Verb, ...]] = MappingProxyType(_table())

# Konjunktiv I forms that differ from the indicative. They are listed because no German morphology may be shipped.
SUBJUNCTIVE = frozenset(
    "achte agiere ahnde ahne akzeptiere altere amüsiere ändere angele antworte anvertraue appelliere arbeite"
    " ärgere argumentiere atme attackiere äußere baue beabsichtige beachte beanspruche beanstande beantrage"
    " beantworte bearbeite beauftrage bedauere bedaure bedeute bedränge bedrohe beeindrucke beeinflusse"
    " beeinträchtige beende befinde befolge befördere befreie befriedige befürchte befürworte begegne begehe"
    " begehre begeistere beginne begleite begreife begrenze begründe begrüße begünstige behandele behandle"
    " beharre behaupte behebe beherrsche behindere bekämpfe bekenne beklage bekomme bekräftige bekunde belaste"
    " belästige belege beleidige beliefere belohne bemängele bemerke bemesse bemühe benachrichtige benehme"
    " benenne benötige benutze beobachte berate berechne berechtige bereite bereue berge berichte berichtige"
    " berücksichtige beruhe beruhige berühre beschädige beschaffe beschäftige beschere beschimpfe beschleunige"
    " beschließe beschränke beschreibe beschuldige beschwere beseitige besitze besorge bespreche bestätige"
    " bestehe bestimme besuche beteilige betone betrage betreffe betreibe betrete betrüge beurteile bevorstehe"
    " bevorzuge bewahre bewältige bewege beweise bewerbe bewerte bewillige bewirke bewohne bezahle bezeichne"
    " bezeuge bezichtige beziehe beziffere bezweifle biete bilde bleibe blockiere blühe blute brauche breche"
    " bremse brenne bringe dämpfe datiere dauere definiere demonstriere denke diene diskutiere dokumentiere"
    " dominiere dränge drehe drohe ducke dulde durchlaufe dürfe ehre eigne eile eingehe eingreife einreiche"
    " einsetze einstelle eintrete einwillige eliminiere empfange empfehle empfinde ende enteigne entferne"
    " entgegne entgehe entgleise enthalte entkomme entlasse entlaste entnehme entscheide entschuldige entsetze"
    " entsorge entspreche entstamme entstehe entsteige enttäusche entwerfe entwickele entwickle entziehe"
    " erachte erarbeite erbe erbringe ereigne erfahre erfolge erfordere erforsche erfreue erfülle ergänze"
    " ergebe ergehe ergreife erhalte erhebe erhoffe erhöhe erhole erinnere erkenne erkläre erkranke erkunde"
    " erlaube erläutere erlebe erledige erleichtere erleide ermahne ermittele ermittle ermögliche ermuntere"
    " ermutige ernenne erneuere eröffne erörtere errechne errege erreiche errichte erringe erscheine"
    " erschließe erschüttere erschwere ersetze erspare erstatte erstaune erstelle erstrecke ersuche erteile"
    " ertrage erwache erwäge erwähne erwarte erwerbe erwidere erwirtschafte erwische erzähle erzeuge erziehe"
    " erziele erzwinge existiere exportiere fahnde fahre falle fehle feiere feile festige filme finanziere"
    " finde fließe flüchte folge fordere forme forsche frage führe funktioniere fürchte fusioniere garantiere"
    " gebe gebühre gefährde gefalle gehe gehöre gelange gelinge gelobe gelte genehmige genieße genüge gerate"
    " geschehe gestalte gestatte gestehe gewähre gewinne gewöhne glätte glaube gliedere greife grenze gründe"
    " habe hafte halte handele handhabe handle hänge hapere hebe hege heile heiße helfe herrsche hindere hinke"
    " hinterfrage hinterlasse hoffe hole höre ignoriere importiere informiere integriere interessiere"
    " investiere isoliere jage jammere kämpfe kapituliere kassiere kaufe kehre kenne klage klappe kläre klebe"
    " klettere klinge klopfe knüpfe kollabiere kollidiere komme kommuniziere konkurriere könne konstruiere"
    " kontrolliere konzentriere kooperiere koppele korrigiere koste krieche kritisiere kümmere kündige kürze"
    " lache lade lagere lähme lande lasse laste laufe laute lebe lege lehne leide leiste leite lenke lerne"
    " lese liefere liege lohne lösche löse lüge mache mahne male mangele mangle manipuliere meide melde merke"
    " mildere mindere minimiere mische missachte modernisiere montiere motiviere münde münze müsse nage nähere"
    " nehme neige nenne notiere nutze öffne opfere ordne orientiere packe passe pendle pfeife pflege plädiere"
    " plane platze poche präge pralle predige presse probe produziere profiliere profitiere prophezeie"
    " protestiere provoziere prüfe räche rase rate räume reagiere rechne rechtfertige rede reduziere regele"
    " regiere regle reiche reiße reize rekrutiere renne renoviere reserviere resultiere rette revidiere richte"
    " ringe riskiere rolle rücke rufe ruiniere rüste rutsche sammle saniere säubere schade schaffe schalte"
    " schätze scheide scheine scheitere schenke schiebe schimpfe schlafe schlage schleife schleppe schließe"
    " schmelze schneide schockiere schöpfe schreibe schrumpfe schule schütze schwäche schwanke schwebe"
    " schweige schwimme schwinde schwöre segle sehe sehne sei seien sende senke setze sichere siedle siege"
    " signalisiere simuliere sinke sitze solle sorge sortiere spalte spare spekuliere sperre spiegle spiele"
    " spitze spreche sprenge springe spüre stabilisiere stamme stammle stärke starte staune stecke stehe"
    " steige stelle sterbe steuere stifte stimme störe stoße strafe strahle strande strebe streiche streike"
    " streite stufe stürze stütze subventioniere suche sündige tanke tanze tarne taste taue täusche teile"
    " telefoniere tendiere teste toleriere töte trage transportiere trauere träume treffe treibe trenne trete"
    " trinke trockne tue übe überblicke überdauere überdenke überfordere überführe übergebe überhole überlasse"
    " überlebe überlege übernachte übernehme überprüfe überquere überrasche überreiche überschätze"
    " überschreite übersehe übersetze überstehe übersteige überstürze übertrage übertreffe übertreibe"
    " überwache überweise überwiege überwinde überzeuge umfasse umgehe umsetze unterbinde unterbleibe"
    " unterbreche unterbreite unterhalte unterlasse unterliege unternehme unterrichte unterschätze"
    " unterscheide unterschlage unterschreibe unterschreite unterstehe unterstelle unterstreiche unterstütze"
    " untersuche unterzeichne unterziehe urteile variiere verabschiede verachte veralte verändere veranlasse"
    " veranschlage veranstalte verantworte verarbeite verbessere verbiete verbinde verbleibe verbrauche"
    " verbreite verbringe verbuche verdanke verdecke verderbe verdeutliche verdichte verdiene verdoppele"
    " verdränge verdreifache verehre vereinbare vereinfache verfahre verfehle verfolge verfüge vergebe vergehe"
    " vergelte vergesse vergleiche vergrößere verhafte verhalte verhandele verhandle verhänge verharre"
    " verheimliche verhelfe verhindere verhöhne verjähre verkaufe verkenne verkleinere verknüpfe verkomme"
    " verkörpere verkrafte verkünde verkürze verlagere verlange verlängere verlasse verlaufe verleihe verletze"
    " verleugne verliere vermehre vermeide vermindere vermische vermisse vermittle vermute vernachlässige"
    " verneine vernichte veröffentliche verordne verpasse verpflichte verrate verrechne verringere versage"
    " versäume verschaffe verschärfe verschenke verschiebe verschlechtere verschleiere verschleppe"
    " verschlimmere verschone verschreibe verschulde verschweige verschwende verschwinde versehe versetze"
    " versichere versickere versinke versorge verspäte verspotte verspreche verständige verstärke verstecke"
    " verstehe versteigere verstoße verstumme versuche verteidige verteile vertiefe vertraue vertreibe"
    " vertrete vertusche verunsichere verursache verurteile vervollständige verwalte verwandle verweigere"
    " verweile verweise verwende verwerte verwickle verwirkliche verwirre verzeichne verzeihe verzerre"
    " verzichte verzögere vollziehe vorgehe vorhabe vorkomme vorliege vorsehe wachse wage wähle wandere wandle"
    " wanke warne warte wasche wechsle wehre weiche weigere weine weise wende werbe werde werfe widerlege"
    " widerrufe widersetze widerspreche widerstrebe widme wiederhole wiederkehre wiege winke wirble wirke"
    " wirtschafte wisse wohne wolle wundere wünsche würdige wurzele zahle zähle zehre zeichne zeige zerbreche"
    " zerfalle zerreiße zerschlage zersetze zerstöre zertrümmere ziehe ziele ziere zitiere zögere züchte zünde"
    " zweifele zweifle zwinge".split()
)
# Forms that show reported speech even if the previous sentence has no claim.
SURE_SUBJUNCTIVE = frozenset("sei seien habe werde könne müsse solle wolle dürfe".split())
_SHORTEST_CLEAR = 5
_LIKE_OTHER_WORDS = frozenset(
    "achte ändere äußere bedauere bedaure beende beginne begreife behandele behandle bekomme bereite besuche"
    " bewahre bewege bezeichne bilde bleibe blute brauche breche brenne bringe denke drehe erhebe erkläre"
    " erwarte fahre finde folge fordere forme frage führe fürchte gebühre gefalle gehöre gelange gelinge"
    " genehmige gerate gestehe gewinne glätte glaube grenze gründe halte heiße helfe hoffe kämpfe kaufe kenne"
    " klage komme kürze lache lande lasse laste laufe laute leide leiste leite lerne liege mache mahne melde"
    " merke mildere mische münde münze nähere nehme neige nenne notiere öffne ordne packe passe pflege plane"
    " platze presse probe prüfe rechne reiche reize renne rette richte ringe rolle schade schlafe schreibe"
    " schule setze sichere siege sinke sorge spalte spiele spitze spreche spüre stärke starte stehe stelle"
    " sterbe stimme störe strafe stufe suche tanke taste teile teste trage träume treffe verlange verliere"
    " vermisse vermute verstehe versuche warne warte weiche weine weise wende wisse wohne wünsche zähle"
    " zeichne ziehe zünde".split()
)
# Longer forms that show it too, since no other word looks like them.
CLEAR_SUBJUNCTIVE = SURE_SUBJUNCTIVE | {
    word for word in SUBJUNCTIVE - _LIKE_OTHER_WORDS if len(word) >= _SHORTEST_CLEAR
}
# Konjunktiv II forms, which replace Konjunktiv I where that equals the indicative.
CONDITIONAL = frozenset(
    "bekämen brächten bräuchten dächten dürften fänden gäben gälten hätte hätten kämen könnten lägen müssten"
    " nähmen sähen sänken säßen sollten sprächen ständen stünden träfen verlören wäre wären würde würden"
    " wüssten".split()
)
