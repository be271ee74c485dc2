from archive.registry import Topic, packaged
from importers.parse.topics import find_topics

TOPICS = packaged().topics
FILLER = "Det regnade hela dagen och bussen var sen. " * 20

# Invented sections, each with the topics a reader would look for it under.
LABELLED: tuple[tuple[str, str, set[str]], ...] = (
    ("Mötet öppnas", "Disa Lind öppnade mötet.", {"formalia"}),
    ("Val av justerare", "Olle Ek valdes.", {"formalia"}),
    ("Övriga frågor", "Inga övriga frågor.", {"formalia"}),
    ("Nästa möte", "Den 4 maj kl. 13.00.", {"formalia"}),
    (
        "Sjukfrånvaro",
        "Arbetsgivaren redovisade sjukfrånvaron. Korttidsfrånvaron var 2 procent.",
        {"sjukfranvaro"},
    ),
    (
        "Arbetsmiljö",
        "Tillbuden har minskat. Sjukfrånvaron var 6 procent i maj.",
        {"arbetsmiljo", "sjukfranvaro"},
    ),
    ("Skyddskommitté", "Skyddsronderna genomförs i oktober.", {"arbetsmiljo"}),
    (
        "Kvarvarande punkter",
        "Kommunal frågade om överfallslarmen vid medborgarkontoret. Arbetsgivaren svarade att nya "
        "är beställda.",
        {"hot-och-vald"},
    ),
    (
        "Anmälda frågor",
        "Vision undrar hur rutinen för hot och våld följs upp. Arbetsgivaren svarade att den gås "
        "igenom på arbetsplatsträffarna.",
        {"hot-och-vald"},
    ),
    ("Löneöversyn 2024", "Avstämning hålls i mars.", {"lon"}),
    ("Personal", "Lönen ska vara individuell, och alla löner ses över i april.", {"lon"}),
    ("Budget och ekonomi", "Underskottet är 4 mnkr. Prognosen är osäker.", {"budget"}),
    ("Tertialrapport 2", "Rapporten gicks igenom.", {"budget"}),
    (
        "Information",
        "En ny organisation för staben införs i höst. Två enheter slås samman.",
        {"organisationsforandring"},
    ),
    ("Organisation", "Förslaget till ny enhet bereds.", {"organisationsforandring"}),
    ("Verksamhetsplan 2025", "Planen skickas ut i november.", {"verksamhetsplan"}),
    ("Nämndärenden", "Ärendena gicks igenom.", {"namndarenden"}),
    (
        "Ärenden till nämnden",
        "Ny park vid Ekängen (svar på medborgarförslag)",
        {"namndarenden", "medborgarforslag"},
    ),
    ("Lokaler", "Ombyggnaden av köket är klar.", {"lokaler"}),
    ("Information", "Flytten till Kvarnhuset sker i etapper.", {"lokaler"}),
    ("IT", "Systembytet är uppskjutet.", {"it-och-system"}),
    (
        "Information från staben",
        "Ett nytt journalsystem införs. Loggkontroller görs varje månad.",
        {"it-och-system", "informationssakerhet"},
    ),
    ("Informationssäkerhet", "Alla ska gå kursen i GDPR.", {"informationssakerhet"}),
    (
        "Lika rättigheter och möjligheter",
        "Planen mot diskriminering är klar.",
        {"lika-rattigheter"},
    ),
    ("Miljöfrågor", "Matsvinnet minskar och källsorteringen ökar.", {"miljo"}),
    ("Välfärdsbrott", "En föreläsning om korruption hålls.", {"valfardsbrott"}),
    ("Facklig information", "Kommunal har årsmöte i mars.", {"facklig-information"}),
    ("Information från de fackliga organisationerna", "Inget.", {"facklig-information"}),
    (
        "Sommarplanering",
        "Semestern läggs ut i april. Vikarierna är anställda. Bemanningen är god.",
        {"arbetstid-och-semester", "bemanning"},
    ),
    ("Rekrytering av enhetschef", "Kravprofilen gicks igenom.", {"rekrytering"}),
    ("Kompetensutveckling", "Höstens kurser är fulltecknade.", {"kompetens"}),
    ("Rehabilitering", "Företagshälsovården deltog.", {"rehabilitering"}),
    (
        "Hemtjänsten",
        "Undersköterskorna får nya cyklar. Hemtjänsten i norr växer.",
        {"aldreomsorg"},
    ),
    ("Förskola", "Barngrupperna är mindre i höst. Rektorerna möts i maj.", {"skola-och-forskola"}),
    (
        "Individ- och familjeomsorg",
        "Socialsekreterarna får ny handbok om försörjningsstöd.",
        {"socialtjanst"},
    ),
    (
        "Förslag om heltid",
        "Anställningsformen är tillsvidareanställning. Sysselsättningsgraden höjs för dem som vill "
        "gå från deltid till heltid.",
        {"anstallningsvillkor", "arbetstid-och-semester"},
    ),
    ("Julfest", "Festen hålls på hotellet vid kursgården. Det blir lönsamt.", set()),
    ("Ekonomiskt bistånd", "Reglerna ändras i maj.", {"socialtjanst"}),
    ("Lokala samverkansgrupper", "Grupperna möts varje månad.", set()),
    ("Trafik", "Cykelbanan vid Ekvägen är öppen igen.", set()),
)


