internal import PeerReview
internal import Store

/// The search language over papers to bid on. It has a word for what the list shows the reviewer, and for nothing else.
enum BidSearch {
  static func vocabulary(_ call: Call) -> SearchVocabulary {
    SearchVocabulary(
      texts: [
        .init(SearchTerm.title, "words in the title", isSearchedByBareWords: true),
        .init(SearchTerm.abstract, "words in the abstract", isSearchedByBareWords: true),
        .init(SearchTerm.keyword, "the authors' keywords", isSearchedByBareWords: true),
      ],
      values: [
        .init("track", "the track", choices: call.tracks.map { .init($0.key, $0.name) }),
        .init("topic", "one of its topics", choices: call.topics.map { .init($0.key, $0.name) }),
        .init("bid", "your bid", choices: call.bidding.levels.map { .init($0.key, $0.label) }),
      ], figures: [.init("affinity", "how near it is to what you know, of 100"), .init("topics", "topics it has")])
  }

  /// The papers that are found, in the order the search asks for, else in theirs; with the values of its columns.
  static func found(
    in papers: [BiddableRow], _ near: [ID<Submission>: Int], by query: SearchQuery
  ) -> [(row: BiddableRow, extra: [Double?])] {
    let byNumber = Dictionary(papers.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    return query.found(in: papers.map { searched($0, near[$0.id]) }).compactMap { paper in
      byNumber[paper.number].map { ($0, query.columns.map { $0.formula.value(of: paper) }) }
    }
  }

  private static func searched(_ paper: BiddableRow, _ near: Int?) -> SearchedPaper {
    var figures = ["topics": Double(paper.topics.count)]
    figures["affinity"] = near.map(Double.init)
    return SearchedPaper(
      number: paper.number,
      texts: [
        SearchTerm.title: [SearchedPaper.fold(paper.title)], SearchTerm.abstract: [SearchedPaper.fold(paper.abstract)],
        SearchTerm.keyword: paper.keywords.map(SearchedPaper.fold),
      ],
      values: [
        "track": [SearchedPaper.fold(paper.facts.track)], "topic": Set(paper.topics.map(SearchedPaper.fold)),
        "bid": paper.level.isEmpty ? [] : [SearchedPaper.fold(paper.level)],
      ], figures: figures)
  }
}
