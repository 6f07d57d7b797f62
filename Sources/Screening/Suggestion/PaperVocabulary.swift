import Foundation

/// The words a paper uses, to tell how one of them is written that a line's end or small capitals took apart.
struct PaperVocabulary {
  /// Folded word → its spellings and how often each stands.
  private var spellings: [String: [String: Int]] = [:]
  private static let linesLimit = 4_000
  private static let formsLimit = 60_000

  /// Lines whose text is in `unread` say nothing of how words are written.
  init(_ layout: PaperLayout, without unread: Set<String>) {
    var continues = false
    for line in layout.lines.prefix(Self.linesLimit) where layout.isBody(line) && !unread.contains(line.text) {
      let words = line.text.split(separator: " ")
      let broken = line.text.hasSuffix("-")
      for word in words.dropFirst(continues ? 1 : 0).dropLast(broken ? 1 : 0) { count(Self.bare(String(word).openedLigatures)) }
      continues = broken
    }
  }

  private mutating func count(_ word: String) {
    guard !word.isEmpty, spellings.count < Self.formsLimit else { return }
    spellings[word.lowercased(), default: [:]][word, default: 0] &+= 1
  }

  private func frequency(_ word: String) -> Int {
    spellings[word.lowercased(), default: [:]].values.reduce(0, &+)
  }

  private func knows(_ word: some StringProtocol) -> Bool { spellings[Self.bare(String(word)).lowercased()] != nil }

  private static func bare(_ word: String) -> String {
    var word = word[...]
    while let first = word.first, !first.isLetter, !first.isNumber { word = word.dropFirst() }
    while let last = word.last, !last.isLetter, !last.isNumber { word = word.dropLast() }
    return String(word)
  }

  /// Lines as one text: ligatures opened, words whole that a line's end divided.
  func joined(_ lines: [String]) -> String {
    var text = ""
    for line in lines.map(\.openedLigatures) {
      let next = line.split(separator: " ").joined(separator: " ")
      if text.hasSuffix("-"), text.dropLast().last?.isLetter == true || text.dropLast().last?.isNumber == true {
        if !keepsHyphen(text, before: next) { text.removeLast() }
      } else if !text.isEmpty {
        text += " "
      }
      text += next
    }
    return text
  }

  /// Of a word divided at its hyphen: whether the paper writes it with one elsewhere, or both parts stand for themselves.
  private func keepsHyphen(_ text: String, before next: String) -> Bool {
    let left = String(text.dropLast().split(separator: " ").last ?? "")
    let right = String(next.split(separator: " ").first ?? "")
    guard left.last?.isLetter == true, right.first?.isLowercase == true || !left.contains(where: \.isLowercase) else {
      return true
    }
    let whole = frequency(Self.bare(left + right))
    let parted = frequency(Self.bare(left + "-" + right))
    if whole != parted { return parted > whole }
    return whole == 0 && left.count >= 3 && knows(left) && knows(right)
  }

  /// A title that is printed in capitals or small capitals, in the letters people type; any other as it is. Large initials of
  /// small capitals come out of a PDF apart from their words: "S PECULATIVE".
  func opened(_ title: String) -> String {
    guard !title.contains(where: \.isLowercase), title.count(where: \.isLetter) >= 4 else { return title }
    let words = whole(title.split(separator: " ").map(String.init))
    let long = words.filter { $0.text.count >= 4 }
    let hasInitials = words.contains(where: \.isInitial)
    let isTitleCase = !hasInitials || long.count(where: \.isInitial) * 2 >= long.count
    return words.enumerated().map { index, word in
      spelled(word.text, isCapital: index == 0 || word.isInitial || isTitleCase && !Self.small.contains(word.text.lowercased()))
    }.joined(separator: " ")
  }

  private typealias TitleWord = (text: String, isInitial: Bool)

  private func whole(_ tokens: [String]) -> [TitleWord] {
    var words: [TitleWord] = []
    var position = 0
    while position < tokens.count {
      var word = TitleWord(tokens[position], false)
      position += 1
      while Self.endsInInitial(word.text), position < tokens.count, belongs(tokens, position, to: word.text) {
        word = TitleWord(word.text + tokens[position], true)
        position += 1
      }
      if let first = word.text.first, "-:,;?!)".contains(first), let last = words.popLast() {
        word = TitleWord(last.text + word.text, last.isInitial || word.isInitial)
      } else if let last = words.last, last.text.hasSuffix("-") {
        words.removeLast()
        word = TitleWord(last.text + word.text, last.isInitial || word.isInitial)
      }
      words.append(word)
    }
    return words
  }

  private static func endsInInitial(_ text: String) -> Bool {
    guard let last = text.last, last.isLetter else { return false }
    return text.dropLast().last.map { !$0.isLetter && !$0.isNumber } ?? true
  }

  /// “A” and “I” may be words of their own.
  private func belongs(_ tokens: [String], _ position: Int, to initial: String) -> Bool {
    let next = tokens[position]
    guard next.first?.isLetter == true else { return false }
    guard initial == "A" || initial == "I" else { return true }
    if next.count == 1, position + 1 < tokens.count { return !knows(next + tokens[position + 1]) && knows(initial + next) }
    return knows(initial + next) || !knows(next)
  }

  /// As the paper writes it elsewhere, where that is neither small nor only its initial large.
  private func spelled(_ word: String, isCapital: Bool) -> String {
    word.split(separator: "-", omittingEmptySubsequences: false).enumerated().map { index, part in
      let part = String(part)
      let bare = Self.bare(part)
      let usual = spellings[bare.lowercased()]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      if let usual, usual.dropFirst().contains(where: \.isUppercase), let place = part.range(of: bare) {
        return part.replacingCharacters(in: place, with: usual)
      }
      return isCapital ? Self.capitalized(part) : part.lowercased()
    }.joined(separator: "-")
  }

  private static func capitalized(_ word: String) -> String {
    guard let place = word.firstIndex(where: \.isLetter) else { return word }
    return word[..<place] + word[place].uppercased() + word[word.index(after: place)...].lowercased()
  }

  private static let small: Set<String> = [
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "its", "nor", "of", "on", "or", "over", "the", "to",
    "under", "via", "vs.", "with", "without",
  ]
}

extension String {
  /// Latin ligatures as their letters.
  fileprivate var openedLigatures: String {
    guard unicodeScalars.contains(where: { (0xFB00...0xFB06).contains($0.value) }) else { return self }
    return unicodeScalars.map {
      (0xFB00...0xFB06).contains($0.value) ? String($0).precomposedStringWithCompatibilityMapping : String($0)
    }.joined()
  }
}
