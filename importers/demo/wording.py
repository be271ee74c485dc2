"""The many ways in which a question is put, answered, put off or left.

A question comes as "Kommunal frågade när …", "Fråga från SSR: När …?", "Vision önskar …" or
"Skyddsombuden påtalade att …"; an answer as "Arbetsgivaren svarade att …", "Svar: …" or as a
sentence of its own. What the answer can follow depends on its first letter (see `matters`).
"""

import dataclasses as dc
import enum
import random
import re
import typing as t

from importers.demo.matters import Question
from importers.demo.slots import Slots, sentences


class Manner(enum.Enum):
    """How a secretary writes questions down."""

    PAST = enum.auto()  # "Kommunal frågade … Arbetsgivaren svarade att …"
    PRESENT = enum.auto()  # "Kommunal undrar … Arbetsgivaren svarar att …"
    LABELLED = enum.auto()  # "Fråga från Kommunal: … Svar: …"


class Reply(enum.Enum):
    """What becomes of a question."""

    ANSWERED = enum.auto()
    TAKEN_ALONG = enum.auto()  # "tar med sig frågan": counts as an answer
    PUT_OFF = enum.auto()
    NONE = enum.auto()


@dc.dataclass(frozen=True, slots=True)
class Speaker:
    """Who asks: a union by its printed name, or people of no union in particular."""

    name: str
    union: str | None


@dc.dataclass(frozen=True, slots=True)
class Said:
    """A question or an answer, and the label that stands before it: "Svar:"."""

    text: str
    label: str = ""

    @property
    def whole(self) -> str:
        """As it is printed."""
        return f"{self.label} {self.text}" if self.label else self.text


UNNAMED: t.Final = (
    *("De fackliga organisationerna", "De fackliga representanterna", "Arbetstagarsidan"),
    *("Skyddsombuden", "Huvudskyddsombuden", "Huvudskyddsombudet"),
)
ASK: t.Final = {
    Manner.PAST: ("frågade", "undrade", "ville veta", "ställde frågan", "frågade"),
    Manner.PRESENT: ("frågar", "undrar", "vill veta", "ställer frågan", "undrar"),
}
WISH: t.Final = {
    Manner.PAST: ("önskade", "efterfrågade", "begärde", "bad om"),
    Manner.PRESENT: ("önskar", "efterfrågar", "begär", "vill ha"),
}
REMARK: t.Final = {
    Manner.PAST: ("lyfte att", "framförde att", "påtalade att", "påpekade att", "ansåg att"),
    Manner.PRESENT: ("lyfter att", "framför att", "påtalar att", "påpekar att", "anser att"),
}
ANSWER: t.Final = {
    Manner.PAST: (
        *("Arbetsgivaren svarade att", "Arbetsgivaren svarade att", "Arbetsgivaren uppgav att"),
        *("Arbetsgivaren förklarade att", "Förvaltningschefen svarade att"),
        *("Arbetsgivaren meddelade att", "Arbetsgivaren svarade att"),
    ),
    Manner.PRESENT: (
        *("Arbetsgivaren svarar att", "Arbetsgivaren svarar att", "Arbetsgivaren meddelar att"),
        *("HR svarar att", "Arbetsgivaren förklarar att"),
    ),
}
QUESTION_LABELS: t.Final = ("Fråga från {name}:", "Fråga från {name}:", "{name} frågar:")
ANSWER_LABELS: t.Final = ("Svar:", "Arbetsgivarens svar:", "Arbetsgivaren svarar:")
TAKEN_ALONG: t.Final = {
    Manner.PAST: (
        "Arbetsgivaren tog med sig frågan.",
        "Arbetsgivaren svarade att man tar med sig frågan till ledningsgruppen.",
        "Arbetsgivaren tog till sig synpunkten.",
        "Arbetsgivaren tackade för synpunkten och tar med sig den i det fortsatta arbetet.",
        "Arbetsgivaren svarade att förvaltningen tar med sig frågan in i planeringen för "
        "{next_year}.",
    ),
    Manner.PRESENT: (
        "Arbetsgivaren tar med sig frågan.",
        "Arbetsgivaren svarar att man tar med sig frågan till chefsgruppen.",
        "Arbetsgivaren tar till sig synpunkten.",
        "Arbetsgivaren tar med sig frågan till berörda enhetschefer.",
    ),
    Manner.LABELLED: (
        "Arbetsgivaren tar med sig frågan till ledningsgruppen.",
        "Förvaltningen tar med sig synpunkten i det fortsatta arbetet.",
        "Arbetsgivaren tar med sig frågan.",
    ),
}
# Only what was held to be so is a "synpunkt": "lyfte att …", not "frågade när …".
OPINION: t.Final = re.compile(r"\b(?:lyft|framför|påtal|påpek|ans)\w* att\b")
SYNPUNKT: t.Final = "synpunkt"
PUT_OFF: t.Final = {
    Manner.PAST: (
        "Arbetsgivaren återkommer i frågan vid nästa möte.",
        "Arbetsgivaren hade inte uppgiften vid mötet utan återkommer.",
        "Arbetsgivaren kunde inte ge besked i dag men återkommer så snart underlaget är klart.",
        "Arbetsgivaren svarade att frågan utreds och att man återkommer när utredningen är klar.",
        "Frågan bordlades till nästa möte.",
        "Arbetsgivaren svarade att det ännu är för tidigt att säga och återkommer i frågan.",
    ),
    Manner.PRESENT: (
        "Arbetsgivaren återkommer i frågan vid nästa möte.",
        "Arbetsgivaren har inte uppgiften i dag utan återkommer.",
        "Frågan bordläggs till nästa möte.",
        "Arbetsgivaren kan inte ge besked i dag utan återkommer under {next_season}.",
        "Arbetsgivaren undersöker saken och återkommer.",
    ),
    Manner.LABELLED: (
        "Arbetsgivaren återkommer i frågan vid nästa möte.",
        "Arbetsgivaren kan inte ge besked i dag utan återkommer.",
        "Frågan bordläggs till nästa möte eftersom underlaget saknas.",
        "Arbetsgivaren återkommer med ett skriftligt svar.",
    ),
}
# "att A och att B" is said as "A och B" where no "svarade att" stands before it.
AGAIN_ATT: t.Final = re.compile(r" (och|men|samt) att ")
FOLLOW_UP: t.Final = (
    "Vid mötet {when} ställde {inside} en fråga om {about}.",
    "Fråga från {inside} vid mötet {when} om {about}.",
    "{name} frågade vid mötet {when} om {about}.",
)
REMINDER: t.Final = (
    "{name} tog upp frågan om {about} vid mötet {when} och återkommer nu till den.",
    "{name} återkom till frågan om {about}, som senast behandlades vid mötet {when}.",
    "Frågan om {about} var uppe vid mötet {when} och följs nu upp av {name}.",
)


