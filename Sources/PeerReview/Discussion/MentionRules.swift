/// Somebody of a paper's discussion as one writes to them: `@Reviewer-2`, `@Chairs`, `@Metareviewer`, `@Lead`.
public enum Mention: Hashable, Comparable, Sendable {
  /// By the pseudonym on the paper.
  case reviewer(Int)
  case chairs
  case metareviewer
  /// Whoever leads the discussion, a metareviewer or a reviewer.
  case lead

  /// As a comment keeps it.
  public var handle: String {
    switch self {
    case .reviewer(let pseudonym): "@Reviewer-\(pseudonym)"
    case .chairs: "@Chairs"
    case .metareviewer: "@Metareviewer"
    case .lead: "@Lead"
    }
  }

  /// Nil for a word that names nobody of a discussion. `word` stands behind the sign, in any case.
  fileprivate init?(word: Substring) {
    let name = word.lowercased()
    switch name {
    case "chair", "chairs": self = .chairs
    case "metareviewer": self = .metareviewer
    case "lead": self = .lead
    default:
      guard name.hasPrefix("reviewer-"), let number = Int(name.dropFirst("reviewer-".count)), number > 0 else { return nil }
      self = .reviewer(number)
    }
  }
}

/// What a comment's `@` words mean. A comment keeps pseudonyms only: a name that its writer may know is put in place of one, and each
/// reader reads names where they may know them.
public enum MentionRules {
  /// Everybody a kept text writes to. A pseudonym nobody has there is no mistake: that would tell who reviews the paper.
  public static func mentioned(in text: String) -> Set<Mention> {
    var found: Set<Mention> = []
    for match in text.matches(of: word) {
      if let mention = Mention(word: match.2) { found.insert(mention) }
    }
    return found
  }

  /// The text with pseudonyms in place of names its writer may know: “@Rita Reviewer” and “@Rita-Reviewer”. A name that two have
  /// stands for neither.
  public static func kept(_ text: String, names: [Int: String]) -> String {
    guard text.contains("@") else { return text }
    let known = Dictionary(grouping: names.filter { !Words.isBlank($0.value) }, by: { $0.value.lowercased() })
    var kept = text
    // The longest first: one name may begin with another.
    for (name, bearers) in known.sorted(by: { ($1.key.count, $0.key) < ($0.key.count, $1.key) }) {
      guard bearers.count == 1, let bearer = bearers.first else { continue }
      for spelling in [name, name.split(separator: " ").joined(separator: "-")] {
        kept = replaced("@" + spelling, by: Mention.reviewer(bearer.key).handle, in: kept)
      }
    }
    return kept
  }

  /// The text as somebody reads it who may know these names.
  public static func shown(_ text: String, names: [Int: String]) -> String {
    guard text.contains("@"), !names.isEmpty else { return text }
    return text.replacing(word) { match in
      guard case .reviewer(let number) = Mention(word: match.2), let person = names[number] else { return String(match.0) }
      return "\(match.0) (\(person))"
    }
  }

  /// Not behind a letter or digit, so that an e-mail address is none.
  private nonisolated(unsafe) static let word = /(^|[^\w.@])@([A-Za-z]+(?:-\d+)?)\b/

  private static func replaced(_ spelling: String, by handle: String, in text: String) -> String {
    var rest = Substring(text)
    var made = ""
    while let found = rest.range(of: spelling) {
      let after = rest[found.upperBound...].first
      let before = rest[..<found.lowerBound].last ?? made.last
      let isWhole = !(after.map { $0.isLetter || $0.isNumber } ?? false) && !(before.map { $0.isLetter || $0.isNumber } ?? false)
      made += rest[..<found.lowerBound]
      made += isWhole ? handle : String(rest[found])
      rest = rest[found.upperBound...]
    }
    return made + rest
  }
}

extension Substring {
  /// The first place of the words, whichever case they are in.
  fileprivate func range(of words: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      var place = start
      var left = words[...]
      while let wanted = left.first, place < endIndex, self[place].lowercased() == wanted.lowercased() {
        left.removeFirst()
        place = index(after: place)
      }
      if left.isEmpty { return start..<place }
      start = index(after: start)
    }
    return nil
  }
}

/// Who leads a paper's discussion where no metareviewer does.
public enum DiscussionLeadRules {
  /// Naming somebody, or nobody: among the paper's reviewers, while it is under review and before decisions are released. Where a
  /// metareviewer has the paper, that is who leads.
  public static func name(
    _ facts: SubmissionFacts, isReviewer: Bool, hasMetareviewer: Bool, call: Call, releasedAt: Instant?, at now: Instant
  ) throws(Refusal) {
    try SubmissionRules.requireUnderReview(facts)
    if let releasedAt { throw .closed(since: releasedAt) }
    if now < call.calendar.reviewing.opens { throw .notYetOpen(opens: call.calendar.reviewing.opens) }
    if hasMetareviewer {
      throw .invalid([FieldProblem("lead", "The metareviewer of this paper leads its discussion.")])
    }
    if !isReviewer { throw .invalid([FieldProblem("lead", "Choose one of the paper's reviewers.")]) }
  }
}
