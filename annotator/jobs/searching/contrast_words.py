"""Words by which claims are told apart: opposites, times, measures, modalities and places, German and English.

Words are folded (see `annotator.text.stems.folded`). A word that ends in ``*`` is the beginning of several words.
"""

#: Pairs of opposites. The first pair is about amounts.
OPPOSITES = (
    (
        (
            "zugelegt zuleg* steig* stieg* gestieg* anstieg* ansteig* erhoh* zunahm* zunimm* zunehm* zugenommen"
            " wachs* wuchs* gewachs* verdoppel* verdreifach* mehr hoher* haufiger starker* teurer* verteuer* anheb*"
            " angehob* verscharf* mehrheit jumped increas* rise* rising rose grow* grew climb* higher more faster"
            " doubl* tripl* raise raised raises raising surge surged surges surging soar* gain* expand* worse* most"
            " meisten ausbau* aufgestockt* verlanger* extend* widen*"
        ),
        (
            "sink* sank sanken gesunk* senk* gesenk* fiel fielen gefallen fallen ruckgang* zuruckgegang* zuruckgeh*"
            " verringer* reduzier* kurzen kurzt* kurzung* gekurz* abnahm* abnimm* abnehm* abgenommen halbier*"
            " seltener* schwacher* niedrig* billig* minder* milder* gemilder* fell fall falls falling drop* decreas*"
            " reduc* cut cuts cutting lower* less fewer halv* declin* shrink* shrank slower* rarer cheaper few"
            " wenige* wenigsten least abbau* abgebaut* verkurz* shorten* narrow*"
        ),
    ),
    (
        (
            "plus surplus* uberschuss* profit* gewinn* gewann* gewonnen win wins won winning verdien* earn* sieg"
            " sieger* siegt siegte* victor*"
        ),
        (
            "minus defizit* deficit* loss* verlust* lost lose loses losing verlor* verlier* shortfall* niederlag*"
            " fehlbetrag*"
        ),
    ),
    (
        (
            "befurwort* zustimm* zugestimmt bestatig* beschloss* beschliess* gebilligt billig* erlaub* zulass*"
            " zugelassen allow* approv* uphold* upheld agree* support* favour* favor* accept* backs backed legalis*"
            " legaliz* adopt* freigab* freigeb* passed sign signs signed signing unterzeichn* unterschr*"
        ),
        (
            "ablehn* abgelehn* dagegen against reject* verbiet* verbot* ban banned bans banning oppos* refus*"
            " weiger* verweiger* disapprov* nichtig* struck ungultig* kippt* gekippt* block* veto* sperr* gesperr*"
            " abweis* abgewies* wies"
        ),
    ),
    (
        "eroffn* open opens opened opening offnet* geoffnet*",
        "schliessen schliesst schliessung* geschloss* schloss schlossen close closes closed closing closure* shut*",
    ),
    (
        "begin* began begann* begonn* start* gestartet ausgebroch* erupt*",
        "end ends ended ending endet* beend* geendet stop* erlosch* aufgehor* aufhor* cancel* abgesagt*",
    ),
    (
        "export* ausfuhr ausfuhren ausgefuhr* abroad",
        "import* einfuhr* eingefuhr*",
    ),
    (
        (
            "schaff* geschaff* create creates created creating creation hire* hiring einstell* eingestell* add"
            " added adds build* built bau bauen baut baute bauten ausbau gebaut* betrieb"
        ),
        (
            "streich* strich* gestrich* wegfall* cut cuts cutting entlass* sacked sacks laid layoff* abgeschalt*"
            " abschalt* destroy* vernicht*"
        ),
    ),
    (
        "beitret* beigetret* eintret* eingetret* join joins joined joining member members membership mitglied*",
        "austret* ausgetret* leav* verlass*",
    ),
    (
        "besser* best beste besten bester bestes better improv* verbesser* good gut",
        "schlecht* worse* worst poorer* verschlecht* bad",
    ),
    (
        "grosst* largest biggest meiste meisten most starkst* strongest hochste hochsten hochster hochstes highest",
        "kleinste kleinsten kleinster kleinstes smallest wenigsten least fewest schwachst* weakest niedrigst* lowest",
    ),
    (
        "langfrist* long",
        "kurzfrist* short",
    ),
    (
        "genug* enough ausreich* sufficient plenty viele many",
        (
            "fehlen fehlt fehlte fehlten fehlend* mangel* short shortage* knapper knappheit wenige lack lacks"
            " lacked lacking scarce few"
        ),
    ),
    (
        "wahr wahrheit true truth richtig* right ehrlich*",
        "falsch* false lie lied lies lying belog* gelog* lugt* unwahr unwahrheit* wrong untrue",
    ),
    (
        "verurteil* convict* fined guilty schuldig*",
        "freigesproch* freispruch acquit* cleared innocent unschuldig*",
    ),
    (
        "antret* antritt kandidier* remain* bleib* blieb* stay*",
        "zurucktret* zuruckgetret* zurucktritt* resign* stepping steps quit quits quitting aufgeben",
    ),
    (
        "kill* totet* getotet* starb* gestorb* sterb* died dies dead deaths tote toten ums umgekomm*",
        "injur* verletz* hurt wounded surviv* uberleb* retten rettet rettete* gerettet saved",
    ),
    (
        "public offentlich*",
        "privat*",
    ),
    (
        "legal* rechtmassig*",
        "illegal* unlawful rechtswidrig* verfassungswidrig*",
    ),
    (
        "reich reiche reicher rich richer wealth*",
        "arme armer poor poorer",
    ),
    (
        "jung junge jungen junger jungere* young* youth* jugend* teenag* adolesc*",
        "senior* pensioner* rentner* elder* altere* old older",
    ),
    (
        "manner* men male mannlich*",
        "frau frauen women woman female weiblich*",
    ),
    (
        "ostdeutsch* osten ostlich* east eastern",
        "westdeutsch* westen westlich* western",
    ),
    (
        "norden nordlich* norddeutsch* north*",
        "suden sudlich* suddeutsch* south*",
    ),
    (
        "find* found fand* entdeck* gefund* seiz* discover*",
        "lost verlor* lose",
    ),
)
#: Months, seasons, weekdays; past, coming or now.
TIMES = (
    (
        "januar* jan", "februar* feb", "marz* march", "april*", "mai may", "juni june", "juli july", "august*",
        "september* sept", "oktober* october", "november*", "dezember* december",
    ),
    (
        "fruhjahr* fruhling* spring", "sommer* summer*", "herbst* autumn*", "winter*",
    ),
    (
        "montag montags monday*", "dienstag* tuesday*", "mittwoch* wednesday*", "donnerstag* thursday*",
        "freitag* friday*", "samstag* sonnabend* saturday*", "sonntag* sunday*",
    ),
    (
        "letzt* vergangen* vorig* vorjahr* last previous*", "nachst* kommend* next coming", "heuer diesjahrig*",
    ),
)  # fmt: skip
#: Currencies, weights, lengths, times.
MEASURES = (
    (
        "euro euros eur", "dollar* usd", "pfund* pound* gbp", "franken chf francs", "cent cents", "yen",
        "rubel* rouble*",
    ),
    (
        "gramm gram grams", "kilo kilos kilogram* kg", "tonne*",
    ),
    (
        "meter* metre*", "kilomet* km", "hektar* hectare*", "liter litern liters litre*",
    ),
    (
        "minute*", "stunde* hour*", "tag tage tagen taglich* day days daily", "woche* week*", "monat* month*",
    ),
)  # fmt: skip
#: What is planned, what is possible, and what ought to be.
MODALITIES = (
    (
        "will wollen wolle werde werden wird soll sollen solle plan plans planen plant plante planten geplant*"
        " planned planning want* expect* erwart* shall"
    ),
    (
        "konnte konnten durfte durften kann konnen could may might can moglich* vielleicht perhaps possibl* threat*"
        " drohen droht drohte drohten drohung*"
    ),
    "sollte sollten should muss mussen must ought musse",
)
#: Countries, cities and regions whose names or adjectives differ between the languages, and other large ones.
PLACES = (
    "deutsch* german* bundesrepublik", "frankreich* franzos* french france",
    "grossbritannien* britain british briten britisch* briton* uk", "engl*",
    "schottl* schottisch* schotten scotland scot scots scottish", "spani* spain*", "ital*", "portug*",
    "osterreich* austria*", "schweiz* swiss switzer*", "polen* poln* poland* polish polisch* pole poles",
    "tschech* czech*", "ungar* hungar*", "slowak* slovak*", "sloven* slowen*", "kroat* croat*", "serb*", "bosn*",
    "griech* greek* greece*", "turk*", "russ*", "ukrain* kiew* kyiv*", "belarus* weissruss*",
    "niederland* dutch netherl* holland*", "belg*", "luxemb*", "schwed* swed*", "norw*",
    "danemark* dane danen danisch* danish denmark*", "finnisch* finnland* finnen finnish finland*", "litau* lithuan*",
    "lettland* lettisch* latvia*", "estn* estonia*", "iceland* islandisch*", "irisch* irland* irish* ireland*",
    "ruman* romania*", "bulgar*", "usa amerik* america* washington*", "kanad* canad*", "mexik* mexic*",
    "brasil* brazil*", "argent*", "chile*", "kolumb* colomb*", "venez*", "kuba* cuba*",
    "china* chines* peking* beijing*", "japan*", "indien* indisch* india*", "pakist*", "vietnam*", "indones*",
    "korea*", "taiwan*", "thai*", "austral*", "neuseel*", "iran*", "irak* iraq*", "israel*", "palast* palest*",
    "liban* leban*", "syri*", "saudi*", "agypt* egypt*", "marokk* morocc*", "tunes* tunis*", "algeri*", "liby*",
    "nigeria*", "kenia* kenya*", "sudafrik*", "athiop* ethiop*", "sudan*", "afghan*",
    "katalan* katalon* catalan* catalon*", "berlin*", "hamburg*", "munchen* munchn* munich*", "koln* cologne*",
    "frankfurt*", "stuttgart*", "dusseldorf*", "leipzig*", "dresd*", "hannover* hanover*", "bremen* bremer*",
    "nurnberg* nuremberg*", "bonn*", "dortmund*", "wien* vienn*", "zurich* zurch*", "genf* geneva*", "bern berner",
    "paris pariser", "london*", "rom rome", "madrid*", "barcelon*", "mailand* milan*", "brussel*", "amsterdam*",
    "rotterdam*", "antwerp*", "prag prager prague", "warschau* warsaw*", "budapest*", "athen*", "moskau* moscow*",
    "istanb*", "kopenhag* copenhag*", "stockholm*", "oslo*", "helsink*", "lissabon* lisbon*", "dublin*",
    "tokio* tokyo*", "bayer* bavaria*", "hess*", "sachs* niedersachs* saxon*", "thuring*", "brandenb*",
    "nordrhein* nrw", "schleswig*", "mecklenb*", "rheinland*", "saarl*", "badenwurt*", "eu europ*", "afrik* afric*",
    "asien* asia*",
)  # fmt: skip
