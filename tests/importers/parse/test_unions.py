import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import registry
from importers.parse.unions import UnionNames

NAMES = UnionNames(registry.packaged().unions)


@pytest.mark.parametrize(
    ("text", "union"),
    [
        ("Kommunal frågade hur sommaren ska bemannas.", "kommunal"),
        ("Kommunal har årsmöte i mars.", "kommunal"),
        ("Kommunal: inget att rapportera", "kommunal"),
        ("Kommunal – ingen information", "kommunal"),
        ("Kommunal kompletterade med en fråga om scheman.", "kommunal"),
        ("Kommunals fråga om arbetskläder bordlades.", "kommunal"),
        ("Frågan som Kommunal lyfte besvarades.", "kommunal"),
        ("Medlemmar i Kommunal berörs.", "kommunal"),
        ("Enligt ett förslag från bl.a. Kommunal ändras rutinen.", "kommunal"),
        ("Svenska Kommunalarbetareförbundet var kallat.", "kommunal"),
        ("Kommunal tillsammans med övriga förbund undrade.", "kommunal"),
        ("Kommunal och arbetsgivaren är överens.", "kommunal"),
        ("Facklig information\n\nKommunal\n\nInget nytt.", "kommunal"),
        ("Kommunal ej närvarande", "kommunal"),
        ("Kommunal avd. 5 undrar", "kommunal"),
        ("Kommunal i Ekbacken föreslog en rutin.", "kommunal"),
        ("Vision Ekbacken undrade om larmen.", "vision"),
        ("Vision, genom Disa Ask, lyfte frågan.", "vision"),
        ("Ledarna inget att rapportera", "ledarna"),
        ("AkademikerförbundetSSR undrade.", "ssr"),
        ("Vision önskar en genomgång.", "vision"),
        ("Vision är kritiska till förslaget.", "vision"),
        ("Vision anslöt sig till yrkandet.", "vision"),
        ("Vision vill veta när beslutet fattas.", "vision"),
        ("Visions synpunkter skickades med.", "vision"),
        ("Fråga från Vision", "vision"),
        ("VISION undrar över larmen.", "vision"),
        ("Yrkandet (Vision) avslogs.", "vision"),
        ("SKTF begärde ajournering.", "vision"),
        ("Ledarna undrade hur cheferna får stöd.", "ledarna"),
        ("Ledarna har årsmöte i april.", "ledarna"),
        ("Ledarnas yrkande avslogs.", "ledarna"),
        ("Yrkandet från Ledarna avslogs.", "ledarna"),
        ("Ledarna: -", "ledarna"),
        ("Transport yrkade på bättre raster.", "transport"),
        ("Fysioterapeuterna frågade om lokalerna.", "fysioterapeuterna"),
        ("SSR önskar ett förtydligande.", "ssr"),
        ("Frågan väcktes av SSR:s ombud.", "ssr"),
        ("SSR-ombudet undrade.", "ssr"),
        ("Akademikerförbundet\nSSR informerade.", "ssr"),
        ("saco lämnade en kommentar.", "saco"),
        ("Sacoföreningen har årsmöte.", "saco"),
        ("Saco-rådet utser ny ledamot.", "saco"),
        ("Sveriges lärare undrar.", "sveriges-larare"),
        ("LR framförde att schemat sprack.", "lararnas-riksforbund"),
        ("Scen & Film frågade.", "teaterforbundet"),
        ("DIK efterlyste en plan.", "dik"),
        ("Vision väckte frågan i våras.", "vision"),
        ("Ledarna hade i förväg meddelat att frågan kvarstår.", "ledarna"),
        ("Ledarna har i en skrivelse begärt en redovisning.", "ledarna"),
        ("Naturvetarna står bakom yrkandet.", "naturvetarna"),
        ("K:al undrar över schemat.", "kommunal"),
        ("Läraförbundet undrade.", "lararforbundet"),
        ("Lärar-\nförbundet undrade.", "lararforbundet"),
        ("Naturvetarna ställer sig bakom förslaget.", "naturvetarna"),
        ("Scen och film undrade.", "teaterforbundet"),
    ],
)
def test_an_organisation_is_named(text, union):
    assert NAMES.ids(text) == (union,)