def ask(
    question: Question, speaker: Speaker, manner: Manner, slots: Slots, rng: random.Random
) -> Said:
    """The question as one paragraph."""
    verbs: dict[str, t.Mapping[Manner, t.Sequence[str]]]
    verbs = {"indirect": ASK, "wish": WISH, "remark": REMARK}
    forms = [form for form in verbs if getattr(question, form)]
    if question.direct and (manner is Manner.LABELLED or not forms):
        label = rng.choice(QUESTION_LABELS).format(name=_inside(speaker.name))
        return Said(ask_unlabelled(question, slots), _capital(label))
    tense = Manner.PRESENT if manner is Manner.LABELLED else manner
    form = rng.choice(forms)
    verb = rng.choice(verbs[form][tense])
    context, asked = slots.fill(question.context), slots.fill(getattr(question, form))
    return Said(_sentence(f"{context} {speaker.name} {verb} {asked}."))


def ask_unlabelled(question: Question, slots: Slots) -> str:
    """The bare question, where the union stands once above many."""
    return _sentence(f"{slots.fill(question.context)} {slots.fill(question.direct)}")


def remind(about: str, speaker: Speaker, when: str, rng: random.Random) -> str:
    """The opening of a question that was asked before."""
    return rng.choice(REMINDER).format(name=speaker.name, when=when, about=about)


def follow_up(about: str, speaker: Speaker, when: str, rng: random.Random) -> str:
    """What was asked last time, told before its answer."""
    name = speaker.name
    return rng.choice(FOLLOW_UP).format(name=name, inside=_inside(name), when=when, about=about)


def reply(
    asked: str,
    answers: tuple[str, ...],
    kind: Reply,
    manner: Manner,
    slots: Slots,
    rng: random.Random,
) -> Said | None:
    """The employer's reply as one paragraph, or None where nobody answers."""
    match kind:
        case Reply.NONE:
            return None
        case Reply.TAKEN_ALONG:
            fitting = [x for x in TAKEN_ALONG[manner] if OPINION.search(asked) or SYNPUNKT not in x]
            text = slots.fill(rng.choice(fitting))
        case Reply.PUT_OFF:
            text = slots.fill(rng.choice(PUT_OFF[manner]))
        case Reply.ANSWERED:
            return _answer(rng.choice(answers), manner, slots, rng)
    # "Arbetsgivaren svarar: Arbetsgivaren återkommer" nobody writes.
    return Said(text, rng.choice(ANSWER_LABELS[:2]) if manner is Manner.LABELLED else "")


def _answer(template: str, manner: Manner, slots: Slots, rng: random.Random) -> Said:
    is_clause = not template[0].isupper()  # can follow "svarade att"
    answer = slots.fill(template).removesuffix(".") + "."
    answer = answer[0] + sentences(answer)[1:]
    if manner is Manner.LABELLED:
        plain = AGAIN_ATT.sub(r" \1 ", answer) if is_clause else answer
        return Said(_capital(plain), rng.choice(ANSWER_LABELS))
    if is_clause:
        return Said(f"{rng.choice(ANSWER[manner])} {answer}")
    return Said(answer, "Arbetsgivarens svar:")


def _inside(name: str) -> str:
    """A name within a sentence: "De fackliga …" loses its capital, a union keeps it."""
    return name[0].lower() + name[1:] if name in UNNAMED else name


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _sentence(text: str) -> str:
    return sentences(" ".join(text.split()))
