public import PeerReview
internal import Store

extension Conference {
  /// Opens the call a file states, or stores a changed file as a new version of an open one; both are on record.
  ///
  /// The same text again changes nothing. Refuses `invalid` with every mistake when the text is not a call file.
  /// `shift` moves every date of the file: for sample conferences. Returns the version in force.
  @discardableResult
  public func openCall(text: String, file: String, shift: Span = Span(microseconds: 0), reason: String) async throws -> (
    id: ID<Call>, version: Int
  ) {
    let call: Call
    switch CallFile.parse(text, file: file) {
    case .success(let parsed): call = parsed
    case .failure(let mistakes): throw Refusal.invalid(mistakes.problems.map { FieldProblem("text", "\($0)") })
    }
    return try await act { act in
      let version = try act.storeCall(call.id, text: text, shift: shift, reason: reason, by: nil)
      return (call.id, version)
    }
  }

  /// Calls on this server, newest first.
  public func calls() async throws -> [ID<Call>] {
    try await look { try $0.session.calls() }
  }

  /// The call in force, with its dates as shifted. Refuses `notFound` when it isn't open here.
  public func call(_ id: ID<Call>) async throws -> Call {
    try await look { try $0.call(id).call }
  }
}

extension Act {
  /// Stores the text as the next version unless it is what stands already; returns the version in force.
  func storeCall(
    _ id: ID<Call>, text: String, shift: Span, reason: String, by: Person?, through door: String = "command line"
  ) throws -> Int {
    let sha256 = Token.hash("\(shift.microseconds)\n\(text)")
    let current = try session.currentCallStamp(of: id)
    if let current, current.sha256 == sha256 { return current.version }
    let version = (current?.version ?? 0) + 1
    try session.openCall(id, at: now)
    try session.add(
      CallVersionRow(
        call: id, version: version, text: text, sha256: sha256, shift: shift, reason: reason, by: by?.id.text, at: now))
    // A call that is only opened has no files yet.
    if version > 1 { try enqueue(.screenAgain(id)) }
    let detail = "version \(version) \(sha256)"
    if let by {
      try record("change call", by: by, at: id, about: id.text, detail)
    } else {
      try record("open call", bySystem: door, at: id, about: id.text, detail)
    }
    return version
  }
}
