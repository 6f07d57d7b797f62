public import PeerReview

extension Session {
  public func serverKey(_ name: String) throws -> String? {
    try first("SELECT secret FROM server_key WHERE name = \(name)") { try $0.text(0) }
  }

  /// The one that is there already stays.
  public func addServerKey(_ name: String, _ secret: String, at now: Instant) throws {
    try execute(
      "INSERT INTO server_key (name, secret, at) VALUES (\(name), \(secret), \(now)) ON CONFLICT (name) DO NOTHING")
  }
}
