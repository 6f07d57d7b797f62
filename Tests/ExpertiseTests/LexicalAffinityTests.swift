import Testing

@testable import Expertise

@Suite("Lexical affinity")
struct LexicalAffinityTests {
  private let corpus = [
    "Tensor compilers for sparse kernels on the GPU",
    "The scheduling of sparse tensor programs on accelerators",
    "Federated learning with the differential privacy of clients",
    "The privacy budget of federated clients under attack",
    "A database index learned from the data",
    "The storage engine of a database in the cloud",
  ]

  @Test("A person who writes about the paper's subject scores above one who doesn't")
  func ranksBySubject() throws {
    let affinity = LexicalAffinity(corpus: corpus)
    let paper = affinity.vector(of: "Sparse tensor kernels")
    let near = try #require(affinity.score(paper: paper, personTexts: corpus[0...1].map(affinity.vector)))
    let far = try #require(affinity.score(paper: paper, personTexts: corpus[2...5].map(affinity.vector)))
    #expect(near > 200_000)
    #expect(far < 20_000)
  }

  @Test("A text is as close to itself as can be, and texts without a common word are at 0")
  func bounds() {
    let affinity = LexicalAffinity(corpus: corpus)
    let vectors = corpus.map(affinity.vector)
    for vector in vectors { #expect(affinity.score(paper: vector, personTexts: [vector]) == 1_000_000) }
    let database = affinity.vector(of: "database index")
    #expect(affinity.score(paper: database, personTexts: [affinity.vector(of: "federated privacy")]) == 0)
  }

  @Test("Words of nearly every text hardly count, without a list of stop words")
  func commonWords() throws {
    let affinity = LexicalAffinity(corpus: corpus)
    let paper = affinity.vector(of: "the database")
    let score = try #require(affinity.score(paper: paper, personTexts: [affinity.vector(of: "the privacy")]))
    #expect(score < 50_000)
  }

  @Test("The closest text counts most, and other subjects lower a score without hiding it")
  func pooling() throws {
    let affinity = LexicalAffinity(corpus: corpus)
    let paper = affinity.vector(of: corpus[0])
    let same = affinity.vector(of: corpus[0])
    let other = affinity.vector(of: corpus[3])
    let focused = try #require(affinity.score(paper: paper, personTexts: [same, same, same]))
    let broad = try #require(affinity.score(paper: paper, personTexts: [other, same, other, same, same]))
    let once = try #require(affinity.score(paper: paper, personTexts: [same, other, other]))
    #expect(focused == 1_000_000)
    #expect((700_000..<focused).contains(broad))
    #expect((400_000..<broad).contains(once))
  }

  @Test("A plural counts as its singular, and neighbours in the same order count more than apart")
  func pluralsAndPairs() {
    let affinity = LexicalAffinity(corpus: corpus + ["kernel tensors", "tensor kernel"])
    let vectors = ["kernels tensor", "kernel tensors", "tensor kernel"].map(affinity.vector)
    #expect(vectors[0] == vectors[1])
    #expect(vectors[0].cosine(vectors[2]) < vectors[0].cosine(vectors[1]))
  }

  @Test("The order of the corpus and of a person's texts doesn't matter")
  func orderIsForgotten() {
    let straight = LexicalAffinity(corpus: corpus)
    let reversed = LexicalAffinity(corpus: corpus.reversed())
    for text in corpus {
      #expect(straight.vector(of: text) == reversed.vector(of: text))
      let scores = [corpus, corpus.reversed()].map { texts in
        straight.score(paper: straight.vector(of: text), personTexts: texts.map(straight.vector))
      }
      #expect(scores[0] == scores[1])
    }
  }

  @Test("Empty texts and texts of unknown words give nothing to compare")
  func nothingToCompare() {
    let affinity = LexicalAffinity(corpus: corpus)
    let paper = affinity.vector(of: corpus[0])
    #expect(affinity.score(paper: paper, personTexts: []) == nil)
    #expect(affinity.score(paper: paper, personTexts: [affinity.vector(of: ""), affinity.vector(of: "qwertz")]) == nil)
    #expect(affinity.score(paper: affinity.vector(of: "— … !"), personTexts: [paper]) == nil)
    #expect(LexicalAffinity(corpus: []).vector(of: corpus[0]).isEmpty)
    let single = LexicalAffinity(corpus: [corpus[0]])
    #expect(single.score(paper: single.vector(of: corpus[0]), personTexts: [single.vector(of: corpus[0])]) == 1_000_000)
  }

  @Test("The logarithm agrees with known values")
  func logarithm() {
    #expect(naturalLogarithm(1) == 0)
    #expect(abs(naturalLogarithm(2) - 0.693_147_180_559_945_3) < 1e-15)
    #expect(abs(naturalLogarithm(10) - 2.302_585_092_994_045_7) < 1e-14)
    #expect(abs(naturalLogarithm(1e-5) + 11.512_925_464_970_229) < 1e-13)
    #expect(abs(naturalLogarithm(1_000_003) - 13.815_513_557_959_775) < 1e-13)
    #expect(naturalLogarithm(0) == 0 && naturalLogarithm(-1) == 0 && naturalLogarithm(.nan) == 0)
  }
}

@Suite("Tokenizer")
struct TokenizerTests {
  @Test("Words are lower-case runs of letters and digits")
  func words() {
    let words = Tokenizer.words(of: "Large-scale RDMA, 100Gb/s: a (short) test!")
    #expect(words == ["large", "scale", "rdma", "100gb", "short", "test"])
  }

  @Test("Accents are kept, however they are encoded")
  func accents() {
    #expect(Tokenizer.words(of: "Poincaré") == Tokenizer.words(of: "POINCARE\u{301}"))
    let words = Tokenizer.words(of: "Spärck ŁÓDŹ ελληνικά русский हिन्दी")
    #expect(words == ["spärck", "łódź", "ελληνικά", "русский", "हिन्दी"])
  }

  @Test("Ideographs stand alone, and soft hyphens and joiners vanish")
  func scripts() {
    #expect(Tokenizer.words(of: "深度 learning") == ["深", "度", "learning"])
    #expect(Tokenizer.words(of: "sched\u{AD}uler zero\u{200D}width") == ["scheduler", "zerowidth"])
  }

  @Test("Symbols, lone marks and endless runs give no words")
  func noWords() {
    #expect(Tokenizer.words(of: "🙂 \u{301}\u{301} ∑ \u{0} ,").isEmpty)
    #expect(Tokenizer.words(of: String(repeating: "a", count: 100_000)).isEmpty)
    #expect(Tokenizer.words(of: "a" + String(repeating: "\u{301}", count: 1000)).isEmpty)
  }
}
