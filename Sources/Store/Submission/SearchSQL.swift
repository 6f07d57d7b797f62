public import PeerReview

extension Session {
  /// Keys of the topics of each paper that a chair with this address may know of.
  public func topics(in call: ID<Call>, chairedBy email: String) throws -> [ID<Submission>: [String]] {
    let all = try rows(
      "SELECT s.id, v.topics FROM \(raw: SQL.submissionTables) WHERE \(raw: SQL.known(to: email, in: call))"
    ) { (try $0.id(0, of: Submission.self), try KeyListText.read($0.text(1))) }
    return Dictionary(all, uniquingKeysWith: { $1 })
  }

  /// How many papers have each topic: of those in the process, among some, that a chair with this address may know of.
  public func topicCounts(
    in call: ID<Call>, chairedBy email: String, among papers: [ID<Submission>]? = nil
  ) throws -> [String: Int] {
    let all = try rows(
      """
      SELECT v.topics, count(*) FROM \(raw: SQL.submissionTables)
      WHERE \(raw: SQL.known(to: email, in: call, among: papers)) AND \(raw: SQL.underReview) GROUP BY v.topics
      """
    ) { (topics: try KeyListText.read($0.text(0)), papers: try $0.int(1)) }
    return all.reduce(into: [:]) { counts, group in
      for topic in Set(group.topics) { counts[topic, default: 0] += group.papers }
    }
  }

  /// The abstract of each paper that a chair with this address may know of.
  public func abstracts(in call: ID<Call>, chairedBy email: String) throws -> [ID<Submission>: String] {
    let all = try rows(
      "SELECT s.id, v.abstract FROM \(raw: SQL.submissionTables) WHERE \(raw: SQL.known(to: email, in: call))"
    ) { (try $0.id(0, of: Submission.self), try $0.text(1)) }
    return Dictionary(all, uniquingKeysWith: { $1 })
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
    // Byte by byte: of thousands of papers at once, cutting into characters was most of the time.
    var keys: [String] = []
    var begun: String.Index?
    for place in text.utf8.indices where text.utf8[place] == UInt8(ascii: "\"") {
      if let start = begun {
        keys.append(String(text[start..<place]))
        begun = nil
      } else {
        begun = text.utf8.index(after: place)
      }
    }
    return keys
  }
}
