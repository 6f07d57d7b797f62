internal import AssignmentFiles
internal import CZlib

/// A text file line by line, plain or packed by gzip, of any size. A byte order mark and blank lines are passed over.
final class LineSource {
  static let lineLimitBytes = 64 << 20
  private static let pieceBytes = 1 << 18

  let file: String
  /// The number of the line last given, from 1.
  private(set) var line = 0
  private let handle: gzFile
  private var bytes: [UInt8] = []
  private var unread = 0
  private var isAtEnd = false

  init(file: String) throws(FileProblem) {
    guard let handle = gzopen(file, "rb") else {
      throw FileProblem(file, "can't be read. Is the path right, and may you read it?")
    }
    self.file = file
    self.handle = handle
  }

  deinit { gzclose(handle) }

  /// The next line that isn't blank, without its end; nil at the end of the file.
  func next() throws(FileProblem) -> ArraySlice<UInt8>? {
    while let range = try takeLine() {
      line += 1
      var text = bytes[range]
      if line == 1, text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
      if text.last == UInt8(ascii: "\r") { text = text.dropLast() }
      if text.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) { return text }
    }
    return nil
  }

  /// The whole rest.
  func rest() throws(FileProblem) -> [UInt8] {
    while !isAtEnd { try readPiece() }
    defer { unread = bytes.count }
    return Array(bytes[unread...])
  }

  private func takeLine() throws(FileProblem) -> Range<Int>? {
    var searched = unread
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { unread = end + 1 }
        return unread..<end
      }
      if isAtEnd {
        defer { unread = bytes.count }
        return unread < bytes.count ? unread..<bytes.count : nil
      }
      searched = bytes.count - unread
      bytes.removeFirst(unread)
      unread = 0
      try readPiece()
      if bytes.count > Self.lineLimitBytes { throw FileProblem(file, line: line + 1, "is longer than a line may be (64 MiB)") }
    }
  }

  private func readPiece() throws(FileProblem) {
    var piece = [UInt8](repeating: 0, count: Self.pieceBytes)
    let count = gzread(handle, &piece, UInt32(Self.pieceBytes))
    var code: Int32 = 0
    _ = gzerror(handle, &code)
    if count < 0 || (code != Z_OK && code != Z_STREAM_END) {
      throw FileProblem(file, line: line + 1, "can't be read on: the file is cut off or damaged. Fetch it again")
    }
    if count == 0 { isAtEnd = true }
    bytes.append(contentsOf: piece.prefix(Int(count)))
    if bytes.count > 1 << 32 { throw FileProblem(file, "is larger than 4 GiB in one piece") }
  }
}
