import itertools

import hypothesis
import pytest
from hypothesis import strategies as st

from archive.model import Exchange
from archive.registry import packaged
from importers.parse.exchanges import find_exchanges
from importers.parse.unions import UnionNames

NAMES = UnionNames(packaged().unions)
HANDED_IN = "Anmälda frågor"


def read(*paragraphs: str, title: str = "Arbetsmiljö") -> tuple[Exchange, ...]:
    text = "\n\n".join(paragraphs)
    found = find_exchanges(title, text, NAMES)
    for exchange in found:
        assert exchange.question_span is not None
        assert text[slice(*exchange.question_span)] == exchange.question
        if exchange.answer_span is not None:
            assert text[slice(*exchange.answer_span)] == exchange.answer
    return found


def only(*paragraphs: str, title: str = "Arbetsmiljö") -> Exchange:
    found = read(*paragraphs, title=title)
    assert len(found) == 1, found
    return found[0]


# --- who asks, and with which words --------------------------------------------------------


@pytest.mark.parametrize(
    "asked",
    [
        "Kommunal frågade hur många vikarier som finns.",
        "Kommunal frågar hur många vikarier som finns?",
        "Kommunal undrar om taket ska lagas.",
        "Kommunal undrade varför larmet inte hörs.",
        "Kommunal önskar en redovisning av larmen.",
        "Kommunal påminde om att frågan om larmen inte fått något svar.",
        "Kommunal befarar att larmen inte hörs.",
        "Kommunal vill veta när cykelrummet öppnar.",
        "Kommunal vill ha besked om cykelrummet.",
        "Kommunal efterfrågar statistik över larmen.",
        "Kommunal efterlyser tydligare rutiner.",
        "Kommunal föreslår att köket byter tider.",
        "Kommunal yrkar att tjänsten behålls.",
        "Kommunal begär att få se underlaget.",
        "Kommunal saknar en tidplan i underlaget.",
        "Kommunal ifrågasätter beräkningen.",
        "Kommunal hade en fråga om parkeringen.",
        "Kommunal ställde en fråga om parkeringen.",
        "Kommunal ber arbetsgivaren se över rasterna.",
        "Kommunal lyfte att hissen står stilla.",
        "Kommunal lyfter frågan om rasterna.",
        "Kommunal tog upp att hissen står stilla.",
        "Kommunal påtalade bristen på skåp.",
        "Kommunal påpekade att skåpen är för få.",
        "Kommunal framförde att skåpen är för få.",
        "Kommunal framhöll vikten av fasta raster.",
        "Kommunal tycker att skåpen är för få.",
        "Kommunal anser att skåpen är för få.",
        "Kommunal menar att beräkningen är fel.",
        "Kommunal betonade vikten av fasta raster.",
        "Kommunal lämnade en kommentar om skåpen.",
        "Kommunal kommenterar att skåpen är för få.",
        "Kommunal har synpunkter på schemat.",
        "Kommunal ser en risk med de nya tiderna.",
        "Kommunal ser positivt på förslaget.",
        "Kommunal är kritiska till de nya tiderna.",
        "Kommunal uttryckte oro över tempot.",
        "Kommunal har uppmärksammat att skåpen är för få.",
        "Kommunal – framförde att skåpen är för få.",
        "Kommunal – undrar när skåpen kommer.",
        "Även Kommunal undrar när skåpen kommer.",
        "Vidare saknar Kommunal en tidplan.",
        "Med tanke på flytten undrar Kommunal när skåpen kommer.",
        "När det gäller skåpen vill Kommunal ha en tidplan.",
        "Efter genomgången hade Kommunal frågor om skåpen.",
        "Kommunals ombud frågade när skåpen kommer.",
        "Kommunals huvudskyddsombud påtalade att skåpen är för få.",
        "Huvudskyddsombud Kommunal påtalade att skåpen är för få.",
        "Disa Lind (Kommunal) undrar när skåpen kommer.",
        "Disa Lind, Kommunal, undrar när skåpen kommer.",
        "Kommunal genom Disa Lind frågar när skåpen kommer.",
        "Kommunal och Vision frågade när skåpen kommer.",
        "Kommunal, Vision och SSR framför att skåpen är för få.",
        "Det kom en fråga från Kommunal om skåpen.",
        "Fråga från Kommunal: När kommer skåpen?",
        "Frågor från Kommunal: När kommer skåpen?",
        "Fråga 2 (Kommunal): När kommer skåpen?",
        "Kommunals fråga: När kommer skåpen?",
        "Kommunal: När kommer skåpen?",
        "När kommer skåpen? (Kommunal)",
    ],
)
def test_a_union_asks_in_many_words(asked: str) -> None:
    exchange = only(asked, "Arbetsgivaren svarade att skåpen är beställda.")
    assert exchange.union == "kommunal"
    assert exchange.answer == "Arbetsgivaren svarade att skåpen är beställda."
    assert exchange.answered


