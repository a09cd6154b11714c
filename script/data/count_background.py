"""Counts how usual characters and pairs of characters are in public texts.

usage: count_background.py FOLDER OUT.txt     FOLDER: Markdown files of statutes, searched in depth

A sentence is what stands between 。 ； and line ends, six characters or more; the same sentence counts once. For every
Chinese character and every pair of neighbours: in how many sentences. Pairs of fewer than ten sentences are left out.
Kept as a step: the share of sentences is about 2^(-step/2), written as a letter, A for 0.
"""
import collections, glob, math, os, re, sys

folder, out = sys.argv[1:3]
sentences = set()
for path in glob.glob(os.path.join(folder, "**", "*.md"), recursive=True):
    for piece in re.split("[。；;\n]", open(path, encoding="utf-8").read()):
        piece = piece.strip()
        if len(piece) >= 6:
            sentences.add(piece)
singles, pairs = collections.Counter(), collections.Counter()
chinese = lambda c: "\u4e00" <= c <= "\u9fff"
for text in sentences:
    singles.update({c for c in text if chinese(c)})
    pairs.update({a + b for a, b in zip(text, text[1:]) if chinese(a) and chinese(b)})
letter = lambda count: chr(65 + min(25, round(-2 * math.log2(count / len(sentences)))))
with open(out, "w", encoding="utf-8") as file:
    file.write(f"# {len(sentences)} sentences of public statutes; see count_background.py\n")
    file.write(". " + "".join(c + letter(n) for c, n in sorted(singles.items()) if n >= 10) + "\n")
    heads = collections.defaultdict(list)
    for pair, count in sorted(pairs.items()):
        if count >= 10:
            heads[pair[0]].append(pair[1] + letter(count))
    for head, tails in sorted(heads.items()):
        file.write(head + " " + "".join(tails) + "\n")
