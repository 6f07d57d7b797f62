import Expertise
import Testing

@Suite("Keyword affinity")
struct KeywordAffinityTests {
  @Test("Case, blanks and plural endings don't matter, and every keyword known is the whole score")
  func same() {
    #expect(KeywordAffinity.score(paper: ["KV  cache", "Paging"], person: ["paging", "kv caches"]) == 1_000_000)
    #expect(KeywordAffinity.score(paper: ["KV cache"], person: ["compilers"]) == 0)
  }

  @Test("Words in common count by their share among all words of the two, the nearest keyword for each of the paper's")
  func nearest() {
    #expect(KeywordAffinity.score(paper: ["sparse gpu kernels"], person: ["gpu kernels", "sparse"]) == 666_666)
    // (4 · (1 + 0) + 1 · 2) / (5 · 2)
    #expect(KeywordAffinity.score(paper: ["paging", "agents"], person: ["paging"]) == 600_000)
  }

  @Test("Without keywords on one side they tell nothing, and signs alone are no keyword")
  func unknown() {
    #expect(KeywordAffinity.score(paper: [], person: ["paging"]) == nil)
    #expect(KeywordAffinity.score(paper: ["paging"], person: []) == nil)
    #expect(KeywordAffinity.score(paper: ["–", ""], person: ["paging"]) == nil)
  }

  @Test("Another keyword of the person never lowers the score")
  func monotone() throws {
    let paper = ["graph neural networks", "serving", "memory"]
    let known = ["neural networks", "serving systems", "graph", "memory", "compilers"]
    var last = 0
    for count in 1...known.count {
      let score = try #require(KeywordAffinity.score(paper: paper, person: Array(known.prefix(count))))
      #expect(score >= last)
      last = score
    }
    #expect(last > 600_000)
  }
}
