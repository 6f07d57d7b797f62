internal import Pages
internal import PeerReview
internal import Store

extension Act {
  /// The meeting as one of the committee finds it: papers they may know of, counted without gaps. While the meeting talks about
  /// another they are sent out and told nothing of it. Empty once decisions are released.
  func meetingPage(
    for person: Person, in id: ID<Call>, isChair: Bool, query: String = "", problems: [FieldProblem] = [], opens: Instant? = nil
  ) throws -> MeetingPage {
    let call = try call(id).call
    let known = try session.meetingItems(in: id, knownTo: person.email)
    let newest = try session.meetingTurn(in: id)
    let isOpen = try session.releasedAt(id) == nil
    let (items, turn) = isOpen ? (known, newest) : ([], nil)
    let current = items.firstIndex { $0.id == turn?.submission }
    let papers = items.enumerated().map { index, item in
      MeetingPage.Row(
        id: item.id, number: item.number, title: item.title, track: call.track(item.track)?.name ?? item.track,
        state: index == current ? .now : current.map { index < $0 } ?? false ? .done : .next)
    }
    let now: MeetingPage.Now =
      if let turn {
        if let current { .paper(papers[current]) } else { turn.submission == nil ? .pause : .sentOut }
      } else {
        .notBegun
      }
    return MeetingPage(
      now: now, since: turn?.at, papers: papers, isChair: isChair, query: query, problems: problems, opens: opens)
  }
}
