internal import Foundation
internal import Pages
public import PeerReview
internal import Store

/// What a signed-in person can do as an author at one call. Papers they are not listed on are not found here.
public struct AuthorDesk: Sendable {
  let conference: Conference
  public let call: ID<Call>
  let viewer: Person
  /// A chair looks at what the viewer sees: what follows from other papers stays out.
  var isForChair = false

  /// Everything a form says of a paper, as typed.
  public struct Entry: Hashable, Sendable {
    public var content: SubmissionContent
    public var authors: [Author]
    public var conflicts: [DeclaredConflict]

    public init(content: SubmissionContent, authors: [Author], conflicts: [DeclaredConflict]) {
      self.content = content
      self.authors = authors
      self.conflicts = conflicts
    }
  }

  /// A submission in this transaction with the viewer's authorship proven. Anything else is not found.
  func load(_ id: ID<Submission>, _ act: Act) throws -> (row: SubmissionRow, call: VersionedCall, isContact: Bool) {
    guard let row = try act.session.submission(id, listing: viewer.email), row.call == call else { throw Refusal.notFound }
    guard case .author(let contact) = try act.session.standing(of: viewer, toward: id) else {
      if Mutation.opens("everyone finds a paper as its author") { return (row, try act.call(call), true) }
      throw Refusal.notFound
    }
    return (row, try act.call(call), contact)
  }

  /// The same, for acts only contacts may do.
  func loadAsContact(_ id: ID<Submission>, _ act: Act) throws -> (row: SubmissionRow, call: VersionedCall) {
    let loaded = try load(id, act)
    guard loaded.isContact || Mutation.opens("authors act as contacts") else { throw Refusal.notYours }
    return (loaded.row, loaded.call)
  }

  /// Registers a paper as a draft and returns its id. The same form posted twice registers one paper.
  ///
  /// The viewer is always among the authors, and a contact where nobody else is: a paper nobody may edit can't be made.
  public func register(_ entry: Entry) async throws -> ID<Submission> {
    try await conference.act { act in
      let entry = Self.tidied(entry)
      return try register(entry, told: try entry.canonicalText(), act).id
    }
  }

  /// The same in this transaction. `told` is what makes it the same paper when it is posted twice; `isNew` is false then.
  func register(_ entry: Entry, told: String, _ act: Act) throws -> (id: ID<Submission>, isNew: Bool) {
    let versioned = try act.call(call)
    try SubmissionRules.register(call: versioned.call, at: act.now)
    let authors = withViewer(entry.authors)
    try ContentRules.check(entry.content, authors: authors, conflicts: entry.conflicts, call: versioned.call)
    var key = Token.hash("\(call) \(viewer.id) \(told)")
    if let earlier = try act.session.submission(formKey: key) {
      if let row = try act.session.submission(earlier), row.facts.withdrawnAt == nil { return (earlier, false) }
      key = act.newToken()
    }
    let id = act.newID(Submission.self)
    let number = try act.drawNumber(in: call)
    try act.session.addSubmission(id, call: call, number: number, formKey: key, by: viewer.id, at: act.now)
    try store(Entry(content: entry.content, authors: authors, conflicts: entry.conflicts), version: 1, of: id, act)
    try act.session.add(SubmissionEventRow(kind: .registered, by: viewer.id, at: act.now, version: 1), to: id)
    try act.record("register", by: viewer, at: call, about: id.text, "\(number)")
    try tellNewAuthors(known: [], listed: authors, number: number, title: entry.content.title, id: id, act)
    return (id, true)
  }

