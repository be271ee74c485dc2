"""How minutes write samverkan: each wording a section, and the matters it should be read as.

Rows are (title, paragraphs parted by " / ", entries); an entry is (paragraf, outcome, matter),
the matter None where the section itself is it.
"""

import pytest

from archive import registry
from archive.model import Outcome
from importers.parse.samverkan import OF_SEVERAL, find_samverkan
from importers.parse.unions import UnionNames

NAMES = UnionNames(registry.packaged().unions)
AGREED, DISAGREED = Outcome.AGREED, Outcome.DISAGREED
INFORMED, POSTPONED, UNKNOWN = Outcome.INFORMED, Outcome.POSTPONED, Outcome.UNKNOWN

Entry = tuple[int, Outcome, str | None]
Row = tuple[str, str, tuple[Entry, ...]]

ONE_MATTER: list[Row] = [
    (
        "Ny organisation i köken",
        "Bo Alm redogjorde för förslaget. Samverkan sker enligt MBL § 11. / "
        "Parterna är överens om förslaget.",
        ((11, AGREED, None),),
    ),
    ("Flytt till Ekbacken", "Ärendet är samverkat.", ((11, AGREED, None),)),
    ("Flytt till Ekbacken", "Ärendet anses färdigsamverkat.", ((11, AGREED, None),)),
    (
        "Flytt till Ekbacken",
        "Parterna är eniga om att genomföra flytten enligt förslaget.",
        ((11, AGREED, None),),
    ),
    ("Ny delegationsordning", "Samverkan avslutas i enighet.", ((11, AGREED, None),)),
    ("Ny delegationsordning", "Samverkan avslutas i oenighet.", ((11, DISAGREED, None),)),
    ("Ny delegationsordning", "Samverkan avslutas utan enighet.", ((11, DISAGREED, None),)),
    (
        "Ny delegationsordning",
        "Kommunal har synpunkter på tidplanen. Arbetsgivaren förklarar samverkan avslutad.",
        ((11, AGREED, None),),
    ),
    ("MBL § 11 Nya arbetstider", "Oenighet.", ((11, DISAGREED, None),)),
    ("Nya arbetstider", "Förhandlat enl MBL § 11 – enighet", ((11, AGREED, None),)),
    ("Nya arbetstider", "Samverkan: Enighet", ((11, AGREED, None),)),
    ("Förhandling om nya arbetstider", "Resultat: Parterna är oeniga.", ((11, DISAGREED, None),)),
    (
        "Samverkan inför beslut: nya arbetstider",
        "Parterna kunde inte enas. Förhandlingen förklaras avslutad.",
        ((11, DISAGREED, None),),
    ),
    (
        "Nya arbetstider (MBL § 11)",
        "Vision och Kommunal är inte eniga med arbetsgivaren. Samverkan är avslutad.",
        ((11, DISAGREED, None),),
    ),
    (
        "Samverkan enligt § 11 MBL – stängning av köket",
        "Kommunal: oenig. Vision: enig. Akademikerförbundet SSR: enig.",
        ((11, DISAGREED, None),),
    ),
    (
        "Samverkan enligt § 11 MBL – stängning av köket",
        "Enighet kunde inte nås. Kommunal påkallar central förhandling enligt § 14 MBL.",
        ((11, DISAGREED, None),),
    ),
    (
        "Stängning av köket, MBL § 11",
        "Frågan bordläggs till nästa möte.",
        ((11, POSTPONED, None),),
    ),
    (
        "Stängning av köket, MBL § 11",
        "Vision saknar en riskbedömning. Frågan återkommer på nästa möte.",
        ((11, POSTPONED, None),),
    ),
    (
        "Stängning av köket, MBL § 11",
        "Parterna är överens om att ärendet tas upp på nytt i juni.",
        ((11, POSTPONED, None),),
    ),
    (
        "Stängning av köket, MBL § 11",
        "Samverkan ajourneras till den 5 juni.",
        ((11, POSTPONED, None),),
    ),
    (
        "Stängning av köket",
        "Ärendet förhandlas enligt MBL § 11. De fackliga organisationerna har inga synpunkter.",
        ((11, AGREED, None),),
    ),
    (
        "Förhandling enligt § 11 MBL",
        "De fackliga organisationerna godkänner förslaget.",
        ((11, AGREED, None),),
    ),
    ("Ny arbetsordning", "Facken ställer sig bakom förslaget.", ((11, AGREED, None),)),
    (
        "Ny arbetsordning",
        "De fackliga organisationerna tillstyrker förslaget utan erinran.",
        ((11, AGREED, None),),
    ),
    (
        "Ny arbetsordning",
        "Frågan förhandlades enligt MBL § 11 den 4 maj. Parterna var eniga.",
        ((11, AGREED, None),),
    ),
    (
        "Ny arbetsordning",
        "Förhandlingsskyldigheten enligt MBL § 11 är härmed fullgjord.",
        ((11, AGREED, None),),
    ),
    ("Ny arbetsordning", "Arbetsgivaren konstaterar att samverkan skett.", ((11, AGREED, None),)),
    (
        "MBL § 38 Anlitande av bemanningsföretag",
        "Samverkan avslutades i enighet.",
        ((38, AGREED, None),),
    ),
    (
        "Bokslut",
        "De fackliga organisationerna informeras enligt 19 § MBL.",
        ((19, INFORMED, None),),
    ),
    ("Bokslut", "Information har lämnats i enlighet med MBL 19 §.", ((19, INFORMED, None),)),
    ("Bokslut", "Enligt § 19 MBL lämnades information om bokslutet.", ((19, INFORMED, None),)),
    (
        "Bokslut",
        "Informationsskyldigheten enligt 19 § MBL är därmed uppfylld.",
        ((19, INFORMED, None),),
    ),
    (
        "Rekrytering",
        "Information enligt MBL § 19 om ny chef för hemtjänsten.",
        ((19, INFORMED, None),),
    ),
    (
        "Sommarens öppettider, information MBL § 19",
        "Vision frågade hur många som berörs. Arbetsgivaren svarade att det är tolv.",
        ((19, INFORMED, None),),
    ),
    (
        "Bokslut",
        "Information enligt 19 § MBL. / Parterna är överens om att informationen är mottagen.",
        ((19, INFORMED, None),),
    ),
]

