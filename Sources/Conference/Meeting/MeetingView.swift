internal import Pages
internal import PeerReview
internal import Store

extension Act {
  /// The meeting as one of the committee finds it: papers they may know of, counted without gaps. While the meeting talks about
  /// another they are sent out and told nothing of it.
  func meeting(for person: Person, in id: ID<Call>) throws -> MeetingView {
    let items = try session.meetingItems(in: id, knownTo: person.email)
    let turn = try session.meetingTurn(in: id)
    let current = turn?.submission
    let isOpen = try session.releasedAt(id) == nil
    return MeetingView(
      items: isOpen ? items : [],
      now: !isOpen || current == nil
        ? (turn == nil || !isOpen ? .notBegun : .pause)
        : items.contains { $0.id == current } ? .paper : .sentOut,
      current: current, since: turn?.at)
  }
}

struct MeetingView {
  enum Now { case notBegun, pause, paper, sentOut }

  let items: [MeetingItemRow]
  let now: Now
  let current: ID<Submission>?
  let since: Instant?

  func page(_ call: Call, isChair: Bool, query: String = "", problems: [FieldProblem] = [], opens: Instant?) -> MeetingPage {
    let at = items.firstIndex { $0.id == current }
    return MeetingPage(
      now: shown(call), since: now == .notBegun ? nil : since,
      papers: items.enumerated().map { index, item in
        row(item, call, state: index == at ? .now : at.map { index < $0 } ?? false ? .done : .next)
      }, isChair: isChair, query: query, problems: problems, opens: opens)
  }

  private func shown(_ call: Call) -> MeetingPage.Now {
    switch now {
    case .notBegun: .notBegun
    case .pause: .pause
    case .sentOut: .sentOut
    case .paper: items.first { $0.id == current }.map { .paper(row($0, call, state: .now)) } ?? .pause
    }
  }

  private func row(_ item: MeetingItemRow, _ call: Call, state: MeetingPage.State) -> MeetingPage.Row {
    .init(
      id: item.id, number: item.number, title: item.title, track: call.track(item.track)?.name ?? item.track, state: state)
  }
}
