/// How close a paper's words are to those of a person's papers.
///
/// Texts (title and abstract) become vectors of terms weighted by `(1 + ln count) · idf` with
/// `idf = ln(1 + (N − n + ½) / (n + ½))` for a term in `n` of the corpus's `N` texts: sublinear term frequency (Salton and
/// Buckley 1988) and the probabilistic inverse document frequency (Robertson and Spärck Jones 1976), kept above 0. Words
/// found in nearly every text weigh almost nothing, so no list of stop words is needed, in any language.
///
/// Deterministic: the order of the corpus doesn't matter, and every machine computes the same bits.
public struct LexicalAffinity: Sendable {
  /// A person is judged by this many of their texts, the closest ones.
  public static let pooledTexts = 3

  private let places: [String: Int32]
  private let inverseFrequencies: [Double]

  /// Learns the vocabulary and how rare each term is, usually from all submissions and all persons' texts together.
  public init(corpus: [String]) {
    var frequencies: [String: Int] = [:]
    for text in corpus {
      for term in Set(Tokenizer.words(of: text)) { frequencies[term, default: 0] += 1 }
    }
    let vocabulary = frequencies.keys.sorted()
    var places: [String: Int32] = [:]
    places.reserveCapacity(vocabulary.count)
    var inverseFrequencies: [Double] = []
    inverseFrequencies.reserveCapacity(vocabulary.count)
    for (place, term) in vocabulary.enumerated() {
      places[term] = Int32(clamping: place)
      let holders = Double(frequencies[term, default: 0])
      inverseFrequencies.append(naturalLogarithm(1 + (Double(corpus.count) - holders + 0.5) / (holders + 0.5)))
    }
    self.places = places
    self.inverseFrequencies = inverseFrequencies
  }

  /// The text as a vector. Words that the corpus doesn't hold are left out.
  public func vector(of text: String) -> TermVector {
    var counts: [Int32: Int] = [:]
    for term in Tokenizer.words(of: text) {
      if let place = places[term] { counts[place, default: 0] += 1 }
    }
    let terms = counts.keys.sorted()
    let weights = terms.map { term in
      (1 + naturalLogarithm(Double(counts[term, default: 1]))) * inverseFrequencies[Int(term)]
    }
    return TermVector(terms: terms, rawWeights: weights)
  }

  /// The mean cosine between the paper and the person's three closest texts, or all of them when there are fewer, from 0 to
  /// `Affinity.scoreLimit`, rounded. Nil when the paper or all of the person's texts are empty: then there is
  /// nothing to compare. Both must be vectors of this corpus.
  public func score(paper: TermVector, personTexts: [TermVector]) -> Int? {
    let texts = personTexts.filter { !$0.isEmpty }
    guard !paper.isEmpty, !texts.isEmpty else { return nil }
    let closest = texts.map { paper.cosine($0) }.sorted(by: >).prefix(Self.pooledTexts)
    let mean = closest.reduce(0, +) / Double(closest.count)
    return Int((mean * Double(Affinity.scoreLimit)).rounded())
  }
}
