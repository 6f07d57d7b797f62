import Testing

@testable import AssignmentFiles

@Suite("Lines of comma-separated text")
struct SeparatedLinesTests {
  /// Every line's fields, or the problem with it.
  private func rows(_ text: String) throws -> [[String]] { try rows(Array(text.utf8)) }

  private func rows(_ bytes: [UInt8]) throws -> [[String]] {
    var lines = SeparatedLines(file: "x.csv", bytes: bytes)
    var rows: [[String]] = []
    while true {
      switch try lines.advance() {
      case .end: return rows
      case .malformed(let problem): rows.append(["line \(lines.line)", problem])
      case .line: rows.append(lines.fields.map { String(decoding: lines.bytes[$0], as: UTF8.self) })
      }
    }
  }

  @Test("Blanks, carriage returns, empty lines and a byte order mark do not count")
  func plain() throws {
    #expect(try rows("\u{FEFF}a , b\r\n\n   \n\tc,,d") == [["a", "b"], ["c", "", "d"]])
    #expect(try rows("") == [])
    #expect(try rows("a") == [["a"]])
    #expect(try rows("a\n\n") == [["a"]])
    #expect(try rows("a,") == [["a", ""]])
  }

  @Test("Quoted fields hold commas, blanks and doubled quotes")
  func quotes() throws {
    #expect(try rows("\"a,b\" , \" c \"\n\"say \"\"no\"\"\",x\n\"\",y") == [["a,b", " c "], ["say \"no\"", "x"], ["", "y"]])
    #expect(try rows("inner\"quote,x") == [["inner\"quote", "x"]])
  }

  @Test("An open quote and text behind a quote are told with their line, and reading goes on")
  func badQuotes() throws {
    let found = try rows("a\n\"b\n\"c\"d\ne")
    #expect(found.map(\.first) == ["a", "line 2", "line 3", "e"])
    #expect(found[1].last?.contains("not closed") == true && found[2].last?.contains("follows a closing quote") == true)
  }

  @Test("What is written is read back, whatever the bytes")
  func roundTrip() throws {
    var random = ByteRandom(state: 5)
    for _ in 0..<500 {
      let fields = (0..<random.below(4) + 1).map { _ in random.bytes(below: 8, without: [0x0A]) }
      if fields == [[]] { continue }
      var text: [UInt8] = []
      for (index, field) in fields.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        FieldText.append(field, to: &text)
      }
      var lines = SeparatedLines(file: "x.csv", bytes: text)
      let step = try lines.advance()
      // A single empty field is a blank line.
      if step == .end, fields.allSatisfy(\.isEmpty) { continue }
      #expect(step == .line)
      #expect(lines.fields.map { Array(lines.bytes[$0]) } == fields)
    }
  }

  @Test("No bytes trap")
  func fuzz() throws {
    var random = ByteRandom(state: 9)
    for _ in 0..<2_000 {
      let alphabet: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x20, 0x61, 0xEF, 0xBB, 0xBF, 0x00, 0xFF]
      _ = try rows((0..<random.below(40)).map { _ in alphabet[random.below(alphabet.count)] })
    }
  }

  @Test("A file is read piece by piece to the same lines, whatever lies across a border")
  func pieces() throws {
    let line = "paper-12345,\"reviewer, 9\",0.125\n"
    let text = String(repeating: line, count: 80_000)
    let path = try TemporaryFile.write(text)
    defer { TemporaryFile.remove(path) }
    var lines = try SeparatedLines(file: path)
    var count = 0
    while try lines.advance() == .line {
      count += 1
      guard lines.fields.count == 3, lines.bytes[lines.fields[1]].elementsEqual("reviewer, 9".utf8) else { break }
    }
    #expect(count == 80_000 && lines.line == 80_000)
  }
}