@pytest.mark.parametrize(
    "said",
    [
        "Arbetsgivaren svarade att skåpen är beställda.",
        "Arbetsgivaren svarar: Skåpen är beställda.",
        "Arbetsgivarens svar: Skåpen är beställda.",
        "Arbetsgivarens svar är att skåpen är beställda.",
        "Svar från arbetsgivaren: Skåpen är beställda.",
        "Svar: Skåpen är beställda.",
        "AG svarar att skåpen är beställda.",
        "AG: Skåpen är beställda.",
        "Arbetsgivaren: Skåpen är beställda.",
        "HR-chefen svarade att skåpen är beställda.",
        "Förvaltningen svarar att skåpen är beställda.",
        "Stadsdelsdirektören förklarade att skåpen är beställda.",
        "Disa Lind svarade att skåpen är beställda.",
        "På frågan svarade arbetsgivaren att skåpen är beställda.",
        "Arbetsgivaren förtydligade att skåpen är beställda.",
        "Arbetsgivaren instämmer och har beställt skåpen.",
        "Arbetsgivaren har beställt skåpen.",
        "Arbetsgivaren redovisade beställningen av skåpen.",
    ],
)
def test_the_employer_answers_in_many_words(said: str) -> None:
    exchange = only("Vision frågade när skåpen kommer.", said)
    assert exchange.answer is not None
    assert "skåpen" in exchange.answer.casefold()
    assert exchange.answered
    assert exchange.question == "Vision frågade när skåpen kommer."


@pytest.mark.parametrize(
    "asker",
    [
        "De fackliga organisationerna",
        "De fackliga representanterna",
        "Facken",
        "Arbetstagarsidan",
        "Skyddsombudet",
        "Huvudskyddsombuden",
        "Skyddsombud",
        "HSO",
        "Samtliga fackliga organisationer",
    ],
)
def test_the_unions_side_asks_without_a_union_being_named(asker: str) -> None:
    exchange = only(f"{asker} frågade när skåpen kommer.", "Arbetsgivaren svarade att de är här.")
    assert exchange.union is None
    assert exchange.answered


# --- what is no exchange -------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "Kommunal har årsmöte i vår.",
        "Vision informerade om sin nya styrelse.",
        "Vision informerar om att Disa Lind slutar.",
        "SACO – ingen information.",
        "Vision har inget att ta upp.",
        "Ledarna hade ingen information.",
        "Kommunal meddelade att Disa Lind är ny ordförande.",
        "Kommunal kommer att ha medlemsmöte i maj.",
        "Vision tackade för samarbetet.",
        "Kommunal godkände protokollet.",
        "Vision bjuder in till öppet hus.",
        "Arbetsgivaren informerade om sommaren.",
        "Arbetsgivaren redogjorde för sjuktalen.",
        "Arbetsgivaren frågade hur facken ser på saken.",
        "Disa Lind öppnade mötet.",
        "Inga frågor ställdes.",
        "Dagordningen godkändes.",
        "Kommunal: Disa Lind, Olle Ek",
        "Hur går vi vidare? Det får tiden utvisa.",
        "Kommunal verksamhet frågas ofta ut.",
        "Nämndens vision lyfter fram barnen.",
        "I planen står ”Kommunal frågade om taket och Vision undrade varför”.",
        "Arbetsgivaren informerade om att Kommunal frågat om taket.",
        "Vision önskade alla en trevlig sommar.",
        "Kommunal välkomnar Disa Lind som ny ledamot.",
        "SSR uppmärksammar våren med fika i huset.",
        "Skyddsombuden har lämnat synpunkter på listan.",
        "Vision påpekade att det i protokollet från maj ska stå ”hissen”.",
        "Ledarna är eniga i beslutet.",
    ],
)
def test_information_is_no_exchange(said: str) -> None:
    assert read(said) == ()


