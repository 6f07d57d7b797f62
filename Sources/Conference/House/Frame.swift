public import Pages
public import PeerReview
internal import Store

/// What every page of a call needs to know: who looks, and where the conference stands.
public struct Frame: Sendable {
  public let call: Call
  public let callVersion: Int
  public let session: SignedInSession?
  public let viewer: Viewer?
  let releasedAt: Instant?
  let now: Instant

  /// The layout around a page for this viewer.
  public func layout(formToken: String, notices: [Notice] = []) -> Layout {
    Layout(
      conference: call.name,
      viewer: viewer.map {
        ViewerBadge(
          name: $0.person.displayName, reviews: $0.isOnCommittee, chairs: $0.chairs, evaluates: $0.evaluates,
          chairsArtifacts: $0.chairsArtifacts, publishes: $0.publishes, chairsTracks: $0.chairsTracks)
      },
      phase: PhaseBanner(calendar: call.calendar, released: releasedAt != nil, now: now), notices: notices,
      formToken: formToken, now: now, zone: viewer.flatMap { Zone($0.person.timeZone) } ?? .utc)
  }
}

extension Conference {
  /// Loads the frame in one snapshot. Refuses `notFound` when no such call is open.
  public func frame(call id: ID<Call>, session: SignedInSession?) async throws -> Frame {
    try await look { act in
      let versioned = try act.call(id)
      let viewer = try session.map { session in
        Viewer(person: session.person, call: id, roles: try act.session.roles(of: session.person.id, at: id))
      }
      return Frame(
        call: versioned.call, callVersion: versioned.version, session: session, viewer: viewer,
        releasedAt: try act.session.releasedAt(id), now: act.now)
    }
  }
}
