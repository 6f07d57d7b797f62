#!/usr/bin/env python3
"""Trains the table of word vectors that Lectern looks for beside its program (words.table).

usage: train_word_vectors.py --corpus mlanthology.jsonl.gz --model all-MiniLM-L6-v2 --out words.table
         [--exclude texts.jsonl[.gz] …] [--words 30000] [--dimensions 256] [--steps 900] [--batch 512] [--seed 7]

The corpus is one JSON object a line with title, abstract and author_slugs. Texts whose titles are found in an --exclude file
take no part, so that a benchmark stays unseen. Needs numpy only, one core and about 15 minutes. Method: docs/expertise.md.
"""
import argparse, collections, gzip, json, math, os, re, struct, sys, time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import numpy as np


def lines(path):
    with (gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")) as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def words(text):
    """What Tokenizer.swift makes of Latin text: runs of letters and digits, two or more of them."""
    return [word for word in re.findall(r"[^\W_]+", text.lower()) if 2 <= len(word) <= 64]


def text_of(paper):
    return f"{paper.get('title') or ''} {paper.get('abstract') or ''}"


def title_key(paper):
    return " ".join(words(paper.get("title") or ""))


# The encoder, for first guesses at what words mean.


def safetensors(path):
    with open(path, "rb") as file:
        blob = file.read()
    size = struct.unpack("<Q", blob[:8])[0]
    tensors = {}
    for name, entry in json.loads(blob[8 : 8 + size]).items():
        if entry.get("dtype") == "F32":
            start, end = entry["data_offsets"]
            tensors[name] = np.frombuffer(blob[8 + size + start : 8 + size + end], np.float32).reshape(entry["shape"])
    return tensors


def pieces(word, vocabulary):
    """WordPiece: greedily the longest known beginning."""
    found, start = [], 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = ("##" if start else "") + word[start:end]
            if piece in vocabulary:
                found.append(vocabulary[piece])
                break
        else:
            return [vocabulary["[UNK]"]]
        start = end
    return found


def gelu(x):
    # Abramowitz and Stegun 7.1.26 for erf; numpy has none.
    z = np.abs(x) / math.sqrt(2)
    t = 1 / (1 + 0.3275911 * z)
    erf = 1 - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * np.exp(-z * z)
    return x * 0.5 * (1 + np.sign(x) * erf)


def layer_norm(x, tensors, name):
    mean = x.mean(-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) / np.sqrt(variance + 1e-12) * tensors[name + ".weight"] + tensors[name + ".bias"]


def encode(ids, tensors, heads=12):
    """Mean-pooled sentence vectors of token ids, texts × tokens, all of one length."""
    count, length = ids.shape
    embed = "embeddings.{}_embeddings.weight".format
    x = tensors[embed("word")][ids] + tensors[embed("position")][:length] + tensors[embed("token_type")][0]
    x = layer_norm(x, tensors, "embeddings.LayerNorm")
    layer = 0
    while f"encoder.layer.{layer}.output.dense.weight" in tensors:
        prefix = f"encoder.layer.{layer}."
        linear = lambda name, y: y @ tensors[prefix + name + ".weight"].T + tensors[prefix + name + ".bias"]
        split = lambda y: y.reshape(count, length, heads, -1).transpose(0, 2, 1, 3)
        query, key, value = (split(linear(f"attention.self.{name}", x)) for name in ("query", "key", "value"))
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(math.sqrt(query.shape[-1]))
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (scores / scores.sum(-1, keepdims=True)) @ value
        mixed = mixed.transpose(0, 2, 1, 3).reshape(count, length, -1)
        x = layer_norm(linear("attention.output.dense", mixed) + x, tensors, prefix + "attention.output.LayerNorm")
        x = layer_norm(linear("output.dense", gelu(linear("intermediate.dense", x))) + x, tensors, prefix + "output.LayerNorm")
        layer += 1
    return x.mean(1)


def first_vectors(vocabulary, model, dimensions):
    """Each word encoded alone, on the principal components."""
    tensors = safetensors(f"{model}/model.safetensors")
    with open(f"{model}/vocab.txt", encoding="utf-8") as file:
        known = {line.rstrip("\n"): place for place, line in enumerate(file)}
    by_length = collections.defaultdict(list)
    for place, word in enumerate(vocabulary):
        ids = [known["[CLS]"], *pieces(word, known), known["[SEP]"]]
        by_length[len(ids)].append((place, ids))
    vectors = np.zeros((len(vocabulary), 384), np.float32)
    for group in by_length.values():
        for start in range(0, len(group), 256):
            part = group[start : start + 256]
            vectors[[place for place, _ in part]] = encode(np.array([ids for _, ids in part]), tensors)
    vectors -= vectors.mean(0)
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    vectors = vectors @ axes[:, ::-1][:, :dimensions].astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


# Training: the papers of one author are near each other, those of different authors are not.


class Bags:
    """Texts as places in the vocabulary with weights 1 + ln count, one after the other."""

    def __init__(self, counts):
        self.starts = np.cumsum([0] + [len(bag) for bag in counts])
        self.places = np.concatenate([np.fromiter(bag.keys(), np.int32, len(bag)) for bag in counts])
        self.weights = 1 + np.log(np.concatenate([np.fromiter(bag.values(), np.float32, len(bag)) for bag in counts]))

    def take(self, texts):
        lengths = self.starts[texts + 1] - self.starts[texts]
        offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        index = np.repeat(self.starts[texts] - offsets, lengths) + np.arange(lengths.sum())
        return self.places[index], self.weights[index], offsets, np.repeat(np.arange(len(texts)), lengths)


def contrast(left, right, conflict, temperature):
    """InfoNCE in both directions; gradients of the mean loss. Pairs that share an author are no negatives of each other."""
    logits = left @ right.T / temperature
    logits[conflict] = -1e9
    count, gradient, loss = len(left), 0, 0.0
    for axis in (1, 0):
        shifted = np.exp(logits - logits.max(axis, keepdims=True))
        chance = shifted / shifted.sum(axis, keepdims=True)
        loss -= np.log(np.diagonal(chance) + 1e-12).mean() / 2
        gradient = gradient + (chance - np.eye(count, dtype=np.float32)) / (2 * count * temperature)
    return loss, gradient @ right, gradient.T @ left


def train(table, bags, authors, by_author, settings):
    random = np.random.default_rng(settings.seed)
    first, second = np.zeros_like(table), np.zeros_like(table)
    started = time.time()
    for step in range(1, settings.steps + 1):
        chosen = random.choice(len(by_author), settings.batch, replace=False)
        pairs = np.array([random.choice(by_author[author], 2, replace=False) for author in chosen])
        texts = pairs.T.reshape(-1)
        names = [set(authors[a]) | set(authors[b]) for a, b in pairs]
        holders = collections.defaultdict(list)
        for row, group in enumerate(names):
            for name in group:
                holders[name].append(row)
        conflict = np.zeros((settings.batch, settings.batch), bool)
        for rows in holders.values():
            conflict[np.ix_(rows, rows)] = True
        np.fill_diagonal(conflict, False)
        places, weights, offsets, owner = bags.take(texts)
        sums = np.add.reduceat(table[places] * weights[:, None], offsets, axis=0)
        norms = np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9
        unit = sums / norms
        loss, left, right = contrast(unit[: settings.batch], unit[settings.batch :], conflict, settings.temperature)
        upward = np.concatenate([left, right])
        upward = ((upward - unit * (upward * unit).sum(1, keepdims=True)) / norms).astype(np.float32)
        order = np.argsort(places, kind="stable")
        touched, begin = np.unique(places[order], return_index=True)
        gradient = np.add.reduceat(upward[owner[order]] * weights[order, None], begin, axis=0)
        rate = settings.rate * min(1, step / 50) * (1 - step / (settings.steps + 1))
        first[touched] = 0.9 * first[touched] + 0.1 * gradient
        second[touched] = 0.99 * second[touched] + 0.01 * gradient**2
        table[touched] -= rate * first[touched] / (np.sqrt(second[touched]) + 1e-10)
        if step % 50 == 0 or step == 1:
            print(f"step {step}: loss {loss:.4f}, {time.time() - started:.0f} s", file=sys.stderr, flush=True)


def write(path, documents, vocabulary, frequencies, table):
    """See WordTable.swift for the format."""
    scales = np.abs(table).max(1) / 127
    scales[scales == 0] = 1
    with open(path, "wb") as file:
        joined = "\n".join(vocabulary).encode()
        file.write(b"LECTERN WORDS 1\n")
        file.write(struct.pack("<IIII", len(vocabulary), table.shape[1], documents, len(joined)))
        file.write(joined)
        file.write(np.array(frequencies, "<u4").tobytes())
        file.write(scales.astype("<f4").tobytes())
        file.write(np.round(table / scales[:, None]).astype(np.int8).tobytes())


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--exclude", nargs="*", default=[])
    for name, value in (("words", 30000), ("dimensions", 256), ("steps", 900), ("batch", 512), ("seed", 7)):
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--temperature", type=float, default=0.05)
    parser.add_argument("--rate", type=float, default=0.002)
    return parser.parse_args()


def main():
    settings = arguments()
    unseen = {title_key(paper) for path in settings.exclude for paper in lines(path)}
    bodies, authors, frequencies = [], [], collections.Counter()
    for paper in lines(settings.corpus):
        if title_key(paper) in unseen:
            continue
        counts = collections.Counter(words(text_of(paper)))
        frequencies.update(counts.keys())
        bodies.append(counts)
        authors.append(paper.get("author_slugs") or [])
    ranked = sorted(frequencies.items(), key=lambda entry: (-entry[1], entry[0]))[: settings.words]
    vocabulary = sorted(word for word, _ in ranked)
    places = {word: place for place, word in enumerate(vocabulary)}
    bags = Bags([{places[word]: count for word, count in body.items() if word in places} or {0: 1} for body in bodies])
    holders = collections.defaultdict(list)
    for text, slugs in enumerate(authors):
        for slug in slugs:
            holders[slug].append(text)
    by_author = [np.array(texts) for _, texts in sorted(holders.items()) if 2 <= len(texts) <= 100]
    print(f"{len(bodies)} texts, {len(vocabulary)} words, {len(by_author)} authors", file=sys.stderr, flush=True)
    chance = np.array([frequencies[word] for word in vocabulary]) / sum(frequencies.values())
    table = first_vectors(vocabulary, settings.model, settings.dimensions)
    table *= (1e-3 / (1e-3 + chance))[:, None].astype(np.float32)
    train(table, bags, authors, by_author, settings)
    write(settings.out, len(bodies), vocabulary, [frequencies[word] for word in vocabulary], table)


if __name__ == "__main__":
    main()
