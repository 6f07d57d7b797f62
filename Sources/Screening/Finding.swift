/// One thing a careful proceedings chair would point out, with its place. A finding never decides anything.
public struct Finding: Hashable, Sendable, Codable {
  public enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
    /// The call forbids it; a chair will have to look.
    case block
    /// It may be forbidden; a person has to judge.
    case warn
    /// Worth knowing; breaks no rule.
    case note
  }

  /// Such as `format.page_limit`: the family, a dot, the matter.
  public let code: String
  public let severity: Severity
  /// Counted from 1; nil when it is about the whole file.
  public let page: Int?
  public let box: Box?
  /// For authors: what was found, where, what the call says and what to do.
  public let text: String
  /// What the call says, in a few words.
  public let rule: String

  public init(code: String, severity: Severity, page: Int? = nil, box: Box? = nil, text: String, rule: String) {
    self.code = code
    self.severity = severity
    self.page = page
    self.box = box
    self.text = text
    self.rule = rule
  }
}

/// All that screening has to say about one manuscript.
public struct ScreeningReport: Hashable, Sendable, Codable {
  /// Pages of the file; nil when they could not be counted.
  public let pages: Int?
  /// Pages up to the reference list, a page that holds both counted; nil when no text could be read.
  public let mainPages: Int?
  /// Entries of the reference list; nil when no list was found.
  public let references: Int?
  /// By page, those on the whole file first.
  public let findings: [Finding]
  /// What the first page says of the paper, for its authors alone; nil in reports from before it was read.
  public let suggestion: PaperSuggestion?

  public init(
    pages: Int?, mainPages: Int?, references: Int?, findings: [Finding], suggestion: PaperSuggestion? = nil
  ) {
    self.pages = pages
    self.mainPages = mainPages
    self.references = references
    self.findings = findings
    self.suggestion = suggestion
  }

  /// For files that need only open: an appendix may be of any length and form.
  public var opening: ScreeningReport {
    ScreeningReport(
      pages: pages, mainPages: nil, references: nil,
      findings: findings.filter { finding in
        ["file.", "anon.", "hidden.", "inject."].contains { finding.code.hasPrefix($0) }
      })
  }
}
