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
        <source>Labels names and claims in news articles. Everything stays on this machine.</source>
        <translation>Markiert Namen und Behauptungen in Nachrichtenartikeln. Alles bleibt auf diesem Rechner.</translation>
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
        <source>Words of the licence</source>
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
        <translation>&amp;Annotiert von&#xa0;…</translation>
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
        <source>&amp;Clean Reading</source>
        <translation>Reine &amp;Leseansicht</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation>Dia&amp;gnose&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Done, Go On</source>
        <translation>&amp;Fertig, weiter</translation>
    </message>
    <message>
        <source>&amp;Doubt</source>
        <translation>&amp;Zweifel</translation>
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
        <translation>Markierungen verbin&amp;den</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>Alle &amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Tasten ändern&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Markierung</translation>
    </message>
    <message>
        <source>&amp;Left Panel</source>
        <translation>Linke Sp&amp;alte</translation>
    </message>
    <message>
        <source>&amp;Names Not Treated Alike…</source>
        <translation>Uneinh&amp;eitlich behandelte Namen&#xa0;…</translation>
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
        <source>&amp;Skip, Go On</source>
        <translation>Über&amp;springen, weiter</translation>
    </message>
    <message>
        <source>&amp;Suggestions in the Project…</source>
        <translation>&amp;Vorschläge im Projekt&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Train and Judge a Model…</source>
        <translation>Modell &amp;trainieren und beurteilen&#xa0;…</translation>
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
        <translation>Person oder Stelle z&amp;uordnen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Word by Its Letters</source>
        <translation>Wort nach An&amp;fangsbuchstaben</translation>
    </message>
    <message>
        <source>Accept All in &amp;Sight</source>
        <translation>Alle &amp;sichtbaren annehmen</translation>
    </message>
    <message>
        <source>Accept All in Sig&amp;ht, Go On</source>
        <translation>Alles im Blick annehmen, &amp;weiter</translation>
    </message>
    <message>
        <source>Accept Labels Whose Words Are the Same</source>
        <translation>Markierungen mit gleichem Wortlaut annehmen</translation>
    </message>
    <message>
        <source>Accept S&amp;ure Ones in Sight</source>
        <translation>Sic&amp;here im Blick annehmen</translation>
    </message>
    <message>
        <source>Add Words to Label</source>
        <translation>Wörter zur Markierung hinzufügen</translation>
    </message>
    <message>
        <source>All &amp;Occurrences…</source>
        <translation>A&amp;lle Vorkommen&#xa0;…</translation>
    </message>
    <message>
        <source>Always Exclude Paragraphs Like This…</source>
        <translation>Solche immer ausschließen&#xa0;…</translation>
    </message>
    <message>
        <source>Another Claim on These Words</source>
        <translation>Noch eine Behauptung hier</translation>
    </message>
    <message>
        <source>Ask for Suggestions Ane&amp;w</source>
        <translation>Vorschläge ne&amp;u anfordern</translation>
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
        <source>Cards of Claims beside the Te&amp;xt</source>
        <translation>Behau&amp;ptungen neben dem Text</translation>
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
        <source>Claims of the Article</source>
        <translation>Behauptungen des Artikels</translation>
    </message>
    <message>
        <source>Colours of the System</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Command &amp;Palette…</source>
        <translation>Befehls&amp;palette&#xa0;…</translation>
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
        <source>Exclude Page F&amp;urniture</source>
        <translation>&amp;Beiwerk ausschließen</translation>
    </message>
    <message>
        <source>Find in A&amp;ll Articles…</source>
        <translation>In allen Artikeln s&amp;uchen&#xa0;…</translation>
    </message>
    <message>
        <source>From the Claim Along Its Lin&amp;ks</source>
        <translation>Von der Behauptung zu &amp;ihren Bezügen</translation>
    </message>
    <message>
        <source>From the Claim to Ano&amp;ther Article</source>
        <translation>Von der Behauptung zu einem anderen Artike&amp;l</translation>
    </message>
    <message>
        <source>Gu&amp;idelines</source>
        <translation>Leit&amp;faden</translation>
    </message>
    <message>
        <source>Higher</source>
        <translation>Höher</translation>
    </message>
    <message>
        <source>Higher Priority</source>
        <translation>Höhere Priorität</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Am höchsten</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>In This Article</source>
        <translation>In diesem Artikel</translation>
    </message>
    <message>
        <source>La&amp;bels to Look at Again…</source>
        <translation>Noch einma&amp;l ansehen&#xa0;…</translation>
    </message>
    <message>
        <source>Label the Article…</source>
        <translation>Artikel einordnen&#xa0;…</translation>
    </message>
    <message>
        <source>Label the Same Words Besides…</source>
        <translation>Denselben Wörtern noch ein Label geben&#xa0;…</translation>
    </message>
    <message>
        <source>Labels of the Old Version…</source>
        <translation>Markierungen der alten Fassung&#xa0;…</translation>
    </message>
    <message>
        <source>Last Label A&amp;gain</source>
        <translation>Letztes Label n&amp;ochmals</translation>
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
        <translation>Zeichen an prüfens&amp;werten Sätzen</translation>
    </message>
    <message>
        <source>N&amp;umbers…</source>
        <translation>Za&amp;hlen&#xa0;…</translation>
    </message>
    <message>
        <source>Names of La&amp;bels</source>
        <translation>Labelna&amp;men</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>Schmal</translation>
    </message>
    <message>
        <source>Ne&amp;xt of Overlapping Labels</source>
        <translation>Nächste überla&amp;ppende Markierung</translation>
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
        <translation>Nächster &amp;unmarkierter Name</translation>
    </message>
    <message>
        <source>Next La&amp;bel</source>
        <translation>Nächste &amp;Markierung</translation>
    </message>
    <message>
        <source>Next Sentence Worth Checkin&amp;g</source>
        <translation>Nächster &amp;prüfenswerter Satz</translation>
    </message>
    <message>
        <source>Next Way to Select</source>
        <translation>Nächste Art auszuwählen</translation>
    </message>
    <message>
        <source>Nor&amp;mal Size</source>
        <translation>&amp;Normale Größe</translation>
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
        <source>Of the System</source>
        <translation>Die des Systems</translation>
    </message>
    <message>
        <source>Open &amp;Log Folder</source>
        <translation>&amp;Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Open the &amp;Sample Project</source>
        <translation>&amp;Beispielprojekt öffnen</translation>
    </message>
    <message>
        <source>Paragraphs Always E&amp;xcluded…</source>
        <translation>Immer ausgeschl&amp;ossene Absätze&#xa0;…</translation>
    </message>
    <message>
        <source>Part of Word, Derived, Whole</source>
        <translation>Wortteil, abgeleitet, ganzes Wort</translation>
    </message>
    <message>
        <source>Patte&amp;rns Besides Colours</source>
        <translation>M&amp;uster neben Farben</translation>
    </message>
    <message>
        <source>Pre&amp;vious Label</source>
        <translation>Vo&amp;rige Markierung</translation>
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
        <translation>Voriger un&amp;markierter Name</translation>
    </message>
    <message>
        <source>Re&amp;move Label</source>
        <translation>Markierung &amp;entfernen</translation>
    </message>
    <message>
        <source>Rep&amp;air a Project…</source>
        <translation>Projekt &amp;reparieren&#xa0;…</translation>
    </message>
    <message>
        <source>Right P&amp;anel</source>
        <translation>Re&amp;chte Spalte</translation>
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
        <translation>&amp;Nächsten Absatz dazu</translation>
    </message>
    <message>
        <source>Select to the Pre&amp;vious Paragraph</source>
        <translation>&amp;Vorigen Absatz dazu</translation>
    </message>
    <message>
        <source>Sentence &amp;Read, Go On</source>
        <translation>Sat&amp;z gelesen, weiter</translation>
    </message>
    <message>
        <source>Sentence Not Read, Go &amp;Back</source>
        <translation>Satz ungelesen, z&amp;urück</translation>
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
        <translation>Markierung hier &amp;teilen</translation>
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
        <source>Sto&amp;p Learning</source>
        <translation>Le&amp;rnen anhalten</translation>
    </message>
    <message>
        <source>Ta&amp;ke Back What Was Learnt Last</source>
        <translation>Zuletzt Gelerntes zurü&amp;cknehmen</translation>
    </message>
    <message>
        <source>Take Part Away</source>
        <translation>Teil wegnehmen</translation>
    </message>
    <message>
        <source>The &amp;File for Others…</source>
        <translation>Die &amp;Datei für andere&#xa0;…</translation>
    </message>
    <message>
        <source>This Replaces…</source>
        <translation>Dieser ersetzt&#xa0;…</translation>
    </message>
    <message>
        <source>Usual Height</source>
        <translation>Übliche Höhe</translation>
    </message>
    <message>
        <source>Usual Width</source>
        <translation>Übliche Breite</translation>
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
        <source>Whole Words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Breit</translation>
    </message>
    <message>
        <source>With Serifs</source>
        <translation>Mit Serifen</translation>
    </message>
    <message>
        <source>Without Serifs</source>
        <translation>Ohne Serifen</translation>
    </message>
    <message>
        <source>Worth Checking: the First 10 %</source>
        <translation>Prüfenswert: die ersten 10&#xa0;%</translation>
    </message>
    <message>
        <source>Worth Checking: the First 15 %</source>
        <translation>Prüfenswert: die ersten 15&#xa0;%</translation>
    </message>
    <message>
        <source>Worth Checking: the First 20 %</source>
        <translation>Prüfenswert: die ersten 20&#xa0;%</translation>
    </message>
    <message>
        <source>Worth Checking: the First 25 %</source>
        <translation>Prüfenswert: die ersten 25&#xa0;%</translation>
    </message>
    <message>
        <source>Worth Checking: the First 30 %</source>
        <translation>Prüfenswert: die ersten 30&#xa0;%</translation>
    </message>
    <message>
        <source>Worth Checking: the First 40 %</source>
        <translation>Prüfenswert: die ersten 40&#xa0;%</translation>
    </message>
    <message>
        <source>Worth Checking: the First 50 %</source>
        <translation>Prüfenswert: die ersten 50&#xa0;%</translation>
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
    <name>Adding</name>
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
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Fetch a Pipeline</source>
        <translation>Pipeline holen</translation>
    </message>
    <message>
        <source>Fetch {name} {version} from the web?</source>
        <translation>{name} {version} aus dem Netz holen?</translation>
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
        <source>From spaCy, on the Web</source>
        <translation>Von spaCy, aus dem Netz</translation>
    </message>
    <message>
        <source>Go on only if you trust whoever made {folder}. It is copied among your own pipelines.</source>
        <translation>Nur fortfahren, wenn der Herkunft von {folder} zu trauen ist. Die Pipeline wird zu den eigenen kopiert.</translation>
    </message>
    <message>
        <source>Installed: {name}</source>
        <translation>Installiert: {name}</translation>
    </message>
    <message>
        <source>It is checked against the published SHA-256 {checksum}.</source>
        <translation>Geprüft wird gegen die veröffentlichte SHA-256 {checksum}.</translation>
    </message>
    <message>
        <source>It is put among your own pipelines; nothing else is fetched or sent.</source>
        <translation>Sie kommt zu den eigenen Pipelines; sonst wird nichts geholt oder gesendet.</translation>
    </message>
    <message>
        <source>Look up {name}…</source>
        <translation>{name} nachschlagen&#xa0;…</translation>
    </message>
    <message>
        <source>No checksum is published, so that only the address vouches for it.</source>
        <translation>Eine Prüfsumme ist nicht veröffentlicht: Nur die Adresse bürgt dafür.</translation>
    </message>
    <message>
        <source>Trust and Add</source>
        <translation>Vertrauen und hinzufügen</translation>
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
    <message>
        <source>“{source}” is being fetched…</source>
        <translation>„{source}“ wird geholt&#xa0;…</translation>
    </message>
    <message>
        <source>“{source}” is being looked up on the web…</source>
        <translation>„{source}“ wird im Netz nachgeschlagen&#xa0;…</translation>
    </message>
    <message>
        <source>“{source}” is being tried…</source>
        <translation>„{source}“ wird ausprobiert&#xa0;…</translation>
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
        <source>Article from the web</source>
        <translation>Artikel aus dem Web</translation>
    </message>
    <message>
        <source>One page is fetched, without pictures and scripts. Nothing is sent but the address.</source>
        <translation>Eine Seite wird abgerufen, ohne Bilder und Skripte. Gesendet wird nichts als die Adresse.</translation>
    </message>
    <message>
        <source>This is not a web address.</source>
        <translation>Das ist keine Adresse im Web.</translation>
    </message>
    <message>
        <source>Will be fetched: {address}</source>
        <translation>Abgerufen wird: {address}</translation>
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
    <name>Application</name>
    <message>
        <source>A training goes on. Stop it, or wait until it is over; then choose the language again.</source>
        <translation>Ein Training läuft. Anhalten oder abwarten, dann die Sprache noch einmal wählen.</translation>
    </message>
    <message>
        <source>Close the other windows first, then choose the language again.</source>
        <translation>Zuerst die anderen Fenster schließen, dann die Sprache noch einmal wählen.</translation>
    </message>
    <message>
        <source>Show the Log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Something is still being worked out. Choose the language again in a moment.</source>
        <translation>Es wird noch etwas ausgerechnet. Die Sprache gleich noch einmal wählen.</translation>
    </message>
    <message>
        <source>Spanwright crashed last time. All your labels are stored.</source>
        <translation>Spanwright ist zuletzt abgestürzt. Alle Markierungen sind gespeichert.</translation>
    </message>
    <message>
        <source>Spanwright was not closed properly last time. All your labels are stored.</source>
        <translation>Spanwright wurde zuletzt nicht richtig beendet. Alle Markierungen sind gespeichert.</translation>
    </message>
    <message>
        <source>{file} was not opened automatically: the program ended twice while opening it.</source>
        <translation>{file} wurde nicht von selbst geöffnet: Das Programm endete zweimal beim Öffnen.</translation>
    </message>
</context>
<context>
    <name>Applying</name>
    <message>
        <source>A backup is written…</source>
        <translation>Eine Sicherung wird geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>The labels are changed…</source>
        <translation>Die Labels werden geändert&#xa0;…</translation>
    </message>
</context>
<context>
    <name>ArticleLabels</name>
    <message>
        <source>Labels of the article</source>
        <translation>Label des Artikels</translation>
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
        <source>The schema of this project names no labels of whole articles.</source>
        <translation>Das Schema dieses Projekts nennt keine Label für ganze Artikel.</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Decided: {spans} of {total} (open suggestions: {pending})</source>
        <translation>Entschieden: {spans} von {total} (offene Vorschläge: {pending})</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Filter and order</source>
        <translation>Filter und Reihenfolge</translation>
    </message>
    <message>
        <source>Labels: {spans}, no open suggestions</source>
        <translation>Markierungen: {spans}, keine offenen Vorschläge</translation>
    </message>
    <message>
        <source>No article is in this state.</source>
        <translation>Kein Artikel ist in diesem Zustand.</translation>
    </message>
    <message>
        <source>No article matches the filters.</source>
        <translation>Kein Artikel passt zu den Filtern.</translation>
    </message>
    <message>
        <source>No title contains “{words}”.
F3 looks in the texts.</source>
        <translation>Kein Titel enthält „{words}“.
F3 sucht in den Texten.</translation>
    </message>
    <message>
        <source>Nothing here yet.
Import articles (Ctrl+I), paste one (Ctrl+Shift+V), or drop files.</source>
        <translation>Noch nichts da.
Artikel importieren (Strg+I), einfügen (Strg+Umschalt+V) oder Dateien hierher ziehen.</translation>
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
        <source>{quote}, {label}, suggestion, {score} %</source>
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
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Geschrieben: {file}</translation>
    </message>
</context>
<context>
    <name>Asking</name>
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
        <translation>Zuerst den Cursor in einen markierten Namen setzen.</translation>
    </message>
</context>
<context>
    <name>BatchLink</name>
    <message>
        <source>Batch…</source>
        <translation>Stapel&#xa0;…</translation>
    </message>
    <message>
        <source>Put the articles of what was found into a batch</source>
        <translation>Die gefundenen Artikel in einen Stapel legen</translation>
    </message>
</context>
<context>
    <name>BlankPage</name>
    <message>
        <source>Choose one in the list, or bring more in.</source>
        <translation>Einen in der Liste wählen, oder weitere holen.</translation>
    </message>
    <message>
        <source>Drop files or a folder on the window, import them, or paste the text of an article.</source>
        <translation>Dateien oder einen Ordner auf das Fenster ziehen, importieren, oder den Text eines Artikels einfügen.</translation>
    </message>
    <message>
        <source>Import articles…</source>
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
        <source>Paste an article…</source>
        <translation>Artikel einfügen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>No topic</source>
        <translation>Ohne Thema</translation>
    </message>
    <message>
        <source>Not said yet</source>
        <translation>Noch nicht gesagt</translation>
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
        <translation>bejahen</translation>
    </message>
    <message>
        <source>refute</source>
        <translation>bestreiten</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>unklar</translation>
    </message>
    <message>
        <source>{affirm} affirm, {refute} refute, {unclear} unclear</source>
        <translation>{affirm} bejahen, {refute} bestreiten, {unclear} unklar</translation>
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
        <source>Annotator</source>
        <translation>Annotiert von</translation>
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
        <source>&amp;Save as</source>
        <translation>&amp;Speichern als</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Alle Themen</translation>
    </message>
    <message>
        <source>Being written…</source>
        <translation>Wird geschrieben&#xa0;…</translation>
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
        <source>Copied the first {rows} claimants and {columns} topics only.</source>
        <translation>Kopiert, aber höchstens {rows} Urheber und {columns} Themen.</translation>
    </message>
    <message>
        <source>Copied: paste it into a spreadsheet or a text.</source>
        <translation>Kopiert: in eine Tabelle oder einen Text einfügen.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt&#xa0;…</translation>
    </message>
    <message>
        <source>No claim is like that.</source>
        <translation>Keine Behauptung ist so.</translation>
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
        <source>{claimant}: {topic}</source>
        <translation>{claimant}: {topic}</translation>
    </message>
    <message>
        <source>{claims} claims</source>
        <translation>{claims} Behauptungen</translation>
    </message>
    <message>
        <source>{claims} claims of one claimant</source>
        <translation>{claims} Behauptungen von einem Urheber</translation>
    </message>
    <message>
        <source>{claims} claims of {claimants} claimants</source>
        <translation>{claims} Behauptungen von {claimants} Urhebern</translation>
    </message>
    <message>
        <source>{claims}, claimant open: {count}</source>
        <translation>{claims}, Urheber offen: {count}</translation>
    </message>
</context>
<context>
    <name>BreachDialog</name>
    <message>
        <source>1 label breaks rules, or has fields that nobody has looked at.</source>
        <translation>1 Markierung verletzt Regeln oder hat Felder, die noch niemand angesehen hat.</translation>
    </message>
    <message>
        <source>A click leads to the place in the article.</source>
        <translation>Ein Klick führt zur Stelle im Artikel.</translation>
    </message>
    <message>
        <source>All labels keep the rules, and every field was looked at.</source>
        <translation>Alle Markierungen halten die Regeln ein, jedes Feld wurde angesehen.</translation>
    </message>
    <message>
        <source>Labels to Look at Again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
    <message>
        <source>Looking at all labels…</source>
        <translation>Alle Markierungen werden durchgesehen&#xa0;…</translation>
    </message>
    <message>
        <source>{count} labels break rules, or have fields that nobody has looked at.</source>
        <translation>{count} Markierungen verletzen Regeln oder haben Felder, die noch niemand angesehen hat.</translation>
    </message>
</context>
<context>
    <name>BreachList</name>
    <message>
        <source>Labels to look at again</source>
        <translation>Markierungen, die noch einmal anzusehen sind</translation>
    </message>
</context>
<context>
    <name>BreachModel</name>
    <message>
        <source>“{words}”, {article}</source>
        <translation>„{words}“, {article}</translation>
    </message>
</context>
<context>
    <name>BreakingLine</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the labels to look at again</source>
        <translation>Die Markierungen zeigen, die noch einmal anzusehen sind</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Another claim on these words</source>
        <translation>Noch eine Behauptung auf diesen Wörtern</translation>
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
        <source>Change keys…</source>
        <translation>Tasten ändern&#xa0;…</translation>
    </message>
    <message>
        <source>Claim Card</source>
        <translation>Behauptungskarte</translation>
    </message>
    <message>
        <source>Edge of the article</source>
        <translation>Artikelanfang, -ende</translation>
    </message>
    <message>
        <source>Edge of the line</source>
        <translation>Zeilenanfang, -ende</translation>
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
        <source>Next claim on the same words</source>
        <translation>Nächste Behauptung auf denselben Wörtern</translation>
    </message>
    <message>
        <source>Next proposed field</source>
        <translation>Nächstes vorgeschlagenes Feld</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Nichts passt.</translation>
    </message>
    <message>
        <source>Refuse what is proposed</source>
        <translation>Vorgeschlagenes ablehnen</translation>
    </message>
    <message>
        <source>Take all that is proposed</source>
        <translation>Alles Vorgeschlagene annehmen</translation>
    </message>
    <message>
        <source>Take what is proposed</source>
        <translation>Vorgeschlagenes annehmen</translation>
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
        <source>Annotator</source>
        <translation>Annotiert von</translation>
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
        <source>Click on it…</source>
        <translation>Anklicken&#xa0;…</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
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
        <source>The suggested claim was accepted, too.</source>
        <translation>Die vorgeschlagene Behauptung ist damit angenommen.</translation>
    </message>
    <message>
        <source>The suggested name was accepted, too.</source>
        <translation>Der vorgeschlagene Name ist damit angenommen.</translation>
    </message>
    <message>
        <source>This cannot be it. {wanted}</source>
        <translation>Das kommt hier nicht infrage. {wanted}</translation>
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
        <translation>Darauf bezieht sich keine Behauptung.</translation>
    </message>
    <message>
        <source>No claim stands after this.</source>
        <translation>Danach kommt keine Behauptung mehr.</translation>
    </message>
    <message>
        <source>No claim stands before this.</source>
        <translation>Davor steht keine Behauptung.</translation>
    </message>
    <message>
        <source>Nothing in another article is linked to the claim.</source>
        <translation>Die Behauptung hat in anderen Artikeln keine Bezüge.</translation>
    </message>
    <message>
        <source>Nothing in this article is linked to the claim.</source>
        <translation>Die Behauptung hat in diesem Artikel keine Bezüge.</translation>
    </message>
    <message>
        <source>Place the caret in words that belong to a claim first.</source>
        <translation>Zuerst den Cursor in Wörter setzen, auf die sich eine Behauptung bezieht.</translation>
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
        <source>claimant open</source>
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
        <source>Easy to read and to tell apart, also for colour-blind eyes.</source>
        <translation>Gut zu lesen und zu unterscheiden, auch für farbenblinde Augen.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>Field or link, {place}</source>
        <translation>Feld oder Verbindung, {place}</translation>
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
        <source>Values that count, {place}</source>
        <translation>Werte, die zählen, {place}</translation>
    </message>
    <message>
        <source>What is asked, {place}</source>
        <translation>Was gefragt wird, {place}</translation>
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
        <source>is none of</source>
        <translation>ist keiner von</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>ist einer von</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>ist da</translation>
    </message>
    <message>
        <source>leads to</source>
        <translation>führt zu</translation>
    </message>
    <message>
        <source>{name} (not there)</source>
        <translation>{name} (nicht vorhanden)</translation>
    </message>
</context>
<context>
    <name>ConfusionTable</name>
    <message>
        <source>Decided ↓  found →</source>
        <translation>Entschieden ↓  gefunden →</translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation>Was wofür gehalten wurde</translation>
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
    <name>ConsistencyModel</name>
    <message>
        <source>Against most</source>
        <translation>Gegen die Mehrheit</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
