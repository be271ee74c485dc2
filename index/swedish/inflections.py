"""What the dictionary says of forms, mended where it is known to be wrong.

lärarna      lärare, though the dictionary has it under lära
planet       plan and planet, both of which are words
läraren      lärare, though the dictionary has läraren as a word too
åtgärder     åtgärd, though the dictionary has it under åtgärda
stöd         no order to stöda
arbets       in front of another word: arbete
"""

import collections.abc as c
import typing as t

Forms: t.TypeAlias = c.Mapping[str, c.Sequence[str]]

_OF_DOERS: t.Final = ("are", "ares", "aren", "arens", "arna", "arnas")
# What a form has after the word it is a form of, or instead of its last letter.
_ENDINGS: t.Final = frozenset(
    {"a", "ar", "arna", "as", "e", "en", "ens", "er", "erna", "es", "et", "ets", "n", "na", "ns"}
    | {"or", "orna", "r", "rna", "rs", "s", "t", "ts"}
)
_OF_PLURALS: t.Final = ("er", "ers", "erna", "ernas", "ar", "ars", "arna", "arnas")
# What a word of its own has that a form has not.
_OF_WORDS: t.Final = ("en", "et", "er", "ar", "erna", "arna", "n", "t")


def mended(forms: Forms) -> Forms:
    """Of every form the words it is a form of, mended."""
    return {form: _mended(form, lemmas, forms) for form, lemmas in forms.items()}


def mended_bases(firsts: Forms, forms: Forms) -> Forms:
    """Of every beginning of a compound the one word it is a form of, the shortest if several."""
    return {first: [_base(first, bases, forms)] for first, bases in firsts.items()}


def likely_bases(first: str) -> c.Iterator[str]:
    """Words that a beginning may be a form of, the likeliest first."""
    if first.endswith("s"):
        yield first[:-1]  # informations-
        yield f"{first[:-1]}e"  # arbets-
    yield f"{first}a"  # skol-
    yield f"{first}e"  # ledar-
    if first[-1:] in "uoea":
        yield f"{first[:-1]}a"  # gatu-, kvinno-,
        yield first[:-1]  # tjänste-
        yield f"{first[:-1]}e"


def _mended(form: str, lemmas: c.Sequence[str], forms: Forms) -> c.Sequence[str]:
    if form.endswith(_OF_DOERS):
        lemmas = [f"{it}re" if _is_doer(form, it) else it for it in lemmas]
    return _without_chance(form, lemmas, forms) if len(lemmas) > 1 else lemmas


def _without_chance(form: str, lemmas: c.Sequence[str], forms: Forms) -> c.Sequence[str]:
    """Without the entries that the dictionary only has because it lists some forms too, and
    the verbs of which a noun is a form by chance."""
    among = {*lemmas}
    if form in among and not _is_word(form, forms):
        among |= {it for it in _shortened(form) if _is_plural(form, it, among, forms)}
        if any(_is_inflected(form, it) for it in among):
            among.remove(form)
    return [it for it in among if not (it[-1] == "a" and it[:-1] in among)]


def _base(first: str, bases: c.Sequence[str], forms: Forms) -> str:
    if lemmas := [lemma for base in bases for lemma in forms.get(base, ())]:
        return min(lemmas, key=lambda it: (it != first, len(it), it))
    # What is no word but in front of another: gruv-, arbetsgivar-.
    return next((it for it in likely_bases(first) if it in forms.get(it, ())), min(bases))


def _is_plural(form: str, noun: str, lemmas: c.Container[str], forms: Forms) -> bool:
    """Whether it is a form of the noun and no present tense: åtgärder, but not besöker."""
    if noun not in forms.get(noun, ()):
        return False
    verb = f"{noun}a"
    return verb not in lemmas or (form != f"{noun}ar" and verb in forms.get(f"{noun}ar", ()))


def _is_word(form: str, forms: Forms) -> bool:
    """Whether it has forms of its own."""
    return any(form in forms.get(form + ending, ()) for ending in _OF_WORDS)


def _shortened(form: str) -> c.Iterator[str]:
    """What it may be a plural of."""
    for ending in _OF_PLURALS:
        if form.endswith(ending):
            yield form[: -len(ending)]


def _is_doer(form: str, verb: str) -> bool:
    return verb.endswith("a") and form.startswith(verb[:-1]) and form[len(verb) - 1 :] in _OF_DOERS


def _is_inflected(form: str, lemma: str) -> bool:
    return form != lemma and any(
        form.startswith(stem) and form[len(stem) :] in _ENDINGS for stem in (lemma, lemma[:-1])
    )
