/// Scores of papers and people, all pairs or the best people of each paper.
///
/// A paper's closeness to a publication is the weighted sum of the cosines of the mix; a person's score pools it over their
/// publications. Every pair is computed, none estimated.
public struct ExpertiseScorer: Sendable {
  public struct PersonScore: Sendable, Hashable {
    /// The person's place in `people`.
    public let person: Int
    /// From 0 to 1, for cosines that are not negative.
    public let score: Float
    public let marks: Set<ExpertiseMark>

    public init(person: Int, score: Float, marks: Set<ExpertiseMark>) {
      self.person = person
      self.score = score
      self.marks = marks
    }
  }

  /// Papers scored at once. The products with all publications must fit in memory; fewer papers make products slower, because each
  /// block packs all publications' vectors anew.
  public static let blockPapers = 128

  public let mix: ExpertiseMix
  private let dense: [DensePart]
  private let paperTerms: [TermVector]
  private let index: TermIndex?
  private let publicationCount: Int
  /// The publications of all people, one after the other, and where each person's begin.
  private let places: [Int32]
  private let starts: [Int]

  /// - Parameters:
  ///   - people: For each person the places of their publications. Places that don't exist are left out.
  ///   - table: The words' vectors and frequencies, which the mix may ask for.
  ///   - weighsWords: Whether words weigh by how rare they are in all publications. Without, a person's scores rest on no one
  ///     else's publications.
  ///   - encoded: The encoder's vectors of papers and of publications, which the mix may ask for.
  public init(
    papers: [String], publications: [String], people: [[Int]], mix: ExpertiseMix, table: WordTable?,
    weighsWords: Bool = true, encoded: (papers: TextMatrix, publications: TextMatrix)?
  ) {
    self.mix = mix
    publicationCount = publications.count
    let left = ReadTexts(papers, mix: mix, table: table)
    let right = ReadTexts(publications, mix: mix, table: table)
    var dense: [DensePart] = []
    if let encoded { dense.append(DensePart(share: mix.encoder, papers: encoded.papers, publications: encoded.publications)) }
    dense.append(DensePart(share: mix.words, papers: left.vectors, publications: right.vectors))
    self.dense = dense.filter { $0.share > 0 && $0.papers.rows == papers.count && $0.publications.rows == publications.count }
    if mix.lexical > 0 {
      // Words are counted in what people wrote, not in the papers: no paper's scores depend on another paper, which whoever
      // sees them may not know of.
      let lexical = LexicalAffinity([right.words], background: table, isEven: !weighsWords)
      paperTerms = papers.indices.map { lexical.vector(ofStems: left.words[$0]) }
      index = TermIndex(right.words, lexical, for: paperTerms)
    } else {
      (paperTerms, index) = ([], nil)
    }
    var places: [Int32] = []
    var starts = [0]
    for person in people {
      places.append(contentsOf: person.filter { publications.indices.contains($0) }.map { Int32(clamping: $0) })
      starts.append(places.count)
    }
    self.places = places
    self.starts = starts
  }

  private init(mix: ExpertiseMix, dense: [DensePart], paperTerms: [TermVector], index: TermIndex?, people: [[Int]], count: Int) {
    self.mix = mix
    self.dense = dense
    self.paperTerms = paperTerms
    self.index = index
    publicationCount = count
    places = people.joined().map { Int32(clamping: $0) }
    starts = people.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
  }

  /// A scorer that knows these people only, under the places they have here: the others have no publications in it. Its scores are those
  /// that this one gives.
  public func limited(to people: Set<Int>) -> ExpertiseScorer {
    var kept: [Int] = []
    var newPlaces: [Int32: Int] = [:]
    let own: [[Int]] = (0..<personCount).map { person in
      guard people.contains(person) else { return [] }
      return places[starts[person]..<starts[person + 1]].map { place in
        if let new = newPlaces[place] { return new }
        newPlaces[place] = kept.count
        kept.append(Int(place))
        return kept.count - 1
      }
    }
    return ExpertiseScorer(
      mix: mix,
      dense: dense.map { part in
        DensePart(share: part.share, papers: part.papers, publications: TextMatrix(part.publications, rows: kept))
      },
      paperTerms: paperTerms, index: index?.limited(to: newPlaces), people: own, count: kept.count)
  }

