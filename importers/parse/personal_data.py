"""Identity numbers, phone numbers and e-mail addresses in a text: what must not be public unseen.

An identity number is a date of birth, three digits and a control digit: "850709-9805", with a plus
sign from the year of the hundredth birthday, often with the century and without a sign. A
samordningsnummer is the same with 60 added to the day. (Folkbokföringslagen 18 och 18 a §§;
Skatteverkets broschyr SKV 704: numbers 001–999, control digit by modulus 10.) The date and the
control digit tell it from an organisation's number, whose third digit is at least 2, from a
bankgiro, a diarienummer and a reference to pay by.

A phone number is a nought, an area code and a subscriber's number that never begins with a nought;
07 is mobile, 020, 077 and 09xx are numbers that only services have. (PTS telefoninummerplan.) That
tells it from clock times ("09.00-15.30") and from dates.

Which numbers and addresses are private nobody can see on them: those outside the operator's own
series and domains, and for addresses outside the unions' domains too, are taken to be. A
switchboard is nobody's own, nor a number beside a box address, nor a mailbox named for an office.
"""

import collections.abc as c
import datetime as dt
import re
import typing as t

from archive.messages import RemarkCode
from archive.registry import Union
from archive.settings import Own

HIDDEN: t.Final = "…"

# "850709-9805"  "19850709-9805"  "8507099805"  "850709+9805"  "850709 – 9805"  "85 07 09-9805"
# "1985-07-09-9805"  "850769-9801" (samordningsnummer, born on the 9th)
# but not "20240312-20240315", "240312 1300-1430" or a part of a longer number or word. Tried at
# every place, since what looks like one may overlap the real one.
IDENTITY: t.Final = re.compile(
    r"(?<![^\W_])(?<!\d[-+])(?=(?P<all>"
    r"(?P<century>18|19|20)?(?P<year>\d\d)(?P<gap>[- ]?)(?P<month>\d\d)(?P=gap)(?P<day>\d\d)"
    r"(?P<sign>\s?[-+–−]\s?|\s?)(?P<number>\d{3})(?P<control>\d))"
    r"(?![^\W_])(?![-–−]\d)(?P<until>\s[-–−]\s?\d)?)"
)

_ANY: t.Final = r"(?:\s?[-–./]?\s?\d)"  # a digit, however it is set apart from the one before
# "070-123 45 67"  "0701234567"  "+46 70 123 45 67"  "+46 (0)8-12 34 56"  "0046 8 123 456"
# "08-123 45 67"  "(08) 123 45 67"  "0470/123 45"  "08 123 45 67"  "0470123456"
# but not "09.00-15.30", "0900-1130", "03-10-2019", "0120 11 12" or "2024/08-123 45 67"
PHONE: t.Final = re.compile(
    r"(?<![\w+])(?<!\d[-/.,:])(?:"
    rf"(?:\+\s?|00)46[\s-]*(?:\(0\)[\s-]*)?(?P<abroad>[1-9]{_ANY}{{6,8}})"
    rf"|(?P<mobile>07[0-689]{_ANY}{{7}})"
    r"|(?P<set_apart>\(?0(?:8|[1-6]\d{1,2}|9\d{1,2})(?:\)\s?|\s?[-–/]\s?|\s)"
    r"(?=[1-9])(?:\d{5,8}|\d{2,3}\s\d{2,3}\s\d{2,3}|\d{3}\s\d{2,3}|\d{2}\s\d{3}))"
    r"|(?P<together>0(?:8[1-9]\d{5,7}|[1-69]\d{7,8}))"
    r")(?!\d)(?![-–]\d)"
)
SERVICES: t.Final = ("020", "077", "0900", "0939", "0944")
# "Växel 08-123 45 67"  "Telefon (växel): 0470-123 45"  "Box 12, 360 30 Lillby. Tfn 0470-123 45"
OFFICE: t.Final = re.compile(r"(?:växel(?:n|nummer)?\)?:?\s?|\bbox\s\d[^\n]{0,60})$", re.IGNORECASE)
BEFORE: t.Final = 80  # characters in which a number is said to be an office's