def test_a_list_of_adjusters_is_no_exchange() -> None:
    assert read("Arbetsgivaren: Olle Ek", "Kommunal: Disa Lind", title="Val av justerare") == ()


def test_the_employers_information_is_not_part_of_the_remark_after_it() -> None:
    exchange = only(
        "Nya skåp ställs upp i höst. De gamla körs bort. Kommunal lyfte att nycklar saknas."
    )
    assert exchange.question == "Kommunal lyfte att nycklar saknas."
    assert exchange.answer is None
    assert not exchange.answered


def test_information_after_a_remark_is_no_answer() -> None:
    exchange = only(
        "Kommunal påtalade att skåpen är för få.",
        "Arbetsgivaren informerade om höstens utbildningar.",
    )
    assert exchange.answer is None


def test_information_that_was_asked_for_is_an_answer() -> None:
    exchange = only(
        "Kommunal önskar en redovisning av larmen.",
        "Arbetsgivaren redovisade larmen månad för månad.",
    )
    assert exchange.answer == "Arbetsgivaren redovisade larmen månad för månad."


def test_a_union_that_answers_the_employer_asks_nothing() -> None:
    assert (
        read(
            "Arbetsgivaren frågade om mötet kan flyttas.",
            "Kommunal svarade att det går bra.",
        )
        == ()
    )


def test_thanks_end_an_answer_and_begin_nothing() -> None:
    exchange = only(
        "Vision frågade när skåpen kommer.",
        "Arbetsgivaren svarade att de kommer i maj.",
        "Vision tackade för svaret.",
    )
    assert exchange.answer == "Arbetsgivaren svarade att de kommer i maj."


# --- whose question, whose answer ----------------------------------------------------------


def test_questions_and_answers_follow_each_other() -> None:
    first, second = read(
        "Kommunal frågade när skåpen kommer.",
        "Arbetsgivaren svarade att de kommer i maj.",
        "Vision undrade vem som betalar.",
        "Arbetsgivaren svarade att hyresvärden betalar.",
    )
    assert (first.union, first.answer) == (
        "kommunal",
        "Arbetsgivaren svarade att de kommer i maj.",
    )
    assert (second.union, second.question) == ("vision", "Vision undrade vem som betalar.")


def test_everything_in_one_paragraph_is_taken_apart() -> None:
    first, second = read(
        "Arbetsgivaren informerade om skåpen. Kommunal frågade när de kommer. Arbetsgivaren "
        "svarade att de kommer i maj. Vision undrade vem som betalar. Arbetsgivaren svarade att "
        "hyresvärden betalar."
    )
    assert first.question == "Kommunal frågade när de kommer."
    assert first.answer == "Arbetsgivaren svarade att de kommer i maj."
    assert second.question == "Vision undrade vem som betalar."
    assert second.answer == "Arbetsgivaren svarade att hyresvärden betalar."


def test_lost_paragraph_breaks_divide_at_the_answer() -> None:
    exchange = only("Vision frågar hur flytten ska gå till Arbetsgivarens svar: Firman bär allt.")
    assert exchange.question == "Vision frågar hur flytten ska gå till"
    assert exchange.answer == "Firman bär allt."


def test_one_sentence_may_both_ask_and_answer() -> None:
    exchange = only(
        "Vision frågade vem som betalar och arbetsgivaren svarade att hyran täcker det."
    )
    assert exchange.question == "Vision frågade vem som betalar"
    assert exchange.answer == "arbetsgivaren svarade att hyran täcker det."


