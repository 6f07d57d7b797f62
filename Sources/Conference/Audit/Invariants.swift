public import PeerReview
internal import Store

/// Something that must never be true of a conference, found to be true.
public struct InvariantViolation: Hashable, Sendable, CustomStringConvertible {
  public let invariant: String
  public let detail: String

  public var description: String { "\(invariant): \(detail)" }
}

extension Conference {
  /// Asks of the stored facts, independently of the rules that let them in, what must hold of every conference.
  ///
  /// Nothing in the answer is meant for a viewer: it names papers and people by id.
  public func invariantViolations(call id: ID<Call>) async throws -> [InvariantViolation] {
    let found = try await look { try $0.invariantViolations(id) }
    let missing = try await look { act in
      try act.session.storedFiles().filter { try !act.conference.files.contains($0) }
    }
    return found + missing.map { InvariantViolation(invariant: "stored file missing", detail: $0) }
  }
}

extension Act {
  fileprivate func invariantViolations(_ id: ID<Call>) throws -> [InvariantViolation] {
    let call = try call(id).call
    var found: [InvariantViolation] = []
    func note(_ invariant: String, _ details: [String]) {
      found += details.map { InvariantViolation(invariant: invariant, detail: $0) }
    }
    let facts = session
    note("submitted paper without a manuscript", try facts.submittedWithoutManuscript(in: id))
    note("late upload", try facts.uploadsOutside(call.calendar.completing, in: id))
    let due = call.calendar.cameraReady ?? call.calendar.submission.opens
    note("late upload of a final version", try facts.finalUploadsOutside(due: due, in: id))
    note("late version or submission", try facts.savesOutside(call.calendar.completing, in: id))
    note("conflicted or own assignment", try facts.forbiddenAssignments(in: id))
    note("load over the maximum", try facts.loads(over: call.assignment.loadMaximum, in: id))
    note(
      "review outside its period",
      try facts.reviewsOutside(
        Period(opens: call.calendar.reviewing.opens, closes: call.calendar.discussion.closes), in: id))
    note("response outside its period", try facts.responsesOutside(call.calendar.response, in: id))
    note("author list empty", try facts.submittedWithoutContact(in: id))
    if try facts.releasedAt(id) == nil { note("decision mailed before release", try facts.decisionLetters(in: id)) }
    if let released = try facts.releasedAt(id), released < call.calendar.notification {
      note("released before the announced moment", ["\(released.utc)"])
    }
    if let broken = try facts.firstBrokenReveal() { note("record of reveals broken", ["entry \(broken)"]) }
    if let broken = try facts.firstBrokenAuditEntry() { note("record broken", ["entry \(broken)"]) }
    return found
  }
}
