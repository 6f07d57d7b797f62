public import AssignmentFiles
internal import Crypto
internal import Foundation

/// Vectors on disk, found by what they were made of: model and text. A text is encoded once, whoever wrote it.
///
/// One file a model, of records that are only added: 32 bytes of SHA-256 of the text, then the vector's 32-bit floats. A record
/// cut off at the end, by a loss of power for instance, is dropped. One process at a time.
public final class VectorCache {
  private let file: String
  private let width: Int
  private let recordBytes: Int
  private let stored: Data
  private var places: [Key: Int] = [:]
  private var added: [Key: [Float]] = [:]
  private let handle: FileHandle

  /// A digest as four numbers: an array each would cost more than the vectors of a table.
  struct Key: Hashable {
    let parts: SIMD4<UInt64>

    init(_ text: String) {
      var text = text
      let digest = text.withUTF8 { SHA256.hash(data: UnsafeRawBufferPointer($0)) }
      parts = digest.withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
    }

    /// The first 32 bytes of these; nil when there are fewer.
    init?(_ bytes: Data) {
      guard bytes.count >= Self.byteCount else { return nil }
      parts = bytes.withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
    }

    static let byteCount = 32
    var bytes: Data { withUnsafeBytes(of: parts) { Data($0) } }
  }

  /// The folder is made when it isn't there.
  public init(folder: String, model: String, width: Int) throws(FileProblem) {
    let file = folder + "/\(model)-\(width).vectors"
    self.file = file
    self.width = width
    recordBytes = Key.byteCount + 4 * width
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      if !FileManager.default.fileExists(atPath: file) { try Data().write(to: URL(filePath: file)) }
      stored = try Data(contentsOf: URL(filePath: file), options: .mappedIfSafe)
      handle = try FileHandle(forUpdating: URL(filePath: file))
      let whole = stored.count / recordBytes * recordBytes
      if whole != stored.count { try handle.truncate(atOffset: UInt64(whole)) }
      try handle.seekToEnd()
    } catch {
      throw FileProblem(file, "can't be kept: \(error.localizedDescription). Choose another folder with --cache")
    }
    places.reserveCapacity(stored.count / recordBytes)
    for place in 0..<stored.count / recordBytes {
      let start = place * recordBytes
      if let key = Key(stored[start..<start + Key.byteCount]) { places[key] = start }
    }
  }

  public func vector(of text: String) -> [Float]? {
    let key = Key(text)
    if let vector = added[key] { return vector }
    guard let start = places[key] else { return nil }
    return [Float](unsafeUninitializedCapacity: width) { values, filled in
      filled = stored.copyBytes(to: values, from: start + Key.byteCount..<start + recordBytes) / 4
    }
  }

  /// Afterwards the vectors are in the file. One of another width is left out.
  public func add(_ vectors: [(text: String, vector: [Float])]) throws(FileProblem) {
    var bytes = Data()
    for (text, vector) in vectors where vector.count == width {
      let key = Key(text)
      if places[key] != nil || added.updateValue(vector, forKey: key) != nil { continue }
      bytes.append(key.bytes)
      vector.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
    do { try handle.write(contentsOf: bytes) } catch {
      throw FileProblem(file, "can't be written: \(error.localizedDescription)")
    }
  }
}
