<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Spanwright</source>
        <translation>Über Spanwright</translation>
    </message>
    <message>
        <source>Label names and claims in news articles. Everything stays on this computer.</source>
        <translation>Namen und Behauptungen in Nachrichtenartikeln annotieren. Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Python {python}, Qt {qt}, {system}</source>
        <translation>Python {python}, Qt {qt}, {system}</translation>
    </message>
    <message>
        <source>Spanwright {version}</source>
        <translation>Spanwright {version}</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Wortlaut der Lizenz</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About</source>
        <translation>Ü&amp;ber Spanwright</translation>
    </message>
    <message>
        <source>&amp;Accept Suggestion</source>
        <translation>Vorschlag &amp;annehmen</translation>
    </message>
    <message>
        <source>&amp;Annotator…</source>
        <translation>&amp;Annotieren als&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>&amp;Artikel</translation>
    </message>
    <message>
        <source>&amp;Back to the Claim</source>
        <translation>Zurüc&amp;k zur Behauptung</translation>
    </message>
    <message>
        <source>&amp;Blind Re-Test…</source>
        <translation>&amp;Blinde Wiederholung&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Clean Reading</source>
        <translation>Reine &amp;Leseansicht</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Corpus…</source>
        <translation>Korpus u&amp;ntersuchen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Deal Articles…</source>
        <translation>Artikel &amp;zuteilen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation>Dia&amp;gnose&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Done and Continue</source>
        <translation>&amp;Fertig und weiter</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Find in Article…</source>
        <translation>Im Artikel su&amp;chen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;First Open Article</source>
        <translation>Erster &amp;offener Artikel</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Hide Suggestions</source>
        <translation>&amp;Vorschläge ausblenden</translation>
    </message>
    <message>
        <source>&amp;Import Articles…</source>
        <translation>Artikel &amp;importieren&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Join Labels</source>
        <translation>Labels verbin&amp;den</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Label</translation>
    </message>
    <message>
        <source>&amp;Left Panel</source>
        <translation>Linke Sp&amp;alte</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;Merge Copies…</source>
        <translation>Kopien zusa&amp;mmenführen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;New Project…</source>
        <translation>&amp;Neues Projekt&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Next Article</source>
        <translation>&amp;Nächster Artikel</translation>
    </message>
    <message>
        <source>&amp;Next Pane</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>&amp;Next Suggestion</source>
        <translation>&amp;Nächster Vorschlag</translation>
    </message>
    <message>
        <source>&amp;Open Again</source>
        <translation>&amp;Wieder öffnen</translation>
    </message>
    <message>
        <source>&amp;Open Project…</source>
        <translation>&amp;Projekt öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Paste Article…</source>
        <translation>Artikel &amp;einfügen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Practice Package…</source>
        <translation>Übungs&amp;paket&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Previous Article</source>
        <translation>&amp;Voriger Artikel</translation>
    </message>
    <message>
        <source>&amp;Previous Pane</source>
        <translation>Vor&amp;iger Bereich</translation>
    </message>
    <message>
        <source>&amp;Previous Suggestion</source>
        <translation>&amp;Voriger Vorschlag</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Reject Suggestion</source>
        <translation>Vorschlag a&amp;blehnen</translation>
    </message>
    <message>
        <source>&amp;Skip and Continue</source>
        <translation>Über&amp;springen und weiter</translation>
    </message>
    <message>
        <source>&amp;Suggestions in the Project…</source>
        <translation>&amp;Vorschläge im Projekt&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Train and Evaluate a Model…</source>
        <translation>Modell &amp;trainieren und auswerten&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Who Is This…</source>
        <translation>Person oder Organisation z&amp;uordnen&#xa0;…</translation>
    </message>
    <message>
        <source>Accept All &amp;Visible</source>
        <translation>Alle &amp;sichtbaren annehmen</translation>
    </message>
    <message>
        <source>Accept S&amp;ure Visible Ones</source>
        <translation>Sichtbare sic&amp;here annehmen</translation>
    </message>
    <message>
        <source>Accept Sure Ones and &amp;Continue</source>
        <translation>Sichere annehmen und &amp;weiter</translation>
    </message>
    <message>
        <source>Accept Unchanged Labels</source>
        <translation>Unveränderte Labels annehmen</translation>
    </message>
    <message>
        <source>Ad&amp;judicate…</source>
        <translation>Ad&amp;judizieren&#xa0;…</translation>
    </message>
    <message>
        <source>Add Another Label to the Same Words…</source>
        <translation>Weiteres Label für dieselben Wörter&#xa0;…</translation>
    </message>
    <message>
        <source>Add Words to Label</source>
        <translation>Wörter zum Label hinzufügen</translation>
    </message>
    <message>
        <source>Agree&amp;ment…</source>
        <translation>Überein&amp;stimmung&#xa0;…</translation>
    </message>
    <message>
        <source>All &amp;Occurrences…</source>
        <translation>A&amp;lle Vorkommen&#xa0;…</translation>
    </message>
    <message>
        <source>Always Exclude Such Paragraphs…</source>
        <translation>Solche Absätze immer ausschließen&#xa0;…</translation>
    </message>
    <message>
        <source>Another Claim on These Words</source>
        <translation>Noch eine Behauptung hier</translation>
    </message>
    <message>
        <source>Apply Last Label A&amp;gain</source>
        <translation>Letztes Label n&amp;och einmal vergeben</translation>
    </message>
    <message>
        <source>Ask a Languag&amp;e Model…</source>
        <translation>S&amp;prachmodell fragen&#xa0;…</translation>
    </message>
    <message>
        <source>Batch…</source>
        <translation>Stapel&#xa0;…</translation>
    </message>
    <message>
        <source>C&amp;lose Project</source>
        <translation>Projekt &amp;schließen</translation>
    </message>
    <message>
        <source>Change &amp;Keys…</source>
        <translation>&amp;Tastenkürzel ändern&#xa0;…</translation>
    </message>
    <message>
        <source>Choose a &amp;Label…</source>
        <translation>&amp;Label wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Claim &amp;Card</source>
        <translation>Behauptungs&amp;karte</translation>
    </message>
    <message>
        <source>Claim Cards beside the Te&amp;xt</source>
        <translation>Behau&amp;ptungskarten neben dem Text</translation>
    </message>
    <message>
        <source>Claims of the Article</source>
        <translation>Behauptungen des Artikels</translation>
    </message>
    <message>
        <source>Command &amp;Palette…</source>
        <translation>Befehls&amp;palette&#xa0;…</translation>
    </message>
    <message>
        <source>Comment on This…</source>
        <translation>Kommentieren&#xa0;…</translation>
    </message>
    <message>
        <source>Comments in the Project…</source>
        <translation>Kommentare im Projekt&#xa0;…</translation>
    </message>
    <message>
        <source>Conf&amp;licts…</source>
        <translation>Konf&amp;likte&#xa0;…</translation>
    </message>
    <message>
        <source>D&amp;etails…</source>
        <translation>An&amp;gaben&#xa0;…</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>De&amp;lete Article…</source>
        <translation>Artikel &amp;löschen&#xa0;…</translation>
    </message>
    <message>
        <source>E&amp;xclude or Include Paragraph</source>
        <translation>Absatz aus- oder &amp;einschließen</translation>
    </message>
    <message>
        <source>E&amp;xtend Selection by a Sentence</source>
        <translation>Einen Satz me&amp;hr auswählen</translation>
    </message>
    <message>
        <source>End One Character Earlier</source>
        <translation>Ende ein Zeichen zurück</translation>
    </message>
    <message>
        <source>End One Character Later</source>
        <translation>Ende ein Zeichen weiter</translation>
    </message>
    <message>
        <source>End One Word Earlier</source>
        <translation>Ende ein Wort zurück</translation>
    </message>
    <message>
        <source>End One Word Later</source>
        <translation>Ende ein Wort weiter</translation>
    </message>
    <message>
        <source>End with the Sentence</source>
        <translation>Ende am Satzende</translation>
    </message>
    <message>
        <source>Exclude Page F&amp;urniture</source>
        <translation>&amp;Beiwerk ausschließen</translation>
    </message>
    <message>
        <source>Find in A&amp;ll Articles…</source>
        <translation>In allen Artikeln s&amp;uchen&#xa0;…</translation>
    </message>
    <message>
        <source>Follow the Claim to Ano&amp;ther Article</source>
        <translation>Der Behauptung in einen anderen Artike&amp;l folgen</translation>
    </message>
    <message>
        <source>Follow the Claim’s Re&amp;lations</source>
        <translation>Den Beziehungen &amp;der Behauptung folgen</translation>
    </message>
    <message>
        <source>Gu&amp;idelines</source>
        <translation>Leit&amp;faden</translation>
    </message>
    <message>
        <source>Higher Priority</source>
        <translation>Höhere Priorität</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>I&amp;nconsistent Names…</source>
        <translation>Uneinh&amp;eitlich annotierte Namen&#xa0;…</translation>
    </message>
    <message>
        <source>In This Article</source>
        <translation>In diesem Artikel</translation>
    </message>
    <message>
        <source>Jump to a &amp;Word by Its First Letters</source>
        <translation>Wort über An&amp;fangsbuchstaben anspringen</translation>
    </message>
    <message>
        <source>La&amp;bel Names</source>
        <translation>Labelna&amp;men</translation>
    </message>
    <message>
        <source>Label the Article…</source>
        <translation>Labels des Artikels&#xa0;…</translation>
    </message>
    <message>
        <source>Labels of the Old Version…</source>
        <translation>Labels der alten Fassung&#xa0;…</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Sehr groß</translation>
    </message>
    <message>
        <source>Learn from &amp;Finished Articles</source>
        <translation>Aus &amp;fertigen Artikeln lernen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>List of Article&amp;s</source>
        <translation>&amp;Zur Artikelliste</translation>
    </message>
    <message>
        <source>Lower Priority</source>
        <translation>Niedrigere Priorität</translation>
    </message>
    <message>
        <source>Mar&amp;ks at Sentences Worth Checking</source>
        <translation>Prüfens&amp;werte Sätze kennzeichnen</translation>
    </message>
    <message>
        <source>Mark Sentence as &amp;Read and Continue</source>
        <translation>Sat&amp;z gelesen, weiter</translation>
    </message>
    <message>
        <source>Mark Sentence as Unread and Go &amp;Back</source>
        <translation>Satz ungelesen, z&amp;urück</translation>
    </message>
    <message>
        <source>Mark as &amp;Doubtful</source>
        <translation>Als &amp;zweifelhaft kennzeichnen</translation>
    </message>
    <message>
        <source>N&amp;umbers…</source>
        <translation>Za&amp;hlen&#xa0;…</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>Schmal</translation>
    </message>
    <message>
        <source>Ne&amp;xt Overlapping Label</source>
        <translation>Nächstes überla&amp;ppendes Label</translation>
    </message>
    <message>
        <source>Next &amp;Claim</source>
        <translation>Nächste Behauptun&amp;g</translation>
    </message>
    <message>
        <source>Next &amp;Paragraph</source>
        <translation>Nächster Absat&amp;z</translation>
    </message>
    <message>
        <source>Next &amp;Sentence</source>
        <translation>Nächster &amp;Satz</translation>
    </message>
    <message>
        <source>Next &amp;Unlabelled Name</source>
        <translation>Nächster Na&amp;me ohne Label</translation>
    </message>
    <message>
        <source>Next La&amp;bel</source>
        <translation>Nä&amp;chstes Label</translation>
    </message>
    <message>
        <source>Next Selection Unit</source>
        <translation>Nächste Auswahleinheit</translation>
    </message>
    <message>
        <source>Next Sentence Worth Checkin&amp;g</source>
        <translation>Nächster &amp;prüfenswerter Satz</translation>
    </message>
    <message>
        <source>Nor&amp;mal Size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>Normal Height</source>
        <translation>Normale Höhe</translation>
    </message>
    <message>
        <source>Normal Width</source>
        <translation>Normale Breite</translation>
    </message>
    <message>
        <source>Not&amp;e…</source>
        <translation>Not&amp;iz&#xa0;…</translation>
    </message>
    <message>
        <source>Note on the Article…</source>
        <translation>Notiz zum Artikel&#xa0;…</translation>
    </message>
    <message>
        <source>One Person over &amp;Time…</source>
        <translation>Eine Person im &amp;Zeitverlauf&#xa0;…</translation>
    </message>
    <message>
        <source>Open &amp;Log Folder</source>
        <translation>&amp;Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Open &amp;Questions…</source>
        <translation>&amp;Offene Fragen&#xa0;…</translation>
    </message>
    <message>
        <source>Open the &amp;Sample Project</source>
        <translation>&amp;Beispielprojekt öffnen</translation>
    </message>
    <message>
        <source>Patte&amp;rns in Addition to Colours</source>
        <translation>M&amp;uster zusätzlich zu Farben</translation>
    </message>
    <message>
        <source>Practice &amp;Results…</source>
        <translation>Übungs&amp;ergebnisse&#xa0;…</translation>
    </message>
    <message>
        <source>Pre&amp;vious Label</source>
        <translation>Vo&amp;riges Label</translation>
    </message>
    <message>
        <source>Previous Cla&amp;im</source>
        <translation>V&amp;orige Behauptung</translation>
    </message>
    <message>
        <source>Previous Pa&amp;ragraph</source>
        <translation>Voriger A&amp;bsatz</translation>
    </message>
    <message>
        <source>Previous S&amp;entence</source>
        <translation>Voriger S&amp;atz</translation>
    </message>
    <message>
        <source>Previous Sentence W&amp;orth Checking</source>
        <translation>Voriger prüfenswerte&amp;r Satz</translation>
    </message>
    <message>
        <source>Previous Unl&amp;abelled Name</source>
        <translation>Vor&amp;iger Name ohne Label</translation>
    </message>
    <message>
        <source>Re&amp;move Label</source>
        <translation>Label &amp;entfernen</translation>
    </message>
    <message>
        <source>Re&amp;vert to the Previous Model</source>
        <translation>Zurü&amp;ck zum vorigen Modell</translation>
    </message>
    <message>
        <source>Read the Project &amp;File Elsewhere…</source>
        <translation>Projekt&amp;datei anderswo lesen&#xa0;…</translation>
    </message>
    <message>
        <source>Remove Part</source>
        <translation>Teil entfernen</translation>
    </message>
    <message>
        <source>Rene&amp;w Suggestions</source>
        <translation>Vorschläge erne&amp;uern</translation>
    </message>
    <message>
        <source>Rep&amp;air a Project…</source>
        <translation>Projekt &amp;reparieren&#xa0;…</translation>
    </message>
    <message>
        <source>Reviewed or Not Reviewed</source>
        <translation>Geprüft oder nicht geprüft</translation>
    </message>
    <message>
        <source>Right P&amp;anel</source>
        <translation>Re&amp;chte Spalte</translation>
    </message>
    <message>
        <source>Rules That E&amp;xclude Paragraphs…</source>
        <translation>Re&amp;geln, die Absätze ausschließen&#xa0;…</translation>
    </message>
    <message>
        <source>S&amp;hrink Selection by a Sentence</source>
        <translation>Einen Satz &amp;weniger auswählen</translation>
    </message>
    <message>
        <source>Said Be&amp;fore…</source>
        <translation>Fr&amp;üher gesagt&#xa0;…</translation>
    </message>
    <message>
        <source>Same Label for the Same Words</source>
        <translation>Gleiche Wörter gleich annotieren</translation>
    </message>
    <message>
        <source>Same as the System</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Sans Serif</source>
        <translation>Ohne Serifen</translation>
    </message>
    <message>
        <source>Save a &amp;Copy…</source>
        <translation>&amp;Kopie speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Schema: Labels and &amp;Guidelines…</source>
        <translation>Schema: Labels und Leitfa&amp;den&#xa0;…</translation>
    </message>
    <message>
        <source>Search Articles</source>
        <translation>Artikel suchen</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>Select &amp;Sentence</source>
        <translation>&amp;Satz auswählen</translation>
    </message>
    <message>
        <source>Select Part of Word</source>
        <translation>Wortteil auswählen</translation>
    </message>
    <message>
        <source>Select to the &amp;Next Paragraph</source>
        <translation>&amp;Nächsten Absatz mit auswählen</translation>
    </message>
    <message>
        <source>Select to the Pre&amp;vious Paragraph</source>
        <translation>&amp;Vorigen Absatz mit auswählen</translation>
    </message>
    <message>
        <source>Sentences That Sa&amp;y This…</source>
        <translation>Sätze, die &amp;das sagen&#xa0;…</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>Mit Serifen</translation>
    </message>
    <message>
        <source>Show or Hide Everybody’s Labels</source>
        <translation>Labels aller Personen ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Single Characters</source>
        <translation>Einzelne Zeichen</translation>
    </message>
    <message>
        <source>Skip with a Reason…</source>
        <translation>Mit Begründung überspringen&#xa0;…</translation>
    </message>
    <message>
        <source>Sou&amp;rces of Suggestions…</source>
        <translation>&amp;Quellen der Vorschläge&#xa0;…</translation>
    </message>
    <message>
        <source>Spli&amp;t Label Here</source>
        <translation>Label hier &amp;teilen</translation>
    </message>
    <message>
        <source>Start One Character Earlier</source>
        <translation>Anfang ein Zeichen zurück</translation>
    </message>
    <message>
        <source>Start One Character Later</source>
        <translation>Anfang ein Zeichen weiter</translation>
    </message>
    <message>
        <source>Start One Word Earlier</source>
        <translation>Anfang ein Wort zurück</translation>
    </message>
    <message>
        <source>Start One Word Later</source>
        <translation>Anfang ein Wort weiter</translation>
    </message>
    <message>
        <source>Start with the Sentence</source>
        <translation>Anfang am Satzanfang</translation>
    </message>
    <message>
        <source>Sto&amp;p Learning</source>
        <translation>Le&amp;rnen abbrechen</translation>
    </message>
    <message>
        <source>System Font</source>
        <translation>Systemschrift</translation>
    </message>
    <message>
        <source>Take the &amp;Tour</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <source>This Article Replaces…</source>
        <translation>Dieser Artikel ersetzt&#xa0;…</translation>
    </message>
    <message>
        <source>Wh&amp;o Says What…</source>
        <translation>Wer sagt &amp;was&#xa0;…</translation>
    </message>
    <message>
        <source>Who &amp;Is Who…</source>
        <translation>Wer &amp;ist wer&#xa0;…</translation>
    </message>
    <message>
        <source>Whole Sentences</source>
        <translation>Ganze Sätze</translation>
    </message>
    <message>
        <source>Whole Word, Part or Derived</source>
        <translation>Ganzes Wort, Wortteil, abgeleitet</translation>
    </message>
    <message>
        <source>Whole Words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Breit</translation>
    </message>
    <message>
        <source>Worth Checking: Top 10%</source>
        <translation>Prüfenswert: die obersten 10&#xa0;%</translation>
    </message>
    <message>
        <source>Worth Checking: Top 15%</source>
        <translation>Prüfenswert: die obersten 15&#xa0;%</translation>
    </message>
    <message>
        <source>Worth Checking: Top 20%</source>
        <translation>Prüfenswert: die obersten 20&#xa0;%</translation>
    </message>
    <message>
        <source>Worth Checking: Top 25%</source>
        <translation>Prüfenswert: die obersten 25&#xa0;%</translation>
    </message>
    <message>
        <source>Worth Checking: Top 30%</source>
        <translation>Prüfenswert: die obersten 30&#xa0;%</translation>
    </message>
    <message>
        <source>Worth Checking: Top 40%</source>
        <translation>Prüfenswert: die obersten 40&#xa0;%</translation>
    </message>
    <message>
        <source>Worth Checking: Top 50%</source>
        <translation>Prüfenswert: die obersten 50&#xa0;%</translation>
    </message>
    <message>
        <source>Write Pac&amp;kages…</source>
        <translation>Pa&amp;kete schreiben&#xa0;…</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>&amp;Fetch</source>
        <translation>A&amp;brufen</translation>
    </message>
    <message>
        <source>Address of the page</source>
        <translation>Adresse der Seite</translation>
    </message>
    <message>
        <source>Article from the Web</source>
        <translation>Artikel aus dem Web</translation>
    </message>
    <message>
        <source>Only this page is fetched, without pictures and scripts. Only the address is sent.</source>
        <translation>Nur diese Seite wird abgerufen, ohne Bilder und Skripte. Gesendet wird nur die Adresse.</translation>
    </message>
    <message>
        <source>Page to fetch: {address}</source>
        <translation>Abgerufen wird: {address}</translation>
    </message>
    <message>
        <source>This is not a web address.</source>
        <translation>Das ist keine Webadresse.</translation>
    </message>
</context>
<context>
    <name>Adjudicating</name>
    <message>
        <source>Nothing is proposed here: choose A, B or ⌫.</source>
        <translation>Hier wird nichts vorgeschlagen: Wählen Sie A, B oder ⌫.</translation>
    </message>
    <message>
        <source>There is no answer {letter} here.</source>
        <translation>Eine Antwort {letter} gibt es hier nicht.</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
</context>
<context>
    <name>AdjudicationArticles</name>
    <message>
        <source>1 answer has lost its majority to new labels.</source>
        <translation>1 Antwort hat durch neue Labels ihre Mehrheit verloren.</translation>
    </message>
    <message>
        <source>1 question is open in 1 article.</source>
        <translation>1 Frage ist offen, in 1 Artikel.</translation>
    </message>
    <message>
        <source>Adjudicate</source>
        <translation>Adjudizieren</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Articles that two people have finished are listed here.</source>
        <translation>Hier stehen Artikel, die zwei Personen abgeschlossen haben.</translation>
    </message>
    <message>
        <source>Articles to adjudicate</source>
        <translation>Artikel zum Adjudizieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen&#xa0;…</translation>
    </message>
    <message>
        <source>Lost majority</source>
        <translation>Ohne Mehrheit</translation>
    </message>
    <message>
        <source>No article has been finished by two people yet.</source>
        <translation>Noch kein Artikel ist von zwei Personen abgeschlossen.</translation>
    </message>
    <message>
        <source>No question is open.</source>
        <translation>Keine Frage ist offen.</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>Offene Fragen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Settle by Rule…</source>
        <translation>Nach Regel entscheiden&#xa0;…</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>{count} answers have lost their majority to new labels.</source>
        <translation>{count} Antworten haben durch neue Labels ihre Mehrheit verloren.</translation>
    </message>
    <message>
        <source>{count} questions are open in 1 article.</source>
        <translation>{count} Fragen sind offen, in 1 Artikel.</translation>
    </message>
    <message>
        <source>{count} questions are open in {articles} articles.</source>
        <translation>{count} Fragen sind offen, in {articles} Artikeln.</translation>
    </message>
</context>
<context>
    <name>AdjudicationBar</name>
    <message>
        <source>Adjudication</source>
        <translation>Adjudikation</translation>
    </message>
    <message>
        <source>All agree on this article.</source>
        <translation>In diesem Artikel stimmen alle überein.</translation>
    </message>
    <message>
        <source>All settled.</source>
        <translation>Alles entschieden.</translation>
    </message>
    <message>
        <source>Everybody’s labels (Y)</source>
        <translation>Alle Labels (Y)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Next Article</source>
        <translation>Nächster Artikel</translation>
    </message>
    <message>
        <source>No other article is left to adjudicate.</source>
        <translation>Kein weiterer Artikel ist zu adjudizieren.</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Keine davon</translation>
    </message>
    <message>
        <source>Relations to other articles are not adjudicated: {count}.</source>
        <translation>Beziehungen zu anderen Artikeln, die nicht adjudiziert werden: {count}.</translation>
    </message>
    <message>
        <source>Settled questions of this article</source>
        <translation>Entschiedene Fragen dieses Artikels</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Namen anzeigen</translation>
    </message>
    <message>
        <source>Stop adjudicating</source>
        <translation>Adjudizieren beenden</translation>
    </message>
    <message>
        <source>Which label, if any?</source>
        <translation>Label oder keines?</translation>
    </message>
    <message>
        <source>Which label?</source>
        <translation>Welches Label?</translation>
    </message>
    <message>
        <source>Which words?</source>
        <translation>Welche Wörter?</translation>
    </message>
    <message>
        <source>Which {field}?</source>
        <translation>{field}: Was gilt?</translation>
    </message>
    <message>
        <source>Which {relation}?</source>
        <translation>{relation}: Was gilt?</translation>
    </message>
    <message>
        <source>{settled} of {count}</source>
        <translation>{settled} von {count}</translation>
    </message>
    <message>
        <source>✓ has lost its majority to new labels. Choose it again to keep it.</source>
        <translation>✓ hat durch neue Labels die Mehrheit verloren. Wählen Sie es wieder, wenn es bleiben soll.</translation>
    </message>
</context>
<context>
    <name>AdjudicationOpener</name>
    <message>
        <source>All articles that several people finished are adjudicated.</source>
        <translation>Alle Artikel, die mehrere Personen abgeschlossen haben, sind adjudiziert.</translation>
    </message>
    <message>
        <source>everybody’s labels</source>
        <translation>Labels aller Personen</translation>
    </message>
    <message>
        <source>last answer as example</source>
        <translation>letzte Antwort als Beispiel</translation>
    </message>
    <message>
        <source>next article</source>
        <translation>nächster Artikel</translation>
    </message>
    <message>
        <source>no article is left to adjudicate</source>
        <translation>kein Artikel ist noch zu adjudizieren</translation>
    </message>
    <message>
        <source>none of them</source>
        <translation>keine davon</translation>
    </message>
    <message>
        <source>take</source>
        <translation>übernehmen</translation>
    </message>
    <message>
        <source>take as well</source>
        <translation>auch übernehmen</translation>
    </message>
    <message>
        <source>what most say</source>
        <translation>was die meisten sagen</translation>
    </message>
</context>
<context>
    <name>Agreement</name>
    <message>
        <source>1 pair</source>
        <translation>1 Paar</translation>
    </message>
    <message>
        <source>Agreement by pair of people</source>
        <translation>Übereinstimmung je Paar</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Beyond chance: {figures} (1 is full agreement, 0 is chance).</source>
        <translation>Zufallsbereinigt: {figures} (1 ist volle Übereinstimmung, 0 ist Zufall).</translation>
    </message>
    <message>
        <source>Confused labels</source>
        <translation>Verwechselte Labels</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Abweichungen</translation>
    </message>
    <message>
        <source>In the articles that two people finished, nobody labelled anything here.</source>
        <translation>In den Artikeln, die zwei Personen abgeschlossen haben, hat hier niemand etwas annotiert.</translation>
    </message>
    <message>
        <source>Labelled alike, out of 100</source>
        <translation>Gleich annotiert, von 100</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>No article is marked as done by two people.</source>
        <translation>Kein Artikel ist von zwei Personen abgeschlossen.</translation>
    </message>
    <message>
        <source>Of 100 claims that one of two people labelled, the other labelled {share} the same way</source>
        <translation>Von 100 Behauptungen, die eine von zwei Personen annotiert hat, hat die andere {share} genauso annotiert</translation>
    </message>
    <message>
        <source>Of 100 labels that one of two people set, the other set {share} the same way</source>
        <translation>Von 100 Labels, die eine von zwei Personen vergeben hat, hat die andere {share} genauso vergeben</translation>
    </message>
    <message>
        <source>Of 100 names that one of two people labelled, the other labelled {share} the same way</source>
        <translation>Von 100 Namen, die eine von zwei Personen annotiert hat, hat die andere {share} genauso annotiert</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Eine Person</translation>
    </message>
    <message>
        <source>Only one label was used, so no other could be confused with it.</source>
        <translation>Es wurde nur ein Label benutzt, also konnte keines mit ihm verwechselt werden.</translation>
    </message>
    <message>
        <source>Only one value was used, or nothing has values from two people.</source>
        <translation>Es wurde nur ein Wert benutzt, oder nirgends gibt es Werte von zwei Personen.</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Spanne</translation>
    </message>
    <message>
        <source>The other person</source>
        <translation>Die andere Person</translation>
    </message>
    <message>
        <source>The whole text carries one label, so chance would agree too.</source>
        <translation>Der ganze Text trägt ein Label, also würde auch der Zufall übereinstimmen.</translation>
    </message>
    <message>
        <source>With partial overlaps: {share}.</source>
        <translation>Überlappende Wörter mitgezählt: {share}.</translation>
    </message>
    <message>
        <source>With {count} articles or more, a range is shown.</source>
        <translation>Eine Spanne wird ab {count} Artikeln angezeigt.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>kein Label</translation>
    </message>
    <message>
        <source>one value only</source>
        <translation>nur ein Wert</translation>
    </message>
    <message>
        <source>{count} pairs</source>
        <translation>{count} Paare</translation>
    </message>
    <message>
        <source>{one} and {other}: {share} out of 100 labelled alike, {articles}</source>
        <translation>{one} und {other}: {share} von 100 gleich annotiert, {articles}</translation>
    </message>
    <message>
        <source>{said} “{words}”</source>
        <translation>{said} „{words}“</translation>
    </message>
</context>
<context>
    <name>AgreementWindow</name>
    <message>
        <source>1 disagreement</source>
        <translation>1 Abweichung</translation>
    </message>
    <message>
        <source>Ad&amp;judicate…</source>
        <translation>Ad&amp;judizieren&#xa0;…</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Agreement about fields and relations</source>
        <translation>Übereinstimmung bei Feldern und Beziehungen</translation>
    </message>
    <message>
        <source>Agreement by label</source>
        <translation>Übereinstimmung je Label</translation>
    </message>
    <message>
        <source>Agreement by month</source>
        <translation>Übereinstimmung je Monat</translation>
    </message>
    <message>
        <source>Click a pair, a confusion, a field or a relation to list where people differ.</source>
        <translation>Klicken Sie auf ein Paar, eine Verwechslung, ein Feld oder eine Beziehung, um die Abweichungen zu sehen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Confusions</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Field or relation</source>
        <translation>Feld oder Beziehung</translation>
    </message>
    <message>
        <source>Fields and relations</source>
        <translation>Felder und Beziehungen</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Listing…</source>
        <translation>Wird gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird berechnet&#xa0;…</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>The first {count} are listed.</source>
        <translation>Die ersten {count} sind aufgeführt.</translation>
    </message>
    <message>
        <source>{count} disagreements</source>
        <translation>{count} Abweichungen</translation>
    </message>
    <message>
        <source>{relation} (relation)</source>
        <translation>{relation} (Beziehung)</translation>
    </message>
</context>
<context>
    <name>Altered</name>
    <message>
        <source>index {name}</source>
        <translation>Index {name}</translation>
    </message>
    <message>
        <source>table {name}</source>
        <translation>Tabelle {name}</translation>
    </message>
    <message>
        <source>trigger {name}</source>
        <translation>Trigger {name}</translation>
    </message>
    <message>
        <source>view {name}</source>
        <translation>Sicht {name}</translation>
    </message>
    <message>
        <source>{file} is open for reading only: another program altered it ({objects}), and labels could be lost.</source>
        <translation>{file} ist nur zum Lesen geöffnet: Ein anderes Programm hat die Datei verändert ({objects}), und Labels könnten verloren gehen.</translation>
    </message>
    <message>
        <source>{objects} and {count} more</source>
        <translation>{objects} und {count} weitere</translation>
    </message>
</context>
<context>
    <name>Appearance</name>
    <message>
        <source>Claim cards are off now. There was no room for them beside the text.</source>
        <translation>Die Behauptungskarten sind jetzt aus. Neben dem Text war kein Platz für sie.</translation>
    </message>
    <message>
        <source>No room for claim cards beside the text: hide a panel, widen the window or zoom out.</source>
        <translation>Neben dem Text ist kein Platz für Behauptungskarten: Blenden Sie eine Spalte aus, verbreitern Sie das Fenster oder verkleinern Sie die Schrift.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Close the other windows first, then choose the language again.</source>
        <translation>Schließen Sie zuerst die anderen Fenster, und wählen Sie dann die Sprache noch einmal.</translation>
    </message>
    <message>
        <source>Show the Log</source>
        <translation>Protokoll anzeigen</translation>
    </message>
    <message>
        <source>Spanwright crashed last time. All your labels are stored.</source>
        <translation>Spanwright ist beim letzten Mal abgestürzt. Alle Labels sind gespeichert.</translation>
    </message>
    <message>
        <source>Spanwright was not closed properly last time. All your labels are stored.</source>
        <translation>Spanwright wurde beim letzten Mal nicht richtig beendet. Alle Labels sind gespeichert.</translation>
    </message>
    <message>
        <source>The program is still busy. Choose the language again in a moment.</source>
        <translation>Das Programm ist noch beschäftigt. Wählen Sie die Sprache gleich noch einmal.</translation>
    </message>
    <message>
        <source>Training is still running. Stop it or wait until it ends, then choose the language again.</source>
        <translation>Ein Training läuft. Halten Sie es an oder warten Sie es ab, und wählen Sie dann die Sprache noch einmal.</translation>
    </message>
    <message>
        <source>{file} was not opened automatically: the program ended twice while opening it.</source>
        <translation>{file} wurde nicht automatisch geöffnet: Das Programm wurde beim Öffnen zweimal beendet.</translation>
    </message>
</context>
<context>
    <name>ArticleLabels</name>
    <message>
        <source>Labels of the article</source>
        <translation>Labels des Artikels</translation>
    </message>
    <message>
        <source>Replaced by “{title}”</source>
        <translation>Ersetzt durch „{title}“</translation>
    </message>
    <message>
        <source>Replaces “{title}”</source>
        <translation>Ersetzt „{title}“</translation>
    </message>
    <message>
        <source>This project’s schema has no labels for whole articles.</source>
        <translation>Das Schema dieses Projekts hat keine Labels für ganze Artikel.</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Adjudicated by {name}, {date}</source>
        <translation>Adjudiziert von {name}, {date}</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Comments are open.</source>
        <translation>Kommentare sind offen.</translation>
    </message>
    <message>
        <source>Filter and order</source>
        <translation>Filter und Reihenfolge</translation>
    </message>
    <message>
        <source>No article is in this state.</source>
        <translation>Kein Artikel hat diesen Status.</translation>
    </message>
    <message>
        <source>No article matches the filters.</source>
        <translation>Kein Artikel passt zu den Filtern.</translation>
    </message>
    <message>
        <source>No title contains “{words}”.
Press F3 to search the texts.</source>
        <translation>Kein Titel enthält „{words}“.
Mit F3 in den Texten suchen.</translation>
    </message>
    <message>
        <source>Nothing here yet.
Import articles (Ctrl+I), paste one (Ctrl+Shift+V), or drop files.</source>
        <translation>Noch nichts da.
Artikel importieren (Strg+I), einfügen (Strg+Umschalt+V) oder Dateien hierher ziehen.</translation>
    </message>
    <message>
        <source>Reviewed by {name}, {date}</source>
        <translation>Geprüft von {name}, {date}</translation>
    </message>
    <message>
        <source>{share} ({counts})</source>
        <translation>{share} ({counts})</translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>not done by you</source>
        <translation>von Ihnen nicht abgeschlossen</translation>
    </message>
</context>
<context>
    <name>ArticleOrganiser</name>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Batch for {articles} (leave empty for none):</source>
        <translation>Name des Stapels für {articles} (leer: kein Stapel):</translation>
    </message>
    <message>
        <source>High priority: it comes first in every order.</source>
        <translation>Hohe Priorität: Der Artikel kommt in jeder Reihenfolge zuerst.</translation>
    </message>
    <message>
        <source>Low priority: it comes last in every order.</source>
        <translation>Niedrige Priorität: Der Artikel kommt in jeder Reihenfolge zuletzt.</translation>
    </message>
    <message>
        <source>Normal priority.</source>
        <translation>Normale Priorität.</translation>
    </message>
    <message>
        <source>Put into the batch “{batch}”: {articles}.</source>
        <translation>In den Stapel „{batch}“ gelegt: {articles}.</translation>
    </message>
    <message>
        <source>Reason for skipping:</source>
        <translation>Grund für das Überspringen:</translation>
    </message>
    <message>
        <source>Removed from the batch: {articles}.</source>
        <translation>Aus dem Stapel genommen: {articles}.</translation>
    </message>
    <message>
        <source>Skip Article</source>
        <translation>Überspringen</translation>
    </message>
</context>
<context>
    <name>ArticlePicker</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
</context>
<context>
    <name>ArticleTips</name>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>Partly read: the line stands beside what was read</source>
        <translation>Zum Teil gelesen: Der Strich steht neben dem Gelesenen</translation>
    </message>
    <message>
        <source>Read: has labels</source>
        <translation>Gelesen: mit Labels</translation>
    </message>
    <message>
        <source>Read: nothing to label</source>
        <translation>Gelesen: nichts zu annotieren</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>{quote}, {label}</source>
        <translation>{quote}, {label}</translation>
    </message>
    <message>
        <source>{quote}, {label}, suggestion</source>
        <translation>{quote}, {label}, Vorschlag</translation>
    </message>
    <message>
        <source>{quote}, {label}, suggestion, {score}%</source>
        <translation>{quote}, {label}, Vorschlag, {score} %</translation>
    </message>
</context>
<context>
    <name>AsTable</name>
    <message>
        <source>Export Table</source>
        <translation>Tabelle exportieren</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Gespeichert als {file}</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
</context>
<context>
    <name>BatchLink</name>
    <message>
        <source>Batch…</source>
        <translation>Stapel&#xa0;…</translation>
    </message>
    <message>
        <source>Put the found articles into a batch</source>
        <translation>Die gefundenen Artikel in einen Stapel legen</translation>
    </message>
</context>
<context>
    <name>BlankPage</name>
    <message>
        <source>Choose one from the list, or import more.</source>
        <translation>Einen aus der Liste wählen oder weitere importieren.</translation>
    </message>
    <message>
        <source>Drop files or a folder on the window, import them, or paste the text of an article.</source>
        <translation>Dateien oder einen Ordner auf das Fenster ziehen, importieren oder den Text eines Artikels einfügen.</translation>
    </message>
    <message>
        <source>Import Articles…</source>
        <translation>Artikel importieren&#xa0;…</translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>Kein Artikel ist geöffnet</translation>
    </message>
    <message>
        <source>No article yet</source>
        <translation>Noch kein Artikel</translation>
    </message>
    <message>
        <source>Paste an Article…</source>
        <translation>Artikel einfügen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Claimant not set</source>
        <translation>Urheber offen</translation>
    </message>
    <message>
        <source>No topic</source>
        <translation>Ohne Thema</translation>
    </message>
    <message>
        <source>Somebody unnamed</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>The article itself</source>
        <translation>Der Artikel selbst</translation>
    </message>
    <message>
        <source>affirm</source>
        <translation>stimmt zu</translation>
    </message>
    <message>
        <source>refute</source>
        <translation>bestreitet</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>unklar</translation>
    </message>
    <message>
        <source>{affirm} affirm, {refute} refute, {unclear} unclear</source>
        <translation>stimmt zu: {affirm}, bestreitet: {refute}, unklar: {unclear}</translation>
    </message>
    <message>
        <source>{words} (unnamed)</source>
        <translation>{words} (ohne Namen)</translation>
    </message>
</context>
<context>
    <name>BoardFilters</name>
    <message>
        <source>All publishers</source>
        <translation>Alle Medien</translation>
    </message>
    <message>
        <source>Any verdict</source>
        <translation>Jedes Urteil</translation>
    </message>
    <message>
        <source>Any worthiness</source>
        <translation>Jeder Prüfwert</translation>
    </message>
    <message>
        <source>Check-worthiness</source>
        <translation>Prüfwert</translation>
    </message>
    <message>
        <source>Claimant</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Von allen</translation>
    </message>
    <message>
        <source>Find a claimant</source>
        <translation>Urheber suchen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>From 2026-01</source>
        <translation>von 1.2026</translation>
    </message>
    <message>
        <source>Labels by</source>
        <translation>Labels von</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>noch offen</translation>
    </message>
    <message>
        <source>to 2026-12</source>
        <translation>bis 12.2026</translation>
    </message>
</context>
<context>
    <name>BoardWindow</name>
    <message>
        <source>&amp;Copy as Table</source>
        <translation>Als Tabelle &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Save As</source>
        <translation>&amp;Speichern als</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Alle Themen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to all claimants (Esc)</source>
        <translation>Zurück zu allen Urhebern (Esc)</translation>
    </message>
    <message>
        <source>Claimant</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied only the first {rows} claimants and {columns} topics.</source>
        <translation>Nur die ersten {rows} Urheber und {columns} Themen wurden kopiert.</translation>
    </message>
    <message>
        <source>Copied. Paste it into a spreadsheet or a document.</source>
        <translation>Kopiert. In eine Tabelle oder ein Dokument einfügen.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt&#xa0;…</translation>
    </message>
    <message>
        <source>No claim matches.</source>
        <translation>Keine passende Behauptung.</translation>
    </message>
    <message>
        <source>No claims yet: make some in an article, or accept suggested ones.</source>
        <translation>Noch keine Behauptungen: im Artikel welche anlegen oder vorgeschlagene annehmen.</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Bild (PNG)&#xa0;…</translation>
    </message>
    <message>
        <source>Picture (SVG)…</source>
        <translation>Bild (SVG)&#xa0;…</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern als</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Gespeichert als {file}.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tabelle (CSV)&#xa0;…</translation>
    </message>
    <message>
        <source>Who Says What</source>
        <translation>Wer sagt was</translation>
    </message>
    <message>
        <source>Who says what</source>
        <translation>Wer sagt was</translation>
    </message>
    <message>
        <source>Who says what in {project}</source>
        <translation>Wer sagt was in {project}</translation>
    </message>
    <message>
        <source>all topics</source>
        <translation>alle Themen</translation>
    </message>
    <message>
        <source>one claim</source>
        <translation>eine Behauptung</translation>
    </message>
    <message>
        <source>the first {count} are listed</source>
        <translation>die ersten {count} sind aufgeführt</translation>
    </message>
    <message>
        <source>{annotator} has no claims yet.</source>
        <translation>{annotator} hat noch keine Behauptungen.</translation>
    </message>
    <message>
        <source>{claimant}: {topic}</source>
        <translation>{claimant}: {topic}</translation>
    </message>
    <message>
        <source>{claims} claims</source>
        <translation>{claims} Behauptungen</translation>
    </message>
    <message>
        <source>{claims} claims by one claimant</source>
        <translation>{claims} Behauptungen von einem Urheber</translation>
    </message>
    <message>
        <source>{claims} claims by {claimants} claimants</source>
        <translation>{claims} Behauptungen von {claimants} Urhebern</translation>
    </message>
    <message>
        <source>{claims}, claimant open: {count}</source>
        <translation>{claims}, Urheber offen: {count}</translation>
    </message>
</context>
<context>
    <name>Boundaries</name>
    <message>
        <source>It already ends with its sentence.</source>
        <translation>Das Ende liegt schon am Satzende.</translation>
    </message>
    <message>
        <source>It already starts with its sentence.</source>
        <translation>Der Anfang liegt schon am Satzanfang.</translation>
    </message>
    <message>
        <source>The label now includes “{characters}”.</source>
        <translation>Zum Label gehört jetzt auch „{characters}“.</translation>
    </message>
    <message>
        <source>The selection now includes “{characters}”.</source>
        <translation>Zur Auswahl gehört jetzt auch „{characters}“.</translation>
    </message>
</context>
<context>
    <name>ByOthers</name>
    <message>
        <source>Others decided {count} suggestions here.</source>
        <translation>Andere haben hier über {count} Vorschläge entschieden.</translation>
    </message>
    <message>
        <source>Somebody else decided one suggestion here.</source>
        <translation>Jemand anderes hat hier über einen Vorschlag entschieden.</translation>
    </message>
    <message>
        <source>With Project → Write Packages, each person gets all suggestions.</source>
        <translation>Mit Projekt → Pakete schreiben bekommt jede Person alle Vorschläge.</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Accept all proposed values</source>
        <translation>Alle vorgeschlagenen Werte annehmen</translation>
    </message>
    <message>
        <source>Accept the proposed value</source>
        <translation>Vorgeschlagenen Wert annehmen</translation>
    </message>
    <message>
        <source>Another claim on these words</source>
        <translation>Noch eine Behauptung in diesen Wörtern</translation>
    </message>
    <message>
        <source>By character</source>
        <translation>Zeichenweise</translation>
    </message>
    <message>
        <source>By line</source>
        <translation>Zeilenweise</translation>
    </message>
    <message>
        <source>By word</source>
        <translation>Wortweise</translation>
    </message>
    <message>
        <source>Caret</source>
        <translation>Cursor</translation>
    </message>
    <message>
        <source>Change Keys…</source>
        <translation>Tastenkürzel ändern&#xa0;…</translation>
    </message>
    <message>
        <source>Claim Card</source>
        <translation>Behauptungskarte</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>Esc schließt</translation>
    </message>
    <message>
        <source>Find a key</source>
        <translation>Taste suchen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Next claim on the same words</source>
        <translation>Nächste Behauptung in denselben Wörtern</translation>
    </message>
    <message>
        <source>Next proposed field</source>
        <translation>Nächstes vorgeschlagenes Feld</translation>
    </message>
    <message>
        <source>No matches.</source>
        <translation>Keine Treffer.</translation>
    </message>
    <message>
        <source>Reject the proposed value</source>
        <translation>Vorgeschlagenen Wert ablehnen</translation>
    </message>
    <message>
        <source>Start, end of the article</source>
        <translation>Artikelanfang, -ende</translation>
    </message>
    <message>
        <source>Start, end of the line</source>
        <translation>Zeilenanfang, -ende</translation>
    </message>
    <message>
        <source>… and select on the way</source>
        <translation>… und dabei auswählen</translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>All labels</source>
        <translation>Alle Labels</translation>
    </message>
    <message>
        <source>All publishers</source>
        <translation>Alle Medien</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Labels by</source>
        <translation>Labels von</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Medium</translation>
    </message>
</context>
<context>
    <name>ClaimCard</name>
    <message>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>Click words…</source>
        <translation>Anklicken&#xa0;…</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Not saved yet: “{words}”</source>
        <translation>Noch nicht gespeichert: „{words}“</translation>
    </message>
    <message>
        <source>Nothing is proposed for this claim. A field’s key sets its value.</source>
        <translation>Für diese Behauptung wird nichts vorgeschlagen. Die Taste eines Felds setzt seinen Wert.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the claim</source>
        <translation>Behauptung entfernen</translation>
    </message>
    <message>
        <source>The fields are still being proposed. Press Return again once they are shown.</source>
        <translation>Die Felder werden noch vorgeschlagen. Drücken Sie die Eingabetaste noch einmal, wenn sie da sind.</translation>
    </message>
    <message>
        <source>The pronoun may mean either name.</source>
        <translation>Das Pronomen kann beide Namen meinen.</translation>
    </message>
    <message>
        <source>The suggested claim was accepted, too.</source>
        <translation>Die vorgeschlagene Behauptung wurde mit angenommen.</translation>
    </message>
    <message>
        <source>The suggested name was accepted, too.</source>
        <translation>Der vorgeschlagene Name wurde mit angenommen.</translation>
    </message>
    <message>
        <source>This does not fit here. {wanted}</source>
        <translation>Das passt hier nicht. {wanted}</translation>
    </message>
    <message>
        <source>{one} or {other}?</source>
        <translation>{one} oder {other}?</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} von {count}</translation>
    </message>
    <message>
        <source>{place} of {count} here</source>
        <translation>{place} von {count} hier</translation>
    </message>
</context>
<context>
    <name>ClaimPaths</name>
    <message>
        <source>No claim is linked to this.</source>
        <translation>Keine Behauptung hat eine Beziehung hierzu.</translation>
    </message>
    <message>
        <source>No claims after this point.</source>
        <translation>Nach dieser Stelle kommt keine Behauptung mehr.</translation>
    </message>
    <message>
        <source>No claims before this point.</source>
        <translation>Vor dieser Stelle steht keine Behauptung.</translation>
    </message>
    <message>
        <source>Nothing in another article is linked to the claim.</source>
        <translation>Die Behauptung hat keine Beziehungen in anderen Artikeln.</translation>
    </message>
    <message>
        <source>Nothing in this article is linked to the claim.</source>
        <translation>Die Behauptung hat keine Beziehungen in diesem Artikel.</translation>
    </message>
    <message>
        <source>Only suggested claims after this point: Label → Next Suggestion goes there.</source>
        <translation>Nach dieser Stelle kommen nur vorgeschlagene Behauptungen: Label → „Nächster Vorschlag“ führt dorthin.</translation>
    </message>
    <message>
        <source>Only suggested claims before this point: Label → Previous Suggestion goes there.</source>
        <translation>Vor dieser Stelle stehen nur vorgeschlagene Behauptungen: Label → „Voriger Vorschlag“ führt dorthin.</translation>
    </message>
    <message>
        <source>Place the caret in words that belong to a claim first.</source>
        <translation>Zuerst den Cursor in Wörter setzen, die zu einer Behauptung gehören.</translation>
    </message>
</context>
<context>
    <name>ClaimValues</name>
    <message>
        <source>{role}: {words}</source>
        <translation>{role}: {words}</translation>
    </message>
    <message>
        <source>{words} ({article})</source>
        <translation>{words} ({article})</translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>claim {place} of {count} with the same words</source>
        <translation>Behauptung {place} von {count} mit denselben Wörtern</translation>
    </message>
    <message>
        <source>claimant not set</source>
        <translation>Urheber offen</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>{end} ({role})</source>
        <translation>{end} ({role})</translation>
    </message>
</context>
<context>
    <name>ColourFields</name>
    <message>
        <source>Choose the colour, {where}</source>
        <translation>Farbe wählen, {where}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Colour, {where}</source>
        <translation>Farbe, {where}</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Easy to read and to tell apart, also for colour-blind people.</source>
        <translation>Gut zu lesen und zu unterscheiden, auch bei Farbenblindheit.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
</context>
<context>
    <name>CommentList</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Last comment</source>
        <translation>Letzter Kommentar</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
</context>
<context>
    <name>CommentModel</name>
    <message>
        <source>closed: {words}</source>
        <translation>geschlossen: {words}</translation>
    </message>
</context>
<context>
    <name>CommentsWindow</name>
    <message>
        <source>Add Comment</source>
        <translation>Kommentar hinzufügen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Answer:</source>
        <translation>Antwort:</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close Thread</source>
        <translation>Gespräch schließen</translation>
    </message>
    <message>
        <source>Closed threads, too</source>
        <translation>Auch geschlossene Gespräche</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>New comment on “{words}”:</source>
        <translation>Neuer Kommentar zu „{words}“:</translation>
    </message>
    <message>
        <source>No comments yet.</source>
        <translation>Noch keine Kommentare.</translation>
    </message>
    <message>
        <source>No thread is open.</source>
        <translation>Kein Gespräch ist offen.</translation>
    </message>
    <message>
        <source>Open threads: {count}</source>
        <translation>Offene Gespräche: {count}</translation>
    </message>
    <message>
        <source>Select words or a label in the article and press Shift+N to comment on it.</source>
        <translation>Wählen Sie Wörter oder ein Label im Artikel aus und drücken Sie Umschalt+N, um sie zu kommentieren.</translation>
    </message>
    <message>
        <source>The thread of this answer is gone. Select another thread to add the answer there.</source>
        <translation>Das Gespräch zu dieser Antwort gibt es nicht mehr. Wählen Sie ein anderes Gespräch, um dort zu antworten.</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Your comment is not added yet. Closing again discards it.</source>
        <translation>Ihr Kommentar ist noch nicht hinzugefügt. Erneutes Schließen verwirft ihn.</translation>
    </message>
    <message>
        <source>closed the thread.</source>
        <translation>hat das Gespräch geschlossen.</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>Field or relation, {place}</source>
        <translation>Feld oder Beziehung, {place}</translation>
    </message>
    <message>
        <source>Remove the condition</source>
        <translation>Bedingung entfernen</translation>
    </message>
    <message>
        <source>Remove {place}</source>
        <translation>Entfernen: {place}</translation>
    </message>
    <message>
        <source>Test, {place}</source>
        <translation>Prüfung, {place}</translation>
    </message>
    <message>
        <source>Values that count, {place}</source>
        <translation>Werte, die zählen, {place}</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>wählen&#xa0;…</translation>
    </message>
    <message>
        <source>does not lead to</source>
        <translation>führt nicht zu</translation>
    </message>
    <message>
        <source>is absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is not one of</source>
        <translation>ist keiner von</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist einer von</translation>
    </message>
    <message>
        <source>is present</source>
        <translation>ist vorhanden</translation>
    </message>
    <message>
        <source>leads to</source>
        <translation>führt zu</translation>
    </message>
    <message>
        <source>{name} (missing)</source>
        <translation>{name} (nicht vorhanden)</translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Each person’s version</source>
        <translation>Wer was eingetragen hat</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>Places where merged copies contradict each other are listed here.</source>
        <translation>Hier steht, wo zusammengeführte Kopien einander widersprechen.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>article details</source>
        <translation>Angaben zum Artikel</translation>
    </message>
    <message>
        <source>author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>boundaries</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>doubt</source>
        <translation>Zweifel</translation>
    </message>
    <message>
        <source>end of the relation</source>
        <translation>Ende der Beziehung</translation>
    </message>
    <message>
        <source>excluded paragraphs</source>
        <translation>ausgeschlossene Absätze</translation>
    </message>
    <message>
        <source>its own schema</source>
        <translation>eigenes Schema</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>kept or removed</source>
        <translation>behalten oder entfernt</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>label of the article</source>
        <translation>Label des Artikels</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>publisher</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>start of the relation</source>
        <translation>Anfang der Beziehung</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>state of the article</source>
        <translation>Status des Artikels</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>unknown label</source>
        <translation>unbekanntes Label</translation>
    </message>
    <message>
        <source>who is meant</source>
        <translation>wer gemeint ist</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>ConflictsWindow</name>
    <message>
        <source>Click a row to go to its place. Press a letter to take that person’s version; editing the place settles the conflict, too.</source>
        <translation>Ein Klick auf eine Zeile führt zur Stelle. Ein Buchstabe übernimmt, was diese Person eingetragen hat; auch jede Änderung der Stelle klärt den Konflikt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Conflicts: {count}</source>
        <translation>Konflikte: {count}</translation>
    </message>
    <message>
        <source>Nothing is in conflict.</source>
        <translation>Es gibt keine Konflikte.</translation>
    </message>
    <message>
        <source>Reading the conflicts…</source>
        <translation>Die Konflikte werden gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Settling…</source>
        <translation>Wird entschieden&#xa0;…</translation>
    </message>
    <message>
        <source>This row is not in the project. Change it in the article or the schema.</source>
        <translation>Das steht nicht mehr im Projekt. Ändern Sie es im Artikel oder im Schema.</translation>
    </message>
</context>
<context>
    <name>ConfusionTable</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Verwechslungsmatrix</translation>
    </message>
    <message>
        <source>Labelled ↓  found →</source>
        <translation>Annotiert ↓  gefunden →</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>übersehen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>CopiesLine</name>
    <message>
        <source>Joined as the same claim.</source>
        <translation>Als dieselbe Behauptung verbunden.</translation>
    </message>
    <message>
        <source>Kept as two claims.</source>
        <translation>Es bleiben zwei Behauptungen.</translation>
    </message>
    <message>
        <source>Not the Same</source>
        <translation>Nicht dieselbe</translation>
    </message>
    <message>
        <source>The Same Claim</source>
        <translation>Dieselbe Behauptung</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{one} and {other} may be the same claim (1 of {count}).</source>
        <translation>{one} und {other} sind vielleicht dieselbe Behauptung (1 von {count}).</translation>
    </message>
    <message>
        <source>{one} and {other} may be the same claim.</source>
        <translation>{one} und {other} sind vielleicht dieselbe Behauptung.</translation>
    </message>
    <message>
        <source>“{claim}” ({title})</source>
        <translation>„{claim}“ ({title})</translation>
    </message>
</context>
<context>
    <name>CopiesList</name>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Add &amp;Files…</source>
        <translation>&amp;Dateien hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Add F&amp;older…</source>
        <translation>&amp;Ordner hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Copies to merge</source>
        <translation>Kopien zum Zusammenführen</translation>
    </message>
    <message>
        <source>No copy added yet</source>
        <translation>Noch keine Kopie hinzugefügt</translation>
    </message>
    <message>
        <source>Spanwright projects (*{suffix})</source>
        <translation>Spanwright-Projekte (*{suffix})</translation>
    </message>
</context>
<context>
    <name>Corpus</name>
    <message>
        <source>All rows could be read.</source>
        <translation>Alle Zeilen waren lesbar.</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Articles by month</source>
        <translation>Artikel nach Monat</translation>
    </message>
    <message>
        <source>Choose below how to draw, and look at some titles before you add the articles to the project.</source>
        <translation>Wählen Sie unten, wie gezogen wird, und sehen Sie sich einige Titel an, bevor Sie die Artikel ins Projekt holen.</translation>
    </message>
    <message>
        <source>Claimant</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Behauptungen</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>Korpus</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Labels: suggested, not checked</source>
        <translation>Labels: vorgeschlagen, ungeprüft</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Month of publication</source>
        <translation>Monat der Veröffentlichung</translation>
    </message>
    <message>
        <source>Near-duplicates count as separate articles; the command “corpus near” finds them.</source>
        <translation>Fast identische Artikel zählen einzeln; der Befehl „corpus near“ findet sie.</translation>
    </message>
    <message>
        <source>No article could be read.</source>
        <translation>Kein Artikel war lesbar.</translation>
    </message>
    <message>
        <source>No article has a date.</source>
        <translation>Kein Artikel hat ein Datum.</translation>
    </message>
    <message>
        <source>No claims were suggested.</source>
        <translation>Es wurden keine Behauptungen vorgeschlagen.</translation>
    </message>
    <message>
        <source>No stance</source>
        <translation>Ohne Haltung</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Niemand genannt</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Ohne Angabe</translation>
    </message>
    <message>
        <source>Nothing was suggested.</source>
        <translation>Es wurde nichts vorgeschlagen.</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Publishers</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows without suggestions</source>
        <translation>Zeilen ohne Vorschläge</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Suggestions for a whole corpus are made on the command line, on this computer or on many. Nothing is started from here. The command also continues a run; without --address it uses this computer.</source>
        <translation>Vorschläge für ein ganzes Korpus macht ein Befehl auf der Befehlszeile, auf diesem Rechner oder auf vielen. Von hier aus wird nichts gestartet. Der Befehl setzt auch einen angefangenen Durchlauf fort; ohne --address rechnet dieser Rechner.</translation>
    </message>
    <message>
        <source>This sample is not representative of the whole corpus.</source>
        <translation>Diese Stichprobe ist nicht repräsentativ für das ganze Korpus.</translation>
    </message>
    <message>
        <source>Use several computers</source>
        <translation>Mehrere Rechner</translation>
    </message>
    <message>
        <source>Who says what</source>
        <translation>Wer sagt was</translation>
    </message>
    <message>
        <source>Who says what: suggested, not checked; right: {measured}</source>
        <translation>Wer sagt was: vorgeschlagen, ungeprüft; richtig: {measured}</translation>
    </message>
    <message>
        <source>a field is there twice in the same object</source>
        <translation>ein Feld steht zweimal im selben Objekt</translation>
    </message>
    <message>
        <source>a row of the file is not an article</source>
        <translation>eine Zeile der Datei ist kein Artikel</translation>
    </message>
    <message>
        <source>an entry of the file is not an article</source>
        <translation>ein Eintrag der Datei ist kein Artikel</translation>
    </message>
    <message>
        <source>no column with the text was found</source>
        <translation>keine Spalte mit dem Text gefunden</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>right: {measured}</source>
        <translation>richtig: {measured}</translation>
    </message>
    <message>
        <source>the file contains no article</source>
        <translation>die Datei enthält keinen Artikel</translation>
    </message>
    <message>
        <source>the file contains no text that can be read</source>
        <translation>die Datei enthält keinen lesbaren Text</translation>
    </message>
    <message>
        <source>the file contains only pictures of text</source>
        <translation>die Datei enthält nur Bilder von Text</translation>
    </message>
    <message>
        <source>the file could not be read</source>
        <translation>die Datei ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>the file is damaged from here on</source>
        <translation>ab hier ist die Datei beschädigt</translation>
    </message>
    <message>
        <source>the file is damaged, or not what its name says</source>
        <translation>die Datei ist beschädigt oder nicht das, was ihr Name sagt</translation>
    </message>
    <message>
        <source>the file is not valid XML</source>
        <translation>die Datei ist kein gültiges XML</translation>
    </message>
    <message>
        <source>the file is protected by a password</source>
        <translation>die Datei ist durch ein Passwort geschützt</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>die Datei ist zu groß</translation>
    </message>
    <message>
        <source>the line is not a JSON object</source>
        <translation>die Zeile ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>the line is not valid JSON</source>
        <translation>die Zeile ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>the process that read it ended</source>
        <translation>der lesende Prozess ist abgebrochen</translation>
    </message>
    <message>
        <source>the text contains a NUL character</source>
        <translation>der Text enthält ein NUL-Zeichen</translation>
    </message>
    <message>
        <source>the text contains half a character</source>
        <translation>der Text enthält ein halbes Zeichen</translation>
    </message>
    <message>
        <source>the text is not valid UTF-8</source>
        <translation>der Text ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>the text is too long for an article</source>
        <translation>der Text ist zu lang für einen Artikel</translation>
    </message>
    <message>
        <source>there is no text</source>
        <translation>kein Text vorhanden</translation>
    </message>
    <message>
        <source>{share} of {count} looked at</source>
        <translation>{share} von {count} angesehen</translation>
    </message>
</context>
<context>
    <name>CorpusWindow</name>
    <message>
        <source>&amp;Copy Command Line</source>
        <translation>&amp;Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Wird hinzugefügt&#xa0;…</translation>
    </message>
    <message>
        <source>All counts are of suggestions that nobody has checked.</source>
        <translation>Alle Zahlen stammen aus Vorschlägen, die niemand geprüft hat.</translation>
    </message>
    <message>
        <source>All such articles have already been drawn.</source>
        <translation>Alle solchen Artikel wurden schon gezogen.</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Choose &amp;Folder…</source>
        <translation>&amp;Ordner wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Choose a folder that the command “corpus prelabel” has written.</source>
        <translation>Wählen Sie einen Ordner, den der Befehl „corpus prelabel“ geschrieben hat.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>Korpus</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt&#xa0;…</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Wird gezogen&#xa0;…</translation>
    </message>
    <message>
        <source>Folder with the results</source>
        <translation>Ordner mit den Ergebnissen</translation>
    </message>
    <message>
        <source>No folder chosen</source>
        <translation>Kein Ordner gewählt</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Stopped; nothing was added to the project.</source>
        <translation>Abgebrochen; nichts wurde zum Projekt hinzugefügt.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>parts not finished</source>
        <translation>Teile nicht fertig</translation>
    </message>
    <message>
        <source>rows without suggestions</source>
        <translation>Zeilen ohne Vorschläge</translation>
    </message>
    <message>
        <source>samples drawn so far</source>
        <translation>Stichproben bisher</translation>
    </message>
    <message>
        <source>suggestions, not checked</source>
        <translation>Vorschläge, ungeprüft</translation>
    </message>
    <message>
        <source>{articles} with suggestions added to the project. Record: {name}.</source>
        <translation>{articles} mit Vorschlägen ins Projekt geholt. Protokoll: {name}.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Continue</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Error details</source>
        <translation>Einzelheiten des Fehlers</translation>
    </message>
    <message>
        <source>More errors are in the log.</source>
        <translation>Weitere Fehler stehen im Protokoll.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Reopen the Project</source>
        <translation>Projekt neu öffnen</translation>
    </message>
    <message>
        <source>Show the Log</source>
        <translation>Protokoll anzeigen</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>This is a bug in the program. All your labels are saved, and you can continue working. If something on the screen looks wrong, reopen the project. The details below are also in the log.</source>
        <translation>Das ist ein Fehler im Programm. Alle Labels sind gespeichert, die Arbeit kann weitergehen. Sieht auf dem Bildschirm etwas falsch aus, hilft es, das Projekt neu zu öffnen. Die Einzelheiten unten stehen auch im Protokoll.</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>Dev score {last}, best {best} after {steps} steps</source>
        <translation>Dev-Score {last}, bester {best} nach {steps} Schritten</translation>
    </message>
    <message>
        <source>Score {last}, but on the training articles: it says nothing about new ones</source>
        <translation>Score {last}, aber an den Trainingsartikeln: Er sagt nichts über neue</translation>
    </message>
    <message>
        <source>The curve appears during training.</source>
        <translation>Die Kurve erscheint während des Trainings.</translation>
    </message>
    <message>
        <source>Training progress</source>
        <translation>Trainingsverlauf</translation>
    </message>
    <message>
        <source>dashed: loss, now {loss}</source>
        <translation>gestrichelt: Verlust, jetzt {loss}</translation>
    </message>
    <message>
        <source>{steps} steps</source>
        <translation>{steps} Schritte</translation>
    </message>
</context>
<context>
    <name>DateRange</name>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
</context>
<context>
    <name>DealDialog</name>
    <message>
        <source>%</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Annotators</source>
        <translation>&amp;Annotierende</translation>
    </message>
    <message>
        <source>&amp;Deal</source>
        <translation>&amp;Zuteilen</translation>
    </message>
    <message>
        <source>&amp;Leave out articles that somebody has already finished</source>
        <translation>Schon abgeschlossene Artikel aus&amp;lassen</translation>
    </message>
    <message>
        <source>&amp;Month</source>
        <translation>M&amp;onat</translation>
    </message>
    <message>
        <source>&amp;Publisher</source>
        <translation>&amp;Medium</translation>
    </message>
    <message>
        <source>&amp;Shared articles</source>
        <translation>&amp;Gemeinsame Artikel</translation>
    </message>
    <message>
        <source>&amp;Take Back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>A&amp;nnotators per shared article</source>
        <translation>&amp;Personen je gemeinsamem Artikel</translation>
    </message>
    <message>
        <source>All articles have already been dealt.</source>
        <translation>Alle Artikel sind schon zugeteilt.</translation>
    </message>
    <message>
        <source>All other articles have already been dealt. Finished articles left out: {count}.</source>
        <translation>Alle anderen Artikel sind schon zugeteilt. Ausgelassene abgeschlossene Artikel: {count}.</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>Annotierende</translation>
    </message>
    <message>
        <source>Annotators per shared article</source>
        <translation>Personen je gemeinsamem Artikel</translation>
    </message>
    <message>
        <source>Art&amp;icles</source>
        <translation>Art&amp;ikel</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Articles taken back from {annotator}: {count}.</source>
        <translation>Artikel von {annotator} zurückgenommen: {count}.</translation>
    </message>
    <message>
        <source>Articles to deal: {count}.</source>
        <translation>Zuzuteilende Artikel: {count}.</translation>
    </message>
    <message>
        <source>At m&amp;ost</source>
        <translation>&amp;Höchstens</translation>
    </message>
    <message>
        <source>Comparing the articles…</source>
        <translation>Artikel werden verglichen&#xa0;…</translation>
    </message>
    <message>
        <source>Deal Articles</source>
        <translation>Artikel zuteilen</translation>
    </message>
    <message>
        <source>Dealing…</source>
        <translation>Wird zugeteilt&#xa0;…</translation>
    </message>
    <message>
        <source>In a package for {annotator}: {count}. If it comes back, its labels are still merged.</source>
        <translation>In einem Paket für {annotator}: {count}. Kommt es zurück, werden seine Labels trotzdem übernommen.</translation>
    </message>
    <message>
        <source>In total</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Largest number of articles to take back</source>
        <translation>Höchstzahl der Artikel, die zurückgenommen werden</translation>
    </message>
    <message>
        <source>Lea, Max, Ida</source>
        <translation>Lea, Max, Ida</translation>
    </message>
    <message>
        <source>Name the annotators who are to get articles.</source>
        <translation>Nennen Sie, wer Artikel bekommen soll.</translation>
    </message>
    <message>
        <source>Names, separated by commas.</source>
        <translation>Namen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Names, separated by commas. Without a name, the articles can be dealt later.</source>
        <translation>Namen, durch Kommas getrennt. Ohne Namen können die Artikel später zugeteilt werden.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Percentage of articles that several annotators get</source>
        <translation>Artikel, die mehrere bekommen, in Prozent</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>S&amp;tartwert</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Shared with others</source>
        <translation>Gemeinsam mit anderen</translation>
    </message>
    <message>
        <source>Spread evenly</source>
        <translation>Gleichmäßig verteilen</translation>
    </message>
    <message>
        <source>To nobody, because they have them already: {count}.</source>
        <translation>An niemanden, weil alle sie schon haben: {count}.</translation>
    </message>
    <message>
        <source>To others: {who}.</source>
        <translation>An andere: {who}.</translation>
    </message>
    <message>
        <source>Who gets how many</source>
        <translation>Wer wie viele bekommt</translation>
    </message>
    <message>
        <source>With labels by {annotator}, which stay: {count}.</source>
        <translation>Mit Labels von {annotator}, die bleiben: {count}.</translation>
    </message>
    <message>
        <source>You get articles yourself: label them here in the project. A package is written for you, too; you need it only on another computer.</source>
        <translation>Sie bekommen selbst Artikel: Annotieren Sie sie hier im Projekt. Auch für Sie wird ein Paket geschrieben; Sie brauchen es nur an einem anderen Rechner.</translation>
    </message>
    <message>
        <source>both {count}</source>
        <translation>beide {count}</translation>
    </message>
    <message>
        <source>not dealt to anybody yet</source>
        <translation>noch niemandem zugeteilt</translation>
    </message>
    <message>
        <source>shared {count}</source>
        <translation>gemeinsam {count}</translation>
    </message>
    <message>
        <source>taken back from {annotator} ({count} unfinished)</source>
        <translation>zurückgenommen von {annotator} ({count} offen)</translation>
    </message>
</context>
<context>
    <name>Decided</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Keine Vorschläge</translation>
    </message>
    <message>
        <source>{count} of 1 suggestion decided</source>
        <translation>{count} von 1 Vorschlag entschieden</translation>
    </message>
    <message>
        <source>{count} of {total} suggestions decided</source>
        <translation>{count} von {total} Vorschlägen entschieden</translation>
    </message>
    <message>
        <source>{share}%</source>
        <translation>{share}&#xa0;%</translation>
    </message>
    <message>
        <source>{share}% decided</source>
        <translation>{share} % entschieden</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>learning</source>
        <translation>das Lernen</translation>
    </message>
    <message>
        <source>suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Aliases</source>
        <translation>Auch genannt</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Nennungen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Not This One</source>
        <translation>Nicht gemeint</translation>
    </message>
    <message>
        <source>Q64, or the page’s address</source>
        <translation>Q64 oder die Adresse der Seite</translation>
    </message>
    <message>
        <source>Somebody Else</source>
        <translation>Jemand anderes</translation>
    </message>
    <message>
        <source>Spellings</source>
        <translation>Schreibweisen</translation>
    </message>
    <message>
        <source>The selected mentions refer to another person or organisation of that name.</source>
        <translation>Die gewählten Nennungen meinen eine andere Person oder Organisation dieses Namens.</translation>
    </message>
    <message>
        <source>Who is meant by the selected mentions is left open again.</source>
        <translation>Es ist wieder offen, wer mit den gewählten Nennungen gemeint ist.</translation>
    </message>
    <message>
        <source>Wikidata</source>
        <translation>Wikidata</translation>
    </message>
    <message>
        <source>separated by semicolons</source>
        <translation>durch Semikolon getrennt</translation>
    </message>
</context>
<context>
    <name>DetailsForm</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>A&amp;uthor</source>
        <translation>A&amp;utor</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Pu&amp;blished</source>
        <translation>Ers&amp;chienen</translation>
    </message>
    <message>
        <source>Publis&amp;her</source>
        <translation>&amp;Medium</translation>
    </message>
    <message>
        <source>This is not a date.</source>
        <translation>Das ist kein Datum.</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>such as 9 Mar 2026</source>
        <translation>zum Beispiel 9.3.2026</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>A check reads every text and label again, and compares them with what was stored.</source>
        <translation>Beim Prüfen werden alle Texte und Labels neu gelesen und mit dem Gespeicherten verglichen.</translation>
    </message>
    <message>
        <source>Check the Project</source>
        <translation>Projekt prüfen</translation>
    </message>
    <message>
        <source>Checking the project…</source>
        <translation>Das Projekt wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Everything is as it was stored: texts, labels, relations and the log of steps.</source>
        <translation>Alles ist, wie es gespeichert wurde: Texte, Labels, Beziehungen und das Protokoll der Schritte.</translation>
    </message>
    <message>
        <source>Helper process “{kind}”</source>
        <translation>Hilfsprozess „{kind}“</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Problems found: {count}. File → Repair a Project… saves what can be saved in a new file. The first:</source>
        <translation>Gefundene Fehler: {count}. Datei → Projekt reparieren&#xa0;… rettet, was zu retten ist, in eine neue Datei. Die ersten:</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Steps stored</source>
        <translation>Gespeicherte Schritte</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>im Leerlauf</translation>
    </message>
    <message>
        <source>none since the project was opened</source>
        <translation>keine, seit das Projekt geöffnet wurde</translation>
    </message>
    <message>
        <source>off: it kept stopping</source>
        <translation>aus: Er hat sich immer wieder beendet</translation>
    </message>
    <message>
        <source>working</source>
        <translation>arbeitet</translation>
    </message>
    <message>
        <source>{count} since the project was opened. The disk usually takes {median} ms for one; the slowest took {slowest} ms, {slow} took longer than a frame (16 ms).</source>
        <translation>{count}, seit das Projekt geöffnet wurde. Für einen braucht der Datenträger meist {median} ms; der langsamste dauerte {slowest} ms, {slow} dauerten länger als ein Bildaufbau (16 ms).</translation>
    </message>
    <message>
        <source>{version}. Before 3.51.3 it can damage a file if a step is stored while -wal is merged into the file (WAL-reset bug). Spanwright never does both at once.</source>
        <translation>{version}. Vor 3.51.3 kann es eine Datei beschädigen, wenn ein Schritt gespeichert wird, während -wal in die Datei übertragen wird (WAL-Reset-Fehler). Spanwright tut nie beides zugleich.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete article</source>
        <translation>Artikel löschen</translation>
    </message>
    <message>
        <source>Delete “{title}” with all its labels?</source>
        <translation>„{title}“ mit allen Labels löschen?</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Notes: {count}.</source>
        <translation>Hinweise: {count}.</translation>
    </message>
    <message>
        <source>Nothing new was added.</source>
        <translation>Es kam nichts Neues dazu.</translation>
    </message>
    <message>
        <source>One article added.</source>
        <translation>Ein Artikel hinzugefügt.</translation>
    </message>
    <message>
        <source>One existing article got labels.</source>
        <translation>Ein vorhandener Artikel hat Labels bekommen.</translation>
    </message>
    <message>
        <source>One label was left out.</source>
        <translation>Ein Label wurde ausgelassen.</translation>
    </message>
    <message>
        <source>One suggestion added.</source>
        <translation>Ein Vorschlag hinzugefügt.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>This cannot be undone. Backups keep the article.</source>
        <translation>Das lässt sich nicht zurücknehmen. In Sicherungen bleibt der Artikel erhalten.</translation>
    </message>
    <message>
        <source>{count} articles added.</source>
        <translation>{count} Artikel hinzugefügt.</translation>
    </message>
    <message>
        <source>{count} existing articles got labels.</source>
        <translation>{count} vorhandene Artikel haben Labels bekommen.</translation>
    </message>
    <message>
        <source>{count} labels were left out.</source>
        <translation>{count} Labels wurden ausgelassen.</translation>
    </message>
    <message>
        <source>{count} suggestions added.</source>
        <translation>{count} Vorschläge hinzugefügt.</translation>
    </message>
    <message>
        <source>{key} shows the labels by {names}.</source>
        <translation>{key} zeigt die Labels von {names}.</translation>
    </message>
</context>
<context>
    <name>Discarding</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep Editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>Article</source>
        <translation>Angaben zum Artikel</translation>
    </message>
</context>
<context>
    <name>DoubtTable</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Zweifel</translation>
    </message>
    <message>
        <source>Doubts about labels</source>
        <translation>Zweifel an Labels</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
</context>
<context>
    <name>DraftEditor</name>
    <message>
        <source>Remove the labels and fields of “{layer}” first.</source>
        <translation>Zuerst die Labels und Felder von „{layer}“ entfernen.</translation>
    </message>
    <message>
        <source>relations: {count}</source>
        <translation>Beziehungen: {count}</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Go to a claim first.</source>
        <translation>Zuerst zu einer Behauptung gehen.</translation>
    </message>
    <message>
        <source>back to the results</source>
        <translation>zurück zu den Treffern</translation>
    </message>
    <message>
        <source>done anyway</source>
        <translation>trotzdem abschließen</translation>
    </message>
</context>
<context>
    <name>DrawerFrame</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>EarlierList</name>
    <message>
        <source>Earlier claims</source>
        <translation>Frühere Behauptungen</translation>
    </message>
</context>
<context>
    <name>EarlierModel</name>
    <message>
        <source>only one is denied</source>
        <translation>nur eine ist verneint</translation>
    </message>
    <message>
        <source>opposite stance</source>
        <translation>gegensätzliche Haltung</translation>
    </message>
    <message>
        <source>other number</source>
        <translation>andere Zahl</translation>
    </message>
    <message>
        <source>other place</source>
        <translation>anderer Ort</translation>
    </message>
    <message>
        <source>other time</source>
        <translation>andere Zeit</translation>
    </message>
    <message>
        <source>other unit</source>
        <translation>andere Einheit</translation>
    </message>
    <message>
        <source>roles swapped</source>
        <translation>Rollen vertauscht</translation>
    </message>
    <message>
        <source>similar in meaning, {percent}%</source>
        <translation>ähnlicher Sinn, {percent} %</translation>
    </message>
    <message>
        <source>similar words, {percent}%</source>
        <translation>ähnliche Wörter, {percent} %</translation>
    </message>
    <message>
        <source>the opposite</source>
        <translation>das Gegenteil</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>dieselbe</translation>
    </message>
    <message>
        <source>“{there}” instead of “{here}”</source>
        <translation>„{there}“ statt „{here}“</translation>
    </message>
</context>
<context>
    <name>EditNames</name>
    <message>
        <source>Doubt</source>
        <translation>Zweifel</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>accept {what}</source>
        <translation>{what} annehmen</translation>
    </message>
    <message>
        <source>adjudication</source>
        <translation>Adjudikation</translation>
    </message>
    <message>
        <source>article added</source>
        <translation>Artikel hinzugefügt</translation>
    </message>
    <message>
        <source>article details</source>
        <translation>Angaben zum Artikel</translation>
    </message>
    <message>
        <source>article done</source>
        <translation>Artikel fertig</translation>
    </message>
    <message>
        <source>article open</source>
        <translation>Artikel wieder offen</translation>
    </message>
    <message>
        <source>article skipped</source>
        <translation>Artikel übersprungen</translation>
    </message>
    <message>
        <source>articles dealt</source>
        <translation>Artikel zugeteilt</translation>
    </message>
    <message>
        <source>boundary of {what}</source>
        <translation>Grenze von {what}</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>correct {what}</source>
        <translation>{what} korrigieren</translation>
    </message>
    <message>
        <source>dataset split saved</source>
        <translation>Aufteilung des Datensatzes gespeichert</translation>
    </message>
    <message>
        <source>dealt articles taken back</source>
        <translation>zugeteilte Artikel zurückgenommen</translation>
    </message>
    <message>
        <source>details of {what}</source>
        <translation>Angaben zu {what}</translation>
    </message>
    <message>
        <source>join {what}</source>
        <translation>{what} verbinden</translation>
    </message>
    <message>
        <source>label of the article</source>
        <translation>Label des Artikels</translation>
    </message>
    <message>
        <source>labels from a file</source>
        <translation>Labels aus einer Datei</translation>
    </message>
    <message>
        <source>last step</source>
        <translation>letzter Schritt</translation>
    </message>
    <message>
        <source>paragraph excluded</source>
        <translation>Absatz ausgeschlossen</translation>
    </message>
    <message>
        <source>reject {what}</source>
        <translation>{what} ablehnen</translation>
    </message>
    <message>
        <source>relabel {what}</source>
        <translation>Label von {what} ändern</translation>
    </message>
    <message>
        <source>relation to {what}</source>
        <translation>Beziehung zu {what}</translation>
    </message>
    <message>
        <source>remove {what}</source>
        <translation>{what} entfernen</translation>
    </message>
    <message>
        <source>replaced article</source>
        <translation>ersetzter Artikel</translation>
    </message>
    <message>
        <source>return to an earlier step</source>
        <translation>Rückkehr zu einem früheren Schritt</translation>
    </message>
    <message>
        <source>review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>schema changed</source>
        <translation>Schema geändert</translation>
    </message>
    <message>
        <source>sentence not read</source>
        <translation>Satz ungelesen</translation>
    </message>
    <message>
        <source>sentence read</source>
        <translation>Satz gelesen</translation>
    </message>
    <message>
        <source>split {what}</source>
        <translation>{what} teilen</translation>
    </message>
    <message>
        <source>who is meant by {what}</source>
        <translation>wer mit {what} gemeint ist</translation>
    </message>
    <message>
        <source>withdraw a suggestion</source>
        <translation>einen Vorschlag zurückziehen</translation>
    </message>
    <message>
        <source>withdraw {count} suggestions</source>
        <translation>{count} Vorschläge zurückziehen</translation>
    </message>
    <message>
        <source>{count} labels looked at</source>
        <translation>{count} Labels angesehen</translation>
    </message>
    <message>
        <source>{count} sentences read</source>
        <translation>{count} Sätze gelesen</translation>
    </message>
    <message>
        <source>{count} suggestions</source>
        <translation>{count} Vorschläge</translation>
    </message>
    <message>
        <source>{label} “{words}”</source>
        <translation>{label} „{words}“</translation>
    </message>
    <message>
        <source>{step}, {count} occurrences</source>
        <translation>{step}, {count} Stellen</translation>
    </message>
    <message>
        <source>{what} looked at</source>
        <translation>{what} angesehen</translation>
    </message>
    <message>
        <source>“{field}” of {what}</source>
        <translation>„{field}“ von {what}</translation>
    </message>
    <message>
        <source>“{title}”: {step}</source>
        <translation>„{title}“: {step}</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A comment has at most {longest} characters.</source>
        <translation>Ein Kommentar hat höchstens {longest} Zeichen.</translation>
    </message>
    <message>
        <source>A comment needs at least one word.</source>
        <translation>Ein Kommentar braucht mindestens ein Wort.</translation>
    </message>
    <message>
        <source>A label needs at least one character, in order and inside the text: {parts}.</source>
        <translation>Ein Label braucht mindestens ein Zeichen, geordnet und innerhalb des Textes: {parts}.</translation>
    </message>
    <message>
        <source>A long step is still being stored; try again when it is done.</source>
        <translation>Ein langer Schritt wird noch gespeichert; versuchen Sie es danach noch einmal.</translation>
    </message>
    <message>
        <source>A model needs at least {fewest} finished articles in its language to learn from; so far there are {count}.</source>
        <translation>Ein Modell lernt ab {fewest} fertigen Artikeln in seiner Sprache; bisher sind es {count}.</translation>
    </message>
    <message>
        <source>A name cannot cross a paragraph break: {start} to {end}. Choose words of one paragraph.</source>
        <translation>Ein Name kann nicht über einen Absatz hinausgehen: {start} bis {end}. Wählen Sie Wörter eines Absatzes.</translation>
    </message>
    <message>
        <source>A note or a field holds an invisible NUL character, half a character or an infinite number, which no file can hold. Empty it and enter it again.</source>
        <translation>Eine Notiz oder ein Feld enthält ein unsichtbares NUL-Zeichen, ein halbes Zeichen oder eine unendliche Zahl; das kann keine Datei aufnehmen. Leeren Sie das Feld, und geben Sie es neu ein.</translation>
    </message>
    <message>
        <source>A step before this one failed in {file}, so nothing is stored. Begin a new edit.</source>
        <translation>Ein früherer Schritt in {file} ist fehlgeschlagen, deshalb wird nichts gespeichert. Beginnen Sie eine neue Änderung.</translation>
    </message>
    <message>
        <source>A word list holds up to {most} entries, and {file} has more. Split it into several lists.</source>
        <translation>Eine Wortliste fasst bis zu {most} Einträge, und {file} hat mehr. Teilen Sie sie in mehrere Listen.</translation>
    </message>
    <message>
        <source>A worker cannot take part in this run: {what}. Install the same versions everywhere.</source>
        <translation>Ein Worker kann an diesem Durchlauf nicht teilnehmen: {what}. Installieren Sie überall dieselben Versionen.</translation>
    </message>
    <message>
        <source>All articles for “{name}” are in packages that were written before. To write them again, add --again.</source>
        <translation>Alle Artikel für „{name}“ sind in früheren Paketen. Um sie noch einmal zu schreiben, geben Sie --again an.</translation>
    </message>
    <message>
        <source>All articles to evaluate on are in languages that the model does not read: label some in its language.</source>
        <translation>Alle Artikel für die Auswertung sind in Sprachen, die das Modell nicht liest: Annotieren Sie einige in seiner Sprache.</translation>
    </message>
    <message>
        <source>An address must not contain a password or key, because it is written into the results. Put it into the settings of the storage’s package.</source>
        <translation>Eine Adresse darf kein Passwort und keinen Schlüssel enthalten, denn sie steht später in den Ergebnissen. Hinterlegen Sie beides in den Einstellungen des Pakets für diesen Speicher.</translation>
    </message>
    <message>
        <source>An edit needs the name of the person who decides: project.edit(annotator=…).</source>
        <translation>Eine Änderung braucht den Namen der Person, die entscheidet: project.edit(annotator=…).</translation>
    </message>
    <message>
        <source>An edit of {file} has already begun. Use that one, or end its “with” block first.</source>
        <translation>Eine Bearbeitung von {file} hat schon begonnen. Verwenden Sie diese, oder beenden Sie zuerst ihren with-Block.</translation>
    </message>
    <message>
        <source>An identity needs a name: enter one.</source>
        <translation>Eine Identität braucht einen Namen: bitte eingeben.</translation>
    </message>
    <message>
        <source>Another program wrote other contents into {file} before it was closed. The file is used as it is now. The last steps of the earlier contents do not fit it and are left out; they stay in {log}. Backups are in {backups}.</source>
        <translation>Ein anderes Programm hat {file} mit anderem Inhalt überschrieben, bevor die Datei geschlossen war. Die Datei wird so verwendet, wie sie jetzt ist. Die letzten Schritte des früheren Inhalts passen nicht dazu und werden weggelassen; sie bleiben in {log}. Sicherungen liegen in {backups}.</translation>
    </message>
    <message>
        <source>Another program wrote other contents into {file} while it was open; the last step was not stored. Save a copy of what is open here; backups are in {backups}.</source>
        <translation>Ein anderes Programm hat {file} mit anderem Inhalt überschrieben, während die Datei geöffnet war; der letzte Schritt wurde nicht gespeichert. Speichern Sie eine Kopie dessen, was hier geöffnet ist; Sicherungen liegen in {backups}.</translation>
    </message>
    <message>
        <source>Another run is writing to {out} (process {process}).</source>
        <translation>Ein anderer Durchlauf schreibt gerade nach {out} (Prozess {process}).</translation>
    </message>
    <message>
        <source>Articles cannot be mixed by “{name}”. Choose from: {names}.</source>
        <translation>Nach „{name}“ können Artikel nicht gemischt werden. Möglich sind: {names}.</translation>
    </message>
    <message>
        <source>Articles cannot be shared among {per} annotators: name at least {per}, or share 0% of them.</source>
        <translation>Nennen Sie für gemeinsame Artikel von {per} Personen mindestens {per} Namen, oder wählen Sie 0&#xa0;% gemeinsame Artikel.</translation>
    </message>
    <message>
        <source>Corpora need packages that do not come with the program. To install them: pip install {packages}.</source>
        <translation>Für Korpora sind Pakete nötig, die nicht zum Programm gehören. So werden sie installiert: pip install {packages}.</translation>
    </message>
    <message>
        <source>Files of this type cannot be read: {file} ({suffix}).</source>
        <translation>Dateien dieser Art sind nicht lesbar: {file} ({suffix}).</translation>
    </message>
    <message>
        <source>From {start} to {end} there is only white space. Choose words.</source>
        <translation>Von {start} bis {end} ist nur Leerraum. Wählen Sie Wörter.</translation>
    </message>
    <message>
        <source>GLiNER answered with places that do not fit the article. Its suggestions are left out.</source>
        <translation>GLiNER nannte Stellen, die nicht zum Artikel passen. Seine Vorschläge fehlen.</translation>
    </message>
    <message>
        <source>GLiNER did not answer for {seconds} seconds and was ended. Its suggestions are left out.</source>
        <translation>GLiNER hat {seconds} Sekunden lang nicht geantwortet und wurde beendet. Seine Vorschläge fehlen.</translation>
    </message>
    <message>
        <source>GLiNER stopped: {reason}. Its suggestions are left out.</source>
        <translation>GLiNER wurde beendet: {reason}. Seine Vorschläge fehlen.</translation>
    </message>
    <message>
        <source>It is not clear which column of {file} contains the text. Choose one: {names}.</source>
        <translation>In {file} ist nicht zu erkennen, welche Spalte den Text enthält. Wählen Sie eine davon: {names}.</translation>
    </message>
    <message>
        <source>Left out “{title}”: {reason}. The other articles are not affected.</source>
        <translation>„{title}“ wurde ausgelassen: {reason}. Die anderen Artikel betrifft das nicht.</translation>
    </message>
    <message>
        <source>No GLiNER model is set up on this computer. Choose a Python and a model folder first.</source>
        <translation>Auf diesem Rechner ist kein GLiNER-Modell eingerichtet. Wählen Sie zuerst ein Python und einen Modellordner.</translation>
    </message>
    <message>
        <source>No annotator called {annotator} has labelled in {file}. Annotators: {names}.</source>
        <translation>In {file} hat niemand namens {annotator} Labels vergeben. Vorhanden sind: {names}.</translation>
    </message>
    <message>
        <source>No article is left for this sample: none fits, or earlier samples contain all that fit.</source>
        <translation>Für diese Stichprobe ist kein Artikel übrig: Keiner kommt infrage, oder frühere Stichproben enthalten schon alle.</translation>
    </message>
    <message>
        <source>No article of {file} is in split {split}. Export once with --split 80/10/10 --keep-split --new-split, which puts all articles into new splits, or leave the split out.</source>
        <translation>Kein Artikel von {file} gehört zum Teil {split}. Exportieren Sie einmal mit --split 80/10/10 --keep-split --new-split (das teilt alle Artikel neu auf), oder geben Sie keinen Teil an.</translation>
    </message>
    <message>
        <source>No copy was saved: another program wrote into {file}, and too little of your project is still in memory ({reason}). Backups are in {backups}.</source>
        <translation>Es wurde keine Kopie gespeichert: Ein anderes Programm hat {file} überschrieben, und von Ihrem Projekt ist zu wenig noch im Speicher ({reason}). Sicherungen liegen in {backups}.</translation>
    </message>
    <message>
        <source>No language model is set up: its address or its name is missing.</source>
        <translation>Kein Sprachmodell eingerichtet: Adresse oder Name fehlt.</translation>
    </message>
    <message>
        <source>No model reads the language of the finished articles, so there is nothing to build on.</source>
        <translation>Kein Modell liest die Sprache der fertigen Artikel: Es gibt nichts, worauf sich aufbauen ließe.</translation>
    </message>
    <message>
        <source>No model that comes with Spanwright reads the language of most articles, so none can be continued.</source>
        <translation>Kein mitgeliefertes Modell liest die Sprache der meisten Artikel; deshalb kann keines weitertrainiert werden.</translation>
    </message>
    <message>
        <source>No process could be started to read files. Close other programs and try again.</source>
        <translation>Zum Lesen von Dateien ließ sich kein Prozess starten. Schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No suggestion {id} is pending in {file}. project.suggestions() lists the ids.</source>
        <translation>In {file} ist kein Vorschlag {id} offen. project.suggestions() zählt die Kennungen auf.</translation>
    </message>
    <message>
        <source>No {name} is published for spaCy {present}, which is installed here. Nothing was fetched.</source>
        <translation>Für das hier installierte spaCy {present} ist kein {name} veröffentlicht. Nichts wurde heruntergeladen.</translation>
    </message>
    <message>
        <source>None of the {count} finished articles has a labelled name: there is nothing to learn.</source>
        <translation>In keinem der {count} fertigen Artikel hat ein Name ein Label: Es gibt nichts zu lernen.</translation>
    </message>
    <message>
        <source>Nothing can be written: {format} holds only claims with a check-worthiness that it knows. Claims without one: {count}.</source>
        <translation>Es lässt sich nichts schreiben: {format} nimmt nur Behauptungen mit einem dort bekannten Prüfwert auf. Behauptungen ohne: {count}.</translation>
    </message>
    <message>
        <source>Nothing can be written: {format} holds only claims with a verdict that it knows. Claims without one: {count}.</source>
        <translation>Es lässt sich nichts schreiben: {format} nimmt nur Behauptungen mit einem dort bekannten Urteil auf. Behauptungen ohne: {count}.</translation>
    </message>
    <message>
        <source>Nothing can be written: {format} holds only claims, and there are none that it can hold.</source>
        <translation>Es lässt sich nichts schreiben: {format} nimmt nur Behauptungen auf, und keine ist dafür geeignet.</translation>
    </message>
    <message>
        <source>Nothing could be saved from {file}: it no longer contains any article or label. There may be backups in {backups}.</source>
        <translation>Aus {file} war nichts zu retten: Die Datei enthält keinen Artikel und kein Label mehr. Vielleicht liegen Sicherungen in {backups}.</translation>
    </message>
    <message>
        <source>Nothing in {file} is adjudicated yet, so it has no gold labels. Adjudicate its articles first.</source>
        <translation>In {file} ist noch nichts adjudiziert, es gibt also kein Gold. Adjudizieren Sie zuerst Artikel.</translation>
    </message>
    <message>
        <source>Nothing in {file} is adjudicated yet. Adjudicate first, or set gold = false and name an annotator.</source>
        <translation>In {file} ist noch nichts adjudiziert. Adjudizieren Sie zuerst, oder setzen Sie gold = false und nennen Sie eine Person.</translation>
    </message>
    <message>
        <source>One task crashed the helper process for {kind} twice and was given up. Everything else continues.</source>
        <translation>Eine Aufgabe hat den Hilfsprozess für {kind} zweimal zum Absturz gebracht und wird aufgegeben. Alles andere geht weiter.</translation>
    </message>
    <message>
        <source>Reading {file} was stopped: it needs more than {limit} MB of memory. Articles read from it: {count}. Allow it more memory, or split it.</source>
        <translation>Das Lesen von {file} wurde abgebrochen: Es braucht mehr als {limit} MB Arbeitsspeicher. Daraus gelesene Artikel: {count}. Geben Sie der Datei mehr Speicher, oder teilen Sie sie.</translation>
    </message>
    <message>
        <source>Reading {file} was stopped: no article was finished within {seconds} seconds. Articles read from it: {count}. Allow it more time, or split it.</source>
        <translation>Das Lesen von {file} wurde abgebrochen: Binnen {seconds} Sekunden wurde kein Artikel fertig. Daraus gelesene Artikel: {count}. Geben Sie der Datei mehr Zeit, oder teilen Sie sie.</translation>
    </message>
    <message>
        <source>Something went wrong in the helper process for {kind}; the details are in the log.</source>
        <translation>Im Hilfsprozess für {kind} ist etwas schiefgegangen; die Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>Something went wrong; the details are in the log.</source>
        <translation>Etwas ist schiefgegangen; die Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>The Python {python} cannot import gliner: {reason}. To install it there: {python} -m pip install gliner.</source>
        <translation>Das Python {python} kann gliner nicht importieren: {reason}. So wird es dort installiert: {python} -m pip install gliner.</translation>
    </message>
    <message>
        <source>The article “{title}” cannot be replaced by itself, nor by an article that it has replaced.</source>
        <translation>Der Artikel „{title}“ lässt sich weder durch sich selbst ersetzen noch durch einen Artikel, den er ersetzt hat.</translation>
    </message>
    <message>
        <source>The article “{title}” has already been replaced by a newer version. Take that replacement back first.</source>
        <translation>Der Artikel „{title}“ ist schon durch eine neuere Fassung ersetzt. Nehmen Sie diese Ersetzung zuerst zurück.</translation>
    </message>
    <message>
        <source>The articles of “{name}” must go to others: name somebody else.</source>
        <translation>Die Artikel von „{name}“ müssen an andere gehen: Nennen Sie jemand anderen.</translation>
    </message>
    <message>
        <source>The copy {file} is not whole ({reason}) and was not kept. The disk or the project may be damaged: check the project, and save the copy elsewhere.</source>
        <translation>Die Kopie {file} ist nicht vollständig ({reason}) und wurde nicht behalten. Der Datenträger oder das Projekt ist vielleicht beschädigt: Prüfen Sie das Projekt, und speichern Sie die Kopie anderswo.</translation>
    </message>
    <message>
        <source>The disk is full ({folder}), so {file} cannot be used. All steps stored so far are safe. Make room and try again.</source>
        <translation>Der Datenträger ist voll ({folder}); so lässt sich mit {file} nicht arbeiten. Alle bisher gespeicherten Schritte sind sicher. Schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The disk is full ({folder}). All steps are stored, but some of them only in {file}-wal. Make room; until then, copy {file} only by “Save a Copy”.</source>
        <translation>Der Datenträger ist voll ({folder}). Alle Schritte sind gespeichert, einige aber erst in {file}-wal. Schaffen Sie Platz, und kopieren Sie {file} bis dahin nur mit „Kopie speichern“.</translation>
    </message>
    <message>
        <source>The disk is full ({folder}); the last step was not stored in {file}. Make room and repeat it.</source>
        <translation>Der Datenträger ist voll ({folder}); der letzte Schritt ist nicht in {file} gespeichert. Schaffen Sie Platz, und wiederholen Sie den Schritt.</translation>
    </message>
    <message>
        <source>The encoding of {file} could not be detected. Choose it in the import window.</source>
        <translation>Die Kodierung von {file} ließ sich nicht feststellen. Wählen Sie im Importfenster die richtige.</translation>
    </message>
    <message>
        <source>The export is a folder of files: call it {name} instead of {file}.</source>
        <translation>Der Export ist ein Ordner mit Dateien: Nennen Sie ihn {name} statt {file}.</translation>
    </message>
    <message>
        <source>The file fetched for {name} cannot be unpacked: {reason}. It was deleted.</source>
        <translation>Die für {name} heruntergeladene Datei lässt sich nicht entpacken: {reason}. Sie wurde gelöscht.</translation>
    </message>
    <message>
        <source>The file from {address} is not the published {name}: its checksum differs. It was deleted. Try again, perhaps from another network.</source>
        <translation>Die Datei von {address} ist nicht das veröffentlichte {name}: Die Prüfsumme stimmt nicht. Sie wurde gelöscht. Ein neuer Versuch, vielleicht aus einem anderen Netz, kann helfen.</translation>
    </message>
    <message>
        <source>The helper process for {kind} ended unexpectedly after it had written {file}. To write the file again, delete it first.</source>
        <translation>Der Hilfsprozess für {kind} wurde unerwartet beendet, nachdem er {file} geschrieben hatte. Um die Datei neu zu schreiben, löschen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>The helper process for {kind} ended unexpectedly twice. Try again; if that does not help, close other programs.</source>
        <translation>Der Hilfsprozess für {kind} wurde zweimal unerwartet beendet. Versuchen Sie es noch einmal; hilft das nicht, schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>The helper process for {kind} ended unexpectedly twice; it is off until you restart it.</source>
        <translation>Der Hilfsprozess für {kind} wurde zweimal unerwartet beendet; er bleibt aus, bis er neu gestartet wird.</translation>
    </message>
    <message>
        <source>The helper process for {kind} ended unexpectedly. Its results up to then are kept.</source>
        <translation>Der Hilfsprozess für {kind} wurde unerwartet beendet. Die Ergebnisse bis dahin bleiben erhalten.</translation>
    </message>
    <message>
        <source>The key file {file} could not be read: {reason}.</source>
        <translation>Die Schlüsseldatei {file} konnte nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The key for the language model may only contain letters, digits and signs on one line.</source>
        <translation>Der Schlüssel für das Sprachmodell darf nur Buchstaben, Ziffern und Sonderzeichen enthalten, alle in einer Zeile.</translation>
    </message>
    <message>
        <source>The language model at {address} could not be reached: {reason}.</source>
        <translation>Das Sprachmodell unter {address} war nicht zu erreichen: {reason}.</translation>
    </message>
    <message>
        <source>The language model declined to answer about “{title}”.</source>
        <translation>Das Sprachmodell hat es abgelehnt, zu „{title}“ zu antworten.</translation>
    </message>
    <message>
        <source>The language model took longer than {minutes} minutes in all, and was stopped.</source>
        <translation>Das Sprachmodell brauchte insgesamt länger als {minutes} Minuten und wurde angehalten.</translation>
    </message>
    <message>
        <source>The language model’s answer about “{title}” could not be read; nothing of it was used.</source>
        <translation>Die Antwort des Sprachmodells zu „{title}“ war nicht zu lesen; nichts davon wurde verwendet.</translation>
    </message>
    <message>
        <source>The last steps are stored, but only in {file}-wal: they could not be written to {file} ({reason}). Make room; until then copy both files, or use Save a Copy.</source>
        <translation>Die letzten Schritte sind gespeichert, aber nur in {file}-wal: Sie ließen sich nicht nach {file} schreiben ({reason}). Schaffen Sie Platz; bis dahin kopieren Sie beide Dateien oder benutzen „Kopie speichern“.</translation>
    </message>
    <message>
        <source>The log of the last steps of {file} was damaged, and steps after the damage are missing. The project as it was is in {copy}; repair that copy to see what can still be saved.</source>
        <translation>Das Protokoll der letzten Schritte von {file} war beschädigt, und Schritte nach dem Schaden fehlen. Das unveränderte Projekt liegt in {copy}; reparieren Sie diese Kopie, um zu sehen, was noch zu retten ist.</translation>
    </message>
    <message>
        <source>The merge deleted articles whose texts are no longer in the backup {backup}.</source>
        <translation>Durch das Zusammenführen wurden Artikel gelöscht, deren Texte nicht mehr in der Sicherung {backup} stehen.</translation>
    </message>
    <message>
        <source>The model in {folder} crashed the process that loaded it: it is damaged, and is not used.</source>
        <translation>Das Modell in {folder} hat den Prozess zum Absturz gebracht, der es lud: Es ist beschädigt und wird nicht benutzt.</translation>
    </message>
    <message>
        <source>The model that compares meanings is missing or damaged. Install Spanwright again.</source>
        <translation>Das Modell, das Bedeutungen vergleicht, fehlt oder ist beschädigt. Installieren Sie Spanwright neu.</translation>
    </message>
    <message>
        <source>The model {name} cannot be used: {reason}. Suggestions from it are off.</source>
        <translation>Das Modell {name} lässt sich nicht verwenden: {reason}. Es macht keine Vorschläge.</translation>
    </message>
    <message>
        <source>The model {name} is missing ({file}), so it makes no suggestions.</source>
        <translation>Das Modell {name} fehlt ({file}) und macht keine Vorschläge.</translation>
    </message>
    <message>
        <source>The model {name} needs the component {part}, which is not installed here. Train it without that component.</source>
        <translation>Das Modell {name} braucht die Komponente {part}, die hier nicht installiert ist. Es lässt sich ohne sie trainieren.</translation>
    </message>
    <message>
        <source>The model {name} was made for spaCy {wanted} and cannot be loaded by spaCy {present}: {reason}. Get or train one for this release.</source>
        <translation>Das Modell {name} ist für spaCy {wanted} gemacht und lässt sich mit spaCy {present} nicht laden: {reason}. Besorgen oder trainieren Sie ein Modell für diese Version.</translation>
    </message>
    <message>
        <source>The model {name} was made for spaCy {wanted}, and this is spaCy {present}. It works, but may find less than it should: get or train one for this release.</source>
        <translation>Das Modell {name} ist für spaCy {wanted} gemacht, hier läuft spaCy {present}. Es arbeitet, findet aber vielleicht weniger als möglich: Besorgen oder trainieren Sie ein Modell für diese Version.</translation>
    </message>
    <message>
        <source>The model {name} was not read: {file} is not a file. Delete it, or put the file itself in its place.</source>
        <translation>Das Modell {name} wurde nicht gelesen: {file} ist keine Datei. Löschen Sie den Eintrag, oder legen Sie die Datei selbst an seine Stelle.</translation>
    </message>
    <message>
        <source>The name “{annotator}” is reserved for labels that belong to no person. Choose another name.</source>
        <translation>Der Name „{annotator}“ ist für Labels reserviert, die keiner Person gehören. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The name “{name}” cannot be used: 1 to {longest} characters are allowed, without line breaks and the like.</source>
        <translation>Der Name „{name}“ ist nicht möglich: Erlaubt sind 1 bis {longest} Zeichen, ohne Zeilenumbrüche und Ähnliches.</translation>
    </message>
    <message>
        <source>The names “{name}” and “{other}” are too similar to be told apart. Give each annotator a different name.</source>
        <translation>Die Namen „{name}“ und „{other}“ sind zu ähnlich, um sie zu unterscheiden. Geben Sie jeder Person einen anderen Namen.</translation>
    </message>
    <message>
        <source>The output could not be written: {reason}.</source>
        <translation>Die Ausgabe konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The overlap is a percentage from 0 to 100, not {share}.</source>
        <translation>Der Anteil gemeinsamer Artikel muss zwischen 0 und 100 Prozent liegen, nicht bei {share}.</translation>
    </message>
    <message>
        <source>The process that read {part} ended {count} times. Its results are not written.</source>
        <translation>Der Prozess, der {part} las, ist {count}-mal abgebrochen. Ergebnisse dazu gibt es nicht.</translation>
    </message>
    <message>
        <source>The project has no word list called {name}. Its word lists: {names}.</source>
        <translation>Das Projekt hat keine Wortliste namens {name}. Seine Wortlisten: {names}.</translation>
    </message>
    <message>
        <source>The results cannot be inside the corpus: {out}.</source>
        <translation>Die Ergebnisse dürfen nicht im Korpus selbst liegen: {out}.</translation>
    </message>
    <message>
        <source>The results could not be searched: {reason}.</source>
        <translation>Die Ergebnisse konnten nicht durchsucht werden: {reason}.</translation>
    </message>
    <message>
        <source>The results in {out} have no vectors. A run with --vectors into a new folder writes them.</source>
        <translation>Die Ergebnisse in {out} enthalten keine Vektoren. Ein Durchlauf mit --vectors in einen neuen Ordner schreibt sie.</translation>
    </message>
    <message>
        <source>The results in {out} say that their articles are at {corpus}. Nothing was read from there. If it is your corpus, use corpus sample with --corpus {corpus}.</source>
        <translation>Die Ergebnisse in {out} nennen {corpus} als Ort ihrer Artikel. Von dort wurde nichts gelesen. Wenn das Ihr Korpus ist, nutzen Sie corpus sample mit --corpus {corpus}.</translation>
    </message>
    <message>
        <source>The scheduler {address} could not be used: {reason}.</source>
        <translation>Der Scheduler {address} ließ sich nicht verwenden: {reason}.</translation>
    </message>
    <message>
        <source>The schema has no field {name} in layer {layer}. Fields: {names}.</source>
        <translation>Das Schema hat kein Feld {name} in der Ebene {layer}. Felder: {names}.</translation>
    </message>
    <message>
        <source>The schema has no label that a language model could suggest.</source>
        <translation>Das Schema hat kein Label, das ein Sprachmodell vorschlagen könnte.</translation>
    </message>
    <message>
        <source>The schema has no label {label} in layer {layer}.</source>
        <translation>Das Schema hat in der Ebene {layer} kein Label {label}.</translation>
    </message>
    <message>
        <source>The schema has no label {label}. Labels: {labels}.</source>
        <translation>Das Schema hat kein Label {label}. Labels: {labels}.</translation>
    </message>
    <message>
        <source>The schema has no layer {layer}. Layers: {names}.</source>
        <translation>Das Schema hat keine Ebene {layer}. Ebenen: {names}.</translation>
    </message>
    <message>
        <source>The schema has no relation {label}.</source>
        <translation>Das Schema hat keine Beziehung {label}.</translation>
    </message>
    <message>
        <source>The schema in {file} cannot be used: {place}: {reason}.</source>
        <translation>Das Schema in {file} lässt sich nicht verwenden: {place}: {reason}.</translation>
    </message>
    <message>
        <source>The settings of the language model could not be written to {file}: {reason}.</source>
        <translation>Die Einstellungen des Sprachmodells konnten nicht in {file} geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The source {name} cannot be used for a corpus.</source>
        <translation>Die Quelle {name} lässt sich für ein Korpus nicht verwenden.</translation>
    </message>
    <message>
        <source>The thorough model of {name} cannot be used: {reason}. Its suggestions are the fast ones.</source>
        <translation>Das gründliche Modell von {name} ist nicht verwendbar: {reason}. Es bleibt bei den schnellen Vorschlägen.</translation>
    </message>
    <message>
        <source>The workers that read {part} ended.</source>
        <translation>Die Worker, die {part} lasen, sind abgebrochen.</translation>
    </message>
    <message>
        <source>There are no articles to evaluate on: finish some, or choose others.</source>
        <translation>Es gibt keine Artikel, an denen sich auswerten ließe: Schließen Sie einige ab, oder wählen Sie andere.</translation>
    </message>
    <message>
        <source>There are no articles to send for “{name}”. Deal articles first.</source>
        <translation>Für „{name}“ gibt es keine Artikel zu verschicken. Teilen Sie zuerst Artikel zu.</translation>
    </message>
    <message>
        <source>There is no article for {annotator} to practise on: none that {by} finished is new to {annotator}.</source>
        <translation>Es gibt keinen Artikel, mit dem {annotator} üben kann: Keiner, den {by} abgeschlossen hat, ist für {annotator} neu.</translation>
    </message>
    <message>
        <source>There is no article {document} in {file}.</source>
        <translation>Einen Artikel {document} gibt es in {file} nicht.</translation>
    </message>
    <message>
        <source>There is no encoding called {encoding}. Available: {names}.</source>
        <translation>Eine Kodierung namens {encoding} gibt es nicht. Verfügbar: {names}.</translation>
    </message>
    <message>
        <source>There is no format called {name}. Available: {names}.</source>
        <translation>Ein Format namens {name} gibt es nicht. Verfügbar: {names}.</translation>
    </message>
    <message>
        <source>There is no merge to undo in {file}.</source>
        <translation>In {file} gibt es keine Zusammenführung, die sich zurücknehmen ließe.</translation>
    </message>
    <message>
        <source>There is no project at {file}.</source>
        <translation>Unter {file} gibt es kein Projekt.</translation>
    </message>
    <message>
        <source>There is no rule “{rule}”. Rules: {names}.</source>
        <translation>Es gibt keine Regel „{rule}“. Regeln: {names}.</translation>
    </message>
    <message>
        <source>There is no schema called {name}. Built in: {names}.</source>
        <translation>Ein Schema namens {name} gibt es nicht. Mitgeliefert: {names}.</translation>
    </message>
    <message>
        <source>There is no suggestion source called {name}. Available: {names}.</source>
        <translation>Eine Vorschlagsquelle namens {name} gibt es nicht. Verfügbar: {names}.</translation>
    </message>
    <message>
        <source>There is nothing to take back: “{name}” has no unfinished articles.</source>
        <translation>Es gibt nichts zurückzunehmen: „{name}“ hat keine offenen Artikel.</translation>
    </message>
    <message>
        <source>There is nothing to train on in {folder}: no article of the train split has a label.</source>
        <translation>In {folder} gibt es nichts zum Trainieren: Kein Artikel des Trainingsteils hat ein Label.</translation>
    </message>
    <message>
        <source>These words already have that label.</source>
        <translation>Diese Wörter haben das Label schon.</translation>
    </message>
    <message>
        <source>This Python process also reads {file} elsewhere. Close that project, then edit.</source>
        <translation>Dieser Python-Prozess liest {file} noch an anderer Stelle. Schließen Sie dort das Projekt und ändern Sie es dann.</translation>
    </message>
    <message>
        <source>This is a bug in Spanwright ({what}). Please report it, with the output that {variable}=1 adds.</source>
        <translation>Das ist ein Fehler in Spanwright ({what}). Bitte melden, zusammen mit dem, was {variable}=1 zusätzlich ausgibt.</translation>
    </message>
    <message>
        <source>This step cannot be undone: what it changed has been changed since, in another article or in the schema.</source>
        <translation>Dieser Schritt lässt sich nicht zurücknehmen: Was er geändert hat, wurde seither in einem anderen Artikel oder im Schema geändert.</translation>
    </message>
    <message>
        <source>This was changed in the meantime; nothing was done. Check it and try again.</source>
        <translation>Das wurde inzwischen geändert; es ist nichts geschehen. Prüfen Sie es, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Training in {folder} failed: {reason}. More articles, or another split, may help.</source>
        <translation>Das Training in {folder} ist fehlgeschlagen: {reason}. Mehr Artikel oder eine andere Aufteilung können helfen.</translation>
    </message>
    <message>
        <source>What was learnt in {folder} cannot be used: {reason}. Go back one step, or delete the folder.</source>
        <translation>Das Gelernte in {folder} lässt sich nicht verwenden: {reason}. Gehen Sie einen Schritt zurück, oder löschen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Writing {file} was stopped; nothing of it was kept.</source>
        <translation>Das Schreiben von {file} wurde abgebrochen; nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>You are not done with “{title}” yourself. Finish it first, then adjudicate it.</source>
        <translation>Sie sind mit „{title}“ selbst noch nicht fertig. Schließen Sie den Artikel erst ab und adjudizieren Sie ihn dann.</translation>
    </message>
    <message>
        <source>a column is missing or has another form</source>
        <translation>eine Spalte fehlt oder hat eine andere Form</translation>
    </message>
    <message>
        <source>a field is there twice in the same object</source>
        <translation>ein Feld steht zweimal im selben Objekt</translation>
    </message>
    <message>
        <source>a file inside is missing</source>
        <translation>eine Datei darin fehlt</translation>
    </message>
    <message>
        <source>a file inside would be unpacked outside its folder</source>
        <translation>eine Datei darin würde außerhalb ihres Ordners entpackt</translation>
    </message>
    <message>
        <source>a query for a sample must select the column “key”</source>
        <translation>eine Abfrage für eine Stichprobe muss die Spalte key auswählen</translation>
    </message>
    <message>
        <source>a query must be a single SELECT statement</source>
        <translation>eine Abfrage muss aus einem einzigen SELECT bestehen</translation>
    </message>
    <message>
        <source>a row is there twice</source>
        <translation>eine Zeile kommt doppelt vor</translation>
    </message>
    <message>
        <source>a suggestion is for an article that is not there</source>
        <translation>ein Vorschlag gehört zu einem Artikel, den es nicht gibt</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>ein anderes Programm benutzt die Datei</translation>
    </message>
    <message>
        <source>it belongs to a Spanwright project</source>
        <translation>das gehört zu einem Spanwright-Projekt</translation>
    </message>
    <message>
        <source>it belongs to no part of the corpus</source>
        <translation>sie gehört zu keinem Teil des Korpus</translation>
    </message>
    <message>
        <source>it contains another pipeline</source>
        <extracomment>The pipelines that can be downloaded.</extracomment>
        <translation>sie enthält eine andere Pipeline</translation>
    </message>
    <message>
        <source>it contains no web page</source>
        <translation>sie enthält keine Webseite</translation>
    </message>
    <message>
        <source>it declares a document type or entities, which is not allowed</source>
        <translation>sie deklariert einen Dokumenttyp oder Entitäten, was nicht zugelassen ist</translation>
    </message>
    <message>
        <source>it does not have as many rows as the corpus</source>
        <translation>sie hat eine andere Zeilenzahl als das Korpus</translation>
    </message>
    <message>
        <source>it ends in the middle of a page</source>
        <translation>sie endet mitten in einer Seite</translation>
    </message>
    <message>
        <source>it has been modified since it was created</source>
        <extracomment>The list of checksums: a file in the folder of the files, with the hexadecimal SHA-256 of each by name.</extracomment>
        <translation>es wurde nach der Erstellung verändert</translation>
    </message>
    <message>
        <source>it has grown too large for one file; export fewer articles</source>
        <translation>es ist für eine Datei zu groß geworden; weniger Artikel exportieren</translation>
    </message>
    <message>
        <source>it has grown too large for one file; export fewer articles or a split</source>
        <translation>zu groß für eine Datei; weniger Artikel oder nur einen Teil der Aufteilung exportieren</translation>
    </message>
    <message>
        <source>it has no gliner_config.json</source>
        <translation>es hat keine gliner_config.json</translation>
    </message>
    <message>
        <source>it has no list of losses</source>
        <translation>sie hat keine Liste der Verluste</translation>
    </message>
    <message>
        <source>it has no model.safetensors, and other weights may contain code</source>
        <translation>es hat keine model.safetensors, und andere Gewichte können Code enthalten</translation>
    </message>
    <message>
        <source>it has no text</source>
        <translation>sie enthält keinen Text</translation>
    </message>
    <message>
        <source>it has other columns</source>
        <translation>sie hat andere Spalten</translation>
    </message>
    <message>
        <source>it has too many files inside</source>
        <translation>sie enthält zu viele Dateien</translation>
    </message>
    <message>
        <source>it holds a NUL character</source>
        <translation>sie enthält ein NUL-Zeichen</translation>
    </message>
    <message>
        <source>it is a device</source>
        <translation>das ist ein Gerät</translation>
    </message>
    <message>
        <source>it is a file</source>
        <translation>das ist eine Datei</translation>
    </message>
    <message>
        <source>it is a file, not a web page; download the file and import it</source>
        <translation>das ist eine Datei, keine Webseite; die Datei herunterladen und importieren</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>das ist ein Ordner</translation>
    </message>
    <message>
        <source>it is a link that leads back to itself</source>
        <translation>es ist eine Verknüpfung, die auf sich selbst zurückführt</translation>
    </message>
    <message>
        <source>it is a pipe</source>
        <translation>das ist eine Pipe</translation>
    </message>
    <message>
        <source>it is a socket</source>
        <translation>das ist ein Socket</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>sie ist beschädigt</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>sie fehlt</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>sie ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it is nested too deeply or has too many elements</source>
        <translation>sie ist zu tief verschachtelt oder hat zu viele Elemente</translation>
    </message>
    <message>
        <source>it is nested too deeply, or has characters that no text may have</source>
        <translation>sie ist zu tief verschachtelt oder enthält Zeichen, die in keinem Text stehen dürfen</translation>
    </message>
    <message>
        <source>it is not a DocBin, or it is damaged</source>
        <translation>es ist kein DocBin oder beschädigt</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>das ist keine Datei</translation>
    </message>
    <message>
        <source>it is not a web address</source>
        <translation>das ist keine Webadresse</translation>
    </message>
    <message>
        <source>it is not an archive, or it is damaged</source>
        <translation>sie ist kein Archiv oder beschädigt</translation>
    </message>
    <message>
        <source>it is not the model that this version was made with</source>
        <extracomment>The SHA-256 of the file of weights; change it whenever new weights are learnt.
----------
The `digest` of each pipeline; change it whenever the pipeline is retrained.</extracomment>
        <translation>es ist nicht das Modell, mit dem diese Version erstellt wurde</translation>
    </message>
    <message>
        <source>it is the project itself</source>
        <translation>das ist das Projekt selbst</translation>
    </message>
    <message>
        <source>it is too large for a pipeline</source>
        <extracomment>The components that are not needed to find names.</extracomment>
        <translation>sie ist zu groß für eine Pipeline</translation>
    </message>
    <message>
        <source>it is too large when unpacked</source>
        <translation>entpackt ist sie zu groß</translation>
    </message>
    <message>
        <source>it leads to something that is not a web page</source>
        <translation>sie führt zu etwas, das keine Webseite ist</translation>
    </message>
    <message>
        <source>it redirects to a computer on the local network, although the address is not local</source>
        <translation>sie leitet auf einen Rechner im lokalen Netz um, obwohl die Adresse nicht lokal ist</translation>
    </message>
    <message>
        <source>it redirects without end</source>
        <translation>sie leitet endlos weiter</translation>
    </message>
    <message>
        <source>it takes too long to load</source>
        <translation>es dauert zu lange, bis alles geladen ist</translation>
    </message>
    <message>
        <source>it was cut off</source>
        <translation>sie ist abgeschnitten</translation>
    </message>
    <message>
        <source>its -wal or -shm file is write-protected</source>
        <translation>seine -wal- oder -shm-Datei ist schreibgeschützt</translation>
    </message>
    <message>
        <source>its answer could not be understood</source>
        <translation>die Antwort war nicht zu verstehen</translation>
    </message>
    <message>
        <source>its certificate is not trusted</source>
        <translation>das Zertifikat der Seite ist nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>its compression is not supported</source>
        <translation>ihre Komprimierung wird nicht unterstützt</translation>
    </message>
    <message>
        <source>its disk is read-only</source>
        <translation>sein Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>its files have changed since it was set up. Set it up again</source>
        <translation>seine Dateien haben sich seit dem Einrichten geändert. Richten Sie es noch einmal ein</translation>
    </message>
    <message>
        <source>its first line does not name the columns</source>
        <translation>die erste Zeile nennt die Spalten nicht</translation>
    </message>
    <message>
        <source>its first line does not say WebAnno TSV 3</source>
        <translation>die erste Zeile nennt nicht WebAnno TSV 3</translation>
    </message>
    <message>
        <source>its folder is write-protected</source>
        <translation>sein Ordner ist schreibgeschützt</translation>
    </message>
    <message>
        <source>its last steps are missing</source>
        <translation>die letzten Schritte fehlen</translation>
    </message>
    <message>
        <source>its parts do not fit together</source>
        <translation>ihre Teile passen nicht zusammen</translation>
    </message>
    <message>
        <source>its process ended unexpectedly</source>
        <translation>sein Prozess endete unerwartet</translation>
    </message>
    <message>
        <source>its vectors have another form</source>
        <translation>die Vektoren darin haben eine andere Form</translation>
    </message>
    <message>
        <source>parts of it are missing</source>
        <translation>Teile davon fehlen</translation>
    </message>
    <message>
        <source>parts of it cannot be read</source>
        <translation>Teile davon sind nicht lesbar</translation>
    </message>
    <message>
        <source>the answer broke off</source>
        <translation>die Antwort brach ab</translation>
    </message>
    <message>
        <source>the answer is not spaCy’s list of versions</source>
        <translation>die Antwort ist nicht die Versionsliste von spaCy</translation>
    </message>
    <message>
        <source>the answer makes no sense</source>
        <translation>die Antwort ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>die Verbindung ist abgebrochen</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation>die Verbindung wurde abgelehnt</translation>
    </message>
    <message>
        <source>the disk is full; make room and try again</source>
        <translation>der Datenträger ist voll; Platz schaffen und es noch einmal versuchen</translation>
    </message>
    <message>
        <source>the file is write-protected</source>
        <translation>die Datei ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the name does not stand for this computer</source>
        <translation>der Name steht nicht für diesen Rechner</translation>
    </message>
    <message>
        <source>the page requires a name and a password</source>
        <translation>die Seite verlangt Name und Passwort</translation>
    </message>
    <message>
        <source>the process that read it crashed</source>
        <translation>der Prozess, der ihn las, ist abgestürzt</translation>
    </message>
    <message>
        <source>the process that read it ended unexpectedly</source>
        <translation>der Prozess, der ihn las, wurde unerwartet beendet</translation>
    </message>
    <message>
        <source>the process that read it stopped answering</source>
        <translation>der Prozess, der ihn las, hat nicht mehr geantwortet</translation>
    </message>
    <message>
        <source>the process that read it stopped responding</source>
        <translation>der Prozess, der ihn las, hat nicht mehr geantwortet</translation>
    </message>
    <message>
        <source>the reason is unknown</source>
        <translation>der Grund ist unbekannt</translation>
    </message>
    <message>
        <source>the server refuses access to the page</source>
        <translation>der Server verweigert den Zugriff auf die Seite</translation>
    </message>
    <message>
        <source>the server sends too much data</source>
        <translation>der Server sendet zu viele Daten</translation>
    </message>
    <message>
        <source>there is no JSON object</source>
        <translation>dort steht kein JSON-Objekt</translation>
    </message>
    <message>
        <source>there is no exportedproject.json inside</source>
        <translation>darin fehlt exportedproject.json</translation>
    </message>
    <message>
        <source>there is no project.qde inside</source>
        <translation>es ist keine project.qde darin</translation>
    </message>
    <message>
        <source>there is no server of that name, or this computer is offline</source>
        <translation>einen Server dieses Namens gibt es nicht, oder dieser Rechner ist offline</translation>
    </message>
    <message>
        <source>there is no such page</source>
        <translation>eine solche Seite gibt es nicht</translation>
    </message>
    <message>
        <source>there is no text</source>
        <translation>dort steht kein Text</translation>
    </message>
    <message>
        <source>there was no answer in time</source>
        <translation>es kam nicht rechtzeitig eine Antwort</translation>
    </message>
    <message>
        <source>they are not on this computer</source>
        <translation>sie liegen nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>words are missing</source>
        <translation>es fehlen Wörter</translation>
    </message>
    <message>
        <source>{address} answers with an error: {reason}.</source>
        <translation>{address} antwortet mit einem Fehler: {reason}.</translation>
    </message>
    <message>
        <source>{address} cannot be used: {reason}.</source>
        <translation>{address} lässt sich nicht verwenden: {reason}.</translation>
    </message>
    <message>
        <source>{address} could not be fetched: {reason}.</source>
        <translation>{address} konnte nicht abgerufen werden: {reason}.</translation>
    </message>
    <message>
        <source>{address} is another computer, and the connection to it is not encrypted. Use an address that begins with tls://.</source>
        <translation>{address} ist ein anderer Rechner, und die Verbindung dorthin ist nicht verschlüsselt. Verwenden Sie eine Adresse, die mit tls:// beginnt.</translation>
    </message>
    <message>
        <source>{address} is not the address of a language model, such as http://localhost:11434/v1.</source>
        <translation>{address} ist keine Adresse eines Sprachmodells, etwa http://localhost:11434/v1.</translation>
    </message>
    <message>
        <source>{address} redirects to {target}. Nothing was sent there; if that is right, enter that address.</source>
        <translation>{address} leitet nach {target} um. Dorthin wurde nichts gesendet; wenn das richtig ist, tragen Sie diese Adresse ein.</translation>
    </message>
    <message>
        <source>{address} refuses the request ({status}): the key is missing or not valid there.</source>
        <translation>{address} lehnt die Anfrage ab ({status}): Der Schlüssel fehlt oder gilt dort nicht.</translation>
    </message>
    <message>
        <source>{address} would send articles unencrypted. http is only for this computer; use https for others.</source>
        <translation>{address} würde Artikel unverschlüsselt senden. http gilt nur für diesen Rechner; nehmen Sie https für andere.</translation>
    </message>
    <message>
        <source>{annotator} has no article to label again: none was finished {days} days ago or earlier.</source>
        <translation>{annotator} hat keinen Artikel, der noch einmal annotiert werden kann: Keiner wurde vor mindestens {days} Tagen abgeschlossen.</translation>
    </message>
    <message>
        <source>{annotator} has no label {id} in {file}. project.spans(annotator=…) lists the ids.</source>
        <translation>{annotator} hat in {file} kein Label {id}. project.spans(annotator=…) zählt die Kennungen auf.</translation>
    </message>
    <message>
        <source>{annotator} has no labels to export in {file}; others have: {counts}. Name one with --annotator NAME.</source>
        <translation>{annotator} hat in {file} keine Labels zu exportieren, andere haben welche: {counts}. Geben Sie mit --annotator NAME an, wessen Labels exportiert werden.</translation>
    </message>
    <message>
        <source>{corpus} contains nothing to read: no Parquet, JSON Lines, WARC or article files.</source>
        <translation>{corpus} enthält nichts Lesbares: keine Parquet-, JSON-Lines-, WARC- oder Artikeldateien.</translation>
    </message>
    <message>
        <source>{count} articles are called {document}. Use the article’s id instead.</source>
        <translation>{count} Artikel heißen {document}. Nennen Sie stattdessen die Kennung des Artikels.</translation>
    </message>
    <message>
        <source>{file} already exists. Choose another name, or open it.</source>
        <translation>{file} gibt es schon. Wählen Sie einen anderen Namen, oder öffnen Sie die Datei.</translation>
    </message>
    <message>
        <source>{file} already exists. Choose another name.</source>
        <translation>{file} gibt es schon. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{file} can no longer be reached in {folder} ({reason}); the last step was not stored. Save a copy, or make it reachable again.</source>
        <translation>{file} ist in {folder} nicht mehr erreichbar ({reason}); der letzte Schritt ist nicht gespeichert. Speichern Sie eine Kopie, oder machen Sie die Datei wieder erreichbar.</translation>
    </message>
    <message>
        <source>{file} cannot be merged into {package}, which is a package: only copies of the same package can. Merge packages into the project that they came from.</source>
        <translation>{file} lässt sich nicht mit {package} zusammenführen, denn das ist ein Paket: Möglich ist das nur mit Kopien desselben Pakets. Führen Sie Pakete in dem Projekt zusammen, aus dem sie stammen.</translation>
    </message>
    <message>
        <source>{file} cannot be read as a word list: {reason}.</source>
        <translation>{file} lässt sich nicht als Wortliste lesen: {reason}.</translation>
    </message>
    <message>
        <source>{file} cannot be read now: another program that has it open does not answer, or it is on a network drive without file locks. Close other programs that use it, or copy it to this computer, and open it again.</source>
        <translation>{file} ist gerade nicht lesbar: Ein anderes Programm, das die Datei geöffnet hat, antwortet nicht, oder sie liegt auf einem Netzlaufwerk ohne Dateisperren. Schließen Sie andere Programme, die sie benutzen, oder kopieren Sie sie auf diesen Rechner, und öffnen Sie sie dann noch einmal.</translation>
    </message>
    <message>
        <source>{file} cannot be read without {companion}, which is missing. Put it in the same folder.</source>
        <translation>{file} ist ohne {companion} nicht lesbar, und diese Datei fehlt. Legen Sie sie in denselben Ordner.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}. You can read it where it is; to change it, copy it to a folder that you can write to.</source>
        <translation>{file} ist nicht beschreibbar: {reason}. Lesen lässt sich die Datei, wo sie liegt; zum Ändern in einen beschreibbaren Ordner kopieren.</translation>
    </message>
    <message>
        <source>{file} contains half a character (a lone surrogate) at {offset}. Save it again as UTF-8.</source>
        <translation>{file} enthält an Stelle {offset} ein halbes Zeichen (ein einzelnes Surrogat). Speichern Sie die Datei noch einmal als UTF-8.</translation>
    </message>
    <message>
        <source>{file} contains more than {limit} articles; the rest was left out. Split it and import the parts.</source>
        <translation>{file} enthält mehr als {limit} Artikel; der Rest wurde ausgelassen. Teilen Sie die Datei, und importieren Sie die Teile.</translation>
    </message>
    <message>
        <source>{file} contains no article that can be read.</source>
        <translation>{file} enthält keinen lesbaren Artikel.</translation>
    </message>
    <message>
        <source>{file} contains no choices: {reason}. Pass what export --dry-run --json prints, with each choice filled in.</source>
        <translation>{file} enthält keine Auswahl: {reason}. Gebraucht wird, was export --dry-run --json ausgibt, mit eingetragener Auswahl.</translation>
    </message>
    <message>
        <source>{file} contains no text.</source>
        <translation>{file} enthält keinen Text.</translation>
    </message>
    <message>
        <source>{file} contains only images of its {pages} pages and no text. Run text recognition (OCR) on it first.</source>
        <translation>{file} enthält nur Bilder von {pages} Seiten und keinen Text. Lassen Sie zuerst den Text erkennen (OCR).</translation>
    </message>
    <message>
        <source>{file} could not be backed up to {folder}: {reason}. The project itself is unchanged.</source>
        <translation>{file} ließ sich nicht in {folder} sichern: {reason}. Das Projekt selbst ist unverändert.</translation>
    </message>
    <message>
        <source>{file} could not be locked against a second writer: {reason}. Nothing was changed.</source>
        <translation>{file} ließ sich nicht gegen gleichzeitiges Schreiben sperren: {reason}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{file} could not be read as {format}: {reason}. Export it again from the program that it came from.</source>
        <translation>{file} konnte nicht als {format} gelesen werden: {reason}. Exportieren Sie die Datei noch einmal aus dem Programm, aus dem sie stammt.</translation>
    </message>
    <message>
        <source>{file} could not be read because of a bug in Spanwright: {reason}. Please report it; the details are in the log.</source>
        <translation>{file} konnte wegen eines Fehlers in Spanwright nicht gelesen werden: {reason}. Bitte melden; die Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>{file} could not be read: {reason}.</source>
        <translation>{file} konnte nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>{file} could not be updated to this version: {reason}. It is unchanged.</source>
        <translation>{file} ließ sich nicht auf diese Version bringen: {reason}. Die Datei ist unverändert.</translation>
    </message>
    <message>
        <source>{file} could not be used: {reason}.</source>
        <translation>{file} konnte nicht benutzt werden: {reason}.</translation>
    </message>
    <message>
        <source>{file} could not be written ({reason}); the last step was not stored.</source>
        <translation>{file} konnte nicht beschrieben werden ({reason}); der letzte Schritt ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation>{file} konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{file} crashed the process that was reading it. Articles read from it: {count}. Save it with another program and try again.</source>
        <translation>{file} hat den Prozess zum Absturz gebracht, der die Datei las. Daraus gelesene Artikel: {count}. Speichern Sie die Datei mit einem anderen Programm, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{file} has a different text for “{document}”, so nothing of it was merged.</source>
        <translation>In {file} hat „{document}“ einen anderen Text; daraus wurde nichts übernommen.</translation>
    </message>
    <message>
        <source>{file} has a step ({edit}) that does not fit this project, so nothing of it was merged.</source>
        <translation>{file} enthält einen Schritt ({edit}), der nicht zu diesem Projekt passt; daraus wurde nichts übernommen.</translation>
    </message>
    <message>
        <source>{file} has another name as well (a hard link). Always open it by this one: until it is closed, its last steps are missing under the other.</source>
        <translation>{file} hat noch einen zweiten Namen (Hardlink). Immer unter diesem Namen öffnen: Bis zum Schließen fehlen unter dem anderen die letzten Schritte.</translation>
    </message>
    <message>
        <source>{file} has more such errors, {count} in all. Export it again from the program that it came from.</source>
        <translation>{file} hat weitere solche Fehler, insgesamt {count}. Exportieren Sie die Datei noch einmal aus dem Programm, aus dem sie stammt.</translation>
    </message>
    <message>
        <source>{file} has no articles; nothing was imported from it. Export it again with its texts.</source>
        <translation>{file} enthält keine Artikel; daraus wurde nichts importiert. Exportieren Sie die Datei noch einmal mit den Texten.</translation>
    </message>
    <message>
        <source>{file} has no phrase and no pattern that can be used.</source>
        <translation>{file} enthält keinen Ausdruck und kein Muster, das sich verwenden ließe.</translation>
    </message>
    <message>
        <source>{file} has not learnt anything yet that could be undone.</source>
        <translation>{file} hat noch nichts gelernt, was sich zurücknehmen ließe.</translation>
    </message>
    <message>
        <source>{file} in {out} is damaged: {reason}.</source>
        <translation>{file} in {out} ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>{file} in {out} was changed after the run began. Choose another folder for the results.</source>
        <translation>{file} in {out} wurde nach Beginn des Durchlaufs geändert. Wählen Sie einen anderen Ordner für die Ergebnisse.</translation>
    </message>
    <message>
        <source>{file} is XML of a kind that cannot be read ({root}); feeds, NewsML and NITF can.</source>
        <translation>{file} ist XML einer Art, die nicht lesbar ist ({root}); lesbar sind Feeds, NewsML und NITF.</translation>
    </message>
    <message>
        <source>{file} is a copy of another project and cannot be merged. Import its labels instead.</source>
        <translation>{file} ist die Kopie eines anderen Projekts und lässt sich nicht zusammenführen. Importieren Sie stattdessen die Labels daraus.</translation>
    </message>
    <message>
        <source>{file} is a database of another program, not a Spanwright project.</source>
        <translation>{file} ist die Datenbank eines anderen Programms, kein Spanwright-Projekt.</translation>
    </message>
    <message>
        <source>{file} is a package for {annotator}: its schema, articles, annotator and sources of suggestions cannot be changed in it. Ask the person who sent it.</source>
        <translation>{file} ist ein Paket für {annotator}: Schema, Artikel, Name und Quellen der Vorschläge lassen sich darin nicht ändern. Fragen Sie die Person, die es geschickt hat.</translation>
    </message>
    <message>
        <source>{file} is a package itself. Deal articles in the project that it came from.</source>
        <translation>{file} ist selbst ein Paket. Teilen Sie Artikel in dem Projekt zu, aus dem es stammt.</translation>
    </message>
    <message>
        <source>{file} is a package, but the name of its annotator cannot be read. Ask for the package again.</source>
        <translation>{file} ist ein Paket, aber es ist nicht zu erkennen, für wen. Lassen Sie es sich noch einmal schicken.</translation>
    </message>
    <message>
        <source>{file} is an archive, but not an INCEpTION project. Unpack it and import the folder.</source>
        <translation>{file} ist ein Archiv, aber kein INCEpTION-Projekt. Entpacken Sie es, und importieren Sie den Ordner.</translation>
    </message>
    <message>
        <source>{file} is an exported table of labels or claims, not of articles. To import labels, export them as Spanwright JSONL.</source>
        <translation>{file} ist eine exportierte Tabelle mit Labels oder Behauptungen, nicht mit Artikeln. Um Labels zu importieren, exportieren Sie sie als Spanwright-JSONL.</translation>
    </message>
    <message>
        <source>{file} is damaged (places found: {count}), and labels may be missing. Repair saves what can be read to a new file, and leaves this one unchanged.</source>
        <translation>{file} ist beschädigt (gefundene Stellen: {count}), und Labels können fehlen. Reparieren rettet, was lesbar ist, in eine neue Datei und lässt diese unverändert.</translation>
    </message>
    <message>
        <source>{file} is damaged ({place}). If there are backups, they are in {backups}.</source>
        <translation>{file} ist beschädigt ({place}). Falls es Sicherungen gibt, liegen sie in {backups}.</translation>
    </message>
    <message>
        <source>{file} is in a folder that cannot be written, and its last steps are in {file}-wal. Copy both to another folder and open it there.</source>
        <translation>{file} liegt in einem Ordner, der nicht beschreibbar ist, und die letzten Schritte stehen in {file}-wal. Kopieren Sie beide in einen anderen Ordner, und öffnen Sie das Projekt dort.</translation>
    </message>
    <message>
        <source>{file} is larger than {limit} MB, the most that can be read at once. Export it in parts.</source>
        <translation>{file} hat mehr als {limit} MB; mehr lässt sich nicht auf einmal lesen. Exportieren Sie in Teilen.</translation>
    </message>
    <message>
        <source>{file} is nested too deeply to be read. Save it with another program and try again.</source>
        <translation>{file} ist zu tief verschachtelt, um gelesen zu werden. Speichern Sie die Datei mit einem anderen Programm, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{file} is not a Spanwright project.</source>
        <translation>{file} ist kein Spanwright-Projekt.</translation>
    </message>
    <message>
        <source>{file} is not a lock file but a link, a folder, a pipe or a device. Remove it, then open the project again.</source>
        <translation>{file} ist keine Sperrdatei, sondern eine Verknüpfung, ein Ordner, eine Pipe oder ein Gerät. Entfernen Sie das zuerst, und öffnen Sie dann das Projekt noch einmal.</translation>
    </message>
    <message>
        <source>{file} is not a word list. Word lists end in .jsonl, .json, .csv, .tsv, .xlsx or .txt.</source>
        <translation>{file} ist keine Wortliste. Wortlisten enden auf .jsonl, .json, .csv, .tsv, .xlsx oder .txt.</translation>
    </message>
    <message>
        <source>{file} is not plain text but a document, an image or a program. Save it as plain text first.</source>
        <translation>{file} ist kein reiner Text, sondern ein Dokument, ein Bild oder ein Programm. Speichern Sie es zuerst als reinen Text.</translation>
    </message>
    <message>
        <source>{file} is not plain text: it contains a NUL character at {offset}. Export it as plain text first.</source>
        <translation>{file} ist kein reiner Text: An Stelle {offset} steht ein NUL-Zeichen. Exportieren Sie die Datei zuerst als reinen Text.</translation>
    </message>
    <message>
        <source>{file} is not {encoding}: byte {offset} does not fit. Choose another encoding.</source>
        <translation>{file} ist nicht {encoding}: Byte {offset} passt nicht. Wählen Sie eine andere Kodierung.</translation>
    </message>
    <message>
        <source>{file} is open for reading only; nothing was changed.</source>
        <translation>{file} ist nur zum Lesen geöffnet; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{file} is open in Spanwright (process {process}).</source>
        <translation>{file} ist in Spanwright geöffnet (Prozess {process}).</translation>
    </message>
    <message>
        <source>{file} is password-protected. Save it without a password first.</source>
        <translation>{file} ist mit einem Passwort geschützt. Speichern Sie die Datei zuerst ohne Passwort.</translation>
    </message>
    <message>
        <source>{file} is {size} MB; an article may have at most {limit} MB. Split it and import the parts.</source>
        <translation>{file} ist {size} MB groß; ein Artikel darf höchstens {limit} MB haben. Teilen Sie die Datei, und importieren Sie die Teile.</translation>
    </message>
    <message>
        <source>{file} names no labels. Say which label its phrases get, for example --label PER.</source>
        <translation>{file} nennt keine Labels. Geben Sie an, welches Label die Ausdrücke bekommen, zum Beispiel --label PER.</translation>
    </message>
    <message>
        <source>{file} was altered by another program ({objects}) and cannot be read safely. Make a cleaned copy: repair {file} OUT.</source>
        <translation>{file} wurde von einem anderen Programm verändert ({objects}) und lässt sich nicht sicher lesen. Eine bereinigte Kopie erstellt: repair {file} OUT.</translation>
    </message>
    <message>
        <source>{file} was altered by another program ({objects}) and is not written to: such a change can remove labels. Make a cleaned copy: repair {file} OUT.</source>
        <translation>{file} wurde von einem anderen Programm verändert ({objects}) und wird nicht beschrieben: Eine solche Änderung kann Labels entfernen. Eine bereinigte Kopie erstellt: repair {file} OUT.</translation>
    </message>
    <message>
        <source>{file} was closed, or edited during a loop over it. Read inside the with block, and before an edit with list(…).</source>
        <translation>{file} wurde geschlossen oder während einer Schleife darüber geändert. Lesen Sie im with-Block, und vor einer Änderung mit list(…).</translation>
    </message>
    <message>
        <source>{file} was made by a newer Spanwright. It was left untouched; open it with that version.</source>
        <translation>{file} stammt aus einer neueren Version von Spanwright. Die Datei blieb unverändert; öffnen Sie sie mit dieser Version.</translation>
    </message>
    <message>
        <source>{file} was made by an older Spanwright and has to be updated once, but cannot be written: {reason}. Copy it to a folder that you can write to and open it there.</source>
        <translation>{file} stammt aus einer älteren Version von Spanwright und muss einmal aktualisiert werden, ist aber nicht beschreibbar: {reason}. Kopieren Sie die Datei in einen beschreibbaren Ordner, und öffnen Sie sie dort.</translation>
    </message>
    <message>
        <source>{file} was made by an older Spanwright and must be opened for writing once.</source>
        <translation>{file} stammt aus einer älteren Version von Spanwright und muss einmal zum Schreiben geöffnet werden.</translation>
    </message>
    <message>
        <source>{file} was made by an older Spanwright. spanwright.open(…, migrate=True) makes a backup and brings it up to date.</source>
        <translation>{file} stammt aus einer älteren Version von Spanwright. spanwright.open(…, migrate=True) legt eine Sicherung an und bringt die Datei auf den neuen Stand.</translation>
    </message>
    <message>
        <source>{file} was moved or deleted while it was open; the last step was not stored. Save a copy, or put it back into {folder}.</source>
        <translation>{file} wurde verschoben oder gelöscht, während die Datei geöffnet war; der letzte Schritt ist nicht gespeichert. Speichern Sie eine Kopie, oder legen Sie die Datei nach {folder} zurück.</translation>
    </message>
    <message>
        <source>{file} was read, but these pages contain no text or only an image: {pages}.</source>
        <translation>{file} wurde gelesen, doch diese Seiten enthalten keinen Text oder nur ein Bild: {pages}.</translation>
    </message>
    <message>
        <source>{file} was replaced by another file while it was open; the last step was not stored. Save a copy of what is open here.</source>
        <translation>{file} wurde durch eine andere Datei ersetzt, während die Datei geöffnet war; der letzte Schritt ist nicht gespeichert. Speichern Sie eine Kopie von dem, was hier offen ist.</translation>
    </message>
    <message>
        <source>{file} was truncated by another program while it was open; the last step was not stored. Save a copy of what can still be read; backups are in {backups}.</source>
        <translation>{file} wurde von einem anderen Programm abgeschnitten, während die Datei geöffnet war; der letzte Schritt ist nicht gespeichert. Speichern Sie eine Kopie von dem, was noch lesbar ist; Sicherungen liegen in {backups}.</translation>
    </message>
    <message>
        <source>{file}, entry {line}: {reason}.</source>
        <translation>{file}, Eintrag {line}: {reason}.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {reason}.</source>
        <translation>{file}, Zeile {line}: {reason}.</translation>
    </message>
    <message>
        <source>{file}, row {line}: {reason}.</source>
        <translation>{file}, Zeile {line}: {reason}.</translation>
    </message>
    <message>
        <source>{file}-wal holds steps of other contents than {file} has now, and cannot be renamed. Move it out of {folder}, and open {file} again.</source>
        <translation>{file}-wal enthält Schritte eines anderen Inhalts, als {file} jetzt hat, und lässt sich nicht umbenennen. Verschieben Sie die Datei aus {folder} und öffnen Sie {file} erneut.</translation>
    </message>
    <message>
        <source>{file}-wal or {file}-shm was moved, deleted or replaced by another program; the last step was not stored. Open {file} again.</source>
        <translation>{file}-wal oder {file}-shm wurde von einem anderen Programm verschoben, gelöscht oder ersetzt; der letzte Schritt ist nicht gespeichert. Öffnen Sie {file} noch einmal.</translation>
    </message>
    <message>
        <source>{file}: it is not clear which column holds the labels. Its first rows: {rows}. Name the columns with --columns, such as --columns 1:token,4:label.</source>
        <translation>{file}: Es ist nicht klar, in welcher Spalte die Labels stehen. Die ersten Zeilen: {rows}. Geben Sie die Spalten mit --columns an, etwa --columns 1:token,4:label.</translation>
    </message>
    <message>
        <source>{file}: “{choice}” is not a choice for the label that it belongs to. Choices: {names}.</source>
        <translation>{file}: „{choice}“ steht bei diesem Label nicht zur Wahl. Zur Wahl stehen: {names}.</translation>
    </message>
    <message>
        <source>{folder} contains no spaCy pipeline. Choose the folder that has a meta.json.</source>
        <translation>In {folder} liegt keine spaCy-Pipeline. Wählen Sie den Ordner, in dem eine meta.json liegt.</translation>
    </message>
    <message>
        <source>{folder} contains no trained pipeline. Train first, or choose the folder that has a meta.json.</source>
        <translation>{folder} enthält keine trainierte Pipeline. Trainieren Sie zuerst, oder wählen Sie den Ordner, in dem eine meta.json liegt.</translation>
    </message>
    <message>
        <source>{folder} could not be written: {reason}.</source>
        <translation>{folder} konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{folder} has changed since this project last used it. If you have retrained the model since, or trust whoever changed it, add --trust.</source>
        <translation>{folder} hat sich geändert, seit dieses Projekt den Ordner zuletzt benutzt hat. Wer das Modell darin neu trainiert hat oder der Änderung vertraut, fügt --trust hinzu.</translation>
    </message>
    <message>
        <source>{folder} is not a usable GLiNER model: {reason}.</source>
        <translation>{folder} ist kein GLiNER-Modell, das sich verwenden lässt: {reason}.</translation>
    </message>
    <message>
        <source>{folder} was not trained here, and a pipeline may run code. If you trust whoever made it, add --trust.</source>
        <translation>{folder} wurde nicht hier trainiert, und eine Pipeline kann Programme ausführen. Wer der Herkunft vertraut, fügt --trust hinzu.</translation>
    </message>
    <message>
        <source>{format} needs the package {package}, which does not come with the program. If you run Spanwright from source: .venv/bin/python -m pip install {package}. Otherwise choose a format that needs no package.</source>
        <translation>{format} braucht das Paket {package}, das nicht mitgeliefert wird. Wer Spanwright aus dem Quelltext ausführt: .venv/bin/python -m pip install {package}. Sonst ein Format wählen, das kein Paket braucht.</translation>
    </message>
    <message>
        <source>{name} could not be fetched from huggingface.co: {reason}. Nothing has changed.</source>
        <translation>{name} konnte nicht von huggingface.co heruntergeladen werden: {reason}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{name} could not be fetched, {address} does not answer: {reason}. Nothing has changed. Is this computer online, and may it reach that address? A pipeline that was fetched elsewhere can be added as a folder.</source>
        <translation>{name} konnte nicht heruntergeladen werden, {address} antwortet nicht: {reason}. Nichts wurde geändert. Ist dieser Rechner online, und darf er diese Adresse erreichen? Eine anderswo heruntergeladene Pipeline lässt sich als Ordner hinzufügen.</translation>
    </message>
    <message>
        <source>{name} is not the name of a model on huggingface.co, such as owner/model.</source>
        <translation>{name} ist kein Name eines Modells auf huggingface.co, wie etwa besitzer/modell.</translation>
    </message>
    <message>
        <source>{out} contains no results of a corpus.</source>
        <translation>{out} enthält keine Ergebnisse zu einem Korpus.</translation>
    </message>
    <message>
        <source>{out} contains other files, but no results of a corpus. Choose a new folder.</source>
        <translation>{out} enthält andere Dateien, aber keine Ergebnisse zu einem Korpus. Wählen Sie einen neuen Ordner.</translation>
    </message>
    <message>
        <source>{out} contains results of another run; different: {what}. Choose another folder.</source>
        <translation>{out} enthält Ergebnisse eines anderen Durchlaufs; Unterschiede: {what}. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{part} could not be read or written: {reason}.</source>
        <translation>{part} konnte nicht gelesen oder geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{part} could not be read, which should not have happened: {what}.</source>
        <translation>{part} konnte nicht gelesen werden; das hätte nicht passieren dürfen: {what}.</translation>
    </message>
    <message>
        <source>{policy} is not a policy for overlapping labels. Policies: longest, shortest, first or layer:NAME.</source>
        <translation>{policy} ist kein Verfahren für überlappende Labels. Verfahren: longest, shortest, first oder layer:NAME.</translation>
    </message>
    <message>
        <source>{python} cannot be started as a Python: {reason}. Choose one in which gliner is installed.</source>
        <translation>{python} lässt sich nicht als Python starten: {reason}. Wählen Sie eines, in dem gliner installiert ist.</translation>
    </message>
    <message>
        <source>{relation} cannot lead from {head} to {tail}. It leads from {heads} to {tails}.</source>
        <translation>{relation} kann nicht von {head} zu {tail} führen. Erlaubt ist: von {heads} zu {tails}.</translation>
    </message>
    <message>
        <source>{relation} has no role {role}. Roles: {roles}.</source>
        <translation>{relation} hat keine Rolle {role}. Rollen: {roles}.</translation>
    </message>
    <message>
        <source>{shard} has changed since the run began. Choose another folder for the results.</source>
        <translation>{shard} hat sich seit Beginn des Durchlaufs geändert. Wählen Sie einen anderen Ordner für die Ergebnisse.</translation>
    </message>
    <message>
        <source>{split} is not a split such as 80/10/10 (whole numbers that add up to 100).</source>
        <translation>{split} ist keine Aufteilung wie 80/10/10 (ganze Zahlen, die zusammen 100 ergeben).</translation>
    </message>
    <message>
        <source>{value} is not a Wikidata id. Enter a Q with a number (Q64), or the address of its page.</source>
        <translation>{value} ist keine Wikidata-Kennung. Geben Sie ein Q mit einer Zahl (Q64) oder die Adresse der Seite ein.</translation>
    </message>
    <message>
        <source>{value} is not a value of {attribute} in the schema.</source>
        <translation>{value} ist im Schema kein Wert von {attribute}.</translation>
    </message>
    <message>
        <source>{value} is not one of: {names}.</source>
        <translation>{value} gehört nicht zu: {names}.</translation>
    </message>
    <message>
        <source>{what} contains half a character (a lone surrogate), which no file can hold: {value}.</source>
        <translation>{what} enthält ein halbes Zeichen (ein einzelnes Surrogat), das keine Datei enthalten kann: {value}.</translation>
    </message>
    <message>
        <source>{what} must be a dict of values that JSON can hold (texts, numbers, lists, dicts, True, False, None), not {value}.</source>
        <translation>{what} muss ein dict aus Werten sein, die JSON fassen kann (Texte, Zahlen, Listen, dicts, True, False, None), nicht {value}.</translation>
    </message>
    <message>
        <source>{what} must be a text, not {value}.</source>
        <translation>{what} muss ein Text sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{what} must be a whole number of characters from the beginning of the article, not {value}.</source>
        <translation>{what} muss eine ganze Zahl von Zeichen ab dem Anfang des Artikels sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{what} must be an id as text, such as article.article_id or span.id, not {value}.</source>
        <translation>{what} muss eine Kennung als Text sein, etwa article.article_id oder span.id, nicht {value}.</translation>
    </message>
    <message>
        <source>{what} needs the package {package}. To install it: pip install {package}.</source>
        <translation>{what} braucht das Paket {package}. So wird es installiert: pip install {package}.</translation>
    </message>
</context>
<context>
    <name>EvaluationBar</name>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Evaluate on the labels:</source>
        <translation>An den Labels auswerten:</translation>
    </message>
    <message>
        <source>Labels in files</source>
        <translation>Labels in Dateien</translation>
    </message>
    <message>
        <source>What to evaluate</source>
        <translation>Was ausgewertet wird</translation>
    </message>
    <message>
        <source>labels in files…</source>
        <translation>Labels in Dateien&#xa0;…</translation>
    </message>
    <message>
        <source>the trained pipeline, on its test articles</source>
        <translation>die trainierte Pipeline, an ihren Testartikeln</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>Added to the examples in the guideline.</source>
        <translation>Zu den Beispielen im Leitfaden hinzugefügt.</translation>
    </message>
    <message>
        <source>Answer a question first: the label you take becomes the example.</source>
        <translation>Beantworten Sie zuerst eine Frage: Das Label, das Sie übernehmen, dient dann als Beispiel.</translation>
    </message>
    <message>
        <source>This example is already in the guideline.</source>
        <translation>Dieses Beispiel steht schon im Leitfaden.</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Files skipped because all their articles are already in the project: {count}.</source>
        <translation>Übersprungene Dateien, deren Artikel alle schon im Projekt sind: {count}.</translation>
    </message>
    <message>
        <source>{title} is an exported table of claims, not of articles; it was left out. To import labels, export them as Spanwright JSONL.</source>
        <translation>{title} ist eine exportierte Tabelle von Behauptungen, nicht von Artikeln, und wurde ausgelassen. Labels lassen sich als Spanwright-JSONL übernehmen.</translation>
    </message>
    <message>
        <source>{title} is not a readable type of file; it was left out.</source>
        <translation>{title} hat kein lesbares Dateiformat und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{title} only repeats sentences of the articles in its data set, so it was left out.</source>
        <translation>{title} wiederholt nur Sätze der Artikel desselben Datensatzes und wurde deshalb ausgelassen.</translation>
    </message>
    <message>
        <source>{title} repeats {first}, word for word; it was added once.</source>
        <translation>{title} wiederholt {first} Wort für Wort; der Artikel wurde einmal hinzugefügt.</translation>
    </message>
    <message>
        <source>“{title}” has different words where “{other}” has a label; please check: {words}.</source>
        <translation>In „{title}“ stehen andere Wörter, wo „{other}“ ein Label hat; bitte prüfen: {words}.</translation>
    </message>
    <message>
        <source>“{title}” is already in the project with other content; it was added once more, with new ids.</source>
        <translation>„{title}“ ist mit anderem Inhalt schon im Projekt und wurde mit neuen Kennungen noch einmal hinzugefügt.</translation>
    </message>
    <message>
        <source>“{title}” is already in the project with the same labels; it was skipped.</source>
        <translation>„{title}“ ist mit denselben Labels schon im Projekt und wurde übersprungen.</translation>
    </message>
    <message>
        <source>“{title}” is already in the project, word for word; it was not added again.</source>
        <translation>„{title}“ ist Wort für Wort schon im Projekt und wurde nicht noch einmal hinzugefügt.</translation>
    </message>
    <message>
        <source>“{title}” is already in the project; labels and marks added: {added}, already there: {there}.</source>
        <translation>„{title}“ ist schon im Projekt; hinzugefügte Labels und Angaben: {added}, schon vorhandene: {there}.</translation>
    </message>
    <message>
        <source>“{title}” is nearly the same as “{other}”; both are kept.</source>
        <translation>„{title}“ ist fast identisch mit „{other}“; beide wurden behalten.</translation>
    </message>
    <message>
        <source>“{title}” is not an article of this package; its labels were left out.</source>
        <translation>„{title}“ ist kein Artikel dieses Pakets; die Labels dazu wurden ausgelassen.</translation>
    </message>
    <message>
        <source>“{title}” lacks words that have a label in “{other}”: {words}.</source>
        <translation>In „{title}“ fehlen Wörter, die in „{other}“ ein Label haben: {words}.</translation>
    </message>
    <message>
        <source>“{title}” replaces “{other}”, which is set aside with its labels; you can undo this.</source>
        <translation>„{title}“ ersetzt „{other}“; der alte Artikel wurde mit seinen Labels beiseitegelegt. Das lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>“{title}”: a second {label} of the same words was left out; only one is allowed, and that of the project was kept.</source>
        <translation>„{title}“: Eine zweite Beziehung {label} derselben Wörter wurde ausgelassen; nur eine ist erlaubt, und die des Projekts wurde behalten.</translation>
    </message>
    <message>
        <source>“{title}”: labels with other fields or notes in the file: {count}; those of the project were kept.</source>
        <translation>„{title}“: Labels mit anderen Feldern oder Notizen in der Datei: {count}; die des Projekts wurden behalten.</translation>
    </message>
    <message>
        <source>“{title}”: the relation {label} was left out; the label it points to is missing.</source>
        <translation>„{title}“: Die Beziehung {label} wurde ausgelassen; das Label, auf das sie zeigt, fehlt.</translation>
    </message>
    <message>
        <source>“{title}”: {field} is “{theirs}” in the file and “{ours}” here, which was kept.</source>
        <translation>„{title}“: {field} ist in der Datei „{theirs}“ und hier „{ours}“; das wurde behalten.</translation>
    </message>
    <message>
        <source>“{title}”: {name} is known here with other facts; those of this project were kept.</source>
        <translation>„{title}“: {name} ist hier mit anderen Angaben bekannt; es gelten die dieses Projekts.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Checking what the format can hold…</source>
        <translation>Es wird geprüft, was das Format aufnimmt&#xa0;…</translation>
    </message>
    <message>
        <source>Click a row to go to its place in the article.</source>
        <translation>Ein Klick auf eine Zeile führt zur Stelle im Artikel.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Counting labels…</source>
        <translation>Labels werden gezählt&#xa0;…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Files with the same names are replaced, all others stay.</source>
        <translation>Dateien mit demselben Namen werden ersetzt, alle anderen bleiben.</translation>
    </message>
    <message>
        <source>Near-duplicates stay together ({count}), so the shares may be only approximate.</source>
        <translation>Fast identische Artikel bleiben zusammen ({count}), daher gelten die Anteile womöglich nur ungefähr.</translation>
    </message>
    <message>
        <source>New Folder “{folder}”</source>
        <translation>Neuer Ordner „{folder}“</translation>
    </message>
    <message>
        <source>No article is done. Clear “Only finished articles” to export all.</source>
        <translation>Kein Artikel ist fertig. Ohne das Häkchen bei „Nur fertige“ werden alle exportiert.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stopped too late: {target} was written, at least in part.</source>
        <translation>Zu spät abgebrochen: {target} wurde zumindest teilweise geschrieben.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen&#xa0;…</translation>
    </message>
    <message>
        <source>There are no articles to export.</source>
        <translation>Es gibt keine Artikel zu exportieren.</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>{file} wird geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>{folder} already contains {names}.</source>
        <translation>{folder} enthält schon {names}.</translation>
    </message>
</context>
<context>
    <name>ExportOptions</name>
    <message>
        <source>Also articles replaced by a newer version ({count})</source>
        <translation>Auch die durch eine neuere Fassung ersetzten ({count})</translation>
    </message>
    <message>
        <source>Also pending suggestions</source>
        <translation>Auch offene Vorschläge</translation>
    </message>
    <message>
        <source>Also train on labels that are very long or far into the article</source>
        <translation>Auch aus sehr langen und weit hinten stehenden Labels lernen</translation>
    </message>
    <message>
        <source>Annotated by</source>
        <translation>Annotiert von</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Captions, related articles and the like</source>
        <translation>Bildunterschriften, „Mehr zum Thema“ und Ähnliches</translation>
    </message>
    <message>
        <source>Choose at least one kind of label to export.</source>
        <translation>Mindestens eine Art von Labels wählen.</translation>
    </message>
    <message>
        <source>Fixed for gold: an unfinished article would look as if it had no labels.</source>
        <translation>Bei Gold fest: Ein unfertiger Artikel sähe aus, als hätte er keine Labels.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Labels of parts of words</source>
        <translation>Labels von Wortteilen</translation>
    </message>
    <message>
        <source>Labels with gaps</source>
        <translation>Labels mit Lücken</translation>
    </message>
    <message>
        <source>Leave out labels in page furniture</source>
        <translation>Labels im Beiwerk der Seite auslassen</translation>
    </message>
    <message>
        <source>Only finished articles</source>
        <translation>Nur fertige</translation>
    </message>
    <message>
        <source>Only finished articles ({done} of {all})</source>
        <translation>Nur fertige ({done} von {all})</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>Overlapping labels</source>
        <translation>Überlappende Labels</translation>
    </message>
    <message>
        <source>Parts of words</source>
        <translation>Wortteile</translation>
    </message>
    <message>
        <source>Separate columns with semicolons</source>
        <translation>Spalten mit Semikolon trennen (für deutsches Excel)</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Treat unread sentences as not annotated</source>
        <translation>Ungelesene Sätze gelten als nicht annotiert</translation>
    </message>
    <message>
        <source>With gaps</source>
        <translation>Mit Lücken</translation>
    </message>
    <message>
        <source>You have no labels here. Choose whose labels to export.</source>
        <translation>Sie haben hier keine Labels. Wählen Sie, wessen Labels exportiert werden.</translation>
    </message>
    <message>
        <source>a label of “{layer}” wins</source>
        <translation>ein Label aus „{layer}“ gewinnt</translation>
    </message>
    <message>
        <source>leave them out</source>
        <translation>auslassen</translation>
    </message>
    <message>
        <source>split the tokens</source>
        <translation>Token teilen</translation>
    </message>
    <message>
        <source>the first wins</source>
        <translation>das erste gewinnt</translation>
    </message>
    <message>
        <source>the longest wins</source>
        <translation>das längste gewinnt</translation>
    </message>
    <message>
        <source>the shortest wins</source>
        <translation>das kürzeste gewinnt</translation>
    </message>
    <message>
        <source>widen them to whole tokens</source>
        <translation>auf ganze Token erweitern</translation>
    </message>
    <message>
        <source>write their longest part</source>
        <translation>nur ihren längsten Teil schreiben</translation>
    </message>
    <message>
        <source>write them as one piece</source>
        <translation>als ein Stück schreiben</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>1 open comment</source>
        <translation>1 offener Kommentar</translation>
    </message>
    <message>
        <source>article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>left, {low} to {high}</source>
        <translation>verbleiben, {low} bis {high}</translation>
    </message>
    <message>
        <source>of work on all articles; a finished one usually takes {time}</source>
        <translation>Arbeit an allen Artikeln; ein fertiger dauert meist {time}</translation>
    </message>
    <message>
        <source>of work so far</source>
        <translation>Arbeit bisher</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>time left (shown after {count} finished articles)</source>
        <translation>Restzeit (geschätzt ab {count} fertigen Artikeln)</translation>
    </message>
    <message>
        <source>time left: no article is open</source>
        <translation>Restzeit: kein Artikel ist offen</translation>
    </message>
    <message>
        <source>{count} adjudicated</source>
        <translation>{count} adjudiziert</translation>
    </message>
    <message>
        <source>{count} open comments</source>
        <translation>{count} offene Kommentare</translation>
    </message>
    <message>
        <source>{count} reviewed</source>
        <translation>{count} geprüft</translation>
    </message>
</context>
<context>
    <name>FaultList</name>
    <message>
        <source>Import problems</source>
        <translation>Probleme beim Import</translation>
    </message>
    <message>
        <source>{file}: it is not clear which column holds the labels; choose it below.</source>
        <translation>{file}: Es ist nicht klar, welche Spalte die Labels enthält. Wählen Sie sie unten.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>&amp;Contents</source>
        <translation>&amp;Inhalt</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>ein Datum</translation>
    </message>
    <message>
        <source>offered for articles</source>
        <translation>für Artikel angeboten</translation>
    </message>
    <message>
        <source>one of its values</source>
        <translation>einer seiner Werte</translation>
    </message>
    <message>
        <source>one of its values, on a scale</source>
        <translation>einer seiner Werte, auf einer Skala</translation>
    </message>
    <message>
        <source>shown on the card</source>
        <translation>auf der Karte zu sehen</translation>
    </message>
    <message>
        <source>sources, each with address and quote</source>
        <translation>Quellen, jede mit Adresse und Zitat</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>FieldGrid</name>
    <message>
        <source>Remove all</source>
        <extracomment>Returns the known texts of a field, which complete what is typed.</extracomment>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>{field}: {count} of {limit}</source>
        <translation>{field}: {count} von {limit}</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>a part</source>
        <translation>ein Teil</translation>
    </message>
    <message>
        <source>author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>Ausgeschlossenes</translation>
    </message>
    <message>
        <source>published</source>
        <translation>Erscheinungstag</translation>
    </message>
    <message>
        <source>publisher</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>split</source>
        <translation>Teil der Aufteilung</translation>
    </message>
    <message>
        <source>start or end</source>
        <translation>start oder end</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>url</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>It is in {folder}. What it holds now would be lost.</source>
        <translation>Die Datei liegt in {folder}. Ihr jetziger Inhalt ginge verloren.</translation>
    </message>
    <message>
        <source>Keep the File</source>
        <translation>Datei behalten</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>“{file}” already exists. Overwrite it?</source>
        <translation>„{file}“ gibt es schon. Überschreiben?</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Annotator</source>
        <translation>Annotiert von</translation>
    </message>
    <message>
        <source>Any label: {layer}</source>
        <translation>{layer}: alles</translation>
    </message>
    <message>
        <source>Article with a Note</source>
        <translation>Artikel mit Notiz</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Claimant</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>Claimant…</source>
        <translation>Urheber&#xa0;…</translation>
    </message>
    <message>
        <source>Claims by claimants whose name contains:</source>
        <translation>Behauptungen von Urhebern, deren Name dies enthält:</translation>
    </message>
    <message>
        <source>Date…</source>
        <translation>Datum&#xa0;…</translation>
    </message>
    <message>
        <source>Dealt To</source>
        <translation>Zugeteilt an</translation>
    </message>
    <message>
        <source>Done By</source>
        <translation>Abgeschlossen von</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>In Doubt</source>
        <translation>Mit Zweifel</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Remove the filter “{filter}”</source>
        <translation>Den Filter „{filter}“ entfernen</translation>
    </message>
    <message>
        <source>Replaced by a Newer Version</source>
        <translation>Durch neuere Fassung ersetzt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Together With</source>
        <translation>Zusammen mit</translation>
    </message>
    <message>
        <source>With a Note</source>
        <translation>Mit Notiz</translation>
    </message>
</context>
<context>
    <name>FilterList</name>
    <message>
        <source>No matches.</source>
        <translation>Keine Treffer.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>Im Artikel suchen</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} von {count}</translation>
    </message>
</context>
<context>
    <name>Finishing</name>
    <message>
        <source>1 suggestion is not decided yet. Press the same key again to finish anyway.</source>
        <translation>1 Vorschlag ist noch nicht entschieden. Dieselbe Taste noch einmal schließt den Artikel trotzdem ab.</translation>
    </message>
    <message>
        <source>{count} suggestions are not decided yet. Press the same key again to finish anyway.</source>
        <translation>{count} Vorschläge sind noch nicht entschieden. Dieselbe Taste noch einmal schließt den Artikel trotzdem ab.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Do It</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>FormModel</name>
    <message>
        <source>{count} proposed</source>
        <translation>{count} vorgeschlagen</translation>
    </message>
</context>
<context>
    <name>FormatChooser</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
</context>
<context>
    <name>FormatWords</name>
    <message>
        <source>Archives and web annotation tools read it.</source>
        <translation>Archive und Werkzeuge für Web-Annotationen lesen es.</translation>
    </message>
    <message>
        <source>Argilla loads it as records: one question per layer.</source>
        <translation>Argilla lädt es als Datensätze: eine Frage je Ebene.</translation>
    </message>
    <message>
        <source>Argilla records</source>
        <translation>Argilla-Datensätze</translation>
    </message>
    <message>
        <source>Browsers show it: each claim with its evidence.</source>
        <translation>Browser zeigen es: jede Behauptung mit ihren Belegen.</translation>
    </message>
    <message>
        <source>CSV of claim cards</source>
        <translation>CSV mit Behauptungskarten</translation>
    </message>
    <message>
        <source>CSV of spans</source>
        <translation>CSV mit Labels</translation>
    </message>
    <message>
        <source>Claims, to check and publish</source>
        <translation>Behauptungen, zum Prüfen und Veröffentlichen</translation>
    </message>
    <message>
        <source>CoNLL columns</source>
        <translation>CoNLL-Spalten</translation>
    </message>
    <message>
        <source>Dossier of claims (HTML)</source>
        <translation>Dossier der Behauptungen (HTML)</translation>
    </message>
    <message>
        <source>Dossier of claims (Markdown)</source>
        <translation>Dossier der Behauptungen (Markdown)</translation>
    </message>
    <message>
        <source>Editors and wikis show it: each claim with its evidence.</source>
        <translation>Editoren und Wikis zeigen es: jede Behauptung mit ihren Belegen.</translation>
    </message>
    <message>
        <source>Excel of claim cards</source>
        <translation>Excel mit Behauptungskarten</translation>
    </message>
    <message>
        <source>Excel of labels</source>
        <translation>Excel mit Labels</translation>
    </message>
    <message>
        <source>Fact-checking systems train on it: verdict, justification and evidence.</source>
        <translation>Systeme, die Behauptungen prüfen, lernen daraus: Urteil, Begründung und Belege.</translation>
    </message>
    <message>
        <source>Flair and most taggers read it: one token and its label per line.</source>
        <translation>Flair und die meisten Tagger lesen es: je Zeile ein Token mit seinem Label.</translation>
    </message>
    <message>
        <source>For other annotation tools</source>
        <translation>Für andere Annotationsprogramme</translation>
    </message>
    <message>
        <source>For tables and the web</source>
        <translation>Für Tabellen und das Web</translation>
    </message>
    <message>
        <source>For training</source>
        <translation>Zum Trainieren</translation>
    </message>
    <message>
        <source>GATE Developer and GATE Teamware open it.</source>
        <translation>GATE Developer und GATE Teamware öffnen es.</translation>
    </message>
    <message>
        <source>GLiNER is fine-tuned with it.</source>
        <translation>GLiNER wird damit nachtrainiert.</translation>
    </message>
    <message>
        <source>Hugging Face datasets and transformers load it for token classification.</source>
        <translation>datasets und transformers von Hugging Face laden es zur Token-Klassifikation.</translation>
    </message>
    <message>
        <source>INCEpTION and dkpro-cassis read it; it is easier to read than XMI.</source>
        <translation>INCEpTION und dkpro-cassis lesen es; es ist leichter zu lesen als XMI.</translation>
    </message>
    <message>
        <source>INCEpTION and other UIMA tools import it.</source>
        <translation>INCEpTION und andere UIMA-Programme importieren es.</translation>
    </message>
    <message>
        <source>INCEpTION imports it: one token per row. Its project needs the same layers, as CAS XMI has.</source>
        <translation>INCEpTION importiert es: ein Token je Zeile. Das Projekt dort braucht dieselben Ebenen, wie sie CAS XMI hat.</translation>
    </message>
    <message>
        <source>INCEpTION project</source>
        <translation>INCEpTION-Projekt</translation>
    </message>
    <message>
        <source>It cannot hold: {missing}.</source>
        <translation>Nimmt nicht auf: {missing}.</translation>
    </message>
    <message>
        <source>It holds everything.</source>
        <translation>Nimmt alles auf.</translation>
    </message>
    <message>
        <source>JSON with labels</source>
        <translation>JSON mit Labels</translation>
    </message>
    <message>
        <source>Label Studio imports it; the labelling configuration is written beside it.</source>
        <translation>Label Studio importiert es; die Konfiguration der Labels wird daneben geschrieben.</translation>
    </message>
    <message>
        <source>Opens in ATLAS.ti, MAXQDA and NVivo.</source>
        <translation>Lässt sich in ATLAS.ti, MAXQDA und NVivo öffnen.</translation>
    </message>
    <message>
        <source>Opens in Excel and LibreOffice: one claim per row, one field per column.</source>
        <translation>Lässt sich in Excel und LibreOffice öffnen: eine Behauptung je Zeile, ein Feld je Spalte.</translation>
    </message>
    <message>
        <source>Opens in Excel and LibreOffice: sheets of labels, relations and articles.</source>
        <translation>Lässt sich in Excel und LibreOffice öffnen: Blätter mit Labels, Beziehungen und Artikeln.</translation>
    </message>
    <message>
        <source>Opens in pandas, R and spreadsheets: one label per row.</source>
        <translation>Lässt sich in pandas, R und Tabellenprogrammen öffnen: ein Label je Zeile.</translation>
    </message>
    <message>
        <source>Opens in spreadsheets: one claim per row, one field per column.</source>
        <translation>Lässt sich in Tabellenprogrammen öffnen: eine Behauptung je Zeile, ein Feld je Spalte.</translation>
    </message>
    <message>
        <source>Opens in spreadsheets: one label per row.</source>
        <translation>Lässt sich in Tabellenprogrammen öffnen: ein Label je Zeile.</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>PolNeAR attributions</source>
        <translation>PolNeAR-Zuschreibungen</translation>
    </message>
    <message>
        <source>Prodigy imports it and trains on it.</source>
        <translation>Prodigy importiert es und trainiert damit.</translation>
    </message>
    <message>
        <source>PubAnnotation and TextAE show it.</source>
        <translation>PubAnnotation und TextAE zeigen es an.</translation>
    </message>
    <message>
        <source>Publishers add it to their page, with the page’s address; search engines show the verdict.</source>
        <translation>Wer veröffentlicht, fügt es in die eigene Seite ein und ergänzt deren Adresse; Suchmaschinen zeigen das Urteil.</translation>
    </message>
    <message>
        <source>Quotation attribution systems train on it: source, cue and content.</source>
        <translation>Systeme, die Zitate zuordnen, lernen daraus: Urheber, Signal und Inhalt.</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>REFI-QDA-Projekt</translation>
    </message>
    <message>
        <source>Ready for “spacy train”: train, dev and test data, configurations for names and claims, a data statement.</source>
        <translation>Bereit für „spacy train“: Daten für train, dev und test, Konfigurationen für Namen und Behauptungen, eine Datenbeschreibung.</translation>
    </message>
    <message>
        <source>Sentence classifiers train on it: check-worthy or not.</source>
        <translation>Klassifikatoren für Sätze lernen daraus: prüfenswert oder nicht.</translation>
    </message>
    <message>
        <source>Spanwright can read it back; for scripts, it has one article per line.</source>
        <translation>Spanwright liest es wieder ein; für Skripte steht in jeder Zeile ein Artikel.</translation>
    </message>
    <message>
        <source>Systems that verify claims against texts train on it; the texts are written beside it.</source>
        <translation>Systeme, die Behauptungen an Texten prüfen, lernen daraus; die Texte liegen daneben.</translation>
    </message>
    <message>
        <source>TSV of spans</source>
        <translation>TSV mit Labels</translation>
    </message>
    <message>
        <source>The Python package gatenlp loads it.</source>
        <translation>Das Python-Paket gatenlp lädt es.</translation>
    </message>
    <message>
        <source>The data alone, for a spaCy configuration of your own; if in doubt, take the spaCy folder.</source>
        <translation>Nur die Daten, für eine eigene spaCy-Konfiguration; im Zweifel den spaCy-Ordner nehmen.</translation>
    </message>
    <message>
        <source>The same as JSON, as PubTator and scripts use it.</source>
        <translation>Dasselbe als JSON, wie PubTator und Skripte es verwenden.</translation>
    </message>
    <message>
        <source>The same as Parquet, smaller and typed; the package pyarrow must be installed.</source>
        <translation>Dasselbe als Parquet, kleiner und mit Typen; dafür muss das Paket pyarrow installiert sein.</translation>
    </message>
    <message>
        <source>To keep and share</source>
        <translation>Zum Aufbewahren und Weitergeben</translation>
    </message>
    <message>
        <source>Tools for Universal Dependencies read it: tokens, sentences, and labels in the last column.</source>
        <translation>Werkzeuge für Universal Dependencies lesen es: Token, Sätze und Labels in der letzten Spalte.</translation>
    </message>
    <message>
        <source>Tools for scientific texts read it, TeamTat among them.</source>
        <translation>Programme für wissenschaftliche Texte lesen es, darunter TeamTat.</translation>
    </message>
    <message>
        <source>a label’s layer</source>
        <translation>zu welcher Ebene ein Label gehört</translation>
    </message>
    <message>
        <source>annotators</source>
        <translation>wer annotiert hat</translation>
    </message>
    <message>
        <source>brat shows it: two files per article, the text and its labels.</source>
        <translation>brat zeigt es an: je Artikel zwei Dateien, Text und Labels.</translation>
    </message>
    <message>
        <source>doccano JSONL with relations</source>
        <translation>doccano JSONL mit Beziehungen</translation>
    </message>
    <message>
        <source>doccano imports it into a project with relations.</source>
        <translation>doccano importiert es in ein Projekt mit Beziehungen.</translation>
    </message>
    <message>
        <source>doccano imports it into a sequence labelling project.</source>
        <translation>doccano importiert es in ein Projekt für Sequence Labeling.</translation>
    </message>
    <message>
        <source>fields and notes</source>
        <translation>Felder und Notizen</translation>
    </message>
    <message>
        <source>labels of parts of words</source>
        <translation>Labels von Wortteilen</translation>
    </message>
    <message>
        <source>labels of whole articles</source>
        <translation>Labels ganzer Artikel</translation>
    </message>
    <message>
        <source>labels other than claims</source>
        <translation>Labels außer Behauptungen</translation>
    </message>
    <message>
        <source>labels with gaps</source>
        <translation>Labels mit Lücken</translation>
    </message>
    <message>
        <source>overlapping labels</source>
        <translation>überlappende Labels</translation>
    </message>
    <message>
        <source>relations</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>relations between articles</source>
        <translation>Beziehungen zwischen Artikeln</translation>
    </message>
    <message>
        <source>sentences read and empty, states, batches and priorities</source>
        <translation>gelesene Sätze ohne Label, Status, Stapel und Prioritäten</translation>
    </message>
    <message>
        <source>some details of articles</source>
        <translation>manche Angaben zu Artikeln</translation>
    </message>
    <message>
        <source>some fields, and notes</source>
        <translation>Notizen und einige Felder</translation>
    </message>
    <message>
        <source>spaCy folder for training</source>
        <translation>spaCy-Ordner zum Trainieren</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>All quotes would match if offsets counted UTF-16 units. Nothing was moved; choose UTF-16 units when you import.</source>
        <translation>Alle Zitate würden passen, wenn in UTF-16-Einheiten gezählt würde. Nichts wurde verschoben; beim Importieren „UTF-16-Einheiten“ wählen.</translation>
    </message>
    <message>
        <source>All quotes would match if offsets counted UTF-16 units. Nothing was moved; import with --offsets utf16.</source>
        <translation>Alle Zitate würden passen, wenn in UTF-16-Einheiten gezählt würde. Nichts wurde verschoben; mit --offsets utf16 importieren.</translation>
    </message>
    <message>
        <source>An article must be an object in curly brackets. What is here instead was left out.</source>
        <translation>Ein Artikel muss ein Objekt in geschweiften Klammern sein. Was stattdessen hier steht, wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Change which overlapping label wins, or export only one layer.</source>
        <translation>Ändern, welches der überlappenden Labels gewinnt, oder nur eine Ebene exportieren.</translation>
    </message>
    <message>
        <source>Correct its boundaries, or let the export widen labels or split tokens.</source>
        <translation>Grenzen korrigieren, auf ganze Token erweitern oder Token teilen lassen.</translation>
    </message>
    <message>
        <source>Export it as one piece or only its longest part; Spanwright’s own JSONL keeps the gaps.</source>
        <translation>Als ein Stück oder nur den längsten Teil exportieren; Spanwrights eigenes JSONL behält die Lücken.</translation>
    </message>
    <message>
        <source>Export one annotator at a time, or use Spanwright’s own JSONL.</source>
        <translation>Die Labels jeder Person einzeln exportieren oder Spanwrights eigenes JSONL wählen.</translation>
    </message>
    <message>
        <source>Export one layer at a time, or use Spanwright’s own JSONL.</source>
        <translation>Die Ebenen einzeln exportieren oder Spanwrights eigenes JSONL wählen.</translation>
    </message>
    <message>
        <source>Export only the claims layer to avoid this.</source>
        <translation>Nur die Ebene der Behauptungen exportieren, um das zu vermeiden.</translation>
    </message>
    <message>
        <source>Export the layers of both ends so that neither is lost.</source>
        <translation>Die Ebenen beider Enden so exportieren, dass keines verloren geht.</translation>
    </message>
    <message>
        <source>Fill in the claim’s verdict, check-worthiness or cue, whichever it lacks.</source>
        <translation>Urteil, Prüfwert oder Signal der Behauptung ergänzen, je nachdem, was fehlt.</translation>
    </message>
    <message>
        <source>From here on the file is broken or cut off ({reason}); the rest was left out. Export it again.</source>
        <translation>Ab hier ist die Datei beschädigt oder abgeschnitten ({reason}); der Rest wurde ausgelassen. Exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Include page furniture in the export, or change what counts as page furniture.</source>
        <translation>Das Beiwerk mit exportieren oder ändern, was als Beiwerk gilt.</translation>
    </message>
    <message>
        <source>It had been cancelled in the other program, so it was left out.</source>
        <translation>Es war im anderen Programm abgebrochen worden und wurde deshalb ausgelassen.</translation>
    </message>
    <message>
        <source>It occurs twice; the second one was left out. Give each its own id.</source>
        <translation>Der Eintrag kommt zweimal vor; der zweite wurde ausgelassen. Geben Sie jedem eine eigene Kennung.</translation>
    </message>
    <message>
        <source>Leave it out, or raise the trainer’s maximum width.</source>
        <translation>Auslassen oder die größte Breite beim Training erhöhen.</translation>
    </message>
    <message>
        <source>Line {first} already has the id {id}. Nothing was left out; if they are two articles, give each its own id.</source>
        <translation>Die Kennung {id} steht schon in Zeile {first}. Ausgelassen wurde nichts; sind es zwei Artikel, geben Sie jedem eine eigene Kennung.</translation>
    </message>
    <message>
        <source>Line {first} already has the id {id}; this article was left out. Give it another id.</source>
        <translation>Die Kennung {id} steht schon in Zeile {first}; dieser Artikel wurde ausgelassen. Geben Sie ihm eine andere Kennung.</translation>
    </message>
    <message>
        <source>Not written: {label} (articles: {count}).</source>
        <translation>Fehlt in der Datei: {label} (Artikel: {count}).</translation>
    </message>
    <message>
        <source>Nothing to do if you train on the file’s own tokens.</source>
        <translation>Nichts zu tun, wenn mit den Token der Datei trainiert wird.</translation>
    </message>
    <message>
        <source>Nothing to do; its words are all there.</source>
        <translation>Nichts zu tun, alle Wörter sind da.</translation>
    </message>
    <message>
        <source>Remove it, or correct its edges.</source>
        <translation>Entfernen oder die Grenzen korrigieren.</translation>
    </message>
    <message>
        <source>Spanwright’s own JSONL keeps the gaps.</source>
        <translation>Spanwrights eigenes JSONL behält die Lücken.</translation>
    </message>
    <message>
        <source>The article has no text and was left out. Add its text.</source>
        <translation>Der Artikel hat keinen Text und wurde ausgelassen. Ergänzen Sie den Text.</translation>
    </message>
    <message>
        <source>The article was rejected there ({answer}) and left out. Change the answer there to import it.</source>
        <translation>Der Artikel wurde dort abgelehnt ({answer}) und ausgelassen. Ändern Sie die Antwort dort, um ihn zu importieren.</translation>
    </message>
    <message>
        <source>The article’s {label} ({quote}) is not written.</source>
        <translation>{label} ({quote}) zum Artikel fehlt in der Datei.</translation>
    </message>
    <message>
        <source>The column {field} has neither text nor numbers nor lists of them and was left out. Write it as text.</source>
        <translation>Die Spalte {field} enthält weder Text noch Zahlen noch Listen davon und wurde ausgelassen. Schreiben Sie die Spalte als Text.</translation>
    </message>
    <message>
        <source>The file is not UTF-8 from here on; such lines were read as Windows-1252, which is a guess. If letters are wrong, save it as UTF-8.</source>
        <translation>Ab hier ist die Datei nicht UTF-8; solche Zeilen wurden als Windows-1252 gelesen. Das ist eine Vermutung. Wenn Buchstaben falsch sind, speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>The file is {encoding} and was not read. Save it as UTF-8.</source>
        <translation>Die Datei ist {encoding} und wurde nicht gelesen. Speichern Sie sie als UTF-8.</translation>
    </message>
    <message>
        <source>The file says “{quote}”, but the text at {start}–{end} is “{found}”. The label may be in the wrong place.</source>
        <translation>Die Datei nennt „{quote}“, aber an {start}–{end} steht „{found}“. Das Label kann an falscher Stelle stehen.</translation>
    </message>
    <message>
        <source>The id {id} is already used or is not one of Spanwright’s; the entry got a new id.</source>
        <translation>Die Kennung {id} ist vergeben oder keine von Spanwright; der Eintrag bekam eine neue.</translation>
    </message>
    <message>
        <source>The labels are numbers, and no README.md next to the file names them; the line was left out. Put the dataset card next to the file.</source>
        <translation>Die Labels sind Zahlen, und keine README.md neben der Datei nennt ihre Namen; die Zeile wurde ausgelassen. Legen Sie die README.md des Datensatzes neben die Datei.</translation>
    </message>
    <message>
        <source>The line has a NUL or half a character (a lone surrogate) and was left out. Delete it in the file.</source>
        <translation>Die Zeile enthält ein NUL-Zeichen oder ein halbes Zeichen (ein einzelnes Surrogat) und wurde ausgelassen. Löschen Sie das Zeichen in der Datei.</translation>
    </message>
    <message>
        <source>The line has a number that JSON does not allow ({reason}) and was left out. Write another number or null.</source>
        <translation>Die Zeile enthält eine Zahl, die in JSON nicht erlaubt ist ({reason}), und wurde ausgelassen. Schreiben Sie eine andere Zahl oder null.</translation>
    </message>
    <message>
        <source>The line has format {format}, which this version of Spanwright does not know, and was left out. Update Spanwright.</source>
        <translation>Die Zeile hat das Format {format}, das diese Version von Spanwright nicht kennt, und wurde ausgelassen. Aktualisieren Sie Spanwright.</translation>
    </message>
    <message>
        <source>The line has more than {limit} MB and was left out. Split its content into several lines.</source>
        <translation>Die Zeile hat mehr als {limit} MB und wurde ausgelassen. Verteilen Sie ihren Inhalt auf mehrere Zeilen.</translation>
    </message>
    <message>
        <source>The line has no list of tokens and was left out. Export it with its tokens.</source>
        <translation>Die Zeile hat keine Liste von Token und wurde ausgelassen. Exportieren Sie sie mit ihren Token.</translation>
    </message>
    <message>
        <source>The line has only one column and was left out. Write a token and its label.</source>
        <translation>Die Zeile hat nur eine Spalte und wurde ausgelassen. Schreiben Sie ein Token und sein Label.</translation>
    </message>
    <message>
        <source>The line has {tokens} tokens but {tags} labels and was left out. Export it again.</source>
        <translation>Die Zeile hat {tokens} Token, aber {tags} Labels, und wurde ausgelassen. Exportieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The line is incomplete from character {column} on and was left out. Export the whole file again.</source>
        <translation>Die Zeile ist ab Zeichen {column} unvollständig und wurde ausgelassen. Exportieren Sie die Datei noch einmal vollständig.</translation>
    </message>
    <message>
        <source>The line is nested too deeply and was left out. Remove what does not belong to the article.</source>
        <translation>Die Zeile ist zu tief verschachtelt und wurde ausgelassen. Entfernen Sie, was nicht zum Artikel gehört.</translation>
    </message>
    <message>
        <source>The line is not UTF-8 (byte {offset}) and was left out. Save the file again as UTF-8.</source>
        <translation>Die Zeile ist nicht UTF-8 (Byte {offset}) und wurde ausgelassen. Speichern Sie die Datei noch einmal als UTF-8.</translation>
    </message>
    <message>
        <source>The line is not valid JSON from character {column} on (“{found}”) and was left out. Correct it, or export the file again.</source>
        <translation>Die Zeile ist ab Zeichen {column} kein gültiges JSON („{found}“) und wurde ausgelassen. Korrigieren Sie sie, oder exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>The line “{line}” of the front matter could not be read; it was kept as a detail. Correct it in the file.</source>
        <translation>Die Zeile „{line}“ der Front Matter war nicht lesbar; sie steht jetzt bei den Angaben. Korrigieren Sie sie in der Datei.</translation>
    </message>
    <message>
        <source>The note about “{quote}” is not written.</source>
        <translation>Die Notiz zu „{quote}“ wird nicht geschrieben.</translation>
    </message>
    <message>
        <source>The note of {label} “{quote}” has control characters; each is written as a replacement character.</source>
        <translation>Die Notiz von {label} „{quote}“ enthält Steuerzeichen; jedes wird als Ersatzzeichen geschrieben.</translation>
    </message>
    <message>
        <source>The parts overlap, are not in order, or do not match start and end; the entry was left out. Correct them.</source>
        <translation>Die Teile überlappen, sind nicht geordnet oder passen nicht zu Anfang und Ende; der Eintrag wurde ausgelassen. Korrigieren Sie die Teile.</translation>
    </message>
    <message>
        <source>The project has no label {label}; the entry was left out. Add the label, or map it to another one.</source>
        <translation>Das Projekt hat kein Label {label}; der Eintrag wurde ausgelassen. Legen Sie das Label an, oder ordnen Sie ihm ein anderes zu.</translation>
    </message>
    <message>
        <source>The project has no relation {label}; the entry was left out. Add the relation, or map it to another one.</source>
        <translation>Das Projekt hat keine Beziehung {label}; der Eintrag wurde ausgelassen. Legen Sie die Beziehung an, oder ordnen Sie ihr eine andere zu.</translation>
    </message>
    <message>
        <source>The range {range} does not fit the words below it, so words may be missing. Correct it in the file.</source>
        <translation>Der Bereich {range} passt nicht zu den Wörtern darunter; es können Wörter fehlen. Berichtigen Sie ihn in der Datei.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” is not written because its claim is not written.</source>
        <translation>Die Beziehung {label} von „{quote}“ fehlt in der Datei, weil ihre Behauptung fehlt.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” is not written because “{missing}” itself is not written.</source>
        <translation>Die Beziehung {label} von „{quote}“ fehlt in der Datei, weil „{missing}“ selbst fehlt.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” is not written.</source>
        <translation>Die Beziehung {label} von „{quote}“ fehlt in der Datei.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” is not written: it ends in another article.</source>
        <translation>Die Beziehung {label} von „{quote}“ fehlt in der Datei, denn sie endet in einem anderen Artikel.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” is not written: it joins labels of several annotators.</source>
        <translation>Die Beziehung {label} von „{quote}“ fehlt in der Datei, denn sie verbindet Labels mehrerer Personen.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” is not written: its ends are in different pieces.</source>
        <translation>Die Beziehung {label} von „{quote}“ fehlt in der Datei, denn ihre Enden liegen in verschiedenen Stücken.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” is not written: the format cannot hold it.</source>
        <translation>Die Beziehung {label} von „{quote}“ fehlt in der Datei: Das Format kann sie nicht aufnehmen.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” is written without its attributes.</source>
        <translation>Die Beziehung {label} von „{quote}“ steht ohne ihre Angaben in der Datei.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” is written without the name of its annotator.</source>
        <translation>Die Beziehung {label} von „{quote}“ steht in der Datei, aber nicht, wer sie angelegt hat.</translation>
    </message>
    <message>
        <source>The row has fewer than {columns} columns of labels; what is missing was left out. Export it again.</source>
        <translation>Die Zeile hat weniger als {columns} Spalten mit Labels; was fehlt, wurde ausgelassen. Exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>The same label is on these words already; one was kept.</source>
        <translation>Dasselbe Label steht schon an diesen Wörtern; eines wurde behalten.</translation>
    </message>
    <message>
        <source>The sentence “{quote}” is marked as read and empty; the mark is not written.</source>
        <translation>Der Satz „{quote}“ ist als gelesen und ohne Label vermerkt; der Vermerk fehlt in der Datei.</translation>
    </message>
    <message>
        <source>The state of “{quote}” (done or skipped) and its note are not written.</source>
        <translation>Der Status von „{quote}“ (fertig oder übersprungen) und die Notiz dazu werden nicht geschrieben.</translation>
    </message>
    <message>
        <source>The state of “{quote}” (done or skipped) is not written.</source>
        <translation>Der Status von „{quote}“ (fertig oder übersprungen) wird nicht geschrieben.</translation>
    </message>
    <message>
        <source>The suggestion {label} “{quote}” is not written.</source>
        <translation>Der Vorschlag {label} „{quote}“ fehlt in der Datei.</translation>
    </message>
    <message>
        <source>The suggestion {label} “{quote}” is written without its fields.</source>
        <translation>Der Vorschlag {label} „{quote}“ wird ohne seine Felder geschrieben.</translation>
    </message>
    <message>
        <source>The suggestion {label} “{quote}” is written without its relations.</source>
        <translation>Der Vorschlag {label} „{quote}“ steht ohne seine Beziehungen in der Datei.</translation>
    </message>
    <message>
        <source>The text does not match its checksum; labels may be in the wrong place.</source>
        <translation>Der Text passt nicht zur Prüfsumme; Labels können an falscher Stelle stehen.</translation>
    </message>
    <message>
        <source>The text has emoji, and its labels fit both ways of counting them; UTF-16 units were assumed. If labels are in the wrong place, choose characters when you import.</source>
        <translation>Der Text enthält Emojis, und beide Arten, sie zu zählen, passen gleich gut zu den Labels; gezählt wurde in UTF-16-Einheiten. Stehen Labels falsch, beim Importieren „Zeichen“ wählen.</translation>
    </message>
    <message>
        <source>The text has emoji, and its labels fit both ways of counting them; UTF-16 units were assumed. If labels are in the wrong place, import with --offsets characters.</source>
        <translation>Der Text enthält Emojis, und beide Arten, sie zu zählen, passen gleich gut zu den Labels; gezählt wurde in UTF-16-Einheiten. Stehen Labels falsch, mit --offsets characters importieren.</translation>
    </message>
    <message>
        <source>The text of {name} is not in the file as UTF-8 and was left out. Export it with its texts.</source>
        <translation>Der Text von {name} steht nicht als UTF-8 in der Datei und wurde ausgelassen. Exportieren Sie sie mit den Texten.</translation>
    </message>
    <message>
        <source>The text of “{quote}” has control characters; each is written as a replacement character.</source>
        <translation>Der Text von „{quote}“ enthält Steuerzeichen; für jedes steht ein Ersatzzeichen in der Datei.</translation>
    </message>
    <message>
        <source>The title “{quote}” has control characters; each is written as a replacement character.</source>
        <translation>Der Titel „{quote}“ enthält Steuerzeichen; jedes wird als Ersatzzeichen geschrieben.</translation>
    </message>
    <message>
        <source>There are {count} problems like this; only the first are shown.</source>
        <translation>Es gibt {count} solche Probleme; nur die ersten werden gezeigt.</translation>
    </message>
    <message>
        <source>There are {count} problems like this; only the first are shown. Export the file again to get the rest.</source>
        <translation>Es gibt {count} solche Probleme; nur die ersten werden gezeigt. Exportieren Sie die Datei noch einmal, um den Rest zu erhalten.</translation>
    </message>
    <message>
        <source>There is a byte order mark at character {column}, probably because files were joined; the line was left out. Delete the mark, or import the files separately.</source>
        <translation>Bei Zeichen {column} steht eine Bytereihenfolge-Marke, wohl weil Dateien zusammengefügt wurden; die Zeile wurde ausgelassen. Löschen Sie die Marke, oder importieren Sie die Dateien einzeln.</translation>
    </message>
    <message>
        <source>Tokens, sentences and markup are not labels and were left out ({count}). If one is wanted, map it to a label.</source>
        <translation>Token, Sätze und Auszeichnungen sind keine Labels und wurden ausgelassen ({count}). Wird eine Art gebraucht, ordnen Sie sie einem Label zu.</translation>
    </message>
    <message>
        <source>Train on it, too, which then takes longer, or leave it out.</source>
        <translation>Auch daraus lernen, was dann länger dauert, oder auslassen.</translation>
    </message>
    <message>
        <source>Train on it, too: long articles are then written in pieces.</source>
        <translation>Auch daraus lernen: lange Artikel stehen dann in Stücken in der Datei.</translation>
    </message>
    <message>
        <source>Undo this choice.</source>
        <translation>Diese Wahl zurücknehmen.</translation>
    </message>
    <message>
        <source>Use Spanwright’s own JSONL to keep it.</source>
        <translation>Spanwrights eigenes JSONL wählen, um es zu behalten.</translation>
    </message>
    <message>
        <source>a byte order mark between joined files</source>
        <translation>eine Bytereihenfolge-Marke zwischen zusammengefügten Dateien</translation>
    </message>
    <message>
        <source>a list in square brackets</source>
        <translation>eine Liste in eckigen Klammern</translation>
    </message>
    <message>
        <source>a list of [start, end]</source>
        <translation>eine Liste [start, end]</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number that JSON does not allow</source>
        <translation>eine in JSON nicht erlaubte Zahl</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>an object in curly brackets</source>
        <translation>ein Objekt in geschweiften Klammern</translation>
    </message>
    <message>
        <source>articles without labels that the format holds</source>
        <translation>Artikel ohne Labels, die das Format aufnimmt</translation>
    </message>
    <message>
        <source>author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>date of publication</source>
        <translation>Erscheinungsdatum</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <translation>sie ist abgeschnitten</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>not valid JSON</source>
        <translation>kein gültiges JSON</translation>
    </message>
    <message>
        <source>origin of labels</source>
        <translation>Herkunft der Labels</translation>
    </message>
    <message>
        <source>part of the split (train, dev or test)</source>
        <translation>Teil der Aufteilung (train, dev oder test)</translation>
    </message>
    <message>
        <source>publisher</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>the exact text with its spaces and line breaks</source>
        <translation>der genaue Text mit Leerzeichen und Umbrüchen</translation>
    </message>
    <message>
        <source>the list has no closing bracket</source>
        <translation>die Liste ist nicht geschlossen</translation>
    </message>
    <message>
        <source>there is more after the end of the list</source>
        <translation>nach dem Ende der Liste folgt noch etwas</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>too many digits</source>
        <translation>zu viele Ziffern</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>which labels are broader than others</source>
        <translation>welche Labels anderen übergeordnet sind</translation>
    </message>
    <message>
        <source>which paragraphs are page furniture</source>
        <translation>welche Absätze Beiwerk sind</translation>
    </message>
    <message>
        <source>{field} belongs to {id}, which has no label; it was left out. Add a label there.</source>
        <translation>{field} gehört zu {id}, wo es kein Label gibt; der Eintrag wurde ausgelassen. Ergänzen Sie dort ein Label.</translation>
    </message>
    <message>
        <source>{field} cannot be a suggestion here; it was left out.</source>
        <translation>{field} kann hier kein Vorschlag sein; der Eintrag wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{field} has a second value, “{value}”, which was left out. Keep one of them in the file.</source>
        <translation>{field} hat einen zweiten Wert, „{value}“; er wurde ausgelassen. Behalten Sie in der Datei nur einen davon.</translation>
    </message>
    <message>
        <source>{field} has nothing that can be imported; it was left out.</source>
        <translation>{field} enthält nichts, was sich importieren lässt; der Eintrag wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{field} is missing; it was left out. Add it and import the file again.</source>
        <translation>{field} fehlt; der Eintrag wurde ausgelassen. Ergänzen Sie das Feld, und importieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>{field} is not {expected} and was left out. Correct it in the file.</source>
        <translation>{field} wurde ausgelassen; erwartet: {expected}. Korrigieren Sie es in der Datei.</translation>
    </message>
    <message>
        <source>{field} is there twice in the same object, so the article was left out. Delete one of them in the file.</source>
        <translation>{field} steht zweimal im selben Objekt; der Artikel wurde deshalb ausgelassen. Löschen Sie eines davon in der Datei.</translation>
    </message>
    <message>
        <source>{field} is unknown here and was left out in {count} records; this is the first.</source>
        <translation>{field} ist hier unbekannt und wurde in {count} Datensätzen ausgelassen; dies ist der erste.</translation>
    </message>
    <message>
        <source>{field} is unknown here and was left out.</source>
        <translation>{field} ist hier unbekannt und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{field} looks like labels, which were not understood and are missing. Choose where they start and end, and what is their label.</source>
        <translation>{field} sieht nach Labels aus, die nicht verstanden wurden und fehlen. Wählen Sie, wo sie anfangen und enden und wie sie heißen.</translation>
    </message>
    <message>
        <source>{field} may hold labels, which were not read. If it labels whole articles, choose it as their label; for labels of words, also choose where they start and end.</source>
        <translation>{field} enthält vielleicht Labels, die nicht gelesen wurden. Gelten sie für ganze Artikel, das Feld als deren Label wählen; für Labels von Wörtern auch wählen, wo sie beginnen und enden.</translation>
    </message>
    <message>
        <source>{field} refers to {id}, which is not in the file or was left out, so the entry was left out, too.</source>
        <translation>{field} verweist auf {id}, was nicht in der Datei steht oder ausgelassen wurde; deshalb wurde auch dieser Eintrag ausgelassen.</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}, Zeile {line}</translation>
    </message>
    <message>
        <source>{label} covers nothing but white space and is not written.</source>
        <translation>{label} umfasst nur Leerraum und fehlt in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” begins or ends inside a token and is not written.</source>
        <translation>{label} „{quote}“ zerschneidet ein Token und fehlt in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” begins or ends inside a token, which is split there.</source>
        <translation>{label} „{quote}“ beginnt oder endet mitten in einem Token, das dort geteilt wird.</translation>
    </message>
    <message>
        <source>{label} “{quote}” has gaps and is not written.</source>
        <translation>{label} „{quote}“ hat Lücken und fehlt in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” has gaps and is written with the words in them.</source>
        <translation>{label} „{quote}“ hat Lücken und steht mit den Wörtern darin in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” has gaps; only the longest of its parts is written.</source>
        <translation>{label} „{quote}“ hat Lücken; nur der längste Teil steht in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” is cut: a cell of Excel holds 32,767 characters.</source>
        <translation>{label} „{quote}“ wird gekürzt: Eine Zelle in Excel fasst 32.767 Zeichen.</translation>
    </message>
    <message>
        <source>{label} “{quote}” is in page furniture and is not written.</source>
        <translation>{label} „{quote}“ steht im Beiwerk der Seite und fehlt in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” is left out, as chosen.</source>
        <translation>{label} „{quote}“ wird ausgelassen, wie gewählt.</translation>
    </message>
    <message>
        <source>{label} “{quote}” is not written: a field that the format requires is missing or has a value unknown there.</source>
        <translation>{label} „{quote}“ fehlt in der Datei: Ein Feld, das das Format verlangt, ist leer oder hat einen dort unbekannten Wert.</translation>
    </message>
    <message>
        <source>{label} “{quote}” is not written: the format holds only claims.</source>
        <translation>{label} „{quote}“ fehlt in der Datei: Das Format enthält nur Behauptungen.</translation>
    </message>
    <message>
        <source>{label} “{quote}” is widened by the full stop behind it.</source>
        <translation>{label} „{quote}“ wird um den Punkt dahinter erweitert.</translation>
    </message>
    <message>
        <source>{label} “{quote}” is widened to whole tokens.</source>
        <translation>{label} „{quote}“ wird auf ganze Token erweitert.</translation>
    </message>
    <message>
        <source>{label} “{quote}” is written only as part of its claim.</source>
        <translation>{label} „{quote}“ steht nur als Teil der Behauptung in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” is written with the name of its identity, without its other names.</source>
        <translation>{label} „{quote}“ steht nur mit dem Namen der Identität in der Datei, ohne ihre anderen Namen.</translation>
    </message>
    <message>
        <source>{label} “{quote}” is written without its fields and note.</source>
        <translation>{label} „{quote}“ steht ohne Felder und Notiz in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” is written without its layer, although other layers also have a label {label}.</source>
        <translation>{label} „{quote}“ wird ohne Ebene geschrieben, obwohl auch andere Ebenen ein Label {label} haben.</translation>
    </message>
    <message>
        <source>{label} “{quote}” is written without some of its fields or its note.</source>
        <translation>{label} „{quote}“ steht ohne einige der Felder oder ohne Notiz in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” is written without the name of its annotator.</source>
        <translation>{label} „{quote}“ steht in der Datei, aber nicht, wer es annotiert hat.</translation>
    </message>
    <message>
        <source>{label} “{quote}” is written without the white space around it.</source>
        <translation>{label} „{quote}“ steht ohne den Leerraum am Rand in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” is written, but it has more words than training looks for.</source>
        <translation>{label} „{quote}“ steht in der Datei, hat aber mehr Wörter, als das Training berücksichtigt.</translation>
    </message>
    <message>
        <source>{label} “{quote}” is written, but it is beyond the part of a long article that models read.</source>
        <translation>{label} „{quote}“ steht in der Datei, aber jenseits des Teils, den Modelle von einem langen Artikel lesen.</translation>
    </message>
    <message>
        <source>{label} “{quote}” is written, but training does not look for labels of its length.</source>
        <translation>{label} „{quote}“ steht in der Datei, hat aber eine Länge, nach der das Training nicht sucht.</translation>
    </message>
    <message>
        <source>{label} “{quote}” overlaps another label and is not written.</source>
        <translation>{label} „{quote}“ überschneidet sich mit einem anderen Label und fehlt in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” overlaps another label and is written only to the spans, not to the entities.</source>
        <translation>{label} „{quote}“ überschneidet sich mit einem anderen Label und steht nur unter den Spans, nicht unter den Entitäten.</translation>
    </message>
    <message>
        <source>{name} is there only in INCEpTION’s inner format and was left out. Export the project again with UIMA CAS XMI as its format.</source>
        <translation>{name} liegt nur im inneren Format von INCEpTION vor und wurde ausgelassen. Exportieren Sie das Projekt noch einmal im Format UIMA CAS XMI.</translation>
    </message>
    <message>
        <source>{split} is not train, dev or test and was left out.</source>
        <translation>{split} ist weder train noch dev noch test und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{start}–{end} is not a range in a text of {length} characters; it was left out. Offsets count from 0, and the end is exclusive. If they count UTF-16 units, choose that when you import.</source>
        <translation>{start}–{end} ist kein Bereich in einem Text von {length} Zeichen; der Eintrag wurde ausgelassen. Gezählt wird von 0, das Ende gehört nicht dazu. Zählt die Datei UTF-16-Einheiten, das beim Importieren wählen.</translation>
    </message>
    <message>
        <source>{start}–{end} is not a range in a text of {length} characters; it was left out. Offsets count from 0, and the end is exclusive; where they count UTF-16 units, import with --offsets utf16.</source>
        <translation>{start}–{end} ist kein Bereich in einem Text von {length} Zeichen; der Eintrag wurde ausgelassen. Gezählt wird von 0, das Ende gehört nicht dazu; zählt die Datei UTF-16-Einheiten, mit --offsets utf16 importieren.</translation>
    </message>
    <message>
        <source>{start}–{end} is not a range in an article of {length} tokens; the label was left out. Tokens count from 0, and the last one is included.</source>
        <translation>{start}–{end} ist kein Bereich in einem Artikel mit {length} Token; das Label wurde ausgelassen. Token werden ab 0 gezählt, das letzte gehört dazu.</translation>
    </message>
    <message>
        <source>{value} is not a date such as 2026-11-24 and was left out.</source>
        <translation>{value} ist kein Datum wie 2026-11-24 und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>“{line}” is not part of the format and was left out. Correct or delete it in the file.</source>
        <translation>„{line}“ gehört nicht zum Format und wurde ausgelassen. Korrigieren oder löschen Sie es in der Datei.</translation>
    </message>
    <message>
        <source>“{quote}” is not in the text, or there more than once; it was left out. Put the text that was labelled next to the file.</source>
        <translation>„{quote}“ steht nicht im Text oder mehrmals; es wurde ausgelassen. Legen Sie den Text, der annotiert wurde, neben die Datei.</translation>
    </message>
    <message>
        <source>“{quote}” is written in several pieces, so that models can read all of it.</source>
        <translation>„{quote}“ steht in mehreren Stücken in der Datei, damit Modelle alles davon lesen.</translation>
    </message>
    <message>
        <source>“{quote}” is written without its batch, {label}.</source>
        <translation>„{quote}“ wird ohne den Stapel {label} geschrieben.</translation>
    </message>
    <message>
        <source>“{quote}” is written without its priority.</source>
        <translation>„{quote}“ wird ohne Priorität geschrieben.</translation>
    </message>
    <message>
        <source>“{value}” is not a value of {field} in this project; the field was left out. Add the value first.</source>
        <translation>„{value}“ ist in diesem Projekt kein Wert von {field}; das Feld wurde ausgelassen. Fügen Sie den Wert vorher hinzu.</translation>
    </message>
</context>
<context>
    <name>Furniture</name>
    <message>
        <source>One paragraph excluded: nothing is suggested there any more.</source>
        <translation>Ein Absatz ausgeschlossen: Dort wird nichts mehr vorgeschlagen.</translation>
    </message>
    <message>
        <source>One paragraph included again.</source>
        <translation>Ein Absatz wieder aufgenommen.</translation>
    </message>
    <message>
        <source>{count} paragraphs excluded: nothing is suggested there any more.</source>
        <translation>{count} Absätze ausgeschlossen: Dort wird nichts mehr vorgeschlagen.</translation>
    </message>
    <message>
        <source>{count} paragraphs included again.</source>
        <translation>{count} Absätze wieder aufgenommen.</translation>
    </message>
</context>
<context>
    <name>GlinerSetup</name>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Download…</source>
        <translation>&amp;Herunterladen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Try and Use</source>
        <translation>&amp;Ausprobieren und verwenden</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>W&amp;ählen&#xa0;…</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download a Model</source>
        <translation>Modell herunterladen</translation>
    </message>
    <message>
        <source>Download {name} from the web?</source>
        <translation>{name} aus dem Web herunterladen?</translation>
    </message>
    <message>
        <source>Downloaded. “Try and Use” loads it.</source>
        <translation>Heruntergeladen. „Ausprobieren und verwenden“ lädt es.</translation>
    </message>
    <message>
        <source>Downloading “{source}”…</source>
        <translation>„{source}“ wird heruntergeladen&#xa0;…</translation>
    </message>
    <message>
        <source>Folder of a GLiNER model</source>
        <translation>Ordner eines GLiNER-Modells</translation>
    </message>
    <message>
        <source>GLiNER finds names of any kind by the words for your labels. It runs in your own Python, in which gliner must be installed. Nothing leaves this computer.</source>
        <translation>GLiNER findet Namen jeder Art anhand von Wörtern für Ihre Labels. Es läuft in einem eigenen Python, in dem gliner installiert sein muss. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>It comes from huggingface.co. Nothing else is downloaded, and nothing is sent.</source>
        <translation>Es kommt von huggingface.co. Sonst wird nichts heruntergeladen und nichts gesendet.</translation>
    </message>
    <message>
        <source>Loading the model, which may take a minute…</source>
        <translation>Das Modell wird geladen; das kann eine Minute dauern&#xa0;…</translation>
    </message>
    <message>
        <source>Looking up “{source}” on the web…</source>
        <translation>„{source}“ wird im Web nachgeschlagen&#xa0;…</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>Modellordner</translation>
    </message>
    <message>
        <source>Model folder:</source>
        <translation>Modellordner:</translation>
    </message>
    <message>
        <source>Name on huggingface.co</source>
        <translation>Name auf huggingface.co</translation>
    </message>
    <message>
        <source>Only safe weights (model.safetensors) are loaded, and no code that comes with a model.</source>
        <translation>Geladen werden nur sichere Gewichte (model.safetensors) und kein Code, der einem Modell beiliegt.</translation>
    </message>
    <message>
        <source>Or from the web:</source>
        <translation>Oder aus dem Web:</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Python:</source>
        <translation>Python:</translation>
    </message>
    <message>
        <source>Set Up GLiNER</source>
        <translation>GLiNER einrichten</translation>
    </message>
    <message>
        <source>The Python in which gliner is installed</source>
        <translation>Das Python, in dem gliner installiert ist</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>{size}, licence: {licence}</source>
        <translation>{size}, Lizenz: {licence}</translation>
    </message>
</context>
<context>
    <name>GoOn</name>
    <message>
        <source>Nothing else is open: accept or reject these, or finish with Article → Done and Continue.</source>
        <translation>Sonst ist nichts offen: diese annehmen oder ablehnen, oder mit Artikel → „Fertig und weiter“ abschließen.</translation>
    </message>
    <message>
        <source>Suggestions are hidden: show them, or finish with Article → Done and Continue.</source>
        <translation>Vorschläge sind ausgeblendet: einblenden oder mit Artikel → „Fertig und weiter“ abschließen.</translation>
    </message>
    <message>
        <source>Suggestions are hidden: {key} shows them, Article → Done and Continue finishes.</source>
        <translation>Vorschläge sind ausgeblendet: {key} blendet sie ein, Artikel → „Fertig und weiter“ schließt ab.</translation>
    </message>
    <message>
        <source>This is the next article: look at it, then press the key again.</source>
        <translation>Dies ist der nächste Artikel: Sehen Sie ihn sich an, und drücken Sie die Taste dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>GoldOrOnly</name>
    <message>
        <source>Articles: {counts}.</source>
        <translation>Artikel: {counts}.</translation>
    </message>
    <message>
        <source>Left out because nobody finished them: {count}.</source>
        <translation>Von niemandem abgeschlossen und ausgelassen: {count}.</translation>
    </message>
    <message>
        <source>Left out until they are adjudicated: {count}.</source>
        <translation>Noch zu adjudizieren und ausgelassen: {count}.</translation>
    </message>
    <message>
        <source>Several people finished these, but nobody adjudicated:</source>
        <translation>Von mehreren abgeschlossen, aber noch nicht adjudiziert:</translation>
    </message>
    <message>
        <source>gold, else the only person’s</source>
        <translation>Gold, sonst die der einzigen Person</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>Who says what</source>
        <translation>Wer sagt was</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>All topics</source>
        <translation>Alle Themen</translation>
    </message>
</context>
<context>
    <name>GroupModel</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Nennungen</translation>
    </message>
    <message>
        <source>Spellings</source>
        <translation>Schreibweisen</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Gemeint</translation>
    </message>
    <message>
        <source>and {count} proposed</source>
        <translation>und {count} vorgeschlagen</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>GroupTable</name>
    <message>
        <source>People and organisations</source>
        <translation>Personen und Organisationen</translation>
    </message>
</context>
<context>
    <name>GrowthPage</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>F1, {count} articles</source>
        <translation>F1, {count} Artikel</translation>
    </message>
    <message>
        <source>For +{gain} F1</source>
        <translation>Für +{gain} F1</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>Lernkurve</translation>
    </message>
    <message>
        <source>Trains four times: on a quarter, a half, three quarters and all of the articles.</source>
        <translation>Trainiert viermal: mit einem Viertel, der Hälfte, drei Vierteln und allen Artikeln.</translation>
    </message>
    <message>
        <source>about {articles} more articles</source>
        <translation>etwa {articles} weitere Artikel</translation>
    </message>
    <message>
        <source>about {articles} more articles, {hours} h</source>
        <translation>etwa {articles} weitere Artikel, {hours} h</translation>
    </message>
    <message>
        <source>no forecast</source>
        <translation>keine Vorhersage</translation>
    </message>
</context>
<context>
    <name>GuidePopup</name>
    <message>
        <source>Close the guidelines</source>
        <translation>Leitfaden schließen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten&#xa0;…</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>Leitfaden</translation>
    </message>
    <message>
        <source>This label has no guidelines yet.</source>
        <translation>Für dieses Label gibt es noch keinen Leitfaden.</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Also find “Deutschlands” for “Deutschland”</source>
        <translation>„Deutschland“ findet auch „Deutschlands“</translation>
    </message>
    <message>
        <source>Endings</source>
        <translation>Endungen</translation>
    </message>
    <message>
        <source>Ignore case</source>
        <translation>Groß/Klein egal</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Dieser Artikel</translation>
    </message>
    <message>
        <source>Treat upper and lower case alike</source>
        <translation>Groß- und Kleinbuchstaben gelten als gleich</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>1 claim</source>
        <translation>1 Behauptung</translation>
    </message>
    <message>
        <source>1 name</source>
        <translation>1 Name</translation>
    </message>
    <message>
        <source>1 suggestion to look at</source>
        <translation>1 Vorschlag anzusehen</translation>
    </message>
    <message>
        <source>Claim card: press a field’s key, then a value’s key</source>
        <translation>Behauptungskarte: Taste eines Felds drücken, dann Taste eines Werts</translation>
    </message>
    <message>
        <source>Finding word boundaries…</source>
        <translation>Wortgrenzen werden bestimmt&#xa0;…</translation>
    </message>
    <message>
        <source>No suggestions left, 1 sentence not read.</source>
        <translation>Kein Vorschlag mehr offen, 1 Satz nicht gelesen.</translation>
    </message>
    <message>
        <source>No suggestions left, {count} sentences not read.</source>
        <translation>Kein Vorschlag mehr offen, {count} Sätze nicht gelesen.</translation>
    </message>
    <message>
        <source>No suggestions left.</source>
        <translation>Kein Vorschlag mehr offen.</translation>
    </message>
    <message>
        <source>No visible words match “{typed}”</source>
        <translation>Zu „{typed}“ passt hier kein Wort</translation>
    </message>
    <message>
        <source>Press a value’s key</source>
        <translation>Taste eines Werts drücken</translation>
    </message>
    <message>
        <source>Press a value’s key, or type a name</source>
        <translation>Taste eines Werts drücken oder einen Namen tippen</translation>
    </message>
    <message>
        <source>Press a value’s key, or type or paste an address</source>
        <translation>Taste eines Werts drücken oder Adresse tippen oder einfügen</translation>
    </message>
    <message>
        <source>Read only: nothing can be changed.</source>
        <translation>Nur zum Lesen geöffnet, nichts lässt sich ändern.</translation>
    </message>
    <message>
        <source>Select words, then choose a label</source>
        <translation>Wörter auswählen, dann ein Label wählen</translation>
    </message>
    <message>
        <source>Suggestions for this article are not ready yet.</source>
        <translation>Die Vorschläge für diesen Artikel sind noch nicht fertig.</translation>
    </message>
    <message>
        <source>Type a few letters</source>
        <translation>Ein paar Buchstaben tippen</translation>
    </message>
    <message>
        <source>Type a label’s name or key</source>
        <translation>Name oder Taste eines Labels tippen</translation>
    </message>
    <message>
        <source>Type the start of a word, then a label’s key</source>
        <translation>Wortanfang tippen, dann die Taste eines Labels</translation>
    </message>
    <message>
        <source>Type what to find</source>
        <translation>Gesuchtes tippen</translation>
    </message>
    <message>
        <source>Type words of a title</source>
        <translation>Wörter eines Titels tippen</translation>
    </message>
    <message>
        <source>a character</source>
        <translation>ein Zeichen</translation>
    </message>
    <message>
        <source>a sentence</source>
        <translation>ein Satz</translation>
    </message>
    <message>
        <source>a word less, more</source>
        <translation>ein Wort weniger, mehr</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>annehmen</translation>
    </message>
    <message>
        <source>accept all</source>
        <translation>alle annehmen</translation>
    </message>
    <message>
        <source>accept all proposals</source>
        <translation>alle Vorschläge annehmen</translation>
    </message>
    <message>
        <source>accept all visible, confirm before finishing</source>
        <translation>alle sichtbaren annehmen, Rückfrage vor dem Abschluss</translation>
    </message>
    <message>
        <source>accept the sure ones, go on</source>
        <translation>sichere annehmen, weiter</translation>
    </message>
    <message>
        <source>accept with another right boundary</source>
        <translation>mit anderer rechter Grenze annehmen</translation>
    </message>
    <message>
        <source>accept “{field}”</source>
        <translation>„{field}“ annehmen</translation>
    </message>
    <message>
        <source>accept, to its card</source>
        <translation>annehmen, zur Karte</translation>
    </message>
    <message>
        <source>again: {label}</source>
        <translation>nochmals: {label}</translation>
    </message>
    <message>
        <source>all commands</source>
        <translation>alle Befehle</translation>
    </message>
    <message>
        <source>all stored</source>
        <translation>alles gespeichert</translation>
    </message>
    <message>
        <source>another claim on these words</source>
        <translation>noch eine Behauptung in diesen Wörtern</translation>
    </message>
    <message>
        <source>another label</source>
        <translation>anderes Label</translation>
    </message>
    <message>
        <source>article done, next one</source>
        <translation>Artikel fertig, nächster</translation>
    </message>
    <message>
        <source>as another label</source>
        <translation>als anderes Label</translation>
    </message>
    <message>
        <source>back to the article</source>
        <translation>zurück zum Artikel</translation>
    </message>
    <message>
        <source>back to the card</source>
        <translation>zurück zur Karte</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>abbrechen</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>choose a label</source>
        <translation>Label wählen</translation>
    </message>
    <message>
        <source>claim card</source>
        <translation>Behauptungskarte</translation>
    </message>
    <message>
        <source>clear the field, back to the article</source>
        <translation>Feld leeren, zurück zum Artikel</translation>
    </message>
    <message>
        <source>clear the field, then back to the list</source>
        <translation>Feld leeren, dann zur Liste</translation>
    </message>
    <message>
        <source>delete a letter</source>
        <translation>Buchstaben löschen</translation>
    </message>
    <message>
        <source>do it</source>
        <translation>ausführen</translation>
    </message>
    <message>
        <source>done, next article</source>
        <translation>fertig, nächster Artikel</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>exclude likely page furniture</source>
        <translation>ausschließen, was nach Beiwerk aussieht</translation>
    </message>
    <message>
        <source>guidelines</source>
        <translation>Leitfaden</translation>
    </message>
    <message>
        <source>join, split</source>
        <translation>verbinden, teilen</translation>
    </message>
    <message>
        <source>label as name</source>
        <translation>als Name</translation>
    </message>
    <message>
        <source>leave open, go on</source>
        <translation>offen lassen, weiter</translation>
    </message>
    <message>
        <source>left boundary</source>
        <translation>linke Grenze</translation>
    </message>
    <message>
        <source>make a claim</source>
        <translation>als Behauptung</translation>
    </message>
    <message>
        <source>make room for the claim cards</source>
        <translation>Platz für Behauptungskarten schaffen</translation>
    </message>
    <message>
        <source>move in the list, the article follows</source>
        <translation>durch die Liste, der Artikel geht mit</translation>
    </message>
    <message>
        <source>new line</source>
        <translation>neue Zeile</translation>
    </message>
    <message>
        <source>next</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>next claim on these words</source>
        <translation>nächste Behauptung in diesen Wörtern</translation>
    </message>
    <message>
        <source>next match</source>
        <translation>nächster Treffer</translation>
    </message>
    <message>
        <source>next open article</source>
        <translation>nächster offener Artikel</translation>
    </message>
    <message>
        <source>next place</source>
        <translation>nächste Stelle</translation>
    </message>
    <message>
        <source>next suggestion</source>
        <translation>nächster Vorschlag</translation>
    </message>
    <message>
        <source>next unlabelled name</source>
        <translation>nächster Name ohne Label</translation>
    </message>
    <message>
        <source>no longer doubtful</source>
        <translation>nicht mehr zweifelhaft</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>one by one</source>
        <translation>einzeln</translation>
    </message>
    <message>
        <source>one more label</source>
        <translation>noch ein Label</translation>
    </message>
    <message>
        <source>other label here</source>
        <translation>das andere Label hier</translation>
    </message>
    <message>
        <source>press the button</source>
        <translation>Knopf drücken</translation>
    </message>
    <message>
        <source>previous place</source>
        <translation>vorige Stelle</translation>
    </message>
    <message>
        <source>previous, next</source>
        <translation>auf, ab</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>reject all</source>
        <translation>alle ablehnen</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>reopen the article</source>
        <translation>Artikel wieder öffnen</translation>
    </message>
    <message>
        <source>right boundary</source>
        <translation>rechte Grenze</translation>
    </message>
    <message>
        <source>save</source>
        <translation>speichern</translation>
    </message>
    <message>
        <source>save the note</source>
        <translation>Notiz speichern</translation>
    </message>
    <message>
        <source>sentence read, next one</source>
        <translation>Satz gelesen, nächster</translation>
    </message>
    <message>
        <source>show the suggestions</source>
        <translation>Vorschläge einblenden</translation>
    </message>
    <message>
        <source>stop typing</source>
        <translation>Tippen beenden</translation>
    </message>
    <message>
        <source>take what is at the caret</source>
        <translation>nehmen, was am Cursor steht</translation>
    </message>
    <message>
        <source>to claimant and cue</source>
        <translation>zu Urheber und Signal</translation>
    </message>
    <message>
        <source>to the claim</source>
        <translation>zur Behauptung</translation>
    </message>
    <message>
        <source>to the list</source>
        <translation>zur Liste</translation>
    </message>
    <message>
        <source>undo: {step}</source>
        <translation>zurücknehmen: {step}</translation>
    </message>
    <message>
        <source>write it as evidence from elsewhere</source>
        <translation>als Beleg von anderswo eintragen</translation>
    </message>
    <message>
        <source>your work is no longer saved</source>
        <translation>die Arbeit wird nicht mehr gespeichert</translation>
    </message>
    <message>
        <source>{count} claims</source>
        <translation>{count} Behauptungen</translation>
    </message>
    <message>
        <source>{count} names</source>
        <translation>{count} Namen</translation>
    </message>
    <message>
        <source>{count} suggestions to look at</source>
        <translation>{count} Vorschläge anzusehen</translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} Wörter</translation>
    </message>
    <message>
        <source>“{field}”: click its words, or type them</source>
        <translation>„{field}“: Wörter anklicken oder tippen</translation>
    </message>
    <message>
        <source>“{field}”: click words, or type or paste an address</source>
        <translation>„{field}“: Wörter anklicken oder eine Adresse eingeben oder einfügen</translation>
    </message>
    <message>
        <source>“{typed}”: match {place} of {count}</source>
        <translation>„{typed}“: Treffer {place} von {count}</translation>
    </message>
    <message>
        <source>“{typed}”: match {place} of {count} is out of sight: “{words}”</source>
        <translation>„{typed}“: Treffer {place} von {count} ist nicht zu sehen: „{words}“</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Redone: {step}</source>
        <translation>Wiederholt: {step}</translation>
    </message>
    <message>
        <source>Undone: {step}</source>
        <translation>Zurückgenommen: {step}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>zurückgenommen</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Go Back to Here</source>
        <translation>Hierher zurückkehren</translation>
    </message>
    <message>
        <source>Nothing has been done in this article yet.</source>
        <translation>In diesem Artikel ist noch nichts geschehen.</translation>
    </message>
    <message>
        <source>Steps in this article, newest first</source>
        <translation>Schritte in diesem Artikel, neueste zuerst</translation>
    </message>
    <message>
        <source>Undoes everything you did after this step. This can be undone, too.</source>
        <translation>Nimmt alle eigenen Schritte nach diesem zurück. Auch das lässt sich zurücknehmen.</translation>
    </message>
</context>
<context>
    <name>HitList</name>
    <message>
        <source>Occurrences</source>
        <translation>Vorkommen</translation>
    </message>
</context>
<context>
    <name>HoldBack</name>
    <message>
        <source>All suggestions are shown again. Those held back in done articles still count.</source>
        <translation>Alle Vorschläge sind wieder zu sehen. Was in fertigen Artikeln zurückgehalten wurde, zählt weiter.</translation>
    </message>
    <message>
        <source>Bringing back suggestions…</source>
        <translation>Vorschläge werden zurückgeholt&#xa0;…</translation>
    </message>
    <message>
        <source>Holding back suggestions…</source>
        <translation>Vorschläge werden zurückgehalten&#xa0;…</translation>
    </message>
    <message>
        <source>Suggestions are held back in 5% of the sentences of articles that are not done yet.</source>
        <translation>In 5&#xa0;% der Sätze noch nicht fertiger Artikel werden Vorschläge zurückgehalten.</translation>
    </message>
</context>
<context>
    <name>IdLine</name>
    <message>
        <source>A short name has letters, digits, - and _, and begins with a letter (A to Z).</source>
        <translation>Ein Kurzname besteht aus Buchstaben, Ziffern, - und _ und beginnt mit einem Buchstaben (A bis Z).</translation>
    </message>
    <message>
        <source>Short name in files</source>
        <translation>Kurzname in Dateien</translation>
    </message>
    <message>
        <source>{name} is already taken.</source>
        <translation>{name} ist schon vergeben.</translation>
    </message>
</context>
<context>
    <name>IdentitiesWindow</name>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Annehmen</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Vereinen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>All</source>
        <comment>people and bodies</comment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Dis&amp;solve</source>
        <translation>Auf&amp;lösen</translation>
    </message>
    <message>
        <source>Dissolved. Mentions undecided again: {count}.</source>
        <translation>Aufgelöst. Wieder unentschiedene Nennungen: {count}.</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Namen suchen</translation>
    </message>
    <message>
        <source>Grouping mentions…</source>
        <translation>Nennungen werden gruppiert&#xa0;…</translation>
    </message>
    <message>
        <source>Mentions decided: {count}.</source>
        <translation>Entschiedene Nennungen: {count}.</translation>
    </message>
    <message>
        <source>Merge Anyway</source>
        <translation>Trotzdem vereinen</translation>
    </message>
    <message>
        <source>Merged, they count as one. The labels in the articles stay.</source>
        <translation>Vereint zählen sie als eins. Die Labels in den Artikeln bleiben.</translation>
    </message>
    <message>
        <source>Merged. Mentions moved: {count}.</source>
        <translation>Vereint. Verschobene Nennungen: {count}.</translation>
    </message>
    <message>
        <source>Merged: “{name}” is now under “Decided”.</source>
        <translation>Vereint: „{name}“ steht jetzt unter „Entschieden“.</translation>
    </message>
    <message>
        <source>No name matches.</source>
        <translation>Kein passender Name.</translation>
    </message>
    <message>
        <source>No names are labelled yet.</source>
        <translation>Noch hat kein Name ein Label.</translation>
    </message>
    <message>
        <source>Nothing left to decide.</source>
        <translation>Es ist nichts mehr zu entscheiden.</translation>
    </message>
    <message>
        <source>Select some spellings, not all. For one mention, choose Who Is This in its article.</source>
        <translation>Einige Schreibweisen auswählen, nicht alle. Für eine einzelne Nennung im Artikel „Person oder Organisation zuordnen“ wählen.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Stored.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>These names have different labels: {names}.</source>
        <translation>Diese Namen haben verschiedene Labels: {names}.</translation>
    </message>
    <message>
        <source>To Decide</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Zurückgenommen.</translation>
    </message>
    <message>
        <source>Who Is Who</source>
        <translation>Wer ist wer</translation>
    </message>
    <message>
        <source>accept all shown</source>
        <translation>alle gezeigten annehmen</translation>
    </message>
    <message>
        <source>accept the proposal</source>
        <translation>Vorschlag annehmen</translation>
    </message>
    <message>
        <source>dissolve</source>
        <translation>auflösen</translation>
    </message>
    <message>
        <source>merge the selected</source>
        <translation>Ausgewähltes vereinen</translation>
    </message>
    <message>
        <source>{shown} shown, {decided} decided. Mentions to decide: {open}</source>
        <translation>{shown} gezeigt, {decided} entschieden. Zu entscheidende Nennungen: {open}</translation>
    </message>
</context>
<context>
    <name>IdentityPicker</name>
    <message>
        <source>Find someone or type a new name</source>
        <translation>Jemanden suchen oder einen neuen Namen eingeben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New: {name}</source>
        <translation>Neu: {name}</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Niemand Bestimmtes</translation>
    </message>
    <message>
        <source>People and organisations</source>
        <translation>Personen und Organisationen</translation>
    </message>
    <message>
        <source>Who is meant</source>
        <translation>Wer oder was gemeint ist</translation>
    </message>
    <message>
        <source>as decided</source>
        <translation>wie entschieden</translation>
    </message>
    <message>
        <source>in this article</source>
        <translation>in diesem Artikel</translation>
    </message>
    <message>
        <source>the same?</source>
        <translation>identisch?</translation>
    </message>
</context>
<context>
    <name>IdentityRow</name>
    <message>
        <source>Nobody in particular</source>
        <translation>Niemand Bestimmtes</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>Jemand anderes&#xa0;…</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Gemeint</translation>
    </message>
    <message>
        <source>Who is meant by these words, in all articles.</source>
        <translation>Wer oder was mit diesen Wörtern gemeint ist, in allen Artikeln.</translation>
    </message>
    <message>
        <source>the same as {name}?</source>
        <translation>identisch mit {name}?</translation>
    </message>
</context>
<context>
    <name>ImportArticle</name>
    <message>
        <source>Encoding of the selected file</source>
        <translation>Kodierung der ausgewählten Datei</translation>
    </message>
    <message>
        <source>Encoding of the selected file:</source>
        <translation>Kodierung der ausgewählten Datei:</translation>
    </message>
    <message>
        <source>Text of the selected article</source>
        <translation>Text des ausgewählten Artikels</translation>
    </message>
    <message>
        <source>This text is too short to detect its language. {language} is assumed; F2 changes it later.</source>
        <translation>Der Text ist zu kurz, um seine Sprache zu erkennen. Angenommen wird {language}; F2 ändert das später.</translation>
    </message>
</context>
<context>
    <name>ImportBlank</name>
    <message>
        <source>Articles: {formats}</source>
        <translation>Artikel: {formats}</translation>
    </message>
    <message>
        <source>Drop files or folders here</source>
        <translation>Dateien oder Ordner hierher ziehen</translation>
    </message>
    <message>
        <source>With labels: {formats} and {count} more formats</source>
        <translation>Mit Labels: {formats} und {count} weitere Formate</translation>
    </message>
</context>
<context>
    <name>ImportChoices</name>
    <message>
        <source>&amp;Replace the other article, which is set aside</source>
        <translation>Den anderen Artikel e&amp;rsetzen; er wird beiseitegelegt</translation>
    </message>
    <message>
        <source>Also add &amp;near-duplicates of other articles</source>
        <translation>&amp;Auch fast identische Artikel hinzufügen</translation>
    </message>
    <message>
        <source>Exclude &amp;page furniture (captions, related articles)</source>
        <translation>&amp;Beiwerk der Seite ausschließen (Bildunterschriften, „Mehr zum Thema“)</translation>
    </message>
    <message>
        <source>Suggest the &amp;labels of the other article</source>
        <translation>Dafür die &amp;Labels des anderen Artikels vorschlagen</translation>
    </message>
</context>
<context>
    <name>ImportColumns</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Column for {field}</source>
        <translation>Spalte für: {field}</translation>
    </message>
    <message>
        <source>Columns of {file}:</source>
        <translation>Spalten von {file}:</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Label of the whole article</source>
        <translation>Label des ganzen Artikels</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Add Labels</source>
        <translation>Labels &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Add One Article</source>
        <translation>Einen Artikel &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Add {count} Articles</source>
        <translation>{count} Artikel &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Wird hinzugefügt&#xa0;…</translation>
    </message>
    <message>
        <source>Articles read</source>
        <translation>Gelesene Artikel</translation>
    </message>
    <message>
        <source>Articles read so far can be added</source>
        <translation>Bis dahin gelesene Artikel lassen sich hinzufügen</translation>
    </message>
    <message>
        <source>Choose files or a folder, or drop them here.</source>
        <translation>Dateien oder einen Ordner wählen oder hierher ziehen.</translation>
    </message>
    <message>
        <source>Drop to read the files</source>
        <translation>Loslassen, um die Dateien zu lesen</translation>
    </message>
    <message>
        <source>Files read</source>
        <translation>Gelesene Dateien</translation>
    </message>
    <message>
        <source>Import Articles</source>
        <translation>Artikel importieren</translation>
    </message>
    <message>
        <source>Nothing was found to add.</source>
        <translation>Nichts gefunden, was sich hinzufügen ließe.</translation>
    </message>
    <message>
        <source>One article comes twice in the files; its labels are put together.</source>
        <translation>Ein Artikel kommt in den Dateien zweimal vor; seine Labels werden zusammengelegt.</translation>
    </message>
    <message>
        <source>One article found.</source>
        <translation>Ein Artikel gefunden.</translation>
    </message>
    <message>
        <source>One article has labels.</source>
        <translation>Ein Artikel bringt Labels mit.</translation>
    </message>
    <message>
        <source>One file can be read once you choose its columns.</source>
        <translation>Eine Datei wird lesbar, sobald Sie ihre Spalten wählen.</translation>
    </message>
    <message>
        <source>One file could not be read.</source>
        <translation>Eine Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>One is a near-duplicate.</source>
        <translation>Einer ist fast identisch mit einem anderen.</translation>
    </message>
    <message>
        <source>One is already in the project.</source>
        <translation>Einer ist schon im Projekt.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Stopped. Files that were not read yet are missing.</source>
        <translation>Angehalten. Noch nicht gelesene Dateien fehlen.</translation>
    </message>
    <message>
        <source>The labels of one article will be added to the project’s article with the same text.</source>
        <translation>Die Labels eines Artikels kommen zum Artikel des Projekts mit demselben Text.</translation>
    </message>
    <message>
        <source>The labels of {count} articles will be added to the project’s articles with the same text.</source>
        <translation>Die Labels von {count} Artikeln kommen zu den Artikeln des Projekts mit demselben Text.</translation>
    </message>
    <message>
        <source>{count} are already in the project.</source>
        <translation>{count} sind schon im Projekt.</translation>
    </message>
    <message>
        <source>{count} are near-duplicates.</source>
        <translation>{count} sind fast identisch mit anderen.</translation>
    </message>
    <message>
        <source>{count} articles found.</source>
        <translation>{count} Artikel gefunden.</translation>
    </message>
    <message>
        <source>{count} articles have labels.</source>
        <translation>{count} Artikel bringen Labels mit.</translation>
    </message>
    <message>
        <source>{count} articles repeat others in the files; their labels are put together.</source>
        <translation>{count} Artikel wiederholen andere in den Dateien; ihre Labels werden zusammengelegt.</translation>
    </message>
    <message>
        <source>{count} files can be read once you choose their columns.</source>
        <translation>{count} Dateien werden lesbar, sobald Sie ihre Spalten wählen.</translation>
    </message>
    <message>
        <source>{count} files could not be read.</source>
        <translation>{count} Dateien konnten nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>ImportLabels</name>
    <message>
        <source>(choose another if labels are off by a character or two)</source>
        <translation>(anders wählen, wenn Labels um ein, zwei Zeichen verschoben sind)</translation>
    </message>
    <message>
        <source>Annotator for labels without one</source>
        <translation>Annotiert von, wo die Datei niemanden nennt</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>Labels importieren</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Labels in the files</source>
        <translation>Labels der Dateien</translation>
    </message>
    <message>
        <source>Labels in the files, and their names here</source>
        <translation>Labels der Dateien und wie sie hier heißen</translation>
    </message>
    <message>
        <source>Offsets count</source>
        <translation>Zählung der Positionen</translation>
    </message>
    <message>
        <source>The first articles as they will be imported</source>
        <translation>Die ersten Artikel, wie sie importiert werden</translation>
    </message>
    <message>
        <source>The project’s label for {label} in the file</source>
        <translation>Label des Projekts für {label} aus der Datei</translation>
    </message>
    <message>
        <source>UTF-16 units</source>
        <translation>UTF-16-Einheiten</translation>
    </message>
    <message>
        <source>all of {layer}</source>
        <translation>alles aus {layer}</translation>
    </message>
    <message>
        <source>all unknown labels</source>
        <translation>alle unbekannten Labels</translation>
    </message>
    <message>
        <source>as &amp;decisions by</source>
        <translation>als &amp;Entscheidungen von</translation>
    </message>
    <message>
        <source>as &amp;suggestions, to be decided</source>
        <translation>als &amp;Vorschläge, über die noch zu entscheiden ist</translation>
    </message>
    <message>
        <source>as usual in the format</source>
        <translation>wie im Format üblich</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>label by label</source>
        <translation>Label für Label</translation>
    </message>
    <message>
        <source>label of the article: {label}</source>
        <translation>Label des Artikels: {label}</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>auslassen</translation>
    </message>
    <message>
        <source>new label “{label}” ({layer})</source>
        <translation>neues Label „{label}“ ({layer})</translation>
    </message>
    <message>
        <source>new labels ({layer})</source>
        <translation>neue Labels ({layer})</translation>
    </message>
    <message>
        <source>new relation “{name}”</source>
        <translation>neue Beziehung „{name}“</translation>
    </message>
    <message>
        <source>no labels</source>
        <translation>keine Labels</translation>
    </message>
    <message>
        <source>one is unknown here</source>
        <translation>eines ist hier unbekannt</translation>
    </message>
    <message>
        <source>relation {name}</source>
        <translation>Beziehung {name}</translation>
    </message>
    <message>
        <source>{count} are unknown here</source>
        <translation>{count} sind hier unbekannt</translation>
    </message>
    <message>
        <source>{count} more labels: those that the project has are imported.</source>
        <translation>{count} weitere Labels; übernommen werden die, die das Projekt kennt.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
</context>
<context>
    <name>ImportModel</name>
    <message>
        <source>1 article</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>1 paragraph</source>
        <translation>1 Absatz</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Near-duplicate of</source>
        <translation>Fast identisch mit</translation>
    </message>
    <message>
        <source>Page furniture</source>
        <translation>Beiwerk</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>already in the project</source>
        <translation>schon im Projekt</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>vermutet</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>too short to tell</source>
        <translation>zu kurz zum Erkennen</translation>
    </message>
    <message>
        <source>{count} articles</source>
        <translation>{count} Artikel</translation>
    </message>
    <message>
        <source>{count} paragraphs</source>
        <translation>{count} Absätze</translation>
    </message>
</context>
<context>
    <name>ImportSources</name>
    <message>
        <source>&amp;Files…</source>
        <translation>&amp;Dateien&#xa0;…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Articles and files with labels ({suffixes})</source>
        <translation>Artikel und Dateien mit Labels ({suffixes})</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>&amp;Ordner&#xa0;…</translation>
    </message>
    <message>
        <source>From the &amp;Web…</source>
        <translation>Aus dem &amp;Web&#xa0;…</translation>
    </message>
    <message>
        <source>Import Articles</source>
        <translation>Artikel importieren</translation>
    </message>
    <message>
        <source>Import a Folder of Articles</source>
        <translation>Ordner mit Artikeln importieren</translation>
    </message>
</context>
<context>
    <name>ImportTable</name>
    <message>
        <source>Articles that were found</source>
        <translation>Gefundene Artikel</translation>
    </message>
</context>
<context>
    <name>Influence</name>
    <message>
        <source>Its suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Labels per 100 words</source>
        <translation>Labels je 100 Wörter</translation>
    </message>
    <message>
        <source>Not enough data yet: {count} of its suggestions were held back in done articles; {few} are needed.</source>
        <translation>Noch zu wenig: In fertigen Artikeln wurden {count} der Vorschläge zurückgehalten; nötig sind {few}.</translation>
    </message>
    <message>
        <source>Of its suggestions, {shown} got a label where they were shown and {held} where they were not; {shown_same} and {held_same} of these labels have the suggested boundaries.</source>
        <translation>Von den Vorschlägen bekamen {shown} ein Label, wo sie zu sehen waren, und {held}, wo nicht; {shown_same} und {held_same} dieser Labels haben die vorgeschlagenen Grenzen.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>accepted by sight</source>
        <translation>auf einen Blick angenommen</translation>
    </message>
    <message>
        <source>of these labelled</source>
        <translation>davon mit Label</translation>
    </message>
    <message>
        <source>of these not suggested</source>
        <translation>davon nicht vorgeschlagen</translation>
    </message>
    <message>
        <source>with the suggested boundaries</source>
        <translation>mit den vorgeschlagenen Grenzen</translation>
    </message>
    <message>
        <source>{share} ({count})</source>
        <translation>{share} ({count})</translation>
    </message>
    <message>
        <source>{words} So small a difference may be chance.</source>
        <translation>{words} Ein so kleiner Unterschied kann Zufall sein.</translation>
    </message>
</context>
<context>
    <name>InfluencePage</name>
    <message>
        <source>&amp;Hold suggestions back in 5% of sentences</source>
        <translation>Vorschläge in 5&#xa0;% der Sätze &amp;zurückhalten</translation>
    </message>
    <message>
        <source>Effect of suggestions</source>
        <translation>Wirkung der Vorschläge</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>In articles that are done</source>
        <translation>In fertigen Artikeln</translation>
    </message>
    <message>
        <source>People who see a suggestion tend to agree with it, and to look less for what it leaves out. To measure how much, suggestions can be held back in randomly chosen sentences; you are not told which.</source>
        <translation>Wer einen Vorschlag sieht, stimmt ihm leicht zu und sucht weniger nach dem, was er auslässt. Wie stark das wirkt, zeigt sich, wenn Vorschläge in zufällig gewählten Sätzen zurückgehalten werden; welche das sind, wird nicht verraten.</translation>
    </message>
    <message>
        <source>With suggestions</source>
        <translation>Mit Vorschlägen</translation>
    </message>
</context>
<context>
    <name>Inputs</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept the suggestion</source>
        <translation>Vorschlag annehmen</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reject the suggestion</source>
        <translation>Vorschlag ablehnen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the label</source>
        <translation>Label entfernen</translation>
    </message>
    <message>
        <source>Selected words</source>
        <translation>Ausgewählte Wörter</translation>
    </message>
    <message>
        <source>Suggestion, {tier}</source>
        <translation>Vorschlag, {tier}</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join 1 Name</source>
        <translation>1 Namen vereinen</translation>
    </message>
    <message>
        <source>Join Names</source>
        <translation>Namen vereinen</translation>
    </message>
    <message>
        <source>Join {count} Names</source>
        <translation>{count} Namen vereinen</translation>
    </message>
    <message>
        <source>Names that may mean the same</source>
        <translation>Namen, die dasselbe bedeuten können</translation>
    </message>
    <message>
        <source>Tick &amp;All</source>
        <translation>&amp;Alle anhaken</translation>
    </message>
    <message>
        <source>Tick &amp;None</source>
        <translation>&amp;Keinen anhaken</translation>
    </message>
    <message>
        <source>Ticked names become one person or organisation, in all articles. Untick a name that means somebody else. Undo takes all of them back in one step.</source>
        <translation>Angehakte Namen werden in allen Artikeln eine Person oder Organisation. Lassen Sie einen Namen ohne Haken, wenn er jemand anderen meint. „Rückgängig“ nimmt alle in einem Schritt zurück.</translation>
    </message>
</context>
<context>
    <name>JoinLine</name>
    <message>
        <source>Join</source>
        <translation>Vereinen</translation>
    </message>
    <message>
        <source>Not the Same</source>
        <translation>Nicht dasselbe</translation>
    </message>
    <message>
        <source>See All…</source>
        <translation>Alle ansehen&#xa0;…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{count} names joined, in all articles.</source>
        <translation>{count} Namen sind vereint, in allen Artikeln.</translation>
    </message>
    <message>
        <source>“{short}” and {full} stay apart.</source>
        <translation>„{short}“ und {full} bleiben getrennt.</translation>
    </message>
    <message>
        <source>“{short}” is now {full}, in all articles.</source>
        <translation>„{short}“ ist jetzt {full}, in allen Artikeln.</translation>
    </message>
    <message>
        <source>“{short}” may be {full} (1 of {count}).</source>
        <translation>„{short}“ könnte {full} sein (1 von {count}).</translation>
    </message>
    <message>
        <source>“{short}” may be {full}.</source>
        <translation>„{short}“ könnte {full} sein.</translation>
    </message>
</context>
<context>
    <name>JoinModel</name>
    <message>
        <source>May be</source>
        <translation>Könnte sein</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>KeyCap</name>
    <message>
        <source>Key {key}</source>
        <translation>Taste {key}</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Press the key; Esc cancels</source>
        <translation>Taste drücken; Esc bricht ab</translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>Key hints</source>
        <translation>Tastenhinweise</translation>
    </message>
</context>
<context>
    <name>KeyModel</name>
    <message>
        <source>Action</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>&amp;Another Key…</source>
        <translation>&amp;Weitere Taste&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;New Key…</source>
        <translation>&amp;Neue Taste&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Take the Key</source>
        <translation>&amp;Taste übernehmen</translation>
    </message>
    <message>
        <source>A label; its key belongs to the schema.</source>
        <translation>Ein Label; seine Taste gehört zum Schema.</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Default: {keys}</source>
        <translation>Standard: {keys}</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>It has this key already.</source>
        <translation>Diese Taste hat er schon.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>N&amp;o Key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>No matches.</source>
        <translation>Keine Treffer.</translation>
    </message>
    <message>
        <source>Press the new key for “{action}”.</source>
        <translation>Die neue Taste für „{action}“ drücken.</translation>
    </message>
    <message>
        <source>Reset A&amp;ll</source>
        <translation>&amp;Alle zurücksetzen</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
    <message>
        <source>{key} is now the key of “{action}”.</source>
        <translation>{key} ist jetzt die Taste von „{action}“.</translation>
    </message>
    <message>
        <source>{key} is the key of the label “{label}” in this project, and labels come first.</source>
        <translation>{key} ist in diesem Projekt die Taste des Labels „{label}“, und Labels gehen vor.</translation>
    </message>
    <message>
        <source>{key} is the key of the label “{label}”; keys of labels belong to the schema.</source>
        <translation>{key} ist die Taste des Labels „{label}“; Tasten von Labels gehören zum Schema.</translation>
    </message>
    <message>
        <source>{key} is the key of “{action}” ({menu}).</source>
        <translation>{key} ist die Taste von „{action}“ ({menu}).</translation>
    </message>
    <message>
        <source>{key} moves the caret in the article; it cannot be reassigned.</source>
        <translation>{key} bewegt den Cursor im Artikel und lässt sich nicht neu belegen.</translation>
    </message>
</context>
<context>
    <name>LabelChoice</name>
    <message>
        <source>Label for all results</source>
        <translation>Label für alle Fundstellen</translation>
    </message>
    <message>
        <source>Label…</source>
        <translation>Label&#xa0;…</translation>
    </message>
</context>
<context>
    <name>LabelFields</name>
    <message>
        <source>Choose the text once, and start, end and label, or the label of the article</source>
        <translation>Wählen Sie einmal den Text, dazu Anfang, Ende und Label oder das Label des Artikels</translation>
    </message>
    <message>
        <source>Choose what each column or key of {file} holds, if it has labels.</source>
        <translation>Wählen Sie, was in jeder Spalte oder jedem Feld von {file} steht, falls die Datei Labels hat.</translation>
    </message>
    <message>
        <source>Choose which column or key of {file} holds the text, and what the others hold.</source>
        <translation>Wählen Sie, welche Spalte oder welches Feld von {file} den Text enthält und was die anderen enthalten.</translation>
    </message>
    <message>
        <source>Fields of the file</source>
        <translation>Felder der Datei</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>Zeile {number}</translation>
    </message>
    <message>
        <source>What {field} holds</source>
        <translation>Inhalt von {field}</translation>
    </message>
    <message>
        <source>end of a label</source>
        <translation>Ende eines Labels</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>label of the article</source>
        <translation>Label des Artikels</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht lesen</translation>
    </message>
    <message>
        <source>start of a label</source>
        <translation>Anfang eines Labels</translation>
    </message>
    <message>
        <source>text of the article</source>
        <translation>Text des Artikels</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>LabelForm</name>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>&amp;Beispiele</translation>
    </message>
    <message>
        <source>&amp;Guidelines</source>
        <translation>Leitfa&amp;den</translation>
    </message>
    <message>
        <source>Examples, each on a line</source>
        <translation>Beispiele, eines pro Zeile</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>Leitfaden</translation>
    </message>
    <message>
        <source>In the article, {key} now gives this label instead of “{action}”.</source>
        <translation>{key} vergibt im Artikel jetzt dieses Label und löst nicht mehr „{action}“ aus.</translation>
    </message>
    <message>
        <source>Kind &amp;of</source>
        <translation>&amp;Gehört zu</translation>
    </message>
    <message>
        <source>Kind of</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>no other label</source>
        <translation>keinem anderen Label</translation>
    </message>
    <message>
        <source>offered for labelling</source>
        <translation>wird zum Annotieren angeboten</translation>
    </message>
</context>
<context>
    <name>LabelMenu</name>
    <message>
        <source>&amp;All in the Project…</source>
        <translation>&amp;Alle im Projekt&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Edit Label…</source>
        <translation>Label &amp;bearbeiten&#xa0;…</translation>
    </message>
    <message>
        <source>Only Its &amp;Suggestions</source>
        <translation>Nur seine &amp;Vorschläge</translation>
    </message>
</context>
<context>
    <name>LabelNames</name>
    <message>
        <source>Labels of {source}</source>
        <translation>Labels von {source}</translation>
    </message>
    <message>
        <source>Sentences classified as:</source>
        <translation>Sätze, eingeordnet als:</translation>
    </message>
    <message>
        <source>The pipeline does not say which labels it knows.</source>
        <translation>Die Pipeline sagt nicht, welche Labels sie kennt.</translation>
    </message>
    <message>
        <source>The pipeline’s labels become these labels of the project:</source>
        <translation>Aus den Labels der Pipeline werden diese Labels des Projekts:</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>{claim}, worth checking</source>
        <translation>{claim}, prüfenswert</translation>
    </message>
</context>
<context>
    <name>LabelPanel</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>LabelPicker</name>
    <message>
        <source>Another label, or its key</source>
        <translation>Noch ein Label oder seine Taste</translation>
    </message>
    <message>
        <source>Choose a label</source>
        <translation>Label wählen</translation>
    </message>
    <message>
        <source>Find a label</source>
        <translation>Label suchen</translation>
    </message>
    <message>
        <source>Label, or its key</source>
        <translation>Label oder seine Taste</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>New label “{name}”…</source>
        <translation>Neues Label „{name}“&#xa0;…</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>schon vergeben</translation>
    </message>
    <message>
        <source>not offered in this project</source>
        <translation>in diesem Projekt nicht angeboten</translation>
    </message>
    <message>
        <source>of another layer</source>
        <translation>aus einer anderen Ebene</translation>
    </message>
</context>
<context>
    <name>LabelWordings</name>
    <message>
        <source>%</source>
        <translation>&#xa0;%</translation>
    </message>
    <message>
        <source>&amp;Set Up…</source>
        <translation>&amp;Einrichten&#xa0;…</translation>
    </message>
    <message>
        <source>GLiNER looks for what these words describe. Most models know English words best.</source>
        <translation>GLiNER sucht, was diese Wörter beschreiben. Die meisten Modelle kennen englische Wörter am besten.</translation>
    </message>
    <message>
        <source>Labels of GLiNER</source>
        <translation>Labels von GLiNER</translation>
    </message>
    <message>
        <source>Minimum score</source>
        <translation>Mindestwert</translation>
    </message>
    <message>
        <source>Minimum score:</source>
        <translation>Mindestwert:</translation>
    </message>
    <message>
        <source>left out; for example “{words}”</source>
        <translation>ausgelassen; zum Beispiel „{words}“</translation>
    </message>
</context>
<context>
    <name>Labelling</name>
    <message>
        <source>No label has been given yet.</source>
        <translation>Noch wurde kein Label vergeben.</translation>
    </message>
    <message>
        <source>Select the words of the claim first.</source>
        <translation>Zuerst die Wörter der Behauptung auswählen.</translation>
    </message>
</context>
<context>
    <name>LanguageChip</name>
    <message>
        <source>Details of the article…</source>
        <translation>Angaben zum Artikel&#xa0;…</translation>
    </message>
</context>
<context>
    <name>LanguageModelForm</name>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>Schlü&amp;ssel</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Any server that speaks OpenAI’s protocol: Ollama, llama.cpp or vLLM on this computer, or one elsewhere.</source>
        <translation>Jeder Server, der das Protokoll von OpenAI spricht: Ollama, llama.cpp oder vLLM auf diesem Rechner oder ein anderer.</translation>
    </message>
    <message>
        <source>Articles that you ask about leave this computer and go to {host}.</source>
        <translation>Artikel, zu denen Sie fragen, verlassen diesen Rechner und gehen an {host}.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The model runs on this computer: articles do not leave it.</source>
        <translation>Das Modell läuft auf diesem Rechner: Artikel verlassen ihn nicht.</translation>
    </message>
    <message>
        <source>its name on the server</source>
        <translation>sein Name auf dem Server</translation>
    </message>
    <message>
        <source>only if the server asks for one</source>
        <translation>nur wenn der Server einen verlangt</translation>
    </message>
</context>
<context>
    <name>LanguageModelWindow</name>
    <message>
        <source>&amp;Prompt…</source>
        <translation>&amp;Prompt&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>A&amp;sk</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Ask a Language Model</source>
        <translation>Sprachmodell fragen</translation>
    </message>
    <message>
        <source>Asking about {articles}…</source>
        <translation>Anfrage läuft: {articles}&#xa0;…</translation>
    </message>
    <message>
        <source>Asking for a word…</source>
        <translation>Das Modell wird um eine Antwort gebeten&#xa0;…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Doubts about my labels</source>
        <translation>Zweifel an meinen Labels</translation>
    </message>
    <message>
        <source>Doubts: {count}.</source>
        <translation>Zweifel: {count}.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send articles to {host}?</source>
        <translation>Artikel an {host} senden?</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>Anha&amp;lten</translation>
    </message>
    <message>
        <source>Stopped. What was stored stays.</source>
        <translation>Angehalten. Was gespeichert ist, bleibt.</translation>
    </message>
    <message>
        <source>Storing the settings…</source>
        <translation>Die Einstellungen werden gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>Suggested: {count}. Left out: {lost}.</source>
        <translation>Vorgeschlagen: {count}. Ausgelassen: {lost}.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>The listed articles: {count}</source>
        <translation>Die aufgelisteten Artikel: {count}</translation>
    </message>
    <message>
        <source>The model answers, but not in the requested form. ({seconds} s)</source>
        <translation>Das Modell antwortet, aber nicht in der verlangten Form. ({seconds} s)</translation>
    </message>
    <message>
        <source>The model answers. ({seconds} s)</source>
        <translation>Das Modell antwortet. ({seconds} s)</translation>
    </message>
    <message>
        <source>The open article</source>
        <translation>Der geöffnete Artikel</translation>
    </message>
    <message>
        <source>What is sent: the text of the articles, and the labels of the project with guidelines and examples. Only words that are in the text become suggestions; you decide about each.</source>
        <translation>Gesendet werden der Text der Artikel und die Labels des Projekts mit Leitfaden und Beispielen. Nur was wörtlich im Text steht, wird zum Vorschlag; Sie entscheiden über jeden.</translation>
    </message>
    <message>
        <source>What is sent: the text of the articles, your labels, and the labels of the project with guidelines and examples. Doubts change nothing: each leads to its label.</source>
        <translation>Gesendet werden der Text der Artikel, Ihre Labels und die Labels des Projekts mit Leitfaden und Beispielen. Zweifel ändern nichts: Jeder führt zu seinem Label.</translation>
    </message>
    <message>
        <source>You are asked once for each address.</source>
        <translation>Sie werden für jede Adresse einmal gefragt.</translation>
    </message>
    <message>
        <source>{tokens_in} tokens sent, {tokens_out} received, {seconds} s.</source>
        <translation>{tokens_in} Token gesendet, {tokens_out} empfangen, {seconds} s.</translation>
    </message>
</context>
<context>
    <name>LayerForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>N&amp;ame</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Short name in files</source>
        <translation>Kurzname in Dateien</translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>Show or hide these labels in the article</source>
        <translation>Diese Labels im Artikel ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show:</source>
        <translation>Anzeigen:</translation>
    </message>
    <message>
        <source>Visible layers</source>
        <translation>Sichtbare Ebenen</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>, F1 {before} → {after}</source>
        <translation>, F1 {before} → {after}</translation>
    </message>
    <message>
        <source>Learn Again</source>
        <translation>Noch einmal lernen</translation>
    </message>
    <message>
        <source>Learning was stopped; nothing changed.</source>
        <translation>Das Lernen wurde abgebrochen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>No model is learning at the moment.</source>
        <translation>Zurzeit lernt kein Modell.</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>The model has learnt from {count} articles: F1 {before} → {after} on held-out articles.</source>
        <translation>Das Modell hat aus {count} Artikeln gelernt: F1 {before} → {after} an zurückgehaltenen Artikeln.</translation>
    </message>
    <message>
        <source>The model is unchanged: learning from {count} articles did not improve it{scores}.</source>
        <translation>Das Modell ist unverändert: Das Lernen aus {count} Artikeln hat es nicht verbessert{scores}.</translation>
    </message>
    <message>
        <source>The previous model is in use again.</source>
        <translation>Das vorige Modell wird wieder verwendet.</translation>
    </message>
</context>
<context>
    <name>LeftColumn</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>In This Article</source>
        <translation>Im Artikel</translation>
    </message>
</context>
<context>
    <name>LessonForm</name>
    <message>
        <source>Annotator</source>
        <translation>Annotiert von</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Maximum steps</source>
        <translation>Höchstzahl der Schritte</translation>
    </message>
    <message>
        <source>Only those that are done</source>
        <translation>Nur fertige</translation>
    </message>
    <message>
        <source>Only those that are done ({done} of {all})</source>
        <translation>Nur fertige ({done} von {all})</translation>
    </message>
    <message>
        <source>Split: 80% train, 10% dev, 10% test articles.</source>
        <translation>Aufteilung: 80&#xa0;% Training, 10&#xa0;% Dev, 10&#xa0;% Test.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Ausgangspunkt</translation>
    </message>
    <message>
        <source>from scratch</source>
        <translation>ganz von vorn</translation>
    </message>
    <message>
        <source>from the shipped model (names)</source>
        <translation>mitgeliefertes Modell (Namen)</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>2026-03-09</source>
        <translation>2026-03-09</translation>
    </message>
</context>
<context>
    <name>ListingBar</name>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Shuffled…</source>
        <translation>Zufällig&#xa0;…</translation>
    </message>
    <message>
        <source>The same number always gives the same order:</source>
        <translation>Dieselbe Zahl ergibt immer dieselbe Reihenfolge:</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Open the Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>Das Protokoll ist leer.</translation>
    </message>
</context>
<context>
    <name>LongSteps</name>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stopped; nothing was changed.</source>
        <translation>Abgebrochen; nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Nobody else has labelled this article here.</source>
        <translation>Niemand sonst hat diesen Artikel hier annotiert.</translation>
    </message>
    <message>
        <source>Press Y to see everybody’s labels while you adjudicate.</source>
        <translation>Drücken Sie Y, um beim Adjudizieren die Labels aller Personen zu sehen.</translation>
    </message>
    <message>
        <source>You cannot change the labels of others.</source>
        <translation>Labels anderer lassen sich nicht ändern.</translation>
    </message>
    <message>
        <source>You see the labels by {names}. You cannot change them.</source>
        <translation>Sie sehen die Labels von {names}. Ändern lassen sie sich nicht.</translation>
    </message>
</context>
<context>
    <name>LossDialog</name>
    <message>
        <source>Click a row to go to its place in the article.</source>
        <translation>Ein Klick führt zur Stelle im Artikel.</translation>
    </message>
    <message>
        <source>What the Export Could Not Hold</source>
        <translation>Was der Export nicht aufnehmen konnte</translation>
    </message>
</context>
<context>
    <name>LossRemedies</name>
    <message>
        <source>As one piece</source>
        <translation>Als ein Stück</translation>
    </message>
    <message>
        <source>Claims only</source>
        <translation>Nur Behauptungen</translation>
    </message>
    <message>
        <source>Include all</source>
        <translation>Alle aufnehmen</translation>
    </message>
    <message>
        <source>Include all layers</source>
        <translation>Alle Ebenen aufnehmen</translation>
    </message>
    <message>
        <source>Leave all out</source>
        <translation>Alle auslassen</translation>
    </message>
    <message>
        <source>Longest part</source>
        <translation>Längster Teil</translation>
    </message>
    <message>
        <source>Split tokens</source>
        <translation>Token teilen</translation>
    </message>
    <message>
        <source>Train on these, too</source>
        <translation>Auch aus diesen lernen</translation>
    </message>
    <message>
        <source>Which wins…</source>
        <translation>Welches gilt&#xa0;…</translation>
    </message>
    <message>
        <source>Widen all</source>
        <translation>Alle erweitern</translation>
    </message>
    <message>
        <source>among the spans only: they overlap</source>
        <translation>nur unter den Spans: sie überlappen sich</translation>
    </message>
    <message>
        <source>as they are, with a token split</source>
        <translation>wie sie sind, mit geteiltem Token</translation>
    </message>
    <message>
        <source>cut: too long for a cell of Excel</source>
        <translation>gekürzt: zu lang für eine Zelle in Excel</translation>
    </message>
    <message>
        <source>left out by choice</source>
        <translation>ausgelassen, wie gewählt</translation>
    </message>
    <message>
        <source>left out with their claims: relations</source>
        <translation>mit ihren Behauptungen ausgelassen: Beziehungen</translation>
    </message>
    <message>
        <source>left out: a boundary inside a token</source>
        <translation>ausgelassen: Grenze mitten im Token</translation>
    </message>
    <message>
        <source>left out: batches of articles</source>
        <translation>ausgelassen: Stapel von Artikeln</translation>
    </message>
    <message>
        <source>left out: claims without verdict, check-worthiness or cue</source>
        <translation>ausgelassen: Behauptungen ohne Urteil, Prüfwert oder Signal</translation>
    </message>
    <message>
        <source>left out: kinds of article details</source>
        <translation>ausgelassen: Arten von Angaben zu Artikeln</translation>
    </message>
    <message>
        <source>left out: labels of whole articles</source>
        <translation>ausgelassen: Labels ganzer Artikel</translation>
    </message>
    <message>
        <source>left out: not claims</source>
        <translation>ausgelassen: keine Behauptungen</translation>
    </message>
    <message>
        <source>left out: notes about articles</source>
        <translation>ausgelassen: Notizen zu Artikeln</translation>
    </message>
    <message>
        <source>left out: nothing but white space</source>
        <translation>ausgelassen: nur Leerraum</translation>
    </message>
    <message>
        <source>left out: page furniture</source>
        <translation>ausgelassen: Beiwerk der Seite</translation>
    </message>
    <message>
        <source>left out: priorities of articles</source>
        <translation>ausgelassen: Prioritäten von Artikeln</translation>
    </message>
    <message>
        <source>left out: relations</source>
        <translation>ausgelassen: Beziehungen</translation>
    </message>
    <message>
        <source>left out: relations between labels of different annotators</source>
        <translation>ausgelassen: Beziehungen zwischen Labels verschiedener Personen</translation>
    </message>
    <message>
        <source>left out: relations between pieces</source>
        <translation>ausgelassen: Beziehungen zwischen Stücken</translation>
    </message>
    <message>
        <source>left out: relations that the format has no place for</source>
        <translation>ausgelassen: Beziehungen, die das Format nicht vorsieht</translation>
    </message>
    <message>
        <source>left out: relations to other articles</source>
        <translation>ausgelassen: Beziehungen zu anderen Artikeln</translation>
    </message>
    <message>
        <source>left out: relations with an end in page furniture</source>
        <translation>ausgelassen: Beziehungen mit einem Ende im Beiwerk der Seite</translation>
    </message>
    <message>
        <source>left out: relations with an end inside a token</source>
        <translation>ausgelassen: Beziehungen, von denen ein Ende in einem Token beginnt oder endet</translation>
    </message>
    <message>
        <source>left out: relations with an end of white space</source>
        <translation>ausgelassen: Beziehungen mit einem Ende aus Leerraum</translation>
    </message>
    <message>
        <source>left out: relations with an end that has gaps</source>
        <translation>ausgelassen: Beziehungen mit Lücken in einem Ende</translation>
    </message>
    <message>
        <source>left out: relations with an end that is left out</source>
        <translation>ausgelassen: Beziehungen, deren eines Ende ausgelassen ist</translation>
    </message>
    <message>
        <source>left out: relations with an end that is left out by choice</source>
        <translation>ausgelassen: Beziehungen, von denen ein Ende ausgelassen ist, wie gewählt</translation>
    </message>
    <message>
        <source>left out: relations with an end that overlaps</source>
        <translation>ausgelassen: Beziehungen, von denen ein Ende ein anderes Label überlappt</translation>
    </message>
    <message>
        <source>left out: sentences read and empty</source>
        <translation>ausgelassen: gelesene Sätze ohne Label</translation>
    </message>
    <message>
        <source>left out: states and notes of articles</source>
        <translation>ausgelassen: Status und Notizen von Artikeln</translation>
    </message>
    <message>
        <source>left out: states of articles</source>
        <translation>ausgelassen: Status von Artikeln</translation>
    </message>
    <message>
        <source>left out: suggestions</source>
        <translation>ausgelassen: Vorschläge</translation>
    </message>
    <message>
        <source>left out: they have gaps</source>
        <translation>ausgelassen: sie haben Lücken</translation>
    </message>
    <message>
        <source>left out: they overlap</source>
        <translation>ausgelassen: sie überlappen sich</translation>
    </message>
    <message>
        <source>only as words of their claims</source>
        <translation>nur mit ihren Wörtern bei der Behauptung</translation>
    </message>
    <message>
        <source>only their longest part</source>
        <translation>nur ihr längster Teil</translation>
    </message>
    <message>
        <source>too far into the article for models</source>
        <translation>zu weit hinten im Artikel für Modelle</translation>
    </message>
    <message>
        <source>too long or too short for training</source>
        <translation>zu lang oder zu kurz für das Training</translation>
    </message>
    <message>
        <source>widened by the full stop behind them</source>
        <translation>um den Punkt dahinter erweitert</translation>
    </message>
    <message>
        <source>widened to whole tokens</source>
        <translation>auf ganze Token erweitert</translation>
    </message>
    <message>
        <source>with control characters replaced</source>
        <translation>mit ersetzten Steuerzeichen</translation>
    </message>
    <message>
        <source>with control characters replaced in their notes</source>
        <translation>mit ersetzten Steuerzeichen in ihren Notizen</translation>
    </message>
    <message>
        <source>with control characters replaced in their titles</source>
        <translation>mit ersetzten Steuerzeichen in ihren Titeln</translation>
    </message>
    <message>
        <source>with only one name of the person or organisation</source>
        <translation>mit nur einem Namen der Person oder Organisation</translation>
    </message>
    <message>
        <source>with the words in their gaps</source>
        <translation>mit den Wörtern in ihren Lücken</translation>
    </message>
    <message>
        <source>with too many words for training</source>
        <translation>mit zu vielen Wörtern für das Training</translation>
    </message>
    <message>
        <source>without fields and note</source>
        <translation>ohne Felder und Notiz</translation>
    </message>
    <message>
        <source>without some of their fields</source>
        <translation>ohne einige ihrer Felder</translation>
    </message>
    <message>
        <source>without the annotator’s name</source>
        <translation>ohne Namen der annotierenden Person</translation>
    </message>
    <message>
        <source>without the annotator’s name: relations</source>
        <translation>ohne Namen der annotierenden Person: Beziehungen</translation>
    </message>
    <message>
        <source>without the white space around them</source>
        <translation>ohne den Leerraum ringsum</translation>
    </message>
    <message>
        <source>without their fields: relations</source>
        <translation>ohne ihre Felder: Beziehungen</translation>
    </message>
    <message>
        <source>without their fields: suggestions</source>
        <translation>ohne ihre Felder: Vorschläge</translation>
    </message>
    <message>
        <source>without their layer, though several layers have the label</source>
        <translation>ohne ihre Ebene, obwohl mehrere ein solches Label haben</translation>
    </message>
    <message>
        <source>without their relations: suggestions</source>
        <translation>ohne ihre Beziehungen: Vorschläge</translation>
    </message>
    <message>
        <source>written in pieces: articles</source>
        <translation>in mehreren Stücken: Artikel</translation>
    </message>
</context>
<context>
    <name>LossTable</name>
    <message>
        <source>1 article</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 Label</translation>
    </message>
    <message>
        <source>Also left out: {what}.</source>
        <translation>Außerdem ausgelassen: {what}.</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Labels changed: {changed}, left out: {lost}.</source>
        <translation>Labels geändert: {changed}, ausgelassen: {lost}.</translation>
    </message>
    <message>
        <source>Left out because newer versions replace them: {documents}.</source>
        <translation>Ausgelassen, weil neuere Fassungen an die Stelle von {documents} treten.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>Nichts geht verloren.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Was hilft</translation>
    </message>
    <message>
        <source>What the format cannot hold</source>
        <translation>Was das Format nicht aufnimmt</translation>
    </message>
    <message>
        <source>batches: {count}</source>
        <translation>Stapel: {count}</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>kinds of article details: {count}</source>
        <translation>Arten von Angaben zu Artikeln: {count}</translation>
    </message>
    <message>
        <source>labels of articles: {count}</source>
        <translation>Labels ganzer Artikel: {count}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>priorities: {count}</source>
        <translation>Prioritäten: {count}</translation>
    </message>
    <message>
        <source>relations: {count}</source>
        <translation>Beziehungen: {count}</translation>
    </message>
    <message>
        <source>sentences read and empty: {count}</source>
        <translation>gelesene Sätze ohne Label: {count}</translation>
    </message>
    <message>
        <source>states of articles: {count}</source>
        <translation>Status von Artikeln: {count}</translation>
    </message>
    <message>
        <source>suggestions: {count}</source>
        <translation>Vorschläge: {count}</translation>
    </message>
    <message>
        <source>{count} articles</source>
        <translation>{count} Artikeln</translation>
    </message>
    <message>
        <source>{count} labels</source>
        <translation>{count} Labels</translation>
    </message>
    <message>
        <source>{labels} in {documents} written to {file}.</source>
        <translation>{labels} aus {documents} in {file} geschrieben.</translation>
    </message>
    <message>
        <source>{written} unchanged + {changed} changed + {lost} left out = {spans} in {documents}.</source>
        <translation>{written} unverändert + {changed} geändert + {lost} ausgelassen = {spans} in {documents}.</translation>
    </message>
</context>
<context>
    <name>LowScreen</name>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Repair…</source>
        <translation>Reparieren&#xa0;…</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>ManualWindow</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>One place</source>
        <translation>Eine Fundstelle</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Fundstellen</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>Text of the manual</source>
        <translation>Text des Handbuchs</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} Fundstellen</translation>
    </message>
</context>
<context>
    <name>Margin</name>
    <message>
        <source>{count} more claims</source>
        <translation>{count} weitere Behauptungen</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo: {step}</source>
        <translation>&amp;Wiederholen: {step}</translation>
    </message>
    <message>
        <source>&amp;Suggestions</source>
        <translation>&amp;Vorschläge</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: {step}</source>
        <translation>&amp;Rückgängig: {step}</translation>
    </message>
    <message>
        <source>Another &amp;Label</source>
        <translation>Anderes &amp;Label</translation>
    </message>
    <message>
        <source>B&amp;oundaries and Parts</source>
        <translation>&amp;Grenzen und Teile</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>La&amp;yers</source>
        <translation>Eb&amp;enen</translation>
    </message>
    <message>
        <source>Lan&amp;guage of the Program</source>
        <translation>&amp;Sprache des Programms</translation>
    </message>
    <message>
        <source>Line &amp;Width</source>
        <translation>Zeilenbrei&amp;te</translation>
    </message>
    <message>
        <source>Line Heigh&amp;t</source>
        <translation>Zeilen&amp;höhe</translation>
    </message>
    <message>
        <source>No label has the key {key}</source>
        <translation>Kein Label hat die Taste {key}</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>R&amp;eading Font</source>
        <translation>Lesesch&amp;rift</translation>
    </message>
    <message>
        <source>Re-Tests and Practice</source>
        <translation>Wiederholung und Übung</translation>
    </message>
    <message>
        <source>Selec&amp;tion Unit</source>
        <translation>Auswa&amp;hleinheit</translation>
    </message>
    <message>
        <source>Share of Sentences Worth Checking</source>
        <translation>Anteil prüfenswerter Sätze</translation>
    </message>
    <message>
        <source>Wor&amp;king Together</source>
        <translation>Zusammen&amp;arbeit</translation>
    </message>
    <message>
        <source>“{label}” has the key {key}, but is not offered in this project</source>
        <translation>„{label}“ hat die Taste {key}, wird aber in diesem Projekt nicht angeboten</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>&amp;Agreement…</source>
        <translation>Überein&amp;stimmung&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Zusammenführen</translation>
    </message>
    <message>
        <source>&amp;Show Conflicts…</source>
        <translation>&amp;Konflikte anzeigen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Undo Merge</source>
        <translation>Zusammenführung zurück&amp;nehmen</translation>
    </message>
    <message>
        <source>Add the packages or copies that came back. You see what they bring before anything is merged.</source>
        <translation>Fügen Sie die Pakete oder Kopien hinzu, die zurückgekommen sind. Sie sehen, was sie bringen, bevor etwas zusammengeführt wird.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled. The project is as it was.</source>
        <translation>Abgebrochen. Das Projekt ist, wie es war.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Merge Copies</source>
        <translation>Kopien zusammenführen</translation>
    </message>
    <message>
        <source>Merged.</source>
        <translation>Zusammengeführt.</translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation>Wird zusammengeführt&#xa0;…</translation>
    </message>
    <message>
        <source>Reading what the copies bring…</source>
        <translation>Die Kopien werden gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Steps: {steps}, labels: {labels}, conflicts: {conflicts}.</source>
        <translation>Schritte: {steps}, Labels: {labels}, Konflikte: {conflicts}.</translation>
    </message>
    <message>
        <source>Stopped too late: the copies were merged.</source>
        <translation>Zu spät abgebrochen: Die Kopien sind zusammengeführt.</translation>
    </message>
    <message>
        <source>Stopped too late: the merge was undone.</source>
        <translation>Zu spät abgebrochen: Die Zusammenführung wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen&#xa0;…</translation>
    </message>
    <message>
        <source>The copies bring nothing new.</source>
        <translation>Die Kopien bringen nichts Neues.</translation>
    </message>
    <message>
        <source>The merge was undone. To merge the same files again, open a copy of the backup from before.</source>
        <translation>Die Zusammenführung wurde zurückgenommen. Um dieselben Dateien noch einmal zusammenzuführen, öffnen Sie eine Kopie der Sicherung, die vorher angelegt wurde.</translation>
    </message>
    <message>
        <source>The project file is not in its place, so nothing was merged. Close this dialog to save a copy.</source>
        <translation>Die Projektdatei ist nicht mehr an ihrem Ort, daher wurde nichts zusammengeführt. Schließen Sie diesen Dialog, um eine Kopie zu speichern.</translation>
    </message>
    <message>
        <source>Undoing the merge…</source>
        <translation>Die Zusammenführung wird zurückgenommen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Add the label</source>
        <translation>Label hinzufügen</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Becomes “{label}”</source>
        <translation>Wird zu „{label}“</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Delete here too</source>
        <translation>Auch hier löschen</translation>
    </message>
    <message>
        <source>Here you see what each person brings.</source>
        <translation>Hier steht, was jede Person mitbringt.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Vereinen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Leave deleted</source>
        <translation>Gelöscht lassen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Left out or to be decided</source>
        <translation>Ausgelassen oder zu entscheiden</translation>
    </message>
    <message>
        <source>New labels</source>
        <translation>Neue Labels</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>The label {name} is unknown here.</source>
        <translation>Das Label {name} ist hier unbekannt.</translation>
    </message>
    <message>
        <source>This is {name}</source>
        <translation>Das ist {name}</translation>
    </message>
    <message>
        <source>What each person brings</source>
        <translation>Was jede Person mitbringt</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was tun</translation>
    </message>
    <message>
        <source>{file} has a different text for “{name}”; nothing of this article is merged.</source>
        <translation>{file} hat einen anderen Text von „{name}“; von diesem Artikel wird nichts übernommen.</translation>
    </message>
    <message>
        <source>{file} has labels of an article that it lacks; they are left out.</source>
        <translation>{file} hat Labels eines Artikels, der dort fehlt; sie werden ausgelassen.</translation>
    </message>
    <message>
        <source>{file} is the package of somebody else, but {name} worked in it too.</source>
        <translation>{file} ist das Paket von jemand anderem, aber auch {name} hat darin gearbeitet.</translation>
    </message>
    <message>
        <source>{name} labelled the same words twice, in two copies.</source>
        <translation>{name} hat dieselben Wörter in zwei Kopien annotiert.</translation>
    </message>
    <message>
        <source>“{name}” was deleted here, but has new labels in a copy.</source>
        <translation>„{name}“ wurde hier gelöscht, hat aber in einer Kopie neue Labels.</translation>
    </message>
    <message>
        <source>“{name}” was deleted in a copy, so its labels here would go too.</source>
        <translation>„{name}“ wurde in einer Kopie gelöscht, deshalb gingen auch die Labels hier verloren.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation>Mitteilung schließen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mitteilung</translation>
    </message>
</context>
<context>
    <name>MistakeList</name>
    <message>
        <source>All mistakes ({count})</source>
        <translation>Alle Fehler ({count})</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Click a row to go to its place in the article.</source>
        <translation>Ein Klick auf eine Zeile führt zur Stelle im Artikel.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Kind of mistake</source>
        <translation>Art des Fehlers</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>Annotiert</translation>
    </message>
    <message>
        <source>Mistake</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>übersehen</translation>
    </message>
    <message>
        <source>not labelled</source>
        <translation>nicht annotiert</translation>
    </message>
    <message>
        <source>other boundaries</source>
        <translation>andere Grenzen</translation>
    </message>
    <message>
        <source>other label</source>
        <translation>anderes Label</translation>
    </message>
    <message>
        <source>{label} “{words}”</source>
        <translation>{label} „{words}“</translation>
    </message>
</context>
<context>
    <name>Moves</name>
    <message>
        <source>No unlabelled names after that point: searched again from the start.</source>
        <translation>Nach dieser Stelle gab es keinen Namen ohne Label mehr: Die Suche begann wieder am Anfang.</translation>
    </message>
    <message>
        <source>No unlabelled names before that point: searched again from the end.</source>
        <translation>Vor dieser Stelle gab es keinen Namen ohne Label mehr: Die Suche begann wieder am Ende.</translation>
    </message>
    <message>
        <source>No unlabelled names in this article.</source>
        <translation>In diesem Artikel gibt es keinen Namen ohne Label mehr.</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Labels</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Articles and labels will be in one file, backups and models in folders beside it: {path}</source>
        <translation>Artikel und Labels werden in einer Datei liegen, Sicherungen und Modelle in Ordnern daneben: {path}</translation>
    </message>
    <message>
        <source>Create Project</source>
        <translation>Projekt anlegen</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>Ordner des Projekts</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei&#xa0;…</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Labels from a file</source>
        <translation>Labels aus einer Datei</translation>
    </message>
    <message>
        <source>Lan&amp;guage of the articles</source>
        <translation>&amp;Sprache der Artikel</translation>
    </message>
    <message>
        <source>Language of the articles</source>
        <translation>Sprache der Artikel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New Project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Open Project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Press Return to choose the file.</source>
        <translation>Eingabe wählt die Datei aus.</translation>
    </message>
    <message>
        <source>Schemas (*.json)</source>
        <translation>Schemas (*.json)</translation>
    </message>
    <message>
        <source>The folder is created, too.</source>
        <translation>Der Ordner wird mit angelegt.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be created.</source>
        <translation>Der Ordner {folder} lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>The project needs a name that works as a file name, without characters such as / or ?.</source>
        <translation>Das Projekt braucht einen Namen; Zeichen wie „/“ und „?“ sind darin nicht möglich.</translation>
    </message>
    <message>
        <source>This name is too long for a file.</source>
        <translation>Dieser Name ist zu lang für eine Datei.</translation>
    </message>
    <message>
        <source>detect per article</source>
        <translation>je Artikel erkennen</translation>
    </message>
    <message>
        <source>{file} already exists in this folder. Open it, or choose another name.</source>
        <translation>{file} gibt es in diesem Ordner schon. Öffnen Sie das Projekt, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{folder} is a file. Choose a folder.</source>
        <translation>{folder} ist eine Datei. Bitte einen Ordner wählen.</translation>
    </message>
</context>
<context>
    <name>NoAgreement</name>
    <message>
        <source>&amp;Merge Copies…</source>
        <translation>Kopien zusa&amp;mmenführen&#xa0;…</translation>
    </message>
    <message>
        <source>Here you see how far people agree and where they differ. For this, two people mark the same articles as done, each in a copy of the project. Then merge the colleague’s copy into yours.</source>
        <translation>Hier sehen Sie, wie weit zwei Personen übereinstimmen und wo sie abweichen. Dazu schließen beide dieselben Artikel ab, jede in ihrer Kopie des Projekts. Führen Sie dann die andere Kopie mit Ihrer zusammen.</translation>
    </message>
</context>
<context>
    <name>NotePopup</name>
    <message>
        <source>For yourself and other annotators.</source>
        <translation>Für später, auch für andere.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Only you see this note. Others see comments.</source>
        <translation>Nur für Sie sichtbar. Andere sehen Kommentare.</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>Accept a suggestion</source>
        <translation>Vorschlag annehmen</translation>
    </message>
    <message>
        <source>Add a relation</source>
        <translation>Beziehung anlegen</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Articles that took longest</source>
        <translation>Artikel, die am längsten dauerten</translation>
    </message>
    <message>
        <source>Assign an identity</source>
        <translation>Identität zuordnen</translation>
    </message>
    <message>
        <source>Claimants</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>Claimants with the most claims</source>
        <translation>Urheber mit den meisten Behauptungen</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Behauptungen</translation>
    </message>
    <message>
        <source>Correct a suggestion</source>
        <translation>Vorschlag korrigieren</translation>
    </message>
    <message>
        <source>Exclude a paragraph</source>
        <translation>Absatz ausschließen</translation>
    </message>
    <message>
        <source>Fill in a field</source>
        <translation>Feld ausfüllen</translation>
    </message>
    <message>
        <source>Finish or skip an article</source>
        <translation>Artikel abschließen oder überspringen</translation>
    </message>
    <message>
        <source>How many articles are done, skipped and open will be counted here, by batch too.</source>
        <translation>Hier wird gezählt, wie viele Artikel fertig, übersprungen und offen sind, auch nach Stapeln.</translation>
    </message>
    <message>
        <source>How many articles contain both of two labels will be counted here.</source>
        <translation>Hier wird gezählt, in wie vielen Artikeln zwei Labels zusammen vorkommen.</translation>
    </message>
    <message>
        <source>How often each label was used will be counted here.</source>
        <translation>Hier wird gezählt, wie oft jedes Label vergeben wurde.</translation>
    </message>
    <message>
        <source>How often you agree with suggestions that you looked at will appear here.</source>
        <translation>Hier erscheint, wie oft Sie Vorschlägen zustimmen, die Sie angesehen haben.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Labels by month</source>
        <translation>Labels nach Monat</translation>
    </message>
    <message>
        <source>Labels by publisher</source>
        <translation>Labels nach Medium</translation>
    </message>
    <message>
        <source>Labels by week and publisher</source>
        <translation>Labels nach Woche und Medium</translation>
    </message>
    <message>
        <source>Labels in articles that have a date are counted here by month.</source>
        <translation>Hier werden Labels in Artikeln mit Datum nach Monaten gezählt.</translation>
    </message>
    <message>
        <source>Labels in articles that have a date are counted here by week and publisher.</source>
        <translation>Hier werden die Labels datierter Artikel nach Woche und Medium gezählt.</translation>
    </message>
    <message>
        <source>Labels in the same article</source>
        <translation>Labels im selben Artikel</translation>
    </message>
    <message>
        <source>Labels together</source>
        <translation>Labels zusammen</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Angesehen</translation>
    </message>
    <message>
        <source>Mark a sentence as read</source>
        <translation>Satz als gelesen kennzeichnen</translation>
    </message>
    <message>
        <source>Mark labels as looked at</source>
        <translation>Labels als angesehen kennzeichnen</translation>
    </message>
    <message>
        <source>Median time of a step</source>
        <translation>Zeit je Schritt (Median)</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Nennungen</translation>
    </message>
    <message>
        <source>Month of publication</source>
        <translation>Monat der Veröffentlichung</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>Move a boundary</source>
        <translation>Grenze verschieben</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Names mentioned most often</source>
        <translation>Am häufigsten genannte Namen</translation>
    </message>
    <message>
        <source>No publisher</source>
        <translation>Ohne Medium</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Übrige</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Publishers</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>Reject a suggestion</source>
        <translation>Vorschlag ablehnen</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>Label ändern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove a relation</source>
        <translation>Beziehung entfernen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Share of suggestions looked at, by everybody</source>
        <translation>Anteil an den angesehenen Vorschlägen, von allen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Suggestions accepted unchanged</source>
        <translation>Unverändert angenommene Vorschläge</translation>
    </message>
    <message>
        <source>The articles that took longest will appear here.</source>
        <translation>Hier werden die Artikel stehen, die am längsten gedauert haben.</translation>
    </message>
    <message>
        <source>The labels in articles of each publisher will be counted here.</source>
        <translation>Hier werden die Labels in den Artikeln jedes Mediums gezählt.</translation>
    </message>
    <message>
        <source>The median time of each kind of step will appear here.</source>
        <translation>Hier wird stehen, wie lange die Schritte jeder Art dauern (Median).</translation>
    </message>
    <message>
        <source>The names mentioned most often will appear here.</source>
        <translation>Hier werden die am häufigsten genannten Namen stehen.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time per article</source>
        <translation>Zeit je Artikel</translation>
    </message>
    <message>
        <source>Time per step</source>
        <translation>Zeit je Schritt</translation>
    </message>
    <message>
        <source>Total</source>
        <extracomment>Colours (light theme, dark theme) of series without their own colour; each has a contrast of 3 : 1 or more.</extracomment>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Verwendungen</translation>
    </message>
    <message>
        <source>Week of publication, from Monday</source>
        <translation>Woche der Veröffentlichung, ab Montag</translation>
    </message>
    <message>
        <source>Week of the decision, from Monday</source>
        <translation>Woche der Entscheidung, ab Montag</translation>
    </message>
    <message>
        <source>Week of {day}</source>
        <translation>Woche ab {day}</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>Who makes the most claims will appear here.</source>
        <translation>Hier wird stehen, wer die meisten Behauptungen aufstellt.</translation>
    </message>
    <message>
        <source>under {count} s</source>
        <translation>unter {count}&#xa0;s</translation>
    </message>
    <message>
        <source>with a verdict</source>
        <translation>mit Urteil</translation>
    </message>
    <message>
        <source>without a verdict</source>
        <translation>ohne Urteil</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count}&#xa0;min</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count}&#xa0;s</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>{series} {share} of {count}</source>
        <translation>{series} {share} von {count}</translation>
    </message>
    <message>
        <source>{share} checked</source>
        <translation>{share} geprüft</translation>
    </message>
</context>
<context>
    <name>NumbersWindow</name>
    <message>
        <source>&amp;Report</source>
        <translation>&amp;Bericht</translation>
    </message>
    <message>
        <source>&amp;Save As</source>
        <translation>&amp;Speichern als</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Choose an annotator to find the articles behind the figures.</source>
        <translation>Um die Artikel hinter den Zahlen zu finden, wählen Sie eine Person.</translation>
    </message>
    <message>
        <source>Click in the chart or press Return to find the articles.</source>
        <translation>Ein Klick ins Diagramm oder die Eingabetaste führt zu den Artikeln.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt&#xa0;…</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Bild (PNG)&#xa0;…</translation>
    </message>
    <message>
        <source>Picture (SVG)…</source>
        <translation>Bild (SVG)&#xa0;…</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern als</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Gespeichert als {file}.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tabelle (CSV)&#xa0;…</translation>
    </message>
    <message>
        <source>The Open Article with Its Labels (HTML)…</source>
        <translation>Der geöffnete Artikel mit seinen Labels (HTML)&#xa0;…</translation>
    </message>
    <message>
        <source>The Project (HTML)…</source>
        <translation>Das Projekt (HTML)&#xa0;…</translation>
    </message>
</context>
<context>
    <name>OccurrencePage</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alle wählen</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Keine wählen</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Searching all articles…</source>
        <translation>Alle Artikel werden durchsucht&#xa0;…</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Storing…</source>
        <translation>Wird gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>These words do not occur as whole words.</source>
        <translation>Diese Wörter kommen nicht als ganze Wörter vor.</translation>
    </message>
    <message>
        <source>all, none</source>
        <translation>alle, keine</translation>
    </message>
    <message>
        <source>choose or not</source>
        <translation>an- oder abwählen</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>do it</source>
        <translation>ausführen</translation>
    </message>
    <message>
        <source>label, relabel, remove</source>
        <translation>annotieren, Label ändern, entfernen</translation>
    </message>
    <message>
        <source>more than {count}</source>
        <translation>mehr als {count}</translation>
    </message>
    <message>
        <source>project, case, endings</source>
        <translation>Projekt, Groß/Klein, Endungen</translation>
    </message>
    <message>
        <source>which label</source>
        <translation>welches Label</translation>
    </message>
    <message>
        <source>{kept} of {count} chosen, {articles}</source>
        <translation>{kept} von {count} gewählt, {articles}</translation>
    </message>
</context>
<context>
    <name>Occurrences</name>
    <message>
        <source>1 article</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>1 occurrence</source>
        <translation>1 Vorkommen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Annotieren</translation>
    </message>
    <message>
        <source>Label 1 Occurrence</source>
        <translation>1 Stelle annotieren</translation>
    </message>
    <message>
        <source>Label 1 Occurrence as {label}</source>
        <translation>1 Stelle als {label} annotieren</translation>
    </message>
    <message>
        <source>Label Occurrences as {label}</source>
        <translation>Stellen als {label} annotieren</translation>
    </message>
    <message>
        <source>Label removed: {places}, {articles}.</source>
        <translation>Label entfernt: {places}, {articles}.</translation>
    </message>
    <message>
        <source>Label {count} Occurrences</source>
        <translation>{count} Stellen annotieren</translation>
    </message>
    <message>
        <source>Label {count} Occurrences as {label}</source>
        <translation>{count} Stellen als {label} annotieren</translation>
    </message>
    <message>
        <source>Labelled: {places}, {articles}.</source>
        <translation>Annotiert: {places}, {articles}.</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>Label ändern</translation>
    </message>
    <message>
        <source>Relabel 1 Occurrence</source>
        <translation>Label an 1 Stelle ändern</translation>
    </message>
    <message>
        <source>Relabel 1 Occurrence as {label}</source>
        <translation>Label an 1 Stelle in {label} ändern</translation>
    </message>
    <message>
        <source>Relabel Occurrences as {label}</source>
        <translation>Label an den Stellen in {label} ändern</translation>
    </message>
    <message>
        <source>Relabel {count} Occurrences</source>
        <translation>Label an {count} Stellen ändern</translation>
    </message>
    <message>
        <source>Relabel {count} Occurrences as {label}</source>
        <translation>Label an {count} Stellen in {label} ändern</translation>
    </message>
    <message>
        <source>Relabelled: {places}, {articles}.</source>
        <translation>Label geändert: {places}, {articles}.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the Label</source>
        <translation>Label entfernen</translation>
    </message>
    <message>
        <source>Remove the Label from 1 Occurrence</source>
        <translation>Label an 1 Stelle entfernen</translation>
    </message>
    <message>
        <source>Remove the Label from {count} Occurrences</source>
        <translation>Label an {count} Stellen entfernen</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>in 1 article</source>
        <translation>in 1 Artikel</translation>
    </message>
    <message>
        <source>in a longer name</source>
        <translation>in längerem Namen</translation>
    </message>
    <message>
        <source>in {count} articles</source>
        <translation>in {count} Artikeln</translation>
    </message>
    <message>
        <source>inside {label}</source>
        <translation>in {label}</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>page furniture</source>
        <translation>Beiwerk der Seite</translation>
    </message>
    <message>
        <source>unlabelled {count}</source>
        <translation>ohne Label {count}</translation>
    </message>
    <message>
        <source>{count} articles</source>
        <translation>{count} Artikel</translation>
    </message>
    <message>
        <source>{count} occurrences</source>
        <translation>{count} Vorkommen</translation>
    </message>
    <message>
        <source>{label} rejected</source>
        <translation>{label} abgelehnt</translation>
    </message>
    <message>
        <source>{label} suggested</source>
        <translation>{label} vorgeschlagen</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Copy from the earlier claim</source>
        <translation>Aus der früheren Behauptung übernehmen</translation>
    </message>
    <message>
        <source>Nothing to copy.</source>
        <translation>Nichts zu übernehmen.</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}: {value}</translation>
    </message>
</context>
<context>
    <name>Origins</name>
    <message>
        <source>by {annotator}</source>
        <translation>von {annotator}</translation>
    </message>
    <message>
        <source>gold, decided by {annotator}</source>
        <translation>Gold, entschieden von {annotator}</translation>
    </message>
    <message>
        <source>imported, by {annotator}</source>
        <translation>importiert, von {annotator}</translation>
    </message>
    <message>
        <source>imported, changed by {annotator}</source>
        <translation>importiert, geändert von {annotator}</translation>
    </message>
    <message>
        <source>labelled like this by {people}</source>
        <translation>so annotiert von {people}</translation>
    </message>
    <message>
        <source>suggested by {source}</source>
        <translation>Vorschlag: {source}</translation>
    </message>
    <message>
        <source>suggested by {source}, accepted by {annotator}</source>
        <translation>Vorschlag: {source}; angenommen von {annotator}</translation>
    </message>
    <message>
        <source>suggested by {source}, changed by {annotator}</source>
        <translation>Vorschlag: {source}; geändert von {annotator}</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview of labels, suggestions and hits</source>
        <translation>Übersicht über Labels, Vorschläge und Treffer</translation>
    </message>
    <message>
        <source>The whole article at a glance: claims, names and suggestions, from left to right. A line across is a hit of the search. Click to go there.</source>
        <translation>Der ganze Artikel auf einen Blick: Behauptungen, Namen und Vorschläge, von links nach rechts. Ein durchgehender Strich ist ein Suchtreffer. Ein Klick führt dorthin.</translation>
    </message>
</context>
<context>
    <name>PackagesDialog</name>
    <message>
        <source>&amp;Also articles that an earlier package holds</source>
        <translation>&amp;Auch Artikel aus einem früheren Paket</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>&amp;Suggestions</source>
        <translation>&amp;Vorschläge</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>&amp;Schreiben</translation>
    </message>
    <message>
        <source>A package is a project file with the articles that its annotator has not begun, the schema and its guidelines, and nobody’s labels. Merge it when it comes back.</source>
        <translation>Ein Paket ist eine Projektdatei mit den Artikeln, die die Person noch nicht begonnen hat, mit Schema und Leitfaden, aber ohne Labels. Kommt es zurück, führen Sie es zusammen.</translation>
    </message>
    <message>
        <source>All dealt articles are in packages that were written before.</source>
        <translation>Alle zugeteilten Artikel sind in früheren Paketen.</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder for the packages</source>
        <translation>Ordner für die Pakete</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Nobody has new articles. Deal articles first.</source>
        <translation>Niemand hat neue Artikel. Teilen Sie zuerst Artikel zu.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Write Packages</source>
        <translation>Pakete schreiben</translation>
    </message>
    <message>
        <source>Writing packages…</source>
        <translation>Pakete werden geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>everybody with new articles</source>
        <translation>alle mit neuen Artikeln</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>werden gezeigt</translation>
    </message>
    <message>
        <source>some held back, to measure their effect</source>
        <translation>teils zurückgehalten, um ihre Wirkung zu messen</translation>
    </message>
</context>
<context>
    <name>PageRules</name>
    <message>
        <source>Always Exclude</source>
        <translation>Immer ausschließen</translation>
    </message>
    <message>
        <source>Enter the publisher first (F2): the rule applies to its articles.</source>
        <translation>Zuerst das Medium angeben (F2): Die Regel gilt für seine Artikel.</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>Exclude all of them, also in articles added later?</source>
        <translation>Alle ausschließen, auch in Artikeln, die später dazukommen?</translation>
    </message>
    <message>
        <source>Excluded in the open article</source>
        <translation>Im geöffneten Artikel ausgeschlossen</translation>
    </message>
    <message>
        <source>Excluded {articles}.</source>
        <translation>Ausgeschlossen {articles}.</translation>
    </message>
    <message>
        <source>In the open article</source>
        <translation>Im geöffneten Artikel</translation>
    </message>
    <message>
        <source>Nothing is excluded here.</source>
        <translation>Hier ist nichts ausgeschlossen.</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>Absätze</translation>
    </message>
    <message>
        <source>Paragraphs like this are excluded from new articles of “{publisher}”.</source>
        <translation>Solche Absätze werden in neuen Artikeln von „{publisher}“ ausgeschlossen.</translation>
    </message>
    <message>
        <source>Paragraphs like “{words}”: {count}, {articles} of “{publisher}”.</source>
        <translation>Absätze wie „{words}“: {count}, {articles} von „{publisher}“.</translation>
    </message>
    <message>
        <source>Paragraphs that begin with “{words}”: {count}, {articles} of “{publisher}”.</source>
        <translation>Absätze, die mit „{words}“ beginnen: {count}, {articles} von „{publisher}“.</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Remove Rule</source>
        <translation>Regel aufheben</translation>
    </message>
    <message>
        <source>Remove the rule? Paragraphs excluded so far stay excluded.</source>
        <translation>Regel aufheben? Schon ausgeschlossene Absätze bleiben ausgeschlossen.</translation>
    </message>
    <message>
        <source>Such paragraphs are no longer excluded from new articles.</source>
        <translation>Solche Absätze werden in neuen Artikeln nicht mehr ausgeschlossen.</translation>
    </message>
    <message>
        <source>This paragraph makes no rule: it is too long or already excluded.</source>
        <translation>Dieser Absatz ergibt keine Regel: Er ist zu lang oder schon ausgeschlossen.</translation>
    </message>
    <message>
        <source>What the rule excludes in the open article</source>
        <translation>Was die Regel im geöffneten Artikel ausschließt</translation>
    </message>
    <message>
        <source>like “{words}”</source>
        <translation>wie „{words}“</translation>
    </message>
    <message>
        <source>that begin with “{words}”</source>
        <translation>die mit „{words}“ beginnen</translation>
    </message>
</context>
<context>
    <name>PageRulesDialog</name>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Click a row to go to the paragraph.</source>
        <translation>Ein Klick führt zum Absatz.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No rule yet: place the caret in a paragraph to exclude, and press Ctrl+Shift+X.</source>
        <translation>Noch keine Regel: Cursor in einen Absatz setzen, der ausgeschlossen werden soll, und Strg+Umschalt+X drücken.</translation>
    </message>
    <message>
        <source>Open an article to try the rules on it.</source>
        <translation>Einen Artikel öffnen, um die Regeln daran zu erproben.</translation>
    </message>
    <message>
        <source>Put &amp;Back</source>
        <translation>&amp;Zurückholen</translation>
    </message>
    <message>
        <source>Removed. Paragraphs excluded so far stay excluded.</source>
        <translation>Entfernt. Schon ausgeschlossene Absätze bleiben ausgeschlossen.</translation>
    </message>
    <message>
        <source>Rules That Exclude Paragraphs</source>
        <translation>Regeln, die Absätze ausschließen</translation>
    </message>
    <message>
        <source>Rules for paragraphs</source>
        <translation>Regeln für Absätze</translation>
    </message>
    <message>
        <source>The open article is not from “{publisher}”: the rule does not apply to it.</source>
        <translation>Der geöffnete Artikel ist nicht von „{publisher}“: Die Regel betrifft ihn nicht.</translation>
    </message>
    <message>
        <source>They are excluded from new articles of the publisher. Case, spaces and numbers do not matter.</source>
        <translation>Sie werden in neuen Artikeln des Mediums ausgeschlossen. Groß- und Kleinschreibung, Leerzeichen und Zahlen spielen keine Rolle.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Action, label or article</source>
        <translation>Befehl, Label oder Artikel</translation>
    </message>
    <message>
        <source>Actions, labels and articles</source>
        <translation>Befehle, Labels und Artikel</translation>
    </message>
    <message>
        <source>Adding or deleting articles is not undone; to undo an earlier step, open its article first</source>
        <translation>Hinzufügen und Löschen von Artikeln lässt sich nicht zurücknehmen; für einen früheren Schritt zuerst seinen Artikel öffnen</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Find an action, label or article</source>
        <translation>Befehl, Label oder Artikel suchen</translation>
    </message>
    <message>
        <source>Not in a package: whoever sent it decides about this</source>
        <translation>In einem Paket nicht möglich: Darüber entscheidet, wer es geschickt hat</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts zu wiederholen</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>Open a project first</source>
        <translation>Zuerst ein Projekt öffnen</translation>
    </message>
    <message>
        <source>Open an article first</source>
        <translation>Zuerst einen Artikel öffnen</translation>
    </message>
    <message>
        <source>The project is open for reading only</source>
        <translation>Das Projekt ist nur zum Lesen geöffnet</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Labels and suggestions</source>
        <translation>Labels und Vorschläge</translation>
    </message>
</context>
<context>
    <name>Paragraphs</name>
    <message>
        <source>A name cannot cross a paragraph break. Select words in one paragraph; + adds words from another.</source>
        <translation>Ein Name darf nicht über eine Absatzgrenze reichen. Wörter in einem Absatz auswählen; + fügt Wörter aus einem anderen hinzu.</translation>
    </message>
    <message>
        <source>The claim crosses the end of a paragraph.</source>
        <translation>Die Behauptung geht über das Ende eines Absatzes.</translation>
    </message>
</context>
<context>
    <name>PartPage</name>
    <message>
        <source>Select a part of the schema on the left.</source>
        <translation>Links einen Teil des Schemas wählen.</translation>
    </message>
    <message>
        <source>Selected part</source>
        <translation>Gewählter Teil</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>noch nicht benutzt</translation>
    </message>
    <message>
        <source>used once</source>
        <translation>einmal benutzt</translation>
    </message>
    <message>
        <source>used {count} times</source>
        <translation>{count}-mal benutzt</translation>
    </message>
</context>
<context>
    <name>PartSizes</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Sizes of the splits</source>
        <translation>Größe der Teile</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>&amp;Add Article</source>
        <translation>Artikel &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Checking the text…</source>
        <translation>Text wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Lines of the front matter that could not be read: {count}. They are kept as a detail: “{line}”</source>
        <translation>Nicht lesbare Zeilen der Front Matter: {count}. Sie stehen bei den Angaben: „{line}“</translation>
    </message>
    <message>
        <source>Lines that end in the middle of a sentence will be joined into one paragraph.</source>
        <translation>Zeilen, die mitten im Satz enden, werden zu einem Absatz verbunden.</translation>
    </message>
    <message>
        <source>Lines that end in the middle of a sentence will be joined into {count} paragraphs.</source>
        <translation>Zeilen, die mitten im Satz enden, werden zu {count} Absätzen verbunden.</translation>
    </message>
    <message>
        <source>Paragraphs that are not part of the article</source>
        <translation>Absätze, die nicht zum Artikel gehören</translation>
    </message>
    <message>
        <source>Paste Article</source>
        <translation>Artikel einfügen</translation>
    </message>
    <message>
        <source>Paste or write the article here</source>
        <translation>Den Artikel hier einfügen oder schreiben</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>Text des Artikels</translation>
    </message>
    <message>
        <source>The article has not been added yet.</source>
        <translation>Der Artikel ist noch nicht hinzugefügt.</translation>
    </message>
    <message>
        <source>These look like captions, links, bylines or date lines. Ticked paragraphs get no labels, but stay in the text.</source>
        <translation>Das sieht nach Bildunterschriften, Links, Autoren- oder Datumszeilen aus. Angehakte Absätze bekommen keine Labels, bleiben aber im Text.</translation>
    </message>
    <message>
        <source>This text is already in the project: “{title}”.</source>
        <translation>Dieser Text ist schon da: „{title}“.</translation>
    </message>
</context>
<context>
    <name>PatternTable</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Phrase or pattern</source>
        <translation>Ausdruck oder Muster</translation>
    </message>
    <message>
        <source>Word list</source>
        <translation>Wortliste</translation>
    </message>
</context>
<context>
    <name>PatternWindow</name>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>Im&amp;portieren&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Label</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Undo Last Change</source>
        <translation>Letzte Änderung &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Use this list</source>
        <translation>Diese Liste &amp;verwenden</translation>
    </message>
    <message>
        <source>Add phrases and choose their label, or import a word list.</source>
        <translation>Fügen Sie Ausdrücke hinzu und wählen Sie deren Label, oder importieren Sie eine Wortliste.</translation>
    </message>
    <message>
        <source>All word lists</source>
        <translation>Alle Wortlisten</translation>
    </message>
    <message>
        <source>Also find inflected &amp;forms</source>
        <translation>Auch gebeugte &amp;Formen finden</translation>
    </message>
    <message>
        <source>Export word lists</source>
        <translation>Wortlisten exportieren</translation>
    </message>
    <message>
        <source>Find a phrase</source>
        <translation>Ausdruck suchen</translation>
    </message>
    <message>
        <source>Import a word list</source>
        <translation>Wortliste importieren</translation>
    </message>
    <message>
        <source>Left out: {count} ({reason}).</source>
        <translation>Ausgelassen: {count} ({reason}).</translation>
    </message>
    <message>
        <source>New phrase</source>
        <translation>Neuer Ausdruck</translation>
    </message>
    <message>
        <source>No entry contains these words.</source>
        <translation>Kein Eintrag enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Not in the schema: {labels}. Choose other labels for them.</source>
        <translation>Nicht im Schema: {labels}. Wählen Sie dafür andere Labels.</translation>
    </message>
    <message>
        <source>Phrases and patterns</source>
        <translation>Ausdrücke und Muster</translation>
    </message>
    <message>
        <source>Reading the word lists…</source>
        <translation>Die Wortlisten werden gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>{file} wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Remove &amp;List</source>
        <translation>L&amp;iste entfernen</translation>
    </message>
    <message>
        <source>This cannot be used: {reason}.</source>
        <translation>Das lässt sich nicht verwenden: {reason}.</translation>
    </message>
    <message>
        <source>This project has no word lists.</source>
        <translation>Dieses Projekt hat keine Wortlisten.</translation>
    </message>
    <message>
        <source>Word Lists and Patterns</source>
        <translation>Wortlisten und Muster</translation>
    </message>
    <message>
        <source>Word list</source>
        <translation>Wortliste</translation>
    </message>
    <message>
        <source>Word lists</source>
        <translation>Wortlisten</translation>
    </message>
    <message>
        <source>Word lists ({ends})</source>
        <translation>Wortlisten ({ends})</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>{file} wird geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>{file} was written.</source>
        <translation>{file} wurde geschrieben.</translation>
    </message>
    <message>
        <source>“Deutsche Bank” also finds “Deutschen Bank”, and “Merkel” finds “Merkels”.</source>
        <translation>„Deutsche Bank“ findet auch „Deutschen Bank“, „Merkel“ auch „Merkels“.</translation>
    </message>
    <message>
        <source>“{name}”: {count} entries.</source>
        <translation>„{name}“: {count} Einträge.</translation>
    </message>
</context>
<context>
    <name>Patterns</name>
    <message>
        <source>a field is there twice in the same object</source>
        <translation>ein Feld steht zweimal im selben Objekt</translation>
    </message>
    <message>
        <source>it asks for something that spaCy does not know</source>
        <translation>es fragt nach etwas, das spaCy nicht kennt</translation>
    </message>
    <message>
        <source>it contains characters that are not text</source>
        <translation>es enthält Zeichen, die kein Text sind</translation>
    </message>
    <message>
        <source>it is neither a phrase nor a list of tokens</source>
        <translation>es ist weder ein Ausdruck noch eine Liste von Token</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>es ist zu lang</translation>
    </message>
    <message>
        <source>it needs information that only a trained pipeline has</source>
        <translation>es fragt nach etwas, das nur eine trainierte Pipeline weiß</translation>
    </message>
    <message>
        <source>it repeats too much</source>
        <translation>es wiederholt zu viel</translation>
    </message>
    <message>
        <source>regular and fuzzy expressions are not run, as some never end</source>
        <translation>reguläre und unscharfe Ausdrücke werden nicht ausgeführt, weil manche nie enden</translation>
    </message>
</context>
<context>
    <name>PeopleOpener</name>
    <message>
        <source>Package written: {file}</source>
        <translation>Paket geschrieben: {file}</translation>
    </message>
</context>
<context>
    <name>Person</name>
    <message>
        <source>Agreement over time</source>
        <translation>Übereinstimmung im Zeitverlauf</translation>
    </message>
    <message>
        <source>Agreement will appear here once a finished article is gold or others finish it, too.</source>
        <translation>Hier steht die Übereinstimmung, sobald ein fertiger Artikel Gold hat oder auch andere ihn abschließen.</translation>
    </message>
    <message>
        <source>Agreement with gold: {share} out of 100{range}.</source>
        <translation>Übereinstimmung mit Gold: {share} von 100{range}.</translation>
    </message>
    <message>
        <source>Agreement with others: {share} out of 100{range}.</source>
        <translation>Übereinstimmung mit anderen: {share} von 100{range}.</translation>
    </message>
    <message>
        <source>Agreement with the answers (%)</source>
        <translation>Wie die Lösungen, von 100</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Both times</source>
        <translation>Beide Male</translation>
    </message>
    <message>
        <source>Effect of suggestions, %</source>
        <translation>Wirkung der Vorschläge, %</translation>
    </message>
    <message>
        <source>First time</source>
        <translation>Erstes Mal</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Matching labels, out of 100</source>
        <translation>Gleiche Labels, von 100</translation>
    </message>
    <message>
        <source>No finished article of this annotator is gold or was finished by others.</source>
        <translation>Kein fertiger Artikel dieser Person hat Gold oder wurde auch von anderen abgeschlossen.</translation>
    </message>
    <message>
        <source>Nothing is labelled in these articles.</source>
        <translation>In diesen Artikeln ist nichts annotiert.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Pass mark</source>
        <translation>Bestanden ab</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Re-test</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Same labels, %</source>
        <translation>Gleiche Labels, %</translation>
    </message>
    <message>
        <source>Same labels, out of 100</source>
        <translation>Gleiche Labels, von 100</translation>
    </message>
    <message>
        <source>Second time</source>
        <translation>Zweites Mal</translation>
    </message>
    <message>
        <source>W {week}</source>
        <translation>KW {week}</translation>
    </message>
    <message>
        <source>Week {week}, {year}</source>
        <translation>Woche {week}, {year}</translation>
    </message>
    <message>
        <source>When the articles were finished</source>
        <translation>Abschluss der Artikel</translation>
    </message>
    <message>
        <source>with gold</source>
        <translation>mit Gold</translation>
    </message>
    <message>
        <source>with others</source>
        <translation>mit anderen</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} von {all}</translation>
    </message>
    <message>
        <source>{name} (no labels yet)</source>
        <translation>{name} (noch keine Labels)</translation>
    </message>
</context>
<context>
    <name>PersonWindow</name>
    <message>
        <source>An article counts for the time when it was finished. Labels agree if words and label are the same.</source>
        <translation>Ein Artikel zählt zu der Zeit, zu der er abgeschlossen wurde. Übereinstimmung heißt: dieselben Wörter mit demselben Label.</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Blind re-tests</source>
        <translation>Blinde Wiederholungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen&#xa0;…</translation>
    </message>
    <message>
        <source>Figures by label</source>
        <translation>Zahlen nach Label</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Labels set the first and the second time</source>
        <translation>Labels beim ersten und beim zweiten Mal</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>No practice package has come back yet.</source>
        <translation>Noch ist kein Übungspaket zurückgekommen.</translation>
    </message>
    <message>
        <source>No re-test has come back yet.</source>
        <translation>Noch ist keine Wiederholung zurückgekommen.</translation>
    </message>
    <message>
        <source>Nobody has labelled anything yet.</source>
        <translation>Noch hat niemand etwas annotiert.</translation>
    </message>
    <message>
        <source>One Person over Time</source>
        <translation>Eine Person im Zeitverlauf</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Zeitverlauf</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Spanne</translation>
    </message>
    <message>
        <source>Same as gold, out of 100</source>
        <translation>Wie Gold, von 100</translation>
    </message>
    <message>
        <source>Same as others, out of 100</source>
        <translation>Wie andere, von 100</translation>
    </message>
    <message>
        <source>by month</source>
        <translation>nach Monat</translation>
    </message>
    <message>
        <source>by week</source>
        <translation>nach Woche</translation>
    </message>
</context>
<context>
    <name>PipelineUse</name>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert&#xa0;…</translation>
    </message>
    <message>
        <source>Don’t Use</source>
        <translation>Nicht verwenden</translation>
    </message>
    <message>
        <source>F1: your model {yours}, the shipped one {shipped}. Same test articles: {count}.</source>
        <translation>F1: Ihr Modell {yours}, das mitgelieferte {shipped}. Dieselben Testartikel: {count}.</translation>
    </message>
    <message>
        <source>Folder for the package</source>
        <translation>Ordner für das Paket</translation>
    </message>
    <message>
        <source>Many labels were accepted from the shipped model, so its score looks better than it is.</source>
        <translation>Viele Labels sind angenommene Vorschläge des mitgelieferten Modells; das beschönigt seinen Score.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the pipeline</source>
        <translation>Name der Pipeline</translation>
    </message>
    <message>
        <source>On the same test articles, the shipped model is better than yours: {shipped} against {yours}. Use yours for suggestions all the same?</source>
        <translation>An denselben Testartikeln ist das mitgelieferte Modell besser als Ihres: {shipped} gegen {yours}. Soll Ihres trotzdem Vorschläge machen?</translation>
    </message>
    <message>
        <source>Package…</source>
        <translation>Paket&#xa0;…</translation>
    </message>
    <message>
        <source>Use Yours</source>
        <translation>Trotzdem verwenden</translation>
    </message>
    <message>
        <source>Use for Suggestions</source>
        <translation>Für Vorschläge verwenden</translation>
    </message>
    <message>
        <source>Writing the package…</source>
        <translation>Paket wird geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>Written to {folder}. To install it: pip install {folder}</source>
        <translation>Geschrieben nach {folder}. So wird es installiert: pip install {folder}</translation>
    </message>
    <message>
        <source>{name} now makes suggestions in this project. Project → Sources of Suggestions turns it off, or on in another project. Deleting {folder} removes it everywhere.</source>
        <translation>{name} macht ab jetzt in diesem Projekt Vorschläge. Projekt → Quellen der Vorschläge schaltet die Pipeline aus oder in einem anderen Projekt ein. Wird {folder} gelöscht, verschwindet sie überall.</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Search results</source>
        <translation>Fundstellen im Projekt</translation>
    </message>
</context>
<context>
    <name>Pointers</name>
    <message>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>Go to {place}</source>
        <translation>Gehe zu {place}</translation>
    </message>
    <message>
        <source>{first} and {count} more</source>
        <translation>{first} und {count} weitere</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Agreement with the answers so far: {share} out of 100 ({done} of {all} articles); pass mark: {mark}.</source>
        <translation>Übereinstimmung mit den Lösungen bisher: {share} von 100 ({done} von {all} Artikeln); nötig sind {mark}.</translation>
    </message>
    <message>
        <source>Agreement, out of 100</source>
        <translation>Übereinstimmung, von 100</translation>
    </message>
    <message>
        <source>An article counts as it was when it was first marked as done.</source>
        <translation>Ein Artikel zählt so, wie er zuerst abgeschlossen wurde.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Lösung</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Differences from the answers</source>
        <translation>Abweichungen von den Lösungen</translation>
    </message>
    <message>
        <source>Finish an article, and what differs from the answers is shown here.</source>
        <translation>Schließen Sie einen Artikel ab; hier steht dann, was von den Lösungen abweicht.</translation>
    </message>
    <message>
        <source>Finished articles</source>
        <translation>Fertige Artikel</translation>
    </message>
    <message>
        <source>Labels of whole articles do not count: {share} out of 100 are the same.</source>
        <translation>Labels ganzer Artikel zählen nicht: {share} von 100 sind gleich.</translation>
    </message>
    <message>
        <source>Not passed: agreement with the answers is {share} out of 100; pass mark: {mark}.</source>
        <translation>Nicht bestanden: Übereinstimmung mit den Lösungen {share} von 100; nötig sind {mark}.</translation>
    </message>
    <message>
        <source>Passed: agreement with the answers is {share} out of 100; pass mark: {mark}.</source>
        <translation>Bestanden: Übereinstimmung mit den Lösungen {share} von 100; nötig sind {mark}.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Your label</source>
        <translation>Ihr Label</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>other value: {fields}</source>
        <translation>anderer Wert: {fields}</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>the same label on other words</source>
        <translation>dasselbe Label an anderen Wörtern</translation>
    </message>
    <message>
        <source>{label} (article)</source>
        <translation>{label} (Artikel)</translation>
    </message>
    <message>
        <source>{title}: 1 difference.</source>
        <translation>{title}: 1 Abweichung.</translation>
    </message>
    <message>
        <source>{title}: every label is as in the answers.</source>
        <translation>{title}: Alle Labels sind wie in den Lösungen.</translation>
    </message>
    <message>
        <source>{title}: {count} differences.</source>
        <translation>{title}: {count} Abweichungen.</translation>
    </message>
</context>
<context>
    <name>PracticeDialog</name>
    <message>
        <source>&amp;Pass mark, out of 100</source>
        <translation>Bestanden a&amp;b, von 100</translation>
    </message>
    <message>
        <source>A package with articles whose answers are known. Once an article is done, it shows what differs from the answers, with the guideline. Merge it when it comes back, and the results are listed here.</source>
        <translation>Ein Paket mit Artikeln, deren Lösungen bekannt sind. Ist ein Artikel fertig, zeigt es, was von den Lösungen abweicht, mit dem Leitfaden. Führen Sie es zusammen, wenn es zurückkommt; dann finden Sie die Ergebnisse hier.</translation>
    </message>
    <message>
        <source>A&amp;nswers</source>
        <translation>&amp;Lösungen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Lösungen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Pass mark, out of 100</source>
        <translation>Bestanden ab, von 100</translation>
    </message>
    <message>
        <source>Practice Package</source>
        <translation>Übungspaket</translation>
    </message>
    <message>
        <source>There is no finished article whose answers are new to this annotator.</source>
        <translation>Es gibt keinen fertigen Artikel, dessen Lösungen für diese Person neu wären.</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>labels by {name}</source>
        <translation>Labels von {name}</translation>
    </message>
</context>
<context>
    <name>PracticeWindow</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Comparing with the answers…</source>
        <translation>Wird mit den Lösungen verglichen&#xa0;…</translation>
    </message>
    <message>
        <source>Practice Results</source>
        <translation>Übungsergebnisse</translation>
    </message>
</context>
<context>
    <name>ProjectCopier</name>
    <message>
        <source>A copy is still being written.</source>
        <translation>Eine Kopie wird noch geschrieben.</translation>
    </message>
    <message>
        <source>Copy saved: {file}</source>
        <translation>Kopie gespeichert: {file}</translation>
    </message>
    <message>
        <source>Save a Copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Spanwright projects (*{suffix})</source>
        <translation>Spanwright-Projekte (*{suffix})</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Writing a copy…</source>
        <translation>Eine Kopie wird geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} Kopie</translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message>
        <source>Already open</source>
        <translation>Schon geöffnet</translation>
    </message>
    <message>
        <source>Annotate as:</source>
        <translation>Annotieren als:</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotieren als</translation>
    </message>
    <message>
        <source>Copy saved: {file}</source>
        <translation>Kopie gespeichert: {file}</translation>
    </message>
    <message>
        <source>Copying the backup…</source>
        <translation>Die Sicherung wird kopiert&#xa0;…</translation>
    </message>
    <message>
        <source>Drop to import the articles</source>
        <translation>Loslassen, um die Artikel zu importieren</translation>
    </message>
    <message>
        <source>Drop to open the project</source>
        <translation>Loslassen, um das Projekt zu öffnen</translation>
    </message>
    <message>
        <source>Open Read-Only</source>
        <translation>Nur zum Lesen öffnen</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Open the Copy</source>
        <translation>Die Kopie öffnen</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Save a Copy…</source>
        <translation>Kopie speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Spanwright projects (*{suffix})</source>
        <translation>Spanwright-Projekte (*{suffix})</translation>
    </message>
    <message>
        <source>This is a copy of the backup, which stays as it is.</source>
        <translation>Das ist eine Kopie der Sicherung; die Sicherung bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>This project is read-only and takes no articles</source>
        <translation>Dieses Projekt ist schreibgeschützt und nimmt keine Artikel auf</translation>
    </message>
    <message>
        <source>You can open it here for reading only.</source>
        <translation>Hier lässt es sich nur zum Lesen öffnen.</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>{file} is open for reading only: {reason}. Save a copy to work on it.</source>
        <translation>{file} ist nur zum Lesen geöffnet: {reason}. Speichern Sie eine Kopie, um damit zu arbeiten.</translation>
    </message>
    <message>
        <source>{file} is open in another window (process {process}).</source>
        <translation>{file} ist in einem anderen Fenster geöffnet (Prozess {process}).</translation>
    </message>
</context>
<context>
    <name>PromptDialog</name>
    <message>
        <source>&amp;Restore Default</source>
        <translation>&amp;Standard wiederherstellen</translation>
    </message>
    <message>
        <source>All that the model is told</source>
        <translation>Alles, was dem Modell gesagt wird</translation>
    </message>
    <message>
        <source>For doubts</source>
        <translation>Für Zweifel</translation>
    </message>
    <message>
        <source>For suggestions</source>
        <translation>Für Vorschläge</translation>
    </message>
    <message>
        <source>The model is told, before each article:</source>
        <translation>Vor jedem Artikel wird dem Modell gesagt:</translation>
    </message>
    <message>
        <source>What the Model Is Told</source>
        <translation>Was dem Modell gesagt wird</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>Ihr Text</translation>
    </message>
    <message>
        <source>{place} stands for the labels of the project, with their guidelines and examples.</source>
        <translation>{place} steht für die Labels des Projekts mit Leitfaden und Beispielen.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>Queries</name>
    <message>
        <source>How far along is each annotator?</source>
        <translation>Wer ist wie weit?</translation>
    </message>
    <message>
        <source>How many claims does each claimant make, and how many of them refute something?</source>
        <translation>Wie viele Behauptungen stellt jeder Urheber auf, und wie viele davon bestreiten etwas?</translation>
    </message>
    <message>
        <source>How many minutes did each article take?</source>
        <translation>Wie viele Minuten hat jeder Artikel gedauert?</translation>
    </message>
    <message>
        <source>How often does each label occur, by publisher?</source>
        <translation>Welche Labels gibt es wie oft, nach Medium?</translation>
    </message>
    <message>
        <source>Which names are mentioned most, and in how many articles?</source>
        <translation>Welche Namen werden am häufigsten genannt, und in wie vielen Artikeln?</translation>
    </message>
</context>
<context>
    <name>QueriesDialog</name>
    <message>
        <source>&amp;Copy the Query</source>
        <translation>Abfrage &amp;kopieren</translation>
    </message>
    <message>
        <source>A project is one SQLite file. Its views answer common questions: annotation (a row for each label), claim_card (a row for each claim and cue), progress. Offsets count characters (code points) from 0, the end is not included. Only read the file: changes by other programs are in no history.</source>
        <translation>Ein Projekt ist eine SQLite-Datei. Ihre Sichten beantworten gängige Fragen: annotation (eine Zeile je Label), claim_card (eine Zeile je Behauptung und Signal), progress (Fortschritt). Positionen zählen Zeichen (Codepunkte) ab 0, das Ende gehört nicht dazu. Die Datei nur lesen: Änderungen anderer Programme stehen in keinem Verlauf.</translation>
    </message>
    <message>
        <source>Copy the query</source>
        <translation>Abfrage kopieren</translation>
    </message>
    <message>
        <source>How to open the file</source>
        <translation>Wie sich die Datei öffnen lässt</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Read the Project File Elsewhere</source>
        <translation>Projektdatei anderswo lesen</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
</context>
<context>
    <name>QueryLine</name>
    <message>
        <source>Find in all articles: words, or “words together”</source>
        <translation>In allen Artikeln suchen: Wörter oder „Wörter am Stück“</translation>
    </message>
    <message>
        <source>Find sentences that say this, in German or English</source>
        <translation>Sätze finden, die das sagen, deutsch oder englisch</translation>
    </message>
    <message>
        <source>Finds sentences that say the same in other words, also in the other language.</source>
        <translation>Findet Sätze, die dasselbe mit anderen Worten sagen, auch in der anderen Sprache.</translation>
    </message>
    <message>
        <source>Finds texts with all these words; words in “quotation marks” must be side by side. The last word may be incomplete. Case and accents do not matter.</source>
        <translation>Findet Texte mit allen diesen Wörtern; Wörter in „Anführungszeichen“ müssen nebeneinanderstehen. Das letzte Wort darf unvollständig sein. Großschreibung und Akzente spielen keine Rolle.</translation>
    </message>
    <message>
        <source>Return shows the best articles first, Down goes to the list, Esc back to the article.</source>
        <translation>Eingabe zeigt die besten Artikel zuerst, Pfeil nach unten führt zur Liste, Esc zurück zum Artikel.</translation>
    </message>
    <message>
        <source>Words to find in titles and texts</source>
        <translation>Wörter, nach denen in Titeln und Texten gesucht wird</translation>
    </message>
</context>
<context>
    <name>QuestionList</name>
    <message>
        <source>Suggestions not decided</source>
        <translation>Nicht entschiedene Vorschläge</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>{count} more, listed once these are decided</source>
        <translation>{count} weitere folgen, sobald diese entschieden sind</translation>
    </message>
    <message>
        <source>{count} more, listed once these are looked at</source>
        <translation>{count} weitere folgen, sobald diese angesehen sind</translation>
    </message>
    <message>
        <source>{kind}: {count}</source>
        <translation>{kind}: {count}</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>1 broken rule</source>
        <translation>1 verletzte Regel</translation>
    </message>
    <message>
        <source>1 claim with fields not looked at</source>
        <translation>1 Behauptung mit nicht angesehenen Feldern</translation>
    </message>
    <message>
        <source>1 claim without claimant</source>
        <translation>1 Behauptung ohne Urheber</translation>
    </message>
    <message>
        <source>1 doubtful label</source>
        <translation>1 zweifelhaftes Label</translation>
    </message>
    <message>
        <source>1 inconsistent name</source>
        <translation>1 uneinheitlich annotierter Name</translation>
    </message>
    <message>
        <source>Broken rules</source>
        <translation>Verletzte Regeln</translation>
    </message>
    <message>
        <source>Claims without claimant</source>
        <translation>Behauptungen ohne Urheber</translation>
    </message>
    <message>
        <source>Doubtful labels</source>
        <translation>Zweifelhafte Labels</translation>
    </message>
    <message>
        <source>Fields not looked at</source>
        <translation>Nicht angesehene Felder</translation>
    </message>
    <message>
        <source>Inconsistent names</source>
        <translation>Uneinheitlich annotierte Namen</translation>
    </message>
    <message>
        <source>accepted by sight</source>
        <translation>auf einen Blick angenommen</translation>
    </message>
    <message>
        <source>accepted by sight at {score}</source>
        <translation>auf einen Blick angenommen, {score}</translation>
    </message>
    <message>
        <source>marked as doubtful</source>
        <translation>als zweifelhaft gekennzeichnet</translation>
    </message>
    <message>
        <source>{count} broken rules</source>
        <translation>{count} verletzte Regeln</translation>
    </message>
    <message>
        <source>{count} claims with fields not looked at</source>
        <translation>{count} Behauptungen mit nicht angesehenen Feldern</translation>
    </message>
    <message>
        <source>{count} claims without claimant</source>
        <translation>{count} Behauptungen ohne Urheber</translation>
    </message>
    <message>
        <source>{count} doubtful labels</source>
        <translation>{count} zweifelhafte Labels</translation>
    </message>
    <message>
        <source>{count} inconsistent names</source>
        <translation>{count} uneinheitlich annotierte Namen</translation>
    </message>
</context>
<context>
    <name>QuestionsLine</name>
    <message>
        <source>Open questions: {questions}.</source>
        <translation>Offene Fragen: {questions}.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show the open questions</source>
        <translation>Offene Fragen anzeigen</translation>
    </message>
</context>
<context>
    <name>QuestionsPage</name>
    <message>
        <source>1 suggestion not decided</source>
        <translation>1 Vorschlag nicht entschieden</translation>
    </message>
    <message>
        <source>All of This Kind</source>
        <translation>Alle dieser Art</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Done Anyway</source>
        <translation>Trotzdem abschließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go There</source>
        <translation>Zur Stelle</translation>
    </message>
    <message>
        <source>Looking through all articles…</source>
        <translation>Alle Artikel werden durchgesehen&#xa0;…</translation>
    </message>
    <message>
        <source>Mark as Looked At</source>
        <translation>Als angesehen kennzeichnen</translation>
    </message>
    <message>
        <source>No question is open.</source>
        <translation>Keine Frage ist offen.</translation>
    </message>
    <message>
        <source>Open questions</source>
        <translation>Offene Fragen</translation>
    </message>
    <message>
        <source>Press again: all {count} will count as looked at, by sight.</source>
        <translation>Noch einmal drücken: Alle {count} gelten dann als auf einen Blick angesehen.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Storing…</source>
        <translation>Wird gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>Suggestions are decided in the article: Return leads there.</source>
        <translation>Über Vorschläge wird im Artikel entschieden: Eingabe führt hin.</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Dieser Artikel</translation>
    </message>
    <message>
        <source>Yes, all {count}</source>
        <translation>Ja, alle {count}</translation>
    </message>
    <message>
        <source>all of this kind</source>
        <translation>alle dieser Art</translation>
    </message>
    <message>
        <source>article or project</source>
        <translation>Artikel oder Projekt</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>go there</source>
        <translation>zur Stelle</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>angesehen</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} offen</translation>
    </message>
    <message>
        <source>{count} suggestions not decided</source>
        <translation>{count} Vorschläge nicht entschieden</translation>
    </message>
</context>
<context>
    <name>Ranking</name>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
</context>
<context>
    <name>RankingAxis</name>
    <message>
        <source>Axis</source>
        <translation>Achse</translation>
    </message>
</context>
<context>
    <name>RecordPlaces</name>
    <message>
        <source>{file}, entry {number}</source>
        <translation>{file}, Eintrag {number}</translation>
    </message>
    <message>
        <source>{file}, line {number}</source>
        <translation>{file}, Zeile {number}</translation>
    </message>
    <message>
        <source>{file}, row {number}</source>
        <translation>{file}, Zeile {number}</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>A label of another layer cannot replace this one. To add it, select the words first.</source>
        <translation>Ein Label einer anderen Ebene kann dieses nicht ersetzen. Zum Hinzufügen erst die Wörter auswählen.</translation>
    </message>
    <message>
        <source>Accept the suggestion first.</source>
        <translation>Zuerst den Vorschlag annehmen.</translation>
    </message>
    <message>
        <source>Place the caret in a claim first.</source>
        <translation>Zuerst den Cursor in eine Behauptung setzen.</translation>
    </message>
    <message>
        <source>Place the caret in a label first.</source>
        <translation>Zuerst den Cursor in ein Label setzen.</translation>
    </message>
    <message>
        <source>Place the caret in a paragraph first.</source>
        <translation>Zuerst den Cursor in einen Absatz setzen.</translation>
    </message>
    <message>
        <source>Place the caret in a suggestion first.</source>
        <translation>Zuerst den Cursor in einen Vorschlag setzen.</translation>
    </message>
    <message>
        <source>Select the words first.</source>
        <translation>Zuerst die Wörter auswählen.</translation>
    </message>
    <message>
        <source>There is nothing left to do.</source>
        <translation>Es ist nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>This article does not replace another one.</source>
        <translation>Dieser Artikel ersetzt keinen anderen.</translation>
    </message>
    <message>
        <source>This is a label, not a suggestion: Label → Remove Label takes it away.</source>
        <translation>Das ist ein Label, kein Vorschlag: Label → Label entfernen nimmt es weg.</translation>
    </message>
    <message>
        <source>This title is not in the text. To label it, import the article with its title as the first paragraph.</source>
        <translation>Dieser Titel steht nicht im Text. Um ihn zu annotieren, den Artikel mit dem Titel als erstem Absatz importieren.</translation>
    </message>
</context>
<context>
    <name>RefusedRules</name>
    <message>
        <source>These rules are off in this project: what they found was rejected time and again, and never accepted. Tick a rule to turn it on again.</source>
        <translation>Diese Regeln sind in diesem Projekt ausgeschaltet: Was sie fanden, wurde immer wieder abgelehnt und nie angenommen. Ein Häkchen schaltet eine Regel wieder ein.</translation>
    </message>
    <message>
        <source>{rule}: {count} rejected</source>
        <translation>{rule}: {count} abgelehnt</translation>
    </message>
</context>
<context>
    <name>RelationForm</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>at most one</source>
        <translation>höchstens eine</translation>
    </message>
</context>
<context>
    <name>ReliabilityPlot</name>
    <message>
        <source>Right in test texts, % (vertical), by score (horizontal); dashed: ideal</source>
        <translation>Richtig in Testtexten in % (senkrecht) nach Score (waagerecht); gestrichelt: Idealfall</translation>
    </message>
    <message>
        <source>Scores and share accepted</source>
        <translation>Scores und angenommener Anteil</translation>
    </message>
    <message>
        <source>Suggestions accepted, % (vertical), by score (horizontal); dashed: ideal</source>
        <translation>Angenommene Vorschläge in % (senkrecht) nach Score (waagerecht); gestrichelt: Idealfall</translation>
    </message>
</context>
<context>
    <name>Remarks</name>
    <message>
        <source>In doubt</source>
        <translation>Mit Zweifel</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>&amp;Keep it, but no longer offer it</source>
        <translation>&amp;Behalten, aber nicht mehr anbieten</translation>
    </message>
    <message>
        <source>&amp;Remove it with all its uses</source>
        <translation>Mit allen Verwendungen &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Turn it into</source>
        <translation>&amp;Umwandeln in</translation>
    </message>
    <message>
        <source>Merge “{name}”</source>
        <translation>„{name}“ vereinen</translation>
    </message>
    <message>
        <source>Nothing changes before Apply, and Apply can be undone.</source>
        <translation>Vor „Anwenden“ ändert sich nichts, und „Anwenden“ lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>„{name}“ entfernen</translation>
    </message>
    <message>
        <source>Turn it into</source>
        <translation>Umwandeln in</translation>
    </message>
    <message>
        <source>“{name}” is used: {used}.</source>
        <translation>„{name}“ wird benutzt: {used}.</translation>
    </message>
</context>
<context>
    <name>Repair</name>
    <message>
        <source>Adjudicated questions</source>
        <translation>Adjudizierte Fragen</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>Annotierende</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Assigned articles</source>
        <translation>Zugeteilte Artikel</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identitäten</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Labels of whole articles</source>
        <translation>Labels ganzer Artikel</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Sentences marked as read, without labels</source>
        <translation>Gelesene Sätze ohne Label</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>States of articles</source>
        <translation>Status von Artikeln</translation>
    </message>
    <message>
        <source>Steps in the log</source>
        <translation>Schritte im Protokoll</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>a damaged letter was restored; the text is what was imported</source>
        <translation>ein beschädigter Buchstabe wurde wiederhergestellt; der Text ist der importierte</translation>
    </message>
    <message>
        <source>a label that it was linked to is lost</source>
        <translation>ein damit verknüpftes Label ist verloren gegangen</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>it was damaged (“{was}”), and is lost</source>
        <translation>war beschädigt („{was}“) und ist verloren gegangen</translation>
    </message>
    <message>
        <source>it was damaged (“{was}”); it can only have been this value</source>
        <translation>war beschädigt („{was}“); es kann nur dieser Wert gewesen sein</translation>
    </message>
    <message>
        <source>it was damaged (“{was}”); taken from an incomplete log of steps; please check it</source>
        <translation>war beschädigt („{was}“); aus dem lückenhaften Protokoll der Schritte übernommen; bitte prüfen</translation>
    </message>
    <message>
        <source>it was damaged (“{was}”); taken from the log of steps</source>
        <translation>war beschädigt („{was}“); aus dem Protokoll der Schritte übernommen</translation>
    </message>
    <message>
        <source>it was in a damaged part of the file</source>
        <translation>stand in einem beschädigten Teil der Datei</translation>
    </message>
    <message>
        <source>it was restored from an incomplete log of steps; it may have been removed since</source>
        <translation>aus dem lückenhaften Protokoll der Schritte wiederhergestellt; vielleicht war es inzwischen entfernt</translation>
    </message>
    <message>
        <source>it was restored from the log of steps</source>
        <translation>aus dem Protokoll der Schritte wiederhergestellt</translation>
    </message>
    <message>
        <source>it was taken from a backup</source>
        <translation>aus einer Sicherung übernommen</translation>
    </message>
    <message>
        <source>it was taken from a backup; later steps, which may have changed it, are missing</source>
        <translation>aus einer Sicherung übernommen; spätere Schritte, die es geändert haben können, fehlen</translation>
    </message>
    <message>
        <source>its annotator is lost</source>
        <translation>wer es vergeben hat, ist nicht mehr bekannt</translation>
    </message>
    <message>
        <source>its fields are lost</source>
        <translation>die Felder sind verloren gegangen</translation>
    </message>
    <message>
        <source>its label is lost; it is now marked as unknown</source>
        <translation>das Label ist verloren gegangen; es heißt jetzt „unbekannt“</translation>
    </message>
    <message>
        <source>its note is lost</source>
        <translation>die Notiz ist verloren gegangen</translation>
    </message>
    <message>
        <source>its origin is lost</source>
        <translation>die Herkunft ist verloren gegangen</translation>
    </message>
    <message>
        <source>its text is lost</source>
        <translation>der Text ist verloren gegangen</translation>
    </message>
    <message>
        <source>its text is not what was imported</source>
        <translation>der Text ist nicht mehr der importierte</translation>
    </message>
    <message>
        <source>its text was taken from a backup, and is what was imported</source>
        <translation>der Text stammt aus einer Sicherung und ist der importierte</translation>
    </message>
    <message>
        <source>its title and other details are lost; its first line is now the title</source>
        <translation>Titel und Angaben sind verloren; der Titel ist die erste Zeile</translation>
    </message>
    <message>
        <source>its words are not where it says they are</source>
        <translation>die Wörter stehen nicht an der angegebenen Stelle</translation>
    </message>
    <message>
        <source>some of its details are lost</source>
        <translation>einige Angaben sind verloren gegangen</translation>
    </message>
    <message>
        <source>the log of steps has “{was}” here; please check it</source>
        <translation>im Protokoll der Schritte steht hier „{was}“; bitte prüfen</translation>
    </message>
    <message>
        <source>the log of steps is damaged here (“{was}”); this value was stored</source>
        <translation>das Protokoll der Schritte ist hier beschädigt („{was}“); gespeichert war dieser Wert</translation>
    </message>
    <message>
        <source>the project’s schema is lost; the schema of a new project is used instead</source>
        <translation>das Schema des Projekts ist verloren; das eines neuen Projekts steht dafür</translation>
    </message>
    <message>
        <source>the schema lacked “{was}”; it was added as unknown</source>
        <translation>fehlte im Schema („{was}“); als unbekannt ergänzt</translation>
    </message>
    <message>
        <source>the stored copy of its words was damaged; its place is unchanged</source>
        <translation>die Abschrift der Wörter war beschädigt; die Stelle ist dieselbe</translation>
    </message>
    <message>
        <source>the text of its article is lost</source>
        <translation>der Text des Artikels ist verloren gegangen</translation>
    </message>
    <message>
        <source>the text under this label is damaged; the words shown were stored with the label</source>
        <translation>der Text darunter ist beschädigt; die Wörter sind die, die das Label trugen</translation>
    </message>
    <message>
        <source>what it changed is lost; it cannot be undone</source>
        <translation>was er änderte, ist verloren; er lässt sich nicht zurücknehmen</translation>
    </message>
    <message>
        <source>what kind of step it was is lost; it cannot be undone</source>
        <translation>die Art des Schritts ist verloren gegangen; er lässt sich nicht zurücknehmen</translation>
    </message>
    <message>
        <source>which step it undid is lost</source>
        <translation>welchen Schritt er zurücknahm, ist verloren gegangen</translation>
    </message>
</context>
<context>
    <name>RepairDialog</name>
    <message>
        <source>&amp;Open the Repaired Project</source>
        <translation>Repariertes Projekt ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Articles affected: {count}.</source>
        <translation>Betroffene Artikel: {count}.</translation>
    </message>
    <message>
        <source>As far as can be told, nothing is lost.</source>
        <translation>Soweit erkennbar, ist nichts verloren.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Damaged places</source>
        <translation>Schadstellen</translation>
    </message>
    <message>
        <source>Details ({count})</source>
        <translation>Einzelheiten ({count})</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Labels saved: {saved}, lost: {lost}.</source>
        <translation>Labels gerettet: {saved}, verloren: {lost}.</translation>
    </message>
    <message>
        <source>Left out, because it is not from Spanwright: {names}.</source>
        <translation>Ausgelassen, weil nicht von Spanwright: {names}.</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Lost and changed</source>
        <translation>Verloren und geändert</translation>
    </message>
    <message>
        <source>No intact backup was found.</source>
        <translation>Eine unversehrte Sicherung gibt es nicht.</translation>
    </message>
    <message>
        <source>No step is missing.</source>
        <translation>Kein Schritt fehlt.</translation>
    </message>
    <message>
        <source>Open a Copy of the &amp;Backup</source>
        <translation>&amp;Kopie der Sicherung öffnen</translation>
    </message>
    <message>
        <source>Re&amp;place the Damaged File</source>
        <translation>&amp;Beschädigte Datei ersetzen</translation>
    </message>
    <message>
        <source>Reading what can still be read. The damaged file is not changed.</source>
        <translation>Gelesen wird, was noch lesbar ist. Die beschädigte Datei wird nicht verändert.</translation>
    </message>
    <message>
        <source>Repair a Project</source>
        <translation>Projekt reparieren</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gerettet</translation>
    </message>
    <message>
        <source>Saved and Lost</source>
        <translation>Gerettet und verloren</translation>
    </message>
    <message>
        <source>Saved in {file}</source>
        <translation>Gerettet in {file}</translation>
    </message>
    <message>
        <source>Set Aside</source>
        <translation>Beiseitegelegt</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Steps it lacks: {count}.</source>
        <translation>Ihr fehlen Schritte: {count}.</translation>
    </message>
    <message>
        <source>Steps missing in the log: {count}.</source>
        <translation>Im Protokoll fehlende Schritte: {count}.</translation>
    </message>
    <message>
        <source>Steps that the backup lacks</source>
        <translation>Schritte, die der Sicherung fehlen</translation>
    </message>
    <message>
        <source>Steps that were set aside</source>
        <translation>Beiseitegelegte Schritte</translation>
    </message>
    <message>
        <source>The log of the last steps was damaged; stored steps may be missing.</source>
        <translation>Das Protokoll der letzten Schritte war beschädigt; gespeicherte Schritte können fehlen.</translation>
    </message>
    <message>
        <source>The newest intact backup, {file}, has {labels} labels, and {holds} of the lost ones.</source>
        <translation>Die neueste unversehrte Sicherung, {file}, hat {labels} Labels, von den verlorenen {holds}.</translation>
    </message>
    <message>
        <source>The newest intact backup, {file}, has {labels} labels.</source>
        <translation>Die neueste unversehrte Sicherung, {file}, hat {labels} Labels.</translation>
    </message>
    <message>
        <source>These steps belong to earlier contents of the file, not to the project. They are in {files}.</source>
        <translation>Diese Schritte gehören zu einem früheren Inhalt der Datei, nicht zum Projekt. Sie stehen in {files}.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>What is saved and lost</source>
        <translation>Was gerettet und verloren ist</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Your own tables, kept as data: {names}.</source>
        <translation>Eigene Tabellen, als Daten behalten: {names}.</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>added</source>
        <translation>vergeben</translation>
    </message>
    <message>
        <source>adjudication</source>
        <translation>Adjudikation</translation>
    </message>
    <message>
        <source>article added</source>
        <translation>Artikel hinzugefügt</translation>
    </message>
    <message>
        <source>article deleted</source>
        <translation>Artikel gelöscht</translation>
    </message>
    <message>
        <source>article details</source>
        <translation>Angaben zum Artikel</translation>
    </message>
    <message>
        <source>article done or open</source>
        <translation>Artikel fertig oder offen</translation>
    </message>
    <message>
        <source>articles dealt</source>
        <translation>Artikel zugeteilt</translation>
    </message>
    <message>
        <source>boundary moved</source>
        <translation>Grenze verschoben</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>details changed</source>
        <translation>Angaben geändert</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>label of the article</source>
        <translation>Label des Artikels</translation>
    </message>
    <message>
        <source>labels from a file</source>
        <translation>Labels aus einer Datei</translation>
    </message>
    <message>
        <source>labels looked at</source>
        <translation>Labels angesehen</translation>
    </message>
    <message>
        <source>language recognised</source>
        <translation>Sprache erkannt</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>Beziehung angelegt</translation>
    </message>
    <message>
        <source>packages written</source>
        <translation>Pakete geschrieben</translation>
    </message>
    <message>
        <source>paragraph excluded</source>
        <translation>Absatz ausgeschlossen</translation>
    </message>
    <message>
        <source>parts of a dataset</source>
        <translation>Aufteilung des Datensatzes</translation>
    </message>
    <message>
        <source>project created</source>
        <translation>Projekt angelegt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>relabelled</source>
        <translation>Label geändert</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>replaced article</source>
        <translation>ersetzter Artikel</translation>
    </message>
    <message>
        <source>return to an earlier step</source>
        <translation>Rückkehr zu einem früheren Schritt</translation>
    </message>
    <message>
        <source>review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>schema changed</source>
        <translation>Schema geändert</translation>
    </message>
    <message>
        <source>sentence read</source>
        <translation>Satz gelesen</translation>
    </message>
    <message>
        <source>split</source>
        <translation>geteilt</translation>
    </message>
    <message>
        <source>suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>suggestions withdrawn</source>
        <translation>Vorschläge zurückgezogen</translation>
    </message>
    <message>
        <source>unlinked</source>
        <translation>Beziehung entfernt</translation>
    </message>
    <message>
        <source>who is meant</source>
        <translation>wer gemeint ist</translation>
    </message>
    <message>
        <source>word lists</source>
        <translation>Wortlisten</translation>
    </message>
</context>
<context>
    <name>Repairs</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a Cleaned Copy</source>
        <translation>Bereinigte Kopie öffnen</translation>
    </message>
    <message>
        <source>Repair a project</source>
        <translation>Projekt reparieren</translation>
    </message>
    <message>
        <source>Spanwright projects (*{suffix})</source>
        <translation>Spanwright-Projekte (*{suffix})</translation>
    </message>
    <message>
        <source>The damaged project was set aside as {file}.</source>
        <translation>Das beschädigte Projekt liegt nun unter {file}.</translation>
    </message>
    <message>
        <source>cleaned</source>
        <translation>bereinigt</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>repariert</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>Another program wrote other contents into {file}, and nothing more is saved. Save a copy of what this window still has; backups are in {backups}.</source>
        <translation>Ein anderes Programm hat {file} mit anderem Inhalt überschrieben; es wird nichts mehr gespeichert. Speichern Sie eine Kopie dessen, was dieses Fenster noch hat; Sicherungen liegen in {backups}.</translation>
    </message>
    <message>
        <source>Close Without a Copy</source>
        <translation>Ohne Kopie schließen</translation>
    </message>
    <message>
        <source>If you close without a copy, labels that only this window still has are lost.</source>
        <translation>Wer ohne Kopie schließt, verliert die Labels, die nur noch dieses Fenster hat.</translation>
    </message>
    <message>
        <source>Open Again</source>
        <translation>Noch einmal öffnen</translation>
    </message>
    <message>
        <source>Open It There</source>
        <translation>Dort öffnen</translation>
    </message>
    <message>
        <source>Open the Other File</source>
        <translation>Die andere Datei öffnen</translation>
    </message>
    <message>
        <source>Save a Copy…</source>
        <translation>Kopie speichern&#xa0;…</translation>
    </message>
    <message>
        <source>The last step was not stored. {words}</source>
        <translation>Der letzte Schritt ist nicht gespeichert. {words}</translation>
    </message>
    <message>
        <source>The project file is gone</source>
        <translation>Die Projektdatei ist verschwunden</translation>
    </message>
    <message>
        <source>{file} can no longer be opened: the permissions of the file or its folder have changed. Restore them, or save a copy. Your work is still saved until you close the project.</source>
        <translation>{file} lässt sich nicht mehr öffnen: Die Zugriffsrechte der Datei oder ihres Ordners haben sich geändert. Stellen Sie die Rechte wieder her, oder speichern Sie eine Kopie. Bis zum Schließen des Projekts wird die Arbeit weiter gespeichert.</translation>
    </message>
    <message>
        <source>{file} can no longer be reached in {folder}, and nothing more is saved. Make it reachable again, or save a copy.</source>
        <translation>{file} ist in {folder} nicht mehr erreichbar; es wird nichts weiter gespeichert. Machen Sie die Datei wieder erreichbar, oder speichern Sie eine Kopie.</translation>
    </message>
    <message>
        <source>{file} has moved to {moved}. Open it there to continue; all your labels are in it.</source>
        <translation>{file} liegt jetzt unter {moved}. Öffnen Sie die Datei dort, um weiterzuarbeiten; alle Labels sind darin.</translation>
    </message>
    <message>
        <source>{file} is back in its place; steps are stored again.</source>
        <translation>{file} liegt wieder an seiner Stelle; Schritte werden wieder gespeichert.</translation>
    </message>
    <message>
        <source>{file} was deleted, or moved to another disk. All your labels are still here: save a copy of them. Until then, nothing more is saved.</source>
        <translation>{file} wurde gelöscht oder auf einen anderen Datenträger verschoben. Alle Labels sind noch da: Speichern Sie eine Kopie. Bis dahin wird nichts weiter gespeichert.</translation>
    </message>
    <message>
        <source>{file} was moved to {folder}. Open it there to continue; all your labels are in it.</source>
        <translation>{file} wurde nach {folder} verschoben. Öffnen Sie sie dort, um weiterzuarbeiten; alle Labels sind darin.</translation>
    </message>
    <message>
        <source>{file} was replaced by another file. All your labels are still here: save a copy of them. Until then, nothing more is saved.</source>
        <translation>{file} wurde durch eine andere Datei ersetzt. Alle Labels sind noch da: Speichern Sie eine Kopie. Bis dahin wird nichts weiter gespeichert.</translation>
    </message>
    <message>
        <source>{file} was truncated by another program, and nothing more is saved. Save a copy of what can still be read; backups are in {backups}.</source>
        <translation>{file} wurde von einem anderen Programm abgeschnitten; es wird nichts weiter gespeichert. Speichern Sie eine Kopie von dem, was noch lesbar ist; Sicherungen liegen in {backups}.</translation>
    </message>
    <message>
        <source>{file}-wal or {file}-shm was moved or deleted by another program. All your labels are still here: open the project again to continue.</source>
        <translation>{file}-wal oder {file}-shm wurde von einem anderen Programm verschoben oder gelöscht. Alle Labels sind noch hier: Öffnen Sie das Projekt noch einmal, um weiterzuarbeiten.</translation>
    </message>
</context>
<context>
    <name>RetestDialog</name>
    <message>
        <source>&amp;Days since finished, at least</source>
        <translation>Seit dem Abschluss mindestens &amp;Tage</translation>
    </message>
    <message>
        <source>A package with articles that an annotator finished a while ago, without any earlier label. Merge it when it is labelled, and the results show how far both times agree.</source>
        <translation>Ein Paket mit Artikeln, die jemand vor einiger Zeit abgeschlossen hat, ohne die früheren Labels. Führen Sie es zusammen, wenn es annotiert ist; die Ergebnisse zeigen dann, wie weit beide Male übereinstimmen.</translation>
    </message>
    <message>
        <source>Blind Re-Test</source>
        <translation>Blinde Wiederholung</translation>
    </message>
    <message>
        <source>Minimum days since it was finished</source>
        <translation>Mindestens so viele Tage seit dem Abschluss eines Artikels</translation>
    </message>
    <message>
        <source>No article was finished long enough ago.</source>
        <translation>Bei keinem Artikel liegt der Abschluss lange genug zurück.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>No suggestion is visible.</source>
        <translation>Kein Vorschlag ist zu sehen.</translation>
    </message>
    <message>
        <source>No sure suggestion is visible.</source>
        <translation>Kein sicherer Vorschlag ist zu sehen.</translation>
    </message>
    <message>
        <source>One label was added with a claim.</source>
        <translation>Ein Label kam mit einer Behauptung dazu.</translation>
    </message>
    <message>
        <source>One suggestion accepted.</source>
        <translation>Ein Vorschlag angenommen.</translation>
    </message>
    <message>
        <source>Suggestions are hidden.</source>
        <translation>Vorschläge sind ausgeblendet.</translation>
    </message>
    <message>
        <source>Suggestions are hidden: {key} shows them.</source>
        <translation>Vorschläge sind ausgeblendet: {key} blendet sie ein.</translation>
    </message>
    <message>
        <source>Suggestions for this article are not ready yet.</source>
        <translation>Die Vorschläge für diesen Artikel sind noch nicht fertig.</translation>
    </message>
    <message>
        <source>The filter hides all {count} suggestions left.</source>
        <translation>Der Filter blendet alle {count} offenen Vorschläge aus.</translation>
    </message>
    <message>
        <source>The filter hides the only suggestion left.</source>
        <translation>Der Filter blendet den einzigen offenen Vorschlag aus.</translation>
    </message>
    <message>
        <source>There are no more suggestions in this article.</source>
        <translation>In diesem Artikel gibt es keine Vorschläge mehr.</translation>
    </message>
    <message>
        <source>You will be asked about the unsure ones later.</source>
        <translation>Nach den unsicheren werden Sie später gefragt.</translation>
    </message>
    <message>
        <source>{count} labels were added with claims.</source>
        <translation>{count} Labels kamen mit Behauptungen dazu.</translation>
    </message>
    <message>
        <source>{count} suggestions accepted.</source>
        <translation>{count} Vorschläge angenommen.</translation>
    </message>
</context>
<context>
    <name>RoleForm</name>
    <message>
        <source>Read the F&amp;ile</source>
        <translation>Da&amp;tei lesen</translation>
    </message>
</context>
<context>
    <name>RoundDialog</name>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>&amp;Results…</source>
        <translation>&amp;Ergebnisse&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>&amp;Schreiben</translation>
    </message>
    <message>
        <source>A&amp;rticles at most</source>
        <translation>Höchstens so viele A&amp;rtikel</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder for the package</source>
        <translation>Ordner für das Paket</translation>
    </message>
    <message>
        <source>No package has come back yet.</source>
        <translation>Noch ist kein Paket zurückgekommen.</translation>
    </message>
    <message>
        <source>Returned packages</source>
        <translation>Zurückgekommene Pakete</translation>
    </message>
    <message>
        <source>Writing the package…</source>
        <translation>Das Paket wird geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>{count} of {all} articles can be drawn.</source>
        <translation>Geeignet: {count} von {all} Artikeln.</translation>
    </message>
</context>
<context>
    <name>RowChoices</name>
    <message>
        <source>As One Piece</source>
        <translation>Als ein Stück</translation>
    </message>
    <message>
        <source>Its Longest Part</source>
        <translation>Nur längster Teil</translation>
    </message>
    <message>
        <source>Leave It Out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Make It Reachable</source>
        <translation>Erreichbar machen</translation>
    </message>
    <message>
        <source>Prefer It</source>
        <translation>Vorziehen</translation>
    </message>
    <message>
        <source>Reset Choices ({count})</source>
        <translation>Wahl zurücknehmen ({count})</translation>
    </message>
    <message>
        <source>Selected row only:</source>
        <translation>Nur die gewählte Zeile:</translation>
    </message>
    <message>
        <source>Split the Token</source>
        <translation>Token teilen</translation>
    </message>
    <message>
        <source>Widen It</source>
        <translation>Erweitern</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>1 entry</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>Entries to show</source>
        <translation>Gezeigte Einträge</translation>
    </message>
    <message>
        <source>Filter by words, label or note</source>
        <translation>Nach Wörtern, Label oder Notiz filtern</translation>
    </message>
    <message>
        <source>Labels and suggestions of the article</source>
        <translation>Labels und Vorschläge des Artikels</translation>
    </message>
    <message>
        <source>Labels and suggestions of the article are listed here.</source>
        <translation>Hier stehen die Labels und Vorschläge des Artikels.</translation>
    </message>
    <message>
        <source>Nothing in this article matches.</source>
        <translation>Keine Treffer im Artikel.</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>alphabetically</source>
        <translation>alphabetisch</translation>
    </message>
    <message>
        <source>by claimant</source>
        <translation>nach Urheber</translation>
    </message>
    <message>
        <source>by doubt</source>
        <translation>nach Zweifel</translation>
    </message>
    <message>
        <source>by label</source>
        <translation>nach Label</translation>
    </message>
    <message>
        <source>by position</source>
        <translation>nach Stelle</translation>
    </message>
    <message>
        <source>by worthiness</source>
        <translation>nach Prüfwert</translation>
    </message>
    <message>
        <source>doubt or note</source>
        <translation>Zweifel oder Notiz</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} Einträge</translation>
    </message>
    <message>
        <source>{shown} of {count} entries</source>
        <translation>{shown} von {count} Einträgen</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>&amp;At least</source>
        <translation>&amp;Mindestens</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>&amp;Regel</translation>
    </message>
    <message>
        <source>&amp;Settle</source>
        <translation>&amp;Entscheiden</translation>
    </message>
    <message>
        <source>Articles left out, because you are not done with them yourself: {count}.</source>
        <translation>Ausgelassene Artikel, weil Sie selbst damit noch nicht fertig sind: {count}.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt&#xa0;…</translation>
    </message>
    <message>
        <source>It agrees with {count} of {all} answers that people gave. None of these answers changes.</source>
        <translation>Sie stimmt mit {count} von {all} schon gegebenen Antworten überein; diese bleiben.</translation>
    </message>
    <message>
        <source>Labels that everyone agrees on, which also become gold: {count}.</source>
        <translation>Labels, bei denen sich alle einig sind und die ebenfalls Gold werden: {count}.</translation>
    </message>
    <message>
        <source>No article has been finished by two people yet.</source>
        <translation>Noch kein Artikel ist von zwei Personen abgeschlossen.</translation>
    </message>
    <message>
        <source>Only unanimous answers</source>
        <translation>Nur einstimmige Antworten</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Settle by Rule</source>
        <translation>Nach Regel entscheiden</translation>
    </message>
    <message>
        <source>Settling…</source>
        <translation>Wird entschieden&#xa0;…</translation>
    </message>
    <message>
        <source>The answer of at least this many people</source>
        <translation>Die Antwort von mindestens so vielen</translation>
    </message>
    <message>
        <source>The answer of one person</source>
        <translation>Die Antwort einer Person</translation>
    </message>
    <message>
        <source>The answer of the majority</source>
        <translation>Die Antwort der Mehrheit</translation>
    </message>
    <message>
        <source>The answer of the person who agrees most with the others</source>
        <translation>Die Antwort der Person, die am meisten mit den anderen übereinstimmt</translation>
    </message>
    <message>
        <source>The rule settles {count} of {all} open questions; the others stay open.</source>
        <translation>Die Regel entscheidet {count} von {all} offenen Fragen; die übrigen bleiben offen.</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>&amp;Wording</source>
        <translation>&amp;Wortlaut</translation>
    </message>
    <message>
        <source>Add a &amp;Condition</source>
        <translation>Bedin&amp;gung hinzufügen</translation>
    </message>
    <message>
        <source>Applie&amp;s to</source>
        <translation>&amp;Betrifft</translation>
    </message>
    <message>
        <source>Labels that the rule is about</source>
        <translation>Labels, die die Regel betrifft</translation>
    </message>
    <message>
        <source>Should &amp;be</source>
        <translation>Soll g&amp;elten</translation>
    </message>
    <message>
        <source>Wherever</source>
        <translation>Überall, wo</translation>
    </message>
    <message>
        <source>Wording of the rule</source>
        <translation>Wortlaut der Regel</translation>
    </message>
    <message>
        <source>condition {number}</source>
        <translation>Bedingung {number}</translation>
    </message>
    <message>
        <source>what should be the case</source>
        <translation>was gelten soll</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>CC BY 4.0; the file nouns.npz CC BY-SA 4.0; see NOTICE.md</source>
        <translation>CC BY 4.0; die Datei nouns.npz CC BY-SA 4.0; siehe NOTICE.md</translation>
    </message>
    <message>
        <source>English model</source>
        <translation>englisches Modell</translation>
    </message>
    <message>
        <source>GLiNER</source>
        <translation>GLiNER</translation>
    </message>
    <message>
        <source>German model</source>
        <translation>deutsches Modell</translation>
    </message>
    <message>
        <source>according to</source>
        <translation>Quellenangabe</translation>
    </message>
    <message>
        <source>another version</source>
        <translation>andere Fassung</translation>
    </message>
    <message>
        <source>attributed afterwards</source>
        <translation>Urheber danach genannt</translation>
    </message>
    <message>
        <source>author&apos;s own</source>
        <translation>Aussage des Autors</translation>
    </message>
    <message>
        <source>because you labelled it in “{title}”</source>
        <translation>weil Sie es in „{title}“ so annotiert haben</translation>
    </message>
    <message>
        <source>because you labelled it {count} times, last in “{title}”</source>
        <translation>weil Sie es {count}-mal so annotiert haben, zuletzt in „{title}“</translation>
    </message>
    <message>
        <source>because you labelled {count} such words, the last “{word}” in “{title}”</source>
        <translation>weil Sie {count} solche Wörter so annotiert haben, zuletzt „{word}“ in „{title}“</translation>
    </message>
    <message>
        <source>because you labelled “{word}” like this in “{title}”</source>
        <translation>weil Sie „{word}“ in „{title}“ so annotiert haben</translation>
    </message>
    <message>
        <source>by meaning</source>
        <translation>nach der Bedeutung</translation>
    </message>
    <message>
        <source>claim finder</source>
        <translation>Behauptungserkennung</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>bestritten</translation>
    </message>
    <message>
        <source>doubtful because you rejected it in “{title}”</source>
        <translation>zweifelhaft, weil Sie es in „{title}“ abgelehnt haben</translation>
    </message>
    <message>
        <source>doubtful because you rejected {count} such words, the last “{word}” in “{title}”</source>
        <translation>zweifelhaft, weil Sie {count} solche Wörter abgelehnt haben, zuletzt „{word}“ in „{title}“</translation>
    </message>
    <message>
        <source>earlier labels</source>
        <translation>frühere Labels</translation>
    </message>
    <message>
        <source>full name</source>
        <translation>voller Name</translation>
    </message>
    <message>
        <source>headline</source>
        <translation>Überschrift mit Doppelpunkt</translation>
    </message>
    <message>
        <source>hearsay</source>
        <translation>Hörensagen</translation>
    </message>
    <message>
        <source>intention</source>
        <translation>Absicht</translation>
    </message>
    <message>
        <source>interview answer</source>
        <translation>Antwort im Interview</translation>
    </message>
    <message>
        <source>language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>quotation</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>quotation goes on</source>
        <translation>Zitat geht weiter</translation>
    </message>
    <message>
        <source>reported act</source>
        <translation>wiedergegebene Äußerung</translation>
    </message>
    <message>
        <source>speech verb</source>
        <translation>Redeverb</translation>
    </message>
    <message>
        <source>subjunctive goes on</source>
        <translation>Konjunktiv geht weiter</translation>
    </message>
    <message>
        <source>told to the speaker</source>
        <translation>dem Sprecher gesagt</translation>
    </message>
    <message>
        <source>tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>word list</source>
        <translation>Wortliste</translation>
    </message>
    <message>
        <source>word lists</source>
        <translation>Wortlisten</translation>
    </message>
    <message>
        <source>{count} ×</source>
        <translation>{count} ×</translation>
    </message>
    <message>
        <source>{rule}: “{word}”</source>
        <translation>{rule}: „{word}“</translation>
    </message>
    <message>
        <source>“{reason}”</source>
        <translation>„{reason}“</translation>
    </message>
</context>
<context>
    <name>SaidBeforeLine</name>
    <message>
        <source>Not said before</source>
        <translation>Früher nicht gesagt</translation>
    </message>
    <message>
        <source>Said before: {count}</source>
        <translation>Früher gesagt: {count}</translation>
    </message>
    <message>
        <source>Said before?</source>
        <translation>Früher gesagt?</translation>
    </message>
</context>
<context>
    <name>SaidBeforePage</name>
    <message>
        <source>Both are already linked through a third claim.</source>
        <translation>Beide sind schon über eine dritte Behauptung verbunden.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go to Earlier Claim</source>
        <translation>Zur früheren Behauptung</translation>
    </message>
    <message>
        <source>No earlier claim in this project says the same.</source>
        <translation>In diesem Projekt sagt keine frühere Behauptung dasselbe.</translation>
    </message>
    <message>
        <source>Not the same claim</source>
        <translation>Nicht dieselbe Behauptung</translation>
    </message>
    <message>
        <source>Said before: “{words}”</source>
        <translation>Früher gesagt: „{words}“</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>The same claim</source>
        <translation>Dieselbe Behauptung</translation>
    </message>
    <message>
        <source>Verdict as in “{title}”, {date}.</source>
        <translation>Urteil wie in „{title}“, {date}.</translation>
    </message>
    <message>
        <source>Verdict as in “{title}”.</source>
        <translation>Urteil wie in „{title}“.</translation>
    </message>
    <message>
        <source>back to the claim</source>
        <translation>zurück zur Behauptung</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>copy one field, all</source>
        <translation>ein Feld übernehmen, alle</translation>
    </message>
    <message>
        <source>go to earlier claim</source>
        <translation>zur früheren Behauptung</translation>
    </message>
    <message>
        <source>same claim or not</source>
        <translation>dieselbe Behauptung oder nicht</translation>
    </message>
    <message>
        <source>{count} claims, the most similar first</source>
        <translation>{count} Behauptungen, die ähnlichste zuerst</translation>
    </message>
</context>
<context>
    <name>SameAgain</name>
    <message>
        <source>Label there, too</source>
        <translation>Dort auch annotieren</translation>
    </message>
    <message>
        <source>Labelled in one more place.</source>
        <translation>An einer weiteren Stelle annotiert.</translation>
    </message>
    <message>
        <source>Labelled in {count} more places.</source>
        <translation>An {count} weiteren Stellen annotiert.</translation>
    </message>
    <message>
        <source>Reject there, too</source>
        <translation>Dort auch ablehnen</translation>
    </message>
    <message>
        <source>Rejected in one more place.</source>
        <translation>An einer weiteren Stelle abgelehnt.</translation>
    </message>
    <message>
        <source>Rejected in {count} more places.</source>
        <translation>An {count} weiteren Stellen abgelehnt.</translation>
    </message>
    <message>
        <source>The same suggestion occurs in one other place.</source>
        <translation>Derselbe Vorschlag steht an einer weiteren Stelle.</translation>
    </message>
    <message>
        <source>The same suggestion occurs in {count} other places.</source>
        <translation>Derselbe Vorschlag steht an {count} weiteren Stellen.</translation>
    </message>
    <message>
        <source>The same words occur in one other place.</source>
        <translation>Dieselben Wörter stehen an einer weiteren Stelle.</translation>
    </message>
    <message>
        <source>The same words occur in {count} other places.</source>
        <translation>Dieselben Wörter stehen an {count} weiteren Stellen.</translation>
    </message>
    <message>
        <source>These words occur nowhere else in the article without this label.</source>
        <translation>Diese Wörter stehen sonst nirgends im Artikel ohne dieses Label.</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>these words</source>
        <translation>diese Wörter</translation>
    </message>
</context>
<context>
    <name>SamplingForm</name>
    <message>
        <source>Add to Pro&amp;ject</source>
        <translation>Ins Projekt &amp;holen</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Articles:</source>
        <translation>Artikel:</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>By an SQL query</source>
        <translation>Nach einer SQL-Abfrage</translation>
    </message>
    <message>
        <source>Different in meaning</source>
        <translation>Nach Bedeutung verschieden</translation>
    </message>
    <message>
        <source>Dr&amp;aw</source>
        <translation>&amp;Ziehen</translation>
    </message>
    <message>
        <source>Label, such as PER</source>
        <translation>Label, etwa PER</translation>
    </message>
    <message>
        <source>Most in doubt</source>
        <translation>Die zweifelhaftesten</translation>
    </message>
    <message>
        <source>Publishers and months in turn</source>
        <translation>Medien und Monate reihum</translation>
    </message>
    <message>
        <source>Publishers in turn</source>
        <translation>Medien reihum</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>Sample:</source>
        <translation>Stichprobe:</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Seed:</source>
        <translation>Startwert:</translation>
    </message>
    <message>
        <source>The same seed draws the same articles.</source>
        <translation>Derselbe Startwert zieht dieselben Artikel.</translation>
    </message>
    <message>
        <source>With a label</source>
        <translation>Mit einem Label</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Save This Search…</source>
        <translation>Diese Suche &amp;speichern&#xa0;…</translation>
    </message>
    <message>
        <source>A search named “{name}” is saved already.</source>
        <translation>Eine Suche mit dem Namen „{name}“ ist schon gespeichert.</translation>
    </message>
    <message>
        <source>From &amp;Other Projects</source>
        <translation>Aus &amp;anderen Projekten</translation>
    </message>
    <message>
        <source>Name of the search:</source>
        <translation>Name der Suche:</translation>
    </message>
    <message>
        <source>Rename Search</source>
        <translation>Suche umbenennen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save Search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>What you had typed is here again.</source>
        <translation>Was Sie eingegeben hatten, ist wieder da.</translation>
    </message>
</context>
<context>
    <name>SchemaApplier</name>
    <message>
        <source>Changing the labels…</source>
        <translation>Die Labels werden geändert&#xa0;…</translation>
    </message>
    <message>
        <source>Writing a backup…</source>
        <translation>Eine Sicherung wird geschrieben&#xa0;…</translation>
    </message>
</context>
<context>
    <name>SchemaColours</name>
    <message>
        <source>Hard to tell apart from “{label}” {eyes}.</source>
        <translation>Schwer von „{label}“ zu unterscheiden {eyes}.</translation>
    </message>
    <message>
        <source>The dark colour is too dim on dark paper</source>
        <translation>Die dunkle Farbe ist auf dunklem Papier zu matt</translation>
    </message>
    <message>
        <source>The light colour is too faint on paper</source>
        <translation>Die helle Farbe ist auf Papier zu blass</translation>
    </message>
    <message>
        <source>for everyone</source>
        <translation>für alle</translation>
    </message>
    <message>
        <source>with blue–yellow colour blindness</source>
        <translation>bei Blau-Gelb-Schwäche</translation>
    </message>
    <message>
        <source>with red–green colour blindness</source>
        <translation>bei Rot-Grün-Schwäche</translation>
    </message>
    <message>
        <source>{what}: contrast {found}, at least {wanted} is needed.</source>
        <translation>{what}: Kontrast {found}, nötig sind {wanted}.</translation>
    </message>
    <message>
        <source>“{text}” is not a colour; the previous one stays. Type # and six of 0–9 and a–f.</source>
        <translation>„{text}“ ist keine Farbe; die vorige bleibt. Nötig sind # und sechs Zeichen aus 0–9 und a–f.</translation>
    </message>
    <message>
        <source>… and from {count} more labels.</source>
        <translation>… und von {count} weiteren Labels.</translation>
    </message>
</context>
<context>
    <name>SchemaFields</name>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
</context>
<context>
    <name>SchemaFiles</name>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren&#xa0;…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Export the schema</source>
        <translation>Schema exportieren</translation>
    </message>
    <message>
        <source>Import a schema</source>
        <translation>Schema importieren</translation>
    </message>
    <message>
        <source>Schema saved: {file}</source>
        <translation>Schema gespeichert: {file}</translation>
    </message>
    <message>
        <source>Schemas (*.json)</source>
        <translation>Schemas (*.json)</translation>
    </message>
    <message>
        <source>Use a Read&amp;y-Made Schema</source>
        <translation>Fertiges S&amp;chema verwenden</translation>
    </message>
</context>
<context>
    <name>SchemaFoot</name>
    <message>
        <source>&amp;Undo Last Change</source>
        <translation>&amp;Letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing changes while you edit: Apply makes all changes as one step, after a backup.</source>
        <translation>Änderungen gelten erst nach „Anwenden“: alle in einem Schritt, nach einer Sicherung.</translation>
    </message>
    <message>
        <source>Start O&amp;ver</source>
        <translation>Von vo&amp;rn beginnen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
</context>
<context>
    <name>SchemaForm</name>
    <message>
        <source>&amp;Key</source>
        <translation>Ta&amp;ste</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>N&amp;ame</translation>
    </message>
    <message>
        <source>&amp;Short name in files</source>
        <translation>K&amp;urzname in Dateien</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>One-&amp;line help</source>
        <translation>Kur&amp;zhilfe</translation>
    </message>
    <message>
        <source>One-line help</source>
        <translation>Kurzhilfe</translation>
    </message>
</context>
<context>
    <name>SchemaOutlook</name>
    <message>
        <source>A condition of the rule “{rule}” is not finished.</source>
        <translation>Eine Bedingung der Regel „{rule}“ ist nicht fertig.</translation>
    </message>
    <message>
        <source>Existing labels do not change.</source>
        <translation>An vorhandenen Labels ändert sich nichts.</translation>
    </message>
    <message>
        <source>In use, so kept but no longer offered: {names}.</source>
        <translation>Schon benutzt, daher behalten, aber nicht mehr angeboten: {names}.</translation>
    </message>
    <message>
        <source>Labels that break it: {count}.</source>
        <translation>Labels, die sie verletzen: {count}.</translation>
    </message>
    <message>
        <source>Models know “{old}” but not “{new}”: they will not suggest it.</source>
        <translation>Modelle kennen „{old}“, nicht „{new}“: Dafür wird nichts mehr vorgeschlagen.</translation>
    </message>
    <message>
        <source>New rule: “{rule}”.</source>
        <translation>Neue Regel: „{rule}“.</translation>
    </message>
    <message>
        <source>New: {names}.</source>
        <translation>Neu: {names}.</translation>
    </message>
    <message>
        <source>No longer offered: {names}.</source>
        <translation>Nicht mehr angeboten: {names}.</translation>
    </message>
    <message>
        <source>One rule is removed.</source>
        <translation>Eine Regel fällt weg.</translation>
    </message>
    <message>
        <source>Only the English guidelines change, not the German ones: {names}.</source>
        <translation>Nur der englische Leitfaden ändert sich, der deutsche nicht: {names}.</translation>
    </message>
    <message>
        <source>Only the German guidelines change, not the English ones: {names}.</source>
        <translation>Nur der deutsche Leitfaden ändert sich, der englische nicht: {names}.</translation>
    </message>
    <message>
        <source>Removed as unused: {names}.</source>
        <translation>Entfernt, da unbenutzt: {names}.</translation>
    </message>
    <message>
        <source>The field “{what}” becomes “{into}”: {labels}.</source>
        <translation>Aus dem Feld „{what}“ wird „{into}“: {labels}.</translation>
    </message>
    <message>
        <source>The field “{what}” is removed, with its values in {labels}.</source>
        <translation>Das Feld „{what}“ fällt weg, mit seinen Werten: {labels}.</translation>
    </message>
    <message>
        <source>The field “{what}” needs at least one value.</source>
        <translation>Das Feld „{what}“ braucht mindestens einen Wert.</translation>
    </message>
    <message>
        <source>The relation “{what}” needs a start and an end.</source>
        <translation>Die Beziehung „{what}“ braucht einen Anfang und ein Ende.</translation>
    </message>
    <message>
        <source>The rule “{rule}” changes what it requires.</source>
        <translation>Die Regel „{rule}“ verlangt etwas anderes.</translation>
    </message>
    <message>
        <source>The rule “{rule}” needs a wording.</source>
        <translation>Der Regel „{rule}“ fehlt der Wortlaut.</translation>
    </message>
    <message>
        <source>The rule “{rule}” needs labels to apply to.</source>
        <translation>Der Regel „{rule}“ fehlen Labels, die sie betrifft.</translation>
    </message>
    <message>
        <source>The rule “{rule}” refers to something that its labels lack.</source>
        <translation>Die Regel „{rule}“ verlangt, was ihre Labels nicht haben.</translation>
    </message>
    <message>
        <source>Where “{one}” and “{what}” cover the same words, one stays: {places}.</source>
        <translation>Von „{one}“ und „{what}“ an denselben Wörtern bleibt eines: {places}.</translation>
    </message>
    <message>
        <source>one article</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>one label</source>
        <translation>ein Label</translation>
    </message>
    <message>
        <source>one place</source>
        <translation>eine Stelle</translation>
    </message>
    <message>
        <source>one relation</source>
        <translation>eine Beziehung</translation>
    </message>
    <message>
        <source>one suggestion</source>
        <translation>ein Vorschlag</translation>
    </message>
    <message>
        <source>{count} articles</source>
        <translation>{count} Artikel</translation>
    </message>
    <message>
        <source>{count} labels</source>
        <translation>{count} Labels</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} Stellen</translation>
    </message>
    <message>
        <source>{count} relations</source>
        <translation>{count} Beziehungen</translation>
    </message>
    <message>
        <source>{count} rules are removed.</source>
        <translation>{count} Regeln fallen weg.</translation>
    </message>
    <message>
        <source>{count} suggestions</source>
        <translation>{count} Vorschläge</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>“{into}” is allowed once; {labels} will have more.</source>
        <translation>„{into}“ ist nur einmal erlaubt; danach mehrfach: {labels}.</translation>
    </message>
    <message>
        <source>“{what}” and “{other}” have the same key: {key}.</source>
        <translation>„{what}“ und „{other}“ haben dieselbe Taste: {key}.</translation>
    </message>
    <message>
        <source>“{what}” becomes “{into}” in {labels}.</source>
        <translation>Aus „{what}“ wird „{into}“: {labels}.</translation>
    </message>
    <message>
        <source>“{what}” becomes “{into}”: {labels}.</source>
        <translation>Aus „{what}“ wird „{into}“: {labels}.</translation>
    </message>
    <message>
        <source>“{what}” becomes “{into}”: {relations}.</source>
        <translation>Aus „{what}“ wird „{into}“: {relations}.</translation>
    </message>
    <message>
        <source>“{what}” has no name yet.</source>
        <translation>„{what}“ hat noch keinen Namen.</translation>
    </message>
    <message>
        <source>“{what}” is removed from {labels}.</source>
        <translation>„{what}“ fällt weg bei: {labels}.</translation>
    </message>
    <message>
        <source>“{what}” is removed, and {labels} with it.</source>
        <translation>„{what}“ fällt weg, und damit: {labels}.</translation>
    </message>
    <message>
        <source>“{what}” loses {relations}.</source>
        <translation>Bei „{what}“ fallen weg: {relations}.</translation>
    </message>
    <message>
        <source>“{what}” loses {suggestions}.</source>
        <translation>Bei „{what}“ fallen weg: {suggestions}.</translation>
    </message>
    <message>
        <source>“{what}” will be called “{into}”.</source>
        <translation>„{what}“ heißt künftig „{into}“.</translation>
    </message>
</context>
<context>
    <name>SchemaTicks</name>
    <message>
        <source>all of {layer}</source>
        <translation>alles in {layer}</translation>
    </message>
</context>
<context>
    <name>SchemaTree</name>
    <message>
        <source>Article labels</source>
        <translation>Labels der Artikel</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Labels and fields</source>
        <translation>Labels und Felder</translation>
    </message>
    <message>
        <source>Parts of the schema</source>
        <translation>Teile des Schemas</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Benutzt</translation>
    </message>
    <message>
        <source>{name} (not offered)</source>
        <translation>{name} (nicht angeboten)</translation>
    </message>
</context>
<context>
    <name>SchemaWindow</name>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Article label</source>
        <translation>Label der &amp;Artikel</translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>&amp;Feld</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Label</translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation>&amp;Vereinen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Rule</source>
        <translation>&amp;Regel</translation>
    </message>
    <message>
        <source>&amp;Value of the field</source>
        <translation>&amp;Wert des Felds</translation>
    </message>
    <message>
        <source>Alt+↑ and Alt+↓ change the order.</source>
        <translation>Alt+↑ und Alt+↓ ändern die Reihenfolge.</translation>
    </message>
    <message>
        <source>Applied. The project as it was before is among its backups.</source>
        <translation>Angewendet. Das Projekt, wie es vorher war, liegt bei den Sicherungen.</translation>
    </message>
    <message>
        <source>In a package, schema and guidelines can only be read.</source>
        <translation>In einem Paket können Schema und Leitfaden nur gelesen werden.</translation>
    </message>
    <message>
        <source>La&amp;yer</source>
        <translation>&amp;Ebene</translation>
    </message>
    <message>
        <source>Labels and Guidelines</source>
        <translation>Labels und Leitfaden</translation>
    </message>
    <message>
        <source>Rela&amp;tion</source>
        <translation>&amp;Beziehung</translation>
    </message>
    <message>
        <source>S&amp;plit…</source>
        <translation>&amp;Teilen&#xa0;…</translation>
    </message>
    <message>
        <source>The last change was undone.</source>
        <translation>Die letzte Änderung wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Your changes are not applied yet.</source>
        <translation>Die Änderungen sind noch nicht angewendet.</translation>
    </message>
</context>
<context>
    <name>ScoreTable</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>F1 (partial)</source>
        <translation>F1 (teilweise)</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Labelled</source>
        <translation>Annotiert</translation>
    </message>
    <message>
        <source>Of the sure suggestions there, {right} were right; {share} of all were sure.</source>
        <translation>Von den sicheren Vorschlägen waren dort {right} richtig; {share} aller Vorschläge waren sicher.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Right in test texts</source>
        <translation>Richtig in Testtexten</translation>
    </message>
    <message>
        <source>Scores appear here once a model is trained or evaluated.</source>
        <translation>Hier stehen die Scores, sobald ein Modell trainiert oder ausgewertet ist.</translation>
    </message>
    <message>
        <source>Scores by label</source>
        <translation>Scores nach Label</translation>
    </message>
    <message>
        <source>Test texts: articles of this project that the model had not learnt from ({count}).</source>
        <translation>Testtexte: Artikel dieses Projekts, aus denen das Modell nicht gelernt hatte ({count}).</translation>
    </message>
    <message>
        <source>Test texts: news and other texts that the model has not learnt from.</source>
        <translation>Testtexte: Nachrichten und andere Texte, aus denen das Modell nicht gelernt hat.</translation>
    </message>
    <message>
        <source>{right} of {found} ({share})</source>
        <translation>{right} von {found} ({share})</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>1 sentence {articles}</source>
        <translation>1 Satz {articles}</translation>
    </message>
    <message>
        <source>Adjudicated</source>
        <translation>Adjudiziert</translation>
    </message>
    <message>
        <source>Annotator: {value}</source>
        <translation>Annotiert von: {value}</translation>
    </message>
    <message>
        <source>Any label: {layer}</source>
        <translation>{layer}: alles</translation>
    </message>
    <message>
        <source>Article with a note</source>
        <translation>Artikel mit Notiz</translation>
    </message>
    <message>
        <source>As added</source>
        <translation>Wie hinzugefügt</translation>
    </message>
    <message>
        <source>Batch: {value}</source>
        <translation>Stapel: {value}</translation>
    </message>
    <message>
        <source>By batch</source>
        <translation>Nach Stapel</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Nach Titel</translation>
    </message>
    <message>
        <source>Claimant: {value}</source>
        <translation>Urheber: {value}</translation>
    </message>
    <message>
        <source>Dealt to: {value}</source>
        <translation>Zugeteilt an: {value}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done by: {value}</source>
        <translation>Abgeschlossen von: {value}</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Hohe Priorität</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Mit Zweifel</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>Niedrige Priorität</translation>
    </message>
    <message>
        <source>Most suggestions first</source>
        <translation>Meiste Vorschläge zuerst</translation>
    </message>
    <message>
        <source>Most to learn first</source>
        <translation>Lehrreichste zuerst</translation>
    </message>
    <message>
        <source>Most varied first</source>
        <translation>Möglichst verschiedene zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Normal priority</source>
        <translation>Normale Priorität</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Other language</source>
        <translation>Andere Sprache</translation>
    </message>
    <message>
        <source>Publisher: {value}</source>
        <translation>Medium: {value}</translation>
    </message>
    <message>
        <source>Replaced by a newer version</source>
        <translation>Durch neuere Fassung ersetzt</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>To be adjudicated</source>
        <translation>Noch zu adjudizieren</translation>
    </message>
    <message>
        <source>Together with {label}</source>
        <translation>Zusammen mit {label}</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Mit Notiz</translation>
    </message>
    <message>
        <source>With open comments</source>
        <translation>Mit offenen Kommentaren</translation>
    </message>
    <message>
        <source>from {date} on</source>
        <translation>ab {date}</translation>
    </message>
    <message>
        <source>more than {count} places</source>
        <translation>mehr als {count} Stellen</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>bis {date}</translation>
    </message>
    <message>
        <source>{count} sentences {articles}</source>
        <translation>{count} Sätze {articles}</translation>
    </message>
    <message>
        <source>{found}; the first {count} sentences of the project were compared</source>
        <translation>{found}; verglichen wurden die ersten {count} Sätze des Projekts</translation>
    </message>
    <message>
        <source>{places} {articles}</source>
        <translation>{places} {articles}</translation>
    </message>
    <message>
        <source>{since} to {until}</source>
        <translation>{since} bis {until}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search articles by title</source>
        <translation>Artikel nach Titel suchen</translation>
    </message>
</context>
<context>
    <name>SearchHead</name>
    <message>
        <source>By meaning</source>
        <translation>Nach Bedeutung</translation>
    </message>
    <message>
        <source>Find sentences that say the same, in German or English</source>
        <translation>Sätze finden, die dasselbe sagen, deutsch oder englisch</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Comparing sentences…</source>
        <translation>Sätze werden verglichen&#xa0;…</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Export the results as a table</source>
        <translation>Fundstellen als Tabelle exportieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>No sentence says this.</source>
        <translation>Kein Satz sagt das.</translation>
    </message>
    <message>
        <source>Nothing in the project matches.</source>
        <translation>Keine Treffer im Projekt.</translation>
    </message>
    <message>
        <source>Storing…</source>
        <translation>Wird gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>Type words, or choose a filter.</source>
        <translation>Wörter eingeben oder einen Filter wählen.</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>label all</source>
        <translation>alle annotieren</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>auslassen</translation>
    </message>
    <message>
        <source>to the article</source>
        <translation>zum Artikel</translation>
    </message>
    <message>
        <source>to the list</source>
        <translation>zur Liste</translation>
    </message>
    <message>
        <source>to the list, best first</source>
        <translation>zur Liste, Bestes zuerst</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
</context>
<context>
    <name>SelectedWords</name>
    <message>
        <source>Choose a label below.</source>
        <translation>Unten ein Label wählen.</translation>
    </message>
    <message>
        <source>Open an article to label its words.</source>
        <translation>Einen Artikel öffnen, um Wörter zu annotieren.</translation>
    </message>
    <message>
        <source>Select words, then choose a label below.</source>
        <translation>Wörter auswählen, dann unten ein Label wählen.</translation>
    </message>
</context>
<context>
    <name>SelectionPopups</name>
    <message>
        <source>Note on the Article</source>
        <translation>Notiz zum Artikel</translation>
    </message>
    <message>
        <source>Note on “{words}”</source>
        <translation>Notiz zu „{words}“</translation>
    </message>
    <message>
        <source>Place the caret in a labelled name first.</source>
        <translation>Zuerst den Cursor in einen Namen mit Label setzen.</translation>
    </message>
</context>
<context>
    <name>SentenceList</name>
    <message>
        <source>Claims of the selected cell</source>
        <translation>Behauptungen der gewählten Zelle</translation>
    </message>
</context>
<context>
    <name>SentenceModel</name>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>Haltung</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Accept or reject the suggestions here first.</source>
        <translation>Zuerst die Vorschläge hier annehmen oder ablehnen.</translation>
    </message>
</context>
<context>
    <name>Shapes</name>
    <message>
        <source>Joined. A label can have only one of: {kinds}. The first label’s was kept.</source>
        <translation>Verbunden. Nur einmal möglich: {kinds}; was das erste Label hatte, blieb.</translation>
    </message>
    <message>
        <source>No label of the same kind overlaps this one or is next to it.</source>
        <translation>Kein Label derselben Art überlappt dieses oder steht daneben.</translation>
    </message>
    <message>
        <source>Place the caret in a label where you want to split it.</source>
        <translation>Den Cursor in ein Label setzen, an die Stelle, wo es geteilt werden soll.</translation>
    </message>
</context>
<context>
    <name>SnappingModes</name>
    <message>
        <source>selecting single characters</source>
        <translation>Auswahl: einzelne Zeichen</translation>
    </message>
    <message>
        <source>selecting whole sentences</source>
        <translation>Auswahl: ganze Sätze</translation>
    </message>
</context>
<context>
    <name>SourceAdder</name>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>A pipeline can run any program on this computer once it is loaded.</source>
        <translation>Eine Pipeline kann auf diesem Rechner jedes Programm ausführen, sobald sie geladen wird.</translation>
    </message>
    <message>
        <source>Add a Pipeline</source>
        <translation>Pipeline hinzufügen</translation>
    </message>
    <message>
        <source>Add a pipeline</source>
        <translation>Eine Pipeline hinzufügen</translation>
    </message>
    <message>
        <source>Continue only if you trust whoever made {folder}. It is copied to your own pipelines.</source>
        <translation>Fahren Sie nur fort, wenn Sie der Herkunft von {folder} trauen. Die Pipeline wird zu Ihren eigenen kopiert.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download a Pipeline</source>
        <translation>Pipeline herunterladen</translation>
    </message>
    <message>
        <source>Download {name} {version} from the web?</source>
        <translation>{name} {version} aus dem Web herunterladen?</translation>
    </message>
    <message>
        <source>Downloading “{source}”…</source>
        <translation>„{source}“ wird heruntergeladen&#xa0;…</translation>
    </message>
    <message>
        <source>Folder of a spaCy pipeline</source>
        <translation>Ordner einer spaCy-Pipeline</translation>
    </message>
    <message>
        <source>From a Folder…</source>
        <translation>Aus einem Ordner&#xa0;…</translation>
    </message>
    <message>
        <source>From spaCy on the Web</source>
        <translation>Von spaCy aus dem Web</translation>
    </message>
    <message>
        <source>GLiNER…</source>
        <translation>GLiNER&#xa0;…</translation>
    </message>
    <message>
        <source>Installed: {name}</source>
        <translation>Installiert: {name}</translation>
    </message>
    <message>
        <source>It is added to your own pipelines; nothing else is downloaded or sent.</source>
        <translation>Sie kommt zu Ihren eigenen Pipelines; sonst wird nichts heruntergeladen oder gesendet.</translation>
    </message>
    <message>
        <source>It is checked against the published SHA-256 {checksum}.</source>
        <translation>Geprüft wird anhand der veröffentlichten Prüfsumme (SHA-256) {checksum}.</translation>
    </message>
    <message>
        <source>Language Model at an Address…</source>
        <translation>Sprachmodell unter einer Adresse&#xa0;…</translation>
    </message>
    <message>
        <source>Look up {name}…</source>
        <translation>{name} nachschlagen&#xa0;…</translation>
    </message>
    <message>
        <source>Looking up “{source}” on the web…</source>
        <translation>„{source}“ wird im Web nachgeschlagen&#xa0;…</translation>
    </message>
    <message>
        <source>No checksum is published: only the address vouches for it.</source>
        <translation>Eine Prüfsumme ist nicht veröffentlicht: Nur die Adresse bürgt dafür.</translation>
    </message>
    <message>
        <source>Trust and Add</source>
        <translation>Vertrauen und hinzufügen</translation>
    </message>
    <message>
        <source>Trying “{source}”…</source>
        <translation>„{source}“ wird ausprobiert&#xa0;…</translation>
    </message>
    <message>
        <source>Word Lists and Patterns…</source>
        <translation>Wortlisten und Muster&#xa0;…</translation>
    </message>
    <message>
        <source>licence not stated</source>
        <translation>Lizenz nicht angegeben</translation>
    </message>
    <message>
        <source>made for spaCy {release}, which is installed here</source>
        <translation>für spaCy {release}, das hier installiert ist</translation>
    </message>
    <message>
        <source>size not stated</source>
        <translation>Größe nicht angegeben</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
</context>
<context>
    <name>SourceChip</name>
    <message>
        <source>Renew suggestions</source>
        <translation>Vorschläge erneuern</translation>
    </message>
    <message>
        <source>Sources of suggestions…</source>
        <translation>Quellen der Vorschläge&#xa0;…</translation>
    </message>
    <message>
        <source>Stop learning</source>
        <translation>Lernen abbrechen</translation>
    </message>
    <message>
        <source>articles waiting for suggestions: {count}</source>
        <translation>Artikel noch ohne Vorschläge: {count}</translation>
    </message>
    <message>
        <source>learning: {percent}%</source>
        <translation>Lernen: {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>○ no model for this language</source>
        <translation>○ kein Modell für diese Sprache</translation>
    </message>
    <message>
        <source>○ no new suggestions: read only</source>
        <translation>○ keine neuen Vorschläge: nur lesbar</translation>
    </message>
    <message>
        <source>○ no suggestions yet</source>
        <translation>○ noch keine Vorschläge</translation>
    </message>
    <message>
        <source>○ suggestions off</source>
        <translation>○ Vorschläge aus</translation>
    </message>
    <message>
        <source>● {source} ready</source>
        <translation>● {source}: bereit</translation>
    </message>
    <message>
        <source>◐ {source} at work</source>
        <translation>◐ {source}: arbeitet</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>could not be loaded</source>
        <translation>konnte nicht geladen werden</translation>
    </message>
</context>
<context>
    <name>SourceRemover</name>
    <message>
        <source>Remo&amp;ve…</source>
        <translation>&amp;Entfernen&#xa0;…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove a Pipeline</source>
        <translation>Pipeline entfernen</translation>
    </message>
    <message>
        <source>Remove the pipeline</source>
        <translation>Die Pipeline entfernen</translation>
    </message>
    <message>
        <source>Remove “{source}” from this computer, for all projects?</source>
        <translation>„{source}“ von diesem Rechner entfernen, für alle Projekte?</translation>
    </message>
    <message>
        <source>Removing “{source}”…</source>
        <translation>„{source}“ wird entfernt&#xa0;…</translation>
    </message>
    <message>
        <source>{folder} will be deleted. Its suggestions stay until they are decided or withdrawn.</source>
        <translation>{folder} wird gelöscht. Die Vorschläge bleiben, bis über sie entschieden ist oder sie zurückgezogen werden.</translation>
    </message>
</context>
<context>
    <name>SourceWithdrawer</name>
    <message>
        <source>Suggestions from “{source}” withdrawn: {count}. Undo brings them back, as does opening an article while the source is on.</source>
        <translation>Vorschläge von „{source}“ zurückgezogen: {count}. „Rückgängig“ bringt sie zurück, ebenso das Öffnen eines Artikels, solange die Quelle eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Withdraw {count} from “{source}”</source>
        <translation>{count} von „{source}“ zurückziehen</translation>
    </message>
    <message>
        <source>Withdrawing…</source>
        <translation>Wird zurückgezogen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>A decision on a suggestion took {seconds} s (one decision)</source>
        <translation>Eine Entscheidung über einen Vorschlag dauerte {seconds} s (eine Entscheidung)</translation>
    </message>
    <message>
        <source>A decision on a suggestion took {seconds} s ({count} decisions)</source>
        <translation>Eine Entscheidung über einen Vorschlag dauerte {seconds}&#xa0;s ({count} Entscheidungen)</translation>
    </message>
    <message>
        <source>Accepted before this was recorded, and not counted: {count}.</source>
        <translation>Angenommen, bevor dies vermerkt wurde, und nicht mitgezählt: {count}.</translation>
    </message>
    <message>
        <source>Decided by sight, several at once, and not counted: {count}.</source>
        <translation>Mehrere auf einmal entschieden und nicht mitgezählt: {count}.</translation>
    </message>
    <message>
        <source>Labels: {labels}</source>
        <translation>Labels: {labels}</translation>
    </message>
    <message>
        <source>Left out, without a label in this project: {labels}</source>
        <translation>Ausgelassen, ohne Label in diesem Projekt: {labels}</translation>
    </message>
    <message>
        <source>No longer among the sources here, or its suggestions came with a file.</source>
        <translation>Nicht mehr unter den Quellen hier, oder die Vorschläge kamen mit einer Datei.</translation>
    </message>
    <message>
        <source>None of its suggestions has been looked at yet.</source>
        <translation>Noch keiner der Vorschläge wurde einzeln angesehen.</translation>
    </message>
    <message>
        <source>Of these changed later: {count}.</source>
        <translation>Davon später geändert: {count}.</translation>
    </message>
    <message>
        <source>Reads each article a second time with a larger model ({size}).</source>
        <translation>Liest jeden Artikel ein zweites Mal, mit einem größeren Modell ({size}).</translation>
    </message>
    <message>
        <source>Reads each article a second time with a larger model ({size}, about {count} words per second).</source>
        <translation>Liest jeden Artikel ein zweites Mal, mit einem größeren Modell ({size}, etwa {count} Wörter pro Sekunde).</translation>
    </message>
    <message>
        <source>a label by hand {seconds} s (one label)</source>
        <translation>ein Label von Hand {seconds} s (ein Label)</translation>
    </message>
    <message>
        <source>a label by hand {seconds} s ({count} labels)</source>
        <translation>ein Label von Hand {seconds}&#xa0;s ({count} Labels)</translation>
    </message>
    <message>
        <source>any language</source>
        <translation>jede Sprache</translation>
    </message>
    <message>
        <source>by rules</source>
        <translation>nach Regeln</translation>
    </message>
    <message>
        <source>from earlier decisions</source>
        <translation>aus früheren Entscheidungen</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>model for labels of any kind</source>
        <translation>Modell für beliebige Labels</translation>
    </message>
    <message>
        <source>no longer here</source>
        <translation>nicht mehr hier</translation>
    </message>
    <message>
        <source>phrases and patterns</source>
        <translation>Ausdrücke und Muster</translation>
    </message>
    <message>
        <source>used only when you ask it</source>
        <translation>wird nur auf Ihren Wunsch gefragt</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>{count} looked at one by one: {accepted} accepted as they were, {corrected} corrected, {rejected} rejected.</source>
        <translation>{count} einzeln angesehen: {accepted} unverändert angenommen, {corrected} korrigiert, {rejected} abgelehnt.</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>{pending} pending · {decided} decided</source>
        <translation>{pending} offen · {decided} entschieden</translation>
    </message>
    <message>
        <source>{told}, {by_hand}.</source>
        <translation>{told}, {by_hand}.</translation>
    </message>
    <message>
        <source>{told}.</source>
        <translation>{told}.</translation>
    </message>
</context>
<context>
    <name>SourcesWindow</name>
    <message>
        <source>&amp;Labels…</source>
        <translation>&amp;Labels&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Lists…</source>
        <translation>&amp;Listen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>In a package, whoever sent it decides about sources.</source>
        <translation>In einem Paket entscheidet über Quellen, wer es geschickt hat.</translation>
    </message>
    <message>
        <source>Language &amp;Model…</source>
        <translation>Sprach&amp;modell&#xa0;…</translation>
    </message>
    <message>
        <source>Sources of Suggestions</source>
        <translation>Quellen der Vorschläge</translation>
    </message>
    <message>
        <source>The rule “{rule}” is off.</source>
        <translation>Die Regel „{rule}“ ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>The rule “{rule}” is on again.</source>
        <translation>Die Regel „{rule}“ ist wieder eingeschaltet.</translation>
    </message>
    <message>
        <source>“{source}” is off in this project. Its suggestions stay until they are withdrawn.</source>
        <translation>„{source}“ ist in diesem Projekt ausgeschaltet. Die Vorschläge bleiben, bis sie zurückgezogen werden.</translation>
    </message>
    <message>
        <source>“{source}” is on again in this project.</source>
        <translation>„{source}“ ist in diesem Projekt wieder eingeschaltet.</translation>
    </message>
    <message>
        <source>“{source}” now makes suggestions.</source>
        <translation>„{source}“ macht ab jetzt Vorschläge.</translation>
    </message>
    <message>
        <source>“{source}” was removed.</source>
        <translation>„{source}“ wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>SpanFields</name>
    <message>
        <source>Click on a name ({names}), or select other words.</source>
        <translation>Einen Namen anklicken ({names}) oder andere Wörter auswählen.</translation>
    </message>
    <message>
        <source>Click on a name ({names}).</source>
        <translation>Einen Namen anklicken ({names}).</translation>
    </message>
    <message>
        <source>Click on another claim.</source>
        <translation>Eine andere Behauptung anklicken.</translation>
    </message>
    <message>
        <source>Click or select words of an article, or type or paste an address.</source>
        <translation>Wörter eines Artikels anklicken oder auswählen; auch eine Adresse lässt sich eingeben oder einfügen.</translation>
    </message>
    <message>
        <source>Click or select words.</source>
        <translation>Wörter anklicken oder auswählen.</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Zweifel</translation>
    </message>
    <message>
        <source>For yourself and other annotators.</source>
        <translation>Für später, auch für andere.</translation>
    </message>
    <message>
        <source>Its relation to another claim, in this or another article.</source>
        <translation>Beziehung zu einer anderen Behauptung, in diesem oder einem anderen Artikel.</translation>
    </message>
    <message>
        <source>More words…</source>
        <translation>Weitere Wörter&#xa0;…</translation>
    </message>
    <message>
        <source>Needs a second look.</source>
        <translation>Sollte noch einmal angesehen werden.</translation>
    </message>
    <message>
        <source>New source…</source>
        <translation>Neue Quelle&#xa0;…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Other claim</source>
        <translation>Andere Behauptung</translation>
    </message>
    <message>
        <source>Other words…</source>
        <translation>Andere Wörter&#xa0;…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Return edits it, Backspace removes it.</source>
        <translation>Eingabe bearbeitet es, Rücktaste entfernt es.</translation>
    </message>
    <message>
        <source>Return goes there, Backspace removes it.</source>
        <translation>Eingabe führt hin, Rücktaste entfernt es.</translation>
    </message>
    <message>
        <source>What supports or contradicts it: words of an article, or an address and a quote.</source>
        <translation>Was sie stützt oder ihr widerspricht: Wörter eines Artikels oder eine Adresse mit Zitat.</translation>
    </message>
    <message>
        <source>https://… and a quote</source>
        <translation>https://… und ein Zitat</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
</context>
<context>
    <name>SpanParts</name>
    <message>
        <source>Go to a name first.</source>
        <translation>Zuerst zu einem Namen gehen.</translation>
    </message>
    <message>
        <source>No label is active.</source>
        <translation>Kein Label ist gewählt.</translation>
    </message>
    <message>
        <source>Nothing would be left; Delete removes the label.</source>
        <translation>Es bliebe nichts übrig; Entf entfernt das Label.</translation>
    </message>
    <message>
        <source>Place the caret in the part, or select the words to remove.</source>
        <translation>Den Cursor in den Teil setzen oder die Wörter auswählen, die wegfallen sollen.</translation>
    </message>
    <message>
        <source>Select words to add to the last active label.</source>
        <translation>Wörter auswählen, die zum zuletzt gewählten Label kommen sollen.</translation>
    </message>
    <message>
        <source>add to “{words}”</source>
        <translation>zu „{words}“ hinzufügen</translation>
    </message>
    <message>
        <source>remove this part</source>
        <translation>diesen Teil entfernen</translation>
    </message>
    <message>
        <source>switch: part, derived, whole word</source>
        <translation>wechseln: Teil, abgeleitet, ganzes Wort</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>&amp;New label</source>
        <translation>&amp;Neues Label</translation>
    </message>
    <message>
        <source>&amp;Short name in files</source>
        <translation>K&amp;urzname in Dateien</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Find words</source>
        <translation>Wörter suchen</translation>
    </message>
    <message>
        <source>It takes over the “{name}” labels on these words:</source>
        <translation>Es übernimmt „{name}“ an diesen Wörtern:</translation>
    </message>
    <message>
        <source>Name of the new label</source>
        <translation>Name des neuen Labels</translation>
    </message>
    <message>
        <source>Nothing is ticked: the new label starts unused.</source>
        <translation>Nichts ist angehakt: Das neue Label ist anfangs unbenutzt.</translation>
    </message>
    <message>
        <source>Split “{name}”</source>
        <translation>„{name}“ teilen</translation>
    </message>
    <message>
        <source>Tick &amp;All in the List</source>
        <translation>&amp;Alle in der Liste anhaken</translation>
    </message>
    <message>
        <source>Tick &amp;None</source>
        <translation>&amp;Keines anhaken</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Words labelled “{name}”</source>
        <translation>Wörter mit dem Label „{name}“</translation>
    </message>
    <message>
        <source>{labels} get the new label.</source>
        <translation>Das neue Label bekommen: {labels}.</translation>
    </message>
</context>
<context>
    <name>SplitOptions</name>
    <message>
        <source>Copies of a story always stay in the same split.</source>
        <translation>Kopien einer Meldung bleiben immer im selben Teil.</translation>
    </message>
    <message>
        <source>Enter three whole numbers that add up to 100, such as 80/10/10.</source>
        <translation>Nötig sind drei ganze Zahlen, die zusammen 100 ergeben, zum Beispiel 80/10/10.</translation>
    </message>
    <message>
        <source>Keep this split for later exports</source>
        <translation>Diese Aufteilung für spätere Exporte behalten</translation>
    </message>
    <message>
        <source>Per cent for train, dev and test</source>
        <translation>Prozent für train, dev und test</translation>
    </message>
    <message>
        <source>Replace the kept split</source>
        <translation>Behaltene Aufteilung ersetzen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>Aufteilen nach</translation>
    </message>
    <message>
        <source>Split into train, dev and test:</source>
        <translation>In train, dev und test aufteilen:</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>by date, newest in test</source>
        <translation>Datum, die neuesten in test</translation>
    </message>
    <message>
        <source>each publisher in one split</source>
        <translation>Medium, jedes in einem Teil</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>No open article is left. File → Export… writes what you labelled.</source>
        <translation>Kein Artikel ist mehr offen. Datei → Exportieren&#xa0;… schreibt Ihre Labels in eine Datei.</translation>
    </message>
    <message>
        <source>One step undone.</source>
        <translation>Ein Schritt zurückgenommen.</translation>
    </message>
    <message>
        <source>Redoing: {percent}%</source>
        <translation>Wird wiederholt: {percent} %</translation>
    </message>
    <message>
        <source>Redone in {count} articles: {step}.</source>
        <translation>In {count} Artikeln wiederholt: {step}.</translation>
    </message>
    <message>
        <source>Redone: {step}.</source>
        <translation>Wiederholt: {step}.</translation>
    </message>
    <message>
        <source>The article has not changed since then.</source>
        <translation>Seitdem hat sich am Artikel nichts geändert.</translation>
    </message>
    <message>
        <source>This package is done: close the program and send {file} back.</source>
        <translation>Dieses Paket ist fertig: Schließen Sie das Programm und schicken Sie {file} zurück.</translation>
    </message>
    <message>
        <source>Title search or filters hide the open articles that are left.</source>
        <translation>Titelsuche oder Filter verbergen die Artikel, die noch offen sind.</translation>
    </message>
    <message>
        <source>Undoing: {percent}%</source>
        <translation>Wird zurückgenommen: {percent} %</translation>
    </message>
    <message>
        <source>Undone in {count} articles: {step}.</source>
        <translation>In {count} Artikeln zurückgenommen: {step}.</translation>
    </message>
    <message>
        <source>Undone: {step}.</source>
        <translation>Zurückgenommen: {step}.</translation>
    </message>
    <message>
        <source>{count} steps undone.</source>
        <translation>{count} Schritte zurückgenommen.</translation>
    </message>
    <message>
        <source>“{title}” is done.</source>
        <translation>„{title}“ ist fertig.</translation>
    </message>
    <message>
        <source>“{title}” is done. Suggestions left: {count}.</source>
        <translation>„{title}“ ist fertig. Offene Vorschläge: {count}.</translation>
    </message>
    <message>
        <source>“{title}” is open again.</source>
        <translation>„{title}“ ist wieder offen.</translation>
    </message>
    <message>
        <source>“{title}” is skipped.</source>
        <translation>„{title}“ ist übersprungen.</translation>
    </message>
</context>
<context>
    <name>SuggestionFilters</name>
    <message>
        <source>Certainty</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>How certain they are</source>
        <translation>Wie sicher sie sind</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Label to show</source>
        <translation>Angezeigtes Label</translation>
    </message>
    <message>
        <source>Only suggestions with these words</source>
        <translation>Nur Vorschläge mit diesen Wörtern</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Source to show</source>
        <translation>Angezeigte Quelle</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
</context>
<context>
    <name>SuggestionPanel</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Zweifel</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the suggestions</source>
        <translation>Vorschläge filtern</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Sort order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Suggestions are held back in 5% of the sentences.</source>
        <translation>In 5&#xa0;% der Sätze werden Vorschläge zurückgehalten.</translation>
    </message>
    <message>
        <source>Suggestions that are filtered out are hidden in the article, too, and no key accepts them.</source>
        <translation>Ausgefilterte Vorschläge sind auch im Artikel ausgeblendet, und keine Taste nimmt sie an.</translation>
    </message>
    <message>
        <source>This article is neither German nor English, so the built-in models do not read it.</source>
        <translation>Dieser Artikel ist weder deutsch noch englisch; die mitgelieferten Modelle lesen ihn nicht.</translation>
    </message>
    <message>
        <source>none open</source>
        <translation>keine offen</translation>
    </message>
    <message>
        <source>still coming</source>
        <translation>werden noch berechnet</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} offen</translation>
    </message>
    <message>
        <source>{shown} of {count}</source>
        <translation>{shown} von {count}</translation>
    </message>
    <message>
        <source>{shown} of {count} open</source>
        <translation>{shown} von {count} offen</translation>
    </message>
</context>
<context>
    <name>SureButton</name>
    <message>
        <source>Accept 1 Sure Suggestion</source>
        <translation>1 sicheren annehmen</translation>
    </message>
    <message>
        <source>Accept Sure Suggestions</source>
        <translation>Sichere Vorschläge annehmen</translation>
    </message>
    <message>
        <source>Accept the visible sure suggestions ({key}).</source>
        <translation>Nimmt die sichtbaren sicheren Vorschläge an ({key}).</translation>
    </message>
    <message>
        <source>Accept {count} Sure Suggestions</source>
        <translation>{count} sichere annehmen</translation>
    </message>
    <message>
        <source>{key} accepts all visible ones. You are asked about the doubtful ones before the article is done.</source>
        <translation>{key} nimmt alle sichtbaren an. Nach den zweifelhaften werden Sie gefragt, bevor der Artikel fertig ist.</translation>
    </message>
</context>
<context>
    <name>TakenAlong</name>
    <message>
        <source>{names} were labelled along with the claim.</source>
        <translation>{names} wurden mit der Behauptung annotiert.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>“{name}” was labelled along with the claim.</source>
        <translation>„{name}“ wurde mit der Behauptung annotiert.</translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>First apply or discard your changes in Labels and Guidelines.</source>
        <translation>Zuerst die Änderungen in „Labels und Leitfaden“ anwenden oder verwerfen.</translation>
    </message>
</context>
<context>
    <name>TalkOpener</name>
    <message>
        <source>Labels of others (view only)</source>
        <translation>Labels anderer, nur zum Ansehen</translation>
    </message>
    <message>
        <source>No longer reviewed by you.</source>
        <translation>Nicht mehr von Ihnen geprüft.</translation>
    </message>
    <message>
        <source>Reviewed.</source>
        <translation>Geprüft.</translation>
    </message>
    <message>
        <source>Select words or go to a label first.</source>
        <translation>Wählen Sie zuerst Wörter aus oder gehen Sie zu einem Label.</translation>
    </message>
    <message>
        <source>back to the suggestions</source>
        <translation>zurück zu den Vorschlägen</translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message>
        <source>Articles taken back from {annotator}: {count}.</source>
        <translation>Artikel von {annotator} zurückgenommen: {count}.</translation>
    </message>
    <message>
        <source>Deal Articles…</source>
        <translation>Artikel zuteilen&#xa0;…</translation>
    </message>
    <message>
        <source>One article dealt.</source>
        <translation>Ein Artikel zugeteilt.</translation>
    </message>
    <message>
        <source>One package written to {folder}.</source>
        <translation>Ein Paket in {folder} geschrieben.</translation>
    </message>
    <message>
        <source>Write Packages…</source>
        <translation>Pakete schreiben&#xa0;…</translation>
    </message>
    <message>
        <source>{count} articles dealt.</source>
        <translation>{count} Artikel zugeteilt.</translation>
    </message>
    <message>
        <source>{count} packages written to {folder}.</source>
        <translation>{count} Pakete in {folder} geschrieben.</translation>
    </message>
    <message>
        <source>{file}: package for {annotator} from {project}</source>
        <translation>{file}: Paket für {annotator} aus {project}</translation>
    </message>
    <message>
        <source>{file}: package from {project}</source>
        <translation>{file}: Paket aus {project}</translation>
    </message>
    <message>
        <source>{project} packages</source>
        <translation>{project} Pakete</translation>
    </message>
</context>
<context>
    <name>Tiers</name>
    <message>
        <source>If you accept, {names} are labelled, too.</source>
        <translation>Beim Annehmen werden auch {names} annotiert.</translation>
    </message>
    <message>
        <source>If you accept, {names} is labelled, too.</source>
        <translation>Beim Annehmen wird auch {names} annotiert.</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>At most {count} a month</source>
        <translation>höchstens {count} im Monat</translation>
    </message>
    <message>
        <source>Claims by month</source>
        <translation>Behauptungen nach Monaten</translation>
    </message>
    <message>
        <source>No claim with a date</source>
        <translation>Keine Behauptung mit Datum</translation>
    </message>
</context>
<context>
    <name>TokenColumns</name>
    <message>
        <source>Choose what each column of {file} holds: one has the tokens, one or more have labels.</source>
        <translation>Wählen Sie, was in den Spalten von {file} steht: Eine enthält die Wörter (Token), eine oder mehrere enthalten Labels.</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Die ersten Zeilen der Datei</translation>
    </message>
    <message>
        <source>One column must be the token, and another a label</source>
        <translation>Eine Spalte muss die Token enthalten, eine andere Labels</translation>
    </message>
    <message>
        <source>Role of column {number}</source>
        <translation>Inhalt von Spalte {number}</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht lesen</translation>
    </message>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
</context>
<context>
    <name>ToldDialog</name>
    <message>
        <source>Notes on the Import</source>
        <translation>Hinweise zum Import</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Annotator</source>
        <translation>Annotiert von</translation>
    </message>
    <message>
        <source>Click for the list of sources</source>
        <translation>Ein Klick zeigt die Quellen</translation>
    </message>
    <message>
        <source>Click to work as somebody else</source>
        <translation>Klicken, um unter einem anderen Namen zu arbeiten</translation>
    </message>
    <message>
        <source>Language of the article</source>
        <translation>Sprache des Artikels</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>The bars in the article list show the same share.</source>
        <translation>Die Balken in der Artikelliste zeigen denselben Anteil.</translation>
    </message>
    <message>
        <source>This package is for {annotator}</source>
        <translation>Dieses Paket ist für {annotator}</translation>
    </message>
    <message>
        <source>package from {project}</source>
        <translation>Paket aus {project}</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesbar</translation>
    </message>
    <message>
        <source>{language}. Click to change it</source>
        <translation>{language}. Zum Ändern klicken</translation>
    </message>
    <message>
        <source>{read} of {count} sentences read</source>
        <translation>{read} von {count} Sätzen gelesen</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept a suggestion</source>
        <translation>Einen Vorschlag annehmen</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Choose a proposed field</source>
        <translation>Vorgeschlagenes Feld wählen</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>Correct a suggestion</source>
        <translation>Einen Vorschlag korrigieren</translation>
    </message>
    <message>
        <source>Done and continue</source>
        <translation>Fertig und weiter</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export your labels</source>
        <translation>Die Labels exportieren</translation>
    </message>
    <message>
        <source>Finish the article</source>
        <translation>Den Artikel abschließen</translation>
    </message>
    <message>
        <source>Label a claim</source>
        <translation>Eine Behauptung anlegen</translation>
    </message>
    <message>
        <source>Label words yourself</source>
        <translation>Selbst ein Label vergeben</translation>
    </message>
    <message>
        <source>Labels become training data when you export them. Choose a format, then a place for the file.</source>
        <translation>Beim Export werden aus Labels Trainingsdaten. Wählen Sie ein Format, dann einen Ort für die Datei.</translation>
    </message>
    <message>
        <source>Look at the claim’s card</source>
        <translation>Die Karte der Behauptung ansehen</translation>
    </message>
    <message>
        <source>Mark an article as done when you have read it. If open questions are listed, press the key again.</source>
        <translation>Schließen Sie einen gelesenen Artikel ab. Werden offene Fragen gezeigt, drücken Sie die Taste noch einmal.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reject a suggestion</source>
        <translation>Einen Vorschlag ablehnen</translation>
    </message>
    <message>
        <source>Remove, if already accepted</source>
        <translation>Entfernen, falls angenommen</translation>
    </message>
    <message>
        <source>Select the sentence</source>
        <translation>Satz auswählen</translation>
    </message>
    <message>
        <source>Select the word</source>
        <translation>Wort auswählen</translation>
    </message>
    <message>
        <source>Somebody’s view is reported here. Select the whole sentence and label it as a claim.</source>
        <translation>Hier steht, wie jemand etwas sieht. Machen Sie den ganzen Satz zur Behauptung.</translation>
    </message>
    <message>
        <source>That is all you need</source>
        <translation>Mehr brauchen Sie nicht</translation>
    </message>
    <message>
        <source>Your claim’s card is on the right. Dashed fields are only proposed: accept one.</source>
        <translation>Sie steht rechts. Gestrichelte Felder sind nur vorgeschlagen; nehmen Sie eines an.</translation>
    </message>
    <message>
        <source>Your own articles: File → New Project, then drop files on the window. F1 shows every key; Help → Take the Tour starts this again.</source>
        <translation>Eigene Artikel: Datei → Neues Projekt, dann Dateien auf das Fenster ziehen. F1 zeigt alle Tasten, Hilfe → Rundgang beginnt von vorn.</translation>
    </message>
    <message>
        <source>“{words}” is a company. The key of a label corrects the suggestion, or accepts it if it is right.</source>
        <translation>„{words}“ ist hier eine Firma. Die Taste eines Labels korrigiert den Vorschlag oder nimmt ihn an, wenn er stimmt.</translation>
    </message>
    <message>
        <source>“{words}” is a firm too; in lower case it is easily missed. Select the word and label it.</source>
        <translation>„{words}“ ist auch eine Firma; kleingeschrieben übersieht man sie leicht. Wählen Sie das Wort aus und geben Sie ihm ein Label.</translation>
    </message>
    <message>
        <source>“{words}” is not a name at all. Reject the suggestion.</source>
        <translation>„{words}“ ist gar kein Name. Lehnen Sie den Vorschlag ab.</translation>
    </message>
    <message>
        <source>“{words}” is suggested as a person, and that is right. Accept it.</source>
        <translation>„{words}“ ist zu Recht als Person vorgeschlagen. Nehmen Sie den Vorschlag an.</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Back to {project}</source>
        <translation>Zurück zu {project}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>End Tour</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Show the Words</source>
        <translation>Stelle zeigen</translation>
    </message>
    <message>
        <source>Skip Step</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
</context>
<context>
    <name>Touring</name>
    <message>
        <source>Back to {project}</source>
        <translation>Zurück zu {project}</translation>
    </message>
    <message>
        <source>The tour is over.</source>
        <translation>Der Rundgang ist beendet.</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
</context>
<context>
    <name>TrainingWindow</name>
    <message>
        <source>By label only: labels with other boundaries count as found here.</source>
        <translation>Nur nach dem Label: Andere Grenzen gelten hier als gefunden.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Confusions</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Evaluating…</source>
        <translation>Wird ausgewertet&#xa0;…</translation>
    </message>
    <message>
        <source>In per cent. Precision: how much of what was found is right. Recall: how much of what is labelled was found. F1 combines both; in F1 (partial), labels with other boundaries count half.</source>
        <translation>In Prozent. Genauigkeit: wie viel des Gefundenen stimmt. Trefferquote: wie viel des Annotierten gefunden wurde. F1 fasst beides zusammen; in F1 (teilweise) zählen Labels mit anderen Grenzen halb.</translation>
    </message>
    <message>
        <source>Learning Curve</source>
        <translation>Lernkurve</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>No articles were left for testing, so nobody knows how it does on new ones: label more first.</source>
        <translation>Zum Testen blieb kein Artikel übrig; wie gut das Modell bei neuen ist, lässt sich nicht sagen. Zuerst mehr Artikel annotieren.</translation>
    </message>
    <message>
        <source>Nothing is trained yet.</source>
        <translation>Noch ist nichts trainiert.</translation>
    </message>
    <message>
        <source>Only one article was evaluated: its scores say little about others.</source>
        <translation>Nur ein Artikel wurde ausgewertet: Seine Scores sagen wenig über andere.</translation>
    </message>
    <message>
        <source>Only {count} articles were evaluated: their scores say little about others.</source>
        <translation>Nur {count} Artikel wurden ausgewertet: Ihre Scores sagen wenig über andere.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>The last trained pipeline is in {folder}.</source>
        <translation>Die zuletzt trainierte Pipeline liegt in {folder}.</translation>
    </message>
    <message>
        <source>There is no score: it was trained in the language of most articles, and no test article is in this language. To get one, label more articles in it.</source>
        <translation>Es gibt keinen Score: Trainiert wurde in der Sprache der meisten Artikel, und kein Testartikel ist in ihr geschrieben. Annotieren Sie mehr Artikel in dieser Sprache.</translation>
    </message>
    <message>
        <source>To raise F1 by 2 points over all labels: {forecast}.</source>
        <translation>Für 2 Punkte mehr F1 über alle Labels: {forecast}.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Train and Evaluate a Model</source>
        <translation>Modell trainieren und auswerten</translation>
    </message>
    <message>
        <source>Trained. Articles: {train} train, {dev} dev, {test} test.</source>
        <translation>Trainiert. Artikel: {train} Training, {dev} Dev, {test} Test.</translation>
    </message>
    <message>
        <source>Training continues. Project → Train and Evaluate a Model shows it again.</source>
        <translation>Das Training läuft weiter. Projekt → Modell trainieren und auswerten zeigt es wieder.</translation>
    </message>
    <message>
        <source>Training four times…</source>
        <translation>Wird viermal trainiert&#xa0;…</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>Wird trainiert&#xa0;…</translation>
    </message>
    <message>
        <source>You have no labels here. Choose whose labels to learn from.</source>
        <translation>Sie haben hier keine Labels. Wählen Sie, aus wessen Labels gelernt wird.</translation>
    </message>
    <message>
        <source>evaluated on one article</source>
        <translation>ausgewertet an einem Artikel</translation>
    </message>
    <message>
        <source>evaluated on {count} articles</source>
        <translation>ausgewertet an {count} Artikeln</translation>
    </message>
    <message>
        <source>{count} of the labels found were accepted from its own suggestions, so the scores look better than they are.</source>
        <translation>{count} der gefundenen Labels sind angenommene Vorschläge des Modells selbst; das beschönigt die Scores.</translation>
    </message>
    <message>
        <source>{right} of {all} labels found exactly. Articles: {count}.</source>
        <translation>{right} von {all} Labels genau gefunden. Artikel: {count}.</translation>
    </message>
</context>
<context>
    <name>TriageHead</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>TriageList</name>
    <message>
        <source>Suggestions in the project</source>
        <translation>Vorschläge im Projekt</translation>
    </message>
</context>
<context>
    <name>TriagePage</name>
    <message>
        <source>Accept {count}</source>
        <translation>{count} annehmen</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Zweifel</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>No suggestion matches.</source>
        <translation>Kein passender Vorschlag.</translation>
    </message>
    <message>
        <source>Nothing left to decide.</source>
        <translation>Es ist nichts mehr zu entscheiden.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Reject {count}</source>
        <translation>{count} ablehnen</translation>
    </message>
    <message>
        <source>Searching all articles…</source>
        <translation>Alle Artikel werden durchsucht&#xa0;…</translation>
    </message>
    <message>
        <source>Storing…</source>
        <translation>Wird gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>accept, reject</source>
        <translation>annehmen, ablehnen</translation>
    </message>
    <message>
        <source>all that match</source>
        <translation>alle passenden</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>filter by words</source>
        <translation>nach Wörtern filtern</translation>
    </message>
    <message>
        <source>{count} suggestions accepted, {articles}.</source>
        <translation>{count} Vorschläge angenommen, {articles}.</translation>
    </message>
    <message>
        <source>{count} suggestions rejected, {articles}.</source>
        <translation>{count} Vorschläge abgelehnt, {articles}.</translation>
    </message>
    <message>
        <source>{match} of {count} pending, {articles}</source>
        <translation>{match} von {count} offen, {articles}</translation>
    </message>
    <message>
        <source>{match} of {count} pending, {articles}; the first {shown} are listed</source>
        <translation>{match} von {count} offen, {articles}; die ersten {shown} stehen in der Liste</translation>
    </message>
</context>
<context>
    <name>TruthPage</name>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>By day or month of the last decision on a suggestion looked at one by one.</source>
        <translation>Nach Tag oder Monat der letzten Entscheidung über einen einzeln angesehenen Vorschlag.</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Nach Label</translation>
    </message>
    <message>
        <source>By score</source>
        <translation>Nach Score</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Decisions about its suggestions are counted here, once there are any.</source>
        <translation>Hier wird gezählt, was aus den Vorschlägen wird, sobald es welche gibt.</translation>
    </message>
    <message>
        <source>Each time it learns, a row is added here.</source>
        <translation>Nach jedem Lernen kommt hier eine Zeile hinzu.</translation>
    </message>
    <message>
        <source>F1 after</source>
        <translation>F1 nachher</translation>
    </message>
    <message>
        <source>F1 before</source>
        <translation>F1 vorher</translation>
    </message>
    <message>
        <source>F1 on held-out articles, %; hollow: not adopted</source>
        <translation>F1 an zurückgehaltenen Artikeln in&#xa0;%; hohl: nicht übernommen</translation>
    </message>
    <message>
        <source>Figures appear here once its suggestions have been looked at one by one.</source>
        <translation>Kennzahlen stehen hier, sobald Vorschläge einzeln angesehen wurden.</translation>
    </message>
    <message>
        <source>In use: the original model.</source>
        <translation>Verwendet wird das ursprüngliche Modell.</translation>
    </message>
    <message>
        <source>In use: what was learnt from {count} articles.</source>
        <translation>Verwendet wird, was aus {count} Artikeln gelernt wurde.</translation>
    </message>
    <message>
        <source>Influence</source>
        <translation>Einfluss</translation>
    </message>
    <message>
        <source>It has learnt nothing in this project yet: models learn after ten finished articles.</source>
        <translation>In diesem Projekt wurde noch nichts gelernt: Modelle lernen nach zehn fertigen Artikeln.</translation>
    </message>
    <message>
        <source>It is tried again in another version, or after Project → Renew Suggestions.</source>
        <translation>Ein neuer Versuch folgt in einer anderen Version oder nach Projekt → Vorschläge erneuern.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Likely range</source>
        <translation>Wahrscheinliche Spanne</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Mittlerer Score</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Übersehen</translation>
    </message>
    <message>
        <source>No decisions yet.</source>
        <translation>Noch nichts entschieden.</translation>
    </message>
    <message>
        <source>On average, scores and the share accepted are {points} points apart.</source>
        <translation>Score und angenommener Anteil liegen im Mittel {points} Punkte auseinander.</translation>
    </message>
    <message>
        <source>Over Time</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Precision, %</source>
        <translation>Genauigkeit in&#xa0;%</translation>
    </message>
    <message>
        <source>Precision: share accepted as suggested, of those looked at one by one. Missed: labelled by hand where nothing was suggested, in articles that it has read. Recall: share of all labels that it suggested, whatever label or boundaries.</source>
        <translation>Genauigkeit: unverändert angenommener Anteil der einzeln angesehenen Vorschläge. Übersehen: von Hand vergeben, wo nichts vorgeschlagen war, in Artikeln, die sie gelesen hat. Trefferquote: vorgeschlagener Anteil an allen Labels, auch mit anderem Label oder anderen Grenzen.</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>Verlässlichkeit</translation>
    </message>
    <message>
        <source>Revert to the Previous Model</source>
        <translation>Zurück zum vorigen Modell</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Scores can be compared once you have accepted or rejected suggestions with a score.</source>
        <translation>Scores lassen sich vergleichen, sobald Vorschläge mit Score angenommen oder abgelehnt wurden.</translation>
    </message>
    <message>
        <source>What a model learns from finished articles is adopted only if it does better on held-out ones.</source>
        <translation>Was ein Modell aus fertigen Artikeln lernt, wird nur übernommen, wenn es an zurückgehaltenen Artikeln besser ist.</translation>
    </message>
    <message>
        <source>What was learnt from {count} articles was for another version of the model and is no longer used.</source>
        <translation>Was aus {count} Artikeln gelernt wurde, gehört zu einer anderen Version des Modells und wird nicht mehr verwendet.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{words} Decided without a score: {count}.</source>
        <translation>{words} Ohne Score entschieden: {count}.</translation>
    </message>
    <message>
        <source>{words} There are too few decisions to tell yet.</source>
        <translation>{words} Für ein Urteil sind es noch zu wenige Entscheidungen.</translation>
    </message>
</context>
<context>
    <name>TryLonger</name>
    <message>
        <source>&amp;Try Longer</source>
        <translation>&amp;Länger versuchen</translation>
    </message>
    <message>
        <source>Read the selected file with ten times as much time and memory</source>
        <translation>Die ausgewählte Datei mit zehnmal so viel Zeit und Speicher lesen</translation>
    </message>
</context>
<context>
    <name>ValueField</name>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}: {value}</translation>
    </message>
</context>
<context>
    <name>ValueForm</name>
    <message>
        <source>&amp;Examples</source>
        <translation>&amp;Beispiele</translation>
    </message>
    <message>
        <source>Examples, each on a line</source>
        <translation>Beispiele, eines pro Zeile</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>No label with unchanged words is left.</source>
        <translation>Kein Label mit gleichem Wortlaut ist noch offen.</translation>
    </message>
    <message>
        <source>One label accepted.</source>
        <translation>Ein Label angenommen.</translation>
    </message>
    <message>
        <source>This article now replaces “{title}”, which is set aside with its labels.</source>
        <translation>Dieser Artikel ersetzt jetzt „{title}“; der alte ist mit seinen Labels beiseitegelegt.</translation>
    </message>
    <message>
        <source>Title of the article that this one replaces</source>
        <translation>Titel des Artikels, den dieser ersetzt</translation>
    </message>
    <message>
        <source>{count} labels accepted, in one step.</source>
        <translation>{count} Labels angenommen, in einem Schritt.</translation>
    </message>
    <message>
        <source>“{title}” is back in the list.</source>
        <translation>„{title}“ steht wieder in der Liste.</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>&amp;Accept Unchanged</source>
        <translation>&amp;Unveränderte annehmen</translation>
    </message>
    <message>
        <source>Click a row to go to its place in the article.</source>
        <translation>Ein Klick führt zur Stelle im Artikel.</translation>
    </message>
    <message>
        <source>Comparing both versions…</source>
        <translation>Beide Fassungen werden verglichen&#xa0;…</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Labels of the Old Version</source>
        <translation>Labels der alten Fassung</translation>
    </message>
    <message>
        <source>Labels of the old version</source>
        <translation>Labels der alten Fassung</translation>
    </message>
    <message>
        <source>Labels: {all}. Words missing: {gone}, words changed: {changed}, unchanged: {same}.</source>
        <translation>Labels: {all}. Wörter fehlen: {gone}, Wortlaut geändert: {changed}, unverändert: {same}.</translation>
    </message>
    <message>
        <source>Restore &amp;Old Version</source>
        <translation>&amp;Alte Fassung zurückholen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Words before</source>
        <translation>Wortlaut zuvor</translation>
    </message>
    <message>
        <source>Words now</source>
        <translation>Wortlaut jetzt</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>words changed</source>
        <translation>Wortlaut geändert</translation>
    </message>
    <message>
        <source>words missing</source>
        <translation>Wörter fehlen</translation>
    </message>
    <message>
        <source>{fate}, decided</source>
        <translation>{fate}, entschieden</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>New Project…</source>
        <translation>Neues Projekt&#xa0;…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Or drop files here: a project opens, articles make a new project.</source>
        <translation>Oder Dateien hierher ziehen: Ein Projekt öffnet sich, aus Artikeln wird ein neues Projekt.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Spanwright</source>
        <translation>Spanwright</translation>
    </message>
    <message>
        <source>Try the Sample Project</source>
        <translation>Beispielprojekt ansehen</translation>
    </message>
    <message>
        <source>Turn articles into training data: label names and claims, decide on suggestions with one key. Every decision is stored at once.</source>
        <translation>Aus Artikeln werden Trainingsdaten: Namen und Behauptungen annotieren, über Vorschläge mit einer Taste entscheiden. Jede Entscheidung ist sofort gespeichert.</translation>
    </message>
</context>
<context>
    <name>WhoseChooser</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Whose labels</source>
        <translation>Wessen Labels</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>allen</translation>
    </message>
    <message>
        <source>{name} ({count})</source>
        <translation>{name} ({count})</translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>WordJump</name>
    <message>
        <source>No visible word begins with “{letters}”.</source>
        <translation>Kein sichtbares Wort beginnt mit „{letters}“.</translation>
    </message>
</context>
<context>
    <name>WordParts</name>
    <message>
        <source>“{part}” is part of “{word}”. Token-based formats such as spaCy’s omit it unless the export widens it to the whole word or splits the word.</source>
        <translation>„{part}“ ist ein Teil von „{word}“. Token-basierte Formate wie das von spaCy lassen ihn aus, sofern der Export ihn nicht auf das ganze Wort erweitert oder das Wort teilt.</translation>
    </message>
</context>
<context>
    <name>Worth</name>
    <message>
        <source>No check-worthy sentence is left in this article.</source>
        <translation>In diesem Artikel ist kein prüfenswerter Satz mehr offen.</translation>
    </message>
    <message>
        <source>Sentences are ranked in German and English articles only.</source>
        <translation>Nur Sätze deutscher und englischer Artikel werden nach ihrem Prüfwert geordnet.</translation>
    </message>
    <message>
        <source>The sentences are still being ranked.</source>
        <translation>Die Sätze werden noch geordnet.</translation>
    </message>
</context>
<context>
    <name>WorthCorners</name>
    <message>
        <source>Worth checking: rank {rank} of {count} sentences</source>
        <translation>Prüfenswert: Rang {rank} von {count} Sätzen</translation>
    </message>
</context>
<context>
    <name>_Legend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>_Tabs</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
</context>
</TS>
