import PeerReview
import Testing

@Suite("Searching papers")
struct SearchQueryTests {
  static let vocabulary = SearchVocabulary(
    texts: [
      .init("title", "words in the title", isSearchedByBareWords: true),
      .init("author", "an author's name", isSearchedByBareWords: true), .init("abstract", "words in the abstract"),
    ],
    values: [
      .init("track", "the track", choices: [.init("research", "Research Track"), .init("industrial", "Industrial Track")]),
      .init("topic", "a topic", choices: [.init("serving", "Serving"), .init("training", "Training")]),
      .init("reviewer", "a reviewer's name"),
    ],
    figures: [
      .init("reviews", "reviews that are in"), .init("assigned", "reviewers"), .init("overall", "overall grades", isGrade: true),
      .init("Novelty", "novelty", isGrade: true),
    ])

  static let papers = [
    paper(1, "Fast caches for transformers", author: "ada lovelace", topics: ["serving"], reviews: 3, overall: [5, 4, 3]),
    paper(2, "State-of-the-art compilers", author: "bo smith", topics: ["training"], reviews: 1, overall: [2]),
    paper(3, "Caching considered", author: "cy smith", topics: [], reviews: 0, overall: []),
    paper(14, "Quantisation at 3.5 bits", author: "dee jones", topics: ["serving", "training"], reviews: 2, overall: [4, 4]),
  ]

  static func paper(
    _ number: Int, _ title: String, author: String, topics: Set<String>, reviews: Double, overall: [Double]
  ) -> SearchedPaper {
    SearchedPaper(
      number: SubmissionNumber(number),
      texts: ["title": [SearchedPaper.fold(title)], "author": [author], "abstract": [""]],
      values: ["topic": topics, "track": [number == 2 ? "industrial" : "research"], "reviewer": ["rita r", "ron q"]],
      figures: ["reviews": reviews, "assigned": 3], grades: ["overall": overall])
  }

  @Test(
    "Terms are necessary when no paper is found without one of them",
    arguments: [
      ("title:cache", ["title:cache"]), ("track:research title:cache reviews>1", ["title:cache"]),
      ("title:cache OR abstract:heap", ["abstract:heap", "title:cache"]), ("title:cache OR reviews>1", nil),
      ("NOT title:cache", nil), ("cache", ["abstract:cache", "author:cache", "title:cache"]), ("7", nil), ("reviews>1", nil),
      ("", nil),
    ])
  func necessary(text: String, terms: [String]?) throws {
    var vocabulary = Self.vocabulary
    vocabulary.texts = ["title", "author", "abstract"].map { .init($0, "words", isSearchedByBareWords: true) }
    let necessary = try SearchQuery(parsing: text, vocabulary).necessaryTerms
    #expect(necessary.map { $0.map { "\($0.field):\($0.words)" }.sorted() } == terms)
  }

  func find(_ text: String) throws -> [Int] {
    try SearchQuery(parsing: text, Self.vocabulary).found(in: Self.papers).map(\.number.value)
  }

  @Test(
    "Words, fields, numbers and how they combine",
    arguments: [
      ("", [1, 2, 3, 14]), ("cach", [1, 3]), ("CACHES fast", [1]), ("smith OR jones", [2, 3, 14]), ("smith -caching", [2]),
      ("NOT smith", [1, 14]), ("-(smith OR jones)", [1]), ("\"fast caches\"", [1]), ("\"caches fast\"", []),
      ("title:smith", []), ("author:smith", [2, 3]), ("#2", [2]), ("2-3", [2, 3]), ("#3-20", [3, 14]),
      ("state-of-the-art", [2]), ("3.5", [14]), ("14", [14]), ("track:industrial", [2]),
      ("track:\"Research Track\"", [1, 3, 14]),
      ("topic:serving topic:training", [14]), ("topic:none", [3]), ("topic:any", [1, 2, 14]), ("reviewer:rita", [1, 2, 3, 14]),
      ("abstract:any", []), ("smith AND author:bo OR #1", [1, 2]), ("smith (bo OR cy)", [2, 3]),
    ])
  func conditions(_ text: String, _ expected: [Int]) throws {
    #expect(try find(text) == expected)
  }

