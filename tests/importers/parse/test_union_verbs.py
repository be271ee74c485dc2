"""Everyday words that are unions' names, first in a sentence: what follows decides."""

import pytest

from archive.registry import packaged
from importers.parse.unions import UnionNames

NAMES = UnionNames(packaged().unions)


@pytest.mark.parametrize(
    ("sentence", "union"),
    [
        ("Kommunal genomför en enkät bland undersköterskorna.", "kommunal"),
        ("Vision undrar hur vikarierna introduceras.", "vision"),
        ("Kommunal frågar när schemat är klart.", "kommunal"),
        ("Vision anser att risken är underskattad.", "vision"),
        ("Kommunal påpekar att larmen saknas i hus B.", "kommunal"),
        ("Vision lyfter frågan om parkeringen.", "vision"),
        ("Kommunal framför kritik mot tidplanen.", "kommunal"),
        ("Vision vill se en handlingsplan.", "vision"),
        ("Kommunal har en medlemsträff den 4 maj.", "kommunal"),
        ("Vision är oenig med arbetsgivaren.", "vision"),
        ("Kommunal ser en risk för ensamarbete.", "kommunal"),
        ("Vision begär ajournering.", "vision"),
        ("Kommunal yrkar avslag.", "kommunal"),
        ("Vision meddelar att ombudet byts.", "vision"),
        ("Kommunal informerar om kongressen.", "kommunal"),
        ("Vision tackar för svaret.", "vision"),
        ("Kommunal ställer sig frågande.", "kommunal"),
        ("Vision önskar en skriftlig rutin.", "vision"),
        ("Kommunal hänvisar till avtalet.", "kommunal"),
        ("Vision instämmer.", "vision"),
        ("Kommunal avvaktar riskbedömningen.", "kommunal"),
        ("Vision genomförde en undersökning i mars.", "vision"),
        ("Kommunal besökte nattpatrullen.", "kommunal"),
        ("Vision skrev till direktören i april.", "vision"),
        ("Kommunal beskrev läget på boendet.", "kommunal"),
        ("Vision nämnde att två tjänster är vakanta.", "vision"),
        ("Kommunal förberedde en skrivelse.", "kommunal"),
        ("Vision införde nya kontorstider.", "vision"),
        ("Kommunal sökte ordföranden flera gånger.", "kommunal"),
        ("Vision förstår arbetsgivarens läge.", "vision"),
        ("Kommunal avslog förslaget.", "kommunal"),
        ("Vision skickar ut en inbjudan.", "vision"),
        ("Kommunal driver frågan vidare centralt.", "kommunal"),
        ("Vision ska kallas till nästa möte.", "vision"),
        ("Ledarna undrar hur cheferna avlastas.", "ledarna"),
        ("Ledarna yrkar bifall.", "ledarna"),
        ("Ledarna tackar för informationen.", "ledarna"),
        ("Ledarna instämmer i synpunkten.", "ledarna"),
        ("Ledarna hänvisar till sitt yttrande.", "ledarna"),
        ("Ledarna framför att chefslönerna släpar.", "ledarna"),
        ("Ledarna genomför en enkät bland medlemmarna.", "ledarna"),
        ("Ledarna utser ett nytt ombud.", "ledarna"),
        ("Ledarna håller ombudsträff i maj.", "ledarna"),
        ("Fysioterapeuterna berättar om planen på ett medlemsmöte.", "fysioterapeuterna"),
        ("Naturvetarna har fått många nya medlemmar.", "naturvetarna"),
        ("Ledarna ställer frågan om mandatet.", "ledarna"),
        ("Ledarna är kritiska till tidplanen.", "ledarna"),
        ("Ledarna har inget att invända.", "ledarna"),
    ],
)
def test_the_union_acts(sentence, union):
    assert NAMES.ids(sentence) == (union,)
    assert NAMES.ids(f"Frågan togs upp. {sentence}") == (union,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kommunal verksamhet bedrivs på två platser.",
        "Kommunal personal har rätt till friskvård.",
        "Kommunal service samlas i ett hus.",
        "Kommunal regi är huvudregeln.",
        "Kommunal eller enskild huvudman ansvarar.",
        "Kommunal lönepolitik redovisades.",
        "Kommunal mark anvisas till förskolan.",
        "Kommunal sektor har svårt att rekrytera.",
        "Kommunal borgen beviljades.",
        "Kommunal räddningstjänst övar i maj.",
        "Kommunal finansiering söks.",
        "Kommunal hälso- och sjukvård växer.",
        "Vision för 2030",
        "Vision 2030 antogs av fullmäktige.",
        "Visionen är att alla ska trivas.",
        "Visionen genomför vi tillsammans.",
        "Visioner och mål gicks igenom.",
        "Vision och värdegrund",
        "Vision under framtagande",
        "Vision över tid",
        "Vision efter remiss",
        "Vision inför 2030",
        "Vision saknas ännu.",
        "Vision ska tas fram under våren.",
        "Vision ska beslutas i juni.",
        "Vision bör revideras.",
        "Vision behöver förankras hos medarbetarna.",
        "Vision är att ingen ska drabbas.",
        "Vision genomsyrar verksamhetsplanen.",
        "Vision beskriver vart nämnden vill.",
        "Vision december 2025",
        "Vision av ett gott arbetsliv",
        "Ledarna i förskolan genomför lönesamtal.",
        "Ledarna genomför lönesamtal i mars.",
        "Ledarna har ansvar för schemat.",
        "Ledarna ser över sina rutiner.",
        "Ledarna är med på arbetsplatsträffen.",
        "Ledarna planerar sommaren i februari.",
        "Ledarna planerar sommaren. Medlemmarna berörs.",
        "Ledarna i förskolan är medlemmar i nätverket.",
        "Transport av mat sker i kylbil.",
        "Transport genomförs på natten.",
        "Transport och logistik",
        "Fysioterapeuterna planerar sommaren.",
        "Naturvetarna på enheten flyttar.",
    ],
)
def test_the_word_is_only_swedish(sentence):
    assert NAMES.ids(sentence) == ()
    assert NAMES.ids(f"Frågan togs upp. {sentence}") == ()
