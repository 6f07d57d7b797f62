internal import Foundation

/// The measures of a BERT-shaped encoder, as `config.json` and its neighbours in the folder tell them.
public struct EncoderShape: Sendable, Hashable {
  public let layers: Int
  /// Numbers in a vector.
  public let width: Int
  let heads: Int
  let innerWidth: Int
  let vocabulary: Int
  let positions: Int
  let epsilon: Float
  /// Tokens of a text that are read, with the two that mark its beginning and end.
  public let tokenLimit: Int
  let isFirstTokenTaken: Bool
  let isLowercased: Bool

  private struct Config: Decodable {
    let hidden_size, num_hidden_layers, num_attention_heads, intermediate_size, vocab_size, max_position_embeddings: Int
    let layer_norm_eps: Double?
    let hidden_act: String?
  }

  private struct Limits: Decodable { let max_seq_length: Int? }
  private struct Pooling: Decodable { let pooling_mode_cls_token: Bool? }
  private struct Casing: Decodable { let do_lower_case: Bool? }

  /// Reads `config.json`; also `sentence_bert_config.json` (token limit), `1_Pooling/config.json` (which vector stands for the
  /// text) and `tokenizer_config.json` (case) where they are. Without them: 512 tokens, the first token's vector, lower case.
  init(folder: String) throws(EncoderProblem) {
    let file = folder + "/config.json"
    guard let config = Self.read(Config.self, file) else {
      throw EncoderProblem(file, "isn't there, or not the configuration of a BERT-shaped encoder")
    }
    guard config.hidden_act ?? "gelu" == "gelu" else {
      throw EncoderProblem(file, "hidden_act is “\(config.hidden_act ?? "")”; only gelu is known")
    }
    layers = config.num_hidden_layers
    width = config.hidden_size
    heads = config.num_attention_heads
    innerWidth = config.intermediate_size
    vocabulary = config.vocab_size
    positions = config.max_position_embeddings
    epsilon = Float(config.layer_norm_eps ?? 1e-12)
    let limits = Self.read(Limits.self, folder + "/sentence_bert_config.json")
    tokenLimit = min(limits?.max_seq_length ?? 512, positions)
    isFirstTokenTaken = Self.read(Pooling.self, folder + "/1_Pooling/config.json")?.pooling_mode_cls_token ?? true
    isLowercased = Self.read(Casing.self, folder + "/tokenizer_config.json")?.do_lower_case ?? true
    let measures = 1...100_000
    guard (1...200).contains(layers), measures.contains(width), (1...width).contains(heads), width % heads == 0,
      measures.contains(innerWidth), (1...1 << 22).contains(vocabulary), (3...measures.upperBound).contains(tokenLimit)
    else { throw EncoderProblem(file, "has measures that no encoder has") }
  }

  private static func read<Content: Decodable>(_ type: Content.Type, _ file: String) -> Content? {
    guard let bytes = try? Data(contentsOf: URL(filePath: file)) else { return nil }
    return try? JSONDecoder().decode(type, from: bytes)
  }
}
