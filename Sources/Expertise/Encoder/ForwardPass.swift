internal import CDNNL
internal import Foundation

/// One task's way through the transformer, with room for a block of texts that it uses again and again.
final class ForwardPass {
  private let encoder: TextEncoder
  private let engine: Engine
  private let rowLimit: Int
  /// The rows' vectors; what attention gathers; queries, keys and values; the inner layer; one text's attention.
  private let rows, gathered, attention, inner, chances: AlignedMemory
  private let room: AlignedMemory

  init(_ encoder: TextEncoder) throws(EncoderProblem) {
    self.encoder = encoder
    engine = try Engine()
    let shape = encoder.shape
    rowLimit = Self.padded(max(TextEncoder.blockRows, shape.tokenLimit))
    rows = AlignedMemory(byteCount: 4 * rowLimit * shape.width)
    gathered = AlignedMemory(byteCount: 4 * rowLimit * shape.width)
    attention = AlignedMemory(byteCount: 4 * rowLimit * 3 * shape.width)
    inner = AlignedMemory(byteCount: 4 * rowLimit * shape.innerWidth)
    chances = AlignedMemory(byteCount: 4 * shape.heads * shape.tokenLimit * shape.tokenLimit)
    room = AlignedMemory(byteCount: encoder.arithmetic.bytes * rowLimit * max(shape.width, shape.innerWidth))
  }

  /// oneDNN compiles for each number of rows it sees, so there are few.
  private static func padded(_ count: Int) -> Int { (count + 31) / 32 * 32 }

  /// The vectors of texts given as tokens. Together they have at most `blockRows` of these, or are a single text.
  func run(_ texts: [[Int32]]) throws(EncoderProblem) -> [[Float]] {
    omp_set_num_threads(1)
    let count = Self.padded(texts.reduce(0) { $0 + $1.count })
    guard count <= rowLimit, texts.allSatisfy({ $0.count <= encoder.shape.tokenLimit && !$0.isEmpty }) else {
      throw EncoderProblem("encoder", "more tokens than its blocks hold")
    }
    let epsilon = encoder.shape.epsilon
    embed(texts, count)
    try engine.norm(encoder.weights.norm, rows: count, rows.floats, epsilon: epsilon)
    for (packed, layer) in zip(encoder.layers, encoder.weights.layers) {
      try engine.linear(packed.attention, rows: count, from: rows.floats, to: attention.floats, .nothing, room: room)
      try attend(texts)
      try engine.linear(packed.attentionOutput, rows: count, from: gathered.floats, to: rows.floats, .addition, room: room)
      try engine.norm(layer.attentionNorm, rows: count, rows.floats, epsilon: epsilon)
      try engine.linear(packed.inner, rows: count, from: rows.floats, to: inner.floats, .gelu, room: room)
      try engine.linear(packed.output, rows: count, from: inner.floats, to: rows.floats, .addition, room: room)
      try engine.norm(layer.outputNorm, rows: count, rows.floats, epsilon: epsilon)
    }
    return pooled(texts)
  }

  private func embed(_ texts: [[Int32]], _ count: Int) {
    let width = encoder.shape.width
    var row = 0
    encoder.weights.words.withUnsafeBufferPointer { words in
      encoder.weights.positions.withUnsafeBufferPointer { positions in
        for text in texts {
          for (position, token) in text.enumerated() {
            let target = rows.floats + row * width
            let word = min(max(0, Int(token)), encoder.shape.vocabulary - 1) * width
            for index in 0..<width { target[index] = words[word &+ index] + positions[position &* width &+ index] }
            row += 1
          }
        }
      }
    }
    for index in row * width..<count * width {
      rows.floats[index] = 0
      gathered.floats[index] = 0
    }
  }

  /// Scaled dot-product attention (Vaswani et al. 2017, section 3.2), text by text, so that none is padded.
  private func attend(_ texts: [[Int32]]) throws(EncoderProblem) {
    let width = encoder.shape.width
    let heads = encoder.shape.heads
    let part = width / heads
    let scale = 1 / Float(part).squareRoot()
    let (wide, each) = (Int64(3 * width), Int64(part))
    var start = 0
    for text in texts {
      let length = Int64(text.count)
      let queries = attention.floats + start * 3 * width
      for head in 0..<heads {
        let query = queries + head * part
        dnnl_sgemm(
          CChar(78), CChar(84), length, length, each, scale, query, wide, query + width, wide, 0,
          chances.floats + head * text.count * text.count, length)
      }
      try engine.softmax(rows: heads * text.count, columns: text.count, chances.floats)
      for head in 0..<heads {
        dnnl_sgemm(
          CChar(78), CChar(78), length, each, length, 1, chances.floats + head * text.count * text.count, length,
          queries + 2 * width + head * part, wide, 0, gathered.floats + start * width + head * part, Int64(width))
      }
      start += text.count
    }
  }

  private func pooled(_ texts: [[Int32]]) -> [[Float]] {
    let width = encoder.shape.width
    var start = 0
    return texts.map { text in
      var sum = [Float](repeating: 0, count: width)
      for row in start..<start + (encoder.shape.isFirstTokenTaken ? 1 : text.count) {
        for index in 0..<width { sum[index] += rows.floats[row * width + index] }
      }
      start += text.count
      let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return length > 0 ? sum.map { $0 / length } : sum
    }
  }
}
