internal import PeerReview
internal import Store

/// One paper that someone of the committee has a part in, loaded and proven in one transaction.
protocol CommitteeTask: SendableMetatype {
  var row: SubmissionRow { get }
  var call: VersionedCall { get }
  var standing: Standing { get }
  var releasedAt: Instant? { get }
  var reveal: Reveal { get }
}

extension CommitteeTask {
  func secrecy(_ secret: Secret) -> Secrecy? { reveal.secrecy(of: secret) }
}

/// One paper a reviewer may know of.
struct ReviewerTask: CommitteeTask {
  let assignment: AssignmentRow
  let row: SubmissionRow
  let call: VersionedCall
  let standing: Standing
  let releasedAt: Instant?
  let reveal: Reveal
}

extension ReviewerDesk {
  /// The viewer's standing assignment while they hold the office. Everything else is not found.
  func task(_ id: ID<Assignment>, _ act: Act) throws -> ReviewerTask {
    try requireOffice(act)
    let loaded = try load(id, act)
    let releasedAt = try act.session.releasedAt(call)
    let opened = try act.session.openings(of: loaded.row.id).filter { $0.person == viewer.id }.map(\.secret)
    let moment = DisclosureMoment(
      call: loaded.call.call, releasedAt: releasedAt, now: act.now, opened: Set(opened))
    let reveal = Reveal(loaded.standing, at: moment)
    reveal.papers = [loaded.row.number]
    return ReviewerTask(
      assignment: loaded.assignment, row: loaded.row, call: loaded.call, standing: loaded.standing, releasedAt: releasedAt,
      reveal: reveal)
  }

  /// A look at one assigned paper. What the rules let through goes on record before the page is shown.
  func lookOnRecord<Page: Sendable>(
    _ id: ID<Assignment>, _ page: String, _ body: @escaping @Sendable (Act, ReviewerTask) throws -> Page
  ) async throws -> Page {
    try await lookOnRecord(page, { act in try task(id, act) }, body)
  }

  /// The same at any paper the viewer has a part in.
  func lookOnRecord<Task: CommitteeTask, Page: Sendable>(
    _ page: String, _ load: @escaping @Sendable (Act) throws -> Task,
    _ body: @escaping @Sendable (Act, Task) throws -> Page
  ) async throws -> Page {
    try await conference.lookOnRecord { act in
      let task = try load(act)
      return (try body(act, task), task.reveal.row(page: page, by: viewer, at: call, now: act.now))
    }
  }
}
