"""Currencies are not names: "Euro" belongs to an amount of money, and no label for names is meant for it.

The German corpora teach otherwise: a quarter of what GermEval labels MISC is a currency. So pipelines find
currencies, and the program drops them.
"""

from annotator.suggest.crf.spelling import plain

_LABEL = "MISC"
#: A closed list on purpose: no spelling rule distinguishes "Euro-Cent" from "Euro-Norm".
CURRENCIES = frozenset(
    "Euro Euros Cent Cents Euro-Cent Dollar Dollars US-Dollar US-Dollars US-Cent "
    "Franken Rappen Pfund Pence Penny Yen Yuan Renminbi Rubel Kopeken "
    "Krone Kronen Öre Złoty Zloty Forint Lira Lire Lew Leu Lei Dinar Dirham Rial Schekel "
    "Rupie Rupien Rupiah Won Baht Ringgit Peso Pesos Real Reais Rand Hrywnja Griwna "
    "Mark D-Mark Reichsmark Pfennig Schilling Drachme Drachmen Taler Talern "
    "EUR USD CHF GBP JPY DM € $ £ ¥ US-$".split()
)


def is_currency(name: str, label: str) -> bool:
    """Return whether a name is only a currency, found with the label MISC.

    Longer names ("Euro 2024"), other words ("Eurozone") and other labels do not count: Franken is also a region, Mark
    a person.
    """
    return label == _LABEL and plain(name) in CURRENCIES
