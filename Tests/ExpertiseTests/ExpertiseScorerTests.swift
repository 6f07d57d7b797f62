import Testing

@testable import Expertise

@Suite("Scores of papers and people")
struct ExpertiseScorerTests {
  private let publications = [
    "Sparse tensor compilers for accelerators", "Scheduling sparse tensor kernels", "Tensor programs tuned by search",
    "Differential privacy in federated learning", "Private aggregation of federated clients", "Query plans of a database",
  ]
  private let people = [[0, 1, 2], [3, 4], [], [5], [0, 3, 5]]

  private func scorer(_ papers: [String], encoded: Bool = false) -> ExpertiseScorer {
    var vectors: (papers: TextMatrix, publications: TextMatrix)?
    if encoded {
      var mine = TextMatrix(width: 2)
      for _ in papers { mine.append([1, 0]) }
      var theirs = TextMatrix(width: 2)
      for place in publications.indices { theirs.append(place < 3 ? [1, 0] : [0, 1]) }
      vectors = (mine, theirs)
    }
    let mix = ExpertiseMix(.default, hasEncoder: encoded, hasTable: false)
    return ExpertiseScorer(papers: papers, publications: publications, people: people, mix: mix, table: nil, encoded: vectors)
  }

  @Test("Without any vectors words alone rank the expert first; who has no publications has no score")
  func lexicalOnly() throws {
    let rows = scorer(["Compilers of sparse tensor kernels", "Privacy of federated clients"]).scores(of: 0..<2)
    #expect(rows.map { $0.map(\.person) } == [[0, 1, 3, 4], [0, 1, 3, 4]])
    #expect(rows.map { $0.max { $0.score < $1.score }?.person } == [0, 1])
    #expect(rows.joined().allSatisfy { (0...1).contains($0.score) })
  }

