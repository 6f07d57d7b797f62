internal import PeerReview
internal import Store
internal import Synchronization

/// A call with the number of its stored version.
struct VersionedCall: Sendable {
  let call: Call
  let version: Int
}

/// Parsed calls by the hash of their text and shift: parsing costs more than the query that tells which one is in force.
final class CallShelf: Sendable {
  private let parsed = Mutex<[String: VersionedCall]>([:])

  func call(_ id: ID<Call>, _ session: Session) throws -> VersionedCall {
    guard let stamp = try session.currentCallStamp(of: id) else { throw Refusal.notFound }
    let key = "\(id) \(stamp.version) \(stamp.sha256)"
    if let found = parsed.withLock({ $0[key] }) { return found }
    guard let row = try session.currentCallVersion(of: id) else { throw Refusal.notFound }
    return try keep(row, as: key)
  }

  /// An earlier version, as long as this server reads it; nil otherwise.
  func call(_ id: ID<Call>, version: Int, _ session: Session) throws -> VersionedCall? {
    let key = "\(id) \(version)"
    if let found = parsed.withLock({ $0[key] }) { return found }
    guard let row = try session.callVersion(version, of: id) else { return nil }
    return try? keep(row, as: key)
  }

  private func keep(_ row: CallVersionRow, as key: String) throws -> VersionedCall {
    switch CallFile.parse(row.text, file: "\(row.call) version \(row.version)") {
    case .success(let call):
      let versioned = VersionedCall(call: call.shifted(by: row.shift), version: row.version)
      parsed.withLock { $0[key] = versioned }
      return versioned
    case .failure(let problems):
      throw StoreFault.corrupt("the stored call no longer parses: \(problems)")
    }
  }
}
