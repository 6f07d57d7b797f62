import Testing

@testable import Expertise

@Suite("Terms and their counts")
struct TermTests {
  @Test("A table of terms adds up what it is given, through every growth, whatever the terms")
  func table() {
    var table = TermTable()
    var wanted: [UInt64: Int32] = [:]
    for number in 0..<20_000 {
      // Many that differ only in the last or first bits, and 0 among them.
      let term = UInt64(number % 5000) << (number % 3 == 0 ? 0 : 48)
      table.add(Int32(number % 7), to: term)
      wanted[term, default: 0] += Int32(number % 7)
    }
    for (term, sum) in wanted { #expect(table[term] == sum) }
    #expect(table[0xFFFF_FFFF_FFFF] == 0)
    var seen = 0
    table.forEach { term, sum in
      #expect(wanted[term] == sum)
      seen += 1
    }
    #expect(seen == wanted.values.count { $0 != 0 })
    table.add(.max, to: 1)
    #expect(table[1] == .max)
  }

  @Test("Each text counts once for a term, words by their stems, pairs by their order")
  func counts() throws {
    let counts = TermCounts([CutTexts(["graphs graph tree", "tree graph"]), CutTexts(["other"])])
    let (graph, tree) = (try #require(Word.all(in: "graph").first).stem, try #require(Word.all(in: "tree").first).stem)
    #expect(counts.textCount == 3)
    #expect(counts.holders(of: graph) == 2)
    #expect(counts.holders(of: Word.pair(graph, tree)) == 1)
    #expect(counts.holders(of: Word.pair(tree, graph)) == 1)
    #expect(counts.holders(of: 1) == 0)
    #expect(counts.greatest == 2)
    var shared: Set<UInt64> = []
    counts.forEach { term, holders in if holders > 1 { shared.insert(term) } }
    #expect(shared == [graph, tree])
  }

  @Test("Texts cut in parts are found where they were")
  func parts() {
    let texts = (0..<23).map { "word\($0) tail" }
    let parts = inParts(texts.count, 4) { range in
      var part = CutTexts.Part()
      for text in texts[range] { part.append(Word.all(in: text)) }
      return part
    }
    let cut = CutTexts(parts)
    #expect(cut.count == 23)
    for (place, text) in texts.enumerated() { #expect(Array(cut[place]) == Word.all(in: text).map(\.stem)) }
    #expect(inParts(0, 4) { $0 }.isEmpty)
    #expect(inParts(3, 8) { $0 } == [0..<1, 1..<2, 2..<3])
  }
}
