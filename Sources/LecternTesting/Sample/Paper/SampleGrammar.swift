/// Rules that expand to text: `{name}` stands for one of the phrases of that name, which may hold more of them.
struct SampleGrammar: Sendable {
  private var phrases: [String: [String]]

  init(_ phrases: [String: [String]]) {
    self.phrases = phrases
  }

  mutating func set(_ name: String, _ values: [String]) {
    phrases[name] = values
  }

  /// One phrase of that name, filled in, with `a` made `an` where it has to be and a capital in front of each sentence.
  func text(_ name: String, _ random: inout SeededRandom) -> String {
    sentenceCase(phrase(name, &random))
  }

  /// Like `text`, as it stands inside a sentence.
  func phrase(_ name: String, _ random: inout SeededRandom) -> String {
    var said: Set<String> = []
    return fillIn(random.pick(phrases[name] ?? []) ?? "", &random, &said, depth: 0)
  }

  private func fillIn(_ template: String, _ random: inout SeededRandom, _ said: inout Set<String>, depth: Int) -> String {
    guard depth < 12 else { return "" }
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      let after = rest[rest.index(after: open)...]
      guard let close = after.firstIndex(of: "}") else { return text + rest[open...] }
      text += value(String(after[..<close]), &random, &said, depth: depth)
      rest = after[after.index(after: close)...]
    }
    return text + rest
  }

  private func value(_ name: String, _ random: inout SeededRandom, _ said: inout Set<String>, depth: Int) -> String {
    switch name {
    case "percent": return "\(random.int(in: 6...64))%"
    case "small": return "\(random.int(in: 1...5)).\(random.int(in: 1...9))%"
    case "ratio": return "\(random.int(in: 1...4)).\(random.int(in: 1...9))×"
    case "count": return "\(random.int(in: 3...9))"
    case "devices": return "\(8 << random.int(in: 0...7))"
    case "points": return "0.\(random.int(in: 1...9))"
    case "section": return "Section \(random.int(in: 2...6))"
    default:
      // One sentence doesn't set a thing against itself while there is another.
      var chosen = random.pick(phrases[name] ?? []) ?? ""
      for _ in 0..<6 where said.contains(chosen) { chosen = random.pick(phrases[name] ?? []) ?? "" }
      said.insert(chosen)
      return fillIn(chosen, &random, &said, depth: depth + 1)
    }
  }

  private func sentenceCase(_ text: String) -> String {
    var result = ""
    var words = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    for place in words.indices {
      let next = place + 1 < words.count ? words[place + 1] : ""
      if words[place].lowercased() == "a", soundsLikeVowel(next) { words[place] += "n" }
      let opens = place == 0 || words[place - 1].hasSuffix(".") || words[place - 1].hasSuffix("?")
      result += (place == 0 ? "" : " ") + (opens ? capitalized(words[place]) : words[place])
    }
    return result
  }

  private func soundsLikeVowel(_ word: String) -> Bool {
    let lower = word.lowercased()
    if ["8", "11%", "18%"].contains(where: lower.hasPrefix) { return true }
    guard let first = lower.first, "aeiou".contains(first) else { return false }
    return !["user", "uni", "use", "util", "one"].contains(where: lower.hasPrefix)
  }

  private func capitalized(_ word: String) -> String {
    guard let first = word.first else { return word }
    return first.uppercased() + word.dropFirst()
  }
}
