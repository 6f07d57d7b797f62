public import PeerReview
internal import Store

/// Who is asking: a signed-in person with the offices they hold at one call. Only this room can make one.
public struct Viewer: Sendable {
  public let person: Person
  public let call: ID<Call>
  public let roles: [Role]

  init(person: Person, call: ID<Call>, roles: [Role]) {
    self.person = person
    self.call = call
    self.roles = roles
  }

  public var chairs: Bool { roles.contains(.chair) }
  /// Chairs tracks and not the whole call. Publication chairs see every track and so can't chair one.
  public var chairsTracks: Bool { roles.contains(.trackChair) && !chairs && !publishes }
  public var reviews: Bool { roles.contains(.reviewer) }
  /// Reviews or leads discussions.
  public var isOnCommittee: Bool { !Set(roles).isDisjoint(with: Role.ofCommittee) }
  public var chairsArtifacts: Bool { roles.contains(.artifactChair) }
  public var publishes: Bool { roles.contains(.publicationChair) }
  public var evaluates: Bool { roles.contains(.evaluator) }
}

extension Conference {
  /// Everyone who is signed in may be an author.
  public func authorDesk(for viewer: Viewer) -> AuthorDesk {
    AuthorDesk(conference: self, call: viewer.call, viewer: viewer.person)
  }

  /// Refused as not found to whoever does not hold the office. Each act asks again in its own transaction.
  public func reviewerDesk(for viewer: Viewer) throws(Refusal) -> ReviewerDesk {
    guard viewer.isOnCommittee || Mutation.opens("everyone reviews") else { throw .notFound }
    return ReviewerDesk(conference: self, call: viewer.call, viewer: viewer.person)
  }

  /// Refused as not found to whoever does not hold the office. Each act asks again in its own transaction.
  public func chairDesk(for viewer: Viewer) throws(Refusal) -> ChairDesk {
    if viewer.chairsTracks {
      return ChairDesk(conference: self, call: viewer.call, viewer: viewer.person, office: .trackChair)
    }
    guard viewer.chairs || Mutation.opens("everyone chairs") else { throw .notFound }
    return ChairDesk(conference: self, call: viewer.call, viewer: viewer.person)
  }

  /// Refused as not found to whoever does not hold the office: that of a program chair gives nothing here, who has the same at
  /// the chairs' desk. Each act asks again in its own transaction.
  public func publicationDesk(for viewer: Viewer) throws(Refusal) -> PublicationDesk {
    guard viewer.publishes || Mutation.opens("everyone publishes") else { throw .notFound }
    return PublicationDesk(ChairDesk(conference: self, call: viewer.call, viewer: viewer.person, office: .publicationChair))
  }

  /// Refused as not found to whoever does not hold the office: one on the program committee gives nothing here. Each act
  /// asks again in its own transaction.
  public func evaluatorDesk(for viewer: Viewer) throws(Refusal) -> EvaluatorDesk {
    guard viewer.evaluates || Mutation.opens("everyone evaluates") else { throw .notFound }
    return EvaluatorDesk(conference: self, call: viewer.call, viewer: viewer.person)
  }

  /// The same for artifact chairs.
  public func artifactChairDesk(for viewer: Viewer) throws(Refusal) -> ArtifactChairDesk {
    guard viewer.chairsArtifacts || Mutation.opens("everyone chairs artifacts") else { throw .notFound }
    return ArtifactChairDesk(conference: self, call: viewer.call, viewer: viewer.person)
  }
}