TOLD_AMONG_OTHER_THINGS: list[Row] = [
    (
        "Verksamhetsplan 2025",
        "Vision: Vi är oeniga om bemanningen. Kommunal: Enig. / Samverkan avslutad.",
        ((11, DISAGREED, None),),
    ),
    (
        "Verksamhetsplan 2025",
        "Förhandling enligt MBL 11 § är genomförd.",
        ((11, AGREED, None),),
    ),
    (
        "Nytt journalsystem",
        "Arbetstagarorganisationerna har inget att invända mot beslutet.",
        ((11, AGREED, None),),
    ),
    (
        "Nytt journalsystem",
        "Ärendet hänskjuts till central nivå då enighet inte kunde uppnås enligt MBL § 11.",
        ((11, DISAGREED, None),),
    ),
    (
        "Ny ledning",
        "Facken har fått information enligt 19 § MBL och avstår från förhandling enligt 11 §.",
        ((19, INFORMED, None),),
    ),
    (
        "Ny ledning",
        "Samverkan enligt 11 § MBL har inte kunnat slutföras utan fortsätter den 4 mars.",
        ((11, POSTPONED, None),),
    ),
    ("Ny ledning", "Samverkan: Ja / Resultat: Enighet", ((11, AGREED, None),)),
    (
        "Ny organisation",
        "Förhandling enligt 11 § MBL. Arbetsgivaren föreslår en gemensam enhet. / "
        "Vision har lämnat synpunkter: / • Ledningen blir för tunn. / • Det saknas en plan. / "
        "Förhandlingen förklaras avslutad i oenighet med Vision.",
        ((11, DISAGREED, None),),
    ),
    (
        "Ny organisation",
        "Köket får en ny chef. Två tjänster inrättas. Samverkan sker enligt § 11 MBL. / "
        "Bakgrund. Köket har tolv medarbetare. / Parterna är överens.",
        ((11, AGREED, None),),
    ),
    (
        "Nytt schemasystem",
        "Information enligt 19 § MBL. Systemet införs i tre steg. Vision undrade om kostnaden.",
        ((19, INFORMED, None),),
    ),
    (
        "Nytt schemasystem",
        "Informerades enligt MBL § 19. Driftstart i maj.",
        ((19, INFORMED, None),),
    ),
    (
        "Nytt schemasystem",
        "Samverkan enligt 11 § MBL sker på enheterna; gruppen informeras härmed enl. 19 § MBL.",
        ((19, INFORMED, None),),
    ),
    (
        "Distansarbete",
        "Samverkan enligt § 11 MBL avslutas i enighet. Saco antecknar en avvikande mening.",
        ((11, AGREED, None),),
    ),
    (
        "Distansarbete",
        "Någon förhandling enligt § 38 MBL blir inte aktuell. Ärendet tas upp enligt 11 § MBL. / "
        "Parterna är eniga om förslaget.",
        ((11, AGREED, None),),
    ),
    (
        "Distansarbete",
        "Det beslöts att bordlägga förhandlingen enligt 11 § MBL till ett extra möte.",
        ((11, POSTPONED, None),),
    ),
    (
        "Stängning av köket",
        "Oeniga: Vision och SSR. Förhandlingen enligt § 11 MBL förklaras avslutad i oenighet. / "
        "Central förhandling enligt 14 § MBL kan påkallas inom sju dagar. / "
        "Vision reserverar sig mot beslutet.",
        ((11, DISAGREED, None),),
    ),
    (
        "Feriejobb",
        "Bakgrund / Jobben söks i mars. / Beslut / Förhandling enligt MBL § 11 har inletts.",
        ((11, UNKNOWN, None),),
    ),
    (
        "Ärenden till nämnden",
        "1. Bokslut, se § 5 ovan. / 2. Svar på remiss. Ingen har frågor. / "
        "Ärendena har informerats enligt § 19 MBL.",
        ((19, INFORMED, "Bokslut, se § 5 ovan"), (19, INFORMED, "Svar på remiss")),
    ),
]

