public import Pages
public import PeerReview
internal import Screening
internal import Store

extension ChairDesk {
  /// A page, counted from 1, of what screening noticed in papers under review that this chair may know of.
  public func screening(
    _ listing: ScreeningQueuePage.Listing = .init(), page: Int = 1, pageSize size: Int = ScreeningQueuePage.pageSize,
    problems: [FieldProblem] = []
  ) async throws -> ScreeningQueuePage {
    try await lookOnRecord("screening", .papers) { act, reveal in
      _ = try load(act, .papers)
      try reveal.require(.screeningFindings, .originalFiles)
      let filter = FindingFilter(listing)
      let found = try act.session.countFindings(in: call, chairedBy: viewer.email, filter)
      let page = max(1, min(page, max(0, found - 1) / size + 1))
      let rows = try act.session.queuedFindings(
        in: call, chairedBy: viewer.email, filter, limit: size, offset: (page - 1) * size)
      reveal.papers = Set(rows.map(\.number))
      return ScreeningQueuePage(
        listing, findings: try queued(rows, act), rules: try rules(act), page: page, found: found, problems: problems)
    }
  }

  /// One finding in full. Not found when this chair may not know of the paper, or of the other one where it is about two.
  public func finding(_ id: ID<ScreeningFinding>) async throws -> ScreeningFindingPage {
    try await lookOnRecord("finding", .papers) { act, reveal in
      let (found, row) = try load(finding: id, act)
      let queued = try queued([found], act)
      guard let first = queued.first, let file = try act.session.manuscript(found.finding.manuscript) else {
        throw Refusal.notFound
      }
      try reveal.require(.screeningFindings, .originalFiles)
      reveal.papers = [row.number]
      let history = try act.session.judgements(of: id)
      let people = try act.session.people(history.map(\.by))
      let (paper, slot, page) = (found.submission, found.slot.rawValue, found.finding.page ?? 1)
      let releasedAt = try act.session.releasedAt(call)
      return ScreeningFindingPage(
        queued: first, shared: try act.sharedText(found, at: call),
        history: history.map { .init($0, people) },
        file: "/chair/submissions/\(paper)/files/\(slot)/\(file.version)#page=\(page)",
        offersRejection: releasedAt == nil && row.facts.state == .submitted)
    }
  }

  /// The place of a finding. Looks at the page a finding stands on are recorded with the list that shows it.
  public func picture(of id: ID<ScreeningFinding>) async throws -> PlacePicture {
    let (drawn, place) = try await conference.look { act in
      let found = try load(finding: id, act).found.finding
      let pictures = try act.session.pagePictures(of: [found.manuscript])[found.manuscript]
      guard let page = found.page, let drawn = pictures?[page] else { throw Refusal.notFound }
      return (drawn, PlaceOnPage(drawn, box: Box(stored: found.box)))
    }
    return try conference.picture(drawn, of: place)
  }

  /// Where the place of a finding is shown to chairs.
  static func picture(_ id: ID<ScreeningFinding>) -> Link { "/chair/screening/\(id)/picture" }

  /// What judging several findings would do. Without ids, all that match the listing.
  public func previewJudgement(
    _ ids: [ID<ScreeningFinding>]?, _ verdict: FindingVerdict, _ listing: ScreeningQueuePage.Listing
  ) async throws -> JudgementPreviewPage {
    try await lookOnRecord("screening", .papers) { act, reveal in
      _ = try load(act, .papers)
      try reveal.require(.screeningFindings, .originalFiles)
      let rows: [QueuedFindingRow]
      if let ids {
        try JudgementRules.judge(count: ids.count)
        rows = try act.session.queuedFindings(ids, in: call, chairedBy: viewer.email)
      } else {
        rows = try act.session.queuedFindings(
          in: call, chairedBy: viewer.email, FindingFilter(listing), limit: JudgementRules.atOnceLimit + 1, offset: 0)
      }
      try JudgementRules.judge(count: rows.count)
      reveal.papers = Set(rows.map(\.number))
      return JudgementPreviewPage(listing, verdict: verdict, findings: try queued(rows, act))
    }
  }

