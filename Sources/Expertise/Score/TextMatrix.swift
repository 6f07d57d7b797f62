internal import CDNNL

/// Vectors of one width, one after the other.
public struct TextMatrix: Sendable {
  public let width: Int
  public private(set) var values: [Float] = []

  /// Counted apart, for a matrix may have rows of no width.
  public private(set) var rows = 0

  public init(width: Int) { self.width = width }

  /// Rows of zeros.
  public init(width: Int, rows: Int) {
    self.width = width
    self.rows = rows
    values = [Float](repeating: 0, count: width * rows)
  }

  /// The rows of parts, one after the other. Those of another width count for nothing.
  init(width: Int, parts: [TextMatrix]) {
    self.width = width
    let parts = parts.filter { $0.width == width }
    reserve(rows: parts.reduce(0) { $0 + $1.rows })
    for part in parts {
      rows += part.rows
      values.append(contentsOf: part.values)
    }
  }

  /// These rows of another, which must be there.
  init(_ other: TextMatrix, rows: [Int]) {
    width = other.width
    reserve(rows: rows.count)
    for row in rows { append(other.row(row)) }
  }

  /// A vector of another width is cut or filled with zeros.
  public mutating func append(_ vector: some Collection<Float>) {
    rows += 1
    values.append(contentsOf: vector.prefix(width))
    if vector.count < width { values.append(contentsOf: repeatElement(0, count: width - vector.count)) }
  }

  /// Puts a vector where another was. One of another width is passed over, as is a row that isn't there.
  public mutating func replace(_ row: Int, with vector: [Float]) {
    guard (0..<rows).contains(row), vector.count == width else { return }
    for (place, value) in vector.enumerated() { values[row * width + place] = value }
  }

  public mutating func reserve(rows: Int) { values.reserveCapacity(rows * width) }

  public func row(_ index: Int) -> ArraySlice<Float> { values[index * width..<(index + 1) * width] }

  /// Adds `share ·` the products of `rows` with each row of `other` to `sums`: rows × other's rows, row by row. Adds nothing between
  /// matrices of different width or of none, or where `sums` has another size.
  func addProducts(_ rows: Range<Int>, with other: TextMatrix, share: Float, to sums: UnsafeMutableBufferPointer<Float>) {
    guard width > 0, width == other.width, !rows.isEmpty, other.rows > 0, rows.upperBound <= self.rows,
      sums.count == rows.count * other.rows
    else { return }
    omp_set_num_threads(1)
    values.withUnsafeBufferPointer { mine in
      other.values.withUnsafeBufferPointer { theirs in
        let start = mine.baseAddress.map { $0 + rows.lowerBound * width }
        _ = dnnl_sgemm(
          CChar(78), CChar(84), Int64(rows.count), Int64(other.rows), Int64(width), share, start, Int64(width),
          theirs.baseAddress, Int64(width), 1, sums.baseAddress, Int64(other.rows))
      }
    }
  }
}
