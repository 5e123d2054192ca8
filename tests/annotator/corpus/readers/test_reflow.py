from annotator.corpus.readers.pdf import reflow

PAGE = (
    "Wiesenauer Bote, 9. März 2026\n"
    "{first} Stadt Wiesenau will ihr Rathaus ins Netz verlegen, sagte die Bürger-\n"
    "meisterin am Montag vor dem Stadtrat. Sie nannte Nord- und Südwest-\n"
    "Deutschland als Vorbild, dazu die Verkehrs- und Bau-\n"
    "behörde.\n"
    "Kritiker zweifeln daran und verweisen auf hohe Kosten, die im Haushalt\n"
    "noch nicht stehen; der Kämmerer schweigt dazu und lässt alle anderen\n"
    "{rest}\nSeite {number}"
)
REST = "weiter über die Sache reden, die ihn nichts angeht, wie er meint und sagt"


def pages(*rests):
    firsts = ("Die", "Jene", "Diese", "Eine")
    return [PAGE.format(first=firsts[n], rest=rest, number=n + 1) for n, rest in enumerate(rests)]


def test_lines_become_paragraphs_and_hyphenated_words_join():
    text = reflow(pages(REST))
    assert "die Bürgermeisterin am Montag vor dem Stadtrat. Sie nannte Nord- und Südwest-Deutschland" in text
    assert "der Kämmerer schweigt dazu und lässt alle anderen weiter über die Sache reden" in text
    assert "Seite 1" not in text


def test_short_line_ends_paragraph():
    assert "behörde.\n\nKritiker" in reflow(pages(REST))


def test_repeated_lines_are_dropped():
    text = reflow(pages(REST, "Ende.", REST, REST))
    assert "Wiesenauer Bote" not in text
    assert "Wiesenauer Bote" in reflow(pages(REST))


def test_sentence_continues_on_next_page():
    assert "wie er meint und sagt Jene Stadt" in reflow(pages(REST, "Ende."))


def test_list_items_stay_separate():
    lines = ["Die Stadt nannte dafür drei Gründe, die alle im Rat bekannt sind, nämlich diese:"]
    lines += [f"{n}. Das Geld fehlt, und niemand weiß, woher es kommen soll in all den Jahren;" for n in (1, 2, 3)]
    assert reflow(["\n".join(lines)]).count("\n\n") == 3


def test_hyphen_before_conjunction_stays():
    text = reflow(
        ["Sie sprach lange und ausführlich über die Planung von Verkehrs-\nund Baubehörden im Land, das lange"]
    )
    assert "Verkehrs- und Baubehörden" in text


def test_no_pages_give_no_text():
    assert reflow([]) == reflow([""]) == reflow(["\n \n"]) == ""


def test_reflow_is_linear_over_thousands_of_pages():
    """Rescanning the paragraph for each line would take an hour."""
    line = "Die Stadt will ihr Rathaus ins Netz verlegen, sagte die Frau am Montag im Rat,"
    assert len(reflow(["\n".join([f"{n} {line}"] * 40) for n in range(1000)])) > 2_500_000
