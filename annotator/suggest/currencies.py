"""Currencies are no names: "Euro" belongs to an amount of money, and no label of names is meant for it.

The German corpora teach otherwise: a quarter of what GermEval calls another name (MISC) is a currency.
"""

from collections.abc import Iterable, Sequence

from annotator.suggest.consistency import Found
from annotator.suggest.features import plain

_LABEL = "MISC"
#: Words as they are written, closed on purpose: no rule of spelling tells a "Euro-Cent" from a "Euro-Norm".
CURRENCIES = frozenset(
    "Euro Euros Cent Cents Euro-Cent Dollar Dollars US-Dollar US-Dollars US-Cent "
    "Franken Rappen Pfund Pence Penny Yen Yuan Renminbi Rubel Kopeken "
    "Krone Kronen Öre Złoty Zloty Forint Lira Lire Lew Leu Lei Dinar Dirham Rial Schekel "
    "Rupie Rupien Rupiah Won Baht Ringgit Peso Pesos Real Reais Rand Hrywnja Griwna "
    "Mark D-Mark Reichsmark Pfennig Schilling Drachme Drachmen Taler Talern "
    "EUR USD CHF GBP JPY DM € $ £ ¥ US-$".split()
)


def without_currencies(words: Sequence[str], found: Iterable[Found]) -> list[Found]:
    """Leave out what is one word, a currency, and was found as another name.

    Longer names ("Euro 2024"), other words ("Eurozone") and other labels stay: Franken is a region too, Mark a person.
    """
    return [name for name in found if not _is_currency(words, name)]


def _is_currency(words: Sequence[str], name: Found) -> bool:
    return name.label == _LABEL and name.end - name.start == 1 and plain(words[name.start]) in CURRENCIES
