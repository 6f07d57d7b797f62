internal import CDNNL
internal import Foundation

/// A sentence encoder: a BERT-shaped transformer (Devlin et al. 2019) whose output, averaged over the tokens and scaled to length
/// 1, stands for a text (Reimers and Gurevych 2019). Any encoder of this shape in safetensors will do; Lectern's is
/// all-MiniLM-L6-v2. Nothing of a text leaves the process.
public struct TextEncoder: Sendable {
  public let shape: EncoderShape
  public let tokenizer: WordPiece
  /// What products are computed in.
  public let arithmetic: Arithmetic
  let weights: EncoderWeights
  let layers: [PackedLayer]

  struct PackedLayer: Sendable {
    let attention, attentionOutput, inner, output: PackedLinear
  }

  /// Rows that are computed together: two long texts, or more short ones.
  static let blockRows = 512

  /// Reads a folder with `config.json`, `vocab.txt` and `model.safetensors`. Without an arithmetic, the processor's best is
  /// taken, and dropped for f32 when it answers otherwise than f32 on a probe (cosine below 0.999).
  public init(folder: String, arithmetic wanted: Arithmetic? = nil) throws(EncoderProblem) {
    let shape = try EncoderShape(folder: folder)
    let tokenizer = try WordPiece(file: folder + "/vocab.txt", isLowercased: shape.isLowercased)
    let weights = try EncoderWeights(SafeTensors(file: folder + "/model.safetensors"), shape)
    let chosen = wanted ?? Arithmetic.best
    if wanted == nil, chosen != .f32 {
      let exact = try TextEncoder(shape, tokenizer, weights, .f32)
      if let quick = try? TextEncoder(shape, tokenizer, weights, chosen), Self.agree(exact, quick) {
        self = quick
      } else {
        self = exact
      }
    } else {
      try self.init(shape, tokenizer, weights, chosen)
    }
  }

  private init(_ shape: EncoderShape, _ tokenizer: WordPiece, _ weights: EncoderWeights, _ arithmetic: Arithmetic)
    throws(EncoderProblem)
  {
    self.shape = shape
    self.tokenizer = tokenizer
    self.weights = weights
    self.arithmetic = arithmetic
    let engine = try Engine()
    var layers: [PackedLayer] = []
    for layer in weights.layers {
      layers.append(
        PackedLayer(
          attention: try engine.pack(layer.attention, arithmetic, rows: Self.blockRows),
          attentionOutput: try engine.pack(layer.attentionOutput, arithmetic, rows: Self.blockRows),
          inner: try engine.pack(layer.inner, arithmetic, rows: Self.blockRows),
          output: try engine.pack(layer.output, arithmetic, rows: Self.blockRows)))
    }
    self.layers = layers
  }

  private static func agree(_ exact: TextEncoder, _ quick: TextEncoder) -> Bool {
    let probes = ["Reviewers are assigned to papers by how well they know the subject.", "tensor"]
    guard let left = try? exact.encode(probes), let right = try? quick.encode(probes) else { return false }
    return zip(left, right).allSatisfy { pair in zip(pair.0, pair.1).reduce(0) { $0 + $1.0 * $1.1 } >= 0.999 }
  }

  public func tokens(of text: String) -> [Int32] { tokenizer.tokens(of: text, limit: shape.tokenLimit) }

  /// The texts' vectors of length 1, in their order, computed by the calling thread alone.
  public func encode(_ texts: [String]) throws(EncoderProblem) -> [[Float]] {
    let tokens = texts.map { self.tokens(of: $0) }
    var vectors = [[Float]](repeating: [], count: texts.count)
    let pass = try ForwardPass(self)
    for block in Self.blocks(tokens.map(\.count)) {
      let found = try pass.run(block.map { tokens[$0] })
      for (place, vector) in zip(block, found) { vectors[place] = vector }
    }
    return vectors
  }

  /// Packs texts of like length together, up to `blockRows` tokens each time.
  static func blocks(_ lengths: [Int]) -> [[Int]] {
    var blocks: [[Int]] = []
    var block: [Int] = []
    var rows = 0
    for place in lengths.indices.sorted(by: { (lengths[$0], $0) > (lengths[$1], $1) }) {
      if !block.isEmpty, rows + lengths[place] > blockRows {
        blocks.append(block)
        (block, rows) = ([], 0)
      }
      block.append(place)
      rows += lengths[place]
    }
    return block.isEmpty ? blocks : blocks + [block]
  }
}
