public import PeerReview
internal import Store

extension Conference {
  /// Kind → how many letters were queued, secret ones included. For rehearsals and operators, never for a viewer.
  public func letterCounts(call: ID<Call>) async throws -> [String: Int] {
    let counts = try await look { try $0.session.countLetters(of: call) }
    return Dictionary(counts.map { ($0.kind, $0.count) }, uniquingKeysWith: { $1 })
  }
}
