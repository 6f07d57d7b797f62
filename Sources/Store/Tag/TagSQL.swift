public import PeerReview

public struct TagRow: Sendable {
  public let submission: ID<Submission>
  public let key: TagKey
  /// Thousandths; of a rank the key of the order.
  public let value: Int64?

  public init(submission: ID<Submission>, key: TagKey, value: Int64?) {
    self.submission = submission
    self.key = key
    self.value = value
  }
}

/// One person's vote for a paper.
public struct VoteRow: Sendable {
  public let submission: ID<Submission>
  public let name: String
  public let person: ID<Person>
  /// Thousandths.
  public let value: Int64

  public init(submission: ID<Submission>, name: String, person: ID<Person>, value: Int64) {
    self.submission = submission
    self.name = name
    self.person = person
    self.value = value
  }
}

extension SQL {
  /// Votes `t` of people `p` count while their owner is not shut out from the paper `s`.
  fileprivate static let counted: SQL = "NOT \(raw: isShutOut("p.email"))"

  /// Papers `s` among these.
  fileprivate static func these(_ papers: [ID<Submission>]) -> SQL { "s.id IN \(list: papers)" }
}

extension Session {
  /// Tags of these scopes, own ones only of `owner`, on papers a chair with this address may know of.
  public func tags(
    in call: ID<Call>, chairedBy email: String, among papers: [ID<Submission>]? = nil, _ scopes: [TagKey.Scope],
    owner: ID<Person>
  ) throws -> [TagRow] {
    try tags(SQL.known(to: email, in: call, among: papers), scopes, owner)
  }

  /// The same on papers that the caller has proven the viewer may read the tags of.
  public func tags(on papers: [ID<Submission>], _ scopes: [TagKey.Scope], owner: ID<Person>) throws -> [TagRow] {
    papers.isEmpty ? [] : try tags(.these(papers), scopes, owner)
  }

  private func tags(_ papers: SQL, _ scopes: [TagKey.Scope], _ owner: ID<Person>) throws -> [TagRow] {
    if scopes.isEmpty { return [] }
    return try rows(
      """
      SELECT t.submission_id, t.scope, t.name, t.value FROM tag t JOIN submission s ON s.id = t.submission_id
      WHERE \(raw: papers) AND t.scope IN \(list: scopes.map(\.rawValue)) AND (t.owner = '' OR t.owner = \(owner.text))
      ORDER BY t.submission_id, t.name
      """, Self.tag)
  }

  /// Names in use among these scopes, own ones only of `owner`, on papers a chair with this address may know of.
  public func tagNames(
    in call: ID<Call>, chairedBy email: String, _ scopes: [TagKey.Scope], owner: ID<Person>
  ) throws -> [TagKey] {
    try rows(
      """
      SELECT t.scope, t.name FROM tag t JOIN submission s ON s.id = t.submission_id
      WHERE \(raw: SQL.known(to: email, in: call)) AND t.scope IN \(list: scopes.map(\.rawValue))
        AND (t.owner = '' OR t.owner = \(owner.text))
      GROUP BY t.scope, t.name
      """
    ) { TagKey(TagKey.Scope(rawValue: try $0.text(0)) ?? .chairs, try $0.text(1)) }
  }

  /// Everyone's votes by these names, on papers a chair with this address may know of.
  public func votes(
    in call: ID<Call>, chairedBy email: String, among papers: [ID<Submission>]? = nil, named names: [String]
  ) throws -> [VoteRow] {
    try votes(SQL.known(to: email, in: call, among: papers), names)
  }

  /// The same on papers that the caller has proven the viewer may read the tags of.
  public func votes(on papers: [ID<Submission>], named names: [String]) throws -> [VoteRow] {
    papers.isEmpty ? [] : try votes(.these(papers), names)
  }

  private func votes(_ papers: SQL, _ names: [String]) throws -> [VoteRow] {
    if names.isEmpty { return [] }
    return try rows(
      """
      SELECT t.submission_id, t.name, t.owner, coalesce(t.value, 1000)
      FROM tag t JOIN submission s ON s.id = t.submission_id JOIN person p ON p.id = t.owner
      WHERE \(raw: papers) AND t.scope = 'own' AND t.name IN \(list: names) AND \(raw: SQL.counted)
      ORDER BY t.submission_id, t.name, t.owner
      """
    ) { VoteRow(submission: try $0.id(0), name: try $0.text(1), person: try $0.id(2), value: try $0.int64(3)) }
  }

  /// Puts a tag, in place of the one of its name. `owner` holds it when it is their own.
  public func put(_ tag: TagRow, owner: ID<Person>, by person: ID<Person>, at now: Instant) throws {
    try execute(
      """
      INSERT INTO tag (submission_id, scope, owner, name, value, by_person, at)
      VALUES (\(tag.submission), \(tag.key.scope.rawValue), \(tag.key.owner(owner)), \(tag.key.name), \(tag.value), \(person), \(now))
      ON CONFLICT (submission_id, scope, owner, name) DO UPDATE SET value = excluded.value, by_person = excluded.by_person,
        at = excluded.at
      """)
  }

  public func removeTag(_ key: TagKey, from submission: ID<Submission>, owner: ID<Person>) throws {
    try execute(
      """
      DELETE FROM tag WHERE submission_id = \(submission) AND scope = \(key.scope.rawValue) AND owner = \(key.owner(owner))
        AND name = \(key.name)
      """)
  }

  private static func tag(_ row: Row) throws -> TagRow {
    let scope = TagKey.Scope(rawValue: try row.text(1)) ?? .chairs
    return TagRow(submission: try row.id(0), key: TagKey(scope, try row.text(2)), value: try row.int64OrNull(3))
  }
}

extension TagKey {
  fileprivate func owner(_ person: ID<Person>) -> String { scope == .own ? person.text : "" }
}
