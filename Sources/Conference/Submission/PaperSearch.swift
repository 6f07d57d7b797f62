internal import Pages
internal import PeerReview
internal import Store

/// Answers searches of a chair over the papers they may know of. Of these, only what a search asks about is read; what is
/// read goes on record as shown, for the papers found tell of it.
struct PaperSearch {
  let call: Call
  let chair: Person
  let id: ID<Call>
  let act: Act
  let reveal: Reveal

  /// The call's own names beside those every call has.
  static func vocabulary(
    _ call: Call, for viewer: Person, tags: [String], searches: [KeptSearchRow] = []
  ) -> SearchVocabulary {
    var vocabulary = SearchVocabulary(
      texts: [
        .init(SearchTerm.title, "words in the title", isSearchedByBareWords: true),
        .init(SearchTerm.abstract, "words in the abstract", isSearchedByBareWords: true),
        .init(SearchTerm.keyword, "the authors' keywords", isSearchedByBareWords: true),
        .init(SearchTerm.author, "an author's name", isSearchedByBareWords: true),
        .init(SearchTerm.text, "words in the newest manuscript"),
      ],
      values: values(call) + process(call), figures: figures(call), tags: tags)
    vocabulary.searches = Dictionary(searches.map { ($0.key.text, $0.query) }, uniquingKeysWith: { first, _ in first })
    vocabulary.me = who(viewer)
    return vocabulary
  }

  private static func values(_ call: Call) -> [SearchVocabulary.Field] {
    [
      .init("track", "the track", choices: call.tracks.map { .init($0.key, $0.name) }),
      .init("status", "where it stands", choices: SubmissionState.allCases.map { .init($0.rawValue, $0.badge.label) }),
      .init("topic", "one of its topics", choices: call.topics.map { .init($0.key, $0.name) }),
      .init("decision", "the decision so far", choices: call.decisions.map { .init($0.key, $0.label) }),
      .init("reviewer", "a part of a reviewer's name or address", kind: .person),
      .init("round", "a round in which it has a reviewer", choices: call.calendar.roundKeys.map { .init($0, "round \($0)") }),
      .init("conflict", "a part of the name or address of somebody in conflict with it"),
      .init("bid", "a level at which somebody bid on it", choices: call.bidding.levels.map { .init($0.key, $0.label) }),
    ]
  }

  private static func figures(_ call: Call) -> [SearchVocabulary.Figure] {
    let counts: [SearchVocabulary.Figure] = [
      .init("reviews", "reviews that are in"), .init("assigned", "reviewers it has"),
      .init("missing", "reviews still to come"), .init("findings", "findings of screening"),
      .init("violations", "findings that break a rule"), .init("comments", "comments in its discussion"),
      .init("bids", "bids above the middle"), .init("authors", "authors"),
      .init("affinity", "how near it is to what each of its reviewers wrote, of 100", isGrade: true),
    ]
    let bids = call.bidding.levels.map { SearchVocabulary.Figure(bidFigure($0.key), "bids: \($0.label)") }
    let graded = grades(call).map { SearchVocabulary.Figure($0.key, "grades: \($0.label)", isGrade: true) }
    return counts + bids + graded
  }

  /// What counts the bids of one level, as `bids-eager`.
  private static func bidFigure(_ level: String) -> String { "bids-\(level)" }

  private static func grades(_ call: Call) -> [Criterion] {
    var seen: Set<String> = []
    return call.tracks.flatMap(\.reviewForm.scored).filter { seen.insert($0.key).inserted }
  }

  /// Whether the search asks about what stands in a paper's row.
  static func comparesRows(_ query: SearchQuery) -> Bool { !query.names.isDisjoint(with: ["track", "status"]) }

  /// The papers with the facts that the search asks about; their rows are needed only where it compares them.
  func papers(
    _ keys: [SubmissionKey], _ rows: [ID<Submission>: SubmissionRow], for query: SearchQuery
  ) throws -> [SearchedPaper] {
    let names = query.names
    let comparesRows = Self.comparesRows(query)
    var papers = Dictionary(
      keys.map { key in
        var paper = SearchedPaper(number: key.number)
        if comparesRows, let facts = rows[key.id]?.facts {
          paper.values = ["track": [SearchedPaper.fold(facts.track)], "status": [facts.state.rawValue]]
        }
        return (key.id, paper)
      }, uniquingKeysWith: { first, _ in first })
    try addTerms(query.terms, to: &papers)
    try addTexts(names, to: &papers)
    try addReviews(names, to: &papers)
    try addProcess(names, to: &papers)
    try addCounts(names, to: &papers)
    try addConflicts(names, to: &papers)
    try addTags(names, to: &papers)
    return keys.compactMap { papers[$0.id] }
  }

  typealias Papers = [ID<Submission>: SearchedPaper]

  private func addTerms(_ terms: Set<SearchTerm>, to papers: inout Papers) throws {
    for term in terms.sorted() where SearchTerm.indexed.contains(term.field) {
      for paper in try self.papers(with: term) { papers[paper]?.terms.insert(term) }
    }
  }

  /// Only these can be found; nil when any can.
  func candidates(for query: SearchQuery) throws -> Set<ID<Submission>>? {
    guard let terms = query.necessaryTerms else { return nil }
    return try terms.sorted().reduce(into: []) { $0.formUnion(try papers(with: $1)) }
  }

