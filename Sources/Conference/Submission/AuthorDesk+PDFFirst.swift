public import PeerReview
internal import Store
internal import Synchronization

/// A paper that is being begun with its manuscript. Has an id once the file was kept.
public final class PaperBegun: Sendable {
  private let registered = Mutex<ID<Submission>?>(nil)

  public init() {}

  public var id: ID<Submission>? { registered.withLock { $0 } }

  fileprivate func take(_ id: ID<Submission>) { registered.withLock { $0 = id } }
}

extension AuthorDesk {
  /// Begins a paper with its manuscript: a draft that says nothing else yet, its file in it, in one transaction. The same file
  /// sent twice begins one paper, and changes nothing in it. Refused where papers are registered with title and abstract.
  public func beginPaper(_ paper: PaperBegun) async throws -> Upload {
    let call = try await conference.look { act in try requireBeginning(act) }
    let intake = try conference.files.begin(limitBytes: FileSlot.manuscript.limitBytes(in: call))
    return Upload(
      intake, check: { bytes throws(Refusal) in try FileRules.keep(beginning: bytes) },
      ask: { try await conference.look { act in _ = try requireBeginning(act) } },
      keep: { stored in
        try await conference.act { act in
          _ = try requireBeginning(act)
          let empty = Entry(content: SubmissionContent(), authors: [], conflicts: [])
          let (id, isNew) = try register(empty, told: "file \(stored.sha256)", act)
          paper.take(id)
          return isNew ? try keep(stored, in: .manuscript, of: id, act) : 1
        }
      })
  }

  private func requireBeginning(_ act: Act) throws -> Call {
    let call = try act.call(self.call).call
    try SubmissionRules.register(call: call, at: act.now)
    try FileRules.beginPaper(call: call)
    return call
  }
}
