"""The parts that invented words are put together from: ordinary Swedish, written for the purpose.

No text of any real protocol was used. `invented_words` says how they become words.
"""

import typing as t

# Per mille of the running words, roughly as in official Swedish; a phrase counts once.
PHRASES: t.Final = """
och 53|att 27|i 24|som 17|för 16|av 15|på 14|med 13|en 12|det 11|till 12|är 10|har 9|om 10|den 9
ett 8|de 6|inte 6|från 6|vid 5|kommer 5|ska 6|kan 6|så 3|under 4|även 4|detta 3|vi 3|man 3|finns 4
samt 5|inom 5|eller 3|efter 3|men 3|hur 3|denna 2|där 2|när 3|blir 2|varit 2|skulle 2|behöver 3
sig 2|får 2|andra 2|mer 2|ut 1|upp 2|över 2|mellan 2|enligt 2|alla 2|många 1|flera 1|något 1
också 2|då 1|bland 1|utan 1|genom 1|innan 1|redan 1|dock 1|därför 1|sedan 2|varje 1|olika 2
dessa 1|vilket 2|vad 1|hon 1|han 1|deras 1|sina 1|hela 1|ännu 1|nu 1|kunna 1|vara 3|bli 1|göra 1
ha 1|ta 1|få 1|mot 1|per 1|cirka 1|minst 1|högst 1|idag 1|tidigare 2|fortsatt 1|framåt 1|för att 3
i samband med 1|med anledning av 1|till följd av 1|i enlighet med 1|på grund av 1|när det gäller 1
bland annat 1|i dagsläget 1|under året 1|i första hand 1|hot och våld 1|hot- och våldsplan 1
för- och grundskola 1|så snart som möjligt 1|det är viktigt att 1|inför 1
"""

