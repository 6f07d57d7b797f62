/// The rows of a network by reviewer, for searches backwards: of each column the candidates that are nearly worth their price.
///
/// Prices of reviewers fall in those searches and prices of papers rise, so that a candidate left out, whose reduced cost was
/// at least `reach`, still has one of `reach` less what its reviewer's price has fallen. A search that looks no further than
/// that misses nothing; one that would gets columns of a longer reach first.
struct CandidateColumns {
  let reach: Int64
  let start: [Int32]
  /// Gain in the upper 42 bits, the paper's place in the lower 22.
  let words: [Int64]
  /// Of the reviewers when the columns were made.
  let prices: [Int64]

  static let paperMask: Int64 = (1 << Entry.gainShift) - 1

  init(_ network: borrowing TransportNetwork, reach: Int64) {
    self.reach = reach
    let papers = network.papers
    let paperCount = network.paperCount
    let reviewerCount = network.reviewerCount
    let entries = network.entries
    let paperPrice = network.paperPrice
    let reviewerPrice = network.reviewerPrice
    var start = [Int32](repeating: 0, count: reviewerCount + 2)
    start.withUnsafeMutableBufferPointer { start in
      for paper in 0..<paperCount {
        let limit = reach &- paperPrice[paper]
        for index in Int(papers[paper].rowStart)..<Int(papers[paper].rowEnd) {
          let reviewer = Entry.reviewer(entries[index])
          if reviewerPrice[reviewer] &- Entry.gain(entries[index]) < limit { start[reviewer &+ 2] &+= 1 }
        }
      }
      for reviewer in 0..<reviewerCount { start[reviewer &+ 2] &+= start[reviewer &+ 1] }
    }
    let total = Int(start[reviewerCount + 1])
    words = [Int64](unsafeUninitializedCapacity: total) { words, count in
      start.withUnsafeMutableBufferPointer { start in
        for paper in 0..<paperCount {
          let limit = reach &- paperPrice[paper]
          for index in Int(papers[paper].rowStart)..<Int(papers[paper].rowEnd) {
            let gain = Entry.gain(entries[index])
            let reviewer = Entry.reviewer(entries[index])
            if reviewerPrice[reviewer] &- gain >= limit { continue }
            words[Int(start[reviewer &+ 1])] = gain << Entry.gainShift | Int64(paper)
            start[reviewer &+ 1] &+= 1
          }
        }
      }
      count = total
    }
    self.start = start
    prices = Array(UnsafeBufferPointer(start: reviewerPrice, count: reviewerCount))
  }
}
