"""The reader understands Swedish, not what one writer writes: sentences whose meaning was written by hand."""

from __future__ import annotations

import pytest

from tests.prose.corpus import Sentence, corpus


@pytest.mark.parametrize("sentence", corpus(), ids=lambda sentence: sentence.text[:60])
def test_a_sentence_means_what_it_says(sentence: Sentence) -> None:
    assert sentence.is_read_as_it_should()


def test_there_are_enough_and_all_kinds() -> None:
    assert len(corpus()) >= 60
    assert {one.kind for one in corpus()} == {"villkor", "utfall", "nämnare", "ställs", "antas", "döljs", "nivåer"}