  /// Says of each finding that it is as told, or a false alarm; nil takes back what was said. What was said before stays on
  /// record. The same again changes nothing. Not found when one of them is not this chair's to know.
  public func judge(_ ids: [ID<ScreeningFinding>], _ verdict: FindingVerdict?, note: String = "") async throws {
    try await conference.act { act in
      _ = try load(act, .papers)
      try JudgementRules.judge(count: ids.count)
      try JudgementRules.judge(note: note)
      let rows = try act.session.queuedFindings(ids, in: call, chairedBy: viewer.email)
      guard rows.count == Set(ids).count else { throw Refusal.notFound }
      for paper in Set(rows.map(\.submission)).sorted() { _ = try load(paper, act) }
      let text = trimmed(note)
      for row in rows where row.judgement?.verdict != verdict || (verdict != nil && row.judgement?.note != text) {
        try act.session.judge(
          row.finding.id, verdict.map { JudgementRow(verdict: $0, note: text, by: viewer.id, at: act.now) },
          id: act.newToken(), at: act.now)
        try record(row, verdict, act)
      }
    }
  }

  /// An entry about two papers has the other one's id as its detail: whoever may not know of that one doesn't find it.
  private func record(_ row: QueuedFindingRow, _ verdict: FindingVerdict?, _ act: Act) throws {
    let word =
      switch verdict {
      case .confirmed: "confirm"
      case .dismissed: "dismiss"
      case nil: "reopen"
      }
    if let other = try row.finding.other.flatMap({ try act.session.manuscript($0)?.submission }) {
      return try act.record("\(word) shared text", by: viewer, at: call, about: row.submission.text, other.text)
    }
    let place = row.finding.page.map { ", page \($0)" } ?? ""
    try act.record(
      "\(word) finding", by: viewer, at: call, about: row.submission.text,
      "\(row.finding.code) in the \(row.slot.rawValue)\(place)")
  }

  /// A finding with the chair's right to its paper proven.
  func load(finding id: ID<ScreeningFinding>, _ act: Act) throws -> (found: QueuedFindingRow, row: SubmissionRow) {
    _ = try load(act, .papers)
    let rows = try act.session.queuedFindings([id], in: call, chairedBy: viewer.email)
    guard let found = rows.first else { throw Refusal.notFound }
    return (found, try load(found.submission, act).row)
  }

  private func rules(_ act: Act) throws -> [ScreeningQueuePage.Rule] {
    let standing = try act.session.findingCodes(in: call, chairedBy: viewer.email)
    let counts = try act.session.ruleCounts(in: call, chairedBy: viewer.email)
    let byCode = Dictionary(counts.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let standingByCode = Dictionary(standing.map { ($0.code, $0.count) }, uniquingKeysWith: { first, _ in first })
    return Set(standingByCode.keys).union(byCode.keys).sorted().map { code in
      ScreeningQueuePage.Rule(
        code: code, standing: standingByCode[code] ?? 0, judged: byCode[code]?.judged ?? 0,
        dismissed: byCode[code]?.dismissed ?? 0)
    }
  }

  private func queued(_ rows: [QueuedFindingRow], _ act: Act) throws -> [QueuedFinding] {
    let pictures = try act.session.pagePictures(of: rows.map(\.finding.manuscript))
    let people = try act.session.people(rows.compactMap { $0.judgement?.by })
    return try rows.map { row in
      let finding = row.finding
      let drawn = finding.page.flatMap { pictures[finding.manuscript]?[$0] }
      let shown = Pages.Finding(
        code: finding.code, severity: finding.severity.shown, slot: row.slot,
        sentence: try act.sentence(ofShared: row, at: call) ?? finding.text, page: finding.page, rule: finding.rule,
        picture: drawn.map { drawn in
          FindingPicture(link: Self.picture(finding.id), place: PlaceOnPage(drawn, box: Box(stored: finding.box)))
        })
      return QueuedFinding(
        id: finding.id, finding: shown, submission: row.submission, number: row.number, title: row.title,
        judgement: row.judgement.map { .init($0, people) })
    }
  }
}

extension QueuedFinding.Judgement {
  init(_ row: JudgementRow, _ people: [ID<Person>: Person]) {
    self.init(verdict: row.verdict, note: row.note, by: people[row.by]?.displayName ?? "a chair", at: row.at)
  }
}

extension FindingFilter {
  /// Anything unknown asks for all.
  init(_ listing: ScreeningQueuePage.Listing) {
    let state: State =
      switch listing.state {
      case "open": .open
      case "confirmed": .judged(.confirmed)
      case "dismissed": .judged(.dismissed)
      default: .every
      }
    self.init(
      code: listing.code.isEmpty ? nil : listing.code, severity: FindingSeverity(key: listing.severity), state: state,
      submission: listing.paper.isEmpty ? nil : ID(listing.paper))
  }
}

extension FindingSeverity {
  fileprivate init?(key: String) {
    switch key {
    case "violation": self = .violation
    case "warning": self = .warning
    case "note": self = .note
    default: return nil
    }
  }
}
