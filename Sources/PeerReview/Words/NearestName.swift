/// The candidate that `name` was most likely meant to be; nil when none is near. Of equally near ones the first is taken.
///
/// Near means at most one edit for each three characters (Damerau's edits: insert, delete, replace, swap neighbours), and
/// capitals, hyphens and underscores don't count.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let folded = fold(name)
  guard !folded.isEmpty, folded.count <= 60 else { return nil }
  var best: (name: String, edits: Int)?
  for candidate in candidates {
    let edits = editDistance(folded, fold(candidate))
    guard edits <= max(1, folded.count / 3) else { continue }
    if edits < best?.edits ?? .max { best = (candidate, edits) }
  }
  return best?.name
}

private func fold(_ name: String) -> [Character] {
  Array(name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " })
}

/// Optimal string alignment distance.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
  var older: [Int] = []
  var above = Array(0...right.count)
  for (row, one) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var edits = min(above[column + 1] + 1, current[column] + 1, above[column] + (one == other ? 0 : 1))
      if row > 0, column > 0, one == right[column - 1], left[row - 1] == other {
        edits = min(edits, older[column - 1] + 1)
      }
      current.append(edits)
    }
    older = above
    above = current
  }
  return above.last ?? 0
}
