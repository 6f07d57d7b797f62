/// An encoder's numbers as they come from its file.
struct EncoderWeights: Sendable {
  struct Linear: Sendable {
    let inputs, outputs: Int
    /// outputs × inputs.
    let weights: [Float]
    let bias: [Float]
  }

  struct Norm: Sendable {
    let scale, shift: [Float]
  }

  struct Layer: Sendable {
    /// Queries, keys and values side by side.
    let attention: Linear
    let attentionOutput: Linear
    let attentionNorm: Norm
    let inner: Linear
    let output: Linear
    let outputNorm: Norm
  }

  let words, positions: [Float]
  let norm: Norm
  let layers: [Layer]

  init(_ tensors: SafeTensors, _ shape: EncoderShape) throws(EncoderProblem) {
    let reader = Reader(tensors: tensors, shape: shape)
    let width = shape.width
    words = try reader.values("embeddings.word_embeddings.weight", [shape.vocabulary, width])
    var positions = try reader.values("embeddings.position_embeddings.weight", [shape.positions, width])
    let types = tensors.shape(reader.name("embeddings.token_type_embeddings.weight"))?.first ?? 1
    let type = try reader.values("embeddings.token_type_embeddings.weight", [types, width])
    for index in positions.indices { positions[index] += type[index % width] }
    self.positions = positions
    norm = try reader.norm("embeddings.LayerNorm")
    var layers: [Layer] = []
    for index in 0..<shape.layers { layers.append(try reader.layer("encoder.layer.\(index).")) }
    self.layers = layers
  }

  private struct Reader {
    let tensors: SafeTensors
    let shape: EncoderShape

    /// Files of whole models put the encoder under `bert.`.
    func name(_ plain: String) -> String { tensors.holds("bert." + plain) ? "bert." + plain : plain }

    func values(_ plain: String, _ shape: [Int]) throws(EncoderProblem) -> [Float] {
      try tensors.values(name(plain), shape)
    }

    func norm(_ plain: String) throws(EncoderProblem) -> Norm {
      Norm(scale: try values(plain + ".weight", [shape.width]), shift: try values(plain + ".bias", [shape.width]))
    }

    func linear(_ plain: String, _ inputs: Int, _ outputs: Int) throws(EncoderProblem) -> Linear {
      Linear(
        inputs: inputs, outputs: outputs, weights: try values(plain + ".weight", [outputs, inputs]),
        bias: try values(plain + ".bias", [outputs]))
    }

    func layer(_ prefix: String) throws(EncoderProblem) -> Layer {
      let width = shape.width
      let query = try linear(prefix + "attention.self.query", width, width)
      let key = try linear(prefix + "attention.self.key", width, width)
      let value = try linear(prefix + "attention.self.value", width, width)
      return Layer(
        attention: Linear(
          inputs: width, outputs: 3 * width, weights: query.weights + key.weights + value.weights,
          bias: query.bias + key.bias + value.bias),
        attentionOutput: try linear(prefix + "attention.output.dense", width, width),
        attentionNorm: try norm(prefix + "attention.output.LayerNorm"),
        inner: try linear(prefix + "intermediate.dense", width, shape.innerWidth),
        output: try linear(prefix + "output.dense", shape.innerWidth, width),
        outputNorm: try norm(prefix + "output.LayerNorm"))
    }
  }
}
