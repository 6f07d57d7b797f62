#!/usr/bin/env python3
"""Trains the table of word vectors that Lectern looks for beside its program (words.table).

usage: train_word_vectors.py --corpus mlanthology.jsonl.gz --model all-MiniLM-L6-v2 --out words.table
         [--exclude texts.jsonl[.gz] …] [--words 30000] [--dimensions 256] [--steps 600] [--batch 512] [--seed 7]

The corpus is one JSON object a line with title, abstract and author_slugs. Texts whose titles are found in an --exclude file
take no part, so that a benchmark stays unseen. Needs numpy and scipy, one core and about ten minutes. Method: docs/expertise.md.
"""
import argparse, collections, gzip, json, math, os, re, struct, sys, time, unicodedata

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import numpy as np
import scipy.sparse


def lines(path):
    with (gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")) as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def words(text):
    """What Tokenizer.swift makes of Latin text: runs of letters and digits, two or more of them."""
    text = unicodedata.normalize("NFC", text).lower()
    return [word for word in re.findall(r"[^\W_]+", text) if 2 <= len(word) <= 64]


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


def encoded_words(vocabulary, model):
    """Each word encoded alone: unit vectors on their principal components, the strongest first."""
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
    vectors = vectors @ axes[:, ::-1].astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


# Training: the papers of one author are near each other, those of different authors are not. What is learned is one linear map of all
# encoded words and one weight for each word. Vectors that are free to go anywhere find unseen pairs of papers by one author twice as
# often, but tell less of who knows a paper's subject: docs/decisions/012-words-by-author.md.


def bags(counts, places):
    """Texts × words, each word weighing 1 + ln count."""
    rows = [[(places[word], count) for word, count in sorted(text.items()) if word in places] for text in counts]
    starts = np.cumsum([0] + [len(row) for row in rows])
    columns = np.fromiter((place for row in rows for place, _ in row), np.int32, starts[-1])
    weights = 1 + np.log(np.fromiter((count for row in rows for _, count in row), np.float32, starts[-1]))
    return scipy.sparse.csr_matrix((weights, columns, starts), shape=(len(rows), len(places)))


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


def relatives(pairs, authors):
    """Pairs × pairs: true where they share an author."""
    holders = collections.defaultdict(list)
    for row, pair in enumerate(pairs):
        for name in {name for text in pair for name in authors[text]}:
            holders[name].append(row)
    shared = np.zeros((len(pairs), len(pairs)), bool)
    for rows in holders.values():
        shared[np.ix_(rows, rows)] = True
    np.fill_diagonal(shared, False)
    return shared


class Adam:
    def __init__(self, values):
        self.values, self.first, self.second = values, np.zeros_like(values), np.zeros_like(values)

    def step(self, rate, gradient, at=slice(None)):
        self.first[at] = 0.9 * self.first[at] + 0.1 * gradient
        self.second[at] = 0.99 * self.second[at] + 0.01 * gradient**2
        self.values[at] -= rate * self.first[at] / (np.sqrt(self.second[at]) + 1e-10)


def train(words, chance, texts, authors, by_author, settings):
    """The table: words × dimensions. Frequent words begin with less weight (Arora et al. 2017)."""
    random = np.random.default_rng(settings.seed)
    weight = Adam(np.log(1e-3 / (1e-3 + chance)).astype(np.float32))
    projection = Adam(np.eye(words.shape[1], settings.dimensions, dtype=np.float32))
    half, started = settings.batch, time.time()
    for step in range(1, settings.steps + 1):
        chosen = random.choice(len(by_author), half, replace=False)
        pairs = np.array([random.choice(by_author[author], 2, replace=False) for author in chosen])
        batch = texts[pairs.T.reshape(-1)]
        touched, columns = np.unique(batch.indices, return_inverse=True)
        batch = scipy.sparse.csr_matrix((batch.data, columns, batch.indptr), shape=(batch.shape[0], len(touched)))
        scale = np.exp(weight.values[touched])[:, None]
        table = words[touched] @ projection.values * scale
        sums = batch @ table
        norms = np.linalg.norm(sums, axis=1, keepdims=True) + 1e-9
        unit = sums / norms
        loss, left, right = contrast(unit[:half], unit[half:], relatives(pairs, authors), settings.temperature)
        upward = np.concatenate([left, right])
        upward = ((upward - unit * (upward * unit).sum(1, keepdims=True)) / norms).astype(np.float32)
        gradient = batch.T @ upward
        rate = settings.rate * min(1, step / 50) * (1 - step / (settings.steps + 1))
        projection.step(rate, words[touched].T @ (gradient * scale))
        weight.step(10 * rate, (gradient * table).sum(1), touched)
        if step % 50 == 0 or step == 1:
            print(f"step {step}: loss {loss:.4f}, {time.time() - started:.0f} s", file=sys.stderr, flush=True)
    return words @ projection.values * np.exp(weight.values)[:, None]


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
    for name, value in (("words", 30000), ("dimensions", 256), ("steps", 600), ("batch", 512), ("seed", 7)):
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--temperature", type=float, default=0.05)
    parser.add_argument("--rate", type=float, default=0.003)
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
    texts = bags(bodies, places)
    holders = collections.defaultdict(list)
    for place, slugs in enumerate(authors):
        for slug in slugs:
            holders[slug].append(place)
    by_author = [np.array(own) for _, own in sorted(holders.items()) if 2 <= len(own) <= 100]
    print(f"{len(bodies)} texts, {len(vocabulary)} words, {len(by_author)} authors", file=sys.stderr, flush=True)
    chance = np.array([frequencies[word] for word in vocabulary]) / sum(frequencies.values())
    table = train(encoded_words(vocabulary, settings.model), chance, texts, authors, by_author, settings)
    write(settings.out, len(bodies), vocabulary, [frequencies[word] for word in vocabulary], table)


if __name__ == "__main__":
    main()
