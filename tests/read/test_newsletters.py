"""Newsletters in markup: what is told in full is an article; teasers, pleas, addresses and what nobody is shown are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Document
from kg.pipeline import build, look
from tests.read.newsletters import WEEKLY, frame, letter, mailed, story, teaser
from tests.read.test_articles import PARAGRAPHS, TITLE, body_of

OTHER = "School roof is mended at last with the money of a raffle"
ROOF = (
    "The roof of the school in Mill Lane is mended, eleven years after the first pupil put a bucket below it.",
    "Parents sold tickets for a pig, a cake and a week by the sea, and the raffle made £40,000 in a single month.",
    "“We asked the county for years,” said Lena Ortiz, the head of the school. “In the end we asked our neighbours.”",
    "The county said that it will pay for the gutters, which are to be put up before the winter begins.",
)
TEASERS = [
    teaser(
        "Bus fares to rise by a tenth in June", "The county says that fuel costs leave it no choice. Nobody is amused."
    ),
    teaser(
        "Library wins a prize for its roof garden", "Judges praised the bees, the beans and those who look after both."
    ),
    teaser("Mayor to open new bridge on Sunday", "The old one was closed after a lorry hit it. The bridge cost £2m."),
    teaser("What to do this weekend", "From a jumble sale to a jazz night: our pick of the best, and of the rest."),
]
BRIEF = "Too short.\n\nView it in your browser: https://track.post.example/v\n"
TOLD = [
    *story(TITLE, PARAGRAPHS, "By Tom Ashby, Health Correspondent"),
    *story(OTHER, ROOF, "By Lena Ortiz | 2 May 2019"),
    "<b>Also this week</b>",
    *TEASERS,
]


def read(folder: Path, *mails: bytes) -> tuple[list[Document], list[str]]:
    for number, data in enumerate(mails):
        (folder / f"{number}.eml").write_bytes(data)
    documents, left_out = look([folder])
    return list(documents), [item.why for item in left_out]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
@pytest.mark.parametrize("cte", ["quoted-printable", "base64"])
def test_stories_told_in_full_are_articles_and_the_rest_is_none(tmp_path: Path, charset: str, cte: str) -> None:
    made = mailed(frame(TOLD, charset), BRIEF, subject="The week in Thornley", charset=charset, cte=cte)
    documents, left_out = read(tmp_path, made.as_bytes())
    assert left_out == []
    (document,) = documents
    known = [(found.title, found.author, found.published, found.publisher) for found in document.articles]
    assert known == [
        (TITLE, "Tom Ashby", "2019-05-03", "Thornley Weekly"),
        (OTHER, "Lena Ortiz", "2019-05-03", "Thornley Weekly"),
    ]
    assert [body_of(document, n) for n in (0, 1)] == [" ".join(PARAGRAPHS), " ".join(ROOF)]
    assert "breakfast" not in document.text, "the preheader is shown to nobody"
    assert "Too short" not in document.text


def test_one_story_above_teasers_ends_where_they_begin(tmp_path: Path) -> None:
    made = mailed(frame([*story(TITLE, PARAGRAPHS), "<h3>More news</h3>", *TEASERS]), subject="The week in Thornley")
    ((document,), left_out) = read(tmp_path, made.as_bytes())
    assert left_out == []
    assert body_of(document) == " ".join(PARAGRAPHS)


def test_teasers_without_a_link_to_the_rest_are_told_by_standing_in_a_row(tmp_path: Path) -> None:
    bare = [words.replace("Read more &raquo;", "") for words in TEASERS]
    made = mailed(frame([*story(TITLE, PARAGRAPHS), *bare]), subject="The week in Thornley")
    ((document,), _) = read(tmp_path, made.as_bytes())
    assert body_of(document) == " ".join(PARAGRAPHS)


def test_a_newsletter_of_teasers_alone_holds_no_article(tmp_path: Path) -> None:
    hello = "<h1>Good morning</h1><p>Here is what we are reading today.</p>"
    documents, left_out = read(tmp_path, mailed(frame([hello, *TEASERS]), subject="Your daily briefing").as_bytes())
    assert documents == []
    assert [why.split("; ")[0] for why in left_out] == ["0.eml: no article found"]


def test_a_letter_is_one_article_without_its_pleas(tmp_path: Path) -> None:
    made = mailed(
        letter(TITLE, PARAGRAPHS, "Tom Ashby"), subject=TITLE, sender="Tom Ashby from Thornley Notes <t@n.example>"
    )
    ((document,), _) = read(tmp_path, made.as_bytes())
    found = document.articles[0]
    assert (found.title, found.author, found.publisher) == (TITLE, "Tom Ashby", "Thornley Notes")
    assert body_of(document) == "What was said in the hall, and what was not " + " ".join(PARAGRAPHS)


def test_a_related_story_inside_an_article_parts_it_not(tmp_path: Path) -> None:
    first, *rest = PARAGRAPHS
    related = '<h2><a href="x">Care home owner quits after a row over fees</a></h2>'
    page = (
        f"<html><body><h1>{TITLE}</h1><p>By Tom Ashby</p><div><p>{first}</p><p>{ROOF[0]}</p><p>{ROOF[1]}</p>{related}"
    )
    page += "".join(f"<p>{words}</p>" for words in rest) + "</div></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    documents, _ = look([tmp_path])
    assert [found.title for found in documents[0].articles] == [TITLE]


def test_a_build_of_newsletters_quotes_only_what_was_told_in_full(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    made = mailed(frame(TOLD, "windows-1252"), BRIEF, subject="The week", sender=WEEKLY, charset="windows-1252")
    (tmp_path / "in" / "week.eml").write_bytes(made.as_bytes())
    build([tmp_path / "in"], tmp_path / "out")
    said = (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert "Lena Ortiz" in said
    assert "We asked the county for years" in said
    assert "Mayor" not in said
    assert "breakfast" not in said


def written(markup: str, subject: str) -> bytes:
    """A mail from one person to another, in markup."""
    made = mailed(
        f"<html><body>{markup}</body></html>", "see the other part", subject=subject, sender="Tom Ashby <t@n.example>"
    )
    del made["List-Unsubscribe"]
    return made.as_bytes()


HEAD = ("Lena Ortiz &lt;lena@s.example&gt;", "2 May 2019 10:00", OTHER)
OUTLOOK = "<p><b>From:</b> {}<br><b>Sent:</b> {}<br><b>To:</b> Tom Ashby<br><b>Subject:</b> {}</p>".format(*HEAD)
APPLE = "<div><b>From: </b>{}</div><div><b>Date: </b>{}</div><div><b>Subject: </b>{}</div><div><b>To: </b>Tom Ashby</div>".format(
    *HEAD
)
OWN, OLD = ("".join(f"<p>{words}</p>" for words in text) for text in (PARAGRAPHS, ROOF))


@pytest.mark.parametrize(
    "quoted",
    [
        f"<div>On Thu, 2 May 2019 at 10:00, {HEAD[0]} wrote:<br></div><blockquote>{OLD}</blockquote>",
        f"<div>{OUTLOOK}</div>{OLD}",
        f"<div>-----Original Message-----<br></div>{OUTLOOK}{OLD}",
    ],
)
def test_mail_that_is_quoted_in_markup_is_no_part_of_the_answer(tmp_path: Path, quoted: str) -> None:
    ((document,), _) = read(tmp_path, written(f"<div>{OWN}</div>{quoted}", f"Re: {TITLE}"))
    assert body_of(document) == " ".join(PARAGRAPHS)
    assert "raffle" not in document.text
    assert any("quoted mail" in note for note in document.notes)


@pytest.mark.parametrize(
    "passed_on",
    [
        f"FYI<br><div>---------- Forwarded message ---------<br>From: {HEAD[0]}<br>Date: {HEAD[1]}<br>Subject: {OTHER}<br></div>{OLD}",
        f'<div>FYI</div><blockquote type="cite"><div>Begin forwarded message:</div>{APPLE}<div>{OLD}</div></blockquote>',
        f"<p>FYI</p><div>{OUTLOOK}</div>{OLD}",
    ],
)
def test_mail_that_is_passed_on_in_markup_is_read_under_its_own_head(tmp_path: Path, passed_on: str) -> None:
    ((document,), _) = read(tmp_path, written(passed_on, f"Fwd: {OTHER}"))
    found = document.articles[0]
    assert (found.title, found.published, found.author) == (OTHER, "2019-05-02", "Lena Ortiz")
    assert body_of(document) == " ".join(ROOF)


def test_a_quotation_in_a_letter_is_no_quoted_mail(tmp_path: Path) -> None:
    markup = f"<p>{PARAGRAPHS[0]}</p><blockquote><p>{PARAGRAPHS[1]}</p></blockquote><p>{PARAGRAPHS[2]}</p>"
    ((document,), _) = read(tmp_path, written(markup, TITLE))
    assert body_of(document) == " ".join(PARAGRAPHS[:3])
    assert document.notes == ()
