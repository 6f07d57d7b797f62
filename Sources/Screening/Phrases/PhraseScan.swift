/// A group of words that mean the same to a rule, such as all the ways to say "ignore". Written as letters without spaces.
struct WordGroup: Hashable {
  let name: String
  let words: [String]
}

/// Where the words of several groups stand in a text.
struct PhraseScan {
  struct Hit {
    let group: String
    /// The first letter and the one after the last.
    let start: Int
    let end: Int
  }

  let hits: [Hit]

  init(_ text: RunningText, groups: [WordGroup]) {
    var byFirst: [[(word: [UInt8], group: String)]] = Array(repeating: [], count: 256)
    for group in groups {
      for word in group.words {
        let bytes = Array(word.utf8)
        if let first = bytes.first { byFirst[Int(first)].append((bytes, group.name)) }
      }
    }
    let letters = text.letters
    var hits: [Hit] = []
    for start in letters.indices {
      for (word, group) in byFirst[Int(letters[start])] where Self.stands(word, in: letters, at: start) {
        hits.append(Hit(group: group, start: start, end: start + word.count))
      }
    }
    self.hits = hits
  }

  private static func stands(_ word: [UInt8], in letters: [UInt8], at start: Int) -> Bool {
    guard start + word.count <= letters.count else { return false }
    for offset in word.indices where letters[start + offset] != word[offset] { return false }
    return true
  }

  /// The first letters at which a word of each group stands, all of them within `letters` letters, the first group first and
  /// the others in any order after it. The last letter of the stretch comes with it.
  func places(of groups: [String], within letters: Int) -> [Range<Int>] {
    guard let first = groups.first else { return [] }
    return hits.indices.filter { hits[$0].group == first }.compactMap { index in
      let start = hits[index].start
      var end = hits[index].end
      for group in groups.dropFirst() {
        let next = hits[index...].dropFirst().prefix { $0.start - start <= letters }
          .first { $0.group == group && $0.start >= hits[index].end }
        guard let next else { return nil }
        end = max(end, next.end)
      }
      return start..<end
    }
  }
}
