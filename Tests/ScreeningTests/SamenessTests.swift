import Foundation
import Screening
import Testing

@Suite("Shared text")
struct SamenessTests {
  /// Words that don't repeat in runs, the same for the same seed.
  private func words(_ seed: UInt64, count: Int = 3_000) -> [String] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return "w\(state >> 52)"
    }
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "sameness-\(ProcessInfo.processInfo.globallyUniqueString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func paper(_ name: String, _ words: [String]) -> SamenessIndex.Paper {
    .init(name: name, fingerprints: Winnowing.fingerprints(of: words))
  }

  @Test("A passage of thirteen words leaves a fingerprint in both texts, wherever it stands")
  func guarantee() {
    let passage = words(1, count: Winnowing.guaranteedWords)
    for offset in 0..<20 {
      let one = Set(Winnowing.fingerprints(of: words(2, count: 40 + offset) + passage + words(3, count: 50)))
      let other = Set(Winnowing.fingerprints(of: words(4, count: 73) + passage + words(5, count: 31 + offset)))
      #expect(!one.isDisjoint(with: other))
    }
  }

  @Test("A tenth of a paper that was copied is found, strangers are not")
  func copies() throws {
    try withFolder { folder in
      var index = try SamenessIndex(folder: folder)
      try index.add((0..<30).map { paper("p\($0)", words(UInt64($0 + 10))) })
      let copy = words(99, count: 2_700) + words(17)[500..<800]
      #expect(index.matches(Winnowing.fingerprints(of: copy)).map(\.name) == ["p7"])
      #expect(index.matches(Winnowing.fingerprints(of: words(98))).isEmpty)
    }
  }

  @Test("An index that grew batch by batch answers after it is opened again, and merges its segments")
  func growth() throws {
    try withFolder { folder in
      var index = try SamenessIndex(folder: folder)
      for batch in 0..<9 { try index.add((0..<3).map { paper("b\(batch)-\($0)", words(UInt64(batch * 3 + $0 + 200))) }) }
      let opened = try SamenessIndex(folder: folder)
      #expect(opened.paperCount == 27)
      #expect(opened.segmentCount < 5)
      for number in 0..<27 {
        let found = opened.matches(Winnowing.fingerprints(of: words(UInt64(number + 200))))
        #expect(found.map(\.name) == ["b\(number / 3)-\(number % 3)"])
        #expect(found.first?.share == 1)
      }
    }
  }

  @Test("A damaged index says so and does not end the process")
  func damage() throws {
    try withFolder { folder in
      var index = try SamenessIndex(folder: folder)
      try index.add([paper("p", words(1))])
      try Data([1, 2, 3]).write(to: URL(filePath: folder).appending(path: "segment-1.bin"))
      #expect(throws: SamenessProblem.self) { try SamenessIndex(folder: folder) }
      try Data("{".utf8).write(to: URL(filePath: folder).appending(path: "index.json"))
      #expect(throws: SamenessProblem.self) { try SamenessIndex(folder: folder) }
    }
  }

  @Test("Passages are told side by side, the longest first")
  func passages() {
    let long = words(50, count: 60)
    let short = words(51, count: 20)
    let here = PaperWords(text: (words(52, count: 30) + short + words(53, count: 30) + long).joined(separator: " "))
    let there = PaperWords(text: (long + words(54, count: 40) + short).joined(separator: " "))
    let found = SharedPassage.all(in: here, and: there)
    #expect(found.map(\.words) == [60, 20])
    #expect(found.first?.here.text == found.first?.there.text)
  }

  @Test("Texts shorter than a run of words share nothing")
  func short() {
    #expect(Winnowing.fingerprints(of: ["one", "two"]).isEmpty)
    #expect(Winnowing.fingerprints(of: words(1, count: 9)).count == 1)
  }
}