  @Test(
    "Comparisons and formulas",
    arguments: [
      ("reviews<2", [2, 3]), ("reviews >= 2", [1, 14]), ("reviews≥2", [1, 14]), ("reviews != 0 reviews<3", [2, 14]),
      ("reviews:3", [1]), ("reviews:1-2", [2, 14]), ("overall>=4", [1, 14]), ("min(overall) < 4", [1, 2]),
      ("overall:none", [3]), ("overall:any", [1, 2, 14]), ("count(overall)=0", [3]), ("spread(overall)>1", [1]),
      ("median(overall) = 4", [1, 14]), ("assigned - reviews > 1", [2, 3]), ("reviews/assigned < 0.5", [2, 3]),
      ("(reviews + 1) * 2 > 6", [1]), ("if(reviews > 1, mean(overall), 0) = 4", [1, 14]), ("-reviews>2", [2, 3, 14]),
      ("reviews = -1 OR #1", [1]), ("overall / 0 > 1", []), ("Novelty>1", []), ("novelty:none caching", [3]),
      ("overall:3..5", [1, 14]), ("overall:3.5-4.5", [1, 14]), ("reviews:2..", [1, 14]), ("reviews:..1", [2, 3]),
      ("overall between 3 and 5", [1, 14]), ("reviews BETWEEN 1 AND 2", [2, 14]), ("mean(overall) between -1 and 2.5", [2]),
      ("2..3", [2, 3]), ("#3..20", [3, 14]), ("overall between", []),
    ])
  func comparisons(_ text: String, _ expected: [Int]) throws {
    #expect(try find(text) == expected)
  }

  @Test("Order and columns: what is unknown comes last either way")
  func order() throws {
    #expect(try find("sort:reviews") == [3, 2, 14, 1])
    #expect(try find("sort:-reviews") == [1, 14, 2, 3])
    #expect(try find("sort:mean(overall)") == [2, 1, 14, 3])
    #expect(try find("sort:-overall sort:-reviews") == [1, 14, 2, 3])
    #expect(try find("smith sort:-reviews") == [2, 3])
    let query = try SearchQuery(parsing: "show:assigned - reviews show:spread(overall) cach", Self.vocabulary)
    #expect(query.columns.map(\.label) == ["assigned - reviews", "spread(overall)"])
    #expect(query.columns.map { $0.formula.value(of: Self.papers[0]) } == [0, 2])
    #expect(query.found(in: Self.papers).count == 2)
  }

  @Test("A column may compare, with or without parentheses, and stand between quotation marks")
  func comparingColumns() throws {
    let text = "show:overall>=4 show:(overall >= 4) show:\"overall >= 4\" smith sort:reviews>=1"
    let query = try SearchQuery(parsing: text, Self.vocabulary)
    #expect(query.columns.map(\.label) == ["overall>=4", "(overall >= 4)", "overall >= 4"])
    #expect(query.columns.map { $0.formula.value(of: Self.papers[0]) } == [1, 1, 1])
    #expect(query.found(in: Self.papers).map(\.number.value) == [3, 2])
  }

  @Test(
    "What is not understood is pointed at, with what would be right",
    arguments: [
      ("titel:cache", "titel", "“titel” can't be searched for here. Did you mean “title”?"),
      ("cache track:reserch", "reserch", "“track” is one of research, industrial, or any, or none. Did you mean “research”?"),
      ("reviws < 3", "reviws", "“reviws” can't be searched for here. Did you mean “reviews”?"),
      ("avg(overall) > 3", "avg", "“avg” is no function; there are mean, min, max, sum, count, median, spread, if."),
      ("mean(overal) > 3", "overal", "“overal” can't be searched for here. Did you mean “overall”?"),
      ("(cache", "(", "This parenthesis is not closed."),
      ("cache)", ")", "This parenthesis closes nothing. Take it out, or open one before."),
      ("\"cache", "\"cache", "This quotation mark is not closed. Add one where the words end."),
      ("reviews <", "", "After a comparison stands a number or a figure, as in “reviews < 3”."),
      ("title:", "", "After “title:” stand words, without a space; several between quotation marks."),
      ("1 < reviews < 3", "<", "Compare two things at a time, and join comparisons by AND."),
      ("reviews:many", "many", "After “reviews:” stands a number, a range such as 2-4, any, or none."),
      ("cache OR", "", "Something is missing at the end."),
      (
        "smith mean(Overall)", "mean(Overall)",
        "“mean(Overall)” is a figure. Compare it, as in “mean(Overall) >= 4”, or put it behind “show:” or “sort:”."
      ),
      ("mean(overal)", "overal", "“overal” can't be searched for here. Did you mean “overall”?"),
      ("cache AND", "AND", "After “AND” stands what else has to hold. Take it out, or go on."),
      (
        "AND cache", "AND",
        "“AND” joins two conditions, and one is missing. To look for the word, put it between quotation marks."
      ),
      ("cache #", "#", "After “#” stands the number of a paper, as in “#17”."),
      (
        "25-17", "25-17",
        "The lower number comes first: “17-25”. To look for the words, put them between quotation marks."
      ),
      ("overall between 5 and 3.5", "overall between 5 and 3.5", "The lower number comes first: “between 3.5 and 5”."),
      ("show:\"overal > 3\"", "overal", "“overal” can't be searched for here. Did you mean “overall”?"),
    ])
  func problems(_ text: String, _ place: String, _ message: String) throws {
    let problem = #expect(throws: SearchProblem.self) { try find(text) }
    let found = try #require(problem)
    #expect(found.message == message)
    #expect(String(Array(text)[found.range]) == place)
  }

