internal import PeerReview
internal import Store

extension Act {
  /// A track's review form as it stood in a version of the call: what was begun with it is written and read with it. Where that
  /// version has no such track, or isn't known, the form in force.
  func reviewForm(_ track: String, _ call: VersionedCall, begunAt version: Int?) throws -> ReviewForm? {
    if let version, version != call.version,
      let form = try conference.shelf.call(call.call.id, version: version, session)?.call.track(track)?.reviewForm
    {
      return form
    }
    return call.call.track(track)?.reviewForm
  }

  /// The form of one reviewer's review with the version of the call it is from: the one the review was begun with, or the one in
  /// force. Refuses `notFound` when the track has none.
  ///
  /// - Parameter hasDraft: Whether a draft counts as begun; who may not know of one goes by what was handed in.
  func begunForm(
    _ assignment: ID<Assignment>, _ track: String, _ call: VersionedCall, hasDraft: Bool = true
  ) throws -> (form: ReviewForm, version: Int) {
    let draft = hasDraft ? try session.reviewDraft(of: assignment)?.callVersion : nil
    let begun = try draft ?? session.reviewVersions(of: assignment).last?.callVersion
    guard let form = try reviewForm(track, call, begunAt: begun) else { throw Refusal.notFound }
    return (form, begun ?? call.version)
  }
}