  public var personCount: Int { starts.count - 1 }

  /// For each paper of the range the people who have publications: in their order, or the `top` best, best first.
  public func scores(of range: Range<Int>, top: Int? = nil) -> [[PersonScore]] {
    var sums = [Float](repeating: 0, count: range.count * publicationCount)
    return sums.withUnsafeMutableBufferPointer { sums in
      for part in dense { part.papers.addProducts(range, with: part.publications, share: part.share, to: sums) }
      return range.map { paper in
        let start = (paper - range.lowerBound) * publicationCount
        let row = UnsafeMutableBufferPointer(rebasing: sums[start..<start + publicationCount])
        if let index, paperTerms.indices.contains(paper) { index.add(paperTerms[paper], share: mix.lexical, to: row) }
        return top.map { best($0, row) } ?? all(row)
      }
    }
  }

  private func all(_ row: UnsafeMutableBufferPointer<Float>) -> [PersonScore] {
    (0..<personCount).filter { starts[$0] < starts[$0 + 1] }.map { scored($0, pooled($0, row), row) }
  }

  private func best(_ count: Int, _ row: UnsafeMutableBufferPointer<Float>) -> [PersonScore] {
    var best = BestOf(limit: count)
    for person in 0..<personCount where starts[person] < starts[person + 1] { best.add(person, pooled(person, row)) }
    return best.sorted().map { scored($0.place, $0.score, row) }
  }

  private func scored(_ person: Int, _ score: Float, _ row: UnsafeMutableBufferPointer<Float>) -> PersonScore {
    let closeness = places[starts[person]..<starts[person + 1]].map { row[Int($0)] }
    return PersonScore(person: person, score: score, marks: ExpertiseMark.all(closeness, score))
  }

  private func pooled(_ person: Int, _ row: UnsafeMutableBufferPointer<Float>) -> Float {
    var tally = ClosenessTally()
    places.withUnsafeBufferPointer { places in
      for place in starts[person]..<starts[person &+ 1] { tally.add(row[Int(places[place])]) }
    }
    return tally.pooled
  }
}

/// The best so far. Of equals the first counts as better.
struct BestOf {
  let limit: Int
  private var kept: [(place: Int, score: Float)] = []
  private var threshold = -Float.infinity

  init(limit: Int) { self.limit = max(1, limit) }

  mutating func add(_ place: Int, _ score: Float) {
    if score <= threshold { return }
    kept.append((place, score))
    if kept.count >= 2 * limit + 64 { cut() }
  }

  private mutating func cut() {
    kept = Array(sorted())
    if kept.count >= limit, let last = kept.last { threshold = last.score }
  }

  /// The best `limit`, best first.
  func sorted() -> [(place: Int, score: Float)] {
    Array(kept.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.prefix(limit))
  }
}

/// Vectors of one kind, and what of their cosines counts.
private struct DensePart: Sendable {
  let share: Float
  let papers, publications: TextMatrix
}

/// Texts read once for all that the mix asks of their words.
private struct ReadTexts {
  private static let partCount = 8
  let words: CutTexts
  let vectors: TextMatrix

  init(_ texts: [String], mix: ExpertiseMix, table: WordTable?) {
    let table = mix.words > 0 ? table : nil
    guard table != nil || mix.lexical > 0 else {
      (words, vectors) = (CutTexts([]), TextMatrix(width: 0))
      return
    }
    let keepsWords = mix.lexical > 0
    let parts = inParts(texts.count, Self.partCount) { range in
      var words = CutTexts.Part()
      var vectors = TextMatrix(width: table?.dimensions ?? 0)
      vectors.reserve(rows: range.count)
      for text in texts[range] {
        let found = Word.all(in: text)
        if keepsWords { words.append(found) }
        if let table { vectors.append(table.vector(of: found)) }
      }
      return (words, vectors)
    }
    words = CutTexts(keepsWords ? parts.map(\.0) : [])
    vectors = TextMatrix(width: table?.dimensions ?? 0, parts: parts.map(\.1))
  }
}
