import datetime as dt
import random
import re

import pytest

from importers.demo import calendar, wording
from importers.demo.calendar import Occasion
from importers.demo.matters import Question, matters, threads
from importers.demo.pools import Pool
from importers.demo.slots import Pools, Slots, sentences
from importers.demo.wording import Manner, Reply, Said, Speaker

# Before the verb in a clause after "att", where a main clause has it behind: such an answer cannot
# be said both ways and must begin with a capital.
ADVERB_BEFORE_VERB = re.compile(r"\b(?:inte|redan|aldrig|därför)\b")

VISION = Speaker("Vision", "vision")
LARM = Question(
    about="larmen",
    direct="När testas larmen?",
    indirect="när larmen testas",
    answers=("larmen testas varje måndag och att batterierna byts", "Nej, det görs inte."),
)


@pytest.fixture
def rng() -> random.Random:
    return random.Random(0)


@pytest.fixture
def slots(rng: random.Random) -> Slots:
    day = dt.date(2024, 3, 12)
    occasion = Occasion(
        "socialforvaltningen", day, dt.time(9), 3, dt.date(2024, 2, 13), dt.date(2024, 4, 9)
    )
    return Slots(occasion, Pools("socialforvaltningen"), rng)


@pytest.mark.parametrize(
    ("manner", "pattern"),
    [
        (Manner.PAST, r"Vision (frågade|undrade|ville veta|ställde frågan) när larmen testas\."),
        (Manner.PRESENT, r"Vision (frågar|undrar|vill veta|ställer frågan) när larmen testas\."),
        (Manner.LABELLED, r"(Fråga från Vision|Vision frågar): När testas larmen\?"),
    ],
)
def test_a_question_is_put_in_the_secretarys_manner(
    manner: Manner, pattern: str, slots: Slots, rng: random.Random
) -> None:
    assert re.fullmatch(pattern, wording.ask(LARM, VISION, manner, slots, rng).whole)


def test_people_of_no_union_lose_their_capital_within_a_sentence(
    slots: Slots, rng: random.Random
) -> None:
    asked = {
        wording.ask(LARM, Speaker("Skyddsombuden", None), Manner.LABELLED, slots, rng).whole
        for _ in range(20)
    }
    assert asked == {
        "Fråga från skyddsombuden: När testas larmen?",
        "Skyddsombuden frågar: När testas larmen?",
    }


def test_a_clause_follows_att_and_stands_alone_without_it(slots: Slots, rng: random.Random) -> None:
    clause = LARM.answers[:1]
    told = wording.reply("", clause, Reply.ANSWERED, Manner.PAST, slots, rng)
    labelled = wording.reply("", clause, Reply.ANSWERED, Manner.LABELLED, slots, rng)
    assert told and told.whole.endswith("att larmen testas varje måndag och att batterierna byts.")
    assert labelled and labelled.whole.endswith(
        ": Larmen testas varje måndag och batterierna byts."
    )


def test_a_whole_sentence_never_follows_att(slots: Slots, rng: random.Random) -> None:
    told = wording.reply("", LARM.answers[1:], Reply.ANSWERED, Manner.PAST, slots, rng)
    assert told == Said("Nej, det görs inte.", "Arbetsgivarens svar:")


def test_nobody_answers_where_no_reply_is_recorded(slots: Slots, rng: random.Random) -> None:
    assert wording.reply("", LARM.answers, Reply.NONE, Manner.PAST, slots, rng) is None


def test_a_question_is_not_taken_for_an_opinion(slots: Slots, rng: random.Random) -> None:
    replies = {
        asked: " ".join(
            str(wording.reply(asked, (), Reply.TAKEN_ALONG, Manner.PAST, slots, rng))
            for _ in range(40)
        )
        for asked in ("Vision frågade när larmen testas.", "Vision lyfte att larmen är tysta.")
    }
    assert ["synpunkt" in told for told in replies.values()] == [False, True]


def test_every_answer_that_may_follow_att_has_the_order_of_both_clauses() -> None:
    questions = [q for matter in matters() for q in matter.questions]
    questions += [q for thread in threads() for q in thread.stages]
    clauses = [a.split(". ")[0] for q in questions for a in q.answers if a[0].islower()]
    wrong = [a for a in clauses if ADVERB_BEFORE_VERB.search(a.split(" som ")[0].split(" där ")[0])]
    assert wrong == []


def test_every_question_can_be_put_somehow() -> None:
    for matter in matters():
        for question in matter.questions:
            assert question.direct or question.indirect or question.wish or question.remark


def test_sixty_matters_and_more_are_discussed() -> None:
    assert len(matters()) >= 60
    assert all(len(thread.stages) >= 3 for thread in threads())


def test_choices_may_stand_inside_one_another_and_leave_no_trace(slots: Slots) -> None:
    made = {slots.fill("Mötet [|och [fikat|lunchen]] ställdes in .") for _ in range(40)}
    assert made == {
        "Mötet ställdes in.",
        "Mötet och fikat ställdes in.",
        "Mötet och lunchen ställdes in.",
    }


def test_a_gap_is_filled_alike_within_a_matter_and_otherwise_with_a_figure(slots: Slots) -> None:
    first, again, other = slots.fill("{unit}|{unit}|{unit2}".replace("|", "/")).split("/")
    assert first == again
    assert other == slots["unit2"]


def test_both_forms_of_a_compound_belong_together(slots: Slots) -> None:
    assert slots["plan_def"].startswith(slots["plan"])


def test_sentences_begin_with_capitals() -> None:
    assert sentences("sju medarbetare berörs. två slutar.") == (
        "Sju medarbetare berörs. Två slutar."
    )


def test_a_pool_draws_known_things_more_often_than_new_ones(rng: random.Random) -> None:
    numbers = iter(range(100_000))
    pool = Pool(lambda _: next(numbers))
    drawn = [pool.draw(rng) for _ in range(5000)]
    early, late = len(set(drawn[:1000])), len(set(drawn)) - len(set(drawn[:4000]))
    assert 0 < late < early < 1000


def test_a_pool_whose_maker_is_exhausted_goes_on_with_what_it_has(rng: random.Random) -> None:
    pool = Pool(lambda chance: chance.choice("ab"))
    assert {pool.draw(rng) for _ in range(200)} == {"a", "b"}


@pytest.mark.parametrize(
    "day", [dt.date(2024, 3, 29), dt.date(2024, 5, 9), dt.date(2024, 6, 6), dt.date(2024, 12, 27)]
)
def test_nobody_meets_on_a_holiday(day: dt.date) -> None:
    assert calendar.is_holiday(day)


def test_an_ordinary_tuesday_is_no_holiday() -> None:
    assert not calendar.is_holiday(dt.date(2024, 3, 12))
