"""Nouns for bodies and people by which the rules tell whom a noun phrase means."""

BODIES = frozenset(
    "agency airline association authority automaker bank brewer brewery broadcaster builder carmaker carrier chain"
    " charity chipmaker club company contractor department developer drugmaker federation firm firma"
    " foundation giant group haulier hersteller housebuilder institute insurer konzern league lender maker"
    " manufacturer ministry network newspaper operator organisation organization party publisher regulator"
    " retailer society start-up startup studio supermarket supplier trust union unternehmen utility watchdog"
    " zulieferer".split()
)
GERMAN_BODIES = frozenset((
    "agentur", "behörde", "betreiber", "bündnis", "club", "firma", "gewerkschaft", "händler", "hersteller",
    "initiative", "institut", "klub", "konzern", "organisation", "partei", "sender", "stiftung", "unternehmen",
    "verband", "verein", "zulieferer",
))  # fmt: skip
ALL_BODIES = BODIES | GERMAN_BODIES
CHAINS = frozenset("chain maker group company retailer manufacturer carmaker operator giant firm".split())
TRADERS = frozenset(
    "airline automaker brewer builder carmaker carrier chain chipmaker company contractor drugmaker firm haulier"
    " housebuilder insurer lender maker manufacturer retailer start-up startup supermarket supplier".split()
)
COMPANIES = frozenset("unternehmen konzern firma hersteller zulieferer betreiber händler".split())
COMPOUND_BODIES = (  # endings of nouns for a body: "das Geldinstitut", "der Autokonzern"
    "konzern", "unternehmen", "firma", "hersteller", "institut", "betreiber", "verband", "organisation", "gewerkschaft",
    "behörde", "gesellschaft",
)  # fmt: skip
NO_PERSONS = frozenset("camp letter number paper press public sector trial".split())
THINGS = ("tion", "sion", "ment", "ness", "ity", "ence", "ance", "ship", "ism", "ure", "ing", "age", "hood", "ice")
PERSON_ENDINGS = (
    "ace", "aide", "al", "american", "ant", "apprentice", "ar", "ard", "associate", "boss", "boy", "bride", "briton",
    "candidate", "chair", "chief", "clerk", "coach", "cop", "dad", "dane", "delegate", "diplomat", "duke", "ee",
    "ent", "er", "ess", "ete", "finn", "girl", "graduate", "groom", "guest", "guide", "head", "hero", "host", "ian",
    "ic", "ist", "ive", "judge", "king", "lord", "man", "mom", "monk", "mp", "mum", "novice", "nun", "nurse", "or",
    "ot", "pm", "poet", "pole", "pope", "priest", "prince", "pro", "pundit", "queen", "rep", "shadow", "spouse",
    "spy", "suspect", "swede", "turk", "vet", "welsh", "whip", "wife",
)  # fmt: skip
OF_THEIR_OWN = frozenset(  # such people mostly have no name in the article, or belong to somebody
    "anrufer anruferin anwalt anwältin boy brother bruder caller child colleague coroner daughter driver"
    " ehefrau ehemann fahrer fahrerin father freund freundin friend girl gutachter gutachterin husband judge"
    " junge kind kollege kollegin kritiker lawyer mädchen mother mutter nachbar nachbarin neighbour opfer"
    " parent polizist polizistin prosecutor referee richter richterin schiedsrichter schiedsrichterin"
    " schwester sister sohn solicitor son spokesman spokesperson spokeswoman sprecher sprecherin staatsanwalt"
    " staatsanwältin suspect tochter vater verdächtige verdächtiger verteidiger verteidigerin victim wife"
    " witness zeuge zeugin".split()
)
OWN_ENDINGS = ("sprecher", "sprecherin", "zeuge", "zeugin", "bewohner", "bewohnerin", "nachbar", "nachbarin")
FORCES = ("polizei", "feuerwehr", "staatsanwaltschaft")
THINGS_MALE = (
    "antrag", "bericht", "beschluss", "block", "brief", "entwurf", "film", "flügel", "fonds", "hof", "kern", "kurs",
    "markt", "park", "plan", "pool", "ring", "roman", "stab", "text", "vertrag", "vorschlag", "vorstoß", "zug",
)  # fmt: skip
TITLES = frozenset("mr mrs ms miss dr prof sir lady lord herr frau".split())
POSSESSIVES = frozenset("his her their its sein seine seinem seinen seiner ihr ihre ihrem ihren ihrer".split())
