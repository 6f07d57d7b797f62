internal import Foundation

/// A file read piece by piece, so that its size does not matter. Pipes do as well.
struct ByteSource {
  private static let pieceBytes = 1 << 20
  private let handle: FileHandle
  private let file: String

  init(file: String) throws(FileProblem) {
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw FileProblem(file, "can't be read. Is the path right, and may you read it?")
    }
    self.handle = handle
    self.file = file
  }

  /// Appends the next piece; false at the end of the file.
  func read(into bytes: inout [UInt8]) throws(FileProblem) -> Bool {
    do {
      guard let piece = try handle.read(upToCount: Self.pieceBytes), !piece.isEmpty else { return false }
      bytes.append(contentsOf: piece)
      return true
    } catch {
      throw FileProblem(file, "can't be read: \(error.localizedDescription)")
    }
  }

  func close() { try? handle.close() }
}
