"""What stands in the gaps of a text: "{unit}" becomes "äldreboendet Ekbacken".

Within one matter a gap always gets the same filling, so that question and answer speak of the same
place; a digit at the end ("{month2}") asks for another. Fillings come from pools that grow.
"""

import collections.abc as c
import datetime as dt
import random
import re
import typing as t

from importers.demo import figures, names
from importers.demo.calendar import MONTH_NAMES, Occasion, is_holiday, spoken
from importers.demo.pools import Pool
from importers.demo.world import TRADES, registries

NUMBERS: t.Final = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")

COMPOUND_DISCOUNT: t.Final = 0.9  # compounds are coined more freely than places are named
CASES_A_MONTH: t.Final = 140
LASTING: t.Final = frozenset({"unit", "street", "system", "person", "plan", "plan_def"})

# A sentence that begins with a small letter, as "sju" put in a gap: "… enhet. sju medarbetare".
SMALL_START: t.Final = re.compile(r"(?:^|(?<=[.?!] ))[a-zåäö]")
SPACE_BEFORE_STOP: t.Final = re.compile(r" +(?=[.,?])")

# "[a|b]" is one of them, "[|x]" is x or nothing; they may stand inside one another.
CHOICE: t.Final = re.compile(r"\[([^\[\]]*)\]")
SPACES: t.Final = re.compile(r" {2,}")

# Both parts are of common gender: "en bemanningsplan", "bemanningsplanen".
FIRST_PARTS: t.Final = (
    *("arbetsmiljö", "arbetstids", "avvikelse", "bemannings", "besöks", "beslutsstöds", "brand"),
    *("chefs", "data", "delegations", "digitaliserings", "dokumentations", "energi", "evakuerings"),
    *("flytt", "fordons", "friskfaktor", "handlednings", "heltids", "hälso", "incident"),
    *("informations", "inköps", "introduktions", "jour", "jämställdhets", "kapacitets", "klimat"),
    *("kompetens", "kommunikations", "kris", "kvalitets", "larm", "ledarskaps", "lokal", "löne"),
    *("medarbetar", "mentors", "mottagnings", "mål", "natt", "närvaro", "omställnings", "personal"),
    *("planerings", "process", "rehabiliterings", "rekryterings", "reserv", "resurs", "risk"),
    *("samordnings", "schema", "semester", "service", "sjukfrånvaro", "skydds", "system"),
    *("säkerhets", "tillgänglighets", "trygghets", "upphandlings", "utbildnings", "utrymnings"),
    *("utvecklings", "vikarie", "välfärds", "värdegrunds"),
    *("anhörig", "ansvars", "anställnings", "avfalls", "avgifts", "barnomsorgs", "behovs"),
    *("belastnings", "besluts", "biblioteks", "boende", "budget", "bygglovs", "delaktighets"),
    *("diarie", "ekonomi", "enkät", "ergonomi", "fritids", "förenings", "förråds", "gallrings"),
    *("grannskaps", "handläggnings", "hembesöks", "hygien", "hyres", "idrotts", "indikator"),
    *("innovations", "insats", "investerings", "inventarie", "kontakt", "kontroll", "kost"),
    *("kund", "leverans", "likabehandlings", "livsmedels", "läkemedels", "lärande", "matsvinns"),
    *("miljö", "mobilitets", "möbel", "nyckel", "näringslivs", "omsorgs", "orosanmälnings"),
    *("parkerings", "pensions", "placerings", "prestations", "prognos", "projekt", "rast"),
    *("redovisnings", "reflektions", "rese", "samtals", "samverkans", "sekretess", "signerings"),
    *("simkunnighets", "skol", "snöröjnings", "språk", "statistik", "stöd", "svars", "taxe"),
    *("telefoni", "tids", "tillsyns", "tjänste", "transport", "underhålls", "uppdrags", "vakans"),
    *("valfrihets", "ventilations", "verksamhets", "vinter", "volontär", "växel", "återbruks"),
    *("återhämtnings", "äldre", "överlämnings", "övertids", "övnings"),
)
LAST_PARTS: t.Final = (
    *(("analys", "en"), ("dialog", "en"), ("genomgång", "en"), ("grupp", "en"), ("handbok", "en")),
    *(("guide", "n"), ("modell", "en"), ("plan", "en"), ("pilot", "en"), ("policy", "n")),
    *(("process", "en"), ("rapport", "en"), ("rutin", "en"), ("strategi", "n"), ("satsning", "en")),
    *(("uppföljning", "en"), ("utredning", "en"), ("översyn", "en"), ("kartläggning", "en")),
    *(("mall", "en"), ("checklista", "n"), ("instruktion", "en"), ("riktlinje", "n")),
    *(("beskrivning", "en"), ("enkät", "en"), ("funktion", "en"), ("katalog", "en")),
    *(("mätning", "en"), ("portal", "en"), ("prognos", "en"), ("samordning", "en")),
    *(("redovisning", "en"), ("stab", "en"), ("träff", "en")),
)


class Pools:
    """The named things of one förvaltning, growing through the years."""

    def __init__(self, forvaltning: str) -> None:
        kinds = TRADES[forvaltning].units
        self.prefix = registries().forvaltningar[forvaltning].case_prefixes[0]
        self.unit = Pool(lambda rng: f"{rng.choice(kinds)} {names.place(rng)}")
        self.street = Pool(names.street)
        self.system = Pool(names.system)
        self.person = Pool(names.person)
        self.plan = Pool(_compound, discount=COMPOUND_DISCOUNT)


