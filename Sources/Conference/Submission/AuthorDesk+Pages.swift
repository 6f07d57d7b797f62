public import Pages
public import PeerReview
internal import Store

extension AuthorDesk {
  /// The viewer's papers at this call, what each lacks and what comes next.
  public func home() async throws -> AuthorHomePage {
    try await conference.look { act in
      let call = try act.call(self.call).call
      let releasedAt = try act.session.releasedAt(self.call)
      let rows = try act.session.submissions(by: viewer.email, in: self.call).map { row in
        let next = try nextStep(row, call, releasedAt: releasedAt, act)
        return AuthorHomePage.Row(
          id: row.id, number: row.number, title: row.title, track: call.track(row.facts.track)?.name ?? "",
          state: row.facts.state.badge, missing: try lacking(row, call, act),
          nextStep: next.sentence, deadline: next.deadline, isSubmitted: row.facts.state == .submitted)
      }
      return AuthorHomePage(
        submissions: rows, submissionPeriod: call.calendar.submission, registration: call.calendar.registration,
        offersNew: call.calendar.registering.contains(act.now))
    }
  }

  /// The empty form of a paper not registered yet; `posted` is what was typed when an attempt was refused.
  public func newForm(
    posted: SubmissionFields? = nil, problems: [FieldProblem] = [], fileProblems: [FieldProblem] = []
  ) async throws -> SubmissionFormPage {
    try await conference.look { act in
      let call = try act.call(self.call).call
      if posted == nil && fileProblems.isEmpty { try SubmissionRules.register(call: call, at: act.now) }
      let fields =
        posted
        ?? SubmissionFields(content: SubmissionContent(), keywords: "", authors: withViewer([]), conflicts: [])
      return SubmissionFormPage(
        id: nil, number: nil, call: call, fields: fields, committee: try committee(act), version: 0, problems: problems,
        saved: nil, fileProblems: fileProblems)
    }
  }

  /// The form with what is stored, or with what was typed. When `staleAgainst` is older than what is stored, both stand
  /// side by side and nothing is lost. `taking` asks for fields as the newest PDF says them.
  public func editForm(
    _ id: ID<Submission>, posted: SubmissionFields? = nil, problems: [FieldProblem] = [], staleAgainst: Int? = nil,
    isSaved: Bool = false, taking: Set<PDFSuggestion.Field> = []
  ) async throws -> SubmissionFormPage {
    try await conference.look { act in
      let (row, versioned) = try loadAsContact(id, act)
      let call = versioned.call
      if posted == nil { try SubmissionRules.save(row.facts, basedOn: row.facts.version, call: call, at: act.now) }
      let stored = try storedFields(row, act)
      var saved: SubmissionFormPage.SavedElsewhere?
      if let staleAgainst, staleAgainst < row.facts.version, posted != nil {
        let by = try act.session.version(row.facts.version, of: id)?.by
        let name = try by.flatMap { try act.session.person($0)?.displayName } ?? "an author"
        saved = .init(fields: stored, savedAt: row.savedAt, savedBy: by == viewer.id ? "You, in another tab," : name)
      }
      let (fields, taken) = try act.taking(taking, from: id, into: posted ?? stored)
      return SubmissionFormPage(
        id: id, number: row.number, call: call, fields: fields, committee: try committee(act),
        version: row.facts.version, problems: problems, missing: try missing(row, call, act), saved: saved,
        isSubmitted: row.facts.state == .submitted, isSaved: isSaved,
        suggestions: try suggestions(
          row, call, except: Set(fields.conflicts.compactMap(\.member)), act),
        due: row.facts.period(call).closes,
        fromPDF: try act.suggestion(id, title: fields.content.title, abstract: fields.content.abstract), taken: taken)
    }
  }

  /// The viewer's own paper; with what was refused just now, a response or an upload to a slot, beside its form.
  public func page(
    _ id: ID<Submission>, response typed: String? = nil, problems: [FieldProblem] = [],
    refusedUpload: (slot: FileSlot, problems: [FieldProblem])? = nil, authorshipProblems: [FieldProblem] = []
  ) async throws -> SubmissionPage {
    try await conference.look { act in
      try page(
        id, response: typed, problems: problems, refusedUpload: refusedUpload, authorshipProblems: authorshipProblems, act)
    }
  }

