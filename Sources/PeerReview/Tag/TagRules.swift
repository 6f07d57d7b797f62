/// Who may put which tags on a paper.
public enum TagRules {
  /// A line of tags in characters, and in words.
  public static let limitCharacters = 500
  public static let limitWords = 30
  /// Numbers of tags lie between its negative and this.
  public static let limitValue = 1_000_000.0

  /// Reads `discuss award#3 -old`. Refuses `invalid` with every word that is no tag, and a tag named twice.
  public static func changes(_ text: String) throws(Refusal) -> [TagChange] {
    let words = text.split { $0.isWhitespace || $0 == "," }.map(String.init)
    if words.isEmpty { throw .invalid([FieldProblem("tags", "Write the tags, such as “discuss” or “-discuss”.")]) }
    if text.count > limitCharacters || words.count > limitWords {
      throw .invalid([FieldProblem("tags", "Change at most \(limitWords) tags at once.")])
    }
    var problems: [FieldProblem] = []
    var seen: Set<TagKey> = []
    var changes: [TagChange] = []
    for word in words {
      guard let change = change(word) else {
        problems.append(
          FieldProblem(
            "tags",
            "“\(word.prefix(60))” is no tag. A tag is up to 40 letters, digits and hyphens, perhaps with a number: “award#3”."))
        continue
      }
      if !seen.insert(change.key).inserted {
        problems.append(FieldProblem("tags", "“\(change.key.text)” stands there twice; keep one of the two."))
      }
      changes.append(change)
    }
    if !problems.isEmpty { throw .invalid(problems) }
    return changes
  }

  private static func change(_ word: String) -> TagChange? {
    let removes = word.hasPrefix("-")
    var rest = word.dropFirst(removes || word.hasPrefix("+") ? 1 : 0)
    if rest.hasPrefix("#") { rest = rest.dropFirst() }
    let parts = rest.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let key = parts.first.flatMap({ TagKey(String($0)) }) else { return nil }
    if removes { return .remove(key) }
    guard parts.count == 2 else { return .put(key, value: nil) }
    guard let value = Double(parts[1]), abs(value) <= limitValue else { return nil }
    return .put(key, value: (value * 1_000).rounded() / 1_000)
  }

  /// What holds for everyone: what is counted can't be written, votes are whole, ranks are places.
  private static func problem(_ change: TagChange, _ call: Call) -> String? {
    guard let kind = call.tagKind(change.key.name) else { return nil }
    switch (change.key.scope, kind.counting, change) {
    case (.committee, .approvals, _), (.committee, .votes, _):
      return "“\(kind.name)” is counted from votes. Vote by “~\(kind.name)”."
    case (.committee, .preferences, _):
      return
        "“\(kind.name)” is put together from everyone's own order. Say yours by “~\(kind.name)#1”, “~\(kind.name)#2” and so on."
    case (.own, .preferences, .put(_, let value)):
      guard let value, value >= 1, value.rounded() == value else {
        return "A place in your own order is a whole number from 1, as in “~\(kind.name)#1”."
      }
      return nil
    case (.own, .approvals, .put(_, let value)):
      return value == nil || value == 1 ? nil : "“~\(kind.name)” has no number; it approves."
    case (.own, .votes(let each), .put(_, let value)):
      let value = value ?? 1
      return value >= 1 && value.rounded() == value
        ? nil : "Votes are whole numbers: write “~\(kind.name)#2” for two of your \(each)."
    case (.committee, .ranks, .put(_, let value?)):
      return value >= 1 && value.rounded() == value ? nil : "A place is a whole number from 1, as in “\(kind.name)#1”."
    default: return nil
    }
  }

  /// A chair may put every tag on a paper they may know of. Refuses `invalid`.
  public static func chair(_ changes: [TagChange], call: Call) throws(Refusal) {
    let problems = changes.compactMap { problem($0, call) }
    if !problems.isEmpty { throw .invalid(problems.map { FieldProblem("tags", $0) }) }
  }

  /// A reviewer may put own tags on a paper they have to review, and vote until decisions are released; tags of the
  /// committee only where the call lets reviewers, once their own review is in. Refuses `invalid`, and `notYours` otherwise.
  public static func reviewer(
    _ changes: [TagChange], standing: Standing, call: Call, releasedAt: Instant?
  ) throws(Refusal) {
    guard case .reviewer(let ownReviewIn) = standing else { throw .notYours }
    var problems: [String] = []
    for change in changes {
      let kind = call.tagKind(change.key.name)
      if let problem = problem(change, call) {
        problems.append(problem)
      } else if change.key.scope == .chairs {
        problems.append("“\(change.key.text)” is for chairs. Your own tags begin with one “~”.")
      } else if change.key.scope == .committee, kind?.isForReviewers != true {
        problems.append("“\(change.key.text)” is put on papers by chairs. Your own tags begin with “~”.")
      } else if change.key.scope == .committee, !ownReviewIn {
        problems.append("“\(change.key.text)” can be put here once your own review is submitted.")
      } else if releasedAt != nil, change.key.scope == .committee || kind?.counting.isPoll == true {
        problems.append("Decisions are released; “\(change.key.text)” stays as it is.")
      }
    }
    if !problems.isEmpty { throw .invalid(problems.map { FieldProblem("tags", $0) }) }
  }

  /// Someone's votes after a change, over all the papers they may know of. Refuses `invalid` for more than the call gives.
  public static func votes(_ votes: [Double], of kind: TagKind) throws(Refusal) {
    guard case .votes(let each) = kind.counting else { return }
    let sum = votes.reduce(0, +)
    if sum > Double(each) {
      throw .invalid([
        FieldProblem(
          "tags",
          "That makes \(Tag.number(sum)) votes by “~\(kind.name)”; you have \(each) for all papers together. Take some back first."
        )
      ])
    }
  }
}
