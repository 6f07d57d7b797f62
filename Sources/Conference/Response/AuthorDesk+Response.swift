internal import Pages
public import PeerReview
internal import Store

extension AuthorDesk {
  /// Sends the authors' one answer to the reviews; its reviewers are told. The same text posted twice is sent once.
  public func respond(to id: ID<Submission>, text: String) async throws {
    try await conference.act { act in
      let (row, versioned) = try loadAsContact(id, act)
      let earlier = try act.session.response(of: id)
      if let earlier, earlier.text == text { return }
      // Nothing of reviews is read before authors may know of them: what it costs would tell how many there are.
      let moment = DisclosureMoment(call: versioned.call, releasedAt: nil, now: act.now)
      let mayCount = DisclosureRules.secrecy(of: .reviewCount, for: .author(contact: true), at: moment) == nil
      let reviews = mayCount ? try act.session.reviewedAssignments(of: id).count : 0
      try ResponseRules.respond(
        row.facts, text: text, answeredAt: earlier?.at, reviews: reviews, call: versioned.call, at: act.now)
      try act.session.addResponse(text, to: id, by: viewer.id, at: act.now)
      try act.record("respond", by: viewer, at: call, about: id.text, "\(Words.count(text)) words")
      let head = act.letterhead(versioned.call)
      for assignment in try act.session.assignments(of: id) {
        guard let reviewer = try act.session.person(assignment.person) else { continue }
        try act.post(
          ResponseReceivedLetter(head: head, number: row.number, title: row.title, path: "/reviews/\(assignment.id)"),
          kind: "response-received", to: reviewer.email, name: reviewer.name, call: call, about: id)
      }
    }
  }
}
