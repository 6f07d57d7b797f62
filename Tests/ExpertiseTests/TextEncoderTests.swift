import Foundation
import Testing

@testable import Expertise

/// A BERT of two layers and eight numbers, made in a folder of the test's own.
private struct TinyEncoder: ~Copyable {
  let folder: String
  static let pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "tensor", "##s", "graph", ",", "naive", "深"]

  init(firstToken: Bool = false, prefix: String = "") throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "lectern-encoder-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder + "/1_Pooling", withIntermediateDirectories: true)
    try write("vocab.txt", Self.pieces.joined(separator: "\n") + "\n")
    try write(
      "config.json",
      """
      {"hidden_size": 8, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 16, "vocab_size": 11,
       "max_position_embeddings": 12, "hidden_act": "gelu"}
      """)
    try write("1_Pooling/config.json", "{\"pooling_mode_cls_token\": \(firstToken)}")
    try weights(prefix).write(to: URL(filePath: folder + "/model.safetensors"))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
  }

  private func weights(_ prefix: String) throws -> Data {
    var shapes: [(String, [Int])] = [
      ("embeddings.word_embeddings.weight", [11, 8]), ("embeddings.position_embeddings.weight", [12, 8]),
      ("embeddings.token_type_embeddings.weight", [2, 8]), ("embeddings.LayerNorm.weight", [8]),
      ("embeddings.LayerNorm.bias", [8]),
    ]
    for layer in 0..<2 {
      let each = [
        ("attention.self.query", 8, 8), ("attention.self.key", 8, 8), ("attention.self.value", 8, 8),
        ("attention.output.dense", 8, 8), ("intermediate.dense", 16, 8), ("output.dense", 8, 16),
      ]
      for (name, outputs, inputs) in each {
        shapes += [
          ("encoder.layer.\(layer).\(name).weight", [outputs, inputs]), ("encoder.layer.\(layer).\(name).bias", [outputs]),
        ]
      }
      for name in ["attention.output.LayerNorm", "output.LayerNorm"] {
        shapes += [("encoder.layer.\(layer).\(name).weight", [8]), ("encoder.layer.\(layer).\(name).bias", [8])]
      }
    }
    var header: [String: Any] = [:]
    var values = Data()
    for (name, shape) in shapes {
      let count = shape.reduce(1, *)
      header[prefix + name] = ["dtype": "F32", "shape": shape, "data_offsets": [values.count, values.count + 4 * count]]
      for index in 0..<count {
        let value = Float((index * 7 + name.utf8.count * 3) % 13 - 6) / 8
        withUnsafeBytes(of: value) { values.append(contentsOf: $0) }
      }
    }
    let text = try JSONSerialization.data(withJSONObject: header)
    return withUnsafeBytes(of: UInt64(text.count).littleEndian) { Data($0) } + text + values
  }
}

@Suite("The text encoder")
struct TextEncoderTests {
  @Test("Words are cut into the longest pieces known, in lower case and without accents, between the marks")
  func pieces() throws {
    let tiny = try TinyEncoder()
    let encoder = try TextEncoder(folder: tiny.folder, arithmetic: .f32)
    #expect(encoder.tokens(of: "Tensors, GRAPH") == [2, 5, 6, 8, 7, 3])
    #expect(encoder.tokens(of: "naïve 深\u{200B}深 xyz \u{FFFD}") == [2, 9, 10, 10, 1, 3])
    #expect(encoder.tokens(of: "a[MASK]graph [mask]") == [2, 1, 4, 7, 1, 1, 1, 3])
    #expect(encoder.tokens(of: "ten\u{0C}sor\u{0B}s gr\u{85}aph\ngraph") == [2, 5, 6, 7, 7, 3])
    #expect(encoder.tokens(of: "") == [2, 3])
    #expect(encoder.tokens(of: String(repeating: "graph ", count: 50)).count == 12)
    #expect(encoder.tokens(of: String(repeating: "g", count: 101)) == [2, 1, 3])
  }

  @Test("Texts have the same vector of length 1, alone or together with others")
  func blocks() throws {
    let tiny = try TinyEncoder()
    let encoder = try TextEncoder(folder: tiny.folder, arithmetic: .f32)
    let texts = ["graph", "tensors, graph", "", "graph graph tensor naive", "tensors"]
    let together = try encoder.encode(texts)
    for (text, vector) in zip(texts, together) {
      let alone = try #require(try encoder.encode([text]).first)
      #expect(zip(alone, vector).allSatisfy { abs($0 - $1) < 1e-5 })
      #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-4)
    }
    #expect(zip(together[0], together[1]).contains { abs($0 - $1) > 1e-3 })
  }

  @Test("Weights of a whole model, under bert., give the same; the first token's vector is another")
  func forms() throws {
    let plain = try TinyEncoder()
    let whole = try TinyEncoder(prefix: "bert.")
    let first = try TinyEncoder(firstToken: true)
    let text = ["tensor graph"]
    let vectors = try [plain.folder, whole.folder, first.folder].map {
      try TextEncoder(folder: $0, arithmetic: .f32).encode(text)[0]
    }
    #expect(vectors[0] == vectors[1])
    #expect(vectors[0] != vectors[2])
  }

  @Test("What isn't an encoder is refused with the file and the reason")
  func refused() throws {
    let tiny = try TinyEncoder()
    #expect(throws: EncoderProblem.self) { try TextEncoder(folder: "/nowhere") }
    let weights = tiny.folder + "/model.safetensors"
    let bytes = try Data(contentsOf: URL(filePath: weights))
    for length in [0, 7, 8, 100, bytes.count - 4] {
      try bytes.prefix(length).write(to: URL(filePath: weights))
      #expect(throws: EncoderProblem.self) { try TextEncoder(folder: tiny.folder, arithmetic: .f32) }
    }
    try (Data(repeating: 0xFF, count: 8) + bytes).write(to: URL(filePath: weights))
    #expect(throws: EncoderProblem.self) { try TextEncoder(folder: tiny.folder, arithmetic: .f32) }
    try bytes.write(to: URL(filePath: weights))
    try tiny.write("vocab.txt", "one\ntwo\n")
    #expect(throws: EncoderProblem.self) { try TextEncoder(folder: tiny.folder, arithmetic: .f32) }
  }
}
