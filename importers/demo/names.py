"""Names of people and places that do not exist.

Given names are common ones of many origins; surnames are such, or put together from two parts of
nature as many Swedish ones are. All letters are in Windows-1252, which is what the standard fonts
of a PDF can write.
"""

import random
import typing as t

GIVEN: t.Final = (
    *("Agneta", "Ahmed", "Aida", "Albin", "Alma", "Amanda", "Amina", "Anders", "Anette", "Anja"),
    *(
        "Annika",
        "Arash",
        "Astrid",
        "Azra",
        "Barbro",
        "Bengt",
        "Björn",
        "Britt",
        "Camilla",
        "Cecilia",
    ),
    *("Daniel", "Darko", "David", "Ebba", "Elif", "Elin", "Elsa", "Emil", "Erik", "Ewa"),
    *(
        "Fanny",
        "Fatima",
        "Felicia",
        "Filip",
        "Fredrik",
        "Gabriel",
        "Goran",
        "Greta",
        "Gun",
        "Gustav",
    ),
    *("Hamid", "Hanna", "Hassan", "Helena", "Henrik", "Hodan", "Håkan", "Ida", "Inger", "Ismail"),
    *(
        "Jakob",
        "Jasmina",
        "Jenny",
        "Jesper",
        "Joakim",
        "Johan",
        "Johanna",
        "Jonas",
        "Josefin",
        "Juan",
    ),
    *(
        "Kajsa",
        "Karim",
        "Katarina",
        "Kerstin",
        "Kim",
        "Klara",
        "Kristina",
        "Lamija",
        "Layla",
        "Leila",
    ),
    *(
        "Lena",
        "Linnea",
        "Linus",
        "Lovisa",
        "Magnus",
        "Malin",
        "Marcus",
        "Mariam",
        "Marie",
        "Martin",
    ),
    *(
        "Mats",
        "Mehmet",
        "Mikael",
        "Mirela",
        "Mohamed",
        "Monika",
        "Nadja",
        "Nasrin",
        "Niklas",
        "Nina",
    ),
    *(
        "Oskar",
        "Parisa",
        "Patrik",
        "Pernilla",
        "Peter",
        "Petra",
        "Pia",
        "Rana",
        "Rasmus",
        "Rebecka",
    ),
    *("Reza", "Rickard", "Roger", "Roza", "Samira", "Sara", "Sebastian", "Selma", "Simon", "Siv"),
    *(
        "Staffan",
        "Stefan",
        "Stina",
        "Susanne",
        "Svetlana",
        "Thomas",
        "Therese",
        "Tobias",
        "Tove",
        "Ulf",
    ),
    *("Ulrika", "Veronika", "Viktor", "Viveka", "Wilma", "Yasin", "Ylva", "Zahra", "Åke", "Åsa"),
)
SURNAMES: t.Final = (
    *(
        "Abdi",
        "Ahlin",
        "Ahmadi",
        "Alfredsson",
        "Andrén",
        "Arvidsson",
        "Aslan",
        "Axelsson",
        "Bajric",
    ),
    *("Begovic", "Bengtsson", "Björk", "Blom", "Bodin", "Brodin", "Carlén", "Celik", "Claesson"),
    *("Dahl", "Danielsson", "Demir", "Edman", "Ek", "Eliasson", "Engström", "Farah", "Fernandez"),
    *("Flodin", "Frisk", "Garcia", "Gashi", "Gunnarsson", "Hallén", "Haddad", "Harju", "Hassan"),
    *("Heikkinen", "Hellman", "Hermansson", "Holm", "Hosseini", "Hussein", "Håkansson", "Isaksson"),
    *(
        "Ivarsson",
        "Jakobsson",
        "Jansson",
        "Jonasson",
        "Jönsson",
        "Kaya",
        "Kazemi",
        "Keller",
        "Kovac",
    ),
    *("Krantz", "Krasniqi", "Laine", "Larsen", "Ljung", "Lopez", "Lundin", "Magnusson", "Malki"),
    *(
        "Mattsson",
        "Mohammadi",
        "Moradi",
        "Mårtensson",
        "Nguyen",
        "Niemi",
        "Nowak",
        "Nyberg",
        "Nyman",
    ),
    *("Olofsson", "Osman", "Paulsson", "Petrovic", "Rahimi", "Rask", "Rezai", "Rosén", "Salonen"),
    *("Samuelsson", "Sandin", "Silva", "Sjödin", "Skoog", "Sofi", "Stark", "Svensson", "Söderlund"),
    *("Tapper", "Thorén", "Törnqvist", "Virtanen", "Vukovic", "Wallin", "Warsame", "Wik", "Yildiz"),
    *("Yusuf", "Zander", "Åberg", "Åkesson", "Öberg", "Öhman"),
)
NATURE: t.Final = (
    *("Alm", "Asp", "Berg", "Björk", "Dal", "Ek", "Eng", "Fall", "Fors", "Frost", "Gran", "Hag"),
    *("Hall", "Holm", "Häll", "Kvarn", "Käll", "Lind", "Ljung", "Lund", "Malm", "Mo", "Ny", "Näs"),
    *("Ros", "Rönn", "Sand", "Sjö", "Skog", "Sten", "Strand", "Ström", "Sund", "Söder", "Tall"),
    *("Vik", "Väster", "Åker", "Ång", "Öster"),
)
ENDINGS: t.Final = (
    *("berg", "blad", "bäck", "dahl", "ell", "feldt", "fors", "gren", "holm", "hult", "kvist"),
    *("lind", "ling", "lund", "löf", "mark", "stam", "strand", "ström", "vall"),
)