def test_on_a_question_from_a_union_the_employer_answers_at_once() -> None:
    exchange = only("På fråga från Vision om hyran svarade arbetsgivaren att den är oförändrad.")
    assert exchange.union == "vision"
    assert exchange.question == "På fråga från Vision om hyran"
    assert exchange.answer == "svarade arbetsgivaren att den är oförändrad."


def test_an_answer_may_come_after_a_plain_paragraph() -> None:
    exchange = only(
        "Vision frågade när skåpen kommer.",
        "Frågan diskuterades en stund runt bordet.",
        "En lista skickades runt.",
        "Arbetsgivaren svarade att de kommer i maj.",
    )
    assert exchange.answer == "Arbetsgivaren svarade att de kommer i maj."


def test_an_answer_goes_on_while_the_employer_speaks() -> None:
    exchange = only(
        "Vision frågade när skåpen kommer.",
        "Arbetsgivaren svarade att de kommer i maj.",
        "Arbetsgivaren räknar inte med att det kan gå fortare.",
        "Det beror på leverantören.",
    )
    assert exchange.answer is not None
    assert exchange.answer.endswith("Det beror på leverantören.")


def test_an_answer_ends_where_the_next_subject_begins() -> None:
    exchange = only(
        "Vision frågade när skåpen kommer.",
        "Arbetsgivaren svarade att de kommer i maj.",
        "Sjuktalen var 5 procent i mars.",
    )
    assert exchange.answer == "Arbetsgivaren svarade att de kommer i maj."


def test_an_answer_ends_where_the_employer_informs_of_something_else() -> None:
    exchange = only(
        "Vision frågade när skåpen kommer.",
        "Arbetsgivaren svarade att de kommer i maj.",
        "Arbetsgivaren informerade även om höstens konferens.",
    )
    assert exchange.answer == "Arbetsgivaren svarade att de kommer i maj."


def test_an_answer_ends_at_the_formula_that_closes_the_item() -> None:
    exchange = only(
        "Vision frågade när skåpen kommer.",
        "Arbetsgivaren svarade att de kommer i maj.",
        "Ärendet är samverkat.",
    )
    assert exchange.answer == "Arbetsgivaren svarade att de kommer i maj."


def test_a_written_answer_runs_over_several_paragraphs() -> None:
    exchange = only(
        "Fråga från Vision:",
        "När kommer skåpen?",
        "Svar:",
        "Skåpen är beställda av hyresvärden.",
        "Leverantören har lovat leverans i maj.",
    )
    assert exchange.union == "vision"
    assert exchange.question == "När kommer skåpen?"
    assert exchange.answer == (
        "Skåpen är beställda av hyresvärden.\n\nLeverantören har lovat leverans i maj."
    )


def test_a_written_answer_keeps_its_list() -> None:
    exchange = only(
        "Vision: Vilka rum berörs?", "Arbetsgivarens svar: Följande rum:", "• Köket", "• Vilrummet"
    )
    assert exchange.answer == "Följande rum:\n\n• Köket\n\n• Vilrummet"


def test_a_list_of_questions_is_one_question() -> None:
    exchange = only(
        "Vision har följande frågor:",
        "• När kommer skåpen?",
        "• Vem betalar?",
        "Arbetsgivaren svarade att hyresvärden betalar och att skåpen kommer i maj.",
    )
    assert exchange.question.endswith("• Vem betalar?")
    assert exchange.answered


def test_a_bullet_with_another_subject_ends_a_remark() -> None:
    exchange = only(
        "• Den 3 maj hålls utbildning för chefer.",
        "Vision – framförde att inbjudan kom sent.",
        "• Den 9 maj hålls utbildning för ombud.",
        "Arbetsgivaren informerade även om en ny startsida.",
    )
    assert exchange.question == "Vision – framförde att inbjudan kom sent."
    assert exchange.answer is None


