/// A transformation of the plane as PDF writes it: x' = a x + c y + e, y' = b x + d y + f.
struct Transform {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  /// This one first, then `next`.
  func then(_ next: Transform) -> Transform {
    Transform(
      a: a * next.a + b * next.c, b: a * next.b + b * next.d, c: c * next.a + d * next.c, d: c * next.b + d * next.d,
      e: e * next.a + f * next.c + next.e, f: e * next.b + f * next.d + next.f)
  }

  func moved(_ x: Double, _ y: Double) -> Transform {
    Transform(a: 1, b: 0, c: 0, d: 1, e: x, f: y).then(self)
  }

  func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }

  /// Rows and columns stay rows and columns.
  var keepsAxes: Bool { (abs(b) < 1e-6 && abs(c) < 1e-6) || (abs(a) < 1e-6 && abs(d) < 1e-6) }
}

/// A rectangle in the coordinates of the file.
struct Area {
  var x0: Double
  var y0: Double
  var x1: Double
  var y1: Double

  static let nothing = Area(x0: .infinity, y0: .infinity, x1: -.infinity, y1: -.infinity)

  var isEmpty: Bool { !(x1 >= x0 && y1 >= y0) }

  mutating func include(_ point: (x: Double, y: Double)) {
    x0 = min(x0, point.x)
    y0 = min(y0, point.y)
    x1 = max(x1, point.x)
    y1 = max(y1, point.y)
  }

  func intersection(_ other: Area) -> Area {
    Area(x0: max(x0, other.x0), y0: max(y0, other.y0), x1: min(x1, other.x1), y1: min(y1, other.y1))
  }

  func union(_ other: Area) -> Area {
    Area(x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
  }

  /// Half a point of tolerance at each side.
  func covers(_ other: Area) -> Bool {
    x0 <= other.x0 + 0.5 && y0 <= other.y0 + 0.5 && x1 >= other.x1 - 0.5 && y1 >= other.y1 - 0.5
  }

  func misses(_ other: Area) -> Bool { x1 < other.x0 || x0 > other.x1 || y1 < other.y0 || y0 > other.y1 }

  func holds(x: Double, y: Double) -> Bool { x >= x0 && x <= x1 && y >= y0 && y <= y1 }
}
