internal import Crypto
public import Expertise
internal import Foundation

/// An encoder and a name for its vectors that no other encoder has.
public struct NamedEncoder: Sendable {
  public let encoder: TextEncoder
  /// The folder's name, for people.
  public let name: String
  /// For caches: name, a part of the weights' SHA-256, and what changes vectors.
  public let key: String

  public init(folder: String, arithmetic: Arithmetic? = nil) throws(EncoderProblem) {
    encoder = try TextEncoder(folder: folder, arithmetic: arithmetic)
    name = URL(filePath: folder).lastPathComponent
    let weights = (try? Data(contentsOf: URL(filePath: folder + "/model.safetensors"), options: .mappedIfSafe)) ?? Data()
    let digest = SHA256.hash(data: weights).prefix(8).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    key = "\(name)-\(digest.joined())-\(encoder.shape.tokenLimit)-\(encoder.arithmetic.rawValue)"
  }

  /// Where `make setup` puts the weights.
  public static let shipped = "models/all-MiniLM-L6-v2"

  /// The encoder's folder: below the working folder, or below one of the four above the program; nil when it isn't there.
  public static func found() -> String? {
    var folders = [FileManager.default.currentDirectoryPath]
    var folder = Bundle.main.bundleURL
    for _ in 0..<4 {
      folders.append(folder.path)
      folder.deleteLastPathComponent()
    }
    return folders.map { $0 + "/" + shipped }.first { FileManager.default.fileExists(atPath: $0 + "/model.safetensors") }
  }
}
