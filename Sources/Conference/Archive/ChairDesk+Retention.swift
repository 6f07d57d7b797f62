public import Pages
internal import PeerReview
internal import Store

extension ChairDesk {
  /// What the call keeps how long, and what was done by it.
  public func retention() async throws -> RetentionPage {
    try await conference.look { act in
      let call = try load(act).call
      try requireHouse(.callVersions)
      let done = try act.session.retentionActs(of: self.call)
      return RetentionPage(
        rules: call.retention.rules,
        steps: call.retention.steps.map { step in
          .init(step: step, doneAt: done.first { $0.kind == step.kind.rawValue && $0.what == step.words }?.at)
        })
    }
  }

  /// Refuses as closed when the call's retention rules have closed it to chairs.
  func requireOpen(_ secret: Secret, _ call: Call, _ act: Act) throws(Refusal) {
    if let since = call.retention.seals(at: act.now).since(secret, for: .chair) { throw .closed(since: since) }
  }
}
