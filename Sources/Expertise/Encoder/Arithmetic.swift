internal import CDNNL

/// What the encoder's products are computed in.
public enum Arithmetic: String, Sendable, CaseIterable {
  /// 32-bit floats, on every processor.
  case f32
  /// Weights and inputs of products in bfloat16, sums in 32 bits: twice as fast on processors made for it.
  case bf16

  /// bf16 where the processor has instructions for it and oneDNN uses them.
  public static var best: Arithmetic {
    dnnl_get_effective_cpu_isa().rawValue & dnnl_cpu_isa_avx512_core_bf16.rawValue == dnnl_cpu_isa_avx512_core_bf16.rawValue
      ? .bf16 : .f32
  }

  var type: dnnl_data_type_t { self == .f32 ? dnnl_f32 : dnnl_bf16 }
  var bytes: Int { self == .f32 ? 4 : 2 }
}

/// Memory at an address that oneDNN likes.
///
/// Written by the one that made it before anyone else sees it, or used by one task alone.
final class AlignedMemory: @unchecked Sendable {
  let address: UnsafeMutableRawPointer
  let byteCount: Int

  /// Filled with zeros.
  init(byteCount: Int) {
    self.byteCount = max(64, byteCount)
    address = .allocate(byteCount: self.byteCount, alignment: 64)
    address.initializeMemory(as: UInt8.self, repeating: 0, count: self.byteCount)
  }

  convenience init(_ values: [Float]) {
    self.init(byteCount: 4 * values.count)
    values.withUnsafeBytes { address.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(address), byteCount: $0.count) }
  }

  deinit { address.deallocate() }

  var floats: UnsafeMutablePointer<Float> { address.assumingMemoryBound(to: Float.self) }
}

/// oneDNN for one task: an engine, and the order things are done in. One thread does everything; others may have their own.
final class Engine {
  private let engine: dnnl_engine_t
  private let stream: dnnl_stream_t

  init() throws(EncoderProblem) {
    omp_set_num_threads(1)
    var engine: dnnl_engine_t?
    var stream: dnnl_stream_t?
    guard dnnl_engine_create(&engine, dnnl_cpu, 0) == dnnl_success, let engine else {
      throw EncoderProblem("oneDNN", "can't be started")
    }
    guard dnnl_stream_create(&stream, engine, dnnl_stream_default_flags.rawValue) == dnnl_success, let stream else {
      dnnl_engine_destroy(engine)
      throw EncoderProblem("oneDNN", "can't be started")
    }
    self.engine = engine
    self.stream = stream
  }

  deinit {
    dnnl_stream_destroy(stream)
    dnnl_engine_destroy(engine)
  }

  /// A linear layer's weights in the layout oneDNN prefers for blocks of `rows`.
  func pack(_ linear: EncoderWeights.Linear, _ arithmetic: Arithmetic, rows: Int) throws(EncoderProblem) -> PackedLinear {
    var layout = dnnl_memory_desc_t()
    try check(
      lectern_dnnl_linear_layout(&layout, engine, Int64(rows), Int64(linear.inputs), Int64(linear.outputs), arithmetic.type))
    let packed = AlignedMemory(byteCount: dnnl_memory_desc_get_size(&layout))
    var plain = dnnl_memory_desc_t()
    lectern_dnnl_matrix(&plain, Int64(linear.inputs), Int64(linear.outputs), dnnl_f32, dnnl_ba)
    try check(lectern_dnnl_copy(engine, stream, &plain, linear.weights, &layout, packed.address))
    return PackedLinear(
      inputs: linear.inputs, outputs: linear.outputs, arithmetic: arithmetic, layout: layout, weights: packed,
      bias: AlignedMemory(linear.bias))
  }

  enum After { case nothing, gelu, addition }

  /// `source · weights + bias`, `rows` of them. The room holds the source in the weights' type.
  func linear(
    _ packed: PackedLinear, rows: Int, from source: UnsafeMutablePointer<Float>, to result: UnsafeMutablePointer<Float>,
    _ after: After, room: AlignedMemory
  ) throws(EncoderProblem) {
    var input = UnsafeMutableRawPointer(source)
    if packed.arithmetic != .f32 {
      var from = dnnl_memory_desc_t()
      var to = dnnl_memory_desc_t()
      lectern_dnnl_matrix(&from, Int64(rows), Int64(packed.inputs), dnnl_f32, dnnl_ab)
      lectern_dnnl_matrix(&to, Int64(rows), Int64(packed.inputs), packed.arithmetic.type, dnnl_ab)
      try check(lectern_dnnl_copy(engine, stream, &from, source, &to, room.address))
      input = room.address
    }
    var layout = packed.layout
    try check(
      lectern_dnnl_linear(
        engine, stream, Int64(rows), Int64(packed.inputs), Int64(packed.outputs), packed.arithmetic.type, input, &layout,
        packed.weights.address, packed.bias.floats, result, after == .gelu ? 1 : 0, after == .addition ? 1 : 0))
  }

  func softmax(rows: Int, columns: Int, _ values: UnsafeMutablePointer<Float>) throws(EncoderProblem) {
    try check(lectern_dnnl_softmax(engine, stream, Int64(rows), Int64(columns), values))
  }

  func norm(_ norm: EncoderWeights.Norm, rows: Int, _ values: UnsafeMutablePointer<Float>, epsilon: Float) throws(EncoderProblem)
  {
    try check(
      lectern_dnnl_norm(engine, stream, Int64(rows), Int64(norm.scale.count), values, norm.scale, norm.shift, epsilon))
  }

  private func check(_ status: dnnl_status_t) throws(EncoderProblem) {
    if status != dnnl_success { throw EncoderProblem("oneDNN", "refused a computation, with status \(status.rawValue)") }
  }
}

/// A linear layer ready for oneDNN.
struct PackedLinear: @unchecked Sendable {
  let inputs, outputs: Int
  let arithmetic: Arithmetic
  fileprivate let layout: dnnl_memory_desc_t
  fileprivate let weights, bias: AlignedMemory
}