def test_a_short_line_is_part_of_neither_neighbour() -> None:
    first, second = read(
        "Barn och unga",
        "Vision frågar hur lokalen ska räcka.",
        "Arbetsgivarens svar: Väggen rivs.",
        "Äldre och omsorg",
        "Vision undrar om cyklarna.",
        "Arbetsgivarens svar: Tio är beställda.",
        title=HANDED_IN,
    )
    assert first.question == "Vision frågar hur lokalen ska räcka."
    assert first.answer == "Väggen rivs."
    assert second.question == "Vision undrar om cyklarna."


def test_another_union_that_agrees_is_part_of_the_question() -> None:
    exchange = only(
        "Kommunal lyfte att hissen står stilla.",
        "Vision instämmer.",
        "Arbetsgivaren tar med sig frågan.",
    )
    assert exchange.union == "kommunal"
    assert exchange.answer == "Arbetsgivaren tar med sig frågan."


def test_of_two_askers_in_a_row_the_last_has_the_answer() -> None:
    first, second = read(
        "Kommunal lyfte att hissen står stilla.",
        "Vision undrade när den lagas.",
        "Arbetsgivaren svarade att firman kommer på torsdag.",
    )
    assert (first.union, first.answer) == ("kommunal", None)
    assert (second.union, second.answered) == ("vision", True)


def test_a_union_that_goes_on_in_the_next_paragraph_asks_once() -> None:
    exchange = only(
        "SSR ställde en fråga om Nya riktlinjer för hembesök.",
        "SSR har läst förslaget och där står: ”Två ska gå. Ingen går ensam.” Det blir dyrt.",
        "Arbetsgivaren svarade att det ryms i budgeten.",
    )
    assert exchange.question.startswith("SSR ställde en fråga")
    assert exchange.question.endswith("Det blir dyrt.")


def test_two_requests_from_one_union_are_two_exchanges() -> None:
    first, second = read(
        "Kommunal önskar en lista över larmen.",
        "Arbetsgivaren delade ut listan.",
        "Kommunal önskar även en lista över nycklarna.",
        "Arbetsgivaren svarade att den finns på webben.",
    )
    assert first.answer == "Arbetsgivaren delade ut listan."
    assert second.question == "Kommunal önskar även en lista över nycklarna."


def test_a_long_comment_that_nobody_answers_is_kept_whole() -> None:
    exchange = only(
        "SSR lämnade en kommentar kring remissen: Förslaget är otydligt. Det är viktigt att barnen "
        "hörs. I utredningen nämns inte föräldrarna. SSR tror att nämnden behöver mer tid."
    )
    assert exchange.question.endswith("SSR tror att nämnden behöver mer tid.")
    assert exchange.answer is None
    assert not exchange.answered


def test_what_is_quoted_is_nobodys_question() -> None:
    exchange = only(
        "SSR undrade över meningen ”Kommunal frågade. Arbetsgivaren svarade att allt är klart.” "
        "i underlaget.",
        "Arbetsgivaren svarade att den stryks.",
    )
    assert exchange.union == "ssr"
    assert exchange.answer == "Arbetsgivaren svarade att den stryks."


# --- questions handed in beforehand --------------------------------------------------------


def test_a_quoted_lead_in_belongs_to_the_question() -> None:
    exchange = only(
        "På sidan 5 står det ”alla ska ha skåp”.",
        "På sidan 7 står det ”skåp ges vid behov”.",
        "Kommunal tycker att det är oklart, vilket gäller?",
        "Arbetsgivaren svarar: Alla ska ha skåp.",
        title=HANDED_IN,
    )
    assert exchange.question.startswith("På sidan 5")
    assert exchange.question.endswith("vilket gäller?")
    assert exchange.answer == "Alla ska ha skåp."


def test_what_stands_before_the_asking_in_a_written_question_belongs_to_it() -> None:
    exchange = only(
        "Skåpen är gamla. Många går inte att låsa. Vision undrar när de byts.",
        "Arbetsgivarens svar: I höst.",
        title="Övriga frågor",
    )
    assert exchange.question.startswith("Skåpen är gamla.")