  private func papers(with term: SearchTerm) throws -> [ID<Submission>] {
    if term.field == SearchTerm.text, reveal.secrecy(of: .originalFiles) != nil { return [] }
    if term.field == SearchTerm.author, reveal.secrecy(of: .authors) != nil { return [] }
    return try act.session.papers(with: term, in: id, chairedBy: chair.email)
  }

  private func addTexts(_ names: Set<String>, to papers: inout Papers) throws {
    if names.contains("topic") {
      for (paper, topics) in try act.session.topics(in: id, chairedBy: chair.email) {
        papers[paper]?.values["topic"] = Set(topics.map(SearchedPaper.fold))
      }
    }
    if names.contains("authors"), reveal.secrecy(of: .authors) == nil {
      for (paper, authors) in try act.session.authorNames(in: id, chairedBy: chair.email) {
        papers[paper]?.figures["authors"] = Double(authors.count)
      }
    }
    if names.contains("decision"), reveal.secrecy(of: .decision) == nil {
      for (paper, decision) in try act.session.decisions(in: id, chairedBy: chair.email) where !decision.kind.isEmpty {
        papers[paper]?.values["decision"] = [SearchedPaper.fold(decision.kind)]
      }
    }
  }

  private func addReviews(_ names: Set<String>, to papers: inout Papers) throws {
    let grades = Self.grades(call).map(\.key).filter(names.contains)
    let showsGrades = !grades.isEmpty && reveal.secrecy(of: .reviews) == nil
    let showsCounts = !names.isDisjoint(with: ["reviews", "assigned", "missing"]) && reveal.secrecy(of: .reviewCount) == nil
    if showsGrades || showsCounts {
      for tally in try act.session.reviewTallies(in: id, chairedBy: chair.email) {
        guard var paper = papers[tally.submission] else { continue }
        if showsGrades {
          for key in grades { paper.grades[key] = tally.grades([key]).map(Double.init) }
        }
        if showsCounts {
          paper.figures["assigned"] = Double(tally.assigned)
          paper.figures["reviews"] = Double(tally.reviewed)
          paper.figures["missing"] = Double(tally.assigned - tally.reviewed)
        }
        papers[tally.submission] = paper
      }
    }
    if names.contains("round"), reveal.secrecy(of: .assignments) == nil {
      for assignment in try act.session.assignments(in: id, chairedBy: chair.email) {
        papers[assignment.submission]?.values["round", default: []].insert(SearchedPaper.fold(assignment.round))
      }
    }
  }

  private func addConflicts(_ names: Set<String>, to papers: inout Papers) throws {
    if names.contains("conflict") {
      let declared = reveal.secrecy(of: .declaredConflicts) == nil
      let committees = reveal.secrecy(of: .committeeConflicts) == nil
      for found in try act.session.everyoneInConflict(in: id, chairedBy: chair.email)
      where found.side == .author ? declared : committees {
        papers[found.submission]?.values["conflict", default: []].insert(SearchedPaper.fold(found.who))
      }
    }
    if names.contains("affinity"), reveal.secrecy(of: .assignments) == nil {
      for (paper, scores) in try act.session.textScoresOfAssigned(in: id, chairedBy: chair.email) {
        papers[paper]?.grades["affinity"] = scores.map { Double($0) / 10_000 }
      }
    }
  }

  private func addTags(_ names: Set<String>, to papers: inout Papers) throws {
    guard names.contains(SearchQuery.tagField) else { return }
    for (paper, tags) in try act.tagBoard(of: chair, call, reveal.secrecy).tags {
      papers[paper]?.tags = Dictionary(tags.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private func addCounts(_ names: Set<String>, to papers: inout Papers) throws {
    if !names.isDisjoint(with: ["findings", "violations"]), reveal.secrecy(of: .screeningFindings) == nil {
      for (paper, counts) in try act.session.findingCounts(in: id, chairedBy: chair.email) {
        papers[paper]?.figures["findings"] = Double(counts.violations + counts.warnings)
        papers[paper]?.figures["violations"] = Double(counts.violations)
      }
    }
    if names.contains("comments"), reveal.secrecy(of: .discussion) == nil {
      let counts = try act.session.commentCounts(in: id, chairedBy: chair.email)
      for paper in papers.keys { papers[paper]?.figures["comments"] = Double(counts[paper] ?? 0) }
    }
    try addBids(names, to: &papers)
  }

  private func addBids(_ names: Set<String>, to papers: inout Papers) throws {
    let levels = call.bidding.levels
    let asked = ["bid", "bids"] + levels.map { Self.bidFigure($0.key) }
    guard !names.isDisjoint(with: asked), reveal.secrecy(of: .bids) == nil else { return }
    let wanted = Set(levels.filter { $0.value > 0 }.map(\.key))
    for paper in papers.keys {
      for name in asked.dropFirst() { papers[paper]?.figures[name] = 0 }
    }
    for bid in try act.session.bids(in: id, chairedBy: chair.email) {
      papers[bid.submission]?.values["bid", default: []].insert(SearchedPaper.fold(bid.level))
      papers[bid.submission]?.figures[Self.bidFigure(bid.level), default: 0] += 1
      if wanted.contains(bid.level) { papers[bid.submission]?.figures["bids", default: 0] += 1 }
    }
  }
}
