public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// What a file of papers would add to the call. Nothing is changed. What is wrong is told on the page, by line.
  public func loadingPage(_ form: LoadSubmissionsPage.Form = .init(), problems: [FieldProblem] = []) async throws
    -> LoadSubmissionsPage
  {
    try await conference.look { act in
      let call = try load(act).call
      if trimmed(form.text).isEmpty || !problems.isEmpty {
        return LoadSubmissionsPage(form: form, tracks: call.tracks, problems: problems)
      }
      do {
        let wanted = try wanted(form, call, act)
        return LoadSubmissionsPage(form: form, tracks: call.tracks, preview: wanted.preview(call))
      } catch Refusal.invalid(let found) {
        return LoadSubmissionsPage(form: form, tracks: call.tracks, problems: found)
      }
    }
  }

  /// Registers every paper of the file whose title isn't at the call, in one act, and returns how many; each is on record, with
  /// the reason where it counts as submitted at once.
  ///
  /// Refuses what `SubmissionRules.load` refuses, `invalid` with every paper that is out of the call's bounds, and `stale` when
  /// other papers would be loaded than the preview that `seen` belongs to showed. Nothing is loaded then.
  @discardableResult
  public func loadSubmissions(_ form: LoadSubmissionsPage.Form, seen: String) async throws -> Int {
    try await conference.act { act in
      let call = try load(act).call
      let wanted = try wanted(form, call, act)
      if wanted.seen != seen { throw Refusal.stale }
      for entry in wanted.entries { try register(entry, form, act) }
      return wanted.entries.count
    }
  }

  private func register(_ entry: AuthorDesk.Entry, _ form: LoadSubmissionsPage.Form, _ act: Act) throws {
    let authors = AuthorDesk(conference: conference, call: call, viewer: viewer)
    let id = act.newID(Submission.self)
    let number = try act.drawNumber(in: call)
    try act.session.addSubmission(id, call: call, number: number, formKey: act.newToken(), by: viewer.id, at: act.now)
    try authors.store(entry, version: 1, of: id, act)
    try act.session.add(SubmissionEventRow(kind: .registered, by: viewer.id, at: act.now, version: 1), to: id)
    try act.record("register", by: viewer, at: call, about: id.text, "\(number), from a file")
    if form.asSubmitted {
      let reason = String(trimmed(form.reason).prefix(5_000))
      try act.session.add(SubmissionEventRow(kind: .submitted, by: viewer.id, at: act.now, version: 1, note: reason), to: id)
      try act.record("submit", by: viewer, at: call, about: id.text, "version 1, by a chair from a file: \(reason.prefix(500))")
    }
    if form.tellsAuthors {
      try authors.tellNewAuthors(
        known: [], listed: entry.authors, number: number, title: entry.content.title, id: id, act)
    }
  }

  private func wanted(_ form: LoadSubmissionsPage.Form, _ call: Call, _ act: Act) throws -> WantedPapers {
    try SubmissionRules.load(call: call, asSubmitted: form.asSubmitted, reason: form.reason, at: act.now)
    let papers = try LoadedPaper.read(form.text, call: call)
    if papers.count > LoadSubmissionsPage.limitPapers {
      throw Refusal.invalid([
        FieldProblem(
          "csv", "At most \(LoadSubmissionsPage.limitPapers) papers are loaded at once; this file has \(papers.count).")
      ])
    }
    if papers.isEmpty { throw Refusal.invalid([FieldProblem("csv", "The file holds no paper.")]) }
    var standing = Set(
      try act.session.submissions(chairedBy: viewer.email, in: self.call).map { Self.folded($0.title) })
    var problems: [FieldProblem] = []
    var wanted = WantedPapers()
    for paper in papers {
      var content = paper.content
      if content.track.isEmpty { content.track = form.track }
      let entry = AuthorDesk.tidied(AuthorDesk.Entry(content: content, authors: paper.authors, conflicts: []))
      let found = Self.problems(entry, call)
      problems += found.map { FieldProblem("csv", "\(paper.place): \($0.message)") }
      if found.isEmpty {
        if standing.insert(Self.folded(entry.content.title)).inserted {
          wanted.entries.append(entry)
        } else {
          wanted.known += 1
        }
      }
    }
    if form.asSubmitted { problems += try overLimit(wanted.entries, call, act) }
    if !problems.isEmpty { throw Refusal.invalid(Array(problems.prefix(TableText.limitProblems))) }
    return wanted
  }

  /// Authors on too many papers, those of the file counted with those that stand.
  private func overLimit(_ entries: [AuthorDesk.Entry], _ call: Call, _ act: Act) throws -> [FieldProblem] {
    guard let limit = call.limits.submissionsPerAuthor else { return [] }
    let loaded = entries.flatMap { Set($0.authors.map(\.email)) }.filter { !$0.isEmpty }
    let counts = Dictionary(loaded.map { ($0, 1) }, uniquingKeysWith: +)
    let standing = try act.session.submittedCounts(of: counts.keys.sorted(), in: self.call, beside: nil, chairedBy: viewer.email)
    return counts.sorted { $0.key < $1.key }.compactMap { email, count in
      let total = count + (standing[email] ?? 0)
      if total <= limit { return nil }
      return FieldProblem(
        "csv", "\(email) would be an author of \(total) submitted papers; this call takes \(limit) of an author.")
    }
  }

  private static func folded(_ title: String) -> String { PublicationRules.key(title) }

  private static func problems(_ entry: AuthorDesk.Entry, _ call: Call) -> [FieldProblem] {
    let missing = Completeness.missingToLoad(entry.content)
    do throws(Refusal) {
      try ContentRules.check(entry.content, authors: entry.authors, conflicts: [], call: call)
      return missing
    } catch .invalid(let found) {
      return missing + found
    } catch {
      return missing + [FieldProblem("", "The paper can't be kept.")]
    }
  }
}

/// The papers of a file that aren't at the call yet.
private struct WantedPapers {
  var entries: [AuthorDesk.Entry] = []
  var known = 0

  var seen: String { Token.hash(entries.map(\.content.title).joined(separator: "\n")) }

  func preview(_ call: Call) -> LoadSubmissionsPage.Preview {
    LoadSubmissionsPage.Preview(
      rows: entries.prefix(BulkPreview.size).map { entry in
        LoadSubmissionsPage.Row(
          title: entry.content.title, authors: entry.authors.map { $0.name.isEmpty ? $0.email : $0.name },
          track: call.track(entry.content.track)?.name ?? entry.content.track,
          topics: call.topics.filter { entry.content.topics.contains($0.key) }.map(\.name) + entry.content.keywords)
      },
      total: entries.count, known: known,
      withoutAddress: entries.count { paper in !paper.authors.contains { !$0.email.isEmpty } }, seen: seen)
  }
}