SEVERAL_MATTERS: list[Row] = [
    (
        "Samverkansärenden",
        "1. Ny arbetstidsmodell – samverkat utan erinran / "
        "2. Flytt till Ekbacken – ej enighet, Vision avvikande mening / "
        "3. Upphandling – information",
        (
            (11, AGREED, "Ny arbetstidsmodell"),
            (11, DISAGREED, "Flytt till Ekbacken"),
            (19, INFORMED, "Upphandling"),
        ),
    ),
    (
        "MBL",
        "§ 11 Ny chef för köket / Parterna enades. / § 19 Sommarbemanning / Läget gicks igenom.",
        ((11, AGREED, "Ny chef för köket"), (19, INFORMED, "Sommarbemanning")),
    ),
    (
        "Samverkan enligt MBL § 11",
        "Förslag till ny taxa / De fackliga har inget att erinra.",
        ((11, AGREED, "Förslag till ny taxa"),),
    ),
    (
        "Ärenden till nämnden",
        "Budget 2025 / MBL 11: Enighet / Tertialrapport 1 / MBL 19: Informeras",
        ((11, AGREED, "Budget 2025"), (19, INFORMED, "Tertialrapport 1")),
    ),
    (
        "Ärenden till nämnden, information enligt MBL § 19",
        "Bokslut / Internkontrollplan / Informationen noteras.",
        ((19, INFORMED, "Bokslut"), (19, INFORMED, "Internkontrollplan")),
    ),
    (
        "Ärenden till nämnden",
        "§ 19-information / Bokslut / Informationen läggs till handlingarna.",
        ((19, INFORMED, "Bokslut"),),
    ),
    (
        "Ärenden till nämnden",
        "Enligt MBL § 19 informeras om följande: / • Bokslut / • Internkontrollplan",
        ((19, INFORMED, "Bokslut"), (19, INFORMED, "Internkontrollplan")),
    ),
    (
        "Ärenden till nämnden",
        "Ärende | Dnr | MBL | Resultat / Budget 2025 | KS 2024/12 | § 11 | Enighet / "
        "Bokslut | KS 2024/45 | § 19 | Informerat / Taxor | KS 2024/46 | § 11 | Oenighet",
        ((11, AGREED, "Budget 2025"), (19, INFORMED, "Bokslut"), (11, DISAGREED, "Taxor")),
    ),
    (
        "Samverkan enligt MBL § 11 inför nämnden",
        "• Budget 2025 – enighet / • Taxor – oenighet, Vision reserverar sig / "
        "• Lokalplan – bordläggs",
        ((11, AGREED, "Budget 2025"), (11, DISAGREED, "Taxor"), (11, POSTPONED, "Lokalplan")),
    ),
    (
        "Ärenden till nämnden",
        "Budget 2025 (MBL § 11): Enighet. / Bokslut (MBL § 19): Information lämnades.",
        ((11, AGREED, "Budget 2025"), (19, INFORMED, "Bokslut")),
    ),
    (
        "Nämndärenden",
        "Följande ärenden är föremål för samverkan enligt MBL § 11: / 1. Verksamhetsberättelse / "
        "2. Internkontrollplan / Samtliga ärenden samverkades i enighet.",
        ((11, AGREED, "Verksamhetsberättelse"), (11, AGREED, "Internkontrollplan")),
    ),
    (
        "Nämndärenden",
        "Samverkan enligt MBL § 11 / Ny taxa / Ärendena samverkades i enighet. / "
        "Ärendena anses informerade.",
        ((11, AGREED, "Ny taxa"), (19, INFORMED, None)),
    ),
    (
        "Samverkan (MBL § 11)",
        "a) Ny taxa / Vision reserverar sig mot beslutet. / b) Ny organisation / "
        "Samverkan avslutades i enighet.",
        ((11, DISAGREED, "Ny taxa"), (11, AGREED, "Ny organisation")),
    ),
    (
        "Förhandling enligt MBL § 38",
        "Upphandling av städning / De fackliga organisationerna har inget att invända.",
        ((38, AGREED, "Upphandling av städning"),),
    ),
]

