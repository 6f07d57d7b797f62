internal import Pages
internal import PeerReview
internal import Store

extension ChairDesk {
  /// Has all decisions released at a moment, written as in the call file. It takes the place of one that was set before. What is
  /// decided at that moment goes out, by the rules of a release by hand; on record.
  ///
  /// Refuses `invalid`: no moment, one that is past, one before the announced moment; `closed` once all are released.
  public func setReleaseTime(_ text: String) async throws {
    try await conference.act { act in
      let call = try load(act).call
      let moment = try CallDate.read(text, in: call)
      try DecisionRules.releaseTime(moment, call: call, releasedAt: try act.session.releasedAt(self.call), at: act.now)
      if let standing = try act.session.timedRelease(of: self.call), standing.failure == nil, standing.at == moment { return }
      try act.session.setTimedRelease(of: self.call, at: moment, by: viewer.id)
      try act.record("set release time", by: viewer, at: self.call, about: self.call.text, moment.utc)
      try act.enqueue(.releaseDecisions(self.call), due: moment)
    }
  }

  /// Decisions are released by hand again. Taking it back twice is done once.
  public func dropReleaseTime() async throws {
    try await conference.act { act in
      _ = try load(act)
      guard try act.session.endTimedRelease(of: self.call) else { return }
      try act.record("take back release time", by: viewer, at: self.call, about: self.call.text)
    }
  }

  /// When everything is released, as those see it who may release; nil for others, and where no moment is set.
  func timedRelease(_ act: Act) throws -> TimedRelease? {
    guard office == .chair, let row = try act.session.timedRelease(of: call) else { return nil }
    return TimedRelease(at: row.at, by: try act.session.person(row.by)?.displayName ?? "", failure: row.failure)
  }
}

extension Act {
  /// Releases all decisions whose moment has come, for the chair who set it, or puts that back when the rules forbid it by then, and
  /// writes so to the chairs. The moment may have been moved or taken back since, and decisions may be released already.
  func releaseAtItsTime(_ id: ID<Call>) throws {
    guard let timed = try session.timedRelease(of: id), timed.failure == nil, timed.at <= now,
      let chair = try session.person(timed.by)
    else { return }
    let call = try call(id).call
    let letters: [OutgoingDecision]
    do {
      letters = try lettersToRelease(call, knownUndecided: [])
    } catch Refusal.closed {
      try session.endTimedRelease(of: id)
      return
    } catch Refusal.notYetOpen {
      return try putBack(timed, by: chair, .early, of: call)
    } catch Refusal.invalid {
      return try putBack(timed, by: chair, .undecided, of: call)
    }
    try release(letters, of: call, by: chair)
  }

  /// Tells everyone who can release. Which papers kept it from happening, and how many, stands in no letter.
  private func putBack(_ timed: TimedReleaseRow, by chair: Person, _ failure: TimedReleaseFailure, of call: Call) throws {
    try session.refuseTimedRelease(of: call.id, failure)
    try record("put back release", bySystem: "calendar", at: call.id, about: call.id.text, failure.rawValue)
    for reader in try session.people(in: .chair, at: call.id) {
      let letter = ReleasePutBackLetter(
        head: letterhead(call), name: reader.displayName, at: timed.at, by: chair.displayName, failure: failure,
        path: "/chair/decisions/letters#release")
      try post(letter, kind: "release-put-back", to: reader.email, name: reader.name, call: call.id)
    }
  }
}
