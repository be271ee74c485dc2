"""Numbers as automatic lists write them: 4, 04, d, D, iv, IV."""

import string
import typing as t

ROMAN: t.Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
ROMAN_AT_MOST: t.Final = 3999


def written(number: int, form: str) -> str:
    """The number in the form that is named by its first one: "1", "01", "a", "A", "i" or "I".

    No form at all, "", writes nothing; another one, and a number it does not reach, is in digits.
    """
    match form:
        case "":
            return ""
        case "01":
            return f"{number:02}"
        case "a" | "A" if 1 <= number <= len(string.ascii_lowercase):
            letter = string.ascii_lowercase[number - 1]
            return letter if form == "a" else letter.upper()
        case "i" | "I" if 1 <= number <= ROMAN_AT_MOST:
            roman = _roman(number)
            return roman if form == "i" else roman.upper()
        case _:
            return str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, sign in ROMAN:
        count, number = divmod(number, value)
        letters += sign * count
    return letters
