import Testing

@testable import AssignmentFiles

@Suite("Names and their order")
struct NameTableTests {
  private func table(_ names: [String]) -> NameTable {
    var table = NameTable()
    for name in names { _ = table.add(Array(name.utf8), 0..<name.utf8.count) }
    return table
  }

  @Test("Numbers come first by value, then all else by bytes; the order of input is forgotten")
  func order() {
    var names = ["10", "9", "007", "7", "b", "a", "B", "é", "", "10a", "99999999999999999999999", "0"]
    let expected = ["0", "7", "007", "9", "10", "99999999999999999999999", "", "10a", "B", "a", "b", "é"]
    var random = ByteRandom(state: 3)
    for _ in 0..<20 {
      names = random.shuffled(names)
      let before = table(names)
      let after = before.renumbered(before.canonicalOrder)
      #expect((0..<after.count).map { after.text(of: $0) } == expected)
    }
  }

  @Test("Thousands of names are all found again, and no other is")
  func found() {
    let names = (0..<5_000).map { "~Given_Family\($0)" }
    let table = table(names)
    #expect(table.count == 5_000)
    for (number, name) in names.enumerated() { #expect(table.number(of: Array(name.utf8), 0..<name.utf8.count) == number) }
    #expect(table.number(of: Array("~Given_Family5000".utf8), 0..<17) == nil)
    #expect(table.number(of: [], 0..<0) == nil)
  }

  @Test("A name added again keeps its number")
  func repeated() {
    var table = table(["a", "b"])
    #expect(table.add([0x61], 0..<1) == (0, false))
    #expect(table.add([0x63], 0..<1) == (2, true))
  }
}