# "anna.ek@post.example"  "anna.ek@ post.example", where the line was broken
# "anna.ek(at)post.example"; but not "@post.example" and not "25 kr@styck"
EMAIL: t.Final = re.compile(
    r"(?<![\w.+-])(?P<mailbox>[\w.+-]{1,64})\s?(?:@|[(\[](?:at|snabel-?a)[)\]])\s?"
    r"(?P<domain>(?:[\w-]{1,63}\.){1,6}[a-zåäö]{2,24})(?!\w)",
    re.IGNORECASE,
)

MAILBOXES: t.Final = frozenset(("registrator", "diarium", "kansli", "kontakt", "info"))


class Found(t.NamedTuple):
    """Something private, and where it stands in the text."""

    code: RemarkCode
    start: int
    end: int


class PersonalData:
    """Finds what is private, measured by what is the operator's own and the unions'."""

    def __init__(self, own: Own, unions: c.Iterable[Union]) -> None:
        self._series = tuple(_digits(series) for series in own.nummerserier)
        known = [*own.domaner, *(domain for union in unions for domain in union.domains)]
        self._domains = tuple(domain.casefold() for domain in known)

    def find(self, text: str) -> tuple[Found, ...]:
        """All that is private, in order; no two overlap."""
        found: list[Found] = []
        for one in sorted(self._candidates(text), key=lambda one: (one.start, -one.end)):
            if not found or one.start >= found[-1].end:
                found.append(one)
        return tuple(found)

    def hide(self, text: str) -> str:
        """The text without what is private in it."""
        found = self.find(text)
        starts = (0, *(one.end for one in found))
        ends = (*(one.start for one in found), len(text))
        return HIDDEN.join(text[start:end] for start, end in zip(starts, ends, strict=True))

    def _candidates(self, text: str) -> c.Iterator[Found]:
        for found in IDENTITY.finditer(text):
            if _identifies(found):
                yield Found(RemarkCode.IDENTITY_NUMBER, *found.span("all"))
        for found in PHONE.finditer(text):
            if self._is_private_phone(found):
                yield Found(RemarkCode.PRIVATE_PHONE, *found.span())
        for found in EMAIL.finditer(text):
            if not self._is_official(found):
                yield Found(RemarkCode.PRIVATE_EMAIL, *found.span())

    def _is_private_phone(self, found: re.Match[str]) -> bool:
        number = f"0{_digits(found['abroad'])}" if found["abroad"] else _digits(found[0])
        if number.startswith((*SERVICES, *self._series)):
            return False
        before = found.string[max(0, found.start() - BEFORE) : found.start()]
        return number.startswith("07") or not OFFICE.search(before)

    def _is_official(self, found: re.Match[str]) -> bool:
        domain = found["domain"].casefold()
        return found["mailbox"].casefold() in MAILBOXES or any(
            domain == known or domain.endswith(f".{known}") for known in self._domains
        )


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _identifies(found: re.Match[str]) -> bool:
    """Whether the date is in the calendar of some century, and the control digit is right."""
    if (found["gap"] or found["until"]) and not found["sign"].strip():
        return False  # a date and a time: "2024-03-12 1300", "240312 1300 - 1430"
    centuries = [found["century"]] if found["century"] else ["18", "19", "20"]
    if not any(_is_date(int(century + found["year"]), found) for century in centuries):
        return False
    number = found["year"] + found["month"] + found["day"] + found["number"]
    return found["number"] != "000" and found["control"] == control_digit(number)


def _is_date(year: int, found: re.Match[str]) -> bool:
    month, day = int(found["month"]), int(found["day"])
    try:
        dt.date(year, month, day - 60 if day > 60 else day)
    except ValueError:
        return False
    return True


def control_digit(number: str) -> str:
    """The last digit of an identity number, by the nine before it."""
    products = (int(digit) * (2 - place % 2) for place, digit in enumerate(number))
    return str(-sum(product // 10 + product % 10 for product in products) % 10)
