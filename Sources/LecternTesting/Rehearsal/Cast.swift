internal import Conference
internal import PeerReview

/// The people of a rehearsal, signed in once each through a one-time link, as they would by mail.
struct Cast {
  let conference: Conference
  let call: ID<Call>
  private var sessions: [String: SignedInSession] = [:]

  init(conference: Conference, call: ID<Call>) {
    self.conference = conference
    self.call = call
  }

  mutating func session(_ person: SamplePerson) async throws -> SignedInSession {
    if let known = sessions[person.email] { return known }
    guard let address = EmailAddress(person.email) else { throw Refusal.notFound }
    let path = try await conference.signInPath(email: address, lifetime: .minutes(5))
    let token = path.split(separator: "/").last.map(String.init) ?? ""
    let browser = try await conference.signIn(linkToken: token, device: "Rehearsal")
    guard let session = try await conference.session(token: browser.token) else { throw Refusal.notFound }
    try await conference.accountDesk(for: session).save(
      .init(name: person.name, affiliation: person.affiliation.name, orcid: "", timeZone: ""))
    guard let named = try await conference.session(token: browser.token) else { throw Refusal.notFound }
    sessions[person.email] = named
    return named
  }

  mutating func viewer(_ person: SamplePerson) async throws -> Viewer {
    try await conference.viewer(try await session(person).person, at: call)
  }

  mutating func author(_ person: SamplePerson) async throws -> AuthorDesk {
    conference.authorDesk(for: try await viewer(person))
  }

  mutating func reviewer(_ person: SamplePerson) async throws -> ReviewerDesk {
    try conference.reviewerDesk(for: try await viewer(person))
  }

  mutating func chair(_ person: SamplePerson) async throws -> ChairDesk {
    try conference.chairDesk(for: try await viewer(person))
  }

  mutating func evaluator(_ person: SamplePerson) async throws -> EvaluatorDesk {
    try conference.evaluatorDesk(for: try await viewer(person))
  }

  mutating func artifactChair(_ person: SamplePerson) async throws -> ArtifactChairDesk {
    try conference.artifactChairDesk(for: try await viewer(person))
  }

  /// Invites and accepts, so that the office is held.
  mutating func appoint(_ person: SamplePerson, _ role: Role) async throws {
    guard let address = EmailAddress(person.email) else { throw Refusal.notFound }
    let path = try await conference.invite(email: address, name: person.name, as: Appointment(role), call: call)
    let token = path.split(separator: "/").last.map(String.init) ?? ""
    _ = try await conference.answerInvitation(token: token, accepts: true, reason: "", device: "Rehearsal")
  }
}