  /// Saves the form as a new version. Refuses `stale` when `version` is not the last one; nothing is overwritten then.
  /// What is saved again unchanged makes no version. Returns the version in force.
  @discardableResult
  public func save(_ id: ID<Submission>, basedOn version: Int, _ entry: Entry) async throws -> Int {
    try await conference.act { act in
      let (row, versioned) = try loadAsContact(id, act)
      let entry = Self.tidied(entry)
      let authors = withViewer(entry.authors)
      let known = try act.session.everyAuthorEmail(of: id)
      let stored = try Self.tidied(storedEntry(row, act))
      let wanted = Entry(content: entry.content, authors: authors, conflicts: entry.conflicts)
      if stored == wanted { return row.facts.version }
      try SubmissionRules.save(row.facts, basedOn: version, call: versioned.call, at: act.now)
      try ContentRules.check(entry.content, authors: authors, conflicts: entry.conflicts, call: versioned.call)
      let frozen = AuthorshipRules.frozen(stored.authors, authors, call: versioned.call, at: act.now)
      if !frozen.isEmpty { throw Refusal.invalid(frozen) }
      if row.facts.state == .submitted { try requireComplete(entry.content, authors: authors, row, versioned.call, act) }
      try store(wanted, version: row.facts.version + 1, of: id, act)
      try act.record("save", by: viewer, at: call, about: id.text, "version \(row.facts.version + 1)")
      try screenAgain(id, from: stored, to: wanted, act)
      try tellNewAuthors(known: known, listed: authors, number: row.number, title: entry.content.title, id: id, act)
      return row.facts.version + 1
    }
  }

  /// Declares the paper submitted; a receipt goes to every contact. Refuses `invalid` with all that is missing.
  /// Submitting again changes nothing.
  public func submit(_ id: ID<Submission>) async throws {
    try await conference.act { act in
      let (row, versioned) = try loadAsContact(id, act)
      try SubmissionRules.submit(row.facts, call: versioned.call, at: act.now)
      guard row.facts.state == .draft else { return }
      let authors = try act.session.authors(of: id, version: row.facts.version)
      guard let version = try act.session.version(row.facts.version, of: id) else { throw Refusal.notFound }
      try requireComplete(version.content, authors: authors, row, versioned.call, act)
      try act.session.add(
        SubmissionEventRow(kind: .submitted, by: viewer.id, at: act.now, version: row.facts.version), to: id)
      try act.record("submit", by: viewer, at: call, about: id.text, "version \(row.facts.version)")
      try sendReceipts(row, authors: authors, call: versioned.call, act)
    }
  }

  /// Takes the paper back; every author is told. Standing assignments end. Taking it back again changes nothing.
  public func withdraw(_ id: ID<Submission>, reason: String) async throws {
    try await conference.act { act in
      let (row, versioned) = try loadAsContact(id, act)
      if row.facts.state == .withdrawn { return }
      try SubmissionRules.withdraw(row.facts, releasedAt: try act.session.releasedAt(call))
      let note = String(reason.prefix(5_000))
      try act.session.add(
        SubmissionEventRow(kind: .withdrawn, by: viewer.id, at: act.now, version: row.facts.version, note: note), to: id)
      try act.record("withdraw", by: viewer, at: call, about: id.text)
      for assignment in try act.session.assignments(of: id) {
        try act.endAssignment(assignment.id, reason: "withdrawn", at: call)
      }
      if let task = try act.session.metareviewTask(of: id) {
        try act.session.endMetareviewTask(task.id, reason: "withdrawn", at: act.now)
      }
      for author in try act.session.authors(of: id, version: row.facts.version) where EmailAddress(author.email) != nil {
        try act.post(
          SubmissionWithdrawnLetter(
            head: act.letterhead(versioned.call), number: row.number, title: row.title, withdrawnAt: act.now,
            withdrawnBy: viewer.displayName),
          kind: "submission-withdrawn", to: author.email, name: author.name, call: call, about: id)
      }
    }
  }

  private func requireComplete(
    _ content: SubmissionContent, authors: [Author], _ row: SubmissionRow, _ call: Call, _ act: Act
  ) throws {
    let slots = Set(try act.session.manuscripts(of: row.id).map(\.slot))
    let missing = Completeness.missing(content, authors: authors, slots: slots, call: call)
    let over = try act.overLimit(authors, of: row.id, call)
    if !(missing + over).isEmpty { throw Refusal.invalid(missing + over) }
  }
}
