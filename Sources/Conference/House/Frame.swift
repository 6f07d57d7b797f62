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
  /// The frame of a visitor. Refuses `notFound` when no such call is open.
  public func visitorFrame(call id: ID<Call>) async throws -> Frame {
    try await look { try $0.frame(call: id, session: nil) }
  }

  /// The frame of the session behind a cookie, or nil without one; both from one snapshot. Notes that the session was seen. Refuses
  /// `notFound` when no such call is open.
  public func frame(call id: ID<Call>, token: String) async throws -> Frame? {
    try await opened(token) { act, session in try act.frame(call: id, session: session) }
  }
}

extension Act {
  fileprivate func frame(call id: ID<Call>, session signedIn: SignedInSession?) throws -> Frame {
    let versioned = try call(id)
    let viewer = try signedIn.map { signedIn in
      Viewer(person: signedIn.person, call: id, roles: try session.roles(of: signedIn.person.id, at: id))
    }
    return Frame(
      call: versioned.call, callVersion: versioned.version, session: signedIn, viewer: viewer,
      releasedAt: try session.releasedAt(id), now: now)
  }
}
