internal import Pages
internal import PeerReview
internal import Store

/// One transaction with everything an operation needs. What is recorded, queued and written here commits together.
struct Act {
  let session: Session
  let now: Instant
  let conference: Conference

  func newID<Noun>(_ noun: Noun.Type = Noun.self) -> ID<Noun> { ID(newToken()) }

  func newToken() -> String { Token.fresh(conference.random) }

  /// The call in force with the number of its version. Refuses `notFound` when no such call is open.
  func call(_ id: ID<Call>) throws -> VersionedCall {
    try conference.shelf.call(id, session)
  }

  /// Appends to the record. An entry about a paper has the paper's id as its subject; names stay out of the detail.
  func record(_ act: String, by actor: Person, at call: ID<Call>?, about subject: String, _ detail: String = "") throws {
    try session.record(actor: actor.id.text, act: act, call: call, subject: subject, detail: detail, at: now)
  }

  /// Appends an act of the server itself: a job, the command line, a rehearsal.
  func record(_ act: String, bySystem reason: String, at call: ID<Call>?, about subject: String, _ detail: String = "") throws {
    try session.record(actor: "system: \(reason)", act: act, call: call, subject: subject, detail: detail, at: now)
  }

  /// Queues a letter to one person; it is sent after, and only if, this transaction commits.
  ///
  /// Whether it is queued depends on what its recipient may know, whoever causes it: for someone who may not know all that
  /// the letter tells of `submission`, or of one of `papers`, nothing is queued. Letters that are held wait for a chair's word, and
  /// those that aren't required do as their reader chose.
  func post<Kind: Letter>(
    _ letter: Kind, kind: String, to email: String, name: String = "", call: ID<Call>?,
    about submission: ID<Submission>? = nil, telling papers: [ID<Submission>] = [], secret: Bool = false,
    isHeld: Bool = false
  ) throws {
    if let call, !Kind.tells.isEmpty {
      for paper in papers + (submission.map { [$0] } ?? []) where try !mayKnow(Kind.tells, of: paper, email, call) { return }
    }
    guard
      try goesAtOnce(letter, kind, tells: Kind.tells, to: email, name: name, call: call, about: submission)
    else { return }
    try session.queue(
      NewLetter(
        id: newToken(), call: call, about: submission, kind: kind, toEmail: email, toName: name, subject: letter.subject,
        body: letter.body, secret: secret, hold: secret || kind == OutboxRow.caseKind ? nil : try hold(isAsked: isHeld, at: call)),
      at: now)
  }

  /// Whether letters of the call wait for a chair's word: all where the call says so, otherwise those that are asked to.
  private func hold(isAsked: Bool, at id: ID<Call>?) throws -> NewLetter.Hold? {
    guard let id else { return nil }
    let policy = try call(id).call.letters
    guard isAsked || policy.holdsEverything else { return nil }
    return policy.releaseAfterHours.map { .until(now.adding(.hours(Int64($0)))) } ?? .forWord
  }

  func mayKnow(_ secrets: Set<Secret>, of paper: ID<Submission>, _ email: String, _ id: ID<Call>) throws -> Bool {
    let reader = try session.person(email: email) ?? Person.withoutAccount(email)
    let standing = try session.standing(of: reader, toward: paper)
    let moment = DisclosureMoment(call: try call(id).call, releasedAt: try session.releasedAt(id), now: now)
    let inOrder = Secret.allCases.filter(secrets.contains)
    return inOrder.allSatisfy { DisclosureRules.secrecy(of: $0, for: standing, at: moment) == nil }
  }

  func letterhead(_ call: Call) -> Letterhead {
    Letterhead(conference: call.name, contactEmail: call.contactEmail, site: conference.settings.site)
  }

  /// Queues work that follows from this transaction, to be done at once or when it is `due`.
  func enqueue(_ job: Job, due: Instant? = nil) throws {
    try session.enqueue(id: newToken(), kind: job.kind, subject: job.subject, at: now, due: due)
  }

  /// A uniform number below `bound` (at least 1), from the injected source.
  func random(below bound: Int) -> Int {
    let bytes = conference.random.bytes(8)
    let word = bytes.reduce(UInt64(0)) { ($0 << 8) | UInt64($1) }
    return Int(word % UInt64(max(1, bound)))
  }
}

extension Person {
  /// An address nobody has signed in with yet, such as a co-author's: it can be an author or in conflict, and no more.
  static func withoutAccount(_ email: String) -> Person {
    Person(id: ID(""), email: email, name: "", affiliation: "", orcid: "", timeZone: "")
  }
}
