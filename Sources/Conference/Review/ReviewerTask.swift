internal import PeerReview
internal import Store

/// One paper a reviewer may know of, loaded and proven in one transaction.
struct ReviewerTask {
  let assignment: AssignmentRow
  let row: SubmissionRow
  let call: VersionedCall
  let standing: Standing
  let releasedAt: Instant?
  let moment: DisclosureMoment

  func secrecy(_ secret: Secret) -> Secrecy? {
    DisclosureRules.secrecy(of: secret, for: standing, at: moment)
  }
}

extension ReviewerDesk {
  /// The viewer's standing assignment while they hold the office. Everything else is not found.
  func task(_ id: ID<Assignment>, _ act: Act) throws -> ReviewerTask {
    try requireOffice(act)
    let loaded = try load(id, act)
    let releasedAt = try act.session.releasedAt(call)
    return ReviewerTask(
      assignment: loaded.assignment, row: loaded.row, call: loaded.call, standing: loaded.standing,
      releasedAt: releasedAt, moment: DisclosureMoment(call: loaded.call.call, releasedAt: releasedAt, now: act.now))
  }
}
