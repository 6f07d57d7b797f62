public import Pages
internal import PeerReview
internal import Store

extension ReviewerDesk {
  /// The meeting as it stands. Not found before the discussion opens.
  public func meeting() async throws -> MeetingPage {
    try await conference.look { act in
      try requireCommittee(act)
      let call = try act.call(self.call).call
      if act.now < call.calendar.discussion.opens { throw Refusal.notFound }
      return try act.meetingPage(for: viewer, in: self.call, isChair: false)
    }
  }
}
