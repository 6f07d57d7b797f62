/// The grades of a paper's reviews as they are kept beside it, by pseudonym: `1:overall=6,quality=3;2:overall=4,…`. Ten thousand of
/// them are read without a decoder.
struct GradeText: Sendable {
  /// Stands where the grades have to be read from the reviews.
  static let unread = "?"

  private(set) var text: String

  init(_ text: String) { self.text = text }

  var isUnread: Bool { text == Self.unread }

  /// Puts a review's grades in the place of the pseudonym's earlier ones; nil takes them away. Keys that hold a sign of the form
  /// make the whole `unread`, and so it stays.
  mutating func put(_ scores: [String: Int]?, of pseudonym: Int) {
    if isUnread { return }
    let signs: Set<Character> = ["=", ",", ";", ":", "?"]
    guard scores?.keys.allSatisfy({ signs.isDisjoint(with: $0) }) ?? true else {
      text = Self.unread
      return
    }
    var entries = text.split(separator: ";").filter { Self.pseudonym(of: $0) != pseudonym }.map(String.init)
    if let scores, !scores.isEmpty {
      let grades = scores.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
      entries.append("\(pseudonym):\(grades)")
    }
    text = entries.sorted { Self.pseudonym(of: $0[...]) < Self.pseudonym(of: $1[...]) }.joined(separator: ";")
  }

  private static func pseudonym(of entry: Substring) -> Int { Int(entry.prefix { $0 != ":" }) ?? 0 }

  /// For each review the grade by the first of its criteria that is among the keys.
  func values(of keys: Set<String>) -> [Int] {
    let wanted = keys.map { Array($0.utf8) }
    var values: [Int] = []
    var text = text
    text.withUTF8 { bytes in
      for review in bytes.split(separator: UInt8(ascii: ";")) {
        guard let colon = review.firstIndex(of: UInt8(ascii: ":")) else { continue }
        for pair in review[(colon + 1)...].split(separator: UInt8(ascii: ",")) {
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
