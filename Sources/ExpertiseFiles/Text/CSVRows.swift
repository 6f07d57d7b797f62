public import AssignmentFiles
internal import Foundation

/// The rows of a CSV file (RFC 4180). A field in quotes may go over several lines.
public struct CSVRows {
  private let bytes: [UInt8]
  private let file: String
  private var place: Int
  private var line = 1
  /// The line the last row began on, from 1.
  public private(set) var rowLine = 1

  public init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next row that isn't blank.
  public mutating func next() throws(FileProblem) -> [String]? {
    while place < bytes.count {
      rowLine = line
      let row = try row()
      if row.count > 1 || row.first?.isEmpty == false { return row }
    }
    return nil
  }

  private mutating func row() throws(FileProblem) -> [String] {
    var fields: [String] = []
    while true {
      fields.append(try field())
      guard place < bytes.count else { return fields }
      let end = bytes[place]
      place += 1
      if end == UInt8(ascii: "\n") {
        line += 1
        return fields
      }
    }
  }

  /// Ends at the comma, the line feed or the end of the file.
  private mutating func field() throws(FileProblem) -> String {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
      let first = place
      while place < bytes.count, bytes[place] != UInt8(ascii: ","), bytes[place] != UInt8(ascii: "\n") { place += 1 }
      return String(decoding: bytes[first..<place], as: UTF8.self).trimmingCharacters(in: .whitespaces.union(["\r"]))
    }
    let start = line
    var text: [UInt8] = []
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte != UInt8(ascii: "\"") {
        text.append(byte)
      } else if place < bytes.count, bytes[place] == byte {
        text.append(byte)
        place += 1
      } else {
        while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x0D { place += 1 }
        guard place == bytes.count || bytes[place] == UInt8(ascii: ",") || bytes[place] == UInt8(ascii: "\n") else {
          throw FileProblem(file, line: line, "after a field in quotes a comma belongs. Double the quotes inside")
        }
        return String(decoding: text, as: UTF8.self)
      }
    }
    throw FileProblem(file, line: start, "a field in quotes doesn't end")
  }
}
