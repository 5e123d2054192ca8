"""Page furniture: captions, links to other articles, cookie lines."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cache

from annotator.model.values import Part
from annotator.text.normalization import one_line

LONGEST = 400  # characters; a longer paragraph is never furniture
_LINK = 160  # characters of a headline in a list of links


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureLine:
    """A paragraph: its text, its start in code points, and whether a blank line precedes it."""

    text: str
    start: int
    after_blank: bool

    @property
    def part(self) -> Part:
        """The paragraph's range in the text, in code points, end exclusive."""
        return self.start, self.start + len(self.text)


def _whole(*patterns: str) -> Callable[[], re.Pattern[str]]:
    """Return a function that compiles the patterns on its first call: compiling takes 5% of a command's start time."""
    return cache(lambda: re.compile(rf"(?:{'|'.join(patterns)})", re.IGNORECASE))


_CAPTION = _whole(
    r"(?:(?:symbol|archiv|titel|hand)?(?:bild(?:er)?|fotos?)|(?:file |stock )?(?:photo|photograph|image|picture)s?"
    r"|caption|grafik|graphic|illustration|bildunterschrift|bild(?:quelle|nachweis|rechte)"
    r"|(?:photo |image |picture )?credit)"
    r"(?:\s?[0-9]{1,2})?\s?(?::|©|\(c\)).*",
    r"(?:©|\(c\)|copyright)\s.{1,80}",
    r"\((?:foto|bild|photo|image)s?:.{1,80}\)",
)
_LINKS = _whole(
    r"(?:verwandte|weitere|ähnliche|passende|empfohlene|aktuelle|meistgelesene|beliebte)\s(?:artikel|themen|beiträge|meldungen|links)",
    r"firmen\szu\sdiesem\sartikel",
    r"mehr\s(?:zum\sthema|dazu|lesen|aus\s.{2,40}|von\s.{2,40})",
    r"(?:lesen|sehen|hören)\ssie\s(?:auch|dazu|hier|mehr|außerdem)(?:\s(?:dazu|hier))?",
    r"(?:das\s(?:könnte|dürfte)\ssie\sauch\sinteressieren|auch\sinteressant|zum\s(?:weiterlesen|thema)|weiterlesen|siehe\sauch)",
    r"(?:meistgelesen|meist\skommentiert|themen|schlagw(?:orte|örter)|stichw(?:orte|örter)|links(?:\szum\sthema)?)",
    r"related(?:\s(?:articles|stories|content|topics|links|coverage|news|reading|posts))?",
    r"(?:read|see|watch|listen)\s(?:more|also|next)|further\sreading|see\salso|more\s(?:on\sthis\s(?:story|topic)|from\s.{2,40}|stories)",
    r"you\s(?:may|might)\s(?:also\s)?(?:like|be\sinterested\sin)|(?:most\s(?:read|popular|viewed)|trending(?:\snow)?)",
    r"(?:recommended(?:\s(?:for\syou|stories|reading))?|up\snext|don['’]t\smiss|topics|tags)",
    r"(?:(?:presse|medien)?kontakte?(?:\s(?:für\s(?:die\s)?(?:presse|medien|journalisten|rückfragen)))?|kontaktdaten\sanzeigen)",
    r"(?:ihre?\s)?ansprechpartner(?:in(?:nen)?)?(?:\sfür\s(?:die\s)?(?:presse|medien))?",
    r"(?:(?:presse|medien)?rückfragen|weitere\sinformationen)(?:\svon\s(?:medienvertretern|journalisten))?(?:\sbitte)?(?:\san)?",
    r"(?:(?:press|media)\s)?(?:contacts?|enquiries|inquiries)|for\s(?:further|more)\sinformation(?:,?\s(?:please\s)?contact)?",
    r"notes?\s(?:to|for)\seditors?|hinweise?\s(?:an|für)\s(?:die\s)?redaktion(?:en)?",
)
_TELEPHONE = (
    r"(?:(?:tele)?(?:fon|fax)|tel(?:ephone)?|phone|mobile?|mobil|handy)\b\.?\s?:?\s?[+0-9(][0-9\s()/.+–-]{4,30}"
)
_ADDRESS = r"(?:(?:e-?)?mail\s?:?\s?)?[^\s@,;]+@[^\s@,;]+\.[a-z]{2,}|(?:(?:inter)?net|web(?:site)?|homepage)\s?:\s?\S+"
_CONTACT = _whole(  # of a press release
    r"(?:(?:presse|medien)kontakte?|(?:press|media)\s(?:contacts?|enquiries|inquiries))\s?:.+",
    rf"(?:(?:{_TELEPHONE}|{_ADDRESS})(?:\s?[,;|·•/]\s?|\s|$))+",
    r"[-–—*#]+\s?(?:ende?|ends)\s?[-–—*#]+|ends\.?|#(?:\s?#){2}",
    r"original-content\svon\s?:.+",
)
_INLINE_LINK = _whole(
    r"(?:lesen\ssie\s(?:auch|dazu|hier|mehr)|mehr\szum\sthema|auch\sinteressant|siehe\sauch|weiterlesen|verwandte\sartikel)"
    r"(?:\s(?:dazu|hier))?\s?[:»>|].+",
    r"(?:read\s(?:more|also|next)|see\salso|related|more\son\sthis|further\sreading|watch|listen)\s?[:»>|].+",
)
_NETWORKS = (
    r"(?:\b(?:e-?mail|facebook|twitter|x|whatsapp|linkedin|xing|telegram|pinterest|reddit|mastodon|bluesky)\b"
    r"|[\s|,·•/])+"
)
_MENU = (
    r"(?:(?:anmelden|registrieren|log\s?in|sign\s(?:in|up)|register|(?:mein|my)\s(?:konto|account)|abo(?:nnieren)?|subscribe"
    r"|e-?paper|newsletters?|podcasts?|startseite|home|suche|search|menü|menu|hilfe|help|kontakt|contact|impressum|datenschutz"
    r"|agb)(?:\s?[|·•/]\s?|$)){2,}"
)
_PAGE = _whole(
    _MENU,
    r"(?:(?:(?:diesen\s)?(?:artikel|beitrag)\s)?teilen|share(?:\sthis(?:\s(?:article|story))?)?)\s?:\s?" + _NETWORKS,
    r"(?:startseite|home|(?:sie\ssind\shier|you\sare\shere)\s?:.{1,40})\s?[>›»].{1,100}",
    r"[-–—+*\s]*(?:anzeige|werbung|advertisement|advertorial|sponsored(?:\scontent)?|sponsor|promoted|ad)[-–—+*\s]*",
    r"(?:artikel|diesen\sartikel|beitrag|seite|jetzt)?\s?(?:teilen|drucken|merken|versenden|empfehlen|speichern|kommentieren|vorlesen)",
    r"auf\s(?:facebook|twitter|x|whatsapp|linkedin|xing|mastodon|bluesky|threads)\steilen",
    r"(?:(?:per|als)\s)?(?:e-?mail|facebook|twitter|whatsapp|linkedin|xing|telegram|pinterest|reddit|mastodon|bluesky|copy\slink"
    r"|link\skopieren|print|drucken|teilen|share|[\s|,·•/])+",
    r"(?:share|print|save|bookmark|email|e-mail)(?:\s(?:this|the))?(?:\s(?:article|story|page|post))?"
    r"(?:\s(?:on|via)\s.{1,30})?",
    r"(?:kommentare?|comments?|leserkommentare)(?:\s?\(?[0-9]{1,5}\)?)?|[0-9]{1,5}\s(?:kommentare?|comments?|shares)",
    r"(?:zur\sstartseite|zur\sübersicht|nach\soben|zum\sseitenanfang|back\sto\stop|skip\sto\s(?:main\s)?(?:content|navigation)|zu[mr]\s(?:haupt)?(?:inhalt|navigation)(?:\sspringen)?|menü|menu)",
    r"(?:lesezeit|lesedauer|reading\stime|read\stime)\s?:?.{1,25}|[0-9]{1,3}[\s-]*min(?:ute)?[ns]?[\s-]*(?:read|lesezeit|lesedauer)",
    r"(?:jetzt\s)?(?:abonnieren|newsletter\s(?:abonnieren|bestellen|anmeld(?:en|ung))|anmelden|registrieren|einloggen)\.?",
    r"(?:subscribe|sign\s(?:up|in)|log\sin)(?:\s(?:now|here|today|for|to)\b.{0,100})?",
    r"(?:unsubscribe|(?:newsletter|e-?mails?)\s(?:abmelden|abbestellen))(?:\s(?:here|from|hier)\b.{0,60}|\s?[|·•].{0,80})?\.?"
    r"|.{0,120}[.?!:|]\s(?:hier\s)?(?:abmelden|abbestellen"
    r"|unsubscribe(?:\shere)?)\.?",
    r"(?:(?:view|open|read)\s(?:(?:this|the)\s(?:e-?mail|newsletter)\s)?in\s(?:your\s|a\s)?browser|im\sbrowser\s(?:ansehen|anzeigen"
    r"|öffnen|lesen))\.?",
    r"(?:you\s(?:are\s|['’]re\s)?receiv(?:ed|ing)\sthis|sie\serhalten\sdiese[nrs]?)\s(?:e-?mail|mail|newsletter)\b.{0,200}",
    r"(?:autor(?:in)?|text|redaktion|author)\s?:\s?(?-i:[a-z]{2,5}(?:[/\s][a-z]{2,5})?)",  # initials
    r"extras\szum\sartikel",
    r"(?:alle\srechte\svorbehalten|all\srights\sreserved)\.?|(?:impressum|datenschutz|agb|privacy\spolicy|terms\sof\s(?:use|service)|[\s|·•])+",
)
_SOCIAL = r"(?:facebook|twitter|x|instagram|youtube|tiktok|mastodon|bluesky|linkedin|whatsapp|threads)\b"
_COMMENTS = _whole(  # the form below an article
    r"be\sthe\sfirst\sto\scomment.{0,30}|comments?\s(?:are|is)\s(?:now\s)?(?:closed|disabled|off)\.?",
    r"(?:latest|recent|top|all|view|show|hide|load|read|see|post)(?:\smore)?\s(?:[0-9]{1,5}\s)?comments?",
    r"(?:leave|post|write|add)\s(?:a|your|an?\snew|new)?\s?(?:reply|comment)|join\sthe\s(?:conversation|discussion|debate)",
    r"your\se-?mail\saddress\swill\snot\sbe\s(?:published|shared).{0,80}|required\sfields\sare\smarked.{0,10}",
    r"(?:die\s)?kommentar(?:e|funktion)\s(?:sind|ist)\s.{0,40}(?:geschlossen|deaktiviert)\.?",
    r"kommentare?\s(?:schreiben|hinterlassen|verfassen|abgeben|anzeigen|laden|lesen)",
    r"(?:schreiben|hinterlassen|verfassen)\ssie\s(?:einen|den\sersten|ihren)\skommentar\.?|mitdiskutieren|jetzt\smitreden",
    r"(?:ihre?|deine)\se-?mail-?adresse\swird\snicht\sveröffentlicht.{0,100}|(?:erforderliche|pflicht)\s?felder\s.{0,40}",
    r"(?:(?:empfänger|absender|ihre?|your)\s)(?:e-?mail(?:[\s-]?ad(?:resse|dress))?|name|nachricht|message)\s?\*?:?",
)
_BUTTONS = _whole(
    r"click\shere(?:\sto\s.{1,60})?\.?|hier\sklicken|(?:mehr|weniger|alle)\sanzeigen|(?:show|load|view|read)\s(?:more|less)\W?",
    r"scroll\sto\stop|close(?:\sbutton)?|schließen|zurück|previous|continue\sreading(?:\sthe\smain\sstory)?\W{0,3}",
    r"advertisement\.?\s+(?:scroll\sto\s)?continue\sreading.{0,20}|powered\sby\s.{1,40}|reprints?(?:\s(?:and|&)\spermissions?)?|share\sthis\sarticle.{0,10}",
    r"(?:leer\sen\sespañol|listen\sto\sthis\s(?:article|story)|diesen\s(?:artikel|beitrag)\s(?:an)?hören)\.?",
    r"(?:diesen?\s)?(?:artikel|beitrag|seite)\s(?:per\se-?mail\s|als\spdf\s)?"
    r"(?:weiter)?(?:empfehlen|senden|verschicken|versenden|leiten|sagen)",
    r"(?:voriger|vorheriger|nächster|previous|next)\s(?:artikel|beitrag|article|story|post)",
    r"(?:tipp:\s)?(?:zum\svergrößern\s)?.{0,20}\b(?:bild|foto)s?\s(?:bitte\s)?anklicken\b.{0,40}|zum\svergrößern\s.{0,20}klicken",
    r"(?:bild|foto)\svergrößern|(?:click|tap)\s(?:on\s(?:the\s)?(?:image|photo|picture)\s)?to\s(?:enlarge|zoom)(?:\simage)?",
    r"(?:follow|like|find|join)\s.{2,40}\son\s"
    + _SOCIAL
    + r".{0,40}|folge[nt]?\s(?:sie\s)?uns\s(?:auf|bei|jetzt)\s.{1,40}",
    r"(?:download|get)\s(?:our|the)\s.{0,30}\bapp\b.{0,30}|for\sbreaking\snews.{1,60}"
    r"|get\sthe\slatest\s.{1,60}\s(?:on|via)\s" + _SOCIAL + r"\.?",
    r"\((?:©|\(c\)|copyright)\s.{1,100}\)|this\s.{1,40}is\savailable\sonly\sfor\syour\spersonal.{0,300}",
    r"this\smaterial\smay\snot\sbe\spublished.{0,150}|(?:source|quelle):\s?(?:www\.)?[a-z0-9-]{2,40}\.[a-z]{2,4}",
    r".{3,60}\s?[|/]\s?(?:getty(?:\simages)?|shutterstock|imago|picture\salliance|istock)(?:\s?[|/].{1,40})?",
)
_COOKIES = _whole(
    r".{0,120}\bcookies?\b.{0,80}\b(?:akzeptier|zustimm|zu\sverbessern|einstellung|verwende|nutzen|ablehnen|accept|consent|setting"
    r"|polic|preferences|improve|experience|reject|use)",
    r".{0,120}\b(?:akzeptier|verwende|nutzen|zustimm|accept|reject|we\suse|uses|manage|allow)\w{0,4}\b.{0,80}\bcookies?\b.{0,200}",
    r"cookie[-\s]?(?:einstellungen|richtlinie|hinweis|settings|policy|preferences|notice)",
)
_VISITOR = _whole(
    r"(?:wir|diese\s(?:web)?seite|unsere\s(?:web)?seite|durch\sdie|mit\s(?:der|dem)|we|this\s(?:web)?site|our\s(?:web)?site|by\s|accept|reject"
    r"|manage|allow|alle|cookie|um\s|to\s)"
)
_SENTENCE_END = re.compile(r"[.…:][“”\"'’»«)]*$")


