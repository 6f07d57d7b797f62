public import Pages
public import PeerReview
internal import Store

extension Conference {
  /// The statistics of a call. Refuses as not found before the release, and whoever the call does not name.
  public func statistics(of id: ID<Call>, for viewer: Viewer?) async throws -> StatisticsPage {
    try await look { act in
      let call = try act.call(id).call
      let roles = try viewer.map { try act.session.roles(of: $0.person.id, at: id) } ?? []
      try call.statistics.read(
        isCommittee: !Set(roles).isDisjoint(with: Role.ofProgram), releasedAt: try act.session.releasedAt(id))
      let counts = try act.session.trackCounts(in: id, accepting: call.acceptingKinds)
      let statistics = try Statistics(counts, tracks: call.tracks.map(\.key)) { told in
        try act.session.reviewCounts(in: id, tracks: told)
      }
      return StatisticsPage(
        tracks: statistics.tracks.map { (name: call.track($0.key)?.name ?? $0.key, figures: $0) }, statistics: statistics)
    }
  }
}
