public import PeerReview

/// When all decisions of a call are to be released, as a chair set it.
public struct TimedReleaseRow: Sendable {
  public let at: Instant
  public let by: ID<Person>
  /// Why it couldn't be done at that moment; nil while it is to come.
  public let failure: TimedReleaseFailure?
}

extension Session {
  public func timedRelease(of call: ID<Call>) throws -> TimedReleaseRow? {
    try first("SELECT at, by_person, failure FROM timed_release WHERE call_id = \(call)") {
      TimedReleaseRow(at: try $0.instant(0), by: try $0.id(1), failure: TimedReleaseFailure(rawValue: try $0.text(2)))
    }
  }

  /// In place of the moment that was set before.
  public func setTimedRelease(of call: ID<Call>, at moment: Instant, by person: ID<Person>) throws {
    try execute(
      """
      INSERT INTO timed_release (call_id, at, by_person, failure) VALUES (\(call), \(moment), \(person), '')
      ON CONFLICT (call_id) DO UPDATE SET at = excluded.at, by_person = excluded.by_person, failure = excluded.failure
      """)
  }

  /// Puts back a release that couldn't be done at its moment.
  public func refuseTimedRelease(of call: ID<Call>, _ failure: TimedReleaseFailure) throws {
    try execute("UPDATE timed_release SET failure = \(failure.rawValue) WHERE call_id = \(call)")
  }

  /// False when none was set.
  @discardableResult
  public func endTimedRelease(of call: ID<Call>) throws -> Bool {
    try execute("DELETE FROM timed_release WHERE call_id = \(call)") > 0
  }
}