def test_the_asker_is_carried_to_the_following_questions() -> None:
    first, second = read(
        "(S. 4) Det står att skåp ska köpas. SSR undrar hur många.",
        "Arbetsgivarens svar: Fyrtio.",
        "(S. 9, rad 4) Hissen ska bytas, när sker det?",
        "Arbetsgivarens svar: I höst.",
        title=HANDED_IN,
    )
    assert (first.union, second.union) == ("ssr", "ssr")
    assert second.question.startswith("(S. 9")
    assert first.answer == "Fyrtio."


def test_the_asker_is_not_carried_past_a_heading() -> None:
    _, second = read(
        "SSR undrar hur många skåp som köps.",
        "Arbetsgivarens svar: Fyrtio.",
        "Hissar och trappor",
        "När byts hissen?",
        "Arbetsgivarens svar: I höst.",
        title=HANDED_IN,
    )
    assert second.union is None
    assert second.question == "När byts hissen?"


def test_a_heading_that_names_the_asker_holds_for_all_its_questions() -> None:
    found = read(
        "Frågor från Kommunal:",
        "1. När kommer skåpen?",
        "Svar: I maj.",
        "2. Vem betalar?",
        "Svar: Hyresvärden.",
        "Vision",
        "När byts hissen?",
        "Svar: I höst.",
    )
    assert [e.union for e in found] == ["kommunal", "kommunal", "vision"]
    assert [e.answer for e in found] == ["I maj.", "Hyresvärden.", "I höst."]


def test_each_question_in_a_run_stands_by_itself() -> None:
    found = read(
        "Från Vision:",
        "När kommer skåpen?",
        "Hissen står ofta stilla. När byts den?",
        "Svar: I höst.",
        "Vem betalar?",
        title=HANDED_IN,
    )
    assert [e.union for e in found] == ["vision"] * 3
    assert [e.answer for e in found] == [None, "I höst.", None]


def test_a_line_that_announces_questions_is_none_of_them() -> None:
    found = read(
        "Vision har anmält följande frågor:",
        "Enheten har bytt skåp två gånger. Vad kostar det?",
        "Arbetsgivarens svar: Fyrtio tusen kronor.",
        "SSR har anmält följande frågor:",
        "När byts hissen?",
        "Arbetsgivarens svar: I höst.",
        title=HANDED_IN,
    )
    assert [e.union for e in found] == ["vision", "ssr"]
    assert found[0].question == "Enheten har bytt skåp två gånger. Vad kostar det?"


def test_a_label_may_repeat_who_is_already_asking() -> None:
    exchange = only(
        "SSR återkom till frågan om larmen. Fråga från SSR: Är de på plats?",
        "Arbetsgivaren svarar: Ja.",
    )
    assert exchange.union == "ssr"
    assert exchange.question.startswith("SSR återkom")


def test_the_union_named_last_is_meant_by_forbundet() -> None:
    exchange = only(
        "Frågan om skåpen var uppe i maj och följs upp av Vision. Förbundet undrar om de kommit.",
        "Arbetsgivaren svarar att de är här.",
    )
    assert exchange.union == "vision"


def test_talk_between_question_and_answer_is_part_of_neither() -> None:
    exchange = only(
        "Skyddsombuden ville veta när skåpen kommer.",
        "Frågan diskuterades.",
        "Arbetsgivaren uppgav att de kommer i maj.",
    )
    assert exchange.question == "Skyddsombuden ville veta när skåpen kommer."
    assert exchange.answer == "Arbetsgivaren uppgav att de kommer i maj."


def test_a_number_of_people_who_answered_a_survey_is_no_answer() -> None:
    assert read("Enkäten är klar. Av dem som fick den svarade 71 procent.") == ()


def test_an_item_that_is_put_off_is_no_answer_to_the_question_in_it() -> None:
    exchange = only("Vision frågade om hyran.", "Ärendet bordlades till nästa möte.")
    assert exchange.answer is None


