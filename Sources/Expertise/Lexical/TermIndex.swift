/// For each term, the texts that hold it: how a paper meets all texts at once.
struct TermIndex: Sendable {
  /// Weighed by several threads before they are entered.
  private static let textsAtOnce = 8192

  /// A term's place in the next two, counted from 1.
  private var places = TermTable()
  /// Where the texts of each place begin and end in the lists below.
  private var begins: [Int] = []
  private var ends: [Int] = []
  private var texts: [Int32] = []
  private var weights: [Float] = []

  /// The texts must be the corpus. Terms that none of the papers holds are left out: nothing can meet them.
  init(_ publications: CutTexts, _ lexical: LexicalAffinity, for papers: [TermVector]) {
    var wanted = TermTable()
    for paper in papers {
      for term in paper.terms where wanted[term] == 0 { wanted.add(1, to: term) }
    }
    var room = 0
    lexical.eachTerm { term, holders in
      if wanted[term] == 0 { return }
      begins.append(room)
      places.add(Int32(clamping: begins.count), to: term)
      room += holders
    }
    ends = begins
    texts = [Int32](repeating: 0, count: room)
    weights = [Float](repeating: 0, count: room)
    for start in stride(from: 0, to: publications.count, by: Self.textsAtOnce) {
      let count = min(publications.count - start, Self.textsAtOnce)
      let parts = inParts(count, 8) { range in range.map { lexical.vector(ofStems: publications[start + $0]) } }
      for (text, vector) in parts.joined().enumerated() { add(vector, text: start + text) }
    }
  }

  private mutating func add(_ vector: TermVector, text: Int) {
    for (term, weight) in zip(vector.terms, vector.weights) {
      let place = Int(places[term]) - 1
      if place < 0 { continue }
      texts[ends[place]] = Int32(clamping: text)
      weights[ends[place]] = weight
      ends[place] += 1
    }
  }

  /// The index of some of the texts, under new places.
  func limited(to newPlaces: [Int32: Int]) -> TermIndex {
    var limited = self
    (limited.texts, limited.weights) = ([], [])
    for place in begins.indices {
      limited.begins[place] = limited.texts.count
      for entry in begins[place]..<ends[place] {
        guard let text = newPlaces[texts[entry]] else { continue }
        limited.texts.append(Int32(clamping: text))
        limited.weights.append(weights[entry])
      }
      limited.ends[place] = limited.texts.count
    }
    return limited
  }

  /// Adds `share ·` cosine with the paper to each text's entry. The entries are as many as the texts.
  func add(_ paper: TermVector, share: Float, to closeness: UnsafeMutableBufferPointer<Float>) {
    texts.withUnsafeBufferPointer { texts in
      weights.withUnsafeBufferPointer { weights in
        for (term, weight) in zip(paper.terms, paper.weights) {
          let place = Int(places[term]) - 1
          if place < 0 { continue }
          let factor = share * weight
          for entry in begins[place]..<ends[place] { closeness[Int(texts[entry])] += factor * weights[entry] }
        }
      }
    }
  }
}
