public import PeerReview

/// What a search reads of one paper's text.
public struct SearchTextRow: Sendable {
  public let submission: ID<Submission>
  public let abstract: String
  /// The list as it is stored, in brackets and quotes.
  public let keywords: String
  public let topics: [String]
}

extension Session {
  /// Texts of papers a chair with this address may know of. Answers to the form's questions are not read.
  public func searchTexts(in call: ID<Call>, chairedBy email: String) throws -> [SearchTextRow] {
    try rows(
      """
      SELECT s.id, v.abstract, v.keywords, v.topics FROM \(raw: SQL.submissionTables)
      WHERE \(raw: SQL.known(to: email, in: call))
      """
    ) { row in
      SearchTextRow(
        submission: try row.id(0), abstract: try row.text(1), keywords: try row.text(2),
        topics: try KeyListText.read(row.text(3)))
    }
  }

  /// How many comments were made on each paper that a chair with this address may know of; papers without are left out.
  public func commentCounts(in call: ID<Call>, chairedBy email: String) throws -> [ID<Submission>: Int] {
    let all = try rows(
      """
      SELECT c.submission_id, count(*) FROM comment c JOIN submission s ON s.id = c.submission_id
      WHERE \(raw: SQL.known(to: email, in: call)) GROUP BY c.submission_id
      """
    ) { (try $0.id(0, of: Submission.self), try $0.int(1)) }
    return Dictionary(all, uniquingKeysWith: { $1 })
  }
}

/// Reads a stored list of keys, `["serving","training"]`: keys need no escapes, and thousands of lists no decoder.
enum KeyListText {
  static func read(_ text: String) throws -> [String] {
    guard !text.utf8.contains(UInt8(ascii: "\\")) else { return try JSONText.decode(text) }
    let pieces = text.split(separator: "\"", omittingEmptySubsequences: false)
    return pieces.enumerated().compactMap { $0.isMultiple(of: 2) ? nil : String($1) }
  }
}