# A noun and its endings, or its forms written out where they do not begin with the first.
NOUNS: t.Final = """
beslut -et -en -en|förvaltning -en -ar -arna|arbetsgivare -n -0 arbetsgivarna
verksamhet -en -er -erna|medarbetare -n -0 medarbetarna|fråga -n frågor frågorna|möte -t -n -na
ärende -t -n -na|förslag -et -en -en|arbete -t -n -na|enhet -en -er -erna|chef -en -er -erna
nämnd -en -er -erna|personal -en -er -erna|budget -en -ar -arna|uppdrag -et -en -en
plan -en -er -erna|år -et -en -en|information -en -er -erna|arbetsmiljö -n -er -erna
förändring -en -ar -arna|grupp -en -er -erna|organisation -en -er -erna|rutin -en -er -erna
tjänst -en -er -erna|system -et -en -en|samverkan samverkan samverkan samverkan|risk -en -er -erna
bedömning -en -ar -arna|skola -n skolor skolorna|lokal -en -er -erna|protokoll -et -en -en
rapport -en -er -erna|utbildning -en -ar -arna|åtgärd -en -er -erna|uppföljning -en -ar -arna
stad -en städer städerna|ledning -en -ar -arna|resultat -et -en -en|behov -et -en -en
tid -en -er -erna|process -en -er -erna|ansvar -et -en -en|stöd -et -en -en|projekt -et -en -en
rekrytering -en -ar -arna|bemanning -en -ar -arna|sjukfrånvaro -n -r -rna|lön -en -er -erna
kommun -en -er -erna|avtal -et -en -en|kostnad -en -er -erna|utredning -en -ar -arna
synpunkt -en -er -erna|dialog -en -er -erna|mål -et -en -en|policy -n -er -erna
schema -t scheman schemana|fackförbund -et -en -en|skyddsombud -et -en -en|barn -et -en -en
brukare -n -0 brukarna|elev -en -er -erna|insats -en -er -erna|hyra -n hyror hyrorna
flytt -en -ar -arna|byggnad -en -er -erna|upphandling -en -ar -arna|leverantör -en -er -erna
semester -n semestrar semestrarna|vikarie -n -r -rna|introduktion -en -er -erna
tillbud -et -en -en|olycka -n olyckor olyckorna|skada -n skador skadorna|rond -en -er -erna
handling -en -ar -arna|skrivelse -n -r -rna|yttrande -t -n -na|remiss -en -er -erna
enkät -en -er -erna|analys -en -er -erna|prognos -en -er -erna|avvikelse -n -r -rna
underskott -et -en -en|bokslut -et -en -en|ram -en -ar -arna|prioritering -en -ar -arna
kompetens -en -er -erna|samtal -et -en -en|träff -en -ar -arna|nätverk -et -en -en
larm -et -en -en|nyckel -n nycklar nycklarna|dator -n -er -erna|telefon -en -er -erna
bil -en -ar -arna|kök -et -en -en|måltid -en -er -erna|park -en -er -erna|gata -n gator gatorna
bibliotek -et -en -en|museum museet museer museerna|hall -en -ar -arna
förskola -n förskolor förskolorna|boende -t -n -na|omsorg -en -er -erna|vård -en -er -erna
bistånd -et -en -en|familj -en -er -erna|ungdom -en -ar -arna|utskott -et -en -en|råd -et -en -en
forum -et -en -en|ledamot -en ledamöter ledamöterna|stadga -n stadgar stadgarna
riktlinje -n -r -rna|regel -n regler reglerna|lag -en -ar -arna|tolk -en -ar -arna
handläggare -n -0 handläggarna|sekreterare -n -0 sekreterarna|assistent -en -er -erna
pedagog -en -er -erna|lärare -n -0 lärarna|tekniker -n -0 teknikerna|pool -en -er -erna
jour -en -er -erna|rast -en -er -erna|natt -en nätter nätterna|helg -en -er -erna
bonus -en -ar -arna|tillägg -et -en -en|krav -et -en -en|nivå -n -er -erna|mätning -en -ar -arna
register registret -0 registren|arkiv -et -en -en|tillstånd -et -en -en|kontroll -en -er -erna
tillsyn -en -er -erna|besök -et -en -en|karta -n kartor kartorna|etapp -en -er -erna
"""
OTHERS: t.Final = """
informerar informera informerade informerat|framför framföra framförde framfört|ny nya nytt
svarar svara svarade svarat|föreslår föreslå föreslog föreslagit|facklig fackliga fackligt
gemensam gemensamma gemensamt|pågår pågå pågick pågått|önskar önska önskade önskat
följer följa följde följt|viktig viktiga viktigt|ansvarig ansvariga ansvarigt
redovisar redovisa redovisade redovisat|stor stora stort|planerar planera planerade planerat
ställer ställa ställde ställt|lyfter lyfta lyfte lyft|återkommer återkomma återkom återkommit
godkänner godkänna godkände godkänt|kommunal kommunala kommunalt|tydlig tydliga tydligt
god goda gott|beslutar besluta beslutade beslutat|genomför genomföra genomförde genomfört
påverkar påverka påverkade påverkat|hög höga högt|ekonomisk ekonomiska ekonomiskt
berörd berörda berört|ökar öka ökade ökat|minskar minska minskade minskat
bedömer bedöma bedömde bedömt|hanterar hantera hanterade hanterat|kort korta kortare
lång långa långt|använder använda använde använt|digital digitala digitalt
saknar sakna saknade saknat|presenterar presentera presenterade presenterat
diskuterar diskutera diskuterade diskuterat|arbetar arbeta arbetade arbetat
organisatorisk organisatoriska organisatoriskt|särskild särskilda särskilt
flyttar flytta flyttade flyttat|anställer anställa anställde anställt|social sociala socialt
fysisk fysiska fysiskt|rättssäker rättssäkra rättssäkert|aktuell aktuella aktuellt
preliminär preliminära preliminärt
"""
FIRSTS: t.Final = """
arbets skol kommun miljö personal löne budget arbetsmiljö lokal bemannings förvaltnings
verksamhets sjuk rehabiliterings rekryterings kompetens utbildnings samverkans skydds risk besluts
nämnd chefs tjänste medarbetar organisations informations säkerhets IT- HR- MBL- APT- SAM- projekt
process drift ekonomi kostnads intäkts investerings hyres lokalförsörjnings bygg park gatu trafik
väg cykel vinter sommar semester jul natt helg kvälls dag morgon vecko månads kvartals tertial års
halvårs start slut förskole grundskole gymnasie elev lärar pedagog barn ungdoms familje vuxen
äldre brukar boende hemtjänst omsorgs vård hälso social bistånds stöd insats behandlings missbruks
funktions assistans tolk bibliotek kultur museum idrotts fritids musik teater dans konst förenings
måltids kök kost livsmedels hygien städ tvätt material förråds inköps upphandlings avtals
leverantörs system data dator telefon mobil nät webb konto behörighets larm nyckel passer kamera
brand utrymnings kris beredskaps hot vålds olycks tillbuds skade smitt vaccinations klimat energi
vatten avfalls återvinnings luft buller mark plan karta fastighets bostads bygglovs tillsyns
kontroll register arkiv diarie dokument ärende handlings protokoll mötes forum råd utskotts
ledamots val medborgar invånar besöks kontakt service kvalitets mål resultat nyckeltals
uppföljnings utvärderings analys statistik enkät mätnings prognos riktlinje policy regel lag
domstols tillstånds avgifts bidrags fond stiftelse bolags koncern region läns stats riks stadsdels
central distrikts
"""
SURNAME_FIRSTS: t.Final = """
alm asp berg björk blom bran brun dal ek eng fager fors gran grön gull hag hall hed hell holm häg
kall kling kron kvarn land lejon lilje lind ljung lund lång löv malm mel mo mård nord ny näs old
ros rud rosen sand sjö skog sol sten ström stål sund svan söder tall tor vall vester vik vin
väster åker ång öster över
"""
SURNAME_LASTS: t.Final = """
berg blad blom bo borg by dahl fors gren hage holm hult kvist land lid lind löf lund mark man ner
nius quist rot ryd skog skär stam sten strand ström stedt sund vall vik wall hed bäck gård ås öe
"""
SYLLABLES: t.Final = """
ba be bo bra da de di do el en fa fi fo ga gi go ha he is ja jo ka ki ko la le li lo lu ma me mi
mo na ne ni no or pa pe pi po ra re ri ro sa se si so sta ta te ti to tra tu va ve vi vo ur yr
"""
NAME_ENDS: t.Final = (
    "va dex ria gården lund a nova plan don kraft vik hus ben sta trix fors linje data"
)
# A letter, and what a scanner takes it for.
MISREADINGS: t.Final = (
    *(("m", "rn"), ("l", "1"), ("å", "a"), ("ö", "o"), ("ä", "a"), ("i", "l"), ("e", "c")),
    *(("n", "h"), ("r", "t"), ("s", "5"), ("t", "f"), ("d", "cl"), ("g", "q"), ("v", "y")),
)
MONTHS: t.Final = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