</context>
<context>
    <name>ConsistencyPage</name>
    <message>
        <source>Comparing all articles worked at…</source>
        <translation>Alle bearbeiteten Artikel werden verglichen&#xa0;…</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Every labelled name is treated alike.</source>
        <translation>Alle markierten Namen sind einheitlich behandelt.</translation>
    </message>
    <message>
        <source>Names not treated alike</source>
        <translation>Uneinheitlich behandelte Namen</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Show occurrences</source>
        <translation>Vorkommen zeigen</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Dieser Artikel</translation>
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
        <source>occurrences</source>
        <translation>Vorkommen</translation>
    </message>
    <message>
        <source>{count} names</source>
        <translation>{count} Namen</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>A copy is still being written.</source>
        <translation>Eine Kopie wird noch geschrieben.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The copy is written: {file}</source>
        <translation>Die Kopie ist gespeichert: {file}</translation>
    </message>
    <message>
        <source>Writing a copy …</source>
        <translation>Eine Kopie wird geschrieben&#xa0;…</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Details of the fault</source>
        <translation>Einzelheiten des Fehlers</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>More faults stand in the log.</source>
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
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>This is a bug in the program. All your labels are stored; you can go on working. If something on the screen looks wrong, reopen the project. The details below stand in the log as well.</source>
        <translation>Das ist ein Fehler des Programms. Alle Markierungen sind gespeichert, die Arbeit kann weitergehen. Sieht auf dem Bildschirm etwas falsch aus, hilft es, das Projekt neu zu öffnen. Die Einzelheiten unten stehen auch im Protokoll.</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>Course of the training</source>
        <translation>Verlauf des Trainings</translation>
    </message>
    <message>
        <source>Score {last} on the articles to choose by, best {best} after {steps} steps</source>
        <translation>Wertung {last} an den Artikeln zum Auswählen, beste {best} nach {steps} Schritten</translation>
    </message>
    <message>
        <source>Score {last}, but on the articles it was trained on: it says nothing about new ones</source>
        <translation>Wertung {last}, aber an denselben Artikeln, aus denen gelernt wurde: Sie sagt nichts über neue</translation>
    </message>
    <message>
        <source>The curve is drawn while it trains.</source>
        <translation>Die Kurve entsteht während des Trainings.</translation>
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
    <name>Desk</name>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
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
        <source>Called</source>
        <translation>So genannt</translation>
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
        <source>Not Meant</source>
        <translation>Nicht gemeint</translation>
    </message>
    <message>
        <source>Q64, or its address</source>
        <translation>Q64 oder die Adresse der Seite</translation>
    </message>
    <message>
        <source>Somebody Else</source>
        <translation>Jemand anderes</translation>
    </message>
    <message>
        <source>The selected mentions refer to another person or body of that name.</source>
        <translation>Das Gewählte meint eine andere Person oder Stelle dieses Namens.</translation>
    </message>
    <message>
        <source>Wikidata</source>
        <translation>Wikidata</translation>
    </message>
    <message>
        <source>parted by semicolons</source>
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
        <translation>&amp;Verfasst von</translation>
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
        <source>This is no date.</source>
        <translation>Das ist kein Datum.</translation>
    </message>
    <message>
        <source>another</source>
        <translation>eine andere</translation>
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
        <translation>Beim Prüfen werden alle Texte und Markierungen neu gelesen und mit dem Gespeicherten verglichen.</translation>
    </message>
    <message>
        <source>Check the project</source>
        <translation>Projekt prüfen</translation>
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
        <source>Everything is as it was stored: texts, labels, links and the log of steps.</source>
        <translation>Alles ist, wie es gespeichert wurde: Texte, Markierungen, Verbindungen und das Protokoll der Schritte.</translation>
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
        <source>Looking through the project…</source>
        <translation>Das Projekt wird durchgesehen&#xa0;…</translation>
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
        <source>at work</source>
        <translation>arbeitet</translation>
    </message>
    <message>
        <source>none since the project was opened</source>
        <translation>keine, seit das Projekt geöffnet wurde</translation>
    </message>
    <message>
        <source>off: it could not be kept running</source>
        <translation>aus: Er ließ sich nicht am Laufen halten</translation>
    </message>
    <message>
        <source>waits for work</source>
        <translation>wartet auf Arbeit</translation>
    </message>
    <message>
        <source>{count} flaws were found. File → Repair a Project… saves what can be saved in a new file. The first:</source>
        <translation>Gefundene Fehler: {count}. Datei → Projekt reparieren … rettet in eine neue Datei, was zu retten ist. Die ersten:</translation>
    </message>
    <message>
        <source>{count} since the project was opened. The disk usually takes {median} ms for one; the slowest took {slowest} ms, {slow} took longer than a frame (16 ms).</source>
        <translation>{count}, seit das Projekt geöffnet wurde. Für einen braucht die Platte meist {median} ms; der langsamste dauerte {slowest} ms, länger als ein Bild (16 ms) dauerten {slow}.</translation>
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
        <translation>„{title}“ mit allen Markierungen löschen?</translation>
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
        <source>One article added.</source>
        <translation>Ein Artikel hinzugefügt.</translation>
    </message>
    <message>
        <source>One label was left out.</source>
        <translation>Ein Label blieb weg.</translation>
    </message>
    <message>
        <source>One that was there already got labels.</source>
        <translation>Einer, der schon da war, hat Labels bekommen.</translation>
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
        <source>This cannot be taken back. Backups keep the article.</source>
        <translation>Das lässt sich nicht zurücknehmen. In Sicherungen bleibt der Artikel erhalten.</translation>
    </message>
    <message>
        <source>{count} articles added.</source>
        <translation>{count} Artikel hinzugefügt.</translation>
    </message>
    <message>
        <source>{count} labels were left out.</source>
        <translation>{count} Labels blieben weg.</translation>
    </message>
    <message>
        <source>{count} that were there already got labels.</source>
        <translation>{count}, die schon da waren, haben Labels bekommen.</translation>
    </message>
</context>
<context>
    <name>Discarding</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Go On Editing</source>
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
    <name>Drawer</name>
    <message>
        <source>Go to a claim first.</source>
        <translation>Zuerst zu einer Behauptung gehen.</translation>
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
        <source>Claims that were said before</source>
        <translation>Behauptungen, die früher gesagt wurden</translation>
    </message>
</context>
<context>
    <name>EarlierModel</name>
    <message>
        <source>the same</source>
        <translation>dieselbe</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
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
        <source>boundary of {what}</source>
        <translation>Grenze von {what}</translation>
    </message>
    <message>
        <source>correct {what}</source>
        <translation>{what} berichtigen</translation>
    </message>
    <message>
        <source>details of {what}</source>
        <translation>Angaben zu {what}</translation>
    </message>
    <message>
        <source>excluded paragraph</source>
        <translation>Absatz ausschließen</translation>
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
        <source>labels of the project</source>
        <translation>Labels des Projekts</translation>
    </message>
    <message>
        <source>last step</source>
        <translation>letzter Schritt</translation>
    </message>
    <message>
        <source>link to {what}</source>
        <translation>Verbindung zu {what}</translation>
    </message>
    <message>
        <source>parts of a dataset kept</source>
        <translation>Teile eines Datensatzes behalten</translation>
    </message>
    <message>
        <source>reject {what}</source>
        <translation>{what} ablehnen</translation>
    </message>
    <message>
        <source>relabel {what}</source>
        <translation>{what} umbenennen</translation>
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
        <source>take back {count} suggestions</source>
        <translation>{count} Vorschläge zurücknehmen</translation>
    </message>
    <message>
        <source>who is meant by {what}</source>
        <translation>wer mit {what} gemeint ist</translation>
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
        <source>{step}, {count} places</source>
        <translation>{step}, {count} Stellen</translation>
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
    <name>Editing</name>
    <message>
        <source>Remove the labels and fields of “{layer}” first.</source>
        <translation>Zuerst die Labels und Felder von „{layer}“ entfernen.</translation>
    </message>
    <message>
        <source>links: {count}</source>
        <translation>Verbindungen: {count}</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A label needs at least one character, in order and inside the text: {parts}.</source>
        <translation>Eine Markierung braucht mindestens ein Zeichen, geordnet und innerhalb des Textes: {parts}.</translation>
    </message>
    <message>
        <source>A long step is still being stored; repeat this when it is done.</source>
        <translation>Ein langer Schritt wird noch gespeichert; danach noch einmal versuchen.</translation>
    </message>
    <message>
        <source>A model learns from {fewest} finished articles in its language on; so far there are {count}.</source>
        <translation>Ein Modell lernt ab {fewest} fertigen Artikeln in seiner Sprache; bisher sind es {count}.</translation>
    </message>
    <message>
        <source>All articles to compare with are in languages that the model does not read: add some in its language, or deal the parts otherwise.</source>
        <translation>Alle Artikel zum Vergleichen sind in Sprachen, die das Modell nicht liest: welche in seiner Sprache hinzunehmen oder anders aufteilen.</translation>
    </message>
    <message>
        <source>An identity needs a name: type one.</source>
        <translation>Ohne Namen ist niemand wiederzufinden: bitte einen eingeben.</translation>
    </message>
    <message>
        <source>Another file has taken the place of {file} while it was open; the last step was not stored. Save a copy of what is open here.</source>
        <translation>Eine andere Datei liegt jetzt an der Stelle von {file}, das noch offen ist; der letzte Schritt ist nicht gespeichert. Eine Kopie von dem speichern, was hier offen ist.</translation>
    </message>
    <message>
        <source>In {file} no column is known to hold the text. Choose the one that does; there are: {names}.</source>
        <translation>In {file} ist nicht zu erkennen, welche Spalte den Text enthält. Die richtige wählen; es gibt: {names}.</translation>
    </message>
    <message>
        <source>Left out “{title}”: {reason}. The other articles are not affected.</source>
        <translation>„{title}“ wurde ausgelassen: {reason}. Die anderen Artikel betrifft das nicht.</translation>
    </message>
    <message>
        <source>No model reads the language of the finished articles: there is nothing to build on.</source>
        <translation>Kein Modell liest die Sprache der fertigen Artikel: Es gibt nichts, worauf sich aufbauen ließe.</translation>
    </message>
    <message>
        <source>No process could be started to read files. Close other programs and try again.</source>
        <translation>Es konnte kein Prozess zum Lesen von Dateien gestartet werden. Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No {name} is published for spaCy {present}, which is installed here. Nothing was fetched.</source>
        <translation>Für spaCy {present}, das hier installiert ist, ist kein {name} veröffentlicht. Nichts wurde geholt.</translation>
    </message>
    <message>
        <source>Nobody called {annotator} has labelled in {file}. There are: {names}.</source>
        <translation>In {file} hat niemand namens {annotator} markiert. Es gibt: {names}.</translation>
    </message>
    <message>
        <source>None of the {count} finished articles holds a name: there is nothing to learn.</source>
        <translation>In keinem der {count} fertigen Artikel ist ein Name markiert: Es gibt nichts zu lernen.</translation>
    </message>
    <message>
        <source>Nothing could be saved from {file}: no article and no label is left in it. Copies may lie in {backups}.</source>
        <translation>Aus {file} war nichts zu retten: kein Artikel und keine Markierung ist darin übrig. Kopien liegen vielleicht in {backups}.</translation>
    </message>
    <message>
        <source>One task ended the helper process for {kind} twice and is given up. All else goes on.</source>
        <translation>Eine Aufgabe hat den Hilfsprozess für {kind} zweimal beendet und wird aufgegeben. Alles andere geht weiter.</translation>
    </message>
    <message>
        <source>Reading {file} was stopped: it takes more than {limit} MB of memory. Articles read from it: {count}. Give it more memory, or split it.</source>
        <translation>Das Lesen von {file} wurde abgebrochen: Es braucht mehr als {limit} MB Arbeitsspeicher. Daraus gelesene Artikel: {count}. Der Datei mehr Speicher geben oder sie teilen.</translation>
    </message>
    <message>
        <source>Reading {file} was stopped: no article of it was finished within {seconds} seconds. Articles read from it: {count}. Give it more time, or split it.</source>
        <translation>Das Lesen von {file} wurde abgebrochen: Binnen {seconds} Sekunden wurde kein Artikel fertig. Daraus gelesene Artikel: {count}. Der Datei mehr Zeit geben oder sie teilen.</translation>
    </message>
    <message>
        <source>Something went wrong in the helper process for {kind}; the details are in the log.</source>
        <translation>Im Hilfsprozess für {kind} ist etwas schiefgegangen; die Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>Something went wrong that should not have ({what}). Please report it, with what {variable}=1 shows.</source>
        <translation>Etwas ging schief, das nicht schiefgehen sollte ({what}). Bitte melden Sie es, mit dem, was {variable}=1 zeigt.</translation>
    </message>
    <message>
        <source>Something went wrong; the details are in the log.</source>
        <translation>Etwas ist schiefgegangen; die Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>The article “{title}” cannot be replaced by itself, nor by what it stands for as the newer version.</source>
        <translation>Der Artikel „{title}“ lässt sich weder durch sich selbst ersetzen noch durch das, was es als neuere Fassung ersetzt.</translation>
    </message>
    <message>
        <source>The article “{title}” was replaced by a newer version already. Let it stand for itself again first.</source>
        <translation>Der Artikel „{title}“ ist schon durch eine neuere Fassung ersetzt. Zuerst muss er wieder für sich selbst stehen.</translation>
    </message>
    <message>
        <source>The copy {file} was read again and is not whole ({reason}); it was not kept. The disk or the project may be damaged: check the project, and save the copy elsewhere.</source>
        <translation>Die Kopie {file} wurde nachgelesen und ist nicht vollständig ({reason}); sie wurde nicht behalten. Datenträger oder Projekt können beschädigt sein: Prüfen Sie das Projekt, und speichern Sie die Kopie anderswo.</translation>
    </message>
    <message>
        <source>The disk is full ({folder}), so {file} cannot be worked with. All steps that were stored before are safe. Make room and try again.</source>
        <translation>Der Datenträger ist voll ({folder}); so lässt sich mit {file} nicht arbeiten. Alles, was vorher gespeichert war, ist sicher. Platz schaffen und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk is full ({folder}). All steps are stored, but some of them only in {file}-wal: make room, and until then copy {file} by “Save a Copy” alone.</source>
        <translation>Der Datenträger ist voll ({folder}). Alle Schritte sind gespeichert, einige aber erst in {file}-wal: Platz schaffen und {file} bis dahin nur mit „Kopie speichern“ kopieren.</translation>
    </message>
    <message>
        <source>The disk is full ({folder}); the last step was not stored in {file}. Make room and repeat it.</source>
        <translation>Der Datenträger ist voll ({folder}); der letzte Schritt ist nicht in {file} gespeichert. Platz schaffen und ihn wiederholen.</translation>
    </message>
    <message>
        <source>The encoding of {file} could not be found out. Choose it in the import window.</source>
        <translation>Die Kodierung von {file} ließ sich nicht feststellen. Sie im Importfenster wählen.</translation>
    </message>
    <message>
        <source>The helper process for {kind} ended unexpectedly twice; it is off until you restart it.</source>
        <translation>Der Hilfsprozess für {kind} endete zweimal unerwartet; er bleibt aus, bis er neu gestartet wird.</translation>
    </message>
    <message>
        <source>The helper process for {kind} ended unexpectedly. What it had found until then is there.</source>
        <translation>Der Hilfsprozess für {kind} endete unerwartet. Was er bis dahin gefunden hat, ist da.</translation>
    </message>
    <message>
        <source>The last steps are stored, but only in {file}-wal: they could not be brought into {file} ({reason}). Make room; until then copy both files, or use Save a Copy.</source>
        <translation>Die letzten Schritte sind gespeichert, aber nur in {file}-wal: Sie konnten nicht in {file} übertragen werden ({reason}). Platz schaffen; bis dahin beide Dateien kopieren oder „Kopie speichern“ wählen.</translation>
    </message>
    <message>
        <source>The log of the last steps of {file} was damaged, and steps after the damage are missing. The project is kept as it was in {copy}; repair that one to see what can still be saved.</source>
        <translation>Das Protokoll der letzten Schritte von {file} war beschädigt; Schritte nach der Schadstelle fehlen. Das Projekt ist, wie es war, in {copy} aufbewahrt; reparieren Sie dieses, um zu sehen, was noch zu retten ist.</translation>
    </message>
    <message>
        <source>The model in {folder} ended the process that loaded it: it is damaged, and is not used.</source>
        <translation>Das Modell in {folder} hat den Prozess beendet, der es lud: Es ist beschädigt und wird nicht benutzt.</translation>
    </message>
    <message>
        <source>The model {name} cannot be used: {reason}. Suggestions from it are off.</source>
        <translation>Das Modell {name} ist nicht zu gebrauchen: {reason}. Es macht keine Vorschläge.</translation>
    </message>
    <message>
        <source>The model {name} is not where it should be ({file}); there are no suggestions from it.</source>
        <translation>Das Modell {name} liegt nicht an seinem Platz ({file}); es macht keine Vorschläge.</translation>
    </message>
    <message>
        <source>The model {name} needs the part {part}, which is not installed here. Train it without that part.</source>
        <translation>Das Modell {name} braucht den Bestandteil {part}, der hier nicht installiert ist. Es lässt sich ohne ihn trainieren.</translation>
    </message>
    <message>
        <source>The model {name} was made for spaCy {wanted} and cannot be loaded by spaCy {present}: {reason}. Get or train it for this release.</source>
        <translation>Das Modell {name} ist für spaCy {wanted} gemacht und lässt sich mit spaCy {present} nicht laden: {reason}. Nötig ist eine Fassung für diese Version.</translation>
    </message>
    <message>
        <source>The model {name} was made for spaCy {wanted}, and this is spaCy {present}. It works, but may find less than it should: get or train it for this release.</source>
        <translation>Das Modell {name} ist für spaCy {wanted} gemacht, hier ist spaCy {present}. Es arbeitet, findet aber vielleicht weniger, als es sollte: für diese Version besorgen oder trainieren.</translation>
    </message>
    <message>
        <source>The output could not be written: {reason}.</source>
        <translation>Die Ausgabe konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The schema has no label {label} in layer {layer}.</source>
        <translation>Das Schema hat in der Ebene {layer} kein Label {label}.</translation>
    </message>
    <message>
        <source>The schema has no layer {layer}. There are: {names}.</source>
        <translation>Das Schema hat keine Ebene {layer}. Es gibt: {names}.</translation>
    </message>
    <message>
        <source>The schema has no relation {label}.</source>
        <translation>Das Schema hat keine Beziehung {label}.</translation>
    </message>
    <message>
        <source>There is no article to compare with: finish articles, or choose others.</source>
        <translation>Es gibt keinen Artikel zum Vergleichen: Artikel fertigstellen oder andere wählen.</translation>
    </message>
    <message>
        <source>There is no article {document} in {file}.</source>
        <translation>Einen Artikel {document} gibt es in {file} nicht.</translation>
    </message>
    <message>
        <source>There is no encoding called {encoding}. There are: {names}.</source>
        <translation>Eine Kodierung namens {encoding} gibt es nicht. Es gibt: {names}.</translation>
    </message>
    <message>
        <source>There is no format called {name}. There are: {names}.</source>
        <translation>Ein Format namens {name} gibt es nicht. Es gibt: {names}.</translation>
    </message>
    <message>
        <source>There is no project at {file}.</source>
        <translation>Unter {file} gibt es kein Projekt.</translation>
    </message>
    <message>
        <source>There is no schema called {name}. Ready ones: {names}.</source>
        <translation>Ein Schema namens {name} gibt es nicht. Fertige: {names}.</translation>
    </message>
    <message>
        <source>There is no suggestion source called {name}. There are: {names}.</source>
        <translation>Eine Vorschlagsquelle namens {name} gibt es nicht. Es gibt: {names}.</translation>
    </message>
    <message>
        <source>There is nothing to learn from in {folder}: no article that is for training has a label.</source>
        <translation>In {folder} gibt es nichts zu lernen: Kein Artikel, der zum Trainieren ist, hat eine Markierung.</translation>
    </message>
    <message>
        <source>These words carry that label already.</source>
        <translation>Diese Wörter tragen das Label schon.</translation>
    </message>
    <message>
        <source>This step cannot be taken back: what it touched has been changed since, in another article or with the labels of the project.</source>
        <translation>Dieser Schritt lässt sich nicht zurücknehmen: Was er berührt hat, ist seither geändert worden, in einem anderen Artikel oder mit den Labels des Projekts.</translation>
    </message>
    <message>
        <source>This was changed in the meantime; nothing was done. Look at it again.</source>
        <translation>Das hat sich inzwischen geändert; nichts wurde getan. Bitte noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Training in {folder} failed: {reason}. More articles, or other shares, may help.</source>
        <translation>Das Training in {folder} ist fehlgeschlagen: {reason}. Mehr Artikel oder andere Anteile können helfen.</translation>
    </message>
    <message>
        <source>What came from {address} is not what is published of {name}: its checksum is another. Nothing is kept of it. Try again, or from another network.</source>
        <translation>Was von {address} kam, ist nicht, was von {name} veröffentlicht ist: Die Prüfsumme ist eine andere. Nichts davon wird behalten. Ein neuer Versuch, vielleicht aus einem anderen Netz, kann helfen.</translation>
    </message>
    <message>
        <source>What was fetched of {name} cannot be unpacked: {reason}. Nothing is kept of it.</source>
        <translation>Was von {name} geholt wurde, lässt sich nicht entpacken: {reason}. Nichts davon wird behalten.</translation>
    </message>
    <message>
        <source>What was learnt cannot be used: {folder}: {reason}. Go back one step, or delete the folder.</source>
        <translation>Das Gelernte ist nicht zu gebrauchen: {folder}: {reason}. Einen Schritt zurückgehen oder den Ordner löschen.</translation>
    </message>
    <message>
        <source>Writing was stopped; nothing of {file} is left.</source>
        <translation>Das Schreiben wurde angehalten; von {file} bleibt nichts zurück.</translation>
    </message>
    <message>
        <source>a file inside is missing</source>
        <translation>eine Datei darin fehlt</translation>
    </message>
    <message>
        <source>a file inside would lie elsewhere</source>
        <translation>eine Datei darin läge anderswo</translation>
    </message>
    <message>
        <source>another program holds it</source>
        <translation>ein anderes Programm hält die Datei</translation>
    </message>
    <message>
        <source>it belongs to a Spanwright project</source>
        <translation>das gehört zu einem Spanwright-Projekt</translation>
    </message>
    <message>
        <source>it declares a document type or entities, which is refused</source>
        <translation>sie deklariert einen Dokumenttyp oder Entitäten, was nicht zugelassen ist</translation>
    </message>
    <message>
        <source>it ends in the middle of a page</source>
        <translation>sie endet mitten in einer Seite</translation>
    </message>
    <message>
        <source>it has grown too large for one file; export fewer articles</source>
        <translation>es ist für eine Datei zu groß geworden; weniger Artikel exportieren</translation>
    </message>
    <message>
        <source>it has grown too large for one file; export fewer articles or a split</source>
        <translation>zu groß für eine Datei; weniger Artikel oder eine Aufteilung exportieren</translation>
    </message>
    <message>
        <source>it has no list of losses</source>
        <translation>sie hat keine Liste der Verluste</translation>
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
        <source>it holds another pipeline</source>
        <extracomment>What can be asked for.</extracomment>
        <translation>es enthält eine andere Pipeline</translation>
    </message>
    <message>
        <source>it holds no page</source>
        <translation>sie enthält keine Seite</translation>
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
        <source>it is larger than any pipeline</source>
        <translation>es ist größer als jede Pipeline</translation>
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
        <source>it is not a file</source>
        <translation>das ist keine Datei</translation>
    </message>
    <message>
        <source>it is not a page but a file; save it and import that</source>
        <translation>das ist keine Seite, sondern eine Datei; sie speichern und dann importieren</translation>
    </message>
    <message>
        <source>it is not a web address</source>
        <translation>das ist keine Adresse im Web</translation>
    </message>
    <message>
        <source>it is not an archive, or a damaged one</source>
        <translation>sie ist kein Archiv oder beschädigt</translation>
    </message>
    <message>
        <source>it is packed in a way that cannot be read</source>
        <translation>sie ist auf eine Weise gepackt, die sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>it is packed in a way that was not asked for</source>
        <translation>sie ist auf eine Weise gepackt, die nicht verlangt war</translation>
    </message>
    <message>
        <source>it is the project itself</source>
        <translation>das ist das Projekt selbst</translation>
    </message>
    <message>
        <source>it leads from one address to the next without end</source>
        <translation>sie führt endlos von einer Adresse zur nächsten</translation>
    </message>
    <message>
        <source>it leads to a computer of this network, which the address did not name</source>
        <translation>sie führt zu einem Rechner in diesem Netz, den die Adresse nicht nannte</translation>
    </message>
    <message>
        <source>it leads to something that is not a web page</source>
        <translation>sie führt zu etwas, das keine Seite im Web ist</translation>
    </message>
    <message>
        <source>it takes too long to arrive</source>
        <translation>es dauert zu lange, bis alles da ist</translation>
    </message>
    <message>
        <source>it unpacks to more than can be held</source>
        <translation>entpackt ist sie zu groß</translation>
    </message>
    <message>
        <source>it was changed since it was put to use</source>
        <extracomment>The file beside the others that holds the SHA-256 of each, in hexadecimal, by its name.</extracomment>
        <translation>es wurde verändert, seit es in Gebrauch genommen wurde</translation>
    </message>
    <message>
        <source>it was cut off</source>
        <translation>sie ist abgeschnitten</translation>
    </message>
    <message>
        <source>its certificate is not trusted</source>
        <translation>dem Zertifikat der Seite ist nicht zu trauen</translation>
    </message>
    <message>
        <source>its disk is read-only</source>
        <translation>sein Datenträger lässt sich nur lesen</translation>
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
        <source>its parts do not fit together</source>
        <translation>ihre Teile passen nicht zusammen</translation>
    </message>
    <message>
        <source>no computer of that name is known; perhaps this one is offline</source>
        <translation>unter diesem Namen ist kein Rechner bekannt; vielleicht besteht keine Verbindung zum Netz</translation>
    </message>
    <message>
        <source>nothing is known of it</source>
        <translation>der Grund ist unbekannt</translation>
    </message>
    <message>
        <source>parts of it cannot be read</source>
        <translation>Teile davon sind nicht lesbar</translation>
    </message>
    <message>
        <source>the answer is not what spaCy publishes</source>
        <translation>die Antwort ist nicht, was spaCy veröffentlicht</translation>
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
        <source>the page asks for a name and a password</source>
        <translation>die Seite fragt nach Name und Passwort</translation>
    </message>
    <message>
        <source>the process that read it ended</source>
        <translation>der Prozess, der ihn las, wurde dabei beendet</translation>
    </message>
    <message>
        <source>the process that read it ended unexpectedly</source>
        <translation>der Prozess, der ihn las, ist unerwartet zu Ende gegangen</translation>
    </message>
    <message>
        <source>the process that read it stopped answering</source>
        <translation>der Prozess, der ihn las, hat nicht mehr geantwortet</translation>
    </message>
    <message>
        <source>the server does not give the page away</source>
        <translation>der Server gibt die Seite nicht heraus</translation>
    </message>
    <message>
        <source>the server sends more than anybody asked for</source>
        <translation>der Server sendet mehr, als verlangt war</translation>
    </message>
    <message>
        <source>there is no JSON object</source>
        <translation>dort steht kein JSON-Objekt</translation>
    </message>
    <message>
        <source>there is no project.qde inside</source>
        <translation>es ist keine project.qde darin</translation>
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
        <source>there is no text inside</source>
        <translation>es ist kein Text darin</translation>
    </message>
    <message>
        <source>there was no answer in time</source>
        <translation>es kam nicht rechtzeitig eine Antwort</translation>
    </message>
    <message>
        <source>words are missing</source>
        <translation>es fehlen Wörter</translation>
    </message>
    <message>
        <source>{address} could not be fetched: {reason}.</source>
        <translation>{address} war nicht abzurufen: {reason}.</translation>
    </message>
    <message>
        <source>{count} articles are called {document}. Name it by its id.</source>
        <translation>{count} Artikel heißen {document}. Den Artikel mit seiner Kennung nennen.</translation>
    </message>
    <message>
        <source>{file} can no longer be reached in {folder} ({reason}); the last step was not stored. Save a copy, or make it reachable again.</source>
        <translation>{file} ist in {folder} nicht mehr erreichbar ({reason}); der letzte Schritt ist nicht gespeichert. Eine Kopie speichern oder es wieder erreichbar machen.</translation>
    </message>
    <message>
        <source>{file} cannot be read now: another program that has it open does not answer, or its folder lies on a network that knows no locks. Close other programs that use it, or copy it to this computer, and open it again.</source>
        <translation>{file} kann gerade nicht gelesen werden: Ein anderes Programm, in dem die Datei geöffnet ist, antwortet nicht, oder der Ordner liegt in einem Netzwerk ohne Sperren. Andere Programme schließen, die sie benutzen, oder sie auf diesen Rechner kopieren, und noch einmal öffnen.</translation>
    </message>
    <message>
        <source>{file} cannot be read without {companion}, which is not there. Put it beside it.</source>
        <translation>{file} ist ohne {companion} nicht zu lesen, und die fehlt. Daneben legen.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}. It can be read where it is; to change it, copy it into a folder where you may write.</source>
        <translation>{file} kann nicht beschrieben werden: {reason}. Es lässt sich lesen, wo es liegt; zum Ändern in einen beschreibbaren Ordner kopieren.</translation>
    </message>
    <message>
        <source>{file} could not be backed up in {folder}: {reason}. The project itself is as it was before.</source>
        <translation>{file} ließ sich nicht in {folder} sichern: {reason}. Das Projekt selbst ist, wie es war.</translation>
    </message>
    <message>
        <source>{file} could not be brought to this version: {reason}. It is as it was before.</source>
        <translation>{file} ließ sich nicht auf diese Version bringen: {reason}. Die Datei ist, wie sie war.</translation>
    </message>
    <message>
        <source>{file} could not be locked against a second writer: {reason}. Nothing was changed.</source>
        <translation>{file} ließ sich nicht gegen einen zweiten Schreiber sperren: {reason}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{file} could not be read as {format}: {reason}. Export it again from where it came.</source>
        <translation>{file} war nicht als {format} zu lesen: {reason}. Dort, woher die Datei kommt, noch einmal exportieren.</translation>
    </message>
    <message>
        <source>{file} could not be read because of a mistake in Spanwright: {reason}. Please report it; the details are in the log.</source>
        <translation>{file} konnte wegen eines Fehlers in Spanwright nicht gelesen werden: {reason}. Bitte melden Sie ihn; die Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>{file} could not be read: {reason}.</source>
        <translation>{file} war nicht zu lesen: {reason}.</translation>
    </message>
    <message>
        <source>{file} could not be used: {reason}.</source>
        <translation>{file} konnte nicht benutzt werden: {reason}.</translation>
    </message>
    <message>
        <source>{file} could not be written ({reason}); the last step was not stored.</source>
        <translation>{file} war nicht zu beschreiben ({reason}); der letzte Schritt ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation>{file} war nicht zu schreiben: {reason}.</translation>
    </message>
    <message>
        <source>{file} ended the process that was reading it. Articles read from it: {count}. Save it with another program and try again.</source>
        <translation>{file} hat den Prozess beendet, der die Datei las. Daraus gelesene Artikel: {count}. Speichern Sie sie mit einem anderen Programm und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{file} exists already. Choose another name, or open it.</source>
        <translation>{file} gibt es schon. Einen anderen Namen wählen oder die Datei öffnen.</translation>
    </message>
    <message>
        <source>{file} has another name as well (a hard link). Always open it by this one: until it is closed, its last steps are missing under the other.</source>
        <translation>{file} hat noch einen zweiten Namen (Hardlink). Immer unter diesem Namen öffnen: Bis zum Schließen fehlen unter dem anderen die letzten Schritte.</translation>
    </message>
    <message>
        <source>{file} has learnt nothing yet that could be taken back.</source>
        <translation>{file} hat noch nichts gelernt, was sich zurücknehmen ließe.</translation>
    </message>
    <message>
        <source>{file} has more such faults, {count} in all. Export it again from where it came.</source>
        <translation>{file} hat weitere solche Fehler, insgesamt {count}. Exportieren Sie die Datei noch einmal von dort, woher sie kommt.</translation>
    </message>
    <message>
        <source>{file} has more than {limit} MB, which is the most that is read at once. Export it in parts.</source>
        <translation>{file} hat mehr als {limit} MB; mehr wird nicht auf einmal gelesen. In Teilen exportieren.</translation>
    </message>
    <message>
        <source>{file} has {size} MB; an article may have {limit} MB. Split it and import the parts.</source>
        <translation>{file} hat {size} MB, ein Artikel darf {limit} MB haben. Die Datei teilen und die Teile importieren.</translation>
    </message>
    <message>
        <source>{file} holds half a character (a lone surrogate) at {offset}. Save it again as UTF-8.</source>
        <translation>{file} enthält an Stelle {offset} ein halbes Zeichen (ein einzelnes Surrogat). Noch einmal als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>{file} holds more than {limit} articles; the rest was left out. Split it and import the parts.</source>
        <translation>{file} enthält mehr als {limit} Artikel; der Rest wurde weggelassen. Teilen Sie die Datei und importieren Sie die Teile.</translation>
    </message>
    <message>
        <source>{file} holds no article that can be read.</source>
        <translation>{file} enthält keinen lesbaren Artikel.</translation>
    </message>
    <message>
        <source>{file} holds no choices: {reason}. Give what export --dry-run --json prints, with each choice filled in.</source>
        <translation>{file} enthält keine Wahl: {reason}. Gebraucht wird, was export --dry-run --json ausgibt, mit eingetragener Wahl.</translation>
    </message>
    <message>
        <source>{file} holds no text.</source>
        <translation>{file} enthält keinen Text.</translation>
    </message>
    <message>
        <source>{file} holds pictures of its {pages} pages and no text. Have its text recognised (OCR) first.</source>
        <translation>{file} enthält Bilder von {pages} Seiten und keinen Text. Zuerst den Text erkennen lassen (OCR).</translation>
    </message>
    <message>
        <source>{file} is XML of a kind that cannot be read ({root}); feeds, NewsML and NITF can.</source>
        <translation>{file} ist XML einer Art, die nicht lesbar ist ({root}); lesbar sind Feeds, NewsML und NITF.</translation>
    </message>
    <message>
        <source>{file} is a database of another program, not a Spanwright project.</source>
        <translation>{file} ist die Datenbank eines anderen Programms, kein Spanwright-Projekt.</translation>
    </message>
    <message>
        <source>{file} is damaged (places found: {count}), and labels may be missing. Repair saves what can be read in a new file, and leaves this one as it is.</source>
        <translation>{file} ist beschädigt (gefundene Stellen: {count}), und Markierungen können fehlen. Reparieren rettet in eine neue Datei, was noch lesbar ist, und lässt diese, wie sie ist.</translation>
    </message>
    <message>
        <source>{file} is damaged ({place}). Copies that may still be whole lie in {backups}.</source>
        <translation>{file} ist beschädigt ({place}). Kopien, die noch heil sein können, liegen in {backups}.</translation>
    </message>
    <message>
        <source>{file} is nested too deeply to be read. Save it with another program and try again.</source>
        <translation>{file} ist zu tief verschachtelt, um gelesen zu werden. Speichern Sie die Datei mit einem anderen Programm und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{file} is no lock but a link, a folder, a pipe or a device. Remove it, then open the project again.</source>
        <translation>{file} ist keine Sperrdatei, sondern ein Link, ein Ordner, eine Pipe oder ein Gerät. Das entfernen und das Projekt dann noch einmal öffnen.</translation>
    </message>
    <message>
        <source>{file} is not a Spanwright project.</source>
        <translation>{file} ist kein Spanwright-Projekt.</translation>
    </message>
    <message>
        <source>{file} is not a plain text but a document, a picture or a program. Save it as plain text first.</source>
        <translation>{file} ist kein reiner Text, sondern ein Dokument, ein Bild oder ein Programm. Zuerst als reinen Text speichern.</translation>
    </message>
    <message>
        <source>{file} is not a schema: {place}: {reason}.</source>
        <translation>{file} ist kein Schema: {place}: {reason}.</translation>
    </message>
    <message>
        <source>{file} is not a text: it holds a NUL character at {offset}. Export it as plain text first.</source>
        <translation>{file} ist kein Text: An Stelle {offset} steht ein NUL-Zeichen. Zuerst als reinen Text exportieren.</translation>
    </message>
    <message>
        <source>{file} is not {encoding}: byte {offset} does not fit. Choose another encoding.</source>
        <translation>{file} ist nicht {encoding}: Byte {offset} passt nicht. Eine andere Kodierung wählen.</translation>
    </message>
    <message>
        <source>{file} is of a kind that cannot be read: {suffix}.</source>
        <translation>Dateien dieser Art sind nicht lesbar: {file} ({suffix}).</translation>
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
        <source>{file} is protected with a password. Save it without one first.</source>
        <translation>{file} ist mit einem Passwort geschützt. Zuerst ohne Passwort speichern.</translation>
    </message>
    <message>
        <source>{file} lies in a folder that cannot be written, and its last steps stand in {file}-wal. Copy both into another folder and open it there.</source>
        <translation>{file} liegt in einem schreibgeschützten Ordner, und die letzten Schritte stehen in {file}-wal. Beide in einen anderen Ordner kopieren und dort öffnen.</translation>
    </message>
    <message>
        <source>{file} was altered by another program ({objects}) and cannot be read safely. Make a cleaned copy: repair {file} OUT.</source>
        <translation>{file} wurde von einem anderen Programm verändert ({objects}) und lässt sich nicht sicher lesen. Eine bereinigte Kopie macht: repair {file} OUT.</translation>
    </message>
    <message>
        <source>{file} was altered by another program ({objects}) and is not written to: such a change can remove labels. Make a cleaned copy: repair {file} OUT.</source>
        <translation>{file} wurde von einem anderen Programm verändert ({objects}) und wird nicht beschrieben: Eine solche Änderung kann Labels entfernen. Eine bereinigte Kopie macht: repair {file} OUT.</translation>
    </message>
    <message>
        <source>{file} was made by a newer Spanwright. It was left untouched; open it with that version.</source>
        <translation>{file} stammt aus einem neueren Spanwright. Die Datei blieb unberührt; sie lässt sich mit jener Version öffnen.</translation>
    </message>
    <message>
        <source>{file} was made by an older Spanwright and has to be updated once, but cannot be written: {reason}. Copy it into a folder where you may write and open it there.</source>
        <translation>{file} stammt von einem älteren Spanwright und muss einmal aktualisiert werden, kann aber nicht beschrieben werden: {reason}. In einen beschreibbaren Ordner kopieren und dort öffnen.</translation>
    </message>
    <message>
        <source>{file} was made by an older Spanwright and must be opened for writing once.</source>
        <translation>{file} stammt aus einem älteren Spanwright und muss einmal zum Schreiben geöffnet werden.</translation>
    </message>
    <message>
        <source>{file} was moved or deleted while it was open; the last step was not stored. Save a copy, or put it back into {folder}.</source>
        <translation>{file} wurde verschoben oder gelöscht, während es offen war; der letzte Schritt ist nicht gespeichert. Eine Kopie speichern oder es nach {folder} zurücklegen.</translation>
    </message>
    <message>
        <source>{file} was read without the text of pages that hold none or only a picture: {pages}.</source>
        <translation>{file} ist gelesen, doch diese Seiten enthalten keinen Text oder nur ein Bild: {pages}.</translation>
    </message>
    <message>
        <source>{file} was truncated by another program while it was open; the last step was not stored. Save a copy of what can still be read; backups lie in {backups}.</source>
        <translation>{file} wurde von einem anderen Programm abgeschnitten, während es offen war; der letzte Schritt ist nicht gespeichert. Eine Kopie von dem speichern, was noch lesbar ist; Sicherungen liegen in {backups}.</translation>
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
        <source>{file}-wal or {file}-shm was moved, deleted or replaced by another program; the last step was not stored. Open {file} again.</source>
        <translation>{file}-wal oder {file}-shm wurde von einem anderen Programm verschoben, gelöscht oder ersetzt; der letzte Schritt ist nicht gespeichert. {file} noch einmal öffnen.</translation>
    </message>
    <message>
        <source>{file}: “{choice}” does not help the label that it stands for. What helps there: {names}.</source>
        <translation>{file}: „{choice}“ hilft der Markierung nicht, bei der es steht. Dort hilft: {names}.</translation>
    </message>
    <message>
        <source>{folder} could not be written: {reason}.</source>
        <translation>{folder} war nicht zu schreiben: {reason}.</translation>
    </message>
    <message>
        <source>{folder} holds no spaCy pipeline. Choose the folder that has a meta.json.</source>
        <translation>In {folder} liegt keine spaCy-Pipeline. Zu wählen ist der Ordner, in dem eine meta.json liegt.</translation>
    </message>
    <message>
        <source>{folder} holds no trained pipeline. Train first, or choose the folder that has a meta.json.</source>
        <translation>{folder} enthält keine trainierte Pipeline. Zuerst trainieren oder den Ordner wählen, in dem eine meta.json liegt.</translation>
    </message>
    <message>
        <source>{folder} is not what it was when this project last used it. If you have trained it anew since, or trust whoever changed it, add --trust.</source>
        <translation>{folder} ist nicht mehr, was es war, als dieses Projekt es zuletzt benutzte. Wenn Sie es seither neu trainiert haben oder dem trauen, der es verändert hat, fügen Sie --trust hinzu.</translation>
    </message>
    <message>
        <source>{folder} was not trained here, and a pipeline may run code. If you trust whoever made it, add --trust.</source>
        <translation>{folder} wurde nicht hier trainiert, und eine Pipeline kann Programme ausführen. Wer dem Hersteller vertraut, schreibt --trust dazu.</translation>
    </message>
    <message>
        <source>{format} needs the package {package}, which does not come along with the program. Where Spanwright runs from its sources: .venv/bin/python -m pip install {package}. Otherwise use a format that needs nothing.</source>
        <translation>{format} braucht das Paket {package}, das nicht mitkommt. Wo Spanwright aus den Quellen läuft: .venv/bin/python -m pip install {package}. Sonst ein Format nehmen, das nichts weiter braucht.</translation>
    </message>
    <message>
        <source>{name} could not be fetched, {address} does not answer: {reason}. Nothing is changed. Is this computer online, and is the address open to it? A pipeline that was fetched elsewhere can be added as a folder.</source>
        <translation>{name} konnte nicht geholt werden, {address} antwortet nicht: {reason}. Nichts ist verändert. Ist dieser Rechner im Netz, und ist ihm die Adresse offen? Eine anderswo geholte Pipeline lässt sich als Ordner hinzufügen.</translation>
    </message>
    <message>
        <source>{policy} is not a way to choose among overlapping labels: longest, shortest, first or layer:NAME.</source>
        <translation>{policy} ist kein Verfahren für überlappende Markierungen: longest, shortest, first oder layer:NAME.</translation>
    </message>
    <message>
        <source>{split} is not a split such as 80/10/10 (whole numbers that add up to 100).</source>
        <translation>{split} ist keine Aufteilung wie 80/10/10 (ganze Zahlen, die zusammen 100 ergeben).</translation>
    </message>
    <message>
        <source>{value} is not a Wikidata id. It is a Q with a number behind it (Q64), or the address of its page.</source>
        <translation>{value} ist keine Wikidata-Kennung. Das ist ein Q mit einer Zahl (Q64) oder die Adresse der Seite.</translation>
    </message>
    <message>
        <source>{value} is not a value of {attribute} in the schema.</source>
        <translation>{value} ist im Schema kein Wert von {attribute}.</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Files that were read before, and whose articles are all in the project: {count}; they were passed over.</source>
        <translation>Dateien, die schon gelesen wurden und deren Artikel alle da sind: {count}; sie wurden übergangen.</translation>
    </message>
    <message>
        <source>{title} holds single sentences of the articles beside it; it was left out.</source>
        <translation>{title} enthält einzelne Sätze der Artikel daneben und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{title} is a table of claims that was exported, not of articles; it was left out. To bring labels in, export them as Spanwright JSONL.</source>
        <translation>{title} ist eine exportierte Tabelle von Behauptungen, keine von Artikeln, und wurde ausgelassen. Markierungen lassen sich als Spanwright-JSONL übernehmen.</translation>
    </message>
    <message>
        <source>{title} is of a kind that cannot be read; it was left out.</source>
        <translation>{title} ist nicht von lesbarer Art und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{title} repeats {first}, word for word; it was added once.</source>
        <translation>{title} wiederholt {first} Wort für Wort; der Artikel wurde einmal hinzugefügt.</translation>
    </message>
    <message>
        <source>“{title}” has other words by now where “{other}” has a label; look at it: {words}.</source>
        <translation>In „{title}“ stehen jetzt andere Wörter, wo „{other}“ eine Markierung hat; bitte ansehen: {words}.</translation>
    </message>
    <message>
        <source>“{title}” is already in the project with other content; it was added once more, with new ids.</source>
        <translation>„{title}“ ist mit anderem Inhalt schon da und wurde noch einmal hinzugefügt, mit neuen Kennungen.</translation>
    </message>
    <message>
        <source>“{title}” is already in the project with the same labels; it was skipped.</source>
        <translation>„{title}“ ist mit denselben Markierungen schon da und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>“{title}” is already in the project, word for word; it was not added again.</source>
        <translation>„{title}“ ist Wort für Wort schon da und wurde nicht noch einmal hinzugefügt.</translation>
    </message>
    <message>
        <source>“{title}” is already in the project; labels and marks that were added to it: {added}, that were there already: {there}.</source>
        <translation>„{title}“ ist schon im Projekt; Labels und Angaben, die dazukamen: {added}, die schon da waren: {there}.</translation>
    </message>
    <message>
        <source>“{title}” is nearly the same as “{other}”; both are kept.</source>
        <translation>„{title}“ gleicht fast „{other}“; beide sind da.</translation>
    </message>
    <message>
        <source>“{title}” lacks words that have a label in “{other}”: {words}.</source>
        <translation>In „{title}“ fehlen Wörter, die in „{other}“ markiert sind: {words}.</translation>
    </message>
    <message>
        <source>“{title}” replaces “{other}”, which is set aside with its labels; undo takes that back.</source>
        <translation>„{title}“ ersetzt „{other}“; der alte Artikel ist mit seinen Markierungen beiseitegelegt. „Rückgängig“ nimmt das zurück.</translation>
    </message>
    <message>
        <source>“{title}”: another {label} of the same words was left out; there can be only one, and that of this project was kept.</source>
        <translation>„{title}“: Ein weiterer Bezug {label} derselben Wörter wurde ausgelassen; es kann nur einen geben, und der dieses Projekts blieb.</translation>
    </message>
    <message>
        <source>“{title}”: labels that were there already and have other fields or notes in the file: {count}; those of this project were kept.</source>
        <translation>„{title}“: Labels, die schon da waren und in der Datei andere Felder oder Notizen haben: {count}; die des Projekts wurden behalten.</translation>
    </message>
    <message>
        <source>“{title}”: the relation {label} was left out; the words it points to are not there.</source>
        <translation>„{title}“: Die Beziehung {label} fehlt; die Wörter, auf die sie zeigt, sind nicht da.</translation>
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
        <source>A click on a row leads to the place in the article.</source>
        <translation>Ein Klick auf eine Zeile führt zur Stelle im Artikel.</translation>
    </message>
    <message>
        <source>Being stopped…</source>
        <translation>Wird abgebrochen&#xa0;…</translation>
    </message>
    <message>
        <source>Checking what the format can hold…</source>
        <translation>Es wird geprüft, was das Format fasst&#xa0;…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing of these articles is lost.</source>
        <translation>Von diesen Artikeln geht nichts verloren.</translation>
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
        <source>Stopped too late: it is written to {target}, in part at least.</source>
        <translation>Zu spät abgebrochen: Es steht in {target}, zumindest ein Teil davon.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>There is no article to write.</source>
        <translation>Es gibt keinen Artikel zu schreiben.</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>{file} wird geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>{folder} holds {names} already.</source>
        <translation>{folder} enthält schon {names}.</translation>
    </message>