def test_topics_of_labelled_sections_are_found_with_few_mistakes() -> None:
    right = wrong = missed = 0
    for title, text, wanted in LABELLED:
        found = set(find_topics(title, text, TOPICS))
        right += len(found & wanted)
        wrong += len(found - wanted)
        missed += len(wanted - found)
    assert right / (right + wrong) >= 0.93, "precision"
    assert right / (right + missed) >= 0.95, "recall"


def test_every_topic_is_found_somewhere() -> None:
    assert {topic for *_, wanted in LABELLED for topic in wanted} == set(TOPICS)


def test_the_strongest_topic_comes_first() -> None:
    text = "Skyddsombudet deltog. Sjukfrånvaron ökar. Sjuktalen är höga. Sjukskrivna ökar."
    assert find_topics("Läget", text, TOPICS) == ("sjukfranvaro", "arbetsmiljo")


def test_a_word_in_the_title_outweighs_the_text() -> None:
    assert find_topics("Lokaler", "Budget, budget och budget.", TOPICS)[0] == "lokaler"


def test_a_word_in_passing_does_not_decide_a_long_section() -> None:
    assert find_topics("Bussar", FILLER + "Budgeten nämndes.", TOPICS) == ()


def test_a_word_that_comes_back_decides_a_long_section() -> None:
    text = FILLER + "Budgeten är klar. " * 3
    assert find_topics("Bussar", text, TOPICS) == ("budget",)


def test_a_line_of_its_own_decides_a_long_section() -> None:
    assert find_topics("Bussar", FILLER + "\n\nBudget 2025\n\nDen är klar.", TOPICS) == ("budget",)


def test_one_weak_word_does_not_decide_but_two_do() -> None:
    assert find_topics("Läget", "Ett hot nämndes.", TOPICS) == ()
    assert find_topics("Läget", "Ett hot mot en väktare nämndes.", TOPICS) == ("hot-och-vald",)


def test_the_same_weak_word_twice_is_one() -> None:
    assert find_topics("Läget", "Ett hot, och åter ett hot.", TOPICS) == ()


def test_an_abbreviation_is_the_whole_word_in_capitals() -> None:
    topics = {"a": Topic(id="a", name="A", words=("SAM",))}
    assert find_topics("", "Uppföljning av SAM.", topics) == ("a",)
    assert find_topics("", "Vi samlas i Samarkand, sam.", topics) == ()


def test_a_word_with_a_full_stop_is_the_whole_word() -> None:
    topics = {"a": Topic(id="a", name="A", words=("hot.",))}
    assert find_topics("", "Ett Hot.", topics) == ("a",)
    assert find_topics("", "Ett hotell.", topics) == ()


def test_a_word_is_the_beginning_of_words_only() -> None:
    topics = {"a": Topic(id="a", name="A", words=("klimat",))}
    assert find_topics("", "Klimatfrågan", topics) == ("a",)
    assert find_topics("", "Inomhusklimatet", topics) == ()


def test_words_may_be_split_over_lines() -> None:
    topics = {"a": Topic(id="a", name="A", words=("hot och våld",))}
    assert find_topics("", "rutin för hot\noch våld", topics) == ("a",)


def test_a_topic_without_words_is_never_found() -> None:
    assert find_topics("A", "A", {"a": Topic(id="a", name="A")}) == ()
