/// An order of papers. Each viewer meets it without the papers they may not know of: places are counted anew among the rest,
/// so that no gap tells of one that is left out.
public struct Ranking<Paper: Hashable & Sendable>: Sendable {
  /// Papers in their order, each with the key that places it; keys are never shown.
  public private(set) var entries: [(paper: Paper, key: Int64)]

  /// How far apart keys of neighbours are put, so that there is room between them.
  public static var spacing: Int64 { 1 << 32 }

  public init(_ entries: [(paper: Paper, key: Int64)]) {
    self.entries = entries.enumerated().sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }.map(\.element)
  }

  /// Places from 1; papers with the same key share one.
  public var places: [Paper: Int] {
    var places: [Paper: Int] = [:]
    var last: (key: Int64, place: Int)?
    for (index, entry) in entries.enumerated() {
      let place = if let last, last.key == entry.key { last.place } else { index + 1 }
      places[entry.paper] = place
      last = (entry.key, place)
    }
    return places
  }

  /// Puts a paper at a place, or at the end; what stands there and behind moves on by one. Returns its key.
  public mutating func put(_ paper: Paper, at place: Int? = nil) -> Int64 {
    entries.removeAll { $0.paper == paper }
    let index = min(max((place ?? Int.max) - 1, 0), entries.count)
    let before = index > 0 ? entries[index - 1].key : nil
    let after = index < entries.count ? entries[index].key : nil
    let key =
      switch (before, after) {
      case (nil, nil): Self.spacing
      case (let before?, nil): Self.sum(before, Self.spacing)
      case (nil, let after?): Self.sum(after, -Self.spacing)
      case (let before?, let after?): before / 2 + after / 2 + (before % 2 + after % 2) / 2
      }
    entries.insert((paper, key), at: index)
    return key
  }

  public mutating func remove(_ paper: Paper) { entries.removeAll { $0.paper == paper } }

  private static func sum(_ left: Int64, _ right: Int64) -> Int64 {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? left : sum
  }
}