PLACES: t.Final = (
    *("Almdungen", "Aspnäset", "Backlyckan", "Björkbacken", "Bokelund", "Brinken", "Dalängen"),
    *("Ekbacken", "Ekliden", "Fyrklövern", "Furuliden", "Granhagen", "Gullvivan", "Hagalund"),
    *("Hasselbo", "Havreåkern", "Hjortsberg", "Kaprifolen", "Klockargården", "Klövervallen"),
    *("Kvarnbacken", "Källhagen", "Lindallén", "Lingontuvan", "Ljungheden", "Lyckan", "Mariedal"),
    *("Norrgården", "Nyponet", "Oxelvallen", "Pilbäcken", "Prästängen", "Ringblomman", "Rosengård"),
    *(
        "Rönnbacka",
        "Sjöglimten",
        "Skogsgläntan",
        "Smultronet",
        "Solbacken",
        "Solhöjden",
        "Stenkullen",
    ),
    *("Strandhem", "Sörgården", "Tallmon", "Tegelbruket", "Tranbäret", "Utsikten", "Vallmon"),
    *("Vintergatan", "Åkerslund", "Ängslyckan", "Örtagården", "Östanbäck"),
)
STREETS: t.Final = (
    *(
        "Badhus",
        "Bangårds",
        "Björnbärs",
        "Brand",
        "Brunns",
        "Fabriks",
        "Fiskar",
        "Färgar",
        "Garvar",
    ),
    *(
        "Gjuteri",
        "Hamn",
        "Handels",
        "Hantverkar",
        "Industri",
        "Järnvägs",
        "Kanal",
        "Kapell",
        "Klocker",
    ),
    *("Knekt", "Kvarn", "Lager", "Lärk", "Magasins", "Mejeri", "Målar", "Nygårds", "Orrspels"),
    *("Parad", "Pilgrims", "Postiljons", "Repslagar", "Rådhus", "Sadelmakar", "Skeppar", "Skol"),
    *(
        "Sliper",
        "Smedje",
        "Snickar",
        "Stations",
        "Tegel",
        "Timmer",
        "Torg",
        "Trädgårds",
        "Vallgravs",
    ),
    *("Verkstads", "Väv", "Åker", "Ängs", "Örn"),
)
WAYS: t.Final = ("gatan", "vägen", "gränd", "stigen", "backen", "allén")

SYLLABLES: t.Final = (
    *(
        "Al",
        "Ar",
        "Bel",
        "Cor",
        "Del",
        "Eva",
        "Fen",
        "Gal",
        "Hel",
        "In",
        "Jor",
        "Kal",
        "Lex",
        "Mer",
    ),
    *("Nor", "Or", "Pla", "Quin", "Ro", "Sam", "Tel", "Uni", "Ver", "Vi", "Xel", "Zen"),
)
MIDDLES: t.Final = (
    "",
    "a",
    "bi",
    "da",
    "e",
    "ga",
    "i",
    "ka",
    "li",
    "mo",
    "na",
    "o",
    "ri",
    "ta",
    "vo",
)
TAILS: t.Final = (
    "dix",
    "gon",
    "lex",
    "lia",
    "lis",
    "mat",
    "nis",
    "nova",
    "ra",
    "sys",
    "tea",
    "tim",
    "vio",
)


def person(rng: random.Random) -> str:
    """A full name."""
    surname = rng.choice(SURNAMES)
    if rng.random() < 0.45:
        surname = _joined(rng.choice(NATURE), rng.choice(ENDINGS))
    return f"{rng.choice(GIVEN)} {surname}"


def place(rng: random.Random) -> str:
    """What a home, a school or a block is named after: "Ekbacken", "Rosdal"."""
    if rng.random() < 0.5:
        return rng.choice(PLACES)
    return _joined(rng.choice(NATURE), rng.choice(("dal", "hem", "torp", "gården", "hagen", "bo")))


def street(rng: random.Random) -> str:
    """An address without a town: "Smedjegatan 14"."""
    return f"{rng.choice(STREETS)}{rng.choice(WAYS)} {rng.randint(1, 60)}"


def system(rng: random.Random) -> str:
    """A product's name, as suppliers coin them: "Veralis"."""
    return rng.choice(SYLLABLES) + rng.choice(MIDDLES) + rng.choice(TAILS)


def _joined(first: str, last: str) -> str:
    """Both parts; of three like letters in a row one is left out, as in "Hällund"."""
    return first + (last[1:] if first.endswith(last[0] * 2) else last)