</context>
<context>
    <name>ExportOptions</name>
    <message>
        <source>Also open suggestions</source>
        <translation>Auch offene Vorschläge</translation>
    </message>
    <message>
        <source>Also those that a newer version replaces ({count})</source>
        <translation>Auch die durch eine neuere Fassung ersetzten ({count})</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Besides</source>
        <translation>Außerdem</translation>
    </message>
    <message>
        <source>Choose what to write: at least one kind of label.</source>
        <translation>Mindestens eine Art von Markierungen wählen.</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Annotiert von</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Leave out labels in page furniture</source>
        <translation>Markierungen im Beiwerk der Seite auslassen</translation>
    </message>
    <message>
        <source>Let training reach labels that are too long or far on</source>
        <translation>Alle Markierungen für das Training erreichbar machen</translation>
    </message>
    <message>
        <source>Of labels of parts of words</source>
        <translation>Von markierten Wortteilen</translation>
    </message>
    <message>
        <source>Of labels with gaps</source>
        <translation>Von Markierungen mit Lücken</translation>
    </message>
    <message>
        <source>Of overlapping labels</source>
        <translation>Von überlappenden Markierungen</translation>
    </message>
    <message>
        <source>Only those that are done ({done} of {all})</source>
        <translation>Nur fertige ({done} von {all})</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>Überlappungen</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Parts of words</source>
        <translation>Wortteile</translation>
    </message>
    <message>
        <source>Semicolons part the columns</source>
        <translation>Semikolons trennen die Spalten (Excel auf Deutsch)</translation>
    </message>
    <message>
        <source>Sentences nobody has read count as not annotated</source>
        <translation>Ungelesene Sätze gelten als nicht annotiert</translation>
    </message>
    <message>
        <source>Whose labels</source>
        <translation>Wessen Markierungen</translation>
    </message>
    <message>
        <source>With gaps</source>
        <translation>Mit Lücken</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>allen</translation>
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
        <translation>die erste gewinnt</translation>
    </message>
    <message>
        <source>the longest wins</source>
        <translation>die längste gewinnt</translation>
    </message>
    <message>
        <source>the shortest wins</source>
        <translation>die kürzeste gewinnt</translation>
    </message>
    <message>
        <source>those of “{layer}” first</source>
        <translation>zuerst die aus „{layer}“</translation>
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
        <source>articles</source>
        <translation>Artikel</translation>
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
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>bisher</translation>
    </message>
    <message>
        <source>so far, {time} an article</source>
        <translation>bisher, {time} je Artikel</translation>
    </message>
    <message>
        <source>time left (shown after {count} finished articles)</source>
        <translation>verbleiben: Schätzung ab {count} fertigen Artikeln</translation>
    </message>
</context>
<context>
    <name>FaultList</name>
    <message>
        <source>What could not be taken as it is</source>
        <translation>Was nicht so zu übernehmen war</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>&amp;Holds</source>
        <translation>&amp;Inhalt</translation>
    </message>
    <message>
        <source>What is said in it</source>
        <translation>Was darin steht</translation>
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
        <source>sources, each with address and words</source>
        <translation>Quellen, jede mit Adresse und Wortlaut</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