class Slots(dict[str, str]):
    """The fillings of one matter at one meeting, made when first asked for."""

    def __init__(self, occasion: Occasion, pools: Pools, rng: random.Random) -> None:
        super().__init__()
        self._occasion, self._pools, self._rng = occasion, pools, rng
        self.diarienummer: list[str] = []
        self["admin"] = registries().forvaltningar[occasion.forvaltning].name
        self["board"] = registries().forvaltningar[occasion.forvaltning].namnd
        self["year"] = str(occasion.date.year)
        self["last_year"] = str(occasion.date.year - 1)
        self["next_year"] = str(occasion.date.year + 1)
        self["last_meeting"] = spoken(occasion.previous)
        self["next_meeting"] = spoken(occasion.next)
        self["month"] = MONTH_NAMES[occasion.date.month - 2]
        self["before"] = MONTH_NAMES[occasion.date.month - 3]
        self["this_month"] = MONTH_NAMES[occasion.date.month - 1]
        self["season"], self["next_season"] = _seasons(occasion.date)

    def __missing__(self, key: str) -> str:
        kind = key.rstrip("0123456789")
        if kind in {"plan", "plan_def"}:
            number = key[len(kind) :]
            word, ending = self._pools.plan.draw(self._rng)
            self[f"plan{number}"], self[f"plan_def{number}"] = word, word + ending
        elif kind in {"dnr"}:
            self[key] = self._case_number()
        else:
            self[key] = MAKERS[kind](self._occasion, self._pools, self._rng)
        return self[key]

    def fill(self, text: str) -> str:
        """The text with its choices made and its gaps filled."""
        while choices := CHOICE.search(text):
            made = self._rng.choice(choices[1].split("|"))
            text = text[: choices.start()] + made + text[choices.end() :]
        text = SPACE_BEFORE_STOP.sub("", text)
        lines = (SPACES.sub(" ", line).strip() for line in text.split("\n"))
        return "\n".join(lines).strip().format_map(self)

    def lasting(self) -> dict[str, str]:
        """The fillings that a question keeps when it comes back: places, systems and people."""
        return {key: made for key, made in self.items() if key.rstrip("0123456789") in LASTING}

    def _case_number(self) -> str:
        month = self._occasion.date.month
        opened = self._rng.randint(1, CASES_A_MONTH * month)  # the register begins anew each year
        number = f"{self._pools.prefix} {self['year']}/{opened}"
        self.diarienummer.append(number)
        return number


def sentences(text: str) -> str:
    """The text with a capital at the beginning of each sentence."""
    return SMALL_START.sub(lambda small: small[0].upper(), text)


def _near(occasion: Occasion, rng: random.Random, nearest: int, farthest: int) -> str:
    days = (occasion.date + dt.timedelta(rng.randint(nearest, farthest)) for _ in range(50))
    return spoken(next(day for day in days if day.weekday() < 5 and not is_holiday(day)))


def _seasons(day: dt.date) -> tuple[str, str]:
    if day.month in {12, 1, 2}:
        return "vintern", "våren"
    return ("våren", "hösten") if day.month < 8 else ("hösten", "vintern")


def _compound(rng: random.Random) -> tuple[str, str]:
    last, ending = rng.choice(LAST_PARTS)
    return rng.choice(FIRST_PARTS) + last, ending


Maker = c.Callable[[Occasion, Pools, random.Random], str]
MAKERS: t.Final[dict[str, Maker]] = {
    "unit": lambda occasion, pools, rng: pools.unit.draw(rng),
    "street": lambda occasion, pools, rng: pools.street.draw(rng),
    "system": lambda occasion, pools, rng: pools.system.draw(rng),
    "person": lambda occasion, pools, rng: pools.person.draw(rng),
    "few": lambda occasion, pools, rng: NUMBERS[rng.randint(2, 6)],
    "several": lambda occasion, pools, rng: NUMBERS[rng.randint(7, 10)],
    "some": lambda occasion, pools, rng: str(rng.randint(11, 48)),
    "many": lambda occasion, pools, rng: str(rng.randint(60, 480)),
    "percent": lambda occasion, pools, rng: str(rng.randint(52, 94)),
    "share": lambda occasion, pools, rng: f"{rng.randint(11, 69) / 10:.1f}".replace(".", ","),
    "money": lambda occasion, pools, rng: f"{rng.randint(3, 189) / 10:.1f}".replace(".", ","),
    "soon": lambda occasion, pools, rng: _near(occasion, rng, 8, 40),
    "later": lambda occasion, pools, rng: _near(occasion, rng, 50, 110),
    "ago": lambda occasion, pools, rng: _near(occasion, rng, -38, -6),
    "sick": lambda occasion, pools, rng: figures.sick_leave_by_month(occasion),
    "sick_short": lambda occasion, pools, rng: figures.short_sick_leave_by_month(occasion),
    "sick_now": lambda occasion, pools, rng: figures.sick_leave(occasion),
    "sick_then": lambda occasion, pools, rng: figures.sick_leave_a_year_ago(occasion),
    "incidents": lambda occasion, pools, rng: str(figures.incidents(occasion)),
    "injuries": lambda occasion, pools, rng: str(figures.incidents(occasion) // 3),
    "incidents_then": lambda occasion, pools, rng: str(figures.incidents_a_year_ago(occasion)),
}
