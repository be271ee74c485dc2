"""/api/v1/arenden: a case from meeting to meeting."""

import flask
import werkzeug

from webui import addresses, case_story, cases, freshness
from webui.api import forms
from webui.api.answering import absolute, address_of, answer, section_address
from webui.api.reading import reference
from webui.case_slug import case_slug
from webui.site import this_site


def case(forvaltning: str, arende: str) -> werkzeug.Response:
    """All that was said of a case at one förvaltning, in order of time."""
    site = this_site()
    known = site.registries.forvaltningar.get(forvaltning)
    if known is None:
        flask.abort(404)
    if arende != (plain := case_slug(arende)) and plain:
        place = address_of("arende", forvaltning=forvaltning, arende=plain)
        return flask.Response(status=308, headers={"Location": place})
    generation = site.index.generation()
    steps = cases.steps_of(site, forvaltning, arende)
    if not steps:
        flask.abort(404)
    return answer(
        freshness.version(generation, steps),
        lambda: _told(case_story.story(steps), forms.Named(forvaltning, known.name), arende),
    )


def _told(story: case_story.Story, of: forms.Named, slug: str) -> forms.Case:
    page = flask.url_for("cases.case", forvaltning_id=of.id, slug=slug)
    return forms.Case(
        number=story.number,
        title=story.title,
        forvaltning=of,
        meetings=story.meetings,
        latest=_latest(story),
        steps=tuple(map(_step, story.steps)),
        links=forms.ProtocolLinks(
            address_of("arende", forvaltning=of.id, arende=slug), absolute(page)
        ),
    )


def _latest(story: case_story.Story) -> forms.Latest | None:
    if story.latest is None:
        return None
    step, outcome = story.latest
    return forms.Latest(outcome, step.protocol.date.value, _page_of(step))


def _step(step: case_story.Step) -> forms.Step:
    id_, section = step.protocol.id or "", step.section
    return forms.Step(
        protocol=reference(step.protocol),
        number=step.number,
        section=forms.SectionRef(section.number, section.ordinal, section.title),
        text=section.text,
        matters=step.matters,
        unions=section.unions,
        topics=section.topics,
        url=_page_of(step),
        api_url=section_address(id_, step.protocol.anchor(section)),
    )


def _page_of(step: case_story.Step) -> str:
    anchor = step.protocol.anchor(step.section)
    return addresses.protocol_url(step.protocol.id or "", anchor=anchor, external=True)
