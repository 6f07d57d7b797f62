public import Pages
public import PeerReview
internal import Store

extension ChairDesk {
  /// What a form says of the order: sessions as typed, and where each paper shown stands.
  public struct Arrangement: Sendable {
    public var version: Int
    public var sessions: [SessionTitle]
    public var placements: [ID<Submission>: Placement]
    public init(version: Int, sessions: [SessionTitle], placements: [ID<Submission>: Placement]) {
      self.version = version
      self.sessions = sessions
      self.placements = placements
    }
  }

  /// Sessions and the accepted papers this chair may know of, in the order printed. Page numbers are not told here: gaps
  /// among them would tell of papers that are kept from the chair. They follow from the order when proceedings are written.
  public func proceedings(typed: Arrangement? = nil, problems: [FieldProblem] = []) async throws -> ProceedingsPage {
    try await lookOnRecord("proceedings") { act, reveal in
      let papers = try finalPapers(act)
      reveal.papers = Set(papers.map(\.row.number))
      try reveal.require(.finalVersion)
      let (version, stored) = try act.session.sessionTitles(of: call)
      let sessions = typed?.sessions ?? stored
      let rows = try papers.map { paper in
        let placement = try typed?.placements[paper.row.id] ?? act.session.placement(of: paper.row.id)
        return ProceedingsPage.Row(
          id: paper.row.id, number: paper.row.number, title: paper.final.title, state: paper.state,
          pages: try act.finalPages(paper), placement: placement)
      }
      return ProceedingsPage(
        version: version, sessions: sessions, rows: rows.inOrder(of: sessions),
        isDescribed: try load(act).call.proceedings != nil, place: office == .chair ? .chair : .publication,
        problems: problems)
    }
  }

  /// Stores sessions and places. A session without a title is dropped; its papers have none then. Refuses `stale` when
  /// another chair changed the sessions meanwhile.
  public func arrange(_ typed: Arrangement) async throws {
    try await conference.act { act in
      let known = Set(try finalPapers(act).map(\.row.id))
      let (version, stored) = try act.session.sessionTitles(of: call)
      let sessions = typed.sessions.map { session in
        SessionTitle(
          key: stored.contains { $0.key == session.key } ? session.key : act.newToken().lowercased().filter(\.isLetter).prefixed,
          title: session.title.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      }.filter { !$0.title.isEmpty }
      try ProceedingsRules.arrange(sessions, version: version, basedOn: typed.version)
      for (id, placement) in typed.placements.sorted(by: { $0.key < $1.key }) where known.contains(id) {
        var placement = placement
        // A paper of a session that is dropped in the same form has none.
        if !sessions.contains(where: { $0.key == placement.session }), stored.contains(where: { $0.key == placement.session }) {
          placement.session = ""
        }
        try ProceedingsRules.place(placement, sessions: sessions, field: "papers.\(id)")
        guard try act.session.placement(of: id) != placement else { continue }
        try act.session.addPlacement(placement, of: id, by: viewer.id, at: act.now)
        try act.record("place in proceedings", by: viewer, at: call, about: id.text, "\(placement.session) \(placement.rank)")
      }
      if sessions != stored {
        try act.session.addSessionTitles(sessions, version: version + 1, of: call, by: viewer.id, at: act.now)
        try act.record("change sessions", by: viewer, at: call, about: call.text, "version \(version + 1)")
      }
    }
  }
}

extension String {
  /// At most twelve letters: short enough for an address, and as good as unique among a few sessions.
  fileprivate var prefixed: String { "s" + prefix(12) }
}

extension [ProceedingsPage.Row] {
  /// By session, rank and number; papers without a session last.
  fileprivate func inOrder(of sessions: [SessionTitle]) -> [ProceedingsPage.Row] {
    let places = Dictionary(sessions.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    func key(_ row: ProceedingsPage.Row) -> (Int, Int, SubmissionNumber) {
      (places[row.placement.session] ?? .max, row.placement.rank == 0 ? .max : row.placement.rank, row.number)
    }
    return sorted { key($0) < key($1) }
  }
}
