"""English is read; what is in another language is left out, and the report says in which."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import LanguageError
from kg.model import Document, Piece
from kg.pipeline import look
from kg.read import read_document
from kg.read.language import foreign

ENGLISH = (
    "The council decided on Tuesday to repair the old pool at a cost of £3.2m. “We will open in May,” said Anna Bell, its leader.",
    "The work had been put off for years, and it is not yet clear who will pay for it in the end. The club of swimmers was glad.",
    "The leader of the opposition did not say whether he would vote for the plan, which was drawn up in the spring of last year.",
)
SCHOOL = (
    "The school is to have a new roof, and the children will be taught in the church hall until it is done, the county said on Friday.",
    "Its head, Moira Standing, said that the old roof had leaked for years and that buckets stood in every one of the classrooms.",
    "The work will cost £250,000, of which the diocese pays a half, and it should be finished before the end of the summer.",
)
OTHERS = {
    "German": (
        "Der Rat hat am Dienstag beschlossen, das alte Freibad für 3,2 Millionen Euro zu sanieren. „Wir öffnen im Mai“, sagte Anna Glock.",
        "Die Arbeiten waren jahrelang verschoben worden, und noch ist nicht klar, wer am Ende dafür zahlen wird. Der Verein war froh.",
        "Die Opposition sagte nicht, ob sie für den Plan stimmen wird, der im Frühjahr des vorigen Jahres gezeichnet worden war.",
    ),
    "French": (
        "Le conseil a décidé mardi de rénover l'ancienne piscine pour 3,2 millions d'euros. « Nous ouvrirons en mai », a dit Anne Laforge.",
        "Les travaux avaient été repoussés pendant des années et on ne sait pas encore qui paiera à la fin. Le club en est content.",
        "L'opposition n'a pas dit si elle voterait pour le projet, qui avait été dessiné au printemps de l'année précédente.",
    ),
    "Russian": (
        "Во вторник совет решил отремонтировать старый бассейн за три миллиона. «Мы откроемся в мае», — сказала Анна Белова.",
        "Работы откладывались много лет, и до сих пор неясно, кто в конце концов за них заплатит. Клуб пловцов был рад решению.",
        "Оппозиция не сказала, будет ли она голосовать за план, который был составлен весной прошлого года.",
    ),
    "Chinese": (
        "市议会星期二决定花费三百二十万元修缮旧游泳池。市长说：“我们五月开放。”工程多年来一再推迟，目前还不清楚最终由谁来支付费用。",
        "游泳协会对这一决定表示欢迎。反对派批评费用过高，并要求提出一个新的计划，把城北的体育馆也考虑进去。",
    ),
}
TEAM = "\n".join(
    f"Luca Bonetti, Marco di Stefani, Jürgen Kloß, Ana Campos de la Cruz, Pierre Lafôret {n}" for n in range(9)
)
RESULTS = "GIRLS\n\n" + "\n".join(f"Nordhaven d. Saltmere {n}-44\n\nBessel 14 22 10 24 – 70" for n in range(40, 60))


def text(*paragraphs: str, title: str = "Pool to reopen") -> str:
    return "\n\n".join([title, *paragraphs]) + "\n"


def page(*stories: tuple[str, ...]) -> str:
    told = (f"<article><h1>{s[0][:30]}</h1>{''.join(f'<p>{p}</p>' for p in s)}</article>" for s in stories)
    return f"<html><body>{''.join(told)}</body></html>"


def read(words: str, path: str = "a.txt") -> Document:
    return read_document(Piece(path, words.encode()), name="a")


def is_cut(document: Document, words: str) -> bool:
    at = document.text.index(words)
    return any(cut.start <= at < cut.end for article in document.articles for cut in article.cut)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("path", ["a.txt", "a.html"])
def test_another_language_is_named(language: str, path: str) -> None:
    words = page(OTHERS[language]) if path == "a.html" else text(*OTHERS[language], title=OTHERS[language][0][:40])
    with pytest.raises(LanguageError, match=rf"{path}: it looks {language}; only English is read"):
        read(words, path)


def test_it_is_left_out_on_purpose_and_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "de.txt").write_text(text(*OTHERS["German"]), encoding="utf-8")
    (tmp_path / "en.txt").write_text(text(*ENGLISH), encoding="utf-8")
    documents, left_out = look([tmp_path])
    assert [document.path for document in documents] == ["en.txt"]
    ((path, failed),) = [(item.path, item.failed) for item in left_out]
    assert (path, failed) == ("de.txt", False)


@pytest.mark.parametrize(
    "words",
    [
        text(*ENGLISH),
        text(*ENGLISH).upper(),
        text(*ENGLISH, TEAM),
        TEAM,
        TEAM.upper(),
        RESULTS,
        "Pool to reopen. " * 3,
        f"{ENGLISH[0]} „Wir öffnen im Mai, und wir zahlen auch dafür“, she said in German. {ENGLISH[1]}",
        "He wrote Il punto di vista (2008) and edited La storia di una vicenda (with M. Bonetti 2003) for the house in Rome.",
        "The name is also written as Ağasti (Tamil: அகத்தியர்; Telugu: అగస్త్య; Kannada: ಅಗಸ್ತ್ಯ) in the old books of the place.",
        "Der Rat zahlt.",
        "",
        "1 2 3 4 5 – 6",
    ],
)
def test_english_names_and_short_texts_are_never_taken_for_another_language(words: str) -> None:
    assert foreign(words) is None


def test_of_several_articles_only_those_in_other_languages_are_left_out() -> None:
    document = read(page(ENGLISH, OTHERS["German"], SCHOOL, OTHERS["French"]), "a.html")
    assert [article.index for article in document.articles] == [0, 1]
    assert all(document.text[a.body.start : a.body.end].startswith("The ") for a in document.articles)
    assert "2 of 4 articles are not read: they look German and French" in document.notes


def test_a_paragraph_in_another_language_is_cut_out_of_an_english_article() -> None:
    document = read(text(ENGLISH[0], OTHERS["German"][1], *ENGLISH[1:]))
    assert document.notes == ("1 paragraph is not read: it looks German",)
    assert is_cut(document, OTHERS["German"][1])
    assert not any(is_cut(document, paragraph) for paragraph in ENGLISH)


def test_headings_between_paragraphs_in_another_language_are_cut_with_them_and_english_ones_are_not() -> None:
    heading, names = "La mairie va rénover la piscine", "Anna Bell, Zoe Lark"
    document = read(text(ENGLISH[0], OTHERS["French"][0], heading, OTHERS["French"][1], names, *ENGLISH[1:]))
    assert is_cut(document, heading)
    assert not is_cut(document, names)
    assert not any(is_cut(document, paragraph) for paragraph in ENGLISH)


def test_of_an_article_in_two_languages_the_english_half_is_read() -> None:
    document = read(text(*OTHERS["French"], *ENGLISH))
    assert all(is_cut(document, paragraph) for paragraph in OTHERS["French"])
    assert not any(is_cut(document, paragraph) for paragraph in ENGLISH)


def test_the_model_is_loaded_only_for_what_may_not_be_english() -> None:
    code = "import sys; from kg.read.language import foreign; foreign(sys.argv[1]); print('py3langid' in sys.modules)"
    for words, loads in ((text(*ENGLISH), "False"), (text(*OTHERS["German"]), "True")):
        done = subprocess.run([sys.executable, "-c", code, words], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == loads
