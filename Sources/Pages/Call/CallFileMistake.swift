/// A mistake in a call file, with its place.
public struct CallFileMistake: Hashable, Sendable {
  public let line: Int
  public let column: Int
  public let message: String
  public init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}

/// All mistakes of a call file, above the field it stands in.
func mistakeList(_ mistakes: [CallFileMistake]) -> HTML {
  guard !mistakes.isEmpty else { return .empty }
  return """
    <section class="notice bad" role="alert" aria-labelledby="mistakes"><h2 id="mistakes">\(count(mistakes.count, "mistake"))</h2>
    <ul>\(each(mistakes) { "<li><code>line \($0.line), column \($0.column)</code> \($0.message)</li>" })</ul></section>
    """
}
