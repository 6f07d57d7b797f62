/// How an entry's list of authors is cut short.
struct HiddenAuthors {
  /// As printed, such as "et al."
  let phrase: String
  /// Only names stand before it; otherwise it may belong to a title.
  let isAuthorList: Bool

  /// Nil when the entry names its authors to the end.
  init?(_ entry: ReferenceEntry) {
    let words = entry.text.split(separator: " ").prefix(400)
    for index in words.indices {
      guard let phrase = Self.phrase(words[index], next: index + 1 < words.endIndex ? words[index + 1] : nil) else { continue }
      self.phrase = phrase
      // "Us and others: a study" is a title.
      let isTitle = words[index...].prefix(2).contains { $0.hasSuffix(":") || $0.hasSuffix("?") }
      isAuthorList = index > words.startIndex && !isTitle && words[..<index].allSatisfy(Self.isNameLike)
      return
    }
    return nil
  }

  private static func phrase(_ word: Substring, next: Substring?) -> String? {
    let bare = word.lowercased().filter { $0.isLetter || $0 == "." || $0 == "…" }
    let following = next.map { $0.lowercased().filter(\.isLetter) } ?? ""
    let letters = bare.filter(\.isLetter)
    if letters == "et", following == "al" || following == "alii" || following == "alia" { return "et al." }
    if letters == "etal" { return "et al." }
    if letters == "and" || letters == "&", following == "others" || following == "colleagues" { return "and \(following)" }
    if word == "&", following == "others" { return "and others" }
    if letters.isEmpty, bare.contains("…") || bare.hasPrefix("...") || bare == "." && next == "." { return "…" }
    return nil
  }

  private static let particles: Set<String> = [
    "and", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "la", "le", "van", "von", "der", "den", "ter", "ten",
    "el", "al", "bin", "ibn", "ben", "af", "av", "zu", "zum", "st", "y", "e", "jr", "sr",
  ]

  /// A capital begins it, or it is a particle of a name, or it has no letters ("&", ",").
  private static func isNameLike(_ word: Substring) -> Bool {
    guard let first = word.first(where: \.isLetter) else { return !word.contains(where: \.isNumber) }
    if first.isUppercase { return !word.contains(where: \.isNumber) && !word.contains(":") }
    return particles.contains(word.lowercased().filter(\.isLetter)) || !first.isCased
  }
}

extension Character {
  fileprivate var isCased: Bool { isUppercase || isLowercase }
}
