public import Pages
internal import PeerReview
internal import Store

extension ChairDesk {
  private static let revealsPerPage = 100
  private static let revealsReadLimit = 20_000

  /// Who was shown what, newest first, as far as it is about papers this chair may know of; other papers of the same look
  /// are left out. `paper` is a number, `page` counts from 1. An entry says nothing the chair could not look at themself, so
  /// it makes no entry of its own.
  public func reveals(query: String = "", paper: Int? = nil, page: Int = 1) async throws -> RevealsPage {
    try await conference.look { act in
      let stated = try load(act).call
      try requireHouse(.record)
      // Looks at a paper tell who reviewed it.
      try requireOpen(.reviewerIdentity, stated, act)
      let known = Set(try act.session.submissions(chairedBy: viewer.email, in: call).map(\.number))
      let cases = try act.session.integrityPapers(in: call, chairedBy: viewer.email).mapValues { Set($0.map(\.number)) }
      let words = SearchWords(query)
      let number = min(max(1, page), 100_000)
      var skipped = (number - 1) * Self.revealsPerPage
      var rows: [RevealsPage.Row] = []
      var offset = 0
      while rows.count <= Self.revealsPerPage && offset < Self.revealsReadLimit {
        let batch = try act.session.reveals(of: call, limit: 500, offset: offset)
        if batch.isEmpty { break }
        offset += batch.count
        let people = try act.session.people(batch.map(\.person))
        for row in batch {
          let shown = RevealsPage.Row(row, by: people[row.person]?.displayName ?? "unknown", known: known, cases: cases)
          guard !shown.papers.isEmpty, paper.map({ shown.papers.contains(SubmissionNumber($0)) }) ?? true,
            words.match([shown.who, shown.page, shown.entitlement] + shown.secrets)
          else { continue }
          if skipped > 0 { skipped -= 1 } else if rows.count <= Self.revealsPerPage { rows.append(shown) }
        }
      }
      let paperText = paper.map(String.init) ?? ""
      return RevealsPage(
        rows: Array(rows.prefix(Self.revealsPerPage)), query: query, paper: paperText,
        older: rows.count > Self.revealsPerPage ? "/chair/reveals?q=\(query)&paper=\(paperText)&page=\(number + 1)" : nil)
    }
  }
}

extension RevealsPage.Row {
  /// Of a look at integrity cases, the papers of those the reader may know of, too.
  fileprivate init(
    _ row: RevealRow, by name: String, known: Set<SubmissionNumber>, cases: [ID<IntegrityCase>: Set<SubmissionNumber>]
  ) {
    let look = CaseLook(text: row.page)
    let told = look.cases.isEmpty ? known : look.cases.reduce(into: []) { $0.formUnion(cases[$1] ?? []) }
    self.init(
      at: row.at, who: name, entitlement: row.entitlement, page: look.page, secrets: row.secrets.map(\.rawValue),
      papers: row.papers.filter(told.contains))
  }
}