</context>
<context>
    <name>FieldGrid</name>
    <message>
        <source>Take all away</source>
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
        <translation>Teil des Datensatzes</translation>
    </message>
    <message>
        <source>start or end</source>
        <translation>start oder end</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Stand</translation>
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
    <name>FilterBar</name>
    <message>
        <source>Annotator</source>
        <translation>Annotiert von</translation>
    </message>
    <message>
        <source>Anything of {layer}</source>
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
        <source>Claims of whoever’s name holds these words:</source>
        <translation>Behauptungen von Urhebern, deren Name diese Wörter enthält:</translation>
    </message>
    <message>
        <source>Date…</source>
        <translation>Datum&#xa0;…</translation>
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
        <translation>Stand</translation>
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
        <source>Nothing fits.</source>
        <translation>Nichts passt.</translation>
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
    <name>Foot</name>
    <message>
        <source>Do it</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
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
        <source>ATLAS.ti, MAXQDA and NVivo open it.</source>
        <translation>ATLAS.ti, MAXQDA und NVivo öffnen es.</translation>
    </message>
    <message>
        <source>Archives and web annotation tools read it.</source>
        <translation>Archive und Werkzeuge für Web-Annotationen lesen es.</translation>
    </message>
    <message>
        <source>Browsers show it: each claim with its evidence, to be read.</source>
        <translation>Browser zeigen es: jede Behauptung mit ihren Belegen, zum Lesen.</translation>
    </message>
    <message>
        <source>CSV of claim cards</source>
        <translation>CSV mit Behauptungskarten</translation>
    </message>
    <message>
        <source>CSV of spans</source>
        <translation>CSV mit Markierungen</translation>
    </message>
    <message>
        <source>Claims, to check and to publish</source>
        <translation>Behauptungen, zum Prüfen und Veröffentlichen</translation>
    </message>
    <message>
        <source>Classifiers of sentences train on it: each is worth checking, or not.</source>
        <translation>Klassifikatoren für Sätze lernen daraus: jeder ist zu prüfen oder nicht.</translation>
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
        <source>Editors and wikis show it: each claim with its evidence, to be read.</source>
        <translation>Editoren und Wikis zeigen es: jede Behauptung mit ihren Belegen, zum Lesen.</translation>
    </message>
    <message>
        <source>Flair and most taggers read it: a token and its label a line.</source>
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
        <source>GLiNER is fine-tuned with it.</source>
        <translation>GLiNER wird damit nachtrainiert.</translation>
    </message>
    <message>
        <source>INCEpTION and dkpro-cassis read it; it is quicker to look at than XMI.</source>
        <translation>INCEpTION und dkpro-cassis lesen es; es ist schneller zu überblicken als XMI.</translation>
    </message>
    <message>
        <source>INCEpTION and other UIMA tools import it.</source>
        <translation>INCEpTION und andere UIMA-Programme importieren es.</translation>
    </message>
    <message>
        <source>It cannot hold: {missing}.</source>
        <translation>Es fasst nicht: {missing}.</translation>
    </message>
    <message>
        <source>It holds everything.</source>
        <translation>Es fasst alles.</translation>
    </message>
    <message>
        <source>Label Studio imports it; the labelling configuration is written beside it.</source>
        <translation>Label Studio importiert es; die Konfiguration der Labels wird daneben geschrieben.</translation>
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
        <source>Publishers put it into their page, whose address they add; search engines show the verdict.</source>
        <translation>Wer veröffentlicht, setzt es in die eigene Seite und ergänzt deren Adresse; Suchmaschinen zeigen das Urteil.</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>REFI-QDA-Projekt</translation>
    </message>
    <message>
        <source>Spanwright reads it back with everything in it; scripts find one article a line.</source>
        <translation>Spanwright liest es mit allem wieder ein; Skripte finden je Zeile einen Artikel.</translation>
    </message>
    <message>
        <source>Spreadsheets open it: a claim a row, each field in a column.</source>
        <translation>Tabellenprogramme öffnen es: eine Behauptung je Zeile, jedes Feld in einer Spalte.</translation>
    </message>
    <message>
        <source>Spreadsheets open it: a label a row.</source>
        <translation>Tabellenprogramme öffnen es: je Zeile eine Markierung.</translation>
    </message>
    <message>
        <source>Systems that attribute quotations train on it: source, cue and content.</source>
        <translation>Systeme, die Zitate zuordnen, lernen daraus: Urheber, Signal und Inhalt.</translation>
    </message>
    <message>
        <source>Systems that check claims against texts train on it; the texts are written beside it.</source>
        <translation>Systeme, die Behauptungen an Texten prüfen, lernen daraus; die Texte liegen daneben.</translation>
    </message>
    <message>
        <source>Systems that check claims train on it: verdict, justification and evidence.</source>
        <translation>Systeme, die Behauptungen prüfen, lernen daraus: Urteil, Begründung und Belege.</translation>
    </message>
    <message>
        <source>TSV of spans</source>
        <translation>TSV mit Markierungen</translation>
    </message>
    <message>
        <source>The same as Parquet, smaller and typed; the package pyarrow has to be installed for it.</source>
        <translation>Dasselbe als Parquet, kleiner und mit Typen; dafür muss das Paket pyarrow installiert sein.</translation>
    </message>
    <message>
        <source>To keep and to pass on</source>
        <translation>Zum Aufbewahren und Weitergeben</translation>
    </message>
    <message>
        <source>To train with</source>
        <translation>Zum Trainieren</translation>
    </message>
    <message>
        <source>brat shows it: a text and its labels in two files an article.</source>
        <translation>brat zeigt es an: je Artikel zwei Dateien, Text und Markierungen.</translation>
    </message>
    <message>
        <source>datasets and transformers of Hugging Face load it for token classification.</source>
        <translation>datasets und transformers von Hugging Face laden es zur Token-Klassifikation.</translation>
    </message>
    <message>
        <source>doccano JSONL with relations</source>
        <translation>doccano JSONL mit Beziehungen</translation>
    </message>
    <message>
        <source>doccano imports it into a project of sequence labelling.</source>
        <translation>doccano importiert es in ein Projekt für Sequence Labeling.</translation>
    </message>
    <message>
        <source>doccano imports it into a project with relations.</source>
        <translation>doccano importiert es in ein Projekt mit Beziehungen.</translation>
    </message>
    <message>
        <source>fields and notes</source>
        <translation>Felder und Notizen</translation>
    </message>
    <message>
        <source>labels of parts of words</source>
        <translation>Markierungen von Wortteilen</translation>
    </message>
    <message>
        <source>labels of whole articles</source>
        <translation>Labels ganzer Artikel</translation>
    </message>
    <message>
        <source>labels that are no claims</source>
        <translation>Markierungen, die keine Behauptungen sind</translation>
    </message>
    <message>
        <source>labels with gaps</source>
        <translation>Markierungen mit Lücken</translation>
    </message>
    <message>
        <source>overlapping labels</source>
        <translation>überlappende Markierungen</translation>
    </message>
    <message>
        <source>pandas, R and spreadsheets open it: a label a row.</source>
        <translation>pandas, R und Tabellenprogramme öffnen es: je Zeile eine Markierung.</translation>
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
        <translation>gelesene leere Sätze, Stände, Stapel und Prioritäten</translation>
    </message>
    <message>
        <source>some details of articles</source>
        <translation>manche Angaben zu Artikeln</translation>
    </message>
    <message>
        <source>some of the fields, and notes</source>
        <translation>einige Felder, und Notizen</translation>
    </message>
    <message>
        <source>spaCy folder to train in</source>
        <translation>spaCy-Ordner zum Trainieren</translation>
    </message>
    <message>
        <source>spaCy trains in it as it is: parts, configurations for names and claims, a data statement.</source>
        <translation>spaCy trainiert darin, wie es ist: Teile, Konfigurationen für Namen und Behauptungen, eine Datenbeschreibung.</translation>
    </message>
    <message>
        <source>spaCy trains on it as it is.</source>
        <translation>spaCy trainiert damit, wie es ist.</translation>
    </message>
    <message>
        <source>which layer a label is of</source>
        <translation>zu welcher Ebene ein Label gehört</translation>
    </message>
    <message>
        <source>who decided</source>
        <translation>wer entschieden hat</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>A byte order mark stands at character {column}, as where files were joined; the line was left out. Delete the mark, or import the files one by one.</source>
        <translation>Bei Zeichen {column} steht eine Bytereihenfolge-Marke wie dort, wo Dateien zusammengefügt wurden; die Zeile wurde ausgelassen. Die Marke löschen oder die Dateien einzeln importieren.</translation>
    </message>
    <message>
        <source>All quotes would fit if offsets counted UTF-16 units. Nothing was moved; choose UTF-16 units when you import.</source>
        <translation>Alle Zitate würden passen, wenn in UTF-16-Einheiten gezählt würde. Nichts wurde verschoben; beim Importieren „UTF-16-Einheiten“ wählen.</translation>
    </message>
    <message>
        <source>All quotes would fit if offsets counted UTF-16 units. Nothing was moved; import with --offsets utf16.</source>
        <translation>Alle Zitate würden passen, wenn in UTF-16-Einheiten gezählt würde. Nichts wurde verschoben; mit --offsets utf16 importieren.</translation>
    </message>
    <message>
        <source>Choose which of overlapping labels wins, or export one layer.</source>
        <translation>Einen anderen Vorrang wählen oder nur eine Ebene exportieren.</translation>
    </message>
    <message>
        <source>Correct its edges, or let the export widen labels or split tokens.</source>
        <translation>Grenzen berichtigen, auf ganze Token erweitern oder Token teilen lassen.</translation>
    </message>
    <message>
        <source>Export one annotator after the other, or as Spanwright&apos;s own JSONL.</source>
        <translation>Die Annotatoren nacheinander exportieren, oder als Spanwrights eigenes JSONL.</translation>
    </message>
    <message>
        <source>Export one layer after the other, or as Spanwright&apos;s own JSONL.</source>
        <translation>Eine Ebene nach der anderen exportieren, oder als Spanwrights eigenes JSONL.</translation>
    </message>
    <message>
        <source>Export the layer of claims alone, without such losses.</source>
        <translation>Nur die Ebene der Behauptungen exportieren, dann geht so nichts verloren.</translation>
    </message>
    <message>
        <source>Export the layers of both ends, without such losses.</source>
        <translation>Die Ebenen beider Enden verlustfrei exportieren.</translation>
    </message>
    <message>
        <source>Export with page furniture, or change what counts as such.</source>
        <translation>Mit Beiwerk exportieren oder das Beiwerk ändern.</translation>
    </message>
    <message>
        <source>Fill in the claim&apos;s verdict, check-worthiness or cue, whichever it lacks.</source>
        <translation>Urteil, Prüfwert oder Signal der Behauptung ergänzen, je nachdem, was fehlt.</translation>
    </message>
    <message>
        <source>From here on the file is broken or cut off ({reason}); the rest was left out. Export it again.</source>
        <translation>Ab hier ist die Datei beschädigt oder abgeschnitten ({reason}); der Rest wurde ausgelassen. Noch einmal exportieren.</translation>
    </message>
    <message>
        <source>It occurs twice; the second one was left out. Give each an id of its own.</source>
        <translation>Der Eintrag ist doppelt da; der zweite wurde ausgelassen. Jedem eine eigene ID geben.</translation>
    </message>
    <message>
        <source>It was cancelled there and left out.</source>
        <translation>Es wurde dort abgebrochen und ausgelassen.</translation>
    </message>
    <message>
        <source>Leave it out, or raise the largest width that the trainer looks for.</source>
        <translation>Auslassen oder dem Training eine größere Breite erlauben.</translation>
    </message>
    <message>
        <source>Let the export write it as one piece or its longest part; Spanwright&apos;s own JSONL holds it.</source>
        <translation>Als ein Stück oder nur den längsten Teil schreiben lassen; Spanwrights eigenes JSONL enthält es ganz.</translation>
    </message>
    <message>
        <source>Let training reach it, by writing long articles in pieces.</source>
        <translation>Für das Training erreichbar machen: lange Artikel stehen dann in Stücken in der Datei.</translation>
    </message>
    <message>
        <source>Let training reach it, which takes longer, or leave it out.</source>
        <translation>Für das Training erreichbar machen, das dann länger dauert, oder auslassen.</translation>
    </message>
    <message>
        <source>Not written: {label} (articles: {count}).</source>
        <translation>Fehlt in der Datei: {label} (Artikel: {count}).</translation>
    </message>
    <message>
        <source>Nothing to do if the file&apos;s own tokens are trained on.</source>
        <translation>Nichts zu tun, wenn mit den Tokens der Datei trainiert wird.</translation>
    </message>
    <message>
        <source>Nothing to do; its words are all there.</source>
        <translation>Nichts zu tun, alle Wörter sind da.</translation>
    </message>
    <message>
        <source>Remove it, or correct its edges.</source>
        <translation>Entfernen oder die Grenzen berichtigen.</translation>
    </message>
    <message>
        <source>Somebody refused the article ({answer}); it was left out. Change that there to have it here.</source>
        <translation>Der Artikel wurde abgelehnt ({answer}) und ausgelassen. Soll er hierher, muss das dort geändert werden.</translation>
    </message>
    <message>
        <source>Spanwright&apos;s own JSONL holds it.</source>
        <translation>Spanwrights eigenes JSONL enthält es.</translation>
    </message>
    <message>
        <source>Take that choice back.</source>
        <translation>Diese Wahl zurücknehmen.</translation>
    </message>
    <message>
        <source>The article&apos;s {label} ({quote}) was not written.</source>
        <translation>{label} ({quote}) zum Artikel fehlt in der Datei.</translation>
    </message>
    <message>
        <source>The column {field} holds neither words nor numbers nor lists of them and was left out. Write it as words.</source>
        <translation>Die Spalte {field} enthält weder Wörter noch Zahlen noch Listen davon und fehlt. Sie als Wörter schreiben.</translation>
    </message>
    <message>
        <source>The file is UTF-16, nothing was read. Save it again as UTF-8.</source>
        <translation>Die Datei ist UTF-16, nichts wurde gelesen. Noch einmal als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>The file says “{quote}”, at {start}–{end} stands “{found}”. Its place may be wrong.</source>
        <translation>Die Datei nennt „{quote}“, an {start}–{end} steht „{found}“. Die Stelle kann falsch sein.</translation>
    </message>
    <message>
        <source>The id {id} is taken or none of Spanwright&apos;s; it got a new one.</source>
        <translation>Die Kennung {id} ist vergeben oder keine von Spanwright; der Eintrag bekam eine neue.</translation>
    </message>
    <message>
        <source>The id {id} stands in line {first} already. Nothing was left out; give each an id of its own if they are two articles.</source>
        <translation>Die ID {id} steht schon in Zeile {first}. Ausgelassen wurde nichts; sind es zwei Artikel, jedem eine eigene ID geben.</translation>
    </message>
    <message>
        <source>The id {id} stands in line {first} already; this article was left out. Give it an id of its own.</source>
        <translation>Die ID {id} steht schon in Zeile {first}; dieser Artikel wurde ausgelassen. Ihm eine eigene ID geben.</translation>
    </message>
    <message>
        <source>The labels are numbers, and no README.md beside the file names them; the line was left out. Put the dataset&apos;s card beside it.</source>
        <translation>Die Labels sind Zahlen, und keine README.md neben der Datei nennt sie; die Zeile wurde ausgelassen. Die Karte des Datensatzes daneben legen.</translation>
    </message>
    <message>
        <source>The line breaks off in what begins at character {column} and was left out. Export the file again, whole.</source>
        <translation>Die Zeile bricht in dem ab, was bei Zeichen {column} beginnt, und wurde ausgelassen. Die Datei noch einmal ganz exportieren.</translation>
    </message>
    <message>
        <source>The line has more than {limit} MB and was left out. Part what it holds into several.</source>
        <translation>Die Zeile hat mehr als {limit} MB und wurde ausgelassen. Ihren Inhalt auf mehrere verteilen.</translation>
    </message>
    <message>
        <source>The line has no list of tokens and was left out. Export it with its tokens.</source>
        <translation>Die Zeile hat keine Liste von Tokens und wurde ausgelassen. Sie mit ihren Tokens exportieren.</translation>
    </message>
    <message>
        <source>The line has one column and was left out. Write a token and its label there.</source>
        <translation>Die Zeile hat nur eine Spalte und wurde ausgelassen. Dort ein Token und sein Label schreiben.</translation>
    </message>
    <message>
        <source>The line holds a NUL or half a character (a lone surrogate) and was left out. Delete that there.</source>
        <translation>Die Zeile enthält ein NUL-Zeichen oder ein halbes Zeichen (ein einzelnes Surrogat) und wurde ausgelassen. Es dort löschen.</translation>
    </message>
    <message>
        <source>The line holds a number that JSON lacks ({reason}) and was left out. Write another or null.</source>
        <translation>Die Zeile enthält eine Zahl, die JSON nicht hat ({reason}), und wurde ausgelassen. Eine andere schreiben oder null.</translation>
    </message>
    <message>
        <source>The line is nested too deeply and was left out. Take out what does not belong to the article.</source>
        <translation>Die Zeile ist zu tief verschachtelt und wurde ausgelassen. Herausnehmen, was nicht zum Artikel gehört.</translation>
    </message>
    <message>
        <source>The line is no JSON from character {column} on (“{found}”) and was left out. Correct it there, or export the file again.</source>
        <translation>Die Zeile ist ab Zeichen {column} kein JSON („{found}“) und wurde ausgelassen. Sie dort verbessern oder die Datei noch einmal exportieren.</translation>
    </message>
    <message>
        <source>The line is not UTF-8 (byte {offset}) and was left out. Save the file again as UTF-8.</source>
        <translation>Die Zeile ist nicht UTF-8 (Byte {offset}) und wurde ausgelassen. Die Datei noch einmal als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>The line is not an object in curly brackets and was left out. Write one article a line.</source>
        <translation>Die Zeile ist kein Objekt in geschweiften Klammern und wurde ausgelassen. Je Zeile einen Artikel schreiben.</translation>
    </message>
    <message>
        <source>The line is of format {format}, which this Spanwright does not know, and was left out. Update Spanwright.</source>
        <translation>Die Zeile hat das Format {format}, das dieses Spanwright nicht kennt, und wurde ausgelassen. Spanwright auf den neuesten Stand bringen.</translation>
    </message>
    <message>
        <source>The note of {label} “{quote}” has control characters; each was written as a replacement character.</source>
        <translation>Die Notiz von {label} „{quote}“ enthält Steuerzeichen; jedes wurde als Ersatzzeichen geschrieben.</translation>
    </message>
    <message>
        <source>The parts are not in order, overlap, or do not go from start to end; it was left out. Correct them.</source>
        <translation>Die Teile sind nicht geordnet, überlappen oder reichen nicht von Anfang bis Ende; der Eintrag wurde ausgelassen. Sie dort verbessern.</translation>
    </message>
    <message>
        <source>The project has no label {label}; it was left out. Add the label, or say which one it is here.</source>
        <translation>Das Projekt hat kein Label {label}; der Eintrag wurde ausgelassen. Das Label anlegen oder angeben, welches es hier ist.</translation>
    </message>
    <message>
        <source>The project has no relation {label}; it was left out. Say which one it is here.</source>
        <translation>Das Projekt hat keine Beziehung {label}; der Eintrag wurde ausgelassen. Angeben, welche es hier ist.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” was not written.</source>
        <translation>Die Beziehung {label} von „{quote}“ fehlt in der Datei.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” was not written: it ends in another article.</source>
        <translation>Die Beziehung {label} von „{quote}“ fehlt in der Datei, denn sie endet in einem anderen Artikel.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” was not written: it joins labels of several annotators.</source>
        <translation>Die Beziehung {label} von „{quote}“ fehlt in der Datei, denn sie verbindet Labels mehrerer Annotatoren.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” was not written: its claim was not.</source>
        <translation>Die Beziehung {label} von „{quote}“ fehlt in der Datei: ihre Behauptung fehlt.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” was not written: its ends are in different pieces.</source>
        <translation>Die Beziehung {label} von „{quote}“ fehlt in der Datei, denn ihre Enden liegen in verschiedenen Stücken.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” was not written: one of its ends was not.</source>
        <translation>Die Beziehung {label} von „{quote}“ fehlt in der Datei, denn eines ihrer Enden fehlt.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” was not written: the format has no place for it.</source>
        <translation>Die Beziehung {label} von „{quote}“ steht nicht in der Datei: das Format hat keinen Platz dafür.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” was written without its attributes.</source>
        <translation>Die Beziehung {label} von „{quote}“ steht ohne ihre Angaben in der Datei.</translation>
    </message>
    <message>
        <source>The relation {label} from “{quote}” was written without the name of its annotator.</source>
        <translation>Die Beziehung {label} von „{quote}“ steht ohne den Namen des Annotators in der Datei.</translation>
    </message>
    <message>
        <source>The sentence “{quote}” was read and is empty; that was not written.</source>
        <translation>Der Satz „{quote}“ wurde gelesen und ist leer; das wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>The state of “{quote}” (done or skipped) and its note were not written.</source>
        <translation>Der Stand von „{quote}“ (fertig oder übersprungen) und die Notiz dazu wurden nicht geschrieben.</translation>
    </message>
    <message>
        <source>The suggestion {label} “{quote}” was not written.</source>
        <translation>Der Vorschlag {label} „{quote}“ fehlt in der Datei.</translation>
    </message>
    <message>
        <source>The suggestion {label} “{quote}” was written without the relations that come with it.</source>
        <translation>Der Vorschlag {label} „{quote}“ steht ohne die Beziehungen in der Datei, die zu ihm gehören.</translation>
    </message>
    <message>
        <source>The text has emoji, and both ways to count them fit its labels as well; UTF-16 units were taken. If labels stand in the wrong place, choose characters when you import.</source>
        <translation>Der Text enthält Emojis, und beide Arten, sie zu zählen, passen gleich gut zu den Labels; gezählt wurde in UTF-16-Einheiten. Stehen Labels falsch, beim Importieren „Zeichen“ wählen.</translation>
    </message>
    <message>
        <source>The text has emoji, and both ways to count them fit its labels as well; UTF-16 units were taken. If labels stand in the wrong place, import with --offsets characters.</source>
        <translation>Der Text enthält Emojis, und beide Arten, sie zu zählen, passen gleich gut zu den Labels; gezählt wurde in UTF-16-Einheiten. Stehen Labels falsch, mit --offsets characters importieren.</translation>
    </message>
    <message>
        <source>The text is not the one that the checksum was made for; labels may stand in the wrong place.</source>
        <translation>Der Text passt nicht zur Prüfsumme; Markierungen können an falscher Stelle stehen.</translation>
    </message>
    <message>
        <source>The text of {name} is not in the file as UTF-8 and was left out. Export it with its texts.</source>
        <translation>Der Text von {name} steht nicht als UTF-8 in der Datei und wurde ausgelassen. Mit den Texten exportieren.</translation>
    </message>
    <message>
        <source>The text of “{quote}” has control characters; each was written as a replacement character.</source>
        <translation>Der Text von „{quote}“ enthält Steuerzeichen; für jedes steht ein Ersatzzeichen in der Datei.</translation>
    </message>
    <message>
        <source>The title “{quote}” has control characters; each was written as a replacement character.</source>
        <translation>Der Titel „{quote}“ enthält Steuerzeichen; jedes wurde als Ersatzzeichen geschrieben.</translation>
    </message>
    <message>
        <source>There is more like that, {count} in all; only the first are told.</source>
        <translation>Davon gibt es mehr, insgesamt {count}; nur die ersten werden genannt.</translation>
    </message>
    <message>
        <source>There is more like that, {count} in all; only the first are told. Export the file again.</source>
        <translation>Davon gibt es mehr, insgesamt {count}; nur die ersten werden genannt. Exportieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>There is no text; the article was left out. Write its text there.</source>
        <translation>Es gibt keinen Text; der Artikel wurde ausgelassen. Seinen Text dort schreiben.</translation>
    </message>
    <message>
        <source>What {line} says is nothing that the format has; it was left out. Correct or delete it there.</source>
        <translation>Was bei {line} steht, kennt das Format nicht; es wurde ausgelassen. Es dort verbessern oder löschen.</translation>
    </message>
    <message>
        <source>a byte order mark, as where files were joined</source>
        <translation>eine Bytereihenfolge-Marke wie dort, wo Dateien zusammengefügt wurden</translation>
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
        <source>a number that JSON lacks</source>
        <translation>eine Zahl, die JSON nicht hat</translation>
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
        <source>articles in which nothing is labelled that the format holds</source>
        <translation>Artikel ohne Markierungen, die das Format aufnimmt</translation>
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
        <source>it breaks off</source>
        <translation>sie bricht ab</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>no JSON</source>
        <translation>kein JSON</translation>
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
        <source>the list is not closed</source>
        <translation>die Liste ist nicht geschlossen</translation>
    </message>
    <message>
        <source>the list was closed before</source>
        <translation>die Liste war schon geschlossen</translation>
    </message>
    <message>
        <source>the text as it is, with its spaces and line breaks</source>
        <translation>der Text, wie er ist, mit Leerzeichen und Umbrüchen</translation>
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
        <source>where labels come from</source>
        <translation>woher Markierungen stammen</translation>
    </message>
    <message>
        <source>which paragraphs are page furniture</source>
        <translation>welche Absätze Beiwerk sind</translation>
    </message>
    <message>
        <source>which part of a split they are in</source>
        <translation>zu welchem Teil der Aufteilung sie gehören</translation>
    </message>
    <message>
        <source>{field} belongs to {id}, which has no label; it was left out. Label that there.</source>
        <translation>{field} gehört zu {id}, wo es kein Label gibt; der Eintrag wurde ausgelassen. Dort ein Label geben.</translation>
    </message>
    <message>
        <source>{field} cannot be a suggestion here; it was left out.</source>
        <translation>{field} kann hier kein Vorschlag sein; der Eintrag wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{field} is missing; it was left out. Add it and import the file again.</source>
        <translation>{field} fehlt; der Eintrag wurde ausgelassen. Es ergänzen und die Datei noch einmal importieren.</translation>
    </message>
    <message>
        <source>{field} is not {expected} and was left out. Correct it there.</source>
        <translation>{field} wurde ausgelassen; erwartet: {expected}. Es dort verbessern.</translation>
    </message>
    <message>
        <source>{field} is unknown here and was left out.</source>
        <translation>{field} ist hier unbekannt und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{field} names {id}, which is not there; it was left out. Export the file with it.</source>
        <translation>{field} nennt {id}, was nicht da ist; der Eintrag wurde ausgelassen. Die Datei damit exportieren.</translation>
    </message>
    <message>
        <source>{field} says nothing that has a place here; it was left out.</source>
        <translation>{field} sagt nichts, was hier einen Platz hat; der Eintrag wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}, Zeile {line}</translation>
    </message>
    <message>
        <source>{label} covers nothing but white space and was not written.</source>
        <translation>{label} umfasst nur Leerraum und fehlt in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” begins or ends inside a token and was not written.</source>
        <translation>{label} „{quote}“ zerschneidet ein Token und fehlt in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” begins or ends inside a token, which was split there.</source>
        <translation>{label} „{quote}“ beginnt oder endet mitten in einem Token, das dort geteilt wurde.</translation>
    </message>
    <message>
        <source>{label} “{quote}” has gaps and was not written.</source>
        <translation>{label} „{quote}“ hat Lücken und fehlt in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” has gaps and was written with the words in them.</source>
        <translation>{label} „{quote}“ hat Lücken und steht mit den Wörtern darin in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” has gaps; only the longest of its parts was written.</source>
        <translation>{label} „{quote}“ hat Lücken; nur der längste Teil steht in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” overlaps another and is among the spans only, not among the entities.</source>
        <translation>{label} „{quote}“ überlappt und steht nur unter spans, nicht unter ents.</translation>
    </message>
    <message>
        <source>{label} “{quote}” overlaps another and was not written.</source>
        <translation>{label} „{quote}“ überlappt eine andere Markierung und fehlt in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” stands in page furniture and was not written.</source>
        <translation>{label} „{quote}“ steht im Beiwerk der Seite und fehlt in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” was left out, as somebody chose.</source>
        <translation>{label} „{quote}“ wurde ausgelassen, wie gewählt.</translation>
    </message>
    <message>
        <source>{label} “{quote}” was not written: it lacks what the format is about, or has a value unknown there.</source>
        <translation>{label} „{quote}“ steht nicht in der Datei: es fehlt, wovon das Format handelt, oder der Wert ist dort unbekannt.</translation>
    </message>
    <message>
        <source>{label} “{quote}” was not written: the format is about claims alone.</source>
        <translation>{label} „{quote}“ steht nicht in der Datei: das Format handelt nur von Behauptungen.</translation>
    </message>
    <message>
        <source>{label} “{quote}” was widened to whole tokens.</source>
        <translation>{label} „{quote}“ wurde auf ganze Token erweitert.</translation>
    </message>
    <message>
        <source>{label} “{quote}” was written only as words of its claim.</source>
        <translation>{label} „{quote}“ steht nur mit seinen Wörtern bei der Behauptung.</translation>
    </message>
    <message>
        <source>{label} “{quote}” was written with the name of whom it means, without other names.</source>
        <translation>{label} „{quote}“ steht mit nur einem Namen der gemeinten Person oder Stelle in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” was written without its attributes and note.</source>
        <translation>{label} „{quote}“ steht ohne Felder und Notiz in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” was written without its layer, and other layers have a label {label}, too.</source>
        <translation>{label} „{quote}“ wurde ohne Ebene geschrieben, und auch andere Ebenen haben ein Label {label}.</translation>
    </message>
    <message>
        <source>{label} “{quote}” was written without some of its fields or its note.</source>
        <translation>{label} „{quote}“ steht ohne einige der Felder oder ohne Notiz in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” was written without the name of its annotator.</source>
        <translation>{label} „{quote}“ steht ohne den Namen des Annotators in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” was written without the white space around it.</source>
        <translation>{label} „{quote}“ steht ohne den Leerraum am Rand in der Datei.</translation>
    </message>
    <message>
        <source>{label} “{quote}” was written, but has more words than the trainer looks for.</source>
        <translation>{label} „{quote}“ steht in der Datei, hat aber mehr Wörter, als das Training berücksichtigt.</translation>
    </message>
    <message>
        <source>{label} “{quote}” was written, but is longer or shorter than what training will look for.</source>
        <translation>{label} „{quote}“ steht in der Datei, hat aber eine Länge, nach der das Training nicht sucht.</translation>
    </message>
    <message>
        <source>{label} “{quote}” was written, but stands behind what models read of so long an article.</source>
        <translation>{label} „{quote}“ steht in der Datei, aber hinter dem, was Modelle von einem so langen Artikel lesen.</translation>
    </message>
    <message>
        <source>{split} is not train, dev or test and was left out.</source>
        <translation>{split} ist weder train noch dev noch test und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{start}–{end} is not a range in a text of {length} characters; it was left out. Offsets count from 0, and the end is exclusive; where they count UTF-16 units, choose that when you import.</source>
        <translation>{start}–{end} ist kein Bereich in einem Text von {length} Zeichen; der Eintrag wurde ausgelassen. Gezählt wird von 0, das Ende gehört nicht dazu; zählt die Datei UTF-16-Einheiten, das beim Importieren wählen.</translation>
    </message>
    <message>
        <source>{start}–{end} is not a range in a text of {length} characters; it was left out. Offsets count from 0, and the end is exclusive; where they count UTF-16 units, import with --offsets utf16.</source>
        <translation>{start}–{end} ist kein Bereich in einem Text von {length} Zeichen; der Eintrag wurde ausgelassen. Gezählt wird von 0, das Ende gehört nicht dazu; zählt die Datei UTF-16-Einheiten, mit --offsets utf16 importieren.</translation>
    </message>
    <message>
        <source>{value} is not a date such as 2026-11-24 and was left out.</source>
        <translation>{value} ist kein Datum wie 2026-11-24 und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{value} is not a value of {field} in this project; the field was left out. Add the value first.</source>
        <translation>{value} ist in diesem Projekt kein Wert von {field}; das Feld wurde ausgelassen. Den Wert vorher hinzufügen.</translation>
    </message>
    <message>
        <source>“{quote}” was written in several pieces, so that models read all of it.</source>
        <translation>„{quote}“ steht in mehreren Stücken in der Datei, damit Modelle alles davon lesen.</translation>
    </message>
    <message>
        <source>“{quote}” was written without its batch, {label}.</source>
        <translation>„{quote}“ wurde ohne den Stapel {label} geschrieben.</translation>
    </message>
    <message>
        <source>“{quote}” was written without its priority.</source>
        <translation>„{quote}“ wurde ohne Priorität geschrieben.</translation>
    </message>
