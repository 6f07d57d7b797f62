internal import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// Answers an exception the authors claimed (C14); contacts are told. The answer may change until decisions are
  /// released; the same answer again changes nothing.
  public func answerException(_ id: ID<Submission>, key: String, approved: Bool, reason: String = "") async throws {
    try await conference.act { act in
      let (row, versioned) = try load(id, act)
      let exception = versioned.call.dualSubmissionExceptions.first { $0.key == key && $0.wantsChairApproval }
      let claimed = try act.session.version(row.facts.version, of: id)?.content.answers.exceptions[key] != nil
      guard let exception, claimed else {
        throw Refusal.invalid([FieldProblem("exception", "This paper claims no such exception that asks for an answer.")])
      }
      if try act.session.approvalHistory(of: id).last(where: { $0.exception == key })?.approved == approved { return }
      if let releasedAt = try act.session.releasedAt(call) { throw Refusal.closed(since: releasedAt) }
      if let ended = row.facts.withdrawnAt ?? row.facts.deskRejectedAt { throw Refusal.closed(since: ended) }
      let words = trimmed(String(reason.prefix(5_000)))
      try act.session.addApproval(of: key, approved: approved, submission: id, by: viewer.id, at: act.now)
      try act.record(
        approved ? "approve exception" : "refuse exception", by: viewer, at: call, about: id.text,
        words.isEmpty ? key : "\(key): \(words)")
      for author in try act.session.authors(of: id, version: row.facts.version) where author.contact {
        try act.post(
          ExceptionAnsweredLetter(
            head: act.letterhead(versioned.call), number: row.number, title: row.title, exception: exception.label,
            approved: approved, reason: words, path: "/submissions/\(id)"),
          kind: "exception-answered", to: author.email, name: author.name, call: call, about: id)
      }
    }
  }
}
