"""Words that only hold a sentence together.

They are indexed like any other, so that a phrase means what it says. But among several words in a
query they decide nothing: "frågan om lokaler" asks for frågan and lokaler. Nouns that happen to
look like English function words ("by", "not", "is") are no function words here.
"""

import typing as t

_WORDS: t.Final = """
    alla allt att av bland blev bli blir bort både de dem den denna deras dess dessa det detta
    dig din dina ditt du där då efter ej eller en er era ert ett från för ha hade han hans har
    hennes hon honom hos hur här i icke in ingen inget inom inte ja jag kan kunde man med mellan
    men mer mig min mina mitt mot ned ni nu när någon något några och om oss på samt sedan sig sin
    sina sitt ska skall skulle som så sådan sådana sådant till under upp ut utan vad var vara varit
    varje vars vart vem vi vid vilka vilken vilket våra vårt vår åt än är över
"""

FUNCTION_WORDS: t.Final = frozenset(_WORDS.split())
