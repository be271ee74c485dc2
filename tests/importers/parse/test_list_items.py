"""Where a printed line begins an item of a list."""

import pytest

from importers.parse.list_items import begins_item

LONG = "SEN 2024/68 Återrapportering av uppdrag: statistikhandbok vid lokalvårdslag Kaprifolen"


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("Inga frågor ställdes om", "• Taxor"),
        ("Inga frågor ställdes om", "a) taxor"),
        (LONG, "SEN 2024/109 Förslag till planeringsguide för 2024–2025"),
        ("SEN 2024/68 Ny taxa för bygglov,", "SEN 2024/69 Bokslut"),
        ("Anmälan av delegationsbeslut december 2024", "HÄ 2024/773 Ny park vid Ekängen"),
        ("Anmälan av delegationsbeslut december 2024", "Dnr 1.1-102/2016 Ny park"),
        ("Anmälan av delegationsbeslut december 2024", "2018/202 Ny park"),
        ("dnr SF 2020/12 Taxor för tillsyn", "dnr SF 2020/13 Bokslut"),
        ("Remiss om elsparkcyklar (Ds 2023:14), T2023-02055", "Delårsbokslut, T2023-00019"),
        ("• Ombyggnad av Ekbackens servicehus (dnr 2018/411-1.2.2)", "Ärendet samverkades."),
        ("Föregående protokoll gicks igenom.", "§ 4 Larmen är på plats."),
        ("§ 4 Larmen vid entrén på Ekbackens servicehus", "§ 7 Parkeringen"),
        ("4 § Larmen vid entrén på Ekbackens servicehus", "7 § Parkeringen"),
        ("- anmälan av delegationsbeslut i december", "- anmälan av protokoll"),
        ("1. Ny taxa för bygglov och tillsyn", "2. Bokslut"),
        ("Inga synpunkter lämnades på ärendena", "- Anmälan av delegationsbeslut"),
        ("Information enligt MBL § 19", "Inkomna medborgarförslag"),
        ("Ärenden för information enligt 19 § MBL", "Hundrastgårdar i stadsdelen"),
        ("Avser samverkan som motsvarar MBL § 11", "Hundrastgårdar i stadsdelen"),
        ("Information enligt § 19", "Hundrastgårdar i stadsdelen"),
        ("Anmälan av delegationsbeslut december 2024", "Tertialrapport 2"),
        ("Yttrande över motion om kortare arbetstid", "Svar på remiss om friluftsliv"),
    ],
)
def test_an_item_begins(before, line):
    assert begins_item(before, before, line)


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("Arbetsgivaren noterade ett fel i protokollet. Under", "§9 och punkten om larm"),
        ("varför någon förhandling enligt", "§ 38 MBL inte blir aktuell."),
        ("mer utförligt än vad", "19 § medbestämmandelagen kräver"),
        ("varit med vid projekteringen av", "§ 3-utrymmena, det vill säga kök"),
        ("Vision påpekade att det under", "§ 110 står att ombuden får tid"),
        ("anmäldes för information enligt § 19", "MBL: Kulturstöd 2018"),
        ("Inför mötet informerade arbetsgivaren enligt", "MBL § 19 om tre ärenden."),
        ("Information enligt MBL 19 §,", "HVF 2022/588."),
        ("remiss om betänkandet (SOU 2014:3), dnr", "1.5.1-178/2014"),
        ("skjuts upp till mötet i december (dnr", "T2019-01450)."),
        ("delegationsordning har utarbetats, dnr AMF", "2024/702."),
        ("Frågan hör ihop med ärende", "HÄ 2024/12 om hundrastgårdar"),
        ("HÄ 2024/12 behandlas tillsammans med", "HÄ 2024/13"),
        ("HÄ 2024/11, HÄ 2024/12,", "HÄ 2024/13"),
        ("Efter pausen behandlades", "HÄ 2024/12"),
        ("Taxor för tillsyn", "dnr SF 2020/13"),
        ("Antalet pågående rehabärenden är", "12. Antalet minskar."),
        ("protokollsanteckning, se bilaga", "1. Kommunal har inget att erinra."),
        ("gå samman i en enhet", "– som är bemannad – från maj"),
        (LONG.removesuffix(" Kaprifolen"), "Kaprifolen"),
        ("Anmälan av delegationsbeslut från", "Verksamhetsnämnden"),
        ("Yttrande över betänkandet om", "Ny socialtjänstlag"),
        ("under perioden 1 mars –", "31 december 2025"),
        ("När under", "2024 har utbildningar hållits?"),
        ("Nämnden lämnar en prognos på minus", "3,4 mnkr, vilket är bättre."),
        ("ordföranden Maja", "Nordanvik sin post"),
        ("enligt SOU", "2017:12, dnr 2018/377"),
        ("Vision har läst utredningen", "SOU 2023:12 och undrar"),
    ],
)
def test_running_text_goes_on(before, line):
    assert not begins_item(before, before, line)


def test_a_mark_goes_on_after_an_item_of_several_lines():
    opened = "1. Ombyggnad av servicehuset vid torget i"
    assert begins_item(opened, "Västra Lund med ny entré", "2. Ny taxa")
    assert not begins_item(opened, "Västra Lund med ny entré", "12. Ny taxa")
    opened = "– ombyggnad av servicehuset vid torget i"
    assert begins_item(opened, "Västra Lund med ny entré", "– ny taxa")
