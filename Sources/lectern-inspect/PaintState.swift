/// The part of the graphics state that decides whether text can be seen (ISO 32000-2, 8.4 and 9.3).
struct PaintState {
  var transform = Transform()
  /// From 0, black, to 1, white; nil for patterns and shadings.
  var fillLightness: Double? = 0
  var strokeLightness: Double? = 0
  var fillOpacity = 1.0
  var strokeOpacity = 1.0
  /// Paint mixes with what lies under it in another way than covering it.
  var isBlended = false
  var clip: Area?
  var font: ContentFont?
  var fontSize = 0.0
  var characterSpace = 0.0
  var wordSpace = 0.0
  var horizontalScale = 1.0
  var leading = 0.0
  var rise = 0.0
  var renderingMode = 0

  static func lightness(_ components: [Double]) -> Double? {
    switch components.count {
    case 1: components[0]
    case 3: 0.3 * components[0] + 0.59 * components[1] + 0.11 * components[2]
    case 4:
      (1 - min(1, components[3])) * (1 - 0.3 * components[0] - 0.59 * components[1] - 0.11 * components[2])
    default: nil
    }
  }
}

/// Why a reader does not see a stretch of text.
enum HiddenReason: String {
  case invisible, transparent, tiny, offPage, clipped, faint, covered
  /// It is light, and stands on a picture or a shape whose colour at that place is not known.
  case uncertain
}

/// A stretch of text that one operator shows.
struct TextRun {
  let area: Area
  let codes: Range<Int>
  let font: ContentFont?
  /// Part of a figure.
  let isNested: Bool
  var reason: HiddenReason?
}

/// What has been painted on a page so far, to know what a text stands on and what was laid over it.
struct Painting {
  struct Patch {
    let area: Area
    /// Nil when it is not one colour, or not known.
    let lightness: Double?
    /// Its colour fills all of `area`.
    let isWhole: Bool
  }

  private var patches: [Patch] = []
  private(set) var runs: [TextRun] = []
  private var rows: [Int: [Int]] = [:]
  private var remainingComparisons = 20_000_000
  private static let rowPoints = 16.0

  /// What the point stands on: white paper, where nothing was painted.
  mutating func ground(x: Double, y: Double) -> Patch {
    for patch in patches.reversed() where patch.area.holds(x: x, y: y) { return patch }
    remainingComparisons -= patches.count
    return Patch(area: .nothing, lightness: 1, isWhole: true)
  }

  var isExhausted: Bool { remainingComparisons <= 0 }

  mutating func add(_ run: TextRun) {
    guard runs.count < 200_000 else { return }
    if run.reason == nil { rows[row(run.area.y0), default: []].append(runs.count) }
    runs.append(run)
  }

  /// Opaque paint; text wholly under it can't be seen any more.
  mutating func paint(_ patch: Patch) {
    if patches.count < 20_000 { patches.append(patch) }
    guard patch.isWhole, patch.area.x1 - patch.area.x0 >= 8, patch.area.y1 - patch.area.y0 >= 3, !isExhausted else { return }
    let low = row(patch.area.y0)
    let high = row(patch.area.y1)
    guard high - low < 1_000 else { return }
    for row in low...high {
      guard let indices = rows[row] else { continue }
      remainingComparisons -= indices.count
      for index in indices where runs[index].reason == nil && patch.area.covers(runs[index].area) {
        runs[index].reason = .covered
      }
    }
  }

  private func row(_ y: Double) -> Int { Int(max(-1e6, min(1e6, y / Self.rowPoints))) }
}
