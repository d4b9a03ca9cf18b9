"""Writes wordnet-glosses.tsv.gz: the nouns that texts use most, and what they mean.

Reads the files of Debian's package wordnet-base: make-wordnet-glosses.py /usr/share/wordnet
"""

import collections
import gzip
import pathlib
import sys

MOST = 4000


def uses(directory):
    """How often each sense of a word was counted in texts."""
    counts = collections.Counter()
    for line in (directory / "cntlist.rev").read_text().splitlines():
        sense, _, count = line.split()
        counts[sense] = int(count)
    return counts


def nouns(directory):
    """The words of each synset, and its gloss without the quotations."""
    counts = uses(directory)
    for line in (directory / "data.noun").read_text().splitlines():
        if line.startswith(" "):
            continue  # the licence
        data, gloss = line.split(" | ")
        fields = data.split()
        words = fields[4 : 4 + 2 * int(fields[3], 16) : 2]
        ids = fields[5 : 5 + 2 * int(fields[3], 16) : 2]
        used = sum(
            counts[f"{word.lower()}%1:{fields[1]}:{int(i, 16):02}::"] for word, i in zip(words, ids)
        )
        yield used, ", ".join(words).replace("_", " "), gloss.split('; "')[0].strip()


def main():
    directory = pathlib.Path(sys.argv[1])
    most = sorted(nouns(directory), key=lambda noun: -noun[0])[:MOST]
    lines = "".join(f"{words}\t{gloss}\n" for _, words, gloss in most)
    target = pathlib.Path(__file__).with_name("wordnet-glosses.tsv.gz")
    target.write_bytes(gzip.compress(lines.encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
