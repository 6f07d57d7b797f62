public import AssignmentFiles
public import Expertise

/// What scores are made with: the model asked for, what is there of it, and where vectors are kept.
public struct ExpertiseSources: Sendable {
  public let model: ExpertiseModel
  public let table: WordTable?
  public let encoder: NamedEncoder?
  /// A folder for vectors; nil keeps none.
  public let cache: String?
  public let workers: Int
  public let steps: StepTeller

  /// - Parameter encoderFolder: The encoder's folder; nil looks where `make setup` puts it.
  /// Refuses a model whose parts aren't there; only `default` makes do with less.
  public init(
    model: ExpertiseModel, encoderFolder: String?, cache: String?, workers: Int, table: WordTable?, steps: StepTeller
  ) throws(FileProblem) {
    self.model = model
    self.table = table
    self.cache = cache
    self.workers = max(1, workers)
    self.steps = steps
    let wantsEncoder = model == .encoder || model == .default
    let folder = wantsEncoder ? encoderFolder ?? NamedEncoder.found() : nil
    do {
      encoder = try folder.map { folder throws(EncoderProblem) in try NamedEncoder(folder: folder) }
    } catch {
      throw FileProblem(error.file, error.message)
    }
    if model == .encoder, encoder == nil {
      throw FileProblem(NamedEncoder.shipped, "isn't there. `make setup` fetches the encoder; --encoder names another folder")
    }
    if table == nil, model == .static {
      throw FileProblem("words.table", "isn't beside the program, and the static model is made of it. Install Lectern again")
    }
  }

  /// What of each closeness counts, other than the model says. Expects parts that are there.
  public var shares: ExpertiseMix?

  var mix: ExpertiseMix { shares ?? ExpertiseMix(model, hasEncoder: encoder != nil, hasTable: table != nil) }

  /// Which model it is, and what to do for a better one.
  public var description: String {
    var text = "Model \(model.rawValue): \(mix.description)"
    if let encoder { text += "; encoder \(encoder.name), \(encoder.encoder.arithmetic.rawValue)" }
    if model == .default, encoder == nil {
      text += ". The encoder isn't there (\(NamedEncoder.shipped)); with it scores are better: `make setup` fetches it"
    }
    if table == nil { text += ". The table of words isn't beside the program; scores are worse without" }
    return text
  }

  /// What encodes texts, with its cache opened; nil when the mix asks for no encoder.
  func encoding() throws -> EncodeTexts? {
    guard let encoder, mix.encoder > 0 else { return nil }
    let cache = try cache.map { folder throws(FileProblem) in
      try VectorCache(folder: folder, model: encoder.key, width: encoder.encoder.shape.width)
    }
    return EncodeTexts(encoder: encoder.encoder, cache: cache, workers: workers, steps: steps)
  }
}
