"""The best peer for duty overlap beside the product: TF-IDF over characters, with sparse_dot_topn.

usage: overlap.py DUTIES.tsv     a line a statement: the number of its matter, a tab, the text (sanding-bench --duties)

Pairs and threes of neighbouring characters, the ten nearest of each statement, a cosine of 0.6 or more; two threads.
"""
import sys
import time

from sklearn.feature_extraction.text import TfidfVectorizer
from sparse_dot_topn import sp_matmul_topn

with open(sys.argv[1], encoding="utf-8") as file:
    rows = [line.rstrip("\n").split("\t", 1) for line in file]
groups = [int(row[0]) for row in rows]
texts = [row[1] for row in rows]
sizes = {}
for group in groups:
    sizes[group] = sizes.get(group, 0) + 1
planted = sum(size * (size - 1) // 2 for size in sizes.values())

start = time.perf_counter()
vectors = TfidfVectorizer(analyzer="char", ngram_range=(2, 3), sublinear_tf=True, dtype="float32").fit_transform(texts)
near = sp_matmul_topn(vectors, vectors.T.tocsr(), top_n=11, threshold=0.6, n_threads=2, sort=True).tocoo()
pairs = {(min(a, b), max(a, b)) for a, b in zip(near.row.tolist(), near.col.tolist()) if a != b}
seconds = time.perf_counter() - start
found = sum(groups[a] == groups[b] for a, b in pairs)
print(
    f"peer: overlap of {len(texts)} statements, TF-IDF with sparse_dot_topn (2 threads, {len(pairs)} pairs, "
    f"{found} of {planted} planted, recall {found / max(1, planted):.3f}): {seconds * 1000:.0f} ms, 1 run"
)
