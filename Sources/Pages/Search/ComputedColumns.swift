/// What a search's own columns hold, in a file of its list.
enum ComputedColumns {
  /// For a program: the columns that are known, by their names. JSON has no word for what is beyond all numbers.
  static func known(_ names: [String], _ values: [Double?]) -> [String: Double] {
    let known = zip(names, values).compactMap { name, value in value.flatMap { $0.isFinite ? (name, $0) : nil } }
    return Dictionary(known, uniquingKeysWith: { first, _ in first })
  }

  /// For a table: empty when unknown.
  static func text(_ value: Double?) -> String { value.map { decimal($0, places: 3) } ?? "" }
}