@pytest.mark.parametrize(
    "text",
    [
        "Kommunal verksamhet ska följas upp.",
        "Kommunal vuxenutbildning flyttar.",
        "Kommunal och regional planering samordnas.",
        "Det gäller all kommunal verksamhet.",
        "KOMMUNAL VERKSAMHET I NY REGI",
        "Kommunalrådet besökte enheten.",
        "Kommunal- och regionalval",
        "Vision för stadsdelen",
        "Vision och mål",
        "VISION OCH MÅL",
        "Vision 2030",
        "Rubriken är Vision, mål och uppdrag.",
        "Projektet Vision Ekbacken visades.",
        "Scen och film är två kurser.",
        "Arbetet utgår från Vision 2040 och budgeten.",
        "Vår vision är en trygg arbetsplats.",
        "Nämndens vision gicks igenom.",
        "Detta följer av nämndens Vision.",
        "Vision behöver tas fram.",
        "Vision genomförs i tre steg.",
        "Vision Ekbacken 2030",
        "Vision saknas för området.",
        "Vision är att alla ska ha en chef nära sig.",
        "Verksamheten har visioner.",
        "Ledarna i organisationen behöver stöd.",
        "Ledarna har ett stort ansvar för arbetsmiljön.",
        "Ledarnas ansvar förtydligas.",
        "Stödet till ledarna i förskolan utökas.",
        "Transport av brukare upphandlas.",
        "Transport bokas via växeln.",
        "Transporter ska samordnas.",
        "Fastighets- och lokalfrågor",
        "Fysioterapeuterna i kommunen saknar lokaler.",
        "Skolledarna behöver mer tid.",
        "Ett dike vid vägen, och en dik till.",
        "Alla lärare i Sverige",
        "De fackliga organisationerna undrade.",
        "Dissrespekt",
    ],
)
def test_an_everyday_word_is_no_organisation(text):
    assert NAMES.mentions(text) == ()


@pytest.mark.parametrize(
    ("text", "unions"),
    [
        ("Kommunal, Vision och Ledarna yrkade avslag.", ("kommunal", "vision", "ledarna")),
        ("Vision och Kommunal är eniga.", ("vision", "kommunal")),
        ("SSR/Vision undrade.", ("ssr", "vision")),
        ("Vision\n\nKommunal\n\nSaco", ("vision", "kommunal", "saco")),
        ("Akademikerförbundet SSR och SSR är samma.", ("ssr",)),
        ("Lärarförbundet och Lärarnas Riksförbund", ("lararforbundet", "lararnas-riksforbund")),
    ],
)
def test_unions_are_named_together(text, unions):
    assert NAMES.ids(text) == unions


def test_the_longest_name_is_one_mention():
    (mention,) = NAMES.mentions("Akademikerförbundet SSR undrade.")
    assert (mention.start, mention.end, mention.union_id) == (0, 23, "ssr")


def test_a_mention_holds_its_genitive():
    text = "Frågan är Kommunals ."
    (mention,) = NAMES.mentions(text)
    assert text[mention.start : mention.end] == "Kommunals"


@pytest.mark.parametrize(
    ("label", "union"),
    [
        ("Vision:", "vision"),
        ("För Vision", "vision"),
        ("Representanter för Kommunal", "kommunal"),
        ("Fackförbundet Vision", "vision"),
        ("Akademikerförbundet SSR (ASSR)", "ssr"),
        ("SSR", "ssr"),
        ("LEDARNA", "ledarna"),
        ("kommunal", "kommunal"),
        ("Lärarnas Riksförbund (LR):", "lararnas-riksforbund"),
        ("Vision Stockholm", None),
        ("Kommunal verksamhet", None),
        ("Vision, Kommunal", None),
        ("Vision (Kommunal)", None),
        ("Anna Ek", None),
        ("", None),
    ],
)
def test_a_label_is_exactly_a_union_or_none(label, union):
    assert NAMES.only(label) == union


def test_an_empty_registry_knows_no_union():
    assert UnionNames({}).mentions("Kommunal frågade.") == ()


@given(st.text(alphabet="KommunalVisionLedarnaSSR .:,–\n", max_size=60))
def test_mentions_lie_in_order_and_apart(text):
    mentions = NAMES.mentions(text)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