NO_MATTER: list[Row] = [
    (title, text, ())
    for title, text in (
        ("Övriga frågor", "§ 19-information kommer nästa gång."),
        ("Övriga frågor", "Information enligt MBL § 19 lämnas på nästa möte."),
        ("Övriga frågor", "Arbetsgivaren återkommer med MBL § 11 i mars."),
        ("Övriga frågor", "Förhandling enligt MBL § 11 kommer att hållas i april."),
        ("Övriga frågor", "Kommunal undrar varför ingen MBL § 11 har hållits."),
        ("Övriga frågor", "Facken påminner om att flytten ska MBL-förhandlas före beslut."),
        ("Övriga frågor", "Protokoll från MBL-förhandlingen den 3 maj finns på intranätet."),
        ("Övriga frågor", "Parterna är överens om att nästa möte hålls i Eksalen."),
        ("Övriga frågor", "Medlemmarna godkänner inte schemat."),
        ("Övriga frågor", "Flytten kommer att tas upp för samverkan på nästa möte."),
        ("Övriga frågor", "Enligt MBL 19 ska facken få fortlöpande information."),
        ("Övriga frågor", "Vision och Kommunal är överens om vem som är huvudskyddsombud."),
        ("Nämndärenden", "Det finns inga ärenden att samverka enligt MBL § 11."),
    )
]


