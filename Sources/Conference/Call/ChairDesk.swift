internal import Pages
public import PeerReview
internal import Store

/// What a program chair can do at one call. A chair who wrote a paper or is in conflict with it does not find it here.
public struct ChairDesk: Sendable {
  let conference: Conference
  public let call: ID<Call>
  let viewer: Person
  /// Publication chairs come here through `PublicationDesk`, which leads to their operations only. To track chairs papers of
  /// other tracks are as those they are in conflict with, and what concerns the whole call is not found.
  var office = Role.chair

  /// What an operation reaches.
  enum Scope {
    /// Papers the chair may know of, and nothing else.
    case papers
    case wholeCall
  }

  /// The call in force, with the viewer's office proven in this transaction.
  func load(_ act: Act, _ scope: Scope = .wholeCall) throws -> VersionedCall {
    let roles = try act.session.roles(of: viewer.id, at: call)
    let isHeld = roles.contains(office) && (office != .trackChair || !roles.contains(.publicationChair))
    guard isHeld || Mutation.opens(office == .publicationChair ? "everyone publishes" : "everyone chairs") else {
      throw Refusal.notFound
    }
    if office == .trackChair, scope == .wholeCall, !Mutation.opens("track chairs chair the whole call") { throw Refusal.notFound }
    return try act.call(call)
  }

  /// Refuses as not found what chairs may not know of the house.
  func requireHouse(_ secret: HouseSecret) throws(Refusal) {
    if DisclosureRules.secrecy(of: secret, for: .chair) != nil { throw .notFound }
  }

  /// A look at papers this chair may know of. What the rules let through goes on record before the page is shown.
  func lookOnRecord<Page: Sendable>(
    _ page: String, _ scope: Scope = .wholeCall, _ body: @escaping @Sendable (Act, Reveal) throws -> Page
  ) async throws -> Page {
    try await conference.lookOnRecord { act in
      let call = try load(act, scope).call
      let reveal = try reveal(call, act)
      return (try body(act, reveal), reveal.row(page: page, by: viewer, at: self.call, now: act.now))
    }
  }

  /// What the rules let this chair see of papers they may know of.
  func reveal(_ call: Call, _ act: Act) throws -> Reveal {
    let moment = DisclosureMoment(call: call, releasedAt: try act.session.releasedAt(self.call), now: act.now)
    return Reveal(office == .publicationChair ? .publication : .chair, at: moment)
  }

  /// A paper this chair may know of. Their own and conflicted ones are not found; for publication chairs, nor is any that isn't
  /// accepted, or before the release.
  func load(_ id: ID<Submission>, _ act: Act) throws -> (row: SubmissionRow, call: VersionedCall) {
    let versioned = try load(act, .papers)
    if office == .publicationChair {
      guard try act.session.releasedAt(call) != nil,
        let row = try act.session.submission(
          id, in: call, chairedBy: viewer.email, decided: versioned.call.acceptingKinds)
      else { throw Refusal.notFound }
      return (row, versioned)
    }
    guard let row = try act.session.submission(id, in: call, chairedBy: viewer.email) else { throw Refusal.notFound }
    return (row, versioned)
  }
}
