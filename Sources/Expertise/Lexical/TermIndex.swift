/// For each term, the texts that hold it: how a paper meets all texts at once.
struct TermIndex: Sendable {
  private var ranges: [UInt64: Range<Int>] = [:]
  private var texts: [Int32] = []
  private var weights: [Float] = []

  init(_ vectors: [TermVector]) {
    var counts: [UInt64: Int] = [:]
    for vector in vectors {
      for term in vector.terms { counts[term, default: 0] += 1 }
    }
    // A term of a single text is met seldom, but may be: papers have terms too.
    var next: [UInt64: Int] = [:]
    next.reserveCapacity(counts.count)
    ranges.reserveCapacity(counts.count)
    var start = 0
    for (term, count) in counts {
      ranges[term] = start..<start + count
      next[term] = start
      start += count
    }
    texts = [Int32](repeating: 0, count: start)
    weights = [Float](repeating: 0, count: start)
    for (text, vector) in vectors.enumerated() {
      for (term, weight) in zip(vector.terms, vector.weights) {
        guard let place = next[term] else { continue }
        texts[place] = Int32(clamping: text)
        weights[place] = weight
        next[term] = place + 1
      }
    }
  }

  /// Adds `share ·` cosine with the paper to each text's entry. The entries are as many as the texts.
  func add(_ paper: TermVector, share: Float, to closeness: UnsafeMutableBufferPointer<Float>) {
    texts.withUnsafeBufferPointer { texts in
      weights.withUnsafeBufferPointer { weights in
        for (term, weight) in zip(paper.terms, paper.weights) {
          guard let range = ranges[term] else { continue }
          let factor = share * weight
          for place in range { closeness[Int(texts[place])] += factor * weights[place] }
        }
      }
    }
  }
}