@pytest.mark.parametrize(
    ("title", "text", "entries"),
    [*ONE_MATTER, *TOLD_AMONG_OTHER_THINGS, *SEVERAL_MATTERS, *NO_MATTER],
)
def test_a_wording_is_read_as_its_matters(
    title: str, text: str, entries: tuple[Entry, ...]
) -> None:
    found = find_samverkan(title, text.replace(" / ", "\n\n"), NAMES)
    # Where the text names no matter the title does, unless it heads what may be several.
    by_title = None if OF_SEVERAL.match(title) else title
    assert [(f.basis, f.outcome, f.matter) for f in found] == [
        (f"MBL § {number}", outcome, matter or by_title) for number, outcome, matter in entries
    ]


NEW_ROTA = "Nytt schema, samverkan enligt MBL § 11"


@pytest.mark.parametrize(
    ("text", "reservations"),
    [
        (
            "Vision reserverar sig mot beslutet.",
            [("vision", "Vision reserverar sig mot beslutet.")],
        ),
        (
            "Kommunal och Vision anmäler avvikande mening.",
            [
                ("kommunal", "Kommunal och Vision anmäler avvikande mening."),
                ("vision", "Kommunal och Vision anmäler avvikande mening."),
            ],
        ),
        (
            "Parterna är eniga. Akademikerförbundet SSR lämnar ett särskilt yttrande.",
            [("ssr", "Akademikerförbundet SSR lämnar ett särskilt yttrande.")],
        ),
        (
            "Protokollsanteckning från Kommunal: Schemat bör prövas i ett halvår.",
            [("kommunal", "Protokollsanteckning från Kommunal: Schemat bör prövas i ett halvår.")],
        ),
        (
            "En reservation lämnades mot beslutet.",
            [(None, "En reservation lämnades mot beslutet.")],
        ),
        (
            "Vision är enig, Kommunal reserverar sig.",
            [("kommunal", "Vision är enig, Kommunal reserverar sig.")],
        ),
        ("Ingen reserverade sig. Parterna är eniga.", []),
        ("Parterna är eniga.", []),
    ],
)
def test_reservations_are_kept_with_their_union(
    text: str, reservations: list[tuple[str | None, str]]
) -> None:
    (matter,) = find_samverkan(NEW_ROTA, text, NAMES)
    assert [(r.union, r.text) for r in matter.reservations] == reservations


def test_a_reservation_belongs_to_the_matter_it_stands_under() -> None:
    text = "Ny taxa / Vision reserverar sig. / Ny organisation / Parterna är eniga."
    first, second = find_samverkan("MBL § 11", text.replace(" / ", "\n\n"), NAMES)
    assert [r.union for r in first.reservations] == ["vision"]
    assert second.reservations == ()


def test_a_case_number_belongs_to_its_matter() -> None:
    text = "Ny taxa, dnr KS 2024/9 / Ny organisation / KS 2024/10 / Parterna är eniga."
    first, second = find_samverkan("MBL § 11", text.replace(" / ", "\n\n"), NAMES)
    assert first.diarienummer == ("KS 2024/9",)
    assert second.diarienummer == ("KS 2024/10",)


def test_a_case_number_of_the_section_belongs_to_its_only_matter() -> None:
    (matter,) = find_samverkan("Ny taxa, KS 2024/9", "Samverkan avslutas i enighet.", NAMES)
    assert matter.diarienummer == ("KS 2024/9",)


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [
        ("Riskbedömningen gicks igenom. Parterna är eniga.", True),
        ("Risk- och konsekvensanalys är gjord. Parterna är eniga.", True),
        ("Ingen konsekvensbedömning krävs. Parterna är eniga.", True),
        ("Parterna är eniga.", False),
        ("Riskkapital behövs inte. Parterna är eniga.", False),
    ],
)
def test_a_risk_assessment_is_mentioned_or_not(text: str, mentioned: bool) -> None:
    (matter,) = find_samverkan(NEW_ROTA, text, NAMES)
    assert matter.risk_assessment is mentioned
