/// A rectangle on a page, in points from the upper left corner of what a reader shows of the page.
public struct Box: Hashable, Sendable, Codable {
  public let x0: Double
  public let y0: Double
  public let x1: Double
  public let y1: Double

  public init(x0: Double, y0: Double, x1: Double, y1: Double) {
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
  }

  /// Written as `[x0, y0, x1, y1]`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for value in [x0, y0, x1, y1] { try container.encode(value) }
  }

  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    x0 = try container.decode(Double.self)
    y0 = try container.decode(Double.self)
    x1 = try container.decode(Double.self)
    y1 = try container.decode(Double.self)
  }

  init?(_ value: JSONValue?) {
    let numbers = (value?.items ?? []).compactMap(\.number)
    guard numbers.count == 4 else { return nil }
    self.init(x0: numbers[0], y0: numbers[1], x1: numbers[2], y1: numbers[3])
  }

  var width: Double { x1 - x0 }
  var height: Double { y1 - y0 }

  func shifted(right: Double, down: Double) -> Box {
    Box(x0: x0 + right, y0: y0 + down, x1: x1 + right, y1: y1 + down)
  }

  func union(_ other: Box) -> Box {
    Box(x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
  }
}
