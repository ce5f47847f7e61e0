"""Roles: whose post a construction names, and where it names nobody."""

from __future__ import annotations

import pytest

from tests.reading import parse_text

HELD = {
    "Anna Bell is chair of Harrow Bank and Tarn Motors.": [("Anna Bell", "chair", "Harrow Bank"), ("Anna Bell", "chair", "Tarn Motors")],
    "The Liberal Democrat MP for Tarn Valley, Peter Marsh, spoke.": [("Peter Marsh", "MP", None)],
    "Harrow Council has named Anna Bell chief executive.": [("Anna Bell", "chief executive", "Harrow Council")],
    "Harrow Trust Chief Executive Anna Bell met Norvarn Chairman Peter Marsh.": [
        ("Anna Bell", "Chief Executive", "Harrow Trust"), ("Peter Marsh", "Chairman", "Norvarn"),
    ],
    "Group Chief Executive Anna Bell met Deputy Chief Executive Peter Marsh.": [
        ("Anna Bell", "Group Chief Executive", None), ("Peter Marsh", "Deputy Chief Executive", None),
    ],
    "Peter Marsh is to be replaced by Anna Bell, presently a director of the Harrow Trust.": [("Anna Bell", "director", "Harrow Trust")],
    "Scottish National Party Holyrood leader Anna Bell spoke.": [("Anna Bell", "leader", "Scottish National Party")],
    "Presumptive Republican presidential nominee Anna Bell and Tory leader Peter Marsh spoke.": [
        ("Anna Bell", "presidential nominee", "Republican"), ("Peter Marsh", "leader", "Tory"),
    ],
    "Anna Bell, who is a member of Chancellor Peter Marsh’s party, spoke.": [
        ("Anna Bell", "member", None), ("Peter Marsh", "Chancellor", None),
    ],
    "How good a prime minister Anna Bell would make is not known.": [],
    "Anna Bell was named best director. Peter Cook, the treasurer, came. Cook spoke.": [("Peter Cook", "treasurer", None)],
    "Anna Bell and Peter Marsh, who is now the chair of Harrow Bank, spoke.": [("Peter Marsh", "chair", "Harrow Bank")],
    "Anna Bell, founder of the Tarnish rights group the Harrow Centre, spoke.": [("Anna Bell", "founder", "Harrow Centre")],
    "AFL-CIO President Anna Bell met UMTW Director of Government Affairs Peter Marsh.": [
        ("Anna Bell", "President", "AFL-CIO"), ("Peter Marsh", "Director of Government Affairs", "UMTW"),
    ],
    "Harrova chief Anna Bell held talks. She said Harrova was glad. Police chief Peter Marsh was not.": [
        ("Anna Bell", "chief", "Harrova"), ("Peter Marsh", "Police chief", None),
    ],
    "They met the founder of the Harrow Trust, Anna Bell, and current Supreme Leader Ayatollah Peter Marsh.": [
        ("Anna Bell", "founder", "Harrow Trust"), ("Peter Marsh", "Supreme Leader", None), ("Peter Marsh", "Ayatollah", None),
    ],
    "Tarn Party Co-chairman Anna Bell spoke. Director of Public Prosecutions, Peter Marsh QC, agreed.": [
        ("Anna Bell", "Co-chairman", "Tarn Party"), ("Peter Marsh QC", "Director of Public Prosecutions", None),
    ],
    "Peter Marsh, who chairs the Harrow Trust, spoke.": [("Peter Marsh", "chair", "Harrow Trust")],
    "Anna Bell, an analyst at Harrow Bank, spoke.": [("Anna Bell", "analyst", "Harrow Bank")],
    "Rep. Anna Bell met singer Peter Marsh.": [("Anna Bell", "Rep.", None), ("Peter Marsh", "singer", None)],
    "The director of the Harrow Museum will be Anna Bell.": [("Anna Bell", "director", "Harrow Museum")],
    "Tarn Bank chairman Anna Bell, who succeeded Peter Marsh, spoke.": [
        ("Peter Marsh", "chairman", "Tarn Bank"), ("Anna Bell", "chairman", "Tarn Bank"),
    ],
    "Peter Marsh, who runs a clinic for the Harrow Trust, spoke.": [("Peter Marsh", "runs", "Harrow Trust")],
    "Holt West MP Anna Bell and Tarn MEP Peter Marsh spoke.": [("Anna Bell", "MP", None), ("Peter Marsh", "MEP", None)],
    "Earlier Foreign Secretary Anna Bell spoke.": [("Anna Bell", "Foreign Secretary", None)],
    "Homeland Security Secretary Anna Bell met Lieutenant governor Peter Marsh.": [
        ("Anna Bell", "Homeland Security Secretary", None), ("Peter Marsh", "Lieutenant governor", None),
    ],
    "Ariel Marsh, and the Tarnish leader, Mahmoud Bell, agreed.": [("Mahmoud Bell", "leader", None)],
    "Tarn News White House reporter Anna Bell spoke.": [("Anna Bell", "White House reporter", "Tarn News")],
    "Anna Bell, co-chairman of Tarn Industries, spoke.": [("Anna Bell", "co-chairman", "Tarn Industries")],
    "Anna Bell, film critic of the Tarn Argus, spoke.": [("Anna Bell", "film critic", "Tarn Argus")],
    "Anna Bell was an economist, and later a professor at Harrow University.": [
        ("Anna Bell", "economist", None), ("Anna Bell", "professor", "Harrow University"),
    ],
    "Peter Marsh served as chair of Harrow Bank from 1983 to 1984 and director of Tarn Motors from 1994 to 1997.": [
        ("Peter Marsh", "chair", "Harrow Bank"), ("Peter Marsh", "director", "Tarn Motors"),
    ],
    "Peter Marsh is a landlord, and the current chairman of Tarn Motors.": [
        ("Peter Marsh", "landlord", None), ("Peter Marsh", "chairman", "Tarn Motors"),
    ],
    "Peter Marsh was chairman of the board of directors of Tarn Motors.": [("Peter Marsh", "chairman", "Tarn Motors")],
    "Anna Bell served as the seventh director of the Harrow Museum.": [("Anna Bell", "director", "Harrow Museum")],
    "His younger brother Peter Marsh was the director of the Harrow Museum.": [("Peter Marsh", "director", "Harrow Museum")],
    "Peter Marsh was chair of Tarn Motors, and the director of the Harrow Museum said so.": [("Peter Marsh", "chair", "Tarn Motors")],
    "She met Anna Bell, chair of Tarn Motors, and the director of the Harrow Museum.": [("Anna Bell", "chair", "Tarn Motors")],
    "Peter Marsh is Professor Emeritus of Mathematics at Harrow University.": [
        ("Peter Marsh", "Professor Emeritus of Mathematics", "Harrow University"),
    ],
    "Anna Bell is a Professor of Applied Mathematics at the Harrow Institute of Technology.": [
        ("Anna Bell", "Professor of Applied Mathematics", "Harrow Institute of Technology"),
    ],
    "Anna Bell, VP of Sales, spoke.": [("Anna Bell", "VP of Sales", None)],
    "Anna Bell is Director for Business Development at Tarn Motors.": [
        ("Anna Bell", "Director for Business Development", "Tarn Motors"),
    ],
    "Anna Bell was appointed Commissioner of the Harrow Department of Health.": [
        ("Anna Bell", "Commissioner", "Harrow Department of Health"),
    ],
    "Anna Bell was President & CEO of Kelvane at the time.": [("Anna Bell", "President", "Kelvane"), ("Anna Bell", "CEO", "Kelvane")],
    "Anna Bell previously served as Chief Operations Officer at Tarn Motors.": [
        ("Anna Bell", "Chief Operations Officer", "Tarn Motors"),
    ],
    "Harrow Institute of Technology (HIT) professors Anna Bell and Peter Marsh wrote it.": [
        ("Anna Bell", "professor", "Harrow Institute of Technology"), ("Peter Marsh", "professor", "Harrow Institute of Technology"),
    ],
    "Tarn Motors is based in the hills, and is currently headed by director Anna Bell.": [
        ("Anna Bell", "headed", "Tarn Motors"), ("Anna Bell", "director", "Tarn Motors"),
    ],
    "Kelvane is led by chief executive officer Anna Bell.": [("Anna Bell", "chief executive officer", "Kelvane")],
    "France is led by President Anna Bell.": [("Anna Bell", "President", None)],
    "Tarn Motors is a car maker, formerly led by Anna Bell.": [("Anna Bell", "led", "Tarn Motors")],
    "Anna Bell, who co-founded Tarn Motors, spoke.": [("Anna Bell", "co-founded", "Tarn Motors")],
    "Tarn Motors was founded in 1999 by Anna Bell and Peter Marsh.": [
        ("Anna Bell", "founded", "Tarn Motors"), ("Peter Marsh", "founded", "Tarn Motors"),
    ],
    "Anna Bell founded Tarn Motors’s museum.": [],
    "A professor at the Harrow Institute, Anna Bell spoke. A director of Tarn Motors, she left.": [
        ("Anna Bell", "professor", "Harrow Institute"), ("she", "director", "Tarn Motors"),
    ],
    "Anna Bell and Peter Marsh, both directors of Tarn Motors, spoke.": [
        ("Anna Bell", "director", "Tarn Motors"), ("Peter Marsh", "director", "Tarn Motors"),
    ],
    "Anna Bell returned to Harrow Bank as a presenter.": [("Anna Bell", "presenter", "Harrow Bank")],
    "Anna Bell was promoted to director of Tarn Motors in 2001.": [("Anna Bell", "director", "Tarn Motors")],
    "Anna Bell is chair of Harrow Bank, a theatre company in Tarn, and a director of Tarn Motors.": [
        ("Anna Bell", "chair", "Harrow Bank"), ("Anna Bell", "director", "Tarn Motors"),
    ],
    "Anna Bell (born 1960 in Tarn) was not the director of Tarn Motors.": [],
    "The council’s section 151 officer, Anna Bell, spoke.": [("Anna Bell", "section 151 officer", None)],
    "She left early. A coroner, Anna Bell, ruled in May.": [("Anna Bell", "coroner", None)],
    "The chair of Harrow Bank, former Tarn Motors executive Anna Bell, spoke.": [
        ("Anna Bell", "chair", "Harrow Bank"), ("Anna Bell", "executive", "Tarn Motors"),
    ],
    "Harrow Council’s candidate, the leader of the Harrow Trust, Anna Bell, spoke.": [
        ("Anna Bell", "candidate", "Harrow Council"), ("Anna Bell", "leader", "Harrow Trust"),
    ],
    "Its Munster director, Peter Marsh, spoke.": [("Peter Marsh", "director", None)],
    "She thanked Det Con Anna Bell, of Tarn Police.": [("Anna Bell", "Det Con", "Tarn Police")],
    "Coun Anna Bell spoke.": [("Anna Bell", "Coun", None)],
    "Anna Bell, who leads the Harrow Trust’s research, spoke.": [("Anna Bell", "leads", "Harrow Trust")],
    "Anna Bell, who is leading the Harrow Trust, spoke.": [("Anna Bell", "leading", "Harrow Trust")],
    "The head of Tarn Motors resigned. Anna Bell is head of operations at Tarn Motors.": [
        ("Anna Bell", "head of operations", "Tarn Motors"),
    ],
    "“It was better,” QX chairman Anna Bell said.": [("Anna Bell", "chairman", "QX")],
    "German Labour Minister Anna Bell spoke.": [("Anna Bell", "Labour Minister", None)],
    "Anna Bell is the Labour leader and a former director of prosecutions.": [
        ("Anna Bell", "leader", "Labour"), ("Anna Bell", "director of prosecutions", None),
    ],
    "Anna Bell appointed Peter Marsh to act as special adviser.": [("Peter Marsh", "special adviser", None)],
    "Anna Bell, who runs the surgery across the river, spoke.": [("Anna Bell", "runs", None)],
    "Anna Bell, who teaches local politics at Harrow University, spoke.": [
        ("Anna Bell", "teaches local politics", "Harrow University"),
    ],
    "The Harrow Trust has apologised. Its panel, chaired by former judge Anna Bell, met.": [
        ("Anna Bell", "chair", "Its"), ("Anna Bell", "judge", None),
    ],
    "Anna Bell, head of trading at commodities broker Marsh Tarn, spoke.": [("Anna Bell", "head of trading", "Marsh Tarn")],
    "Analyst Anna Bell of the brokerage Tarn Bank spoke.": [("Anna Bell", "Analyst", "Tarn Bank")],
    "Anna Bell, chief executive of Tarnandina, spoke.": [("Anna Bell", "chief executive", "Tarnandina")],
    "Anna Bell, president of France, spoke.": [("Anna Bell", "president", None)],
    "Labour group leader Anna Bell spoke.": [("Anna Bell", "group leader", "Labour")],
    "The Victims’ Commissioner, Anna Bell, spoke.": [("Anna Bell", "Victims’ Commissioner", None)],
    "The Harrow Trust met. Peter Marsh, an adviser to the trust, spoke.": [("Peter Marsh", "adviser", "the trust")],
    "The Harrow Party met. The party chair, Anna Bell, spoke.": [("Anna Bell", "chair", "The party")],
    "Conservative peer and former party treasurer Lord Marsh spoke.": [
        ("Lord Marsh", "peer", None), ("Lord Marsh", "treasurer", None),
    ],
    "Peter Marsh, one-time chairman of Tarn Motors, spoke.": [("Peter Marsh", "chairman", "Tarn Motors")],
    "Anna Bell (58), Harrow Trust’s long-serving head of lighting, spoke.": [("Anna Bell", "head of lighting", "Harrow Trust")],
    "Peter Marsh was confirmed as permanent director of children’s services at Harrow Council.": [
        ("Peter Marsh", "permanent director of children’s services", "Harrow Council"),
    ],
    "The Harrow Trust’s humanitarian coordinator for Kenya, Anna Bell, spoke.": [
        ("Anna Bell", "humanitarian coordinator", "Harrow Trust"),
    ],
    "Both joint heads of the probation service in Wales, Anna Bell and Peter Marsh, spoke.": [
        ("Anna Bell", "joint head", None), ("Peter Marsh", "joint head", None),
    ],
    "Anna Bell is one of 12 new magistrates in Tarn.": [("Anna Bell", "magistrate", None)],
    "One of the Harrow Trust’s four deputy directors, Dr Anna Bell, left.": [("Dr Anna Bell", "deputy director", "Harrow Trust")],
    "Two members, Dr Peter Marsh and Dr Anna Bell, have left.": [("Dr Peter Marsh", "member", None), ("Dr Anna Bell", "member", None)],
    "The nine former outside directors are James Tarn, Anna Bell and Peter Marsh.": [
        ("James Tarn", "outside director", None), ("Anna Bell", "outside director", None), ("Peter Marsh", "outside director", None),
    ],
    "MPs Peter Marsh (Con) and Anna Bell (Lib Dem) want it.": [("Peter Marsh", "MP", None), ("Anna Bell", "MP", None)],
    "The deputy commissioner of police (crime), Peter Marsh, spoke.": [("Peter Marsh", "deputy commissioner of police", None)],
    "A cleaner at the embassy, Anna Bell, spoke.": [("Anna Bell", "cleaner", None)],
    "A former adviser to the World Bank on water, Dr Anna Bell, spoke.": [("Dr Anna Bell", "adviser", "World Bank")],
    "Tarn Motors is pleased to announce the appointment of Anna Bell as an independent Non-Executive Director.": [
        ("Anna Bell", "Non-Executive Director", "Tarn Motors"),
    ],
    "Kenya’s army chief General Peter Marsh spoke.": [
        ("General Peter Marsh", "army chief", None), ("General Peter Marsh", "General", None),
    ],
    "The Harrow Trust’s president Anna Bell and vice-president Peter Marsh will go.": [
        ("Anna Bell", "president", "Harrow Trust"), ("Peter Marsh", "vice-president", "Harrow Trust"),
    ],
    "Anna Bell, Peter Marsh and Jo Tarn — respectively chair, treasurer and secretary of the Harrow Trust — spoke.": [
        ("Anna Bell", "chair", "Harrow Trust"), ("Peter Marsh", "treasurer", "Harrow Trust"), ("Jo Tarn", "secretary", "Harrow Trust"),
    ],
    "Anna Bell steps up from chief operating officer to chief executive at Tarn Motors.": [
        ("Anna Bell", "chief operating officer", "Tarn Motors"), ("Anna Bell", "chief executive", "Tarn Motors"),
    ],
    "Nurse-turned-novelist Anna Bell spoke.": [("Anna Bell", "Nurse", None), ("Anna Bell", "novelist", None)],
    "Anna Bell runs a shop and used to manage the Harrow Trust.": [("Anna Bell", "manage", "Harrow Trust")],
    "Anna Bell was appointed to the post of finance director at Harrow Bank.": [("Anna Bell", "finance director", "Harrow Bank")],
    "Peter Marsh will take on the role of non-executive chairman.": [("Peter Marsh", "non-executive chairman", None)],
    "But Band Tarn founder Anna Bell spoke.": [("Anna Bell", "founder", "Band Tarn")],
    "It was Joint Council for the Welfare of Ferrymen campaigner Anna Bell who agreed.": [
        ("Anna Bell", "campaigner", "Joint Council for the Welfare of Ferrymen"),
    ],
    "Anna Bell, chief economist for the region at Harrow Bank, spoke.": [("Anna Bell", "chief economist", "Harrow Bank")],
    "Dr Anna Bell, a consultant in respiratory medicine at Harrow Royal Infirmary, spoke.": [
        ("Dr Anna Bell", "consultant in respiratory medicine", "Harrow Royal Infirmary"),
    ],
    "A year after being fired by Tarn Motors as head of design, Peter Marsh is back.": [("Peter Marsh", "head of design", "Tarn Motors")],
    "Anna Bell, who as head of parking at Harrow Council has signed fines, spoke.": [("Anna Bell", "head of parking", "Harrow Council")],
    "Anna Bell heads up patient safety at Harrow Trust.": [("Anna Bell", "heads", "Harrow Trust")],
    "Peter Marsh joined the board of Tarn Motors.": [("Peter Marsh", "board", "Tarn Motors")],
    "Harrow Housing has appointed Peter Marsh to its board.": [("Peter Marsh", "board", "its")],
    "Peter Marsh, who sits on Tarn Motors’ board, spoke.": [("Peter Marsh", "board", "Tarn Motors")],
    "The Bishop of Mersea, the Rt Rev Peter Marsh, spoke.": [("Rt Rev Peter Marsh", "Bishop", None)],
    "It names its former chairman Sir Peter Marsh, its then medical director, Dr Anna Bell, and three managers.": [
        ("Sir Peter Marsh", "chairman", None), ("Dr Anna Bell", "medical director", None),
    ],
    "Prof Anna Bell has quit as chair of the advisory committee on vaccines.": [("Prof Anna Bell", "chair", "the advisory committee")],
    "Anna Bell has been made captain of Croatia for the summer.": [("Anna Bell", "captain", "Croatia")],
    "Harrow Midstream Inc. today announced that Peter Marsh has been appointed President and Chief Executive Officer.": [
        ("Peter Marsh", "President", "Harrow Midstream Inc."), ("Peter Marsh", "Chief Executive Officer", "Harrow Midstream Inc."),
    ],
    "Harrow Coast Guard spokesman Commodore Peter Marsh spoke.": [
        ("Peter Marsh", "spokesman", "Harrow Coast Guard"), ("Peter Marsh", "Commodore", "Harrow Coast Guard"),
    ],
    "Ex-Harrow Bank boss Peter Marsh spoke.": [("Peter Marsh", "boss", "Harrow Bank")],
    "Cabinet member for adult social care, Cllr Peter Marsh, spoke.": [
        ("Cllr Peter Marsh", "Cabinet member for adult social care", None), ("Cllr Peter Marsh", "Cllr", None),
    ],
    "Acting Chief Constable Peter Marsh of Tarn Police spoke.": [("Peter Marsh", "Acting Chief Constable", "Tarn Police")],
    "Detective Sergeant Anna Bell of the Tarn Police spoke.": [("Sergeant Anna Bell", "Detective Sergeant", "Tarn Police")],
    "A spokesman for Harrow Bank and Home Affairs Commissioner Anna Bell spoke.": [("Anna Bell", "Home Affairs Commissioner", None)],
    "Ireland fly-half Peter Marsh spoke.": [("Peter Marsh", "fly-half", "Ireland")],
    "Unite general secretary Peter Marsh spoke.": [("Peter Marsh", "general secretary", "Unite")],
    "Alaska Supreme Court Justice Anna Bell met Justice Secretary Peter Marsh.": [
        ("Justice Anna Bell", "Justice", "Alaska Supreme Court"), ("Peter Marsh", "Justice Secretary", None),
    ],
}  # fmt: skip
NOBODY = (
    "Either Anna Bell or Peter Marsh will be president.",
    "Peter Marsh said he hoped to be elected party leader.",
    "Anna Bell is a great leader.",
    "Anna Bell was the first world leader to call.",
    "Anna Bell, a frequent critic of the plan, spoke.",
    "Anna Bell would never be chair of the Harrow Trust.",
    "Peter Marsh refused to become chair of the Harrow Trust.",
    "If Anna Bell becomes chair of the Harrow Trust, she will stay.",
    "The Harrow teacher association met Anna Bell.",
    "The debate was opened by the session’s mediator, Anna Bell.",
    "Peter Marsh, a speaker at the conference, asked for more.",
    "She met a minister, Anna Bell, and Peter Marsh.",
    "Dean Marsh spoke.",
    "Anna Bell wants to prevent Peter Marsh from becoming president.",
    "Harrow Bank has offered Anna Bell a room. Nobody knows who will take the job of director.",
    "The two leaders met in Tarn, Anna Bell said.",
    "Anna Bell said so. The Prime Minister’s adviser left.",
    "Anna Bell said she would never become chair.",
)