def test_a_sentence_about_the_meeting_within_an_answer_does_not_end_it() -> None:
    exchange = only(
        "Vision frågade om hyran.",
        "Arbetsgivaren svarade att dialog förs. Mötet med hyresvärden hålls i maj.",
    )
    assert exchange.answer is not None
    assert exchange.answer.endswith("hålls i maj.")


def test_a_list_number_is_no_part_of_the_question() -> None:
    exchange = only("a) Vision: När byts hissen?", "Arbetsgivaren: I höst.")
    assert (exchange.union, exchange.question) == ("vision", "När byts hissen?")


def test_a_heading_ends_the_list_of_an_answer() -> None:
    exchange = only(
        "Vision undrar vilka rum som berörs.",
        "Arbetsgivarens svar: Dessa:",
        "• Köket",
        "• Vilrummet",
        "Lokaler",
        "Nya hyresavtal skrivs i maj.",
    )
    assert exchange.answer is not None
    assert exchange.answer.endswith("• Vilrummet")


def test_a_sections_title_may_name_the_asker() -> None:
    exchange = only("När byts hissen?", "Svar: I höst.", title="Fråga från Vision")
    assert exchange.union == "vision"


def test_a_question_without_an_asker_has_none() -> None:
    exchange = only("Bristen på skåp i källaren.", "Arbetsgivarens svar: Nya är beställda.")
    assert exchange.union is None
    assert exchange.question == "Bristen på skåp i källaren."


def test_a_question_was_raised_by_nobody_in_particular() -> None:
    exchange = only("En fråga ställdes om skåpen. Arbetsgivaren svarade att de kommer i maj.")
    assert exchange.union is None
    assert exchange.answered


def test_an_unmarked_question_stands_between_two_written_answers() -> None:
    first, second = read(
        "Vision undrar om skåpen.",
        "Arbetsgivarens svar: De kommer i maj.",
        "Hissen står ofta stilla och ingen vet varför.",
        "Arbetsgivarens svar: Den byts i höst.",
        title=HANDED_IN,
    )
    assert first.answer == "De kommer i maj."
    assert second.question == "Hissen står ofta stilla och ingen vet varför."


def test_a_handed_in_question_without_an_answer_is_kept() -> None:
    exchange = only("Vision", "När byts hissen?", title=HANDED_IN)
    assert (exchange.union, exchange.answer, exchange.answered) == ("vision", None, False)


# --- answered, or put off ------------------------------------------------------------------


def test_a_question_mark_in_the_employers_paragraph_does_not_unmake_the_answer() -> None:
    exchange = only(
        "Vision frågade om hyran.", "Arbetsgivaren delar oron. Hur ska det gå? Det vet vi i maj."
    )
    assert exchange.answer is not None
    assert exchange.answer.startswith("Arbetsgivaren delar oron.")


def test_a_reply_that_puts_off_is_kept_as_text() -> None:
    exchange = only("Vision frågade om hyran.", "Arbetsgivaren återkommer vid nästa möte.")
    assert exchange.answer == "Arbetsgivaren återkommer vid nästa möte."
    assert not exchange.answered


def test_a_question_that_is_put_on_the_table_stays_open() -> None:
    exchange = only("Vision frågade om hyran. Frågan bordläggs.")
    assert exchange.answer == "Frågan bordläggs."
    assert not exchange.answered


def test_a_claim_that_is_rejected_is_answered() -> None:
    exchange = only("Vision yrkade att tjänsten behålls.", "Arbetsgivaren avslog yrkandet.")
    assert exchange.answered


def test_a_union_may_ask_for_a_matter_to_be_put_off() -> None:
    exchange = only("Vision önskar att frågan bordläggs.")
    assert exchange.answer is None


# --- any text ------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "Kommunal frågade om taket.",
        "Vision undrar varför?",
        "Vision instämmer.",
        "Arbetsgivaren svarade att det lagas.",
        "Arbetsgivarens svar: Ja.",
        "Svar:",
        "Fråga från SSR:",
        "Frågan bordläggs.",
        "Lokaler",
        "• En punkt",
        "På sidan 4 står det ”ja”.",
        "”",
        "Det regnade.",
        "Arbetsgivaren informerade om taket.",
        "Ärendet är samverkat.",
        "Vision",
        "Hur då?",
    ]
)


