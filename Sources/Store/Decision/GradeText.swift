/// The grades of a paper's reviews as they are kept beside it, a review after another: `overall=6,quality=3;overall=4,…`.
/// Ten thousand of them are read without a decoder.
struct GradeText: Sendable {
  /// Stands where the grades have to be read from the reviews.
  static let unread = "?"

  let text: String

  init(_ text: String) { self.text = text }

  /// In the order given; without a grade a review is left out. Keys that hold a sign of the form make it `unread`.
  init(_ reviews: [[String: Int]]) {
    let signs: Set<Character> = ["=", ",", ";", "?"]
    guard reviews.allSatisfy({ $0.keys.allSatisfy { signs.isDisjoint(with: $0) } }) else {
      text = Self.unread
      return
    }
    text = reviews.filter { !$0.isEmpty }.map { scores in
      scores.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    }.joined(separator: ";")
  }

  var isUnread: Bool { text == Self.unread }

  /// For each review the grade by the first of its criteria that is among the keys.
  func values(of keys: Set<String>) -> [Int] {
    let wanted = keys.map { Array($0.utf8) }
    var values: [Int] = []
    var text = text
    text.withUTF8 { bytes in
      for review in bytes.split(separator: UInt8(ascii: ";")) {
        for pair in review.split(separator: UInt8(ascii: ",")) {
          guard let sign = pair.firstIndex(of: UInt8(ascii: "=")), wanted.contains(where: { pair[..<sign].elementsEqual($0) }),
            let value = Int(String(decoding: pair[(sign + 1)...], as: UTF8.self))
          else { continue }
          values.append(value)
          break
        }
      }
    }
    return values
  }
}
