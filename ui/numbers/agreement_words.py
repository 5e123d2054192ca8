"""Texts for figures of agreement."""

from annotator.jobs.team.agreement import DisagreementQuery
from annotator.model.schema import Schema, words
from annotator.model.values import CLAIMS, ENTITIES
from annotator.quality.measures.figures import LACKS, Agreement, Lack, LayerAgreement
from annotator.quality.measures.resampling import LEAST, Interval
from ui.base.i18n import number, translate, ui_language
from ui.base.look.look import field_name, label_name, relation_name
from ui.base.words.counted import articles_words

NOTHING = "–"


def percent(share: float | None) -> str:
    """Return a share (0 to 1) in per cent, as text without the sign; for None a dash."""
    return NOTHING if share is None else number(100 * share)


def between(interval: Interval | None) -> str:
    """Return the range of a share in per cent, as text; "" if it is not known."""
    return "" if interval is None else f"{percent(interval[0])}–{percent(interval[1])}"


def pairs_words(count: int) -> str:
    """Return the text for a number of pairs of people."""
    one, many = translate("Agreement", "1 pair"), translate("Agreement", "{count} pairs")
    return one if count == 1 else many.format(count=number(count))


def sentence(layer: LayerAgreement) -> str:
    """Return the main sentence on a layer: how far people agree, or why there is no figure."""
    if layer.f_exact is None:
        return translate("Agreement", LACKS[layer.lacks.get("f_exact", Lack.LABELS)])
    said = {
        ENTITIES: translate(
            "Agreement", "Of 100 names that one of two people labelled, the other labelled {share} the same way"
        ),
        CLAIMS: translate(
            "Agreement", "Of 100 claims that one of two people labelled, the other labelled {share} the same way"
        ),
    }.get(
        layer.layer,
        translate("Agreement", "Of 100 labels that one of two people set, the other set {share} the same way"),
    )
    counted = f"{articles_words(layer.articles)}, {pairs_words(layer.pairs)}"
    around = f"{between(layer.interval)}; {counted}" if layer.interval is not None else counted
    return f"{said.format(share=percent(layer.f_exact))} ({around})."


def beyond_chance(layer: LayerAgreement) -> str:
    """Return the sentences with a layer's other figures, and with reasons why some are missing."""
    if layer.f_exact is None:
        return ""
    parts = [
        translate("Agreement", "With partial overlaps: {share}.").format(share=percent(layer.f_overlap)),
        *_chance(layer),
    ]
    if layer.interval is None:
        few = translate("Agreement", "With {count} articles or more, a range is shown.")
        parts.append(few.format(count=number(LEAST)))
    parts += [translate("Agreement", LACKS[lack]) for lack in dict.fromkeys(layer.lacks.values())]
    return " ".join(parts)


def _chance(layer: LayerAgreement) -> list[str]:
    figures = []
    if layer.gamma_counts:
        figures.append(f"γ {_two_digits(layer.gamma)}")
        figures.append(f"γ-cat {_two_digits(layer.gamma_cat)}" if layer.gamma_cat is not None else "")
    figures.append(f"uα {_two_digits(layer.alpha_u)}" if layer.alpha_u is not None else "")
    shown = ", ".join(filter(None, figures))
    said = translate("Agreement", "Beyond chance: {figures} (1 is full agreement, 0 is chance).")
    return [said.format(figures=shown)] if shown else []


def nothing_yet(found: Agreement) -> str:
    """Return the sentence to show if there is no layer with labels to compare."""
    if not found.articles:
        return translate("Agreement", LACKS[Lack.ARTICLES])
    return translate("Agreement", LACKS[Lack.LABELS])


def layer_name(schema: Schema, layer: str) -> str:
    """Return the name of a layer in the window's language."""
    known = next((each for each in schema.layers if each.id == layer), None)
    return words(known.name, ui_language()) if known is not None else layer


def said_by(schema: Schema, layer: str, person: str, label: str | None) -> str:
    """Return a person's name and label as text: ``Lea: Place``."""
    return f"{person}: {label_or_none(schema, layer, label)}"


def label_or_none(schema: Schema, layer: str, label: str | None) -> str:
    """Return the name of a label, or "no label" for None."""
    return translate("Agreement", "no label") if label is None else label_name(schema, layer, label)


def asked_about(schema: Schema, asked: DisagreementQuery) -> str:
    """Return what a list of disagreements is about: two people, a field, a type of relation, or two labels."""
    if asked.between is not None:
        return " – ".join(asked.between)
    if asked.field is not None:
        return field_name(schema, asked.layer, asked.field)
    if asked.relation is not None:
        return relation_name(schema, asked.relation)
    return " – ".join(label_or_none(schema, asked.layer, label) for label in asked.labels or (None, None))


def alpha(value: float | None) -> str:
    """Return the text for Krippendorff's α, or the reason why there is none."""
    return translate("Agreement", "one value only") if value is None else f"α {_two_digits(value)}"


def figure(value: float | None) -> str:
    """Return a figure as text with two decimals."""
    return NOTHING if value is None else _two_digits(value)


def _two_digits(value: float | None) -> str:
    return number(value or 0.0, 2)
