"""Personal data is masked, sums and years are not."""

import pytest

from kg.read.personal import mask


@pytest.mark.parametrize(
    "private",
    [
        "0191 4960000",
        "+44 20 7946 0000",
        "(020) 7946 0958",
        "020-7946-0958",
        "anna.bell@mail.example",
        "+44 (0)20 7946 0000",
    ],
)
def test_masked_at_equal_length(private: str) -> None:
    text = f"Call Anna Bell: {private}, or come."
    masked = mask(text)
    assert private not in masked
    assert len(masked) == len(text)
    assert masked.startswith("Call Anna Bell: █")
    assert masked.endswith(", or come.")


@pytest.mark.parametrize(
    "text",
    [
        "£325m",
        "in 2016/17",
        "30/08/2017 at 22:14",
        "1,200,000 people",
        "0.5 per cent",
        "2014 2015 2016 2017",
        "£0 11 22",
    ],
)
def test_figures_stay(text: str) -> None:
    assert mask(text) == text