def lines(text: str) -> list[FurnitureLine]:
    """Return the non-empty paragraphs in order, trimmed."""
    found: list[FurnitureLine] = []
    start, blank = 0, False
    for raw in text.split("\n"):
        paragraph = raw.strip()
        if paragraph:
            found.append(FurnitureLine(text=paragraph, start=start + len(raw) - len(raw.lstrip()), after_blank=blank))
        blank = not paragraph
        start += len(raw) + 1
    return found


def find_furniture(paragraphs: Sequence[FurnitureLine]) -> tuple[Part, ...]:
    """Return the paragraphs that are page furniture, in order, in code points, end exclusive."""
    found: list[Part] = []
    index = 0
    while index < len(paragraphs):
        line = paragraphs[index]
        taken = 0
        if len(line.text) <= _LINK and _LINKS().fullmatch(line.text.rstrip(" :>»…")):
            taken = 1 + _links_after(paragraphs, index)
        elif is_furniture(line.text):
            taken = 1
        found.extend(other.part for other in paragraphs[index : index + taken])
        index += taken or 1
    return tuple(found)


def is_furniture(paragraph: str) -> bool:
    """Return whether a paragraph is furniture by itself, regardless of its neighbours."""
    if len(paragraph) > LONGEST:
        return False
    if any(kind().fullmatch(paragraph) for kind in (_CAPTION, _INLINE_LINK, _PAGE, _COMMENTS, _BUTTONS, _CONTACT)):
        return True
    return _VISITOR().match(paragraph) is not None and _COOKIES().match(paragraph) is not None


