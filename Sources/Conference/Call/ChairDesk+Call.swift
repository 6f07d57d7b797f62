public import Pages
internal import PeerReview
internal import Store

extension ChairDesk {
  /// Every version of the call file, newest first, with the text of the one in force.
  public func callVersions() async throws -> CallVersionsPage {
    try await conference.look { act in
      _ = try load(act)
      try requireHouse(.callVersions)
      let rows = try act.session.callVersions(of: call)
      return CallVersionsPage(versions: try versions(rows, act), text: rows.first?.text ?? "")
    }
  }

  /// The same page with every mistake in `text`, each with its place; nothing is stored.
  public func checkCall(text: String, reason: String = "") async throws -> CallVersionsPage {
    try await conference.look { act in
      let current = try load(act).call
      try requireHouse(.callVersions)
      let rows = try act.session.callVersions(of: call)
      let mistakes: [CallFileMistake]
      switch Self.read(text) {
      case .failure(let found): mistakes = found.problems.map(CallFileMistake.init)
      case .success(let changed): mistakes = try obstacles(from: current, to: changed, text: text, act)
      }
      return CallVersionsPage(
        versions: try versions(rows, act), text: text, reason: reason, mistakes: mistakes, isFine: mistakes.isEmpty)
    }
  }

  /// Stores `text` as the next version of the call; it binds everyone at once and is on record. Returns the version in
  /// force. The text in force, posted again, makes no version.
  ///
  /// Refuses `invalid` with every mistake, each beginning with its place. Also refused: a file of another call, a change
  /// without a reason, and one that removes a key which submissions, reviews, bids or decisions use. A shift of the dates,
  /// as sample conferences have, stays.
  @discardableResult
  public func changeCall(text: String, reason: String) async throws -> Int {
    let read = Self.read(text)
    return try await conference.act { act in
      let current = try load(act).call
      guard let stored = try act.session.currentCallVersion(of: call) else { throw Refusal.notFound }
      if stored.text == text { return stored.version }
      let changed: Call
      switch read {
      case .failure(let found):
        throw Refusal.invalid(found.problems.map { Self.problem(CallFileMistake($0)) })
      case .success(let call): changed = call
      }
      var problems = try obstacles(from: current, to: changed, text: text, act).map(Self.problem)
      if Words.isBlank(reason) || reason.count > 2_000 {
        problems.append(FieldProblem("reason", "Say why the call changes, in at most 2000 characters."))
      }
      if !problems.isEmpty { throw Refusal.invalid(problems) }
      return try act.storeCall(call, text: text, shift: stored.shift, reason: trimmed(reason), by: viewer)
    }
  }

  private static func read(_ text: String) -> Result<Call, CallFileProblems> {
    CallFile.parse(text, file: "call file")
  }

  private static func problem(_ mistake: CallFileMistake) -> FieldProblem {
    FieldProblem("text", "Line \(mistake.line), column \(mistake.column): \(mistake.message)")
  }

  private func versions(_ rows: [CallVersionRow], _ act: Act) throws -> [CallVersionsPage.Version] {
    let people = try act.session.people(rows.compactMap { $0.by.map { ID<Person>($0) } })
    return rows.enumerated().map { position, row in
      CallVersionsPage.Version(
        number: row.version, storedAt: row.at,
        storedBy: row.by.flatMap { people[ID($0)]?.displayName } ?? "the server's operator", reason: row.reason,
        isCurrent: position == 0)
    }
  }

  /// What a well-formed file may still not change.
  private func obstacles(from current: Call, to changed: Call, text: String, _ act: Act) throws -> [CallFileMistake] {
    if changed.id != current.id {
      let message = "This is the file of another call, “\(changed.id)”. It has to stay “\(current.id)”."
      return [.init(line: CallKeys.line(of: "call", in: text), column: 1, message: message)]
    }
    let keys = CallKeys(
      stored: try act.session.storedKeys(of: call), contents: Array(try act.session.currentContent(in: call).values))
    return keys.lost(from: current, to: changed).map { section, message in
      .init(line: CallKeys.line(of: section, in: text), column: 1, message: message)
    }
  }
}

extension CallFileMistake {
  init(_ problem: CallFileProblem) {
    self.init(line: problem.line, column: problem.column, message: problem.message)
  }
}
