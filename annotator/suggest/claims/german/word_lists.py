"""German speech verbs, and other words that the rules use."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from annotator.suggest.claims import frame_values
from annotator.suggest.claims.frame_values import Kind

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
    *(("in", "den", "worten"), ("nach", "dem", "willen"), ("nach", "den", "plänen"), ("nach", "der", "darstellung")),
    *(("nach", "den", "worten"), ("nach", "der", "meinung"), ("nach", "der", "ansicht"), ("in", "den", "augen")),
    *(
        ("nach", noun)
        for noun in (
            "angaben ansicht auffassung einschätzung einschätzungen meinung worten aussage aussagen überzeugung"
            " darstellung plänen darstellungen bekunden schätzungen schätzung berechnung berechnungen informationen"
            " erkenntnissen auskunft lesart messung messungen rechnung beobachtung beobachtungen zählung zählungen"
            " recherchen vorstellung vorstellungen prognose prognosen eindruck dafürhalten urteil beteuerungen"
            " wahrnehmung verständnis erfahrung erfahrungen hochrechnung hochrechnungen befund befunden analyse"
            " kalkulation ermessen"
        ).split()
    ),
)
ACCOUNTS = (
    "aussagen", "angaben", "berichten", "informationen", "schätzungen", "einschätzung", "erkenntnissen", "messungen",
    "berechnungen", "recherchen", "prognosen", "umfragen",
)  # fmt: skip
OWN = frozenset("eigenen seinen ihren eigener seiner ihrer eigenem seinem ihrem".split())

LINKING = frozenset(
    "außerdem zudem dabei nun tatsächlich jedoch allerdings ferner dagegen hingegen dennoch daher deshalb demnach"
    " aber und oder denn doch also so weiter schließlich immerhin ohnehin zugleich auch stattdessen vielmehr"
    " demzufolge überdies darüber hinaus".split()
)
INTRODUCERS = frozenset("dass ob wonach".split())
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

LETTING = "lassen"  # the verb of "ließ er ausrichten" and "ließ sie wissen"

# Weak verbs by their stems; a bar marks the end of a separable prefix: "mit|teil" has the form "teilte … mit".
_WEAK = (
    "sag erklär beton erzähl behaupt bestätig versicher erläuter mein antwort ergänz kommentier formulier argumentier"
    " kritisier bemängel monier beklag bedauer schilder mahn warn spekulier vermut prognostizier meld glaub frag"
    " begründ folger bekräftig beteuer witzel scherz schimpf klag jubel lob schwärm hoff fürcht befürcht verkünd"
    " äußer konstatier bilanzier resümier signalisier präzisier twitter urteil vermeld bericht unterstell rechn schätz"
    " plädier appellier bezeug zweifel bezweifel erwider entgegn forder verlang dementier erwart leugn plan droh poch"
    " freu empör wunder seufz spott mutmaß stöhn frohlock zürn moser"
    " erinner beschuldig bezichtig prophezei datier beleg beziffer bezeichn wünsch beabsichtig zeig"
    " mit|teil hinzu|füg fest|stell klar|stell an|kündig an|merk nach|frag an|mahn dar|leg aus|führ zu|sag zu|sicher"
    " auf|forder vorher|sag voraus|sag ein|räum nach|leg"
    " argwöhn bemerk bekund bejah beanstand beantrag beschwichtig bezeig brumm brüll diagnostizier enthüll"
    " entschuldig erkundig ermahn ermunter ermutig ersuch flüster garantier gelob grummel hinterfrag jammer"
    " konter lamentier mäkel murmel murr näsel orakel prahl predig proklamier protestier raun referier registrier"
    " rechtfertig rekapitulier relativier rüg schluchz schlussfolger schwadronier sinnier skizzier stammel stotter"
    " suggerier tadel tob tön triumphier tuschel überleg unk verdeutlich verdächtig vermerk vernein veranschlag"
    " verteidig verwahr wetter wiederhol würdig zeter zitier ahn"
    " ab|lehn ab|wiegel an|deut an|führ an|kreid an|mahn an|peil an|pranger an|reg an|streb an|visier an|zweifel"
    " auf|klär"
    " auf|stöhn auf|zeig aus|rechn aus|sag aus|plauder auf|zähl bei|pflicht beteuer dar|stell ein|forder"
    " ein|schätz frei|stell heraus|stell hinzu|setz hoch|rechn klar|mach nach|hak nach|weis richtig|stell"
    " zusammen|fass zu|flüster zu|raun zurück|führ nahe|leg verantwortlich|mach deutlich|mach geltend|mach vor|rechn"
    " voraus|schick"
)
_STRONG = """
widersprechen widerspricht widersprach widersprachen widersprochen
beschweren beschwert beschwerte beschwerten beschwert
unterstreichen unterstreicht unterstrich unterstrichen unterstrichen
schreiben schreibt schrieb schrieben geschrieben
sprechen spricht sprach sprachen gesprochen
rufen ruft rief riefen gerufen
denken denkt dachte dachten gedacht
gestehen gesteht gestand gestanden gestanden
bekennen bekennt bekannte bekannten bekannt
ergeben ergibt ergab ergaben ergeben
beweisen beweist bewies bewiesen bewiesen
finden findet fand fanden gefunden
halten hält hielt hielten gehalten
versprechen verspricht versprach versprachen versprochen
bestreiten bestreitet bestritt bestritten bestritten
raten rät riet rieten geraten
bitten bittet bat baten gebeten
empfehlen empfiehlt empfahl empfahlen empfohlen
nennen nennt nannte nannten genannt
erwägen erwägt erwog erwogen erwogen
schwören schwört schwor schworen geschworen
verweisen verweist verwies verwiesen verwiesen
dringen dringt drang drangen gedrungen
an|geben gibt gab gaben gegeben
zu|geben gibt gab gaben gegeben
hervor|heben hebt hob hoben gehoben
hin|weisen weist wies wiesen gewiesen
vor|werfen wirft warf warfen geworfen
vor|schlagen schlägt schlug schlugen geschlagen
aus|gehen geht ging gingen gegangen
aus|schließen schließt schloss schlossen geschlossen
fest|halten hält hielt hielten gehalten
dagegen|halten hält hielt hielten gehalten
entgegen|halten hält hielt hielten gehalten
vor|halten hält hielt hielten gehalten
vor|tragen trägt trug trugen getragen
vor|bringen bringt brachte brachten gebracht
ein|wenden wendet wandte wandten gewandt
ein|werfen wirft warf warfen geworfen
zurück|weisen weist wies wiesen gewiesen
ab|streiten streitet stritt stritten gestritten
vor|behalten behält behielt behielten behalten
an|nehmen nimmt nahm nahmen genommen
aus|sprechen spricht sprach sprachen gesprochen
an|sehen sieht sah sahen gesehen
bekannt|geben gibt gab gaben gegeben
ein|gestehen gesteht gestand gestanden gestanden
zu|gestehen gesteht gestand gestanden gestanden
sehen sieht sah sahen gesehen
verheißen verheißt verhieß verhießen verheißen
empfinden empfindet empfand empfanden empfunden
auf|rufen ruft rief riefen gerufen
ab|raten rät riet rieten geraten
"""
_INSEPARABLE = ("be", "er", "ver", "ent", "ge", "unter", "wider")
# Verbs with other common uses: they count only with a clause of their own, or with an object listed in `OBJECTS`.
_ONLY_CLAUSE = frozenset(
    "finden denken ergeben beweisen zeigen rechnen hoffen sprechen rufen urteilen loben schildern melden"
    " planen nennen bezeichnen schätzen beziffern belegen erwägen raten bitten wünschen leugnen vermelden"
    " verweisen datieren halten erinnern freuen wundern empören argwöhnen bejahen beanstanden beantragen beschweren"
    " diagnostizieren enthüllen entschuldigen erkundigen ermahnen ermuntern ermutigen ersuchen garantieren geloben"
    " hinterfragen predigen proklamieren protestieren referieren registrieren rechtfertigen rekapitulieren relativieren"
    " rügen skizzieren tadeln toben tönen tuscheln überlegen verdeutlichen verdächtigen vermerken verneinen"
    " veranschlagen"
    " verteidigen verwahren wettern wiederholen würdigen zitieren ahnen ablehnen andeuten anführen ankreiden anpeilen"
    " anprangern anregen anstreben anvisieren anzweifeln aufklären aufzeigen ausrechnen aussagen aufzählen darstellen"
    " einfordern einschätzen freistellen herausstellen hochrechnen nachweisen zusammenfassen vorausschicken vortragen"
    " vorhalten vorbringen zurückweisen vorbehalten ansehen sehen verheißen empfinden"
    " annehmen aussprechen zurückführen nahelegen verantwortlichmachen geltendmachen einwerfen abstreiten raunen"
    " murmeln murren jammern zetern".split()
)
_KINDS = {
    **dict.fromkeys(
        "fordern verlangen plädieren appellieren anmahnen auffordern aufrufen pochen dringen vorschlagen"
        " empfehlen raten bitten abraten mahnen ermahnen ermuntern ermutigen ersuchen einfordern anregen beantragen"
        " aussprechen".split(),
        Kind.DEMAND,
    ),
    **dict.fromkeys(
        "ankündigen prognostizieren erwarten rechnen voraussagen vorhersagen versprechen zusichern zusagen drohen"
        " planen erwägen fürchten befürchten warnen beabsichtigen ausschließen anpeilen anstreben anvisieren"
        " garantieren"
        " geloben vorbehalten verheißen".split(),
        Kind.PREDICTION,
    ),
    **dict.fromkeys("fragen nachfragen erkundigen nachhaken".split(), Kind.QUESTION),
    **dict.fromkeys(
        "halten hoffen loben bedauern nennen bezeichnen beklagen bemängeln monieren kritisieren finden schwärmen"
        " wünschen jubeln freuen empören schimpfen spotten frohlocken anprangern rügen tadeln würdigen ankreiden"
        " beanstanden"
        " jammern lamentieren mäkeln murren wettern beschweren empfinden".split(),
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
            "fordern verlangen ankündigen bestreiten dementieren erwarten prognostizieren versprechen beklagen"
            " einräumen befürchten bestätigen vorschlagen empfehlen voraussagen vorhersagen bemängeln monieren bedauern"
            " ausschließen leugnen planen erwägen anmahnen zusagen zusichern vermuten vorwerfen nennen bezeichnen"
            " schätzen beziffern beabsichtigen datieren halten beschuldigen bezichtigen anpeilen anstreben anvisieren"
            " vorbehalten einfordern garantieren abstreiten anzweifeln vermelden sehen veranschlagen"
            " loben würdigen ansehen zurückführen verantwortlichmachen".split(),
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
    # The separable reading comes first: "teilte … mit" is another verb than "teilte".
    return {form: tuple(sorted(verbs, key=lambda v: (not v.prefix, v.participle))) for form, verbs in table.items()}


VERBS: MappingProxyType[str, tuple[Verb, ...]] = MappingProxyType(_table())

# Konjunktiv I forms that differ from the indicative. They are listed because no German morphology may be shipped.
SUBJUNCTIVE = frozenset(
    "sei seien habe werde könne müsse solle wolle dürfe gebe gehe komme stehe liege lasse bleibe bringe brauche wisse"
    " finde halte sehe nehme fehle gelte führe sorge zeige treffe heiße laufe falle trage spreche mache bestehe handle"
    " handele gehöre reiche arbeite zahle koste betrage steige sinke wachse verliere gewinne helfe schreibe fahre"
    " erhalte bekomme verdiene leide schaffe diene bedeute beginne entstehe entspreche verstehe ergebe biete kenne"
    " denke glaube hoffe erwarte rechne plane prüfe suche fordere lebe wohne spiele setze stelle lege ziehe werfe"
    " breche sterbe schade drohe dauere interessiere existiere funktioniere betreffe verhalte befinde unterstütze"
    " ermittle ermittele beteilige lehne nutze gefährde verursache belaste ersetze trete"
    " übernehme bedaure bedauere vermisse beobachte bezahle entscheide wirke verstoße verändere verbessere"
    " verschlechtere erhöhe senke spare investiere produziere kontrolliere profitiere akzeptiere informiere"
    " garantiere finanziere ignoriere riskiere blockiere kooperiere behandle behandele verletze verzichte verweigere"
    " vertrete vertraue verfüge verspreche vermeide verhindere verkaufe verlasse verlaufe verlange umfasse"
    " überwiege übersteige überschreite untersuche unterliege unterscheide erfülle erreiche erlaube ermögliche"
    " erfordere erfahre ereigne erinnere erkenne erlebe erscheine erzähle entlaste entstamme entziehe empfinde"
    " empfehle begrüße behaupte bemühe benötige beruhe beschäftige beschränke besitze bestätige bestimme"
    " betreibe bevorzuge bewege beweise beziehe bilde bremse drehe dränge eigne enthalte fürchte"
    " genieße genüge geschehe gestalte gewähre greife hänge herrsche hindere kaufe kämpfe klinge kümmere"
    " leite lerne liefere löse mangele meide merke missachte öffne passe"
    " reagiere rette rücke sammle schließe schütze schwanke schweige stamme"
    " starte steuere stimme stoße strebe stütze täusche trenne treibe überzeuge wandle warte wechsle wehre weigere"
    " werbe wiege wiederhole wirtschafte wünsche zähle zerstöre zögere zwinge zweifle vorliege"
    " schwebe ducke rede träume atme blute brenne fließe hebe hole höre lache lese lüge melde münde packe"
    " pflege rate rase"
    " reiße renne rutsche scheine scheitere schenke schiebe schlafe schlage schmelze sitze spüre springe stecke streike"
    " streite stürze tue wage wähle wende ziele zahle verschwinde versage verschweige vernachlässige erwäge"
    " kläre siedle ärgere ändere äußere achte agiere ahne ahnde altere amüsiere angele antworte anvertraue appelliere"
    " argumentiere attackiere baue beabsichtige beachte beanspruche beanstande beantrage beantworte bearbeite"
    " beauftrage"
    " bedränge bedrohe beeindrucke beeinflusse beeinträchtige beende befolge befördere befreie befriedige befürchte"
    " befürworte begehe begegne begehre begeistere begleite begrenze begreife begründe begünstige beharre behebe"
    " beherrsche behindere bekenne beklage bekräftige bekämpfe bekunde belege belästige beleidige beliefere belohne"
    " bemängele bemerke bemesse benachrichtige benehme benenne benutze berate berechne berechtige bereite bereue berge"
    " berichte berichtige berücksichtige berühre beruhige beschädige beschaffe beschere beschimpfe beschleunige"
    " beschließe"
    " beschreibe beschuldige beschwere beseitige besorge bespreche besuche betone betrage betrete betrüge beurteile"
    " bevorstehe bewahre bewältige bewege bewerbe bewerte bewillige bewirke bewohne bezahle bezeichne bezeuge"
    " bezichtige"
    " beziffere bezweifle blühe dämpfe datiere definiere demonstriere diskutiere dokumentiere dominiere"
    " dulde durchlaufe ehre eile eingehe eingreife einreiche einsetze einstelle eintrete einwillige eliminiere empfange"
    " ende enteigne entferne entgegne entgehe entgleise entkomme entlasse entnehme entschuldige entsetze entsorge"
    " entsteige enttäusche entwerfe entwickle entwickele erachte erarbeite erbe erbringe erfolge erforsche erfreue"
    " ergänze ergehe ergreife erhebe erhoffe erhole erinnere erkläre erkranke erkunde erläutere erledige erleide"
    " erleichtere ermahne ermuntere ermutige ernenne erneuere eröffne erörtere errechne errege errichte erringe"
    " erschließe erschüttere erschwere ersetze erspare erstaune erstatte erstelle erstrecke ersuche erteile ertrage"
    " erwache erwähne erwerbe erwidere erwirtschafte erwische erzeuge erziele erziehe erzwinge exportiere"
    " fahnde feiere feile festige filme flüchte folge fordere forme forsche frage fusioniere gebühre gefalle gelange"
    " gelinge gelobe genehmige gerate gestatte gestehe gewöhne glätte gliedere grenze gründe hafte handhabe hapere"
    " hege heile hinke hinterlasse hinterfrage importiere integriere isoliere jage jammere kämpfe kehre kapituliere"
    " kassiere klage klappe klebe klettere klopfe knüpfe kollidiere kollabiere komme kommuniziere konkurriere"
    " konstruiere"
    " konzentriere koppele korrigiere kritisiere krieche kündige kürze lade lande lagere laste laute lähme leiste lenke"
    " lohne lösche mahne male mangle manipuliere mildere minimiere mindere mische modernisiere montiere"
    " motiviere münze nage nähere neige nenne notiere nutze öffne opfere ordne orientiere pendle pfeife platze plädiere"
    " poche präge pralle predige presse probe profiliere protestiere provoziere prophezeie räche räume rechtfertige"
    " reduziere regiere regle regele reize rekrutiere renoviere reserviere resultiere revidiere richte ringe rolle"
    " rücke"
    " rufe ruiniere rüste saniere säubere schalte schätze scheide schimpfe schleife schleppe schneide"
    " schockiere schöpfe schrumpfe schule schwäche schwinde schwimme schwöre segle sehne sende setze sichere siege"
    " signalisiere"
    " simuliere sortiere spalte spekuliere sperre spiegle spitze spreche sprenge stabilisiere stärke stammle "
    " staune stifte störe strafe strahle strande streiche stufe subventioniere sündige tanke"
    " tanze tarne taste taue teile telefoniere tendiere teste toleriere töte transportiere trauere treibe trinke"
    " trockne überblicke überdauere überdenke überfordere überführe übergebe überhole überlasse überlebe überlege"
    " übernachte überprüfe überquere überrasche überreiche überschätze übersehe übersetze überstehe überstürze"
    " übertrage"
    " übertreibe übertreffe überwache überweise überwinde übe umgehe umsetze unterbreche unterbinde unterbreite"
    " unterbleibe"
    " unterhalte unterlasse unterliege unternehme unterrichte unterschätze unterschlage unterschreite unterschreibe"
    " unterstehe unterstelle unterstreiche unterzeichne unterziehe urteile variiere verabschiede verachte veralte"
    " verändere veranlasse veranschlage veranstalte verantworte verarbeite verbessere verbiete verbinde verbleibe"
    " verbrauche"
    " verbreite verbringe verbuche verdanke verdecke verderbe verdeutliche verdichte verdoppele verdoppele verdränge"
    " verdreifache"
    " verehre vereinbare vereinfache verfahre verfehle verfolge verfolge vergebe vergehe vergelte vergesse vergleiche"
    " vergrößere verhafte verhandele verhandle verharre verhänge verhelfe verheimliche verhöhne verjähre verknüpfe"
    " verkenne verkleinere verkörpere verkomme verkrafte verkünde verkürze verlängere verlagere verlange"
    " verleihe verleugne verletze vermehre vermindere vermische vermittle vermute verneine"
    " vernichte veröffentliche verordne verpasse verpflichte verrate verrechne verringere versäume verschaffe"
    " verschärfe"
    " verschenke verschiebe verschleiere verschleppe verschlimmere verschone verschreibe verschulde verschwende versehe"
    " versetze versichere versickere versinke versorge verspäte verspotte verständige verstärke verstecke versteigere"
    " verstehe verstumme versuche verteidige verteile vertiefe vertreibe vertusche verunsichere verursache verurteile"
    " vervollständige verwalte verwandle verweile verweise verwende verwerte verwickle verwirkliche verwirre verzeichne"
    " verzeihe verzerre verzögere vollziehe vorgehe vorhabe vorkomme vorsehe wachse wandere wanke warne wasche weiche"
    " weiche weine weise wende widme widerlege widerrufe widersetze widerspreche widerstrebe wiederkehre winke wirble"
    " wohne wundere würdige wurzele zehre zeichne zerbreche zerfalle zerreiße zerschlage zersetze zertrümmere ziere"
    " zitiere zögere züchte zünde zweifele".split()
)
# Forms that show reported speech even if the previous sentence has no claim.
SURE_SUBJUNCTIVE = frozenset("sei seien habe werde könne müsse solle wolle dürfe".split())
_SHORTEST_CLEAR = 5
_LIKE_OTHER_WORDS = frozenset(
    "reiche leide treffe heiße stimme führe sorge halte trage lasse finde liege folge lebe spiele setze stelle lege"
    " ziehe"
    " suche sehe nehme gebe gehe komme brauche bringe weise lose lange hohe helfe kenne denke glaube hoffe erwarte"
    " wisse"
    " fürchte wünsche danke bitte rate pflege miete ruhe treue rede träume lache hole höre tue schade sinke fahre"
    " laufe schreibe schlafe bleibe rechne plane prüfe fordere bedaure bedauere vermisse packe renne liebe hasse mache"
    " stehe meine melde merke lese lüge spüre zähle wage warte wette drehe kaufe kämpfe lerne leite öffne passe rette"
    " münde breche bilde leuchte starte atme blute brenne ende ehre frage folge baue bitte danke achte eile erbe forme"
    " grenze klage laste leiste lade lande mahne male neige ordne probe richte ringe rolle rufe schule siege spitze"
    " stärke"
    " strafe stufe taste teile teste übe weiche wende weine gleiche sichere kürze presse platze reize gründe glätte"
    " grenze"
    " dichte spalte stelle störe tanke warne wohne zünde zeichne nähere weitere nenne irre notiere alte leiste"
    " mische fordere"
    " gefalle gestehe gelinge gerate beende bereite bewahre bezeichne gebühre gehöre gelange genehmige mildere"
    " bessere ändere"
    " äußere erhebe erkläre verkehre verstehe vermute versuche spreche gewinne begreife beginne bekomme verliere"
    " verlange"
    " untere laute lichte münze bewege behandle behandele besuche sterbe straffe".split()
)
# Longer forms that show it too, since no other word looks like them.
CLEAR_SUBJUNCTIVE = SURE_SUBJUNCTIVE | {
    word for word in SUBJUNCTIVE - _LIKE_OTHER_WORDS if len(word) >= _SHORTEST_CLEAR
}
# Konjunktiv II forms, which replace Konjunktiv I where that equals the indicative.
CONDITIONAL = frozenset(
    "hätten wären würden könnten müssten sollten dürften kämen gäben hätte wäre würde"
    " lägen ständen stünden fänden brächten bräuchten wüssten dächten nähmen sähen sprächen träfen bekämen"
    " säßen gälten verlören sänken".split()
)
