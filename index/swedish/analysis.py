"""What is known of a word: which words it is a form of, and what it is made of.

    huvudskyddsombudet   lemmas (huvudskyddsombud,)   parts huvud · skydd · ombud   ends 5, 11, 18
    planet               lemmas (plan, planet)        parts plan or planet          ends 6
    arbetsgivaren        lemmas (arbetsgivare,)       parts arbetsgivare            ends 13

A word that is not made of others has one part: itself, under its lemmas. What a word is not known
to be has no lemmas and no parts: figures, "§9", an abbreviation in capitals.
"""

import typing as t


class Analysis(t.NamedTuple):
    """The names under which a word's forms belong together, and those of its parts in order."""

    lemmas: tuple[str, ...] = ()  # in order of the alphabet
    parts: tuple[tuple[str, ...], ...] = ()  # of each part the names it may have
    ends: tuple[int, ...] = ()  # where in the folded word each part ends, its link included; empty
    # where the parts do not stand in the word: "individ-" of "individ- och familjeomsorg"