  /// The same in this transaction.
  func page(
    _ id: ID<Submission>, response typed: String? = nil, problems: [FieldProblem] = [],
    refusedUpload: (slot: FileSlot, problems: [FieldProblem])? = nil, authorshipProblems: [FieldProblem] = [], _ act: Act
  ) throws -> SubmissionPage {
    let (row, versioned, isContact) = try load(id, act)
    let call = versioned.call
    let releasedAt = try act.session.releasedAt(self.call)
    let reveal = Reveal(
      .author(contact: isContact), at: DisclosureMoment(call: call, releasedAt: releasedAt, now: act.now))
    try reveal.require(.submission, .authors, .originalFiles, .preprint, .declarations, .screeningFindings)
    let secrecy = reveal.secrecy
    guard let version = try act.session.version(row.facts.version, of: id) else { throw Refusal.notFound }
    let isOpen = isAllowed { () throws(Refusal) in try SubmissionRules.upload(row.facts, call: call, at: act.now) }
    let reviews: Disclosure<[ReviewCard]> = try .unless(secrecy(.reviews)) { try act.cardsForAuthors(of: row, versioned) }
    return SubmissionPage(
      id: id, number: row.number, version: row.facts.version,
      content: act.summary(version.content, call, forReviewers: false), state: row.facts.state.badge,
      isSubmitted: row.facts.state == .submitted, authors: try act.session.authors(of: id, version: row.facts.version),
      missing: try lacking(row, call, act), doubts: isWaitedFor(row, call, act) ? try act.unreadableFiles(of: id) : [],
      steps: row.facts.state == .submitted && releasedAt == nil ? steps(call) : [],
      files: try act.filePanels(
        row, call, slots: slots(version.content, call), accepts: isOpen && isContact, tellsWho: true, refused: refusedUpload),
      findings: try act.findings(id, picture: isForChair ? ChairDesk.picture : Self.picture(in: id)),
      history: try act.history(id) { try name($0, in: id, act) },
      deadline: row.facts.period(call).closes, offersEdit: isOpen && isContact,
      offersSubmit: isOpen && isContact && row.facts.state == .draft,
      offersWithdraw: isContact
        && isAllowed { () throws(Refusal) in try SubmissionRules.withdraw(row.facts, releasedAt: releasedAt) },
      deskRejection: try .unless(secrecy(.deskRejection)) { try act.deskRejection(row, call) }, reviews: reviews,
      response: try responsePanel(row, call, reviews, isContact: isContact, typed: typed, problems: problems, act),
      decision: try .unless(secrecy(.decision)) {
        try act.decisionPanel(row, call, releasedAt: releasedAt, showsMetareview: secrecy(.metareview) == nil)
      },
      declarations: try act.session.declarationWords(of: id, forAuthors: true).last?.kind,
      authorship: try act.authorship(row, viewer: viewer), authorshipProblems: authorshipProblems,
      fromPDF: isOpen && isContact
        ? try act.suggestion(id, title: version.content.title, abstract: version.content.abstract) : nil)
  }

  /// Asks once more before the paper is taken back.
  public func confirmWithdraw(_ id: ID<Submission>) async throws -> ConfirmWithdrawPage {
    try await conference.look { act in
      let row = try loadAsContact(id, act).row
      try SubmissionRules.withdraw(row.facts, releasedAt: try act.session.releasedAt(call))
      return ConfirmWithdrawPage(id: id, number: row.number, paperTitle: row.title, version: row.facts.version)
    }
  }

  /// The address of a committee member picked from the form's list, for a declared conflict.
  public func committeeMember(_ id: ID<Person>) async throws -> (email: String, name: String)? {
    try await conference.look { act in
      try act.session.offices(at: call).first { $0.person.id == id }.map { ($0.person.email, $0.person.displayName) }
    }
  }

  private func responsePanel(
    _ row: SubmissionRow, _ call: Call, _ reviews: Disclosure<[ReviewCard]>, isContact: Bool, typed: String?,
    problems: [FieldProblem], _ act: Act
  ) throws -> ResponsePanel? {
    guard case .shown(let cards) = reviews, !cards.isEmpty else { return nil }
    let sent = try act.session.response(of: row.id)
    let isOpen = row.facts.state == .submitted && call.calendar.response.contains(act.now)
    return ResponsePanel(
      text: typed ?? sent?.text ?? "", limitWords: call.response.limitWords, period: call.calendar.response,
      sentAt: sent?.at, accepts: isOpen && sent == nil && isContact, problems: problems)
  }