</context>
<context>
    <name>GoingOn</name>
    <message>
        <source>Suggestions are hidden: show them, or finish with Article → Done.</source>
        <translation>Vorschläge sind ausgeblendet: einblenden oder mit Artikel → Fertig abschließen.</translation>
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
        <source>Called</source>
        <translation>So genannt</translation>
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
        <source>People and bodies</source>
        <translation>Personen und Stellen</translation>
    </message>
</context>
<context>
    <name>GrowthPage</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>F, {count} articles</source>
        <translation>F, {count} Artikel</translation>
    </message>
    <message>
        <source>For {gain} more F</source>
        <translation>Für {gain} F mehr</translation>
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
        <source>Trains four times: on a quarter, a half, three quarters and all of the articles.</source>
        <translation>Trainiert viermal: an einem Viertel, der Hälfte, drei Vierteln und allen Artikeln.</translation>
    </message>
    <message>
        <source>What more articles would bring</source>
        <translation>Was mehr Artikel brächten</translation>
    </message>
    <message>
        <source>about {articles} more articles</source>
        <translation>etwa {articles} Artikel mehr</translation>
    </message>
    <message>
        <source>about {articles} more articles, {hours} h</source>
        <translation>etwa {articles} Artikel mehr, {hours} h</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>nicht vorherzusagen</translation>
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
        <source>No guidelines are written for this label yet.</source>
        <translation>Zu diesem Label ist noch nichts im Leitfaden geschrieben.</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Capital and small letters are the same</source>
        <translation>Groß- und Kleinbuchstaben gelten als gleich</translation>
    </message>
    <message>
        <source>Endings</source>
        <translation>Endungen</translation>
    </message>
    <message>
        <source>Ignore case</source>
        <translation>Groß = klein</translation>
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
        <source>“Deutschlands” is “Deutschland”, too</source>
        <translation>Auch „Deutschlands“ ist „Deutschland“</translation>
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
        <source>For “{field}”: click on it, or type words of it</source>
        <translation>Für „{field}“: darauf klicken oder Wörter davon tippen</translation>
    </message>
    <message>
        <source>No suggestions left, {share} % read.</source>
        <translation>Nichts mehr offen, {share} % gelesen.</translation>
    </message>
    <message>
        <source>No suggestions left.</source>
        <translation>Nichts mehr offen.</translation>
    </message>
    <message>
        <source>Nothing in sight fits “{typed}”</source>
        <translation>Zu „{typed}“ passt hier nichts</translation>
    </message>
    <message>
        <source>Press a field’s key, then that of its value</source>
        <translation>Taste eines Felds drücken, dann die seines Werts</translation>
    </message>
    <message>
        <source>Press the key of a value</source>
        <translation>Taste eines Werts drücken</translation>
    </message>
    <message>
        <source>Read only: nothing can be changed.</source>
        <translation>Nur zum Lesen geöffnet, nichts lässt sich ändern.</translation>
    </message>
    <message>
        <source>Select words, then press a label’s key</source>
        <translation>Wörter auswählen, dann die Taste eines Labels drücken</translation>
    </message>
    <message>
        <source>Suggestions for this article are still coming.</source>
        <translation>Die Vorschläge für diesen Artikel sind noch unterwegs.</translation>
    </message>
    <message>
        <source>Type a few letters of it</source>
        <translation>Ein paar Buchstaben davon tippen</translation>
    </message>
    <message>
        <source>Type a label’s name or key</source>
        <translation>Name oder Taste eines Labels tippen</translation>
    </message>
    <message>
        <source>Type how the word begins, then a label’s key</source>
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
        <source>Word boundaries are being drawn…</source>
        <translation>Wortgrenzen werden bestimmt&#xa0;…</translation>
    </message>
    <message>
        <source>a character</source>
        <translation>ein Zeichen</translation>
    </message>
    <message>
        <source>a letter less</source>
        <translation>ein Buchstabe weniger</translation>
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
        <source>accept all in sight</source>
        <translation>alles im Blick annehmen</translation>
    </message>
    <message>
        <source>again: {label}</source>
        <translation>nochmals: {label}</translation>
    </message>
    <message>
        <source>all stored</source>
        <translation>alles gespeichert</translation>
    </message>
    <message>
        <source>all that can be done</source>
        <translation>alle Befehle</translation>
    </message>
    <message>
        <source>another claim on these words</source>
        <translation>noch eine Behauptung auf diesen Wörtern</translation>
    </message>
    <message>
        <source>another label</source>
        <translation>anderes Label</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>andere Zeile</translation>
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
        <source>choose a label</source>
        <translation>Label wählen</translation>
    </message>
    <message>
        <source>claim card</source>
        <translation>Behauptungskarte</translation>
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
        <source>doubt</source>
        <translation>Zweifel</translation>
    </message>
    <message>
        <source>empty the field and back to the article</source>
        <translation>Feld leeren und zurück zum Artikel</translation>
    </message>
    <message>
        <source>empty the field, then back to the list</source>
        <translation>Feld leeren, dann zur Liste</translation>
    </message>
    <message>
        <source>exclude what looks like page furniture</source>
        <translation>ausschließen, was nach Beiwerk aussieht</translation>
    </message>
    <message>
        <source>go along the list, the article follows</source>
        <translation>durch die Liste, der Artikel geht mit</translation>
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
        <source>keep it</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>keep the note</source>
        <translation>Notiz behalten</translation>
    </message>
    <message>
        <source>label as name</source>
        <translation>als Name</translation>
    </message>
    <message>
        <source>leave it as it was</source>
        <translation>lassen, wie es war</translation>
    </message>
    <message>
        <source>left edge</source>
        <translation>linker Rand</translation>
    </message>
    <message>
        <source>make a claim</source>
        <translation>als Behauptung</translation>
    </message>
    <message>
        <source>new line</source>
        <translation>neue Zeile</translation>
    </message>
    <message>
        <source>next place</source>
        <translation>nächste Stelle</translation>
    </message>
    <message>
        <source>next such word</source>
        <translation>nächstes solches Wort</translation>
    </message>
    <message>
        <source>next suggestion</source>
        <translation>nächster Vorschlag</translation>
    </message>
    <message>
        <source>next unlabelled name</source>
        <translation>nächster unmarkierter Name</translation>
    </message>
    <message>
        <source>no more doubt</source>
        <translation>kein Zweifel mehr</translation>
    </message>
    <message>
        <source>no more letters</source>
        <translation>keine Buchstaben mehr</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>nothing more is stored</source>
        <translation>nichts wird mehr gespeichert</translation>
    </message>
    <message>
        <source>once more: article done, go on</source>
        <translation>noch einmal: Artikel fertig, weiter</translation>
    </message>
    <message>
        <source>one more label</source>
        <translation>noch ein Label</translation>
    </message>
    <message>
        <source>open the article again</source>
        <translation>Artikel wieder öffnen</translation>
    </message>
    <message>
        <source>press it</source>
        <translation>drücken</translation>
    </message>
    <message>
        <source>previous place</source>
        <translation>vorige Stelle</translation>
    </message>
    <message>
        <source>refuse it</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>right edge</source>
        <translation>rechter Rand</translation>
    </message>
    <message>
        <source>sentence read, next one</source>
        <translation>Satz gelesen, nächster</translation>
    </message>
    <message>
        <source>take all</source>
        <translation>alles annehmen</translation>
    </message>
    <message>
        <source>take it</source>
        <translation>nehmen</translation>
    </message>
    <message>
        <source>take it with another right edge</source>
        <translation>mit anderem rechtem Rand annehmen</translation>
    </message>
    <message>
        <source>take what is at the caret</source>
        <translation>nehmen, was am Cursor steht</translation>
    </message>
    <message>
        <source>take “{field}”</source>
        <translation>„{field}“ annehmen</translation>
    </message>
    <message>
        <source>the next one</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>the next one here</source>
        <translation>die nächste hier</translation>
    </message>
    <message>
        <source>the next that fits</source>
        <translation>die nächste passende Stelle</translation>
    </message>
    <message>
        <source>the other one here</source>
        <translation>die andere Markierung hier</translation>
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
        <source>{count} claims</source>
        <translation>{count} Behauptungen</translation>
    </message>
    <message>
        <source>{count} names</source>
        <translation>{count} Namen</translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} Wörter</translation>
    </message>
    <message>
        <source>“{typed}”: {place} of {count} that fit</source>
        <translation>„{typed}“: {place} von {count} Treffern</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Done again: {step}</source>
        <translation>Wiederholt: {step}</translation>
    </message>
    <message>
        <source>Taken back: {step}</source>
        <translation>Zurückgenommen: {step}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>taken back</source>
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
        <source>Steps in this article, the newest first</source>
        <translation>Schritte in diesem Artikel, der neueste zuerst</translation>
    </message>
    <message>
        <source>Takes back all that you did after this step; that is a step, too.</source>
        <translation>Nimmt alle eigenen Schritte nach diesem zurück; auch das ist ein Schritt.</translation>
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
    <name>IdLine</name>
    <message>
        <source>A short name has letters, digits, - and _, and begins with a letter (A to Z).</source>
        <translation>Ein Kurzname hat Buchstaben, Ziffern, - und _ und beginnt mit einem Buchstaben (A bis Z).</translation>
    </message>
    <message>
        <source>Short name in files</source>
        <translation>Kurzname in Dateien</translation>
    </message>
    <message>
        <source>{name} is taken already.</source>
        <translation>{name} ist schon vergeben.</translation>
    </message>
</context>
<context>
    <name>IdentitiesWindow</name>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Vereinen</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>Ü&amp;bernehmen</translation>
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
        <source>Dissolved, {count} mentions are free.</source>
        <translation>Aufgelöst, {count} Nennungen sind frei.</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Namen suchen</translation>
    </message>
    <message>
        <source>Merged, {count} mentions moved.</source>
        <translation>Vereint, {count} Nennungen umgehängt.</translation>
    </message>
    <message>
        <source>No names are labelled yet.</source>
        <translation>Noch sind keine Namen markiert.</translation>
    </message>
    <message>
        <source>Nobody is called so.</source>
        <translation>Niemand heißt so.</translation>
    </message>
    <message>
        <source>Nothing is left to decide.</source>
        <translation>Es ist nichts mehr zu entscheiden.</translation>
    </message>
    <message>
        <source>Stored.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
    <message>
        <source>To Decide</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>Who Is Who</source>
        <translation>Wer ist wer</translation>
    </message>
    <message>
        <source>dissolve</source>
        <translation>auflösen</translation>
    </message>
    <message>
        <source>merge what is chosen</source>
        <translation>Gewähltes vereinen</translation>
    </message>
    <message>
        <source>take all that is shown</source>
        <translation>alles Gezeigte übernehmen</translation>
    </message>
    <message>
        <source>take what is proposed</source>
        <translation>Vorschlag übernehmen</translation>
    </message>
    <message>
        <source>{count} mentions decided.</source>
        <translation>{count} Nennungen entschieden.</translation>
    </message>
    <message>
        <source>{shown} shown, {decided} decided, {open} mentions to decide</source>
        <translation>{shown} gezeigt, {decided} entschieden, {open} Nennungen zu entscheiden</translation>
    </message>
</context>
<context>
    <name>IdentityPicker</name>
    <message>
        <source>Find somebody, or type a new name</source>
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
        <source>People and bodies</source>
        <translation>Personen und Stellen</translation>
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
        <translation>dieselbe?</translation>
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
        <translation>dasselbe wie {name}?</translation>
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
        <source>This text is too short to tell its language: taken as {language}, F2 changes it later.</source>
        <translation>Der Text ist zu kurz, um seine Sprache zu erkennen: Angenommen wird {language}, F2 ändert das später.</translation>
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
        <source>With labels: {formats}</source>
        <translation>Mit Markierungen: {formats}</translation>
    </message>
</context>
<context>
    <name>ImportChoices</name>
    <message>
        <source>Also &amp;what is nearly the same as another article</source>
        <translation>&amp;Auch hinzufügen, was einem anderen Artikel fast gleicht</translation>
    </message>
    <message>
        <source>Exclude &amp;page furniture (captions, related articles)</source>
        <translation>&amp;Beiwerk der Seite ausschließen (Bildunterschriften, verwandte Artikel)</translation>
    </message>
    <message>
        <source>Let it &amp;replace the other article, which is set aside</source>
        <translation>Den anderen Artikel dadurch &amp;ersetzen; er wird beiseitegelegt</translation>
    </message>
    <message>
        <source>Suggest the &amp;labels of the other article for it</source>
        <translation>Dafür die &amp;Markierungen des anderen Artikels vorschlagen</translation>
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
        <source>Column of: {field}</source>
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
        <translation>Markierungen &amp;hinzufügen</translation>
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
        <source>Choose files or a folder, or drop them here.</source>
        <translation>Dateien oder einen Ordner wählen oder hierher ziehen.</translation>
    </message>
    <message>
        <source>Files read</source>
        <translation>Gelesene Dateien</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>Artikel importieren</translation>
    </message>
    <message>
        <source>Labels of one go onto an article with the same text.</source>
        <translation>Markierungen von einem kommen auf einen Artikel mit demselben Text.</translation>
    </message>
    <message>
        <source>Labels of {count} go onto articles with the same text.</source>
        <translation>Markierungen von {count} kommen auf Artikel mit demselben Text.</translation>
    </message>
    <message>
        <source>Nothing was found that could be added.</source>
        <translation>Es wurde nichts gefunden, was sich hinzufügen ließe.</translation>
    </message>
    <message>
        <source>One article comes with labels.</source>
        <translation>Ein Artikel bringt Markierungen mit.</translation>
    </message>
    <message>
        <source>One article found.</source>
        <translation>Ein Artikel gefunden.</translation>
    </message>
    <message>
        <source>One file could not be read.</source>
        <translation>Eine Datei war nicht zu lesen.</translation>
    </message>
    <message>
        <source>One is nearly the same as another.</source>
        <translation>Einer gleicht fast einem anderen.</translation>
    </message>
    <message>
        <source>One is there already.</source>
        <translation>Einer schon vorhanden.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>Was gelesen wurde</translation>
    </message>
    <message>
        <source>What was read so far can be added</source>
        <translation>Was bis dahin gelesen ist, lässt sich hinzufügen</translation>
    </message>
    <message>
        <source>{count} are nearly the same as others.</source>
        <translation>{count} gleichen fast anderen.</translation>
    </message>
    <message>
        <source>{count} are there already.</source>
        <translation>{count} schon vorhanden.</translation>
    </message>
    <message>
        <source>{count} articles come with labels.</source>
        <translation>{count} Artikel bringen Markierungen mit.</translation>
    </message>
    <message>
        <source>{count} articles found.</source>
        <translation>{count} Artikel gefunden.</translation>
    </message>
    <message>
        <source>{count} files could not be read.</source>
        <translation>{count} Dateien waren nicht zu lesen.</translation>
    </message>
</context>
<context>
    <name>ImportLabels</name>
    <message>
        <source>(choose another if labels are one or two letters off)</source>
        <translation>(anders wählen, wenn Markierungen um ein, zwei Buchstaben verschoben sind)</translation>
    </message>
    <message>
        <source>Annotator of labels that name none</source>
        <translation>Von wem Markierungen sind, die niemanden nennen</translation>
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
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Labels come in</source>
        <translation>Markierungen kommen</translation>
    </message>
    <message>
        <source>Labels of the files</source>
        <translation>Labels der Dateien</translation>
    </message>
    <message>
        <source>Labels of the files, and what they are called here</source>
        <translation>Labels der Dateien und wie sie hier heißen</translation>
    </message>
    <message>
        <source>Places of labels count</source>
        <translation>Stellen zählen</translation>
    </message>
    <message>
        <source>The first articles as they will be understood</source>
        <translation>Die ersten Artikel, wie sie verstanden werden</translation>
    </message>
    <message>
        <source>UTF-16 units</source>
        <translation>UTF-16-Einheiten</translation>
    </message>
    <message>
        <source>as &amp;decisions of</source>
        <translation>als &amp;Entscheidungen von</translation>
    </message>
    <message>
        <source>as &amp;suggestions, to be decided</source>
        <translation>als &amp;Vorschläge, über die noch zu entscheiden ist</translation>
    </message>
    <message>
        <source>as the format has it</source>
        <translation>wie im Format üblich</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>Zeichen</translation>
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
        <source>no labels</source>
        <translation>keine Markierungen</translation>
    </message>
    <message>
        <source>one is unknown here</source>
        <translation>eines ist hier unbekannt</translation>
    </message>
    <message>
        <source>{count} are unknown here</source>
        <translation>{count} sind hier unbekannt</translation>
    </message>
    <message>
        <source>{count} more labels: those that the project knows come in.</source>
        <translation>{count} weitere Labels: die das Projekt kennt, werden übernommen.</translation>
    </message>
    <message>
        <source>{label} of the file is here</source>
        <translation>{label} aus der Datei heißt hier</translation>
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
        <source>Nearly the same as</source>
        <translation>Fast gleich wie</translation>
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
        <source>another one</source>
        <translation>eine andere</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>vermutet</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>schon vorhanden</translation>
    </message>
    <message>
        <source>too short to tell</source>
        <translation>unklar, zu kurz</translation>
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
        <translation>Artikel und Dateien mit Markierungen ({suffixes})</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>&amp;Ordner&#xa0;…</translation>
    </message>
    <message>
        <source>From the &amp;web…</source>
        <translation>Aus dem &amp;Web&#xa0;…</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>Artikel importieren</translation>
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
        <translation>Ihre Vorschläge</translation>
    </message>
    <message>
        <source>Labels per 100 words</source>
        <translation>Labels je 100 Wörter</translation>
    </message>
    <message>
        <source>Not enough yet: {count} of its suggestions were held back in articles that are done; from {few} on the figures say something.</source>
        <translation>Noch zu wenig: In fertigen Artikeln wurden {count} ihrer Vorschläge zurückgehalten; ab {few} sagen die Zahlen etwas.</translation>
    </message>
    <message>
        <source>Of what it suggests, {shown} gets a label where it is seen and {held} where it is not; {shown_same} and {held_same} of these labels have its boundaries.</source>
        <translation>Von ihren Vorschlägen werden {shown} beschriftet, wo sie zu sehen sind, und {held}, wo nicht; {shown_same} und {held_same} dieser Labels haben ihre Grenzen.</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>of these labelled</source>
        <translation>davon beschriftet</translation>
    </message>
    <message>
        <source>of these not suggested</source>
        <translation>davon nicht vorgeschlagen</translation>
    </message>
    <message>
        <source>with its boundaries</source>
        <translation>mit ihren Grenzen</translation>
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
        <source>&amp;Hold suggestions back in 5 % of the sentences of this project</source>
        <translation>Vorschläge in 5&#xa0;% der Sätze dieses Projekts &amp;zurückhalten</translation>
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
        <source>What suggestions do</source>
        <translation>Was Vorschläge bewirken</translation>
    </message>
    <message>
        <source>Who sees a suggestion tends to agree with it, and to look less for what it leaves out. To see how much, suggestions can be kept from you in sentences that chance picks; you are not told which.</source>
        <translation>Wer einen Vorschlag sieht, stimmt ihm leicht zu und sucht weniger nach dem, was er auslässt. Wie sehr, zeigt sich, wenn Vorschläge in zufällig gewählten Sätzen zurückgehalten werden; in welchen, wird nicht gesagt.</translation>
    </message>
    <message>
        <source>With suggestions</source>
        <translation>Mit Vorschlägen</translation>
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
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Select words, then press a label’s key.</source>
        <translation>Wörter auswählen und die Taste eines Labels drücken.</translation>
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
    <name>Judging</name>
    <message>
        <source>By what was decided, judge</source>
        <translation>Am Entschiedenen messen:</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>Beurteilen</translation>
    </message>
    <message>
        <source>Labels in files</source>
        <translation>Markierungen in Dateien</translation>
    </message>
    <message>
        <source>Whom to judge</source>
        <translation>Wer beurteilt wird</translation>
    </message>
    <message>
        <source>labels in files…</source>
        <translation>Markierungen in Dateien&#xa0;…</translation>
    </message>
    <message>
        <source>the trained pipeline, on its test articles</source>
        <translation>die trainierte Pipeline, an ihren Testartikeln</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Press the key; Esc leaves it as it is</source>
        <translation>Taste drücken; Esc lässt alles, wie es ist</translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>What the keys do now</source>
        <translation>Was die Tasten jetzt tun</translation>
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
        <source>&amp;Take It from There</source>
        <translation>&amp;Dort wegnehmen</translation>
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
        <source>By itself it has: {keys}</source>
        <translation>Von sich aus hat er: {keys}</translation>
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
        <source>Nothing fits.</source>
        <translation>Nichts passt.</translation>
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
        <source>{key} is the key of “{action}” now.</source>
        <translation>{key} ist jetzt die Taste von „{action}“.</translation>
    </message>
    <message>
        <source>{key} moves the caret of the article; it cannot be given away.</source>
        <translation>{key} bewegt den Cursor im Artikel und ist nicht zu vergeben.</translation>
    </message>
    <message>
        <source>{key} was given to “{action}”.</source>
        <translation>{key} gehört jetzt zu „{action}“.</translation>
    </message>
</context>
<context>
    <name>LabelChoice</name>
    <message>
        <source>Label for all that was found</source>
        <translation>Label für alle Fundstellen</translation>
    </message>
    <message>
        <source>Label…</source>
        <translation>Label&#xa0;…</translation>
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
        <translation>Beispiele, je eines auf einer Zeile</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>Leitfaden</translation>
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
        <translation>wird zum Markieren angeboten</translation>
    </message>
    <message>
        <source>{key} gives this label in the article, and no longer does “{action}”.</source>
        <translation>{key} gibt im Artikel dieses Label und nicht mehr „{action}“.</translation>
    </message>
</context>
<context>
    <name>LabelNames</name>
    <message>
        <source>Labels of {source}</source>
        <translation>Labels von {source}</translation>
    </message>
    <message>
        <source>Sentences that it sorts as:</source>
        <translation>Sätze, die sie so einordnet:</translation>
    </message>
    <message>
        <source>The pipeline does not say which labels it knows.</source>
        <translation>Die Pipeline sagt nicht, welche Labels sie kennt.</translation>
    </message>
    <message>
        <source>The pipeline’s labels become these labels of the project:</source>
        <translation>Was die Pipeline so nennt, wird dieses Label des Projekts:</translation>
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
        <source>One more label, or its key</source>
        <translation>Noch ein Label oder seine Taste</translation>
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
        <source>Layers that are shown</source>
        <translation>Ebenen, die gezeigt werden</translation>
    </message>
    <message>
        <source>Shown:</source>
        <translation>Gezeigt:</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>, F {before} → {after}</source>
        <translation>, F {before} → {after}</translation>
    </message>
    <message>
        <source>Go Back</source>
        <translation>Zurückgehen</translation>
    </message>
    <message>
        <source>Learn Again</source>
        <translation>Wieder lernen</translation>
    </message>
    <message>
        <source>Learning was stopped; nothing is changed.</source>
        <translation>Das Lernen wurde angehalten; nichts ist verändert.</translation>
    </message>
    <message>
        <source>Nothing is being learnt at the moment.</source>
        <translation>Zurzeit wird nichts gelernt.</translation>
    </message>
    <message>
        <source>Nothing is changed: what was learnt from {count} articles is not better{scores}.</source>
        <translation>Nichts ist geändert: Was aus {count} Artikeln gelernt wurde, ist nicht besser{scores}.</translation>
    </message>
    <message>
        <source>The model has learnt from {count} articles: F {before} → {after} on articles held out.</source>
        <translation>Das Modell hat aus {count} Artikeln gelernt: F {before} → {after} an zurückgehaltenen Artikeln.</translation>
    </message>
    <message>
        <source>What was learnt last is taken back.</source>
        <translation>Das zuletzt Gelernte ist zurückgenommen.</translation>
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
        <source>80 % of the articles to learn from, 10 % to choose by, 10 % to judge by.</source>
        <translation>80&#xa0;% der Artikel zum Lernen, 10&#xa0;% zum Auswählen, 10&#xa0;% zum Beurteilen.</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Entschieden von</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Only those that are done ({done} of {all})</source>
        <translation>Nur fertige ({done} von {all})</translation>
    </message>
    <message>
        <source>Steps at most</source>
        <translation>Höchstens so viele Schritte</translation>
    </message>
    <message>
        <source>Whose labels</source>
        <translation>Wessen Markierungen</translation>
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
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopped; nothing is changed.</source>
        <translation>Angehalten; nichts ist verändert.</translation>
    </message>
