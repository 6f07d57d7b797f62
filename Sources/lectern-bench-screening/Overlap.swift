import Screening

/// Made-up texts of 5,700 words, parts of which are copied into others in several ways.
struct Overlap {
  private let vocabulary = (0..<6_000).map { "word\($0)" }
  private let textWords = 5_700
  private let sources = 60
  private let strangers = 140

  private enum Copy: String, CaseIterable {
    case contiguous50, contiguous20, contiguous10, sentences50, sentences20, sentences10, swapped10, swapped20
  }

  /// As in natural language, the n-th word is met about 1/n times as often as the first.
  private func text(_ random: inout Generator) -> [String] {
    (0..<textWords).map { _ in
      let share = Double(random.next() >> 11) / Double(1 << 53)
      let rank = Int(exp2(share * 12.55)) - 1
      return vocabulary[min(vocabulary.count - 1, max(0, rank))]
    }
  }

  private func exp2(_ value: Double) -> Double {
    var result = 1.0
    let whole = Int(value)
    for _ in 0..<whole { result *= 2 }
    return result * (1 + (value - Double(whole)) * 0.7 + (value - Double(whole)) * (value - Double(whole)) * 0.3)
  }

  private func copied(_ source: [String], as kind: Copy, into other: [String], _ random: inout Generator) -> [String] {
    var result = other
    func contiguous(_ share: Double) {
      let count = Int(Double(textWords) * share)
      let last = textWords - count
      let from = Int.random(in: 0...last, using: &random)
      let to = Int.random(in: 0...last, using: &random)
      result.replaceSubrange(to..<(to + count), with: source[from..<(from + count)])
    }
    func sentences(_ share: Double) {
      for start in stride(from: 0, to: textWords - 24, by: 24) where Double.random(in: 0..<1, using: &random) < share {
        result.replaceSubrange(start..<(start + 24), with: source[start..<(start + 24)])
      }
    }
    func swapped(_ share: Double) {
      result = source.map {
        Double.random(in: 0..<1, using: &random) < share ? vocabulary.randomElement(using: &random) ?? $0 : $0
      }
    }
    switch kind {
    case .contiguous50: contiguous(0.5)
    case .contiguous20: contiguous(0.2)
    case .contiguous10: contiguous(0.1)
    case .sentences50: sentences(0.5)
    case .sentences20: sentences(0.2)
    case .sentences10: sentences(0.1)
    case .swapped10: swapped(0.1)
    case .swapped20: swapped(0.2)
    }
    return result
  }

  func measure(folder: String) throws {
    var random = Generator(seed: 7)
    let texts = (0..<(sources + strangers)).map { _ in text(&random) }
    var index = try SamenessIndex(folder: folder)
    try index.add(
      texts.enumerated().map { .init(name: "\($0.offset)", fingerprints: Winnowing.fingerprints(of: $0.element)) })
    var parts: [String] = []
    var falseMatches = 0
    for kind in Copy.allCases {
      var found = 0
      var least = 1.0
      for number in 0..<sources {
        let copy = copied(texts[number], as: kind, into: text(&random), &random)
        let matches = index.matches(Winnowing.fingerprints(of: copy))
        if let own = matches.first(where: { $0.name == "\(number)" }) {
          found += 1
          least = min(least, own.share)
        }
        falseMatches += matches.count { $0.name != "\(number)" }
      }
      parts.append("\"\(kind.rawValue)\":{\"recall\":\(Double(found) / Double(sources)),\"least\":\(least)}")
    }
    let unrelated =
      (0..<200).map { _ in
        index.matches(Winnowing.fingerprints(of: text(&random)), threshold: 0).first?.share ?? 0
      }.max() ?? 0
    print("{\(parts.joined(separator: ",")),\"falseMatches\":\(falseMatches),\"greatestShareOfStrangers\":\(unrelated)}")
  }
}