  private func nextStep(_ row: SubmissionRow, _ call: Call, releasedAt: Instant?, _ act: Act) throws -> (
    sentence: String, deadline: Instant?
  ) {
    let calendar = call.calendar
    let changing = row.facts.period(call)
    switch row.facts.state {
    case .withdrawn, .deskRejected: return ("", nil)
    case .draft: return changing.contains(act.now) ? ("Complete and submit", changing.closes) : ("", nil)
    case .submitted: break
    }
    if releasedAt != nil {
      let final = try? act.finalPaper(row, call)
      if let final, !final.missing.isEmpty { return ("Complete the final version", final.due) }
      return ("Read the decision", nil)
    }
    if changing.contains(act.now) { return ("You can still change everything", changing.closes) }
    if calendar.response.contains(act.now), try act.session.response(of: row.id) == nil {
      return ("Respond to the reviews", calendar.response.closes)
    }
    if act.now < calendar.response.opens { return ("Reviews become available", calendar.response.opens) }
    return ("Authors are notified", calendar.notification)
  }

  /// Whether what the paper lacks can still be mended: a draft's always, a submitted paper's while it can be changed.
  private func isWaitedFor(_ row: SubmissionRow, _ call: Call, _ act: Act) -> Bool {
    row.facts.state == .draft || row.facts.state == .submitted && row.facts.period(call).contains(act.now)
  }

  /// What a paper that can still be mended lacks: rules may have changed, or a file been taken away, since it was submitted.
  private func lacking(_ row: SubmissionRow, _ call: Call, _ act: Act) throws -> [FieldProblem] {
    isWaitedFor(row, call, act) ? try missing(row, call, act) : []
  }

  /// What happens to a submitted paper until its authors are notified.
  private func steps(_ call: Call) -> [SubmissionPage.Step] {
    let calendar = call.calendar
    return [
      .init(what: "Reviews become available, and you can respond to them from", at: calendar.response.opens),
      .init(what: "Your response is due", at: calendar.response.closes),
      .init(what: "Authors are notified of the decision", at: calendar.notification),
    ]
  }

  /// What submitting still lacks.
  func missing(_ row: SubmissionRow, _ call: Call, _ act: Act) throws -> [FieldProblem] {
    guard let version = try act.session.version(row.facts.version, of: row.id) else { return [] }
    let authors = try act.session.authors(of: row.id, version: row.facts.version)
    return Completeness.missing(
      version.content, authors: authors, slots: Set(try act.session.manuscripts(of: row.id).map(\.slot)), call: call)
      + (isForChair ? [] : try act.overLimit(authors, of: row.id, call))
  }

  private func slots(_ content: SubmissionContent, _ call: Call) -> [FileSlot] {
    let wantsPaper = call.dualSubmissionExceptions.contains {
      $0.wantsPaper && content.answers.exceptions[$0.key] != nil
    }
    let takesSupplement = FileRules.takes(.supplement, track: content.track, call: call)
    return [.manuscript, .appendix] + (takesSupplement ? [.supplement] : []) + (wantsPaper ? [.workshop] : [])
  }

  private func storedFields(_ row: SubmissionRow, _ act: Act) throws -> SubmissionFields {
    let entry = try storedEntry(row, act)
    let members = Dictionary(
      try act.session.offices(at: call).map { ($0.person.email, $0.person.id) }, uniquingKeysWith: { first, _ in first })
    return SubmissionFields(
      content: entry.content, keywords: entry.content.keywords.joined(separator: ", "), authors: entry.authors,
      conflicts: entry.conflicts.map {
        .init(member: members[$0.email]?.text, name: $0.name, email: $0.email, kind: $0.kind)
      })
  }

  /// Everyone in an office, once each: who serves on a committee is public, who reviews what is not.
  private func committee(_ act: Act) throws -> [SubmissionFormPage.CommitteeMember] {
    if DisclosureRules.secrecy(of: .committee, for: .signedIn) != nil { return [] }
    var seen: Set<ID<Person>> = []
    return try act.session.offices(at: call).filter { seen.insert($0.person.id).inserted }.map {
      .init(id: $0.person.id, name: $0.person.displayName, affiliation: $0.person.affiliation)
    }
  }

  /// Authors know each other by name; anyone else in the history is an office.
  private func name(_ person: ID<Person>?, in id: ID<Submission>, _ act: Act) throws -> String {
    guard let person else { return "" }
    if person == viewer.id { return "you" }
    if Mutation.opens("authors read who acted"), let known = try act.session.person(person) { return known.displayName }
    guard let known = try act.session.person(person) else { return "the chairs" }
    return try act.session.everyAuthorEmail(of: id).contains(known.email) ? known.displayName : "the chairs"
  }
}
