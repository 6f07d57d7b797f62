public import PeerReview

/// What was said of the conflicts that a paper's authors declared.
public struct DeclarationWordRow: Sendable {
  public let kind: DeclarationWordKind
  public let text: String
  /// Names of those whose conflict was taken off the paper.
  public let removed: [String]
  public let by: ID<Person>
  public let at: Instant

  public init(kind: DeclarationWordKind, text: String, removed: [String] = [], by: ID<Person>, at: Instant) {
    self.kind = kind
    self.text = text
    self.removed = removed
    self.by = by
    self.at = at
  }
}

extension Session {
  /// Oldest first; for authors without what chairs note among themselves.
  public func declarationWords(of submission: ID<Submission>, forAuthors: Bool = false) throws -> [DeclarationWordRow] {
    try rows(
      """
      SELECT kind, text, removed, by_person, at FROM declaration_word
      WHERE submission_id = \(submission) AND NOT (\(forAuthors) AND kind = 'dismissed') ORDER BY number
      """, Self.declarationWord
    ).compactMap { $0 }
  }

  /// By its number at the paper, from 1.
  public func declarationWord(_ number: Int, of submission: ID<Submission>) throws -> DeclarationWordRow? {
    try first(
      """
      SELECT kind, text, removed, by_person, at FROM declaration_word
      WHERE submission_id = \(submission) AND number = \(number)
      """, Self.declarationWord
    ) ?? nil
  }

  private static func declarationWord(_ row: Row) throws -> DeclarationWordRow? {
    guard let kind = DeclarationWordKind(rawValue: try row.text(0)) else { return nil }
    return DeclarationWordRow(
      kind: kind, text: try row.text(1), removed: try JSONText.decode(row.text(2)), by: try row.id(3),
      at: try row.instant(4))
  }

  /// What kinds of words there are by paper, oldest first, over papers that a chair with this address may know of.
  public func declarationWords(
    in call: ID<Call>, chairedBy email: String
  ) throws -> [ID<Submission>: [DeclarationWordKind]] {
    let all = try rows(
      """
      SELECT w.submission_id, w.kind FROM declaration_word w JOIN submission s ON s.id = w.submission_id
      WHERE \(raw: SQL.known(to: email, in: call)) ORDER BY w.submission_id, w.number
      """
    ) { (paper: try $0.id(0, of: Submission.self), kind: DeclarationWordKind(rawValue: try $0.text(1))) }
    return Dictionary(grouping: all, by: \.paper).mapValues { $0.compactMap(\.kind) }
  }

  /// Returns its number at the paper.
  @discardableResult
  public func add(_ word: DeclarationWordRow, to submission: ID<Submission>) throws -> Int {
    let number = try count("SELECT count(*) FROM declaration_word WHERE submission_id = \(submission)") + 1
    try execute(
      """
      INSERT INTO declaration_word (submission_id, number, kind, text, removed, by_person, at)
      VALUES (\(submission), \(number), \(word.kind.rawValue), \(word.text), \(try JSONText.encode(word.removed)), \(word.by),
        \(word.at))
      """)
    return number
  }

  /// What was suggested to the subject, a paper's authors or a person, and waved away: who it was about.
  public func dismissedSuggestions(of subject: String) throws -> Set<String> {
    Set(try rows("SELECT about FROM suggestion_dismissal WHERE subject = \(subject)") { try $0.text(0) })
  }

  /// Dismissed twice, it is so once.
  public func dismissSuggestion(of subject: String, about: String, by: ID<Person>, at now: Instant) throws {
    try execute(
      """
      INSERT INTO suggestion_dismissal (subject, about, by_person, at) VALUES (\(subject), \(about), \(by), \(now))
      ON CONFLICT (subject, about) DO NOTHING
      """)
  }
}
