internal import Foundation

/// The tensors of a file in the safetensors format: a 64-bit length, a JSON header, the values.
struct SafeTensors {
  static let headerLimitBytes = 100 << 20

  let file: String
  private let bytes: Data
  private let valuesStart: Int
  private let entries: [String: Entry]

  private struct Entry: Decodable {
    let dtype: String
    let shape: [Int]
    let data_offsets: [Int]
  }

  init(file: String) throws(EncoderProblem) {
    self.file = file
    guard let bytes = try? Data(contentsOf: URL(filePath: file), options: .mappedIfSafe) else {
      throw EncoderProblem(file, "can't be read. Is the path right, and are the weights there?")
    }
    let length = (0..<8).reduce(UInt64(0)) { bytes.count > 8 ? $0 | UInt64(bytes[$1]) << UInt64(8 * $1) : $0 }
    guard bytes.count > 8, length <= UInt64(min(Self.headerLimitBytes, bytes.count - 8)),
      let header = try? JSONSerialization.jsonObject(with: bytes[8..<8 + Int(length)]) as? [String: Any]
    else { throw EncoderProblem(file, "is no safetensors file. Fetch it again") }
    var entries: [String: Entry] = [:]
    for (name, value) in header where name != "__metadata__" {
      guard let parts = value as? [String: Any], let type = parts["dtype"] as? String, let shape = parts["shape"] as? [Int],
        let offsets = parts["data_offsets"] as? [Int]
      else { throw EncoderProblem(file, "the header's entry “\(name)” isn't a tensor") }
      entries[name] = Entry(dtype: type, shape: shape, data_offsets: offsets)
    }
    self.bytes = bytes
    self.entries = entries
    valuesStart = 8 + Int(length)
  }

  func holds(_ name: String) -> Bool { entries[name] != nil }

  func shape(_ name: String) -> [Int]? { entries[name]?.shape }

  /// The tensor's values in row-major order. Refuses another shape than expected and types other than F32.
  func values(_ name: String, _ shape: [Int]) throws(EncoderProblem) -> [Float] {
    guard let entry = entries[name] else { throw EncoderProblem(file, "has no tensor “\(name)”: not a BERT-shaped encoder") }
    guard entry.dtype == "F32" else {
      throw EncoderProblem(file, "tensor “\(name)” is \(entry.dtype); convert the weights to F32")
    }
    guard entry.shape == shape else {
      throw EncoderProblem(file, "tensor “\(name)” is \(entry.shape) where \(shape) belongs, after config.json")
    }
    let count = shape.reduce(1, *)
    guard entry.data_offsets.count == 2, let start = entry.data_offsets.first, let end = entry.data_offsets.last,
      start >= 0, end <= bytes.count - valuesStart, end - start == 4 * count
    else { throw EncoderProblem(file, "is cut off inside “\(name)”. Fetch it again") }
    return [Float](unsafeUninitializedCapacity: count) { values, filled in
      filled = bytes.copyBytes(to: values, from: valuesStart + start..<valuesStart + end) / 4
    }
  }
}
