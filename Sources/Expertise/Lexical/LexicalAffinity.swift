/// How close a paper's words are to those of a person's papers.
///
/// Texts (title and abstract) become vectors of terms: words without plural endings, and pairs of neighbouring words. What a
/// tenth of all texts hold is common and left out, so no list of stop words is needed, in any language. A term that occurs `c` times weighs `√(1 + ln c) · idf` with `idf = ln((N + 1) / (n + ½))` for a
/// term in `n` of `N` texts: sublinear term frequency (Salton and Buckley 1988) and the probabilistic inverse document
/// frequency (Robertson and Spärck Jones 1976), kept above 0. Words are counted in the corpus and in the background table
/// together, pairs in the corpus.
///
/// Deterministic: the order of the corpus doesn't matter, and every machine computes the same bits.
public struct LexicalAffinity: Sendable {
  /// With fewer texts nothing is called common.
  private static let textsToTellCommon = 100

  private let textCount: Int
  private let background: WordTable?
  private var frequencies: [UInt64: Int32] = [:]

  /// Learns how rare each term is, usually from all submissions and all persons' texts together.
  public init(corpus: some Sequence<String>, background: WordTable? = nil) {
    self.background = background
    var count = 0
    for text in corpus {
      count += 1
      let words = Word.all(in: text)
      for term in Set(words.map(\.stem)) { frequencies[term, default: 0] += 1 }
      for term in Set(zip(words, words.dropFirst()).map { Word.pair($0.stem, $1.stem) }) { frequencies[term, default: 0] += 1 }
    }
    textCount = count
  }

  /// The text as a vector. Terms that neither the corpus nor the background holds are left out.
  public func vector(of text: String) -> TermVector { vector(ofWords: Word.all(in: text)) }

  private func vector(ofWords words: [Word]) -> TermVector {
    var counts: [UInt64: (count: Int, rarity: Double)] = [:]
    var before: UInt64?
    for word in words {
      let (holders, texts) = wordFrequency(word.stem)
      let isCommon = texts >= Self.textsToTellCommon && holders * 10 > texts
      if holders > 0, !isCommon { counts[word.stem, default: (0, rarity(holders, texts))].count += 1 }
      if let before, !isCommon {
        let pair = Word.pair(before, word.stem)
        let pairHolders = Int(frequencies[pair, default: 0])
        if pairHolders > 0 { counts[pair, default: (0, rarity(pairHolders, textCount))].count += 1 }
      }
      before = isCommon ? nil : word.stem
    }
    let terms = counts.keys.sorted()
    return TermVector(
      terms: terms,
      rawWeights: terms.map { term in
        let (count, rarity) = counts[term, default: (1, 0)]
        return (1 + naturalLogarithm(Double(count))).squareRoot() * rarity
      })
  }

  /// The closeness of the paper and the person's texts after `Pooling.depths`, from 0 to `Affinity.scoreLimit`, rounded.
  /// Nil when the paper or all of the person's texts are empty: then there is nothing to compare. Both must be
  /// vectors of this corpus.
  public func score(paper: TermVector, personTexts: [TermVector]) -> Int? {
    let texts = personTexts.filter { !$0.isEmpty }
    guard !paper.isEmpty, !texts.isEmpty else { return nil }
    let pooled = Pooling.depths.pool(texts.lazy.map { Float(paper.cosine($0)) })
    return Int((Double(pooled) * Double(Affinity.scoreLimit)).rounded())
  }

  private func wordFrequency(_ stem: UInt64) -> (holders: Int, texts: Int) {
    let here = Int(frequencies[stem, default: 0])
    guard let background else { return (here, textCount) }
    return (here + background.frequency(ofStem: stem), textCount + background.textCount)
  }

  private func rarity(_ holders: Int, _ texts: Int) -> Double {
    naturalLogarithm((Double(texts) + 1) / (Double(holders) + 0.5))
  }
}