def _links_after(paragraphs: Sequence[FurnitureLine], heading: int) -> int:
    """Count the links that follow a heading such as "Related articles".

    At the foot of the page all short lines count. Within the article, the last short line may be a heading of the text.
    """
    end = heading + 1
    while end < len(paragraphs) and _is_link(paragraphs[end].text):
        end += 1
    count = end - heading - 1
    if end == len(paragraphs):
        return count
    together = 0
    while together < count and not paragraphs[heading + 1 + together].after_blank:
        together += 1
    return together or (count if count < 2 else count - 1)


def _is_link(line: str) -> bool:
    return len(line) <= _LINK and _SENTENCE_END.search(line) is None


_HEAD = 30  # characters before a colon: "Foto:", "Lesen Sie auch:"
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRule:
    """Excludes paragraphs of a publisher that equal ``words``, or begin with them if ``beginning``.

    Case, white space and the values of numbers do not count.
    """

    publisher: str
    words: str
    beginning: bool


def rule_for(paragraph: str, publisher: str) -> PageRule:
    """Return the rule for paragraphs like this one: same words before the colon, or the same text if it has none."""
    head, colon, _ = paragraph.strip().partition(":")
    beginning = bool(colon) and 0 < len(head) <= _HEAD
    return PageRule(publisher=publisher, words=_key(f"{head}:" if beginning else paragraph), beginning=beginning)