</context>
<context>
    <name>LossDialog</name>
    <message>
        <source>A click leads to the place in the article.</source>
        <translation>Ein Klick führt zur Stelle im Artikel.</translation>
    </message>
    <message>
        <source>What the export could not hold</source>
        <translation>Was der Export nicht fassen konnte</translation>
    </message>
</context>
<context>
    <name>LossRemedies</name>
    <message>
        <source>As one piece</source>
        <translation>Als ein Stück</translation>
    </message>
    <message>
        <source>Claims alone</source>
        <translation>Nur Behauptungen</translation>
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
        <source>Reach all</source>
        <translation>Alle erreichen</translation>
    </message>
    <message>
        <source>Split tokens</source>
        <translation>Token teilen</translation>
    </message>
    <message>
        <source>Take all in</source>
        <translation>Alle aufnehmen</translation>
    </message>
    <message>
        <source>Take all layers</source>
        <translation>Alle Ebenen nehmen</translation>
    </message>
    <message>
        <source>Which wins…</source>
        <translation>Welche gilt&#xa0;…</translation>
    </message>
    <message>
        <source>Widen all</source>
        <translation>Alle erweitern</translation>
    </message>
    <message>
        <source>among the spans only: they overlap</source>
        <translation>nur unter den Spans: sie überlappen</translation>
    </message>
    <message>
        <source>articles written in pieces</source>
        <translation>Artikel in mehreren Stücken</translation>
    </message>
    <message>
        <source>as they are, with a token split</source>
        <translation>wie sie sind, mit geteiltem Token</translation>
    </message>
    <message>
        <source>batches of articles left out</source>
        <translation>Stapel von Artikeln ausgelassen</translation>
    </message>
    <message>
        <source>behind what models read of an article</source>
        <translation>zu weit hinten im Artikel für Modelle</translation>
    </message>
    <message>
        <source>details of articles left out</source>
        <translation>Angaben zu Artikeln ausgelassen</translation>
    </message>
    <message>
        <source>labels of whole articles left out</source>
        <translation>Labels ganzer Artikel ausgelassen</translation>
    </message>
    <message>
        <source>left out by choice</source>
        <translation>ausgelassen, wie gewählt</translation>
    </message>
    <message>
        <source>left out: an edge inside a token</source>
        <translation>ausgelassen: Rand mitten im Token</translation>
    </message>
    <message>
        <source>left out: claims without verdict, check-worthiness or cue</source>
        <translation>ausgelassen: Behauptungen ohne Urteil, Prüfwert oder Signal</translation>
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
        <source>left out: they are no claims</source>
        <translation>ausgelassen: sie sind keine Behauptungen</translation>
    </message>
    <message>
        <source>left out: they have gaps</source>
        <translation>ausgelassen: sie haben Lücken</translation>
    </message>
    <message>
        <source>left out: they overlap</source>
        <translation>ausgelassen: sie überlappen</translation>
    </message>
    <message>
        <source>of a length that training does not look for</source>
        <translation>von einer Länge, nach der das Training nicht sucht</translation>
    </message>
    <message>
        <source>of more words than the trainer looks for</source>
        <translation>mit zu vielen Wörtern für das Training</translation>
    </message>
    <message>
        <source>only as words of their claims</source>
        <translation>nur mit ihren Wörtern bei der Behauptung</translation>
    </message>
    <message>
        <source>priorities of articles left out</source>
        <translation>Prioritäten von Artikeln ausgelassen</translation>
    </message>
    <message>
        <source>relations between pieces left out</source>
        <translation>Beziehungen zwischen Stücken ausgelassen</translation>
    </message>
    <message>
        <source>relations left out</source>
        <translation>Beziehungen ausgelassen</translation>
    </message>
    <message>
        <source>relations left out with one of their ends</source>
        <translation>Beziehungen ausgelassen, weil ein Ende fehlt</translation>
    </message>
    <message>
        <source>relations of claims that are left out</source>
        <translation>Beziehungen ausgelassener Behauptungen</translation>
    </message>
    <message>
        <source>relations of several annotators left out</source>
        <translation>Beziehungen mehrerer Personen ausgelassen</translation>
    </message>
    <message>
        <source>relations that have no place left out</source>
        <translation>Beziehungen ausgelassen, die keinen Platz haben</translation>
    </message>
    <message>
        <source>relations to other articles left out</source>
        <translation>Beziehungen zu anderen Artikeln ausgelassen</translation>
    </message>
    <message>
        <source>relations without the name of who decided</source>
        <translation>Beziehungen ohne Namen dessen, der entschied</translation>
    </message>
    <message>
        <source>relations without their fields</source>
        <translation>Beziehungen ohne ihre Felder</translation>
    </message>
    <message>
        <source>sentences read and empty left out</source>
        <translation>gelesene leere Sätze ausgelassen</translation>
    </message>
    <message>
        <source>states of articles left out</source>
        <translation>Stände von Artikeln ausgelassen</translation>
    </message>
    <message>
        <source>suggestions left out</source>
        <translation>Vorschläge ausgelassen</translation>
    </message>
    <message>
        <source>suggestions without their relations</source>
        <translation>Vorschläge ohne ihre Beziehungen</translation>
    </message>
    <message>
        <source>the longest of their parts alone</source>
        <translation>nur ihr längster Teil</translation>
    </message>
    <message>
        <source>widened to whole tokens</source>
        <translation>auf ganze Token erweitert</translation>
    </message>
    <message>
        <source>with one name of whom they mean</source>
        <translation>mit nur einem Namen der gemeinten Person oder Stelle</translation>
    </message>
    <message>
        <source>with other control characters</source>
        <translation>mit anderen Steuerzeichen</translation>
    </message>
    <message>
        <source>with other control characters in their notes</source>
        <translation>mit anderen Steuerzeichen in ihren Notizen</translation>
    </message>
    <message>
        <source>with other control characters in their titles</source>
        <translation>mit anderen Steuerzeichen in ihren Titeln</translation>
    </message>
    <message>
        <source>with the words in their gaps</source>
        <translation>mit den Wörtern in ihren Lücken</translation>
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
        <source>without the name of who decided</source>
        <translation>ohne Namen dessen, der entschied</translation>
    </message>
    <message>
        <source>without the white space around them</source>
        <translation>ohne den Leerraum ringsum</translation>
    </message>
    <message>
        <source>without their layer, though several have such a label</source>
        <translation>ohne ihre Ebene, obwohl mehrere ein solches Label haben</translation>
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
        <translation>1 Markierung</translation>
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
        <source>Left out because newer versions stand for them: {documents}.</source>
        <translation>Ausgelassen, weil neuere Fassungen dafür stehen: {documents}.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Of the labels {changed} changed, {lost} left out.</source>
        <translation>Markierungen: {changed} geändert, {lost} ausgelassen.</translation>
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
        <translation>Was das Format nicht fasst</translation>
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
        <source>details of articles: {count}</source>
        <translation>Angaben zu Artikeln: {count}</translation>
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
        <translation>gelesene leere Sätze: {count}</translation>
    </message>
    <message>
        <source>states of articles: {count}</source>
        <translation>Stände von Artikeln: {count}</translation>
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
        <translation>{count} Markierungen</translation>
    </message>
    <message>
        <source>{labels} in {documents} written to {file}.</source>
        <translation>{labels} in {documents} geschrieben nach {file}.</translation>
    </message>
    <message>
        <source>{written} as they are + {changed} changed + {lost} left out = {spans} in {documents}.</source>
        <translation>{written} unverändert + {changed} geändert + {lost} ausgelassen = {spans} in {documents}.</translation>
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
        <source>Selections &amp;Take</source>
        <translation>Auswa&amp;hl umfasst</translation>
    </message>
    <message>
        <source>Share of Sentences Worth Checking</source>
        <translation>Anteil prüfenswerter Sätze</translation>
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
        <source>A click on a row leads to the place in the article.</source>
        <translation>Ein Klick auf eine Zeile führt zur Stelle im Artikel.</translation>
    </message>
    <message>
        <source>All mistakes ({count})</source>
        <translation>Alle Fehler ({count})</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
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
        <source>nothing there</source>
        <translation>da ist nichts</translation>
    </message>
    <message>
        <source>other edges</source>
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
        <source>No unlabelled names after this point.</source>
        <translation>Ab hier sieht nichts mehr nach einem Namen ohne Label aus.</translation>
    </message>
    <message>
        <source>No unlabelled names before this point.</source>
        <translation>Bis hierher sieht nichts sonst nach einem Namen ohne Label aus.</translation>
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
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Everything will be in one file: {path}</source>
        <translation>Alles wird in einer Datei liegen: {path}</translation>
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
        <source>Make Project</source>
        <translation>Projekt anlegen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Schemas (*.json)</source>
        <translation>Schemata (*.json)</translation>
    </message>
    <message>
        <source>The project needs a name that a file can have: without / or ?, for example.</source>
        <translation>Das Projekt braucht einen Namen; Zeichen wie „/“ und „?“ sind darin nicht möglich.</translation>
    </message>
    <message>
        <source>There is no folder {folder}. Choose another, or make it first.</source>
        <translation>Den Ordner {folder} gibt es nicht. Einen anderen wählen oder ihn erst anlegen.</translation>
    </message>
    <message>
        <source>found out for each article</source>
        <translation>je Artikel ermittelt</translation>
    </message>
    <message>
        <source>{file} already exists. Choose another name, or open it with File → Open.</source>
        <translation>{file} gibt es schon. Einen anderen Namen wählen, oder das Projekt mit Datei → Öffnen öffnen.</translation>
    </message>
</context>
<context>
    <name>NotePopup</name>
    <message>
        <source>For yourself and whoever looks at it again.</source>
        <translation>Für später, auch für andere.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>Accept a suggestion</source>
        <translation>Vorschlag annehmen</translation>
    </message>
    <message>
        <source>Call a sentence read</source>
        <translation>Satz als gelesen abhaken</translation>
    </message>
    <message>
        <source>Claimants</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>Correct a suggestion</source>
        <translation>Vorschlag berichtigen</translation>
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
        <source>How long half of the steps of each kind took will appear here.</source>
        <translation>Hier wird stehen, wie lange die Schritte jeder Art dauern (Median).</translation>
    </message>
    <message>
        <source>How many articles are done, skipped and open will be counted here, by batch too.</source>
        <translation>Hier wird gezählt, wie viele Artikel fertig, übersprungen und offen sind, auch nach Stapeln.</translation>
    </message>
    <message>
        <source>How many articles have two labels together will be counted here.</source>
        <translation>Hier wird gezählt, in wie vielen Artikeln zwei Labels zusammen vorkommen.</translation>
    </message>
    <message>
        <source>How often each label was given will be counted here.</source>
        <translation>Hier wird gezählt, wie oft jedes Label vergeben wurde.</translation>
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
        <source>Labels in articles that have a date are counted here by month.</source>
        <translation>Hier werden Labels in Artikeln mit Datum nach Monaten gezählt.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verknüpfen</translation>
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
        <source>No publisher</source>
        <translation>Ohne Medium</translation>
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
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Say who is meant</source>
        <translation>Sagen, wer gemeint ist</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Take a link away</source>
        <translation>Verknüpfung lösen</translation>
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
        <source>Time per article</source>
        <translation>Zeit je Artikel</translation>
    </message>
    <message>
        <source>Time per step</source>
        <translation>Zeit je Schritt</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>Who and what is named most will appear here.</source>
        <translation>Hier wird stehen, wer und was am häufigsten genannt wird.</translation>
    </message>
    <message>
        <source>Who makes most claims will appear here.</source>
        <translation>Hier wird stehen, wer am meisten behauptet.</translation>
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
</context>
<context>
    <name>NumbersWindow</name>
    <message>
        <source>&amp;Report</source>
        <translation>&amp;Bericht</translation>
    </message>
    <message>
        <source>&amp;Save as</source>
        <translation>&amp;Speichern als</translation>
    </message>
    <message>
        <source>A click or Return on a row leads to its articles.</source>
        <translation>Ein Klick oder die Eingabetaste führt zu den Artikeln der Zeile.</translation>
    </message>
    <message>
        <source>Being written…</source>
        <translation>Wird geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>Choose an annotator: then a row leads to its articles.</source>
        <translation>Wird bei „Annotiert von“ jemand gewählt, führt eine Zeile zu ihren Artikeln.</translation>
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
        <source>Pictures</source>
        <translation>Bilder</translation>
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
        <source>Table (CSV)…</source>
        <translation>Tabelle (CSV)&#xa0;…</translation>
    </message>
    <message>
        <source>The Open Article with Its Labels (HTML)…</source>
        <translation>Der offene Artikel mit seinen Labels (HTML)&#xa0;…</translation>
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
        <source>Being stored…</source>
        <translation>Wird gespeichert&#xa0;…</translation>
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
        <source>Looking through all articles…</source>
        <translation>Alle Artikel werden durchsucht&#xa0;…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>These words occur nowhere else as whole words.</source>
        <translation>Diese Wörter kommen als eigene Wörter nicht vor.</translation>
    </message>
    <message>
        <source>all, none</source>
        <translation>alle, keine</translation>
    </message>
    <message>
        <source>choose or not</source>
        <translation>wählen oder nicht</translation>
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
        <translation>markieren, umbenennen, entfernen</translation>
    </message>
    <message>
        <source>more than {count}</source>
        <translation>mehr als {count}</translation>
    </message>
    <message>
        <source>project, case, endings</source>
        <translation>Projekt, Groß/klein, Endungen</translation>
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
        <source>1 place</source>
        <translation>1 Stelle</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Label 1 place as {label}</source>
        <translation>1 Stelle als {label} markieren</translation>
    </message>
    <message>
        <source>Label removed: {places}, {articles}.</source>
        <translation>Markierung entfernt: {places}, {articles}.</translation>
    </message>
    <message>
        <source>Label {count} places as {label}</source>
        <translation>{count} Stellen als {label} markieren</translation>
    </message>
    <message>
        <source>Labelled: {places}, {articles}.</source>
        <translation>Markiert: {places}, {articles}.</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Relabel 1 place as {label}</source>
        <translation>1 Stelle in {label} umbenennen</translation>
    </message>
    <message>
        <source>Relabel {count} places as {label}</source>
        <translation>{count} Stellen in {label} umbenennen</translation>
    </message>
    <message>
        <source>Relabelled: {places}, {articles}.</source>
        <translation>Umbenannt: {places}, {articles}.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the label at 1 place</source>
        <translation>Markierung an 1 Stelle entfernen</translation>
    </message>
    <message>
        <source>Remove the label at {count} places</source>
        <translation>Markierung an {count} Stellen entfernen</translation>
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
        <source>without label {count}</source>
        <translation>ohne Label {count}</translation>
    </message>
    <message>
        <source>{count} articles</source>
        <translation>{count} Artikel</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} Stellen</translation>
    </message>
    <message>
        <source>{label} refused</source>
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
        <source>Nothing that is missing here.</source>
        <translation>Hier ist nichts zu übernehmen.</translation>
    </message>
    <message>
        <source>To take over</source>
        <translation>Zu übernehmen</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}: {value}</translation>
    </message>
</context>
<context>
    <name>Organising</name>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>High priority: it comes first in every order.</source>
        <translation>Hohe Priorität: Der Artikel kommt in jeder Reihenfolge zuerst.</translation>
    </message>
    <message>
        <source>In no batch now: {articles}.</source>
        <translation>Jetzt in keinem Stapel: {articles}.</translation>
    </message>
    <message>
        <source>In the batch “{batch}” now: {articles}.</source>
        <translation>Jetzt im Stapel „{batch}“: {articles}.</translation>
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
        <source>Skip Article</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>The batch of {articles}; without a name they are in none:</source>
        <translation>Name des Stapels für {articles} (leer: kein Stapel):</translation>
    </message>
    <message>
        <source>Why it is left out:</source>
        <translation>Warum er übersprungen wird:</translation>
    </message>
</context>
<context>
    <name>Origins</name>
    <message>
        <source>by {annotator}</source>
        <translation>von {annotator}</translation>
    </message>
    <message>
        <source>imported, by {annotator}</source>
        <translation>importiert, von {annotator}</translation>
    </message>
    <message>
        <source>suggested by {source}</source>
        <translation>von {source}</translation>
    </message>
    <message>
        <source>suggested by {source}, taken by {annotator}</source>
        <translation>Vorschlag von {source}, angenommen von {annotator}</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Where labels, suggestions and hits are</source>
        <translation>Wo Labels, Vorschläge und Treffer sind</translation>
    </message>
</context>
<context>
    <name>PageRules</name>
    <message>
        <source>Always Exclude</source>
        <translation>Immer ausschließen</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>Exclude all of them, and those in whatever comes in later?</source>
        <translation>Alle ausschließen, auch in Artikeln, die später dazukommen?</translation>
    </message>
    <message>
        <source>Excluded in the open article</source>
        <translation>Im offenen Artikel ausgeschlossen</translation>
    </message>
    <message>
        <source>Excluded {articles}.</source>
        <translation>Ausgeschlossen {articles}.</translation>
    </message>
    <message>
        <source>In the open article</source>
        <translation>Im offenen Artikel</translation>
    </message>
    <message>
        <source>Name the publisher first (F2): the rule is for its articles.</source>
        <translation>Zuerst das Medium angeben (F2): Die Regel gilt für seine Artikel.</translation>
    </message>
    <message>
        <source>No rule from this paragraph: it is too long, or already excluded.</source>
        <translation>Ein langer oder schon ausgeschlossener Absatz ergibt keine Regel.</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>Absätze</translation>
    </message>
    <message>
        <source>Paragraphs like this are excluded from whatever comes in of “{publisher}”.</source>
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
        <source>Place the caret in a paragraph first.</source>
        <translation>Zuerst den Cursor in einen Absatz setzen.</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Aufhören</translation>
    </message>
    <message>
        <source>Stop that? What is excluded already stays so.</source>
        <translation>Damit aufhören? Was schon ausgeschlossen ist, bleibt es.</translation>
    </message>
    <message>
        <source>What comes in is left as it is from now on.</source>
        <translation>Was dazukommt, bleibt von jetzt an, wie es ist.</translation>
    </message>
    <message>
        <source>What the rule excludes in the open article</source>
        <translation>Was die Regel im offenen Artikel ausschließt</translation>
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
        <source>A click leads to the paragraph.</source>
        <translation>Ein Klick führt zum Absatz.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No rule yet: place the caret in such a paragraph of an article and press Ctrl+Shift+X.</source>
        <translation>Noch keine Regel: Schreibmarke in einen solchen Absatz eines Artikels setzen und Strg+Umschalt+X drücken.</translation>
    </message>
    <message>
        <source>Open an article to try the rules on it.</source>
        <translation>Einen Artikel öffnen, um die Regeln daran zu erproben.</translation>
    </message>
    <message>
        <source>Paragraphs Always Excluded</source>
        <translation>Immer ausgeschlossene Absätze</translation>
    </message>
    <message>
        <source>Put &amp;Back</source>
        <translation>&amp;Zurückholen</translation>
    </message>
    <message>
        <source>Removed. What is excluded already stays so.</source>
        <translation>Entfernt. Was schon ausgeschlossen ist, bleibt es.</translation>
    </message>
    <message>
        <source>Rules for paragraphs</source>
        <translation>Regeln für Absätze</translation>
    </message>
    <message>
        <source>The open article is not of “{publisher}”: the rule does not touch it.</source>
        <translation>Der offene Artikel ist nicht von „{publisher}“: Die Regel betrifft ihn nicht.</translation>
    </message>
    <message>
        <source>They are left out of whatever comes in of the publisher. Capitals, spaces and numbers do not matter.</source>
        <translation>Sie werden aus allem ausgeschlossen, was von dem Medium hereinkommt. Großschreibung, Leerzeichen und Zahlen sind dabei gleichgültig.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Actions, labels and articles</source>
        <translation>Befehle, Labels und Artikel</translation>
    </message>
    <message>
        <source>An action, a label, an article</source>
        <translation>Ein Befehl, ein Label, ein Artikel</translation>
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
        <source>Nothing to redo</source>
        <translation>Nichts zu wiederholen</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Open a project first</source>
        <translation>Erst ein Projekt öffnen</translation>
    </message>
    <message>
        <source>Open an article first</source>
        <translation>Erst einen Artikel öffnen</translation>
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
        <source>A name ends with its paragraph. Select words of one; + adds words of another one.</source>
        <translation>Ein Name endet mit seinem Absatz. Wörter eines Absatzes auswählen; + nimmt Wörter eines anderen hinzu.</translation>
    </message>
    <message>
        <source>The claim goes over the end of a paragraph.</source>
        <translation>Die Behauptung geht über das Ende eines Absatzes.</translation>
    </message>
</context>
<context>
    <name>PartPage</name>
    <message>
        <source>Choose a part of the schema on the left.</source>
        <translation>Links einen Teil des Schemas wählen.</translation>
    </message>
    <message>
        <source>What is chosen</source>
        <translation>Was gewählt ist</translation>
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
        <source>Sizes of the parts</source>
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
        <source>Looking at the text…</source>
        <translation>Text wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Paragraphs that are not part of the article</source>
        <translation>Absätze, die nicht zum Artikel gehören</translation>
    </message>
    <message>
        <source>Paste article</source>
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
        <source>The article is not added yet.</source>
        <translation>Der Artikel ist noch nicht hinzugefügt.</translation>
    </message>
    <message>
        <source>These look like captions or links of the page. What is ticked gets no labels; its words stay in the text.</source>
        <translation>Das sieht nach Bildunterschriften oder Verweisen der Seite aus. Was angehakt ist, bekommt keine Markierungen; die Wörter bleiben im Text.</translation>
    </message>
    <message>
        <source>This text is already in the project: “{title}”.</source>
        <translation>Dieser Text ist schon da: „{title}“.</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Found in the project</source>
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
    <name>Projects</name>
    <message>
        <source>Already open</source>
        <translation>Schon geöffnet</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotiert von</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Open read only</source>
        <translation>Nur zum Lesen öffnen</translation>
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
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Spanwright projects (*{suffix})</source>
        <translation>Spanwright-Projekte (*{suffix})</translation>
    </message>
    <message>
        <source>The copy is written: {file}</source>
        <translation>Die Kopie ist gespeichert: {file}</translation>
    </message>
    <message>
        <source>Who decides from now on:</source>
        <translation>Unter diesem Namen wird ab jetzt entschieden:</translation>
    </message>
    <message>
        <source>You can open it here for reading only.</source>
        <translation>Hier lässt es sich nur zum Lesen öffnen.</translation>
    </message>
    <message>
        <source>{file} is open for reading: {reason}. Save a copy to work on.</source>
        <translation>{file} ist zum Lesen geöffnet: {reason}. Zum Arbeiten eine Kopie speichern.</translation>
    </message>
    <message>
        <source>{file} is open in another window (process {process}).</source>
        <translation>{file} ist in einem anderen Fenster geöffnet (Prozess {process}).</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} Kopie</translation>
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
        <source>How far is who?</source>
        <translation>Wer ist wie weit?</translation>
    </message>
    <message>
        <source>How many minutes did an article take?</source>
        <translation>Wie viele Minuten hat ein Artikel gedauert?</translation>
    </message>
    <message>
        <source>Which labels are there how often, by publisher?</source>
        <translation>Welche Labels gibt es wie oft, nach Medium?</translation>
    </message>
    <message>
        <source>Which names are mentioned most, in how many articles?</source>
        <translation>Welche Namen werden am häufigsten genannt, in wie vielen Artikeln?</translation>
    </message>
    <message>
        <source>Who makes how many claims, and how many of them refute?</source>
        <translation>Wer behauptet wie viel, und wie viel davon ist eine Widerrede?</translation>
    </message>
</context>
<context>
    <name>QueriesDialog</name>
    <message>
        <source>&amp;Copy the Query</source>
        <translation>Abfrage &amp;kopieren</translation>
    </message>
    <message>
        <source>A project is one SQLite file. Its views answer common questions: annotation (a row for each label), claim_card (a row for each claim and cue), progress. Offsets count characters (code points) from 0, the end is not included. Only read it: what is written from elsewhere is in no history.</source>
        <translation>Ein Projekt ist eine SQLite-Datei. Ihre Sichten beantworten gängige Fragen: annotation (eine Zeile je Label), claim_card (eine Zeile je Behauptung und Signal), progress (Fortschritt). Stellen zählen Zeichen (Codepunkte) ab 0, das Ende gehört nicht dazu. Nur lesen: Was von anderswo geschrieben wird, steht in keinem Verlauf.</translation>
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
        <source>The File for Others</source>
        <translation>Die Datei für andere</translation>
    </message>
    <message>
        <source>project</source>
        <translation>projekt</translation>
    </message>
