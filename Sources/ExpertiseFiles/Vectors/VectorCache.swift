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

  struct Key: Hashable {
    let digest: [UInt8]

    init(_ text: String) { digest = Array(SHA256.hash(data: Data(text.utf8))) }
    init(digest: [UInt8]) { self.digest = digest }
  }

  /// The folder is made when it isn't there.
  public init(folder: String, model: String, width: Int) throws(FileProblem) {
    let file = folder + "/\(model)-\(width).vectors"
    self.file = file
    self.width = width
    recordBytes = 32 + 4 * width
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
    for place in 0..<stored.count / recordBytes {
      let start = place * recordBytes
      places[Key(digest: [UInt8](stored[start..<start + 32]))] = start
    }
  }

  public func vector(of text: String) -> [Float]? {
    let key = Key(text)
    if let vector = added[key] { return vector }
    guard let start = places[key] else { return nil }
    return [Float](unsafeUninitializedCapacity: width) { values, filled in
      filled = stored.copyBytes(to: values, from: start + 32..<start + recordBytes) / 4
    }
  }

  /// Afterwards the vectors are in the file. One of another width is left out.
  public func add(_ vectors: [(text: String, vector: [Float])]) throws(FileProblem) {
    var bytes = Data()
    for (text, vector) in vectors where vector.count == width {
      let key = Key(text)
      if places[key] != nil || added.updateValue(vector, forKey: key) != nil { continue }
      bytes.append(contentsOf: key.digest)
      vector.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
    do { try handle.write(contentsOf: bytes) } catch {
      throw FileProblem(file, "can't be written: \(error.localizedDescription)")
    }
  }
}
