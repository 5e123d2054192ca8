"""Nouns for bodies and people by which the rules tell whom a noun phrase means."""

BODIES = frozenset(
    "unternehmen konzern firma hersteller zulieferer company firm group trust charity network bank retailer carmaker"
    " manufacturer operator utility supplier union association agency regulator watchdog club party society institute"
    " foundation lender airline developer contractor publisher broadcaster organisation organization maker builder"
    " brewery department ministry haulier insurer carrier brewer housebuilder startup start-up automaker chipmaker"
    " drugmaker supermarket chain league giant studio newspaper federation".split()
)
GERMAN_BODIES = frozenset((
    "unternehmen", "konzern", "firma", "hersteller", "zulieferer", "verband", "verein", "gewerkschaft", "behörde",
    "institut", "stiftung", "organisation", "agentur", "klub", "partei", "betreiber", "initiative", "händler", "club",
    "bündnis", "sender",
))  # fmt: skip
CHAINS = frozenset("chain maker group company retailer manufacturer carmaker operator giant firm".split())
COMPANIES = frozenset("unternehmen konzern firma hersteller zulieferer betreiber händler".split())
COMPOUND_BODIES = (  # endings of nouns for a body: "das Geldinstitut", "der Autokonzern"
    "konzern", "unternehmen", "firma", "hersteller", "institut", "betreiber", "verband", "organisation", "gewerkschaft",
    "behörde", "gesellschaft",
)  # fmt: skip
NO_PERSONS = frozenset(
    "police report study survey review letter document statement paper book article website newspaper article bill law"
    " email post message poll data research public crowd media press jury opposition left right majority people world"
    " defence defense prosecution court inquest hearing inquiry trial case verdict probe statistics campaign website"
    " service office force squad crew army navy cabinet bench panel camp side department house white"
    " family couple club league chain staff team squad community union party church group crowd"
    " state country town city nation village county region industry market sector plan idea figure number".split()
)
THINGS = ("tion", "sion", "ment", "ness", "ity", "ence", "ance", "ship", "ism", "ure", "ing", "age", "hood", "ice")
PERSON_ENDINGS = (
    "er", "or", "ist", "ian", "man", "woman", "ant", "ent", "ee", "eer", "ot", "al", "ete", "ess", "ic", "ar",
    "ard", "ive",
    "chief", "coach", "boss", "judge", "chair", "star", "wife", "guide", "nurse", "aide", "mum", "mom", "dad", "boy",
    "girl", "hero", "lord", "king", "queen", "peer", "monk", "nun", "priest", "vet", "cop", "spy", "rival", "head",
    "suspect", "prince", "duke", "pope", "swede", "dane", "scot", "pole", "finn", "turk", "american", "graduate",
    "candidate", "delegate", "associate", "executive", "native", "relative", "representative", "detective", "mp", "pm",
    "novice", "apprentice", "spouse", "bride", "groom", "pro", "ace", "host", "guest", "poet", "artist", "patient",
    "diplomat", "pundit", "shadow", "rep", "tsar", "czar", "whip", "clerk", "steward", "landlord", "wizard", "steward",
    "german", "welsh", "briton", "frenchman",
)  # fmt: skip
OF_THEIR_OWN = frozenset(  # such people mostly have no name in the article, or belong to somebody
    "judge referee prosecutor coroner driver witness spokesman spokeswoman spokesperson mother father wife husband son"
    " daughter brother sister parent neighbour friend colleague lawyer solicitor girl boy child victim suspect caller"
    " richter richterin staatsanwalt staatsanwältin verteidiger verteidigerin fahrer fahrerin schiedsrichter"
    " schiedsrichterin zeuge zeugin polizist polizistin gutachter gutachterin kritiker sprecher sprecherin mutter vater"
    " ehefrau ehemann sohn tochter bruder schwester nachbar nachbarin freund freundin kollege kollegin anwalt anwältin"
    " junge mädchen kind opfer verdächtige verdächtiger anrufer anruferin".split()
)
OWN_ENDINGS = ("sprecher", "sprecherin", "zeuge", "zeugin", "bewohner", "bewohnerin", "nachbar", "nachbarin")
FORCES = ("polizei", "feuerwehr", "staatsanwaltschaft")
THINGS_MALE = (
    "ring", "markt", "kurs", "park", "hof", "zug", "fonds", "pool", "stab", "block", "flügel", "kern", "plan",
    "bericht",
    "brief", "entwurf", "antrag", "vertrag", "beschluss", "vorstoß", "vorschlag", "film", "roman", "text",
)  # fmt: skip
