/// The noun behind `ID<ScreeningFinding>`.
public enum ScreeningFinding {}

/// What a chair says of a finding.
public enum FindingVerdict: String, Hashable, Sendable, CaseIterable {
  /// It is as the finding says.
  case confirmed
  /// A false alarm, or nothing to hold against the paper.
  case dismissed
}

/// How grave a finding is; the graver sorts first.
public enum FindingSeverity: Int, Hashable, Sendable, CaseIterable {
  case violation, warning, note
}

/// What may be said of findings.
public enum JudgementRules {
  public static let noteLimitCharacters = 2_000
  /// The most findings judged in one act.
  public static let atOnceLimit = 500

  /// Refuses `invalid` when the note is too long.
  public static func judge(note: String) throws(Refusal) {
    if note.count > noteLimitCharacters {
      throw .invalid([FieldProblem("note", "Shorten the note to \(noteLimitCharacters) characters.")])
    }
  }

  /// Refuses `invalid` when nothing or too much is chosen.
  public static func judge(count: Int) throws(Refusal) {
    if count == 0 { throw .invalid([FieldProblem("chosen", "Tick the findings first.")]) }
    if count > atOnceLimit {
      throw .invalid([FieldProblem("chosen", "Judge at most \(atOnceLimit) findings at once.")])
    }
  }
}
