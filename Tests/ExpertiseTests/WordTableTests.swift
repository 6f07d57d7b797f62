import Foundation
import Testing

@testable import Expertise

@Suite("The table of words")
struct WordTableTests {
  /// Two words of two dimensions: "graph" at (1, 0) in 3 texts, "tree" at (0, 2) in 5, of 100.
  static func bytes(words: [String] = ["graph", "tree"]) -> Data {
    let text = Data(words.joined(separator: "\n").utf8)
    func number(_ value: UInt32) -> Data { withUnsafeBytes(of: value.littleEndian) { Data($0) } }
    var bytes = Data("LECTERN WORDS 1\n".utf8)
    for value in [2, 2, 100, UInt32(text.count)] { bytes += number(value) }
    bytes += text
    for value in [3, 5, Float(0.01).bitPattern, Float(0.02).bitPattern] { bytes += number(value) }
    return bytes + Data([100, 0, 0, 100])
  }

  @Test("A text's vector is the direction of its words' sum; unknown words add nothing")
  func vectors() throws {
    let table = try #require(WordTable(Self.bytes()))
    #expect(table.vector(of: Word.all(in: "Graph graph unknown")) == [1, 0])
    let both = table.vector(of: Word.all(in: "tree graph"))
    #expect(abs(both[1] / both[0] - 2) < 1e-5)
    #expect(table.vector(of: Word.all(in: "nothing here")) == [0, 0])
  }

  @Test("Frequencies are found by stem")
  func frequencies() throws {
    let table = try #require(WordTable(Self.bytes()))
    #expect(table.frequency(ofStem: try #require(Word.all(in: "graphs").first).stem) == 3)
    #expect(table.frequency(ofStem: 1) == 0)
    #expect(table.textCount == 100)
  }

  @Test("The table that ships is found beside the program, and holds the field's words")
  func shipped() throws {
    let table = try #require(WordTable.shipped())
    #expect(table.textCount > 100_000)
    #expect(table.dimensions == 256)
    func closeness(_ left: String, _ right: String) -> Float {
      zip(table.vector(of: Word.all(in: left)), table.vector(of: Word.all(in: right))).reduce(0) { $0 + $1.0 * $1.1 }
    }
    #expect(closeness("federated clients", "privacy") > closeness("federated clients", "tensor compilers"))
    #expect(table.frequency(ofStem: try #require(Word.all(in: "learning").first).stem) > 10_000)
  }

  @Test("Cut off or foreign bytes are no table, and nothing traps")
  func damaged() {
    let bytes = Self.bytes()
    for length in 0..<bytes.count { #expect(WordTable(bytes.prefix(length)) == nil) }
    #expect(WordTable(Self.bytes(words: ["one line"])) == nil)
    #expect(WordTable(Data("LECTERN WORDS 1\n".utf8) + Data(repeating: 0xFF, count: 100)) == nil)
  }
}
