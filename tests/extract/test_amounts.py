"""Ways of writing a sum, and words that are none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg.extract._amounts import AmountError, dollar_of, parse_amount, sums_in

WRITTEN = [
    ("£325m", 325_000_000, "GBP"),
    ("£1.2 billion", 1_200_000_000, "GBP"),
    ("£16million", 16_000_000, "GBP"),
    ("£22k", 22_000, "GBP"),
    ("£450,000", 450_000, "GBP"),
    ("half a billion pounds", 500_000_000, "GBP"),
    ("one and a half million pounds", 1_500_000, "GBP"),
    ("a million and a half pounds", 1_500_000, "GBP"),
    ("a quarter of a billion pounds", 250_000_000, "GBP"),
    ("two hundred and fifty thousand pounds", 250_000, "GBP"),
    ("1.2 billion pounds", 1_200_000_000, "GBP"),
    ("€3.4bn", 3_400_000_000, "EUR"),
    ("10m euros", 10_000_000, "EUR"),
    ("₹50 lakh", 5_000_000, "INR"),
    ("Rs 4.75 crore", 47_500_000, "INR"),
    ("1,00,000 rupees", 100_000, "INR"),
    ("US$5m", 5_000_000, "USD"),
    ("A$4m", 4_000_000, "AUD"),
    ("HK$5.4m", 5_400_000, "HKD"),
    ("$7.8-million", 7_800_000, "USD"),
    ("EUR50m", 50_000_000, "EUR"),
    ("1,200€", 1_200, "EUR"),
    ("333.6 million yen", 333_600_000, "JPY"),
    ("59.2 trillion rupiah", 59_200_000_000_000, "IDR"),
    ("Sh800 million", 800_000_000, "KES"),
    ("Shs45 billion", 45_000_000_000, "UGX"),
    ("R58 billion", 58_000_000_000, "ZAR"),
    ("2.1 billion crown", 2_100_000_000, "SEK"),
    ("7.4 billion crowns", 7_400_000_000, "SEK"),
]


@pytest.mark.parametrize(("words", "stated", "currency"), WRITTEN)
def test_a_sum_is_worth_what_it_says(words: str, stated: int, currency: str) -> None:
    amount = parse_amount(words)
    assert (amount.stated, amount.currency, amount.low, amount.high) == (stated, currency, stated, stated)


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("savings of £8-10m now", "£8-10m", 8_000_000, 10_000_000),
        ("put at between £9m and £12m", "between £9m and £12m", 9_000_000, 12_000_000),
        ("from $10 to $15 billion", "$10 to $15 billion", 10**10, 15 * 10**9),
        ("up to £30m in cash", "£30m", None, 30_000_000),
        ("at least £600m", "£600m", 600_000_000, None),
    ],
)
def test_a_range_keeps_both_ends(text: str, words: str, low: int | None, high: int | None) -> None:
    (found,) = sums_in(text)
    assert text[found.start : found.end] == words
    assert (found.amount.low, found.amount.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cut its grant from £410,000 to £150,000", ["£410,000", "£150,000"]),
        ("oil fell $2.86 to $41.32", ["$2.86", "$41.32"]),
        ("£5m and £6m", ["£5m", "£6m"]),
        ("1.4bn euros (£960m; $1.85bn)", ["1.4bn euros", "£960m", "$1.85bn"]),
    ],
)
def test_two_sums_are_not_a_range(text: str, words: list[str]) -> None:
    assert [text[item.start : item.end] for item in sums_in(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "lost 20 pounds in weight",
        "a 720p screen",
        "the last 3 won easily",
        "5 per cent",
        "a multi-million pound deal",
        "match it pound for pound",
        "half a million people",
    ],
)
def test_no_sum(text: str) -> None:
    assert sums_in(text) == []


def test_pence_are_hundredths() -> None:
    assert [item.value for item in sums_in("rose by 50p to £4.60")] == [Decimal("0.5"), Decimal("4.60")]


def test_a_year_is_noticed() -> None:
    assert parse_amount("£5m").is_per_year is False
    assert sums_in("£5m a year for three years")[0].amount.is_per_year is True


def test_words_without_a_sum_are_refused() -> None:
    with pytest.raises(AmountError, match="not one sum"):
        parse_amount("plenty of money")


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("The Alberta government said Ottawa owed it $5m.", "CAD"),
        ("Canberra was told in Washington, and New York, that the US wants $5m.", "USD"),
        ("Ottawa and Toronto and Ontario will pay C$5m ($4m).", "USD"),
        ("It cost $5m.", "USD"),
    ],
)
def test_whose_dollars(text: str, currency: str) -> None:
    assert dollar_of(text) == currency


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Karachi’s mayor said the province gave Rs 85 billion", "PKR"),
        ("The school in Kathmandu got 30,000 rupees", "NPR"),
        ("The school got 30,000 rupees", "INR"),
        ("Tanzania’s parliament voted Sh5 million", "TZS"),
        ("Prague and Brno share 40 million crowns; Stockholm looks on", "CZK"),
        ("Oslo gave 150 million kroner", "NOK"),
        ("The Chilean government offered 20 million pesos", "CLP"),
    ],
)
def test_a_name_that_many_countries_use_is_that_of_the_country_spoken_of(text: str, currency: str) -> None:
    assert [found.amount.currency for found in sums_in(text)] == [currency]


@pytest.mark.parametrize("text", ["The R2 unit took the R4 road", "The Crown paid, and 20 crowns were worn", "Shy 5"])
def test_letters_beside_a_number_are_no_currency(text: str) -> None:
    assert sums_in(text) == []