@pytest.mark.parametrize("text", HELD)
def test_a_construction_names_the_holder_and_the_body(text: str) -> None:
    roles = [r for r in parse_text(text).roles if r.holder is not None]
    found = [(r.holder.words, r.title.words, r.organisation and r.organisation.words) for r in roles if r.holder]
    assert found == HELD[text]


@pytest.mark.parametrize("text", NOBODY)
def test_what_is_denied_wished_or_supposed_names_nobody(text: str) -> None:
    assert [r for r in parse_text(text).roles if r.holder is not None] == []


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Peter Marsh has previously been chief of staff at the Harrow Trust.", "former"),
        ("Peter Marsh previously served as chair of the Harrow Trust.", "former"),
        ("Peter Marsh has been chair of the Harrow Trust for two years.", "current"),
        ("Peter Marsh will be chair of the Harrow Trust.", "incoming"),
        ("Peter Marsh, a trustee of the Harrow Trust until May, spoke.", "former"),
        ("Peter Marsh, chair of the Harrow Trust in 2012, spoke.", "former"),
        ("It was a gift of the late Peter Marsh, a bus driver.", "former"),
        ("Harrow Trust general secretary designate Peter Marsh spoke.", "incoming"),
        ("The Harrow Trust’s chairman-elect is Peter Marsh.", "incoming"),
        ("Former council leader Peter Marsh spoke.", "former"),
        ("Peter Marsh used to be chair of the Harrow Trust.", "former"),
        ("They accepted the resignation of the information minister, Peter Marsh.", "former"),
        ("Peter Marsh stepped down from the position of editor.", "former"),
        ("Peter Marsh holds the post of mayor.", "current"),
        ("Harrow Bank announced that Peter Marsh would become chair.", "incoming"),
        ("Peter Marsh is leaving the board of Tarn Motors.", "current"),
        ("Ex-Harrow Bank boss Peter Marsh spoke.", "former"),
        ("Peter Marsh was sworn in as governor on Tuesday.", "current"),
    ],
)
def test_the_verb_says_when(text: str, tense: str) -> None:
    assert [role.tense for role in parse_text(text).roles if role.holder is not None] == [tense]