  @Test("Deep nesting is refused, never followed", arguments: ["(", "-", "NOT ", "if(", "mean(", "show:(", "sort:-("])
  func depth(_ piece: String) {
    #expect(throws: SearchProblem.self) { try find(String(repeating: piece, count: 5_000) + "cache") }
  }

  @Test("Whatever is typed gets papers or a problem within the text", arguments: 0..<200)
  func anything(_ seed: Int) throws {
    var generator = Sequence(state: UInt64(seed) &* 2_654_435_761 &+ 1)
    let pieces = [
      "(", ")", "-", "NOT", "OR", "AND", ":", "title", "reviews", "<", ">=", "\"", " ", " ", "3", "#1", "mean", "+", "*", "/",
      ",", "if", "sort:", "show:", "é", "#",
    ]
    let text = (0..<(seed % 23)).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
    do {
      _ = try find(text)
    } catch let problem as SearchProblem {
      #expect(problem.range.lowerBound >= 0 && problem.range.upperBound <= text.count)
    }
  }

  private struct Sequence {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }

  @Test(
    "A search that has begun can be completed",
    arguments: [
      ("cache ti", ["cache title:"]), ("-tr", ["-track:"]), ("(track:", ["(track:research", "(track:industrial"]),
      ("topic:s", ["topic:serving"]), ("rev", ["reviewer:", "reviews"]), ("track:research", []),
    ])
  func completion(_ text: String, _ expected: [String]) {
    #expect(Self.vocabulary.completions(of: text) == expected)
  }
}

@Suite("Searching by tags")
struct TagSearchTests {
  private static let vocabulary = SearchVocabulary(
    texts: [.init("title", "words in the title", isSearchedByBareWords: true)], values: [],
    figures: [.init("reviews", "reviews")],
    tags: ["award", "discuss", "~mine"])

  private static let papers = [
    paper(1, ["discuss": nil, "award": 3]), paper(2, ["award": 5, "~mine": 1.5]), paper(3, ["~~check": 7]), paper(4, [:]),
  ]

  private static func paper(_ number: Int, _ tags: [String: Double?]) -> SearchedPaper {
    SearchedPaper(number: SubmissionNumber(number), figures: ["reviews": 2], tags: tags)
  }

  @Test(
    "Tags are asked for by name, number and range, negated, counted with and ordered by",
    arguments: [
      ("tag:discuss", [1]), ("#discuss", [1]), ("tag:#DISCUSS", [1]), ("-tag:discuss", [2, 3, 4]), ("tag:any", [1, 2, 3]),
      ("tag:none", [4]), ("tag:award#3", [1]), ("#award#3..4", [1]), ("tag:award#4..", [2]), ("tag:award#..4", [1]),
      ("tag:discuss#0", []), ("tag:~mine#1.5", [2]), ("tag:~~check", [3]), ("tag:unknown", []), ("#award > 2", [1, 2]),
      ("#award - reviews > 2", [2]), ("sort:-#award", [2, 1, 3, 4]), ("tag:award OR tag:~~check sort:#award", [1, 2, 3]),
      ("#3", [3]), ("NOT (tag:award OR #3)", [4]), ("tag:award#3-4", [1]), ("#award between 4 and 9", [2]),
    ])
  func tags(_ text: String, _ expected: [Int]) throws {
    #expect(try SearchQuery(parsing: text, Self.vocabulary).found(in: Self.papers).map(\.number.value) == expected)
  }

  @Test(
    "What is no tag is pointed at; where there are no tags to ask for the word means nothing special",
    arguments: ["tag:", "tag:1st", "tag:award#x", "tag:award#5..3", "tag:award#..", "tag:a("])
  func problems(_ text: String) {
    #expect(throws: SearchProblem.self) { try SearchQuery(parsing: text, Self.vocabulary) }
    #expect(throws: SearchProblem.self) { try SearchQuery(parsing: text, SearchQueryTests.vocabulary) }
  }

  @Test("A tag is completed, after “tag:” and after “#”")
  func completions() {
    #expect(Self.vocabulary.completions(of: "x tag:a") == ["x tag:award"])
    #expect(Self.vocabulary.completions(of: "-#d") == ["-#discuss"])
    #expect(Self.vocabulary.completions(of: "ta") == ["tag:"])
    #expect(Self.vocabulary.words.contains("tag:~mine") && !SearchQueryTests.vocabulary.words.contains("tag:"))
  }
}
