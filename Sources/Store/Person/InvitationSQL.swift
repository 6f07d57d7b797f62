public import PeerReview

/// The question whether someone takes an office.
public struct InvitationRow: Sendable {
  public let id: String
  public let call: ID<Call>
  public let email: String
  public let name: String
  public let role: Role
  /// The track whose chair they are to be; nil for other offices.
  public let track: String?
  public let message: String
  public let invitedBy: String
  public let invitedAt: Instant
  public let expiresAt: Instant
  public let answeredAt: Instant?
  public let accepted: Bool?
  public let withdrawnAt: Instant?

  public init(
    id: String, call: ID<Call>, email: String, name: String, role: Role, track: String? = nil, message: String, invitedBy: String,
    invitedAt: Instant, expiresAt: Instant, answeredAt: Instant? = nil, accepted: Bool? = nil,
    withdrawnAt: Instant? = nil
  ) {
    self.id = id
    self.call = call
    self.email = email
    self.name = name
    self.role = role
    self.track = track
    self.message = message
    self.invitedBy = invitedBy
    self.invitedAt = invitedAt
    self.expiresAt = expiresAt
    self.answeredAt = answeredAt
    self.accepted = accepted
    self.withdrawnAt = withdrawnAt
  }
}

extension Session {
  public func add(_ row: InvitationRow, tokenHash: String) throws {
    try execute(
      """
      INSERT INTO invitation (id, token_hash, call_id, email, name, role, track, message, invited_by, invited_at, expires_at)
      VALUES (\(row.id), \(tokenHash), \(row.call), \(row.email), \(row.name), \(row.role.rawValue), \(row.track), \(row.message),
        \(row.invitedBy), \(row.invitedAt), \(row.expiresAt))
      """)
  }

  public func invitation(tokenHash: String) throws -> InvitationRow? {
    try first(
      "SELECT \(raw: SQL.invitationColumns) FROM invitation WHERE token_hash = \(tokenHash)", Self.invitation) ?? nil
  }

  /// Nil, too, for an invitation to another office than these.
  public func invitation(_ id: String, of call: ID<Call>, to roles: [Role] = Role.allCases) throws -> InvitationRow? {
    try first(
      """
      SELECT \(raw: SQL.invitationColumns) FROM invitation
      WHERE id = \(id) AND call_id = \(call) AND role IN \(list: roles.map(\.rawValue))
      """, Self.invitation) ?? nil
  }

  /// Those to one of the offices, newest first.
  public func invitations(of call: ID<Call>, to roles: [Role] = Role.allCases) throws -> [InvitationRow] {
    try rows(
      """
      SELECT \(raw: SQL.invitationColumns) FROM invitation
      WHERE call_id = \(call) AND role IN \(list: roles.map(\.rawValue)) ORDER BY invited_at DESC, id
      """, Self.invitation
    ).compactMap { $0 }
  }

  public func answerInvitation(_ id: String, accepted: Bool, reason: String, at now: Instant) throws {
    try execute(
      """
      UPDATE invitation SET answered_at = \(now), accepted = \(accepted), reason = \(reason)
      WHERE id = \(id) AND answered_at IS NULL
      """)
  }

  public func withdrawInvitation(_ id: String, at now: Instant) throws {
    try execute("UPDATE invitation SET withdrawn_at = \(now) WHERE id = \(id) AND answered_at IS NULL")
  }

  private static func invitation(_ row: Row) throws -> InvitationRow? {
    guard let role = Role(rawValue: try row.text(4)) else { return nil }
    return InvitationRow(
      id: try row.text(0), call: try row.id(1), email: try row.text(2), name: try row.text(3), role: role,
      track: try row.textOrNull(12),
      message: try row.text(5), invitedBy: try row.text(6), invitedAt: try row.instant(7), expiresAt: try row.instant(8),
      answeredAt: try row.instantOrNull(9), accepted: try row.boolOrNull(10), withdrawnAt: try row.instantOrNull(11))
  }
}

extension SQL {
  fileprivate static let invitationColumns: SQL = """
    id, call_id, email, name, role, message, invited_by, invited_at, expires_at, answered_at, accepted, withdrawn_at, track
    """
}