  @Test("The best are the greatest of all scores, best first, equals in the order of people")
  func top() {
    let scorer = scorer(["Sparse tensor kernels in a database"], encoded: true)
    let all = scorer.scores(of: 0..<1)[0].sorted { ($1.score, $0.person) < ($0.score, $1.person) }
    for count in [1, 2, 4, 9] { #expect(scorer.scores(of: 0..<1, top: count)[0] == Array(all.prefix(count))) }
  }

  @Test("Blocks of papers give what single papers give")
  func blocks() {
    let scorer = scorer(["Sparse tensor kernels", "Federated privacy", "Database queries"], encoded: true)
    #expect(scorer.scores(of: 0..<3) == (0..<3).flatMap { scorer.scores(of: $0..<$0 + 1) })
    #expect(scorer.scores(of: 1..<1).isEmpty)
  }

  @Test("A publication place that doesn't exist is passed over")
  func strayPlaces() {
    let mix = ExpertiseMix(.lexical, hasEncoder: false, hasTable: false)
    let scorer = ExpertiseScorer(
      papers: ["tensor"], publications: ["tensor", "other"], people: [[7, -1], [0, 9]], mix: mix, table: nil, encoded: nil)
    #expect(scorer.scores(of: 0..<1)[0].map(\.person) == [1])
  }

  @Test("Shares of every default add up to 1")
  func shares() {
    for hasEncoder in [false, true] {
      for hasTable in [false, true] {
        let mix = ExpertiseMix(.default, hasEncoder: hasEncoder, hasTable: hasTable)
        #expect(abs(mix.encoder + mix.words + mix.lexical - 1) < 1e-6)
        #expect(hasEncoder || mix.encoder == 0)
        #expect(hasTable || mix.words == 0)
      }
    }
  }

  @Test("Shares in percent add up to 100, or are none")
  func percents() throws {
    let mix = try #require(ExpertiseMix(encoderPercent: 60, wordsPercent: 10, lexicalPercent: 30))
    #expect(mix.description == "encoder 60 %, word vectors 10 %, words 30 %")
    #expect(ExpertiseMix(encoderPercent: 60, wordsPercent: 10, lexicalPercent: 20) == nil)
    #expect(ExpertiseMix(encoderPercent: 120, wordsPercent: -20, lexicalPercent: 0) == nil)
    #expect(ExpertiseMix(encoderPercent: .max, wordsPercent: 1, lexicalPercent: 0) == nil)
  }

  @Test("A closeness is the shares' sum: two kinds of vectors, and the words")
  func sums() throws {
    let papers = ["Sparse tensor kernels"]
    var (mine, theirs) = (TextMatrix(width: 2), TextMatrix(width: 2, rows: publications.count))
    mine.append([1, 0])
    theirs.replace(0, with: [0.6, 0.8])
    theirs.replace(1, with: [1])
    theirs.replace(99, with: [1, 0])
    func score(_ encoder: Int) throws -> Float {
      let mix = try #require(ExpertiseMix(encoderPercent: encoder, wordsPercent: 0, lexicalPercent: 100 - encoder))
      let scorer = ExpertiseScorer(
        papers: papers, publications: publications, people: [[0]], mix: mix, table: nil, encoded: (mine, theirs))
      return try #require(scorer.scores(of: 0..<1)[0].first).score
    }
    #expect(abs(try score(100) - 0.6) < 1e-6)
    #expect(abs(try score(50) - (try score(100) + score(0)) / 2) < 1e-6)
  }

  @Test("The index finds what vector by vector is found")
  func index() throws {
    let papers = ["Sparse tensor kernels tuned by search", "Federated clients", "Nothing of it"]
    let mix = ExpertiseMix(.lexical, hasEncoder: false, hasTable: false)
    let scorer = ExpertiseScorer(
      papers: papers, publications: publications, people: publications.indices.map { [$0] }, mix: mix, table: nil, encoded: nil)
    let affinity = LexicalAffinity(corpus: publications)
    for (paper, row) in zip(papers, scorer.scores(of: 0..<3)) {
      let wanted = publications.map { affinity.vector(of: paper).cosine(affinity.vector(of: $0)) }
      for (found, want) in zip(row, wanted) { #expect(abs(Double(found.score) - want) < 1e-6) }
    }
  }

  @Test("When words weigh the same, a person's scores rest on no one else's publications; else rare words weigh more")
  func evenWords() {
    func scores(with others: [String], weighsWords: Bool) -> [Float] {
      let mix = ExpertiseMix(.lexical, hasEncoder: false, hasTable: false)
      let scorer = ExpertiseScorer(
        papers: ["Sparse tensor kernels in a database"], publications: ["Kernels of sparse tensors"] + others,
        people: [[0], [1]],
        mix: mix, table: nil, weighsWords: weighsWords, encoded: nil)
      return scorer.scores(of: 0..<1)[0].filter { $0.person == 0 }.map(\.score)
    }
    for weighs in [false, true] {
      let scores = [scores(with: [], weighsWords: weighs), scores(with: ["A database of kernels"], weighsWords: weighs)]
      #expect((scores[0] == scores[1]) == !weighs)
      #expect(scores[0].first ?? 0 > 0)
    }
  }

  @Test("Near copies, scores that rest on one paper, and single papers are marked; broad and weak scores aren't")
  func marks() {
    func marks(_ closeness: [Float]) -> Set<ExpertiseMark> {
      ExpertiseMark.all(closeness, Pooling.pool(closeness))
    }
    #expect(marks([0.6, 0.6, 0.6, 0.5]) == [])
    #expect(marks([0.95, 0.7, 0.7, 0.7]) == [.nearCopy])
    #expect(marks([0.8, 0.1, 0.1, 0.1]) == [.onePaper])
    #expect(marks([0.95, 0.1, 0.1]) == [.nearCopy, .onePaper])
    #expect(marks([0.5]) == [.onlyPaper])
    #expect(marks([0.15, 0.01]) == [])
    #expect(marks([]) == [])
  }
}
