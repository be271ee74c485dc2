import html
import re
import urllib.parse

from flask.testing import FlaskClient

STARTS = [
    "/",
    "/om",
    "/finns-inte",
    "/sok?q=larm",
    "/sok?q=arbetsmiljön&sida=2",
    "/sok?typ=fraga",
    "/sok?q=xylofon&forvaltning=jarva",
    "/protokoll/farsta/2025-01-14?q=larm",
    "/protokoll/jarva/2024-08-20",
    "/protokoll/okand/odaterat",
    "/forvaltningar",
    "/forvaltning/jarva",
    "/fackforbund",
    "/fack/vision",
    "/fack/sveriges-larare",
    "/amnen",
    "/amne/hot-och-vald",
    "/ar",
    "/ar/2024",
    "/ar/2025-01",
    "/ar/odaterat",
    "/nyast?sida=2",
    "/nyast?efter=inlagd",
    "/fragor?fack=vision",
    "/arende/farsta/far-2024-112",
    "/tackning",
    "/tackning?ar=2022",
    "/tackning?forvaltning=bromma",
    "/statistik",
    "/api",
]


def links(page: str) -> set[str]:
    return {html.unescape(found) for found in re.findall(r'(?:href|src)="([^"]+)"', page)}


def test_every_link_on_every_sort_of_page_leads_somewhere(client: FlaskClient) -> None:
    pages = {start: client.get(start).text for start in STARTS}
    checked: set[str] = set()
    for start, page in pages.items():
        for link in links(page):
            address, anchor = urllib.parse.urldefrag(urllib.parse.urljoin(start, link))
            if address not in checked | {start}:
                response = client.get(address, buffered=True)
                assert response.status_code == 200, (start, link)
                checked.add(address)
            if anchor and not anchor.startswith(("page=", ":~:text=")):
                assert f'id="{anchor}"' in client.get(address).text, (start, link)
    assert len(checked) > 60
