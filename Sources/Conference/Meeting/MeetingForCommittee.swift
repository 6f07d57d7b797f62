internal import Pages
internal import PeerReview
internal import Store

extension Act {
  /// The meeting as one of the committee finds it: papers they may know of, counted without gaps. While the meeting talks about
  /// one they are in conflict with they are sent out and told nothing of it. Empty once decisions are released.
  func meetingPage(
    for person: Person, in id: ID<Call>, isChair: Bool, query: String = "", problems: [FieldProblem] = [], opens: Instant? = nil
  ) throws -> MeetingPage {
    let call = try call(id).call
    let known = try session.meetingItems(in: id, knownTo: person.email)
    let newest = try session.meetingTurn(in: id)
    let isOpen = try session.releasedAt(id) == nil
    let (items, turn) = isOpen ? (known, newest) : ([], nil)
    let papers = items.map { item in
      MeetingPage.Row(
        id: item.id, number: item.number, title: item.title, track: call.track(item.track)?.name ?? item.track,
        state: item.id == turn?.submission ? .now : item.wasCalled ? .done : .next)
    }
    return MeetingPage(
      now: try talkedAbout(turn, papers, person), since: turn?.at, papers: papers, isChair: isChair, seen: turn?.seen ?? "",
      query: query, problems: problems, opens: opens)
  }

  /// A paper that was called and isn't found on the agenda makes the meeting pause, but for those in conflict with it.
  private func talkedAbout(
    _ turn: MeetingTurnRow?, _ papers: [MeetingPage.Row], _ person: Person
  ) throws -> MeetingPage.Now {
    guard let turn else { return .notBegun }
    guard let called = turn.submission else { return .pause }
    if let paper = papers.first(where: { $0.id == called }) { return .paper(paper) }
    return MeetingRules.isSentOut(try session.standing(of: person, toward: called)) ? .sentOut : .pause
  }
}

extension MeetingTurnRow {
  /// What a form that moves the meeting on rests on. Tells one turn from another, and neither its paper nor how many there
  /// were: some may have been about a paper the viewer may not know of.
  var seen: String { "\(at.microseconds).\(ofMoment)" }
}
