"""What an assistant can ask with: parameters, described for whoever has never seen a protocol.

They are those of the site's addresses, so what is explained here in English holds there too.
"""

import typing as t

import msgspec

from archive.model import Outcome
from index import Kind, Order

MOST_HITS: t.Final = 20
MOST_VALUES: t.Final = 40
LONGEST_TEXT: t.Final = 500
LONGEST_ID: t.Final = 300

Ids: t.TypeAlias = tuple[t.Annotated[str, msgspec.Meta(max_length=100)], ...]
YesNo: t.TypeAlias = t.Literal["ja", "nej"]

Words: t.TypeAlias = t.Annotated[
    str,
    msgspec.Meta(
        max_length=LONGEST_TEXT,
        description=(
            "Swedish words to look for, in any inflection and as part of compounds ('frånvaro'"
            " finds 'sjukfrånvaron'). All of them are wanted; where that finds little, some will"
            ' do. "hot och våld" in double quotes is a phrase; ELLER stands between alternatives,'
            " -ord leaves a word out, arbets* is a beginning, rubrik:lokaler a word in the title."
            " Leave q empty to get everything that the other parameters leave."
        ),
    ),
]
Forvaltningar: t.TypeAlias = t.Annotated[
    Ids,
    msgspec.Meta(
        max_length=MOST_VALUES,
        description=(
            "Ids of förvaltningar (municipal administrations, such as 'farsta'). See list_values."
        ),
    ),
]
Unions: t.TypeAlias = t.Annotated[
    Ids,
    msgspec.Meta(
        max_length=MOST_VALUES,
        description=(
            "Ids of fackförbund (trade unions, such as 'vision'): named in a paragraph, or the one"
            " who asks a question. See list_values."
        ),
    ),
]
Topics: t.TypeAlias = t.Annotated[
    Ids,
    msgspec.Meta(
        max_length=MOST_VALUES,
        description=(
            "Ids of ämnen (topics, such as 'hot-och-vald'); the program assigned them, they do not"
            " stand in the protocols. See list_values."
        ),
    ),
]
Periods: t.TypeAlias = t.Annotated[
    Ids,
    msgspec.Meta(
        max_length=MOST_VALUES, description="Years or months of the meeting: '2025', '2025-03'."
    ),
]
Answered: t.TypeAlias = t.Annotated[
    YesNo | None,
    msgspec.Meta(
        description=(
            "'nej': only questions that got no answer, or one that only puts off (the employer"
            " 'återkommer'). 'ja': only answered ones."
        )
    ),
]
FirstDay: t.TypeAlias = t.Annotated[
    str, msgspec.Meta(max_length=10, description="From and with: YYYY, YYYY-MM or YYYY-MM-DD.")
]
LastDay: t.TypeAlias = t.Annotated[
    str, msgspec.Meta(max_length=10, description="Up to and with: YYYY, YYYY-MM or YYYY-MM-DD.")
]
Sorting: t.TypeAlias = t.Annotated[
    Order | None,
    msgspec.Meta(
        description="relevans (usual with words), nyast (newest, usual without), aldst (oldest)."
    ),
]
Page: t.TypeAlias = t.Annotated[
    int, msgspec.Meta(ge=1, le=100_000, description="Page of hits, from 1.")
]
Limit: t.TypeAlias = t.Annotated[
    int, msgspec.Meta(ge=1, le=MOST_HITS, description=f"Hits on a page, at most {MOST_HITS}.")
]
ProtocolId: t.TypeAlias = t.Annotated[
    str,
    msgspec.Meta(
        max_length=LONGEST_ID,
        description="A protocol's id as answers give it ('farsta/2025-01-14'), or its permalink.",
    ),
]


class Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a tool is called with. A parameter that there is not is refused: passed over, it would
    give a wider answer than was asked for."""


class ForHits(Asked, frozen=True, kw_only=True):
    """What every list of hits can be asked with."""

    q: Words = ""
    forvaltning: Forvaltningar = ()
    fack: Unions = ()
    amne: Topics = ()
    ar: Periods = ()
    besvarad: Answered = None
    fran: FirstDay = ""
    till: LastDay = ""
    sort: Sorting = None
    sida: Page = 1
    limit: Limit = 10


class ForSearch(ForHits, frozen=True, kw_only=True):
    """What `search` is called with."""

    typ: t.Annotated[
        Kind,
        msgspec.Meta(
            description=(
                "What one hit is: paragraf (one § of a protocol; usual), fraga (one question with"
                " its answer), protokoll (a whole meeting; the words may stand in different §§)."
            )
        ),
    ] = Kind.SECTION
    utfall: t.Annotated[
        tuple[Outcome, ...],
        msgspec.Meta(
            max_length=len(Outcome),
            description=(
                "How a matter of samverkan (cooperation between employer and unions, in place of"
                " negotiation under MBL, the Co-determination Act) ended: agreed, disagreed,"
                " informed, postponed; unknown where none is stated."
            ),
        ),
    ] = ()
    foregangare: t.Annotated[
        YesNo,
        msgspec.Meta(description="'nej' leaves out predecessors of a chosen förvaltning or union."),
    ] = "ja"
    ordagrant: t.Annotated[
        YesNo, msgspec.Meta(description="'ja' looks only for the words as they are typed.")
    ] = "nej"


class ForQuestions(ForHits, frozen=True, kw_only=True):
    """What `list_questions` is called with."""


class ForSection(Asked, frozen=True, kw_only=True):
    """What `get_section` is called with."""

    protocol_id: ProtocolId
    anchor: t.Annotated[
        str,
        msgspec.Meta(
            max_length=20,
            description=(
                "Which section: 'p6' is § 6; 'o3' the third, where sections have no numbers or"
                " share one; 'f2' the section of the protocol's second question. '§ 6' works too."
            ),
        ),
    ]
    from_character: t.Annotated[
        int,
        msgspec.Meta(
            ge=0, le=100_000_000, description="Where to go on in a long text: its `continues_at`."
        ),
    ] = 0


class ForProtocol(Asked, frozen=True, kw_only=True):
    """What `get_protocol` is called with."""

    protocol_id: ProtocolId
    with_text: t.Annotated[
        bool, msgspec.Meta(description="Give the text of the sections too, as far as it fits.")
    ] = False


class ForValues(Asked, frozen=True, kw_only=True):
    """What `list_values` is called with."""

    kind: t.Annotated[
        t.Literal["alla", "forvaltning", "fack", "amne", "utfall", "ar"],
        msgspec.Meta(description="Values of which parameter; alla: of all of them."),
    ] = "alla"