@hypothesis.given(
    st.lists(st.tuples(PIECES, st.sampled_from([" ", "\n\n", "\n"])), max_size=14),
    st.sampled_from(["Lokaler", HANDED_IN]),
)
def test_spans_hold_their_text_and_never_overlap(pieces: list[tuple[str, str]], title: str) -> None:
    text = "".join(itertools.chain.from_iterable(pieces))
    spans = []
    for exchange in find_exchanges(title, text, NAMES):
        assert exchange.question and exchange.question_span
        assert text[slice(*exchange.question_span)] == exchange.question
        spans.append(exchange.question_span)
        assert (exchange.answer is None) == (exchange.answer_span is None)
        if exchange.answer_span:
            assert text[slice(*exchange.answer_span)] == exchange.answer
            spans.append(exchange.answer_span)
        assert exchange.answer or not exchange.answered
    # Several questions may stand before their answers.
    assert all(a.end <= b.start for a, b in itertools.pairwise(sorted(spans)))


@pytest.mark.parametrize(
    "told", ["Vision har ingen fråga.", "De fackliga organisationerna ansåg sig informerade."]
)
def test_to_have_no_question_or_be_informed_is_no_remark(told: str) -> None:
    assert read(told) == ()


def test_another_with_the_same_question_seconds_it() -> None:
    found = only(
        "SSR frågade om rasterna kan flyttas. Kommunal hade samma fråga.",
        "Arbetsgivaren svarade att de kan flyttas.",
    )
    assert (found.union, found.answered) == ("ssr", True)


def test_in_a_table_the_cell_beside_a_question_answers_it() -> None:
    first, second = read(
        "Fråga | Svar",
        "Vision: När lagas taket? | I maj.",
        "Kommunal undrar om larmet. | Det är beställt | Klart",
    )
    assert (first.union, first.question, first.answer) == (
        "vision",
        "När lagas taket?",
        "I maj.",
    )
    assert (second.union, second.answered) == ("kommunal", True)
    assert (second.answer or "").startswith("Det är beställt")


def test_a_bare_yes_or_no_answers() -> None:
    found = only("Vision undrar om vaccin erbjuds i år. Ja, från vecka 45.")
    assert (found.answer, found.answered) == ("Ja, från vecka 45.", True)


def test_a_background_belongs_to_the_question_it_stands_before() -> None:
    text = (
        "Bakgrund: Taket läcker.\n\nFråga: När lagas det?\n\nSvar: I maj.\n\n"
        "Bakgrund: Hissen står.\n\nFråga: När går den?\n\nSvar: I juni."
    )
    found = find_exchanges("Frågor från Vision", text, NAMES)
    assert [(it.union, it.answer) for it in found] == [("vision", "I maj."), ("vision", "I juni.")]
    assert found[1].question.startswith("Bakgrund: Hissen står.")


def test_a_post_in_capitals_answers_after_its_colon() -> None:
    found = only("Kommunal: Varför får inte vikarierna vaccin?", "MAS: Regionen bestämmer.")
    assert (found.union, found.answer) == ("kommunal", "Regionen bestämmer.")


def test_to_agree_and_ask_is_to_ask() -> None:
    found = only("SSR instämde med Vision och önskade en rutin. Det lovade arbetsgivaren.")
    assert (found.union, found.answered) == ("ssr", True)


def test_an_answer_may_share_its_remarks_sentence() -> None:
    found = only("Vision ansåg att planen var tunn, och arbetsgivaren kompletterade den.")
    assert found.answer == "arbetsgivaren kompletterade den."


def test_what_a_pronoun_asks_its_speaker_asks() -> None:
    found = only("Vision anförde att larmen är gamla. Man begärde nya. Arbetsgivaren svarade ja.")
    assert found.question == "Vision anförde att larmen är gamla. Man begärde nya."
    assert found.union == "vision"
