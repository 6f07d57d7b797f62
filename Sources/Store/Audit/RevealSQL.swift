internal import Crypto
public import PeerReview

/// One look at something secret, by right of an office: who, when, on which page, what, of which papers.
public struct RevealRow: Hashable, Sendable {
  public let at: Instant
  public let call: ID<Call>
  public let person: ID<Person>
  /// The office in a word.
  public let entitlement: String
  public let page: String
  /// In the order of `Secret.allCases`.
  public let secrets: [Secret]
  /// Ascending, each once.
  public let papers: [SubmissionNumber]

  public init(
    at: Instant, call: ID<Call>, person: ID<Person>, entitlement: String, page: String, secrets: Set<Secret>,
    papers: Set<SubmissionNumber>
  ) {
    self.at = at
    self.call = call
    self.person = person
    self.entitlement = entitlement
    self.page = page
    self.secrets = Secret.allCases.filter(secrets.contains)
    self.papers = papers.sorted()
  }

  fileprivate var secretsText: String { secrets.map(\.rawValue).joined(separator: ",") }
  fileprivate var papersText: String { papers.map { String($0.value) }.joined(separator: " ") }

  fileprivate func hash(number: Int, papersHash: String, previous: String) -> String {
    hexadecimalHash(
      of: [
        String(number), String(at.microseconds), call.text, person.text, entitlement, page, secretsText, papersHash, previous,
      ])
  }
}

/// SHA-256 over the fields, each with its length before it, so that no two lists share a pre-image.
func hexadecimalHash(of fields: [String]) -> String {
  var hasher = SHA256()
  hasher.update(data: Array(fields.map { "\($0.utf8.count):\($0)" }.joined().utf8))
  return HexadecimalText.encode(hasher.finalize())
}

extension Session {
  /// Appends to the record of reveals. A set of papers is stored once, however often it is looked at.
  public func record(_ row: RevealRow) throws {
    let papersText = row.papersText
    let papersHash = hexadecimalHash(of: [papersText])
    try execute(
      """
      INSERT INTO reveal_papers (sha256, numbers) VALUES (\(papersHash), \(papersText)) ON CONFLICT (sha256) DO NOTHING
      """)
    let last = try first("SELECT number, hash FROM reveal ORDER BY number DESC LIMIT 1") {
      (number: try $0.int(0), hash: try $0.text(1))
    }
    let number = (last?.number ?? 0) + 1
    let previous = last?.hash ?? ""
    try execute(
      """
      INSERT INTO reveal
        (number, at, call_id, person_id, entitlement, page, secrets, papers_sha256, previous_hash, hash)
      VALUES (\(number), \(row.at), \(row.call), \(row.person), \(row.entitlement), \(row.page), \(row.secretsText),
        \(papersHash), \(previous), \(row.hash(number: number, papersHash: papersHash, previous: previous)))
      """)
  }

  /// Newest first, after leaving out the newest `offset`.
  public func reveals(of call: ID<Call>, limit: Int, offset: Int) throws -> [RevealRow] {
    try rows(
      """
      SELECT r.at, r.call_id, r.person_id, r.entitlement, r.page, r.secrets, p.numbers
      FROM reveal r JOIN reveal_papers p ON p.sha256 = r.papers_sha256
      WHERE r.call_id = \(call) ORDER BY r.number DESC LIMIT \(limit) OFFSET \(offset)
      """, Self.reveal)
  }

  /// The number of the first entry that does not follow from the one before it, or whose papers were changed; nil when the
  /// record is whole.
  public func firstBrokenReveal() throws -> Int? {
    var previous = ""
    var expected = 1
    let entries = try rows(
      """
      SELECT r.at, r.call_id, r.person_id, r.entitlement, r.page, r.secrets, p.numbers, r.number, r.papers_sha256,
        r.previous_hash, r.hash
      FROM reveal r JOIN reveal_papers p ON p.sha256 = r.papers_sha256 ORDER BY r.number
      """
    ) { row in
      (
        row: try Self.reveal(row), number: try row.int(7), papersHash: try row.text(8), previous: try row.text(9),
        hash: try row.text(10)
      )
    }
    for entry in entries {
      let papersHash = hexadecimalHash(of: [entry.row.papersText])
      let hash = entry.row.hash(number: expected, papersHash: papersHash, previous: previous)
      if entry.number != expected || entry.papersHash != papersHash || entry.previous != previous || entry.hash != hash {
        return expected
      }
      previous = hash
      expected += 1
    }
    return nil
  }

  private static func reveal(_ row: Row) throws -> RevealRow {
    RevealRow(
      at: try row.instant(0), call: try row.id(1), person: try row.id(2), entitlement: try row.text(3), page: try row.text(4),
      secrets: Set(try row.text(5).split(separator: ",").compactMap { Secret(rawValue: String($0)) }),
      papers: Set(try row.text(6).split(separator: " ").compactMap { Int($0) }.map { SubmissionNumber($0) }))
  }
}
