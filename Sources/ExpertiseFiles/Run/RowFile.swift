internal import AssignmentFiles
internal import Foundation

/// A CSV file being written. It takes its name when it is whole, so that half a file is never taken for one.
struct RowFile {
  private static let bufferBytes = 1 << 20
  private let file: String
  private let handle: FileHandle
  private var buffer = Data()

  private var unfinished: String { file + ".unfinished" }

  init(file: String, header: [String]) throws(FileProblem) {
    self.file = file
    let unfinished = file + ".unfinished"
    guard FileManager.default.createFile(atPath: unfinished, contents: nil),
      let handle = FileHandle(forWritingAtPath: unfinished)
    else { throw FileProblem(file, "can't be written. Is the folder there, and may you write to it?") }
    self.handle = handle
    try add(header)
  }

  mutating func add(_ fields: [String]) throws(FileProblem) {
    for (place, field) in fields.enumerated() {
      if place > 0 { buffer.append(UInt8(ascii: ",")) }
      buffer.append(contentsOf: Self.quoted(field).utf8)
    }
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.bufferBytes { try flush() }
  }

  mutating func close() throws(FileProblem) {
    try flush()
    do {
      try handle.close()
      if FileManager.default.fileExists(atPath: file) { try FileManager.default.removeItem(atPath: file) }
      try FileManager.default.moveItem(atPath: unfinished, toPath: file)
    } catch {
      throw FileProblem(file, "can't be finished: \(error.localizedDescription)")
    }
  }

  private mutating func flush() throws(FileProblem) {
    do { try handle.write(contentsOf: buffer) } catch {
      throw FileProblem(file, "can't be written: \(error.localizedDescription)")
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func quoted(_ field: String) -> String {
    let isPlain = field.utf8.allSatisfy { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 >= 0x20 }
    return isPlain ? field : "\"" + field.replacing("\"", with: "\"\"") + "\""
  }

  /// Six decimals, such as 0.412300.
  static func decimal(_ value: Float) -> String {
    let millionths = Int((Double(value.isFinite ? min(max(value, -1000), 1000) : 0) * 1_000_000).rounded())
    let digits = String(abs(millionths) % 1_000_000)
    let whole = "\(abs(millionths) / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
    return millionths < 0 ? "-" + whole : whole
  }
}
