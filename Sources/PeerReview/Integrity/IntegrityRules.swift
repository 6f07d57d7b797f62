/// A matter of integrity that chairs look into (C20). A noun to hang ids on.
public enum IntegrityCase {}

/// What is put into a case.
public enum IntegrityEntryKind: String, Hashable, CaseIterable, Sendable {
  case evidence
  /// Something that was done about it.
  case action
  case note
  /// More papers or people than at first.
  case widened
  case closed
  case reopened

  /// Those a chair may add to an open case as they are.
  public static let written: [IntegrityEntryKind] = [.evidence, .action, .note]
}

/// How a case ended.
public enum IntegrityOutcome: String, Hashable, CaseIterable, Sendable {
  case unfounded, settled, sanctioned, referred

  public var label: String {
    switch self {
    case .unfounded: "Unfounded"
    case .settled: "Settled without sanction"
    case .sanctioned: "Sanctioned"
    case .referred: "Referred to another body"
    }
  }
}

/// How cases are opened, worked and closed. Who may know of one is decided by the query that finds it: chairs in conflict with
/// none of its papers and people, and none of those it is about.
public enum IntegrityRules {
  public static let titleCharacters = 3...200
  public static let textCharacters = 10...20_000
  public static let fileLimitBytes: Int64 = 10_000_000
  public static let limitPapers = 50
  public static let limitPeople = 50

  /// Refuses `invalid` without title or description, with nothing it is about, with too much, and where whoever opens it would
  /// not find it again.
  public static func open(
    title: String, text: String, papers: Int, people: [EmailAddress], by email: String, isInConflict: Bool
  ) throws(Refusal) {
    var problems: [FieldProblem] = []
    if !titleCharacters.contains(title.count) {
      problems.append(
        FieldProblem("title", "Give it a title of \(titleCharacters.lowerBound) to \(titleCharacters.upperBound) characters."))
    }
    if !textCharacters.contains(text.count) { problems.append(textProblem("Describe what is suspected")) }
    if papers == 0, people.isEmpty {
      problems.append(FieldProblem("papers", "Say what it is about: numbers of papers, addresses of people, or both."))
    }
    problems += involve(papers: papers, people: people, by: email, isInConflict: isInConflict)
    if !problems.isEmpty { throw .invalid(problems) }
  }

  /// Nothing is wrong with an empty list.
  public static func involve(papers: Int, people: [EmailAddress], by email: String, isInConflict: Bool) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if papers > limitPapers { problems.append(FieldProblem("papers", "At most \(limitPapers) papers stand in one case.")) }
    if people.count > limitPeople { problems.append(FieldProblem("people", "At most \(limitPeople) people stand in one case.")) }
    if people.contains(where: { $0.folded == email }) {
      problems.append(FieldProblem("people", "Nobody opens a case about themself. Ask another chair to do it."))
    } else if isInConflict {
      problems.append(
        FieldProblem("people", "You stand in conflict with one of them, so that you can't work on it. Ask another chair."))
    }
    return problems
  }

  /// Adding to a case. Evidence may be a file or a finding without words.
  public static func add(_ kind: IntegrityEntryKind, text: String, hasMore: Bool, isClosed: Bool) throws(Refusal) {
    if isClosed { throw .invalid([FieldProblem("text", "The case is closed. Open it again first.")]) }
    let isEnough =
      textCharacters.contains(text.count) || (kind == .evidence && hasMore && text.count <= textCharacters.upperBound)
    if !IntegrityEntryKind.written.contains(kind) || !isEnough { throw .invalid([textProblem("Write it down")]) }
  }

  public static func close(_ outcome: IntegrityOutcome?, text: String, isClosed: Bool) throws(Refusal) {
    var problems: [FieldProblem] = []
    if isClosed { problems.append(FieldProblem("outcome", "The case is closed already.")) }
    if outcome == nil { problems.append(FieldProblem("outcome", "Choose how it ended.")) }
    if !textCharacters.contains(text.count) { problems.append(textProblem("Give the reason")) }
    if !problems.isEmpty { throw .invalid(problems) }
  }

  public static func reopen(text: String, isClosed: Bool) throws(Refusal) {
    if !isClosed { throw .invalid([FieldProblem("text", "The case is open.")]) }
    if !textCharacters.contains(text.count) { throw .invalid([textProblem("Say why")]) }
  }

  private static func textProblem(_ sentence: String) -> FieldProblem {
    FieldProblem("text", "\(sentence), in \(textCharacters.lowerBound) to \(textCharacters.upperBound) characters.")
  }
}
