/// How close a paper's words are to those of a person's papers.
///
/// Texts (title and abstract) become vectors of terms: words without plural endings, and pairs of neighbouring words. What a
/// tenth of all texts hold is common and left out, so no list of stop words is needed, in any language. A term that occurs `c`
/// times weighs `√(1 + ln c) · idf` with `idf = ln((N + 1) / (n + ½))` for a term in `n` of `N` texts: sublinear term frequency
/// (Salton and Buckley 1988) and the probabilistic inverse document frequency (Robertson and Spärck Jones 1976), kept above 0.
/// Words are counted in the corpus and in the background table together, pairs in the corpus.
///
/// Deterministic: the order of the corpus doesn't matter, and every machine computes the same bits.
public struct LexicalAffinity: Sendable {
  /// With fewer texts nothing is called common.
  private static let textsToTellCommon = 100

  private let background: WordTable?
  private let counts: TermCounts
  /// The rarity of a word and of a pair by how many texts hold it.
  private let wordRarity, pairRarity: [Double]
  /// Whether every term weighs the same, in the corpus or not.
  private let isEven: Bool

  /// Learns how rare each term is, usually from what all people wrote.
  public init(corpus: some Sequence<String>, background: WordTable? = nil) {
    self.init([CutTexts(corpus)], background: background)
  }

  /// - Parameter isEven: Every term weighs the same, so that a text's vector rests on nothing but the text.
  init(_ corpus: [CutTexts], background: WordTable?, isEven: Bool = false) {
    self.background = background
    self.isEven = isEven
    counts = TermCounts(corpus)
    let greatest = counts.greatest
    let textCount = counts.textCount
    pairRarity = (0...greatest).map { Self.rarity($0, textCount) }
    let texts = textCount + (background?.textCount ?? 0)
    wordRarity = (0...greatest + (background?.greatestFrequency ?? 0)).map { Self.rarity($0, texts) }
  }

  /// Each term of the corpus and how many of its texts hold it.
  func eachTerm(_ take: (UInt64, Int) -> Void) { counts.forEach(take) }

  /// The text as a vector. Terms that neither the corpus nor the background holds are left out.
  public func vector(of text: String) -> TermVector { vector(ofStems: Word.all(in: text).map(\.stem)[...]) }

  func vector(ofStems stems: ArraySlice<UInt64>) -> TermVector {
    var found: [(term: UInt64, rarity: Double)] = []
    found.reserveCapacity(2 * stems.count)
    let texts = counts.textCount + (background?.textCount ?? 0)
    var before: UInt64?
    for stem in stems {
      if isEven {
        found.append((stem, 1))
        if let before { found.append((Word.pair(before, stem), 1)) }
        before = stem
        continue
      }
      let holders = counts.holders(of: stem) + (background?.frequency(ofStem: stem) ?? 0)
      if texts >= Self.textsToTellCommon && holders * 10 > texts {
        before = nil
        continue
      }
      if holders > 0 { found.append((stem, wordRarity[holders])) }
      if let before {
        let pair = Word.pair(before, stem)
        let pairHolders = counts.holders(of: pair)
        if pairHolders > 0 { found.append((pair, pairRarity[pairHolders])) }
      }
      before = stem
    }
    return Self.weighed(found)
  }

  private static func weighed(_ found: [(term: UInt64, rarity: Double)]) -> TermVector {
    let found = found.sorted { $0.term < $1.term }
    var terms: [UInt64] = []
    var weights: [Double] = []
    var place = 0
    while place < found.count {
      let (term, rarity) = found[place]
      let start = place
      while place < found.count, found[place].term == term { place += 1 }
      terms.append(term)
      let count = place - start
      weights.append(count == 1 ? rarity : (1 + naturalLogarithm(Double(count))).squareRoot() * rarity)
    }
    return TermVector(terms: terms, rawWeights: weights)
  }

  /// The closeness of the paper and the person's texts after `Pooling`, from 0 to `Affinity.scoreLimit`, rounded.
  /// Nil when the paper or all of the person's texts are empty: then there is nothing to compare. Both must be
  /// vectors of this corpus.
  public func score(paper: TermVector, personTexts: [TermVector]) -> Int? {
    let texts = personTexts.filter { !$0.isEmpty }
    guard !paper.isEmpty, !texts.isEmpty else { return nil }
    let pooled = Pooling.pool(texts.lazy.map { Float(paper.cosine($0)) })
    return Int((Double(pooled) * Double(Affinity.scoreLimit)).rounded())
  }

  private static func rarity(_ holders: Int, _ texts: Int) -> Double {
    naturalLogarithm((Double(texts) + 1) / (Double(holders) + 0.5))
  }
}