def parts_by_rules(text: str, publisher: str | None, rules: Iterable[PageRule]) -> tuple[Part, ...]:
    """Return the paragraphs that rules exclude, in order, in code points, end exclusive; long paragraphs are kept."""
    own = [rule for rule in rules if rule.publisher == publisher]
    if not own:
        return ()
    short = (line for line in lines(text) if len(line.text) <= LONGEST)
    return tuple(line.part for line in short if any(_applies(rule, _key(line.text)) for rule in own))


def dumps(rules: Iterable[PageRule]) -> str:
    """Return rules as JSON."""
    return json.dumps([asdict(rule) for rule in rules], ensure_ascii=False)


def loads(written: str) -> tuple[PageRule, ...]:
    """Parse rules from JSON; invalid ones are left out."""
    try:
        found = json.loads(written)
    except (ValueError, RecursionError):
        return ()
    rules = (_rule(value) for value in found) if isinstance(found, list) else ()
    return tuple(rule for rule in rules if rule is not None)


def _rule(value: object) -> PageRule | None:
    match value:
        case {"publisher": str(publisher), "words": str(words), "beginning": bool(beginning)} if words:
            return PageRule(publisher=publisher, words=words, beginning=beginning)
    return None


def _applies(rule: PageRule, key: str) -> bool:
    return key.startswith(rule.words) if rule.beginning else key == rule.words


def _key(paragraph: str) -> str:
    return _DIGITS.sub("0", one_line(paragraph.casefold()))