</context>
<context>
    <name>QuestionLine</name>
    <message>
        <source>All these words, wherever they stand; those in “quotation marks” side by side. The last word may be only begun. Capitals and accents do not matter.</source>
        <translation>Alle diese Wörter, wo immer sie stehen; die in „Anführungszeichen“ nebeneinander. Das letzte Wort darf nur angefangen sein. Großschreibung und Akzente spielen keine Rolle.</translation>
    </message>
    <message>
        <source>Find in all articles: words, or “words together”</source>
        <translation>In allen Artikeln suchen: Wörter oder „Wörter am Stück“</translation>
    </message>
    <message>
        <source>Return puts the best articles first, Down goes to the list, Esc back to the article.</source>
        <translation>Eingabe stellt die besten Artikel voran, Pfeil nach unten führt zur Liste, Esc zurück zum Artikel.</translation>
    </message>
    <message>
        <source>Words to be found in titles and texts</source>
        <translation>Wörter, nach denen in Titeln und Texten gesucht wird</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
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
        <translation>Zuerst den Cursor in eine Markierung setzen.</translation>
    </message>
    <message>
        <source>Select the words first.</source>
        <translation>Zuerst die Wörter auswählen.</translation>
    </message>
    <message>
        <source>Select the words first: this label is of another layer.</source>
        <translation>Zuerst die Wörter auswählen: Dieses Label gehört zu einer anderen Ebene.</translation>
    </message>
    <message>
        <source>There was nothing left to do.</source>
        <translation>Es war nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>This article replaces no other one.</source>
        <translation>Dieser Artikel ersetzt keinen anderen.</translation>
    </message>
</context>
<context>
    <name>RefusedRules</name>
    <message>
        <source>These rules are not followed in this project: what they found was rejected time and again, and never accepted. A rule that is ticked is followed again.</source>
        <translation>Diesen Regeln wird in diesem Projekt nicht gefolgt: Was sie fanden, wurde immer wieder abgelehnt und nie angenommen. Einer angekreuzten Regel wird wieder gefolgt.</translation>
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
        <source>one at most</source>
        <translation>höchstens eine</translation>
    </message>
</context>
<context>
    <name>ReliabilityPlot</name>
    <message>
        <source>Scores and what was accepted</source>
        <translation>Wertungen und was angenommen wurde</translation>
    </message>
    <message>
        <source>Share accepted, % (up) by score (right); dashed: ideal</source>
        <translation>Angenommen in&#xa0;% (nach oben) bei einer Wertung von … (nach rechts); gestrichelt: wie versprochen</translation>
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
        <source>&amp;Keep it, and offer it no more</source>
        <translation>&amp;Behalten und nicht mehr anbieten</translation>
    </message>
    <message>
        <source>&amp;Remove it with all that carries it</source>
        <translation>&amp;Entfernen, mit allem, was so heißt</translation>
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
        <source>Nothing is done before Apply, and Apply can be taken back.</source>
        <translation>Vor „Anwenden“ geschieht nichts, und „Anwenden“ lässt sich zurücknehmen.</translation>
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
    <name>Removing</name>
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
        <source>{folder} is deleted. What it has suggested stays until it is decided or taken back.</source>
        <translation>{folder} wird gelöscht. Was sie vorgeschlagen hat, bleibt, bis darüber entschieden oder es zurückgenommen ist.</translation>
    </message>
    <message>
        <source>“{source}” is being removed…</source>
        <translation>„{source}“ wird entfernt&#xa0;…</translation>
    </message>
</context>
<context>
    <name>Repair</name>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identitäten</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Labels of whole articles</source>
        <translation>Labels ganzer Artikel</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Sentences read and empty</source>
        <translation>Gelesene leere Sätze</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>States of articles</source>
        <translation>Stände von Artikeln</translation>
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
        <source>a label that it links is lost</source>
        <translation>eine verbundene Markierung ist verloren</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>it stood in a damaged part of the file</source>
        <translation>stand in einem beschädigten Teil der Datei</translation>
    </message>
    <message>
        <source>it was made again from the log of steps</source>
        <translation>aus dem Protokoll der Schritte wiederhergestellt</translation>
    </message>
    <message>
        <source>it was made again from the log of steps, of which some are lost; it may have been removed since</source>
        <translation>aus dem lückenhaften Protokoll der Schritte wiederhergestellt; vielleicht war es inzwischen entfernt</translation>
    </message>
    <message>
        <source>it was taken from a backup</source>
        <translation>aus einer Sicherung übernommen</translation>
    </message>
    <message>
        <source>it was taken from a backup; steps are missing since, which may have changed it</source>
        <translation>aus einer Sicherung übernommen; seither fehlen Schritte, die es geändert haben können</translation>
    </message>
    <message>
        <source>its fields are lost</source>
        <translation>die Felder sind verloren</translation>
    </message>
    <message>
        <source>its note is lost</source>
        <translation>die Notiz ist verloren</translation>
    </message>
    <message>
        <source>its text is lost</source>
        <translation>der Text ist verloren</translation>
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
        <source>its title and other details are lost; the title is its first line</source>
        <translation>Titel und Angaben sind verloren; der Titel ist die erste Zeile</translation>
    </message>
    <message>
        <source>its words do not stand where it says</source>
        <translation>die Wörter stehen nicht an der angegebenen Stelle</translation>
    </message>
    <message>
        <source>some of its details are lost</source>
        <translation>einige Angaben sind verloren</translation>
    </message>
    <message>
        <source>the copy of its words was damaged; it stands where it stood</source>
        <translation>die Abschrift der Wörter war beschädigt; die Stelle ist dieselbe</translation>
    </message>
    <message>
        <source>the labels of the project are lost; those of a new project stand in for them</source>
        <translation>die Labels des Projekts sind verloren; die eines neuen Projekts stehen dafür</translation>
    </message>
    <message>
        <source>the log of steps says something else of it; look at it</source>
        <translation>das Protokoll der Schritte sagt etwas anderes; bitte ansehen</translation>
    </message>
    <message>
        <source>the text of its article is lost</source>
        <translation>der Text des Artikels ist verloren</translation>
    </message>
    <message>
        <source>the text under it is damaged; the words are those that were labelled</source>
        <translation>der Text darunter ist beschädigt; die Wörter sind die markierten</translation>
    </message>
    <message>
        <source>what it changed is lost; it cannot be taken back</source>
        <translation>was er änderte, ist verloren; er lässt sich nicht zurücknehmen</translation>
    </message>
    <message>
        <source>where it came from is lost</source>
        <translation>die Herkunft ist verloren</translation>
    </message>
    <message>
        <source>who set it is lost</source>
        <translation>wer es gesetzt hat, ist verloren</translation>
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
        <source>Articles concerned: {count}.</source>
        <translation>Betroffene Artikel: {count}.</translation>
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
        <source>It lacks no step.</source>
        <translation>Ihr fehlt kein Schritt.</translation>
    </message>
    <message>
        <source>It lacks these steps: {count}.</source>
        <translation>Ihr fehlen Schritte: {count}.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Labels saved: {saved}, lost: {lost}.</source>
        <translation>Markierungen gerettet: {saved}, verloren: {lost}.</translation>
    </message>
    <message>
        <source>Left out, because it is none of ours: {names}.</source>
        <translation>Weggelassen, weil nicht von uns: {names}.</translation>
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
        <source>Nothing is known to be lost.</source>
        <translation>Soweit erkennbar ist nichts verloren.</translation>
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
        <translation>Liest, was noch lesbar ist. Die beschädigte Datei wird nicht verändert.</translation>
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
        <source>Step</source>
        <translation>Schritt</translation>
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
        <source>The log of the last steps was damaged; stored steps may be missing.</source>
        <translation>Das Protokoll der letzten Schritte war beschädigt; gespeicherte Schritte können fehlen.</translation>
    </message>
    <message>
        <source>The newest intact backup, {file}, has {labels} labels, and {holds} of those that are lost.</source>
        <translation>Die neueste unversehrte Sicherung, {file}, hat {labels} Markierungen, von den verlorenen {holds}.</translation>
    </message>
    <message>
        <source>The newest intact backup, {file}, has {labels} labels.</source>
        <translation>Die neueste unversehrte Sicherung, {file}, hat {labels} Markierungen.</translation>
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
        <source>When (UTC)</source>
        <translation>Wann (UTC)</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Your own tables, kept as data: {names}.</source>
        <translation>Ihre eigenen Tabellen, als Daten behalten: {names}.</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>added</source>
        <translation>gesetzt</translation>
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
        <source>boundary moved</source>
        <translation>Grenze verschoben</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>berichtigt</translation>
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
        <translation>Markierungen aus einer Datei</translation>
    </message>
    <message>
        <source>labels of the project</source>
        <translation>Labels des Projekts</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>verknüpft</translation>
    </message>
    <message>
        <source>paragraph excluded</source>
        <translation>Absatz ausgeschlossen</translation>
    </message>
    <message>
        <source>parts of a dataset</source>
        <translation>Teile eines Datensatzes</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>relabelled</source>
        <translation>umbenannt</translation>
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
        <source>suggestions taken back</source>
        <translation>Vorschläge zurückgenommen</translation>
    </message>
    <message>
        <source>unlinked</source>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>who is meant</source>
        <translation>wer gemeint ist</translation>
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
        <source>backup</source>
        <translation>Sicherung</translation>
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
        <source>Another file has taken the place of {file}. All your labels are still here: save a copy of them. Until then no further step is stored.</source>
        <translation>Eine andere Datei liegt jetzt an der Stelle von {file}. Alle Markierungen sind noch hier: eine Kopie speichern. Bis dahin wird kein weiterer Schritt gespeichert.</translation>
    </message>
    <message>
        <source>Close Without a Copy</source>
        <translation>Ohne Kopie schließen</translation>
    </message>
    <message>
        <source>If you close without a copy, labels that only this window still has are lost.</source>
        <translation>Wer ohne Kopie schließt, verliert die Markierungen, die nur noch dieses Fenster hat.</translation>
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
        <source>The permissions of {file}, or of its folder, no longer let it be opened. Change them back, or save a copy; until the project is closed, steps are still stored.</source>
        <translation>Die Rechte von {file} oder seinem Ordner lassen es nicht mehr öffnen. Sie zurücksetzen oder eine Kopie speichern; bis das Projekt geschlossen wird, werden Schritte noch gespeichert.</translation>
    </message>
    <message>
        <source>The project file is gone</source>
        <translation>Die Projektdatei ist weg</translation>
    </message>
    <message>
        <source>{file} can no longer be reached in {folder}, and no further step is stored. Make it reachable again, or save a copy.</source>
        <translation>{file} ist in {folder} nicht mehr erreichbar; kein weiterer Schritt wird gespeichert. Es wieder erreichbar machen oder eine Kopie speichern.</translation>
    </message>
    <message>
        <source>{file} is in its place again; steps are stored.</source>
        <translation>{file} liegt wieder an seiner Stelle; Schritte werden gespeichert.</translation>
    </message>
    <message>
        <source>{file} is now {moved}. Open it there to go on; all your labels are in it.</source>
        <translation>{file} ist jetzt {moved}. Zum Weiterarbeiten dort öffnen; alle Markierungen sind darin.</translation>
    </message>
    <message>
        <source>{file} was deleted, or moved to another disk. All your labels are still here: save a copy of them. Until then no further step is stored.</source>
        <translation>{file} wurde gelöscht oder auf einen anderen Datenträger verschoben. Alle Markierungen sind noch hier: eine Kopie speichern. Bis dahin wird kein weiterer Schritt gespeichert.</translation>
    </message>
    <message>
        <source>{file} was moved to {folder}. Open it there to go on; all your labels are in it.</source>
        <translation>{file} wurde nach {folder} verschoben. Zum Weiterarbeiten dort öffnen; alle Markierungen sind darin.</translation>
    </message>
    <message>
        <source>{file} was truncated by another program, and no further step is stored. Save a copy of what can still be read; backups lie in {backups}.</source>
        <translation>{file} wurde von einem anderen Programm abgeschnitten; kein weiterer Schritt wird gespeichert. Eine Kopie von dem speichern, was noch lesbar ist; Sicherungen liegen in {backups}.</translation>
    </message>
    <message>
        <source>{file}-wal or {file}-shm was moved or deleted by another program. All your labels are still here: open the project again to go on.</source>
        <translation>{file}-wal oder {file}-shm wurde von einem anderen Programm verschoben oder gelöscht. Alle Markierungen sind noch hier: Zum Weiterarbeiten das Projekt noch einmal öffnen.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>No suggestion is in sight.</source>
        <translation>Kein Vorschlag ist zu sehen.</translation>
    </message>
    <message>
        <source>No sure suggestion is in sight.</source>
        <translation>Im Blick ist kein sicherer Vorschlag.</translation>
    </message>
    <message>
        <source>One label came along with a claim.</source>
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
        <source>Suggestions for this article are still coming.</source>
        <translation>Die Vorschläge für diesen Artikel sind noch unterwegs.</translation>
    </message>
    <message>
        <source>The filter leaves out the one suggestion that is left.</source>
        <translation>Der Filter lässt den einen Vorschlag weg, der noch offen ist.</translation>
    </message>
    <message>
        <source>The filter leaves out the {count} suggestions that are left.</source>
        <translation>Der Filter lässt die {count} Vorschläge weg, die noch offen sind.</translation>
    </message>
    <message>
        <source>There are no more suggestions in this article.</source>
        <translation>In diesem Artikel gibt es keine Vorschläge mehr.</translation>
    </message>
    <message>
        <source>{count} labels came along with claims.</source>
        <translation>{count} Labels kamen mit Behauptungen dazu.</translation>
    </message>
    <message>
        <source>{count} suggestions accepted.</source>
        <translation>{count} Vorschläge angenommen.</translation>
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
        <source>Let It Win</source>
        <translation>Vorziehen</translation>
    </message>
    <message>
        <source>Reach It</source>
        <translation>Erreichbar machen</translation>
    </message>
    <message>
        <source>Split the Token</source>
        <translation>Token teilen</translation>
    </message>
    <message>
        <source>Take Choices Back ({count})</source>
        <translation>Wahl zurücknehmen ({count})</translation>
    </message>
    <message>
        <source>The chosen row alone:</source>
        <translation>Nur die gewählte Zeile:</translation>
    </message>
    <message>
        <source>Widen It</source>
        <translation>Erweitern</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>Filter by words, label or note</source>
        <translation>Nach Wörtern, Label oder Notiz filtern</translation>
    </message>
    <message>
        <source>Labels and suggestions of the article</source>
        <translation>Labels und Vorschläge des Artikels</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Sortiert nach</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welche</translation>
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
        <source>by place</source>
        <translation>nach Stelle</translation>
    </message>
    <message>
        <source>by words</source>
        <translation>nach Wörtern</translation>
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
    <name>RuleForm</name>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Wörter</translation>
    </message>
    <message>
        <source>A&amp;bout</source>
        <translation>&amp;Betrifft</translation>
    </message>
    <message>
        <source>Add a &amp;Condition</source>
        <translation>Bedin&amp;gung hinzufügen</translation>
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
        <source>What should be the case</source>
        <translation>Was der Fall sein soll</translation>
    </message>
    <message>
        <source>Wherever</source>
        <translation>Überall, wo</translation>
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
        <source>disputed</source>
        <translation>bestritten</translation>
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
        <source>labelled before</source>
        <translation>früher markiert</translation>
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
        <translation>berichtete Äußerung</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>Regeln</translation>
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
        <source>{count} ×</source>
        <translation>{count} ×</translation>
    </message>
    <message>
        <source>{rule}: “{word}”</source>
        <translation>{rule}: „{word}“</translation>
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
        <translation>Die beiden sind über eine dritte Behauptung dieselbe.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Hingehen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht&#xa0;…</translation>
    </message>
    <message>
        <source>Nobody has said that before in this project.</source>
        <translation>Das hat in diesem Projekt noch niemand gesagt.</translation>
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
        <source>go there</source>
        <translation>hingehen</translation>
    </message>
    <message>
        <source>take over one field, all</source>
        <translation>ein Feld übernehmen, alle</translation>
    </message>
    <message>
        <source>the same claim, or not</source>
        <translation>dieselbe Behauptung oder nicht</translation>
    </message>
    <message>
        <source>{count} claims, the most alike first</source>
        <translation>{count} Behauptungen, die ähnlichste zuerst</translation>
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
    <name>SavedSearches</name>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Save This Search…</source>
        <translation>Diese Suche &amp;speichern&#xa0;…</translation>
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
    <message>
        <source>What this search is called:</source>
        <translation>Name der Suche:</translation>
    </message>
</context>
<context>
    <name>SchemaColours</name>
    <message>
        <source>Hard to tell from “{label}” {eyes}.</source>
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
        <source>for eyes that confuse blue and yellow</source>
        <translation>für Augen mit Blau-Gelb-Schwäche</translation>
    </message>
    <message>
        <source>for eyes that confuse red and green</source>
        <translation>für Augen mit Rot-Grün-Schwäche</translation>
    </message>
    <message>
        <source>{what}: contrast {found}, {wanted} are needed.</source>
        <translation>{what}: Kontrast {found}, nötig sind {wanted}.</translation>
    </message>
    <message>
        <source>“{text}” is no colour, the one before stays: # and six of 0–9 and a–f.</source>
        <translation>„{text}“ ist keine Farbe, die vorige bleibt: # und sechs von 0–9 und a–f.</translation>
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
        <source>Schemas (*.json)</source>
        <translation>Schemas (*.json)</translation>
    </message>
    <message>
        <source>Take a Read&amp;y Schema</source>
        <translation>Fertiges S&amp;chema nehmen</translation>
    </message>
    <message>
        <source>The schema is written: {file}</source>
        <translation>Das Schema ist geschrieben: {file}</translation>
    </message>
</context>
<context>
    <name>SchemaFoot</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing is done while you edit: Apply does it as one step, after a backup.</source>
        <translation>Änderungen gelten erst nach „Anwenden“: alle in einem Schritt, nach einer Sicherung.</translation>
    </message>
    <message>
        <source>Start O&amp;ver</source>
        <translation>Von vo&amp;rn</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Take Last Change &amp;Back</source>
        <translation>&amp;Letzte Änderung zurücknehmen</translation>
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
        <source>In a &amp;line</source>
        <translation>In einer &amp;Zeile</translation>
    </message>
    <message>
        <source>In a line</source>
        <translation>In einer Zeile</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>SchemaOutlook</name>
    <message>
        <source>A condition of the rule “{rule}” is not finished.</source>
        <translation>Eine Bedingung der Regel „{rule}“ ist nicht fertig.</translation>
    </message>
    <message>
        <source>In use, so kept and not offered: {names}.</source>
        <translation>In Gebrauch, daher behalten und nicht angeboten: {names}.</translation>
    </message>
    <message>
        <source>Labels that break it: {count}.</source>
        <translation>Markierungen, die sie verletzen: {count}.</translation>
    </message>
    <message>
        <source>Models know “{old}” and not “{new}”: nothing more is suggested for it.</source>
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
        <source>Nothing that is labelled changes.</source>
        <translation>An den Markierungen ändert sich nichts.</translation>
    </message>
    <message>
        <source>Of “{one}” and “{what}” at the same words one stays: {places}.</source>
        <translation>Von „{one}“ und „{what}“ an denselben Wörtern bleibt eines: {places}.</translation>
    </message>
    <message>
        <source>One rule goes.</source>
        <translation>Eine Regel fällt weg.</translation>
    </message>
    <message>
        <source>Removed, in use nowhere: {names}.</source>
        <translation>Entfernt, nirgends verwendet: {names}.</translation>
    </message>
    <message>
        <source>The field “{what}” becomes “{into}”: {labels}.</source>
        <translation>Aus dem Feld „{what}“ wird „{into}“: {labels}.</translation>
    </message>
    <message>
        <source>The field “{what}” is removed, with its values in {labels}.</source>
        <translation>Das Feld „{what}“ fällt weg, mit dem, was es sagt: {labels}.</translation>
    </message>
    <message>
        <source>The field “{what}” needs a value to choose.</source>
        <translation>Das Feld „{what}“ braucht einen Wert zur Auswahl.</translation>
    </message>
    <message>
        <source>The link “{what}” needs something to begin and to end at.</source>
        <translation>Die Verbindung „{what}“ braucht etwas, wo sie beginnt und endet.</translation>
    </message>
    <message>
        <source>The rule “{rule}” asks for something else.</source>
        <translation>Die Regel „{rule}“ verlangt etwas anderes.</translation>
    </message>
    <message>
        <source>The rule “{rule}” asks for what its labels do not have.</source>
        <translation>Die Regel „{rule}“ verlangt, was ihre Labels nicht haben.</translation>
    </message>
    <message>
        <source>The rule “{rule}” needs labels that it is about.</source>
        <translation>Der Regel „{rule}“ fehlen Labels, die sie betrifft.</translation>
    </message>
    <message>
        <source>The rule “{rule}” needs words that say it.</source>
        <translation>Der Regel „{rule}“ fehlen Worte, die sie aussprechen.</translation>
    </message>
    <message>
        <source>one article</source>
        <translation>1 Artikel</translation>
    </message>
    <message>
        <source>one label</source>
        <translation>eine Markierung</translation>
    </message>
    <message>
        <source>one link</source>
        <translation>eine Verbindung</translation>
    </message>
    <message>
        <source>one place</source>
        <translation>eine Stelle</translation>
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
        <translation>{count} Markierungen</translation>
    </message>
    <message>
        <source>{count} links</source>
        <translation>{count} Verbindungen</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} Stellen</translation>
    </message>
    <message>
        <source>{count} rules go.</source>
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
        <source>“{into}” is allowed once; there will be more at {labels}.</source>
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
        <source>“{what}” becomes “{into}”: {links}.</source>
        <translation>Aus „{what}“ wird „{into}“: {links}.</translation>
    </message>
    <message>
        <source>“{what}” has no name yet.</source>
        <translation>„{what}“ hat noch keinen Namen.</translation>
    </message>
    <message>
        <source>“{what}” is removed, and {labels} with it.</source>
        <translation>„{what}“ fällt weg, und damit: {labels}.</translation>
    </message>
    <message>
        <source>“{what}” is taken out of {labels}.</source>
        <translation>„{what}“ wird nicht mehr gesagt: {labels}.</translation>
    </message>
    <message>
        <source>“{what}” loses {links}.</source>
        <translation>Bei „{what}“ fallen weg: {links}.</translation>
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
        <source>Labels of articles</source>
        <translation>Labels der Artikel</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Parts of the schema</source>
        <translation>Teile des Schemas</translation>
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
        <source>Applied. The project as it was before lies among its backups.</source>
        <translation>Angewendet. Das Projekt, wie es vorher war, liegt bei seinen Sicherungen.</translation>
    </message>
    <message>
        <source>L&amp;ink</source>
        <translation>&amp;Verbindung</translation>
    </message>
    <message>
        <source>La&amp;yer</source>
        <translation>&amp;Ebene</translation>
    </message>
    <message>
        <source>Label of &amp;articles</source>
        <translation>Label der &amp;Artikel</translation>
    </message>
    <message>
        <source>Labels and Guidelines</source>
        <translation>Labels und Leitfaden</translation>
    </message>
    <message>
        <source>S&amp;plit…</source>
        <translation>&amp;Teilen&#xa0;…</translation>
    </message>
    <message>
        <source>The last change is taken back.</source>
        <translation>Die letzte Änderung ist zurückgenommen.</translation>
    </message>
    <message>
        <source>What was edited here is not applied yet.</source>
        <translation>Was hier bearbeitet wurde, ist noch nicht angewendet.</translation>
    </message>
</context>
<context>
    <name>ScoreTable</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>F, edges half</source>
        <translation>F mit Teiltreffern</translation>
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
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Scores by label</source>
        <translation>Wertung nach Label</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Annotator: {value}</source>
        <translation>Annotiert von: {value}</translation>
    </message>
    <message>
        <source>Anything of {layer}</source>
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
        <source>Done</source>
        <translation>Fertig</translation>
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
        <translation>Am lehrreichsten zuerst</translation>
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
        <source>Shuffled</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
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
    <name>SearchPage</name>
    <message>
        <source>Being stored…</source>
        <translation>Wird gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Export what was found as a table</source>
        <translation>Fundstellen als Tabelle exportieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Nothing in the project matches.</source>
        <translation>Im Projekt ist nichts davon zu finden.</translation>
    </message>
    <message>
        <source>Type words, or choose a filter.</source>
        <translation>Wörter eingeben oder einen Filter wählen.</translation>
    </message>
    <message>
        <source>best first</source>
        <translation>beste zuerst</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>into the article</source>
        <translation>in den Artikel</translation>
    </message>
    <message>
        <source>label all</source>
        <translation>alle markieren</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>auslassen</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
</context>
<context>
    <name>SentenceList</name>
    <message>
        <source>Claims of the chosen cell</source>
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
        <source>Accept or reject what is suggested here first.</source>
        <translation>Erst annehmen oder ablehnen, was hier vorgeschlagen ist.</translation>
    </message>
