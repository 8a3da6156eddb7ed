"""What sentences with a finding are like, learned from the annotated passages worked on: `make likeness`.

One logistic regression a category, over the words and pairs of words of a sentence, with a penalty on the square of the
weights. Small weights are left out. The part `held-out` is not read. Needs SciPy, which comes with `sbp[audit]`.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit

sys.path.insert(0, str(Path(__file__).parents[1]))
from gold.measure import part

from sbp.gates.likeness import grams, path, stretches
from sbp.passage import Passage
from sbp.passage.pieces import pieces
from sbp.rule import CATEGORIES
from sbp.rules import load_rules

STRENGTH: Final = 20.0
"""How much the sentences weigh against the penalty."""
SMALLEST: Final = 0.5
"""Weights nearer to nothing than this are left out."""
PASSAGE_LEVEL: Final = "lang.deficit_only"
"""What a whole passage lacks cannot be seen in one sentence."""

PROVEN: Final = (2, 0.8)
"""Words are proven that were marked in so many passages, and in such a share of those they stood in."""

Marked = tuple[set[str], set[str]]
"""The grams of a sentence, and the categories marked in it."""


def passages() -> Iterator[Marked]:
    """Every sentence of the passages worked on."""
    for annotated in part("tune"):
        passage = Passage(annotated.text)
        for start, end in passage.sentence_spans:
            opening, closing = passage.place(start, end)
            marked = {span.category for span in annotated.spans if span.start < closing and opening < span.end}
            yield grams(pieces(passage.plain.lower[start:end])), marked


def proven() -> dict[str, list[str]]:
    """The shortest stretches of words that were marked nearly wherever they stood, by category."""
    stood: Counter[str] = Counter()
    marked: dict[str, Counter[str]] = {category: Counter() for category in CATEGORIES}
    for annotated in part("tune"):
        text, spans = annotated.text, annotated.spans
        stood.update(stretches(pieces(Passage(text).plain.lower)))
        for category in {span.category for span in spans}:
            quotes = [text[span.start : span.end].lower() for span in spans if span.category == category]
            marked[category].update(set().union(*(stretches(pieces(quote)) for quote in quotes)))
    least, share = PROVEN
    sure = {
        category: {words for words, often in counts.items() if often >= least and often >= share * stood[words]}
        for category, counts in marked.items()
    }
    return {
        category: sorted(words for words in known if not (stretches(words.split()) - {words}) & known)
        for category, known in sure.items()
    }


def examples() -> Iterator[Marked]:
    """Every sentence of the rules' own examples; the brackets show what is marked."""
    for rule in load_rules().rules:
        if rule.category in CATEGORIES:
            for example in rule.flagged:
                yield grams(pieces(example.text.lower().replace("[", "").replace("]", ""))), {rule.category}
            for example in rule.clean:
                yield grams(pieces(example.text.lower())), set()


def fitted(marked: list[Marked], category: str, vocabulary: dict[str, int]) -> tuple[float, np.ndarray]:
    """The bias and the weights that make a category likeliest where it was marked."""
    rows, columns, values = [], [], []
    for number, (found, _) in enumerate(marked):
        for gram in found & vocabulary.keys():
            rows.append(number)
            columns.append(vocabulary[gram])
            values.append(1 / np.sqrt(len(found)))
    table = csr_matrix((values, (rows, columns)), shape=(len(marked), len(vocabulary)))
    sign = np.array([1.0 if category in categories else -1.0 for _, categories in marked])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (table @ weights[1:] + weights[0])
        pull = -STRENGTH * sign * expit(-margin)
        slope = np.concatenate([[pull.sum() + weights[0]], table.T @ pull + weights[1:]])
        return STRENGTH * np.logaddexp(0, -margin).sum() + weights @ weights / 2, slope

    best = minimize(loss, np.zeros(len(vocabulary) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 1000}).x
    return float(best[0]), best[1:]


def main() -> None:
    """Learn, and write the file that the gate reads."""
    marked = [*passages(), *examples()]
    counts = Counter(gram for found, _ in marked for gram in found)
    vocabulary = {gram: number for number, gram in enumerate(sorted(gram for gram in counts if counts[gram] > 1))}
    learned, sure = {}, proven()
    for category in sorted(set(CATEGORIES) - {PASSAGE_LEVEL}):
        bias, weights = fitted(marked, category, vocabulary)
        kept = {gram: round(float(weights[at]), 1) for gram, at in vocabulary.items() if abs(weights[at]) >= SMALLEST}
        learned[category] = {"bias": round(bias, 2), "weights": kept, "proven": sure[category]}
    about = f"Learned from {len(marked):,} sentences of tests/gold and of the rules' examples by `make likeness`."
    path().write_text(json.dumps({"about": about, "categories": learned}, ensure_ascii=False) + "\n", encoding="utf-8")
    print(about, f"{sum(len(entry['weights']) for entry in learned.values()):,} weights.")


if __name__ == "__main__":
    main()
