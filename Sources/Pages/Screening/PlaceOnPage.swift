/// Where on a page something stands, and which part of the page is shown for it.
public struct PlaceOnPage: Hashable, Sendable {
  /// In points from the upper left corner of the page.
  public struct Rectangle: Hashable, Sendable {
    public let left: Double
    public let top: Double
    public let right: Double
    public let bottom: Double
    public init(left: Double, top: Double, right: Double, bottom: Double) {
      self.left = left
      self.top = top
      self.right = right
      self.bottom = bottom
    }
  }

  /// Counted from 1.
  public let page: Int
  public let widthPoints: Double
  public let heightPoints: Double
  /// Nil when it is about the page as a whole.
  public let box: Rectangle?

  private static let paddingPoints = 3.0
  private static let surroundingsPoints = 54.0
  /// A column and its margin: on a phone the whole width of a page can't be read.
  private static let narrowestPoints = 340.0

  /// What lies outside the page, as hidden text can, is drawn in to its edge.
  public init(page: Int, widthPoints: Double, heightPoints: Double, box: Rectangle?) {
    self.page = page
    let width = widthPoints.isFinite ? min(max(widthPoints, 1), 100_000) : 612
    let height = heightPoints.isFinite ? min(max(heightPoints, 1), 100_000) : 792
    self.widthPoints = width
    self.heightPoints = height
    self.box = box.flatMap { box in
      guard [box.left, box.top, box.right, box.bottom].allSatisfy(\.isFinite) else { return nil }
      func within(_ value: Double, _ limit: Double) -> Double { min(max(value, 0), limit) }
      let padding = Self.paddingPoints
      let left = within(min(box.left, box.right) - padding, width - 1)
      let top = within(min(box.top, box.bottom) - padding, height - 1)
      return Rectangle(
        left: left, top: top, right: max(left + 1, within(max(box.left, box.right) + padding, width)),
        bottom: max(top + 1, within(max(box.top, box.bottom) + padding, height)))
    }
  }

  /// What stands around the box; the whole page without one.
  var frame: Rectangle {
    guard let box else { return Rectangle(left: 0, top: 0, right: widthPoints, bottom: heightPoints) }
    let around = Self.surroundingsPoints
    let width = min(widthPoints, max(box.right - box.left + around, Self.narrowestPoints))
    let left = min(max(0, (box.left + box.right - width) / 2), widthPoints - width)
    return Rectangle(
      left: left, top: max(0, box.top - around), right: left + width, bottom: min(heightPoints, box.bottom + around))
  }
}

/// A place on a page as a drawing of its own: the picture of the page, cut to the place, and the passage boxed.
public struct PlacePicture: Sendable {
  /// SVG.
  public let bytes: [UInt8]

  public init(_ place: PlaceOnPage, png: [UInt8]) {
    let frame = place.frame
    func number(_ value: Double) -> String { decimal(value, places: 2) }
    let size = (number(frame.right - frame.left), number(frame.bottom - frame.top))
    let head = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(size.0)" height="\(size.1)" \
      viewBox="\(number(frame.left)) \(number(frame.top)) \(size.0) \(size.1)">\
      <image width="\(number(place.widthPoints))" height="\(number(place.heightPoints))" preserveAspectRatio="none" \
      href="data:image/png;base64,
      """
    var tail = "\"/>"
    if let box = place.box {
      tail += """
        <rect x="\(number(box.left))" y="\(number(box.top))" width="\(number(box.right - box.left))" \
        height="\(number(box.bottom - box.top))" rx="2" fill="#c62828" fill-opacity=".1" stroke="#c62828" stroke-width="1.5"/>
        """
    }
    bytes = Array(head.utf8) + Self.base64(png) + Array((tail + "</svg>\n").utf8)
  }

  /// RFC 4648, section 4.
  private static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let three = bytes[start..<min(start + 3, bytes.count)]
      let word = three.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - three.count))
      for place in 0..<4 {
        text.append(place <= three.count ? alphabet[word >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return text
  }
}