</context>
<context>
    <name>Shapes</name>
    <message>
        <source>Joined. Only one is possible of: {kinds}; that of the first label was kept.</source>
        <translation>Verbunden. Nur einmal möglich: {kinds}; was die erste Markierung hatte, blieb.</translation>
    </message>
    <message>
        <source>No label of the same kind overlaps this one or stands beside it.</source>
        <translation>Keine Markierung derselben Art überlappt diese oder steht neben ihr.</translation>
    </message>
    <message>
        <source>Place the caret inside a label, where it is to be split.</source>
        <translation>Den Cursor in eine Markierung setzen, an die Stelle, wo sie geteilt werden soll.</translation>
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
    <name>SourceChip</name>
    <message>
        <source>Ask for suggestions anew</source>
        <translation>Vorschläge neu anfordern</translation>
    </message>
    <message>
        <source>Sources of suggestions…</source>
        <translation>Quellen der Vorschläge&#xa0;…</translation>
    </message>
    <message>
        <source>Stop learning</source>
        <translation>Lernen anhalten</translation>
    </message>
    <message>
        <source>learning: {percent} %</source>
        <translation>Lernen: {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>suggestions: {done} of {total}</source>
        <translation>Vorschläge: {done} von {total}</translation>
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
        <source>○ suggestions</source>
        <translation>○ Vorschläge</translation>
    </message>
    <message>
        <source>○ suggestions off</source>
        <translation>○ Vorschläge aus</translation>
    </message>
    <message>
        <source>● {source} ready</source>
        <translation>● {source} bereit</translation>
    </message>
    <message>
        <source>◐ {source} at work</source>
        <translation>◐ {source} arbeitet</translation>
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
    <name>Sources</name>
    <message>
        <source>A single decision about a suggestion took {seconds} s ({count} of them)</source>
        <translation>Eine einzelne Entscheidung über einen Vorschlag dauerte {seconds}&#xa0;s (bei {count})</translation>
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
        <source>None of its suggestions has been decided yet.</source>
        <translation>Über keinen der Vorschläge wurde bisher entschieden.</translation>
    </message>
    <message>
        <source>Not among the sources here any more, or its suggestions came with a file.</source>
        <translation>Nicht mehr unter den Quellen hier, oder die Vorschläge kamen mit einer Datei.</translation>
    </message>
    <message>
        <source>Of {count} decided suggestions {accepted} were right as they were, {corrected} were corrected, {rejected} rejected.</source>
        <translation>Von {count} entschiedenen Vorschlägen waren {accepted} so richtig, {corrected} wurden korrigiert, {rejected} abgelehnt.</translation>
    </message>
    <message>
        <source>a label by hand {seconds} s ({count} of them)</source>
        <translation>ein Label von Hand {seconds}&#xa0;s (bei {count})</translation>
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
        <source>no longer here</source>
        <translation>nicht mehr hier</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>{pending} waiting · {decided} decided</source>
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
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>All suggestions are shown again. What was held back in articles that are done still counts.</source>
        <translation>Alle Vorschläge sind wieder zu sehen. Was in fertigen Artikeln zurückgehalten wurde, zählt weiter.</translation>
    </message>
    <message>
        <source>Being taken back…</source>
        <translation>Wird zurückgenommen&#xa0;…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Sources of Suggestions</source>
        <translation>Quellen der Vorschläge</translation>
    </message>
    <message>
        <source>Suggestions are brought back…</source>
        <translation>Vorschläge werden zurückgeholt&#xa0;…</translation>
    </message>
    <message>
        <source>Suggestions are held back in 5 % of the sentences of articles that are not done yet.</source>
        <translation>In 5&#xa0;% der Sätze noch nicht fertiger Artikel werden Vorschläge zurückgehalten.</translation>
    </message>
    <message>
        <source>Suggestions are held back…</source>
        <translation>Vorschläge werden zurückgehalten&#xa0;…</translation>
    </message>
    <message>
        <source>Take Back {count} from “{source}”</source>
        <translation>{count} von „{source}“ zurücknehmen</translation>
    </message>
    <message>
        <source>{count} suggestions of “{source}” were taken back. Undo brings them again, and so does opening an article while the source is ticked.</source>
        <translation>{count} Vorschläge von „{source}“ zurückgenommen. „Rückgängig“ bringt sie wieder, ebenso das Öffnen eines Artikels, solange die Quelle angehakt ist.</translation>
    </message>
    <message>
        <source>“{rule}” is followed again.</source>
        <translation>Der Regel „{rule}“ wird wieder gefolgt.</translation>
    </message>
    <message>
        <source>“{rule}” is not followed any more.</source>
        <translation>Der Regel „{rule}“ wird nicht mehr gefolgt.</translation>
    </message>
    <message>
        <source>“{source}” is asked in this project again.</source>
        <translation>„{source}“ wird in diesem Projekt wieder gefragt.</translation>
    </message>
    <message>
        <source>“{source}” is not asked here any more. What it suggested stays until it is taken back.</source>
        <translation>„{source}“ wird hier nicht mehr gefragt. Die Vorschläge bleiben, bis sie zurückgenommen werden.</translation>
    </message>
    <message>
        <source>“{source}” is removed.</source>
        <translation>„{source}“ ist entfernt.</translation>
    </message>
    <message>
        <source>“{source}” suggests from now on.</source>
        <translation>„{source}“ macht ab jetzt Vorschläge.</translation>
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
        <source>Click on words or select them.</source>
        <translation>Wörter anklicken oder auswählen.</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Zweifel</translation>
    </message>
    <message>
        <source>For yourself and whoever looks at it again.</source>
        <translation>Für später, auch für andere.</translation>
    </message>
    <message>
        <source>How it stands to another claim, here or in another article.</source>
        <translation>Wie sie zu einer anderen Behauptung steht, hier oder in einem anderen Artikel.</translation>
    </message>
    <message>
        <source>More words…</source>
        <translation>Weitere Wörter&#xa0;…</translation>
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
        <source>Return changes it, Backspace takes it away.</source>
        <translation>Eingabe ändert es, Rücktaste entfernt es.</translation>
    </message>
    <message>
        <source>Return goes there, Backspace takes it away.</source>
        <translation>Eingabe führt hin, Rücktaste entfernt es.</translation>
    </message>
    <message>
        <source>Somebody should look at this again.</source>
        <translation>Das sollte noch einmal jemand ansehen.</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>https://… and the words there</source>
        <translation>https://… und was dort steht</translation>
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
        <translation>Erst zu einem Namen gehen.</translation>
    </message>
    <message>
        <source>No label is active.</source>
        <translation>Keine Markierung ist gewählt.</translation>
    </message>
    <message>
        <source>Nothing would be left; Delete removes the label.</source>
        <translation>Es bliebe nichts übrig; Entf entfernt die Markierung.</translation>
    </message>
    <message>
        <source>Place the caret in the part, or select the words to take away.</source>
        <translation>Den Cursor in den Teil setzen oder die Wörter auswählen, die wegfallen sollen.</translation>
    </message>
    <message>
        <source>Select words; they are added to the label that was active last.</source>
        <translation>Wörter auswählen; sie kommen zur zuletzt gewählten Markierung.</translation>
    </message>
    <message>
        <source>add to “{words}”</source>
        <translation>zu „{words}“ hinzufügen</translation>
    </message>
    <message>
        <source>part, derived or whole word</source>
        <translation>Teil, abgeleitet oder ganzes Wort</translation>
    </message>
    <message>
        <source>take this part away</source>
        <translation>diesen Teil wegnehmen</translation>
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
        <source>It takes over those of “{name}” that read:</source>
        <translation>Es übernimmt, was als „{name}“ markiert ist und so lautet:</translation>
    </message>
    <message>
        <source>Name of the new label</source>
        <translation>Name des neuen Labels</translation>
    </message>
    <message>
        <source>Nothing is ticked: the new label begins without any.</source>
        <translation>Nichts ist angekreuzt: Das neue Label beginnt leer.</translation>
    </message>
    <message>
        <source>Split “{name}”</source>
        <translation>„{name}“ teilen</translation>
    </message>
    <message>
        <source>Tick &amp;All in the List</source>
        <translation>&amp;Alle in der Liste ankreuzen</translation>
    </message>
    <message>
        <source>Tick &amp;None</source>
        <translation>&amp;Keines ankreuzen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Words that carry “{name}”</source>
        <translation>Wörter, die als „{name}“ markiert sind</translation>
    </message>
    <message>
        <source>{labels} get the new label.</source>
        <translation>Das neue Label bekommen: {labels}.</translation>
    </message>
</context>
<context>
    <name>SplitOptions</name>
    <message>
        <source>Copies of one story always stay in one part.</source>
        <translation>Kopien einer Meldung bleiben immer in einem Teil.</translation>
    </message>
    <message>
        <source>Divide anew what was kept</source>
        <translation>Behaltene Teile neu einteilen</translation>
    </message>
    <message>
        <source>Into train, dev and test:</source>
        <translation>In train, dev und test:</translation>
    </message>
    <message>
        <source>Keep these parts for later exports</source>
        <translation>Diese Teile für spätere Exporte behalten</translation>
    </message>
    <message>
        <source>Per cent for train, dev and test</source>
        <translation>Prozent für train, dev und test</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Three whole numbers that add up to 100 are needed, such as 80/10/10.</source>
        <translation>Nötig sind drei ganze Zahlen, die zusammen 100 ergeben, zum Beispiel 80/10/10.</translation>
    </message>
    <message>
        <source>What decides</source>
        <translation>Was entscheidet</translation>
    </message>
    <message>
        <source>by chance</source>
        <translation>nach Zufall</translation>
    </message>
    <message>
        <source>by date, the newest into test</source>
        <translation>nach Datum, die neuesten in test</translation>
    </message>
    <message>
        <source>each publisher in one part</source>
        <translation>jedes Medium in einem Teil</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Doing again: {percent} %</source>
        <translation>Wird wieder getan: {percent} %</translation>
    </message>
    <message>
        <source>Done again in {count} articles, all in one step.</source>
        <translation>In {count} Artikeln wiederholt, alles in einem Schritt.</translation>
    </message>
    <message>
        <source>Done again: {step}.</source>
        <translation>Wiederholt: {step}.</translation>
    </message>
    <message>
        <source>One step taken back.</source>
        <translation>Ein Schritt zurückgenommen.</translation>
    </message>
    <message>
        <source>Taken back in {count} articles, all in one step.</source>
        <translation>In {count} Artikeln zurückgenommen, alles in einem Schritt.</translation>
    </message>
    <message>
        <source>Taken back: {step}.</source>
        <translation>Zurückgenommen: {step}.</translation>
    </message>
    <message>
        <source>Taking back: {percent} %</source>
        <translation>Wird zurückgenommen: {percent} %</translation>
    </message>
    <message>
        <source>The article is as it was then.</source>
        <translation>Der Artikel ist, wie er damals war.</translation>
    </message>
    <message>
        <source>{count} steps taken back.</source>
        <translation>{count} Schritte zurückgenommen.</translation>
    </message>
    <message>
        <source>“{title}” is done, suggestions left open: {count}.</source>
        <translation>„{title}“ ist fertig, offen gelassene Vorschläge: {count}.</translation>
    </message>
    <message>
        <source>“{title}” is done.</source>
        <translation>„{title}“ ist fertig.</translation>
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
        <source>How far they can be trusted</source>
        <translation>Wie sicher sie sind</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Label to be shown</source>
        <translation>Gezeigtes Label</translation>
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
        <source>Source to be shown</source>
        <translation>Gezeigte Quelle</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
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
        <source>In 5 % of the sentences suggestions are held back.</source>
        <translation>In 5&#xa0;% der Sätze werden Vorschläge zurückgehalten.</translation>
    </message>
    <message>
        <source>In which order</source>
        <translation>In welcher Reihenfolge</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Show only some suggestions</source>
        <translation>Nur einige Vorschläge zeigen</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>What is left out is not drawn in the article, and no key takes it.</source>
        <translation>Was wegfällt, ist auch im Artikel nicht zu sehen, und keine Taste nimmt es an.</translation>
    </message>
    <message>
        <source>none open</source>
        <translation>keine offen</translation>
    </message>
    <message>
        <source>still coming</source>
        <translation>noch unterwegs</translation>
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
        <source>Accept 1 sure one</source>
        <translation>1 sicheren annehmen</translation>
    </message>
    <message>
        <source>Accept sure ones</source>
        <translation>Sichere annehmen</translation>
    </message>
    <message>
        <source>Accept what is sure and in sight ({key}).</source>
        <translation>Nimmt an, was sicher und im Blick ist ({key}).</translation>
    </message>
    <message>
        <source>Accept {count} sure ones</source>
        <translation>{count} sichere annehmen</translation>
    </message>
    <message>
        <source>{key} accepts all that is in sight.</source>
        <translation>{key} nimmt alles im Blick an.</translation>
    </message>
</context>
<context>
    <name>Synonyms</name>
    <message>
        <source>backup, save as</source>
        <translation>Sicherung, Sicherungskopie, speichern unter</translation>
    </message>
    <message>
        <source>claimants, quotes, board</source>
        <translation>Urheber, Zitate, Tafel</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar, Anmerkung</translation>
    </message>
    <message>
        <source>entities, coreference, aliases, merge</source>
        <translation>Entitäten, Koreferenz, Alias, zusammenführen</translation>
    </message>
    <message>
        <source>font size, text size, zoom, settings</source>
        <translation>Schriftgröße, Textgröße, Zoom, Einstellungen</translation>
    </message>
    <message>
        <source>font, typeface, settings</source>
        <translation>Schriftart, Schrift, Einstellungen</translation>
    </message>
    <message>
        <source>language, settings</source>
        <translation>Sprache, Einstellungen</translation>
    </message>
    <message>
        <source>machine learning, spaCy, score</source>
        <translation>maschinelles Lernen, spaCy, Wertung</translation>
    </message>
    <message>
        <source>metadata, date, publisher, author</source>
        <translation>Metadaten, Datum, Medium, Verfasser</translation>
    </message>
    <message>
        <source>models, spaCy, settings</source>
        <translation>Modelle, spaCy, Einstellungen</translation>
    </message>
    <message>
        <source>remove, discard</source>
        <translation>entfernen, verwerfen</translation>
    </message>
    <message>
        <source>replace all, label everywhere, batch</source>
        <translation>überall markieren, alle ersetzen, Stapel</translation>
    </message>
    <message>
        <source>save as, training data, dataset</source>
        <translation>speichern unter, Trainingsdaten, Datensatz</translation>
    </message>
    <message>
        <source>search</source>
        <translation>suchen, finden</translation>
    </message>
    <message>
        <source>settings, preferences, dark mode, colours, appearance</source>
        <translation>Einstellungen, Optionen, Dunkelmodus, Farben, Erscheinungsbild</translation>
    </message>
    <message>
        <source>settings, preferences, options</source>
        <translation>Einstellungen, Optionen</translation>
    </message>
    <message>
        <source>shortcuts, hotkeys, change keys, settings, preferences</source>
        <translation>Tastenkürzel, Tastatur, Tasten ändern, Einstellungen, Optionen</translation>
    </message>
    <message>
        <source>shortcuts, hotkeys, cheat sheet, help</source>
        <translation>Tastenkürzel, Tastatur, Spickzettel, Hilfe</translation>
    </message>
    <message>
        <source>statistics, charts, progress, report</source>
        <translation>Statistik, Diagramme, Fortschritt, Bericht, Auswertung</translation>
    </message>
    <message>
        <source>tags, categories, guidelines, settings</source>
        <translation>Tags, Kategorien, Kodierbuch, Einstellungen</translation>
    </message>
    <message>
        <source>version, licence</source>
        <translation>Version, Lizenz</translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>Apply or discard first what is edited in Labels and Guidelines.</source>
        <translation>Zuerst anwenden oder verwerfen, was in „Labels und Leitfaden“ bearbeitet ist.</translation>
    </message>
</context>
<context>
    <name>Tiers</name>
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
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Being looked up…</source>
        <translation>Wird nachgesehen&#xa0;…</translation>
    </message>
    <message>
        <source>Claims by month</source>
        <translation>Behauptungen nach Monaten</translation>
    </message>
    <message>
        <source>No claim with a date</source>
        <translation>Keine Behauptung mit Datum</translation>
    </message>
    <message>
        <source>{count} at most a month</source>
        <translation>höchstens {count} im Monat</translation>
    </message>
</context>
<context>
    <name>ToldDialog</name>
    <message>
        <source>What happened to the articles</source>
        <translation>Was mit den Artikeln geschah</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Annotator</source>
        <translation>Annotiert von</translation>
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
        <source>The bars in the list of articles show something else: how much of what is suggested is decided.</source>
        <translation>Die Balken in der Artikelliste zeigen etwas anderes: wie viel vom Vorgeschlagenen entschieden ist.</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesbar</translation>
    </message>
    <message>
        <source>{read} of {count} sentences read</source>
        <translation>{read} von {count} Sätzen gelesen</translation>
    </message>
    <message>
        <source>{share} % read</source>
        <translation>{share}&#xa0;% gelesen</translation>
    </message>
</context>
<context>
    <name>TrainingWindow</name>
    <message>
        <source>All labels, for 2 more F: {forecast}.</source>
        <translation>Alle Labels, für 2 F mehr: {forecast}.</translation>
    </message>
    <message>
        <source>By the label alone: words with other edges count as found here.</source>
        <translation>Nach dem Label allein: Auch Wörter mit anderen Grenzen gelten hier als gefunden.</translation>
    </message>
    <message>
        <source>Call it</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Auswahl</translation>
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
        <source>Confusions</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert&#xa0;…</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>In per cent. Precision: so much of what was found is right. Recall: so much of what was decided was found. F: both in one; with edges half, other edges count as half found.</source>
        <translation>In Prozent. Genauigkeit: so viel des Gefundenen stimmt. Trefferquote: so viel des Entschiedenen wurde gefunden. F: beides in einem; mit Teiltreffern zählen andere Grenzen halb.</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>More Articles</source>
        <translation>Mehr Artikel</translation>
    </message>
    <message>
        <source>Name of the pipeline</source>
        <translation>Name der Pipeline</translation>
    </message>
    <message>
        <source>No article was left to judge by, so nobody knows how it does on new ones: label more first.</source>
        <translation>Kein Artikel blieb zum Beurteilen übrig; wie gut es neue Artikel trifft, weiß niemand. Zuerst mehr Artikel fertigstellen.</translation>
    </message>
    <message>
        <source>Nothing is trained yet.</source>
        <translation>Noch ist nichts trainiert.</translation>
    </message>
    <message>
        <source>Only one article was judged: its scores say little about others.</source>
        <translation>Nur ein Artikel wurde beurteilt: Seine Werte sagen wenig über andere.</translation>
    </message>
    <message>
        <source>Only {count} articles were judged: their scores say little about others.</source>
        <translation>Nur {count} Artikel wurden beurteilt: Ihre Werte sagen wenig über andere.</translation>
    </message>
    <message>
        <source>Package…</source>
        <translation>Paket&#xa0;…</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The training goes on. Project → Train and Judge a Model shows it again.</source>
        <translation>Das Training läuft weiter. Projekt → Modell trainieren und beurteilen zeigt es wieder.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Train and Judge a Model</source>
        <translation>Modell trainieren und beurteilen</translation>
    </message>
    <message>
        <source>Trained. Articles: {train} to learn from, {dev} to choose by, {test} to judge by.</source>
        <translation>Trainiert. Artikel: {train} zum Lernen, {dev} zum Auswählen, {test} zum Beurteilen.</translation>
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
        <source>Use for Suggestions</source>
        <translation>Für Vorschläge verwenden</translation>
    </message>
    <message>
        <source>What was trained last lies in {folder}.</source>
        <translation>Das zuletzt Trainierte liegt in {folder}.</translation>
    </message>
    <message>
        <source>Where to put the package</source>
        <translation>Ordner für das Paket</translation>
    </message>
    <message>
        <source>Writing the package…</source>
        <translation>Paket wird geschrieben&#xa0;…</translation>
    </message>
    <message>
        <source>Written: {folder}. It is installed by: pip install {folder}</source>
        <translation>Geschrieben: {folder}. So wird es installiert: pip install {folder}</translation>
    </message>
    <message>
        <source>on one article that was judged</source>
        <translation>an einem beurteilten Artikel</translation>
    </message>
    <message>
        <source>on {count} articles that were judged</source>
        <translation>an {count} beurteilten Artikeln</translation>
    </message>
    <message>
        <source>{count} of those found were accepted from its own suggestions: that it finds them says little.</source>
        <translation>{count} der gefundenen wurden aus seinen eigenen Vorschlägen übernommen: Dass es sie findet, sagt wenig.</translation>
    </message>
    <message>
        <source>{name} suggests in this project from now on. Project → Sources of Suggestions turns it off, or on in another project; deleting {folder} takes it back everywhere.</source>
        <translation>{name} schlägt in diesem Projekt ab jetzt vor. Projekt → Quellen der Vorschläge schaltet es aus oder in einem anderen Projekt ein; {folder} zu löschen nimmt es überall zurück.</translation>
    </message>
    <message>
        <source>{right} of {all} found as decided. Articles: {count}.</source>
        <translation>{right} von {all} gefunden wie entschieden. Artikel: {count}.</translation>
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
        <source>Being stored…</source>
        <translation>Wird gespeichert&#xa0;…</translation>
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
        <source>Looking through all articles…</source>
        <translation>Alle Artikel werden durchgesehen&#xa0;…</translation>
    </message>
    <message>
        <source>No suggestion is like that.</source>
        <translation>Kein Vorschlag ist so.</translation>
    </message>
    <message>
        <source>Nothing is left to decide.</source>
        <translation>Es ist nichts mehr zu entscheiden.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Reject {count}</source>
        <translation>{count} ablehnen</translation>
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
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Nach Label</translation>
    </message>
    <message>
        <source>By score</source>
        <translation>Nach Wertung</translation>
    </message>
    <message>
        <source>By the day, or the month, of the last decision about a suggestion.</source>
        <translation>Nach dem Tag oder Monat der letzten Entscheidung über einen Vorschlag.</translation>
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
        <source>F after</source>
        <translation>F nachher</translation>
    </message>
    <message>
        <source>F before</source>
        <translation>F vorher</translation>
    </message>
    <message>
        <source>F on articles held out, %; hollow: not taken</source>
        <translation>F auf zurückgehaltenen Artikeln in&#xa0;%; hohl: nicht übernommen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
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
        <source>It is tried again in another version, or after Project → Ask for Suggestions Anew.</source>
        <translation>Sie wird in einer anderen Version wieder versucht, oder nach Projekt → Vorschläge neu anfordern.</translation>
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
        <source>Likely between</source>
        <translation>Wohl zwischen</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Übersehen</translation>
    </message>
    <message>
        <source>No decisions yet.</source>
        <translation>Bisher wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>On average, scores and the share accepted differ by {points} points.</source>
        <translation>Wertung und angenommener Anteil liegen im Mittel {points} Punkte auseinander.</translation>
    </message>
    <message>
        <source>Over Time</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Versprochen</translation>
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
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Right as suggested, %</source>
        <translation>Richtig wie vorgeschlagen, in&#xa0;%</translation>
    </message>
    <message>
        <source>Right: accepted and still there. Missed: labelled by hand where it had suggested nothing, in articles that it was asked about. Found: the share that it had suggested of all that is labelled.</source>
        <translation>Richtig: angenommen und noch da. Übersehen: von Hand vergeben, wo nichts vorgeschlagen war, in Artikeln, zu denen die Quelle gefragt wurde. Gefunden: der vorgeschlagene Anteil an allem, was ein Label trägt.</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Scores can be compared once suggestions with a score were decided about.</source>
        <translation>Wertungen lassen sich vergleichen, sobald über Vorschläge mit Wertung entschieden wurde.</translation>
    </message>
    <message>
        <source>Take Back What Was Learnt Last</source>
        <translation>Zuletzt Gelerntes zurücknehmen</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Used now: the model as it came.</source>
        <translation>Benutzt wird das Modell, wie es kam.</translation>
    </message>
    <message>
        <source>Used now: what was learnt from {count} articles.</source>
        <translation>Benutzt wird, was aus {count} Artikeln gelernt wurde.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>What is learnt from finished articles is taken only if it is better on articles held out.</source>
        <translation>Was aus fertigen Artikeln gelernt wird, gilt nur, wenn es auf zurückgehaltenen Artikeln besser ist.</translation>
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
        <source>of these together</source>
        <translation>davon gemeinsam</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{words} Decided without a score: {count}.</source>
        <translation>{words} Ohne Wertung entschieden: {count}.</translation>
    </message>
    <message>
        <source>{words} So few decisions say little yet.</source>
        <translation>{words} So wenige Entscheidungen sagen noch wenig.</translation>
    </message>
</context>
<context>
    <name>TryLonger</name>
    <message>
        <source>&amp;Try Longer</source>
        <translation>&amp;Länger versuchen</translation>
    </message>
    <message>
        <source>Give the selected file ten times as much time and memory</source>
        <translation>Der ausgewählten Datei zehnmal so viel Zeit und Speicher geben</translation>
    </message>
</context>
<context>
    <name>ValueField</name>
    <message>
        <source>proposed</source>
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
        <translation>Beispiele, je eines auf einer Zeile</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>No label is left whose words are the same.</source>
        <translation>Keine Markierung mit gleichem Wortlaut ist noch offen.</translation>
    </message>
    <message>
        <source>One label accepted.</source>
        <translation>Eine Markierung angenommen.</translation>
    </message>
    <message>
        <source>This article stands for “{title}” now, which is set aside with its labels.</source>
        <translation>Dieser Artikel ersetzt jetzt „{title}“; der alte ist mit seinen Markierungen beiseitegelegt.</translation>
    </message>
    <message>
        <source>Title of the article that this one replaces</source>
        <translation>Titel des Artikels, den dieser ersetzt</translation>
    </message>
    <message>
        <source>{count} labels accepted, in one step.</source>
        <translation>{count} Markierungen angenommen, in einem Schritt.</translation>
    </message>
    <message>
        <source>“{title}” is in the list again.</source>
        <translation>„{title}“ steht wieder in der Liste.</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>&amp;Accept the Same</source>
        <translation>&amp;Gleiche annehmen</translation>
    </message>
    <message>
        <source>&amp;Old Version Back</source>
        <translation>&amp;Alte Fassung zurückholen</translation>
    </message>
    <message>
        <source>A click leads to the place in the article.</source>
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
        <translation>Markierungen der alten Fassung</translation>
    </message>
    <message>
        <source>Labels of the old version</source>
        <translation>Markierungen der alten Fassung</translation>
    </message>
    <message>
        <source>Labels: {all}. Words gone: {gone}, words changed: {changed}, the same: {same}.</source>
        <translation>Markierungen: {all}. Worte fehlen: {gone}, Wortlaut geändert: {changed}, gleich: {same}.</translation>
    </message>
    <message>
        <source>What became of it</source>
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
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>words changed</source>
        <translation>Wortlaut geändert</translation>
    </message>
    <message>
        <source>words gone</source>
        <translation>Worte fehlen</translation>
    </message>
    <message>
        <source>{fate}, decided</source>
        <translation>{fate}, entschieden</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>New project…</source>
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
        <source>Try the sample project</source>
        <translation>Beispielprojekt ansehen</translation>
    </message>
    <message>
        <source>Turn articles into training data: label names and claims, decide on suggestions with one key. Every decision is stored at once.</source>
        <translation>Aus Artikeln werden Trainingsdaten: Namen und Behauptungen markieren, über Vorschläge mit einer Taste entscheiden. Jede Entscheidung ist sofort gespeichert.</translation>
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
        <source>No word in sight begins with “{letters}”.</source>
        <translation>Kein sichtbares Wort beginnt mit „{letters}“.</translation>
    </message>
</context>
<context>
    <name>WordParts</name>
    <message>
        <source>“{part}” is a part of “{word}”. Formats made of tokens, such as spaCy’s, leave it out unless the export widens it to the whole word, or splits that.</source>
        <translation>„{part}“ ist ein Teil von „{word}“. Formate aus Token, etwa die von spaCy, lassen es aus, sofern der Export es nicht auf das ganze Wort erweitert oder dieses teilt.</translation>
    </message>
</context>
<context>
    <name>Worth</name>
    <message>
        <source>No sentence worth checking is left in this article.</source>
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
