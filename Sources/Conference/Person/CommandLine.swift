public import PeerReview
internal import Store

extension Conference {
  /// A person the operator speaks for on the command line: on record, and never with wider rights than the person has.
  /// Refuses `notFound` when there is no such account.
  public func viewerFromCommandLine(email: EmailAddress, call: ID<Call>, command: String) async throws -> Viewer {
    try await act { act in
      guard let person = try act.session.person(email: email.folded) else { throw Refusal.notFound }
      try act.record("speak for \(person.id)", bySystem: "command line", at: call, about: call.text, command)
      return Viewer(person: person, call: call, roles: try act.session.roles(of: person.id, at: call))
    }
  }
}
