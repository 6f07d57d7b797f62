internal import AssignmentFiles
internal import Expertise

/// Encodes texts on several threads, keeps what is done, and says how far it is.
struct EncodeTexts {
  /// Few enough that little is lost when the program ends.
  private static let batchTexts = 32

  let encoder: TextEncoder
  let cache: VectorCache?
  let workers: Int
  let steps: StepTeller

  /// The texts' vectors in their order. Equal texts are encoded once.
  func vectors(of texts: [String]) async throws -> TextMatrix {
    var matrix = TextMatrix(width: encoder.shape.width, rows: texts.count)
    var missing: [String] = []
    var rows: [String: [Int]] = [:]
    for (row, text) in texts.enumerated() {
      if let vector = cache?.vector(of: text) {
        matrix.replace(row, with: vector)
      } else {
        if rows[text] == nil { missing.append(text) }
        rows[text, default: []].append(row)
      }
    }
    if !missing.isEmpty {
      try await encode(missing) { text, vector in
        for row in rows[text] ?? [] { matrix.replace(row, with: vector) }
      }
    }
    return matrix
  }

  private func encode(_ texts: [String], _ keep: (String, [Float]) -> Void) async throws {
    var pace = steps.pace("encoding", texts.count, "texts")
    let batches = stride(from: 0, to: texts.count, by: Self.batchTexts).map {
      Array(texts[$0..<min(texts.count, $0 + Self.batchTexts)])
    }
    try await withThrowingTaskGroup(of: ([String], [[Float]]).self) { group in
      let encoder = encoder
      var next = 0
      func start() {
        guard next < batches.count else { return }
        let batch = batches[next]
        next += 1
        group.addTask { (batch, try encoder.encode(batch)) }
      }
      for _ in 0..<max(1, workers) { start() }
      while let (batch, vectors) = try await group.next() {
        start()
        let pairs = Array(zip(batch, vectors))
        try cache?.add(pairs.map { (text: $0.0, vector: $0.1) })
        for (text, vector) in pairs { keep(text, vector) }
        pace.advance(by: batch.count)
      }
    }
  }
}
