public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// The agenda and what the meeting talks about.
  public func meeting(query: String = "", problems: [FieldProblem] = []) async throws -> MeetingPage {
    try await conference.look { act in
      let call = try load(act).call
      let opens = call.calendar.discussion.opens
      return try act.meetingPage(
        for: viewer, in: self.call, isChair: true, query: query, problems: problems, opens: act.now < opens ? opens : nil)
    }
  }

  /// Puts the papers under review that a search finds on the agenda, in its order, in place of those this chair knows of
  /// there; others stay where they are. The meeting pauses when the paper that is called is none of them any more. Returns how
  /// many there are. Refuses `invalid` for a search that is not understood, finds nothing or too much.
  @discardableResult
  public func setAgenda(_ query: String) async throws -> Int {
    try await conference.act { act in
      let call = try hold(act)
      let moment = DisclosureMoment(call: call, releasedAt: nil, now: act.now)
      let rows = try TriedSearch.required { try found(.init(query: query), call, act, Reveal(.chair, at: moment)).rows }
        .filter { $0.facts.state == .submitted }
      if rows.isEmpty || rows.count > MeetingRules.limitPapers {
        throw Refusal.invalid([
          FieldProblem("q", "The search finds \(rows.count) papers; an agenda holds from 1 to \(MeetingRules.limitPapers).")
        ])
      }
      try takeOff(allBut: Set(rows.map(\.id)), act)
      for (index, row) in rows.enumerated() {
        try act.session.putMeetingItem(row.id, in: self.call, place: Int64(index + 1) * Ranking<ID<Submission>>.spacing)
      }
      try act.record("set agenda", by: viewer, at: self.call, about: self.call.text)
      return rows.count
    }
  }

  /// Calls a paper of the agenda. One this chair may not know of is not found. `seen` is the turn the page showed: refused as
  /// `stale` when the meeting went on since, unless what is asked for stands already.
  public func callPaper(_ id: ID<Submission>, seen: String) async throws {
    try await conference.act { act in
      _ = try hold(act)
      guard try act.session.meetingItems(in: call, knownTo: viewer.email).contains(where: { $0.id == id }) else {
        throw Refusal.notFound
      }
      try turn(to: id, seen: seen, act)
    }
  }

  /// Calls the paper of the whole agenda behind the one called last, also after a pause, or pauses behind the last: this chair
  /// may be sent out by it. Refuses `stale` as for one paper.
  public func callNext(seen: String) async throws {
    try await conference.act { act in
      _ = try hold(act)
      let last = try act.session.lastCalled(in: call)
      try turn(to: try act.session.meetingItem(after: last, in: call), seen: seen, act)
    }
  }

  /// Refuses `stale` as for one paper.
  public func pauseMeeting(seen: String) async throws {
    try await conference.act { act in
      _ = try hold(act)
      try turn(to: nil, seen: seen, act)
    }
  }

  /// Takes papers this chair knows of off the agenda. The meeting pauses when it talks about one of them.
  private func takeOff(allBut wanted: Set<ID<Submission>>, _ act: Act) throws {
    let called = try act.session.meetingTurn(in: call)?.submission
    for item in try act.session.meetingItems(in: call, knownTo: viewer.email) where !wanted.contains(item.id) {
      try act.session.removeMeetingItem(item.id)
      if item.id == called { try turn(to: nil, act) }
    }
  }

  private func hold(_ act: Act) throws -> Call {
    let call = try load(act).call
    try MeetingRules.hold(call: call, releasedAt: try act.session.releasedAt(self.call), at: act.now)
    return call
  }

  /// Twice the same is once.
  private func turn(to id: ID<Submission>?, seen: String, _ act: Act) throws {
    let newest = try act.session.meetingTurn(in: call)
    if let newest, newest.submission == id { return }
    if seen != newest?.seen ?? "" { throw Refusal.stale }
    try turn(to: id, act)
  }

  private func turn(to id: ID<Submission>?, _ act: Act) throws {
    try act.session.addMeetingTurn(id, in: call, by: viewer.id, at: act.now)
    try act.record("call paper", by: viewer, at: call, about: id?.text ?? call.text)
  }
}
