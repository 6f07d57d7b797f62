/// In how many texts of a corpus each term occurs. Terms are words and pairs of neighbours.
struct TermCounts: Sendable {
  private static let shardCount = 4
  /// Each term stands in the shard of its last bits, so that shards are counted at the same time.
  private let shards: [TermTable]
  let textCount: Int
  /// No term occurs in more texts.
  let greatest: Int

  init(_ corpus: [CutTexts]) {
    textCount = corpus.reduce(0) { $0 + $1.count }
    shards = inParts(Self.shardCount, Self.shardCount) { shard in Self.count(corpus, UInt64(shard.lowerBound)) }
    var greatest: Int32 = 0
    for shard in shards { shard.forEach { greatest = max(greatest, $1) } }
    self.greatest = Int(greatest)
  }

  func holders(of term: UInt64) -> Int { Int(shards[Self.shard(of: term)][term]) }

  /// Each term and how many texts hold it.
  func forEach(_ take: (UInt64, Int) -> Void) {
    for shard in shards { shard.forEach { take($0, Int($1)) } }
  }

  private static func shard(of term: UInt64) -> Int { Int(term & UInt64(shardCount - 1)) }

  private static func count(_ corpus: [CutTexts], _ shard: UInt64) -> TermTable {
    var holders = TermTable()
    var terms: [UInt64] = []
    let mask = UInt64(shardCount - 1)
    for texts in corpus {
      for text in 0..<texts.count {
        terms.removeAll(keepingCapacity: true)
        var before: UInt64?
        for stem in texts[text] {
          if stem & mask == shard { terms.append(stem) }
          if let before {
            let pair = Word.pair(before, stem)
            if pair & mask == shard { terms.append(pair) }
          }
          before = stem
        }
        terms.sort()
        for (place, term) in terms.enumerated() where place == 0 || terms[place - 1] != term { holders.add(1, to: term) }
      }
    }
    return holders
  }
}
