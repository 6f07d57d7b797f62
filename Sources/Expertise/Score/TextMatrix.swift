internal import CDNNL

/// Vectors of one width, one after the other.
public struct TextMatrix: Sendable {
  public let width: Int
  public private(set) var values: [Float] = []

  /// Counted apart, for a matrix may have rows of no width.
  public private(set) var rows = 0

  public init(width: Int) { self.width = width }

  /// A vector of another width is cut or filled with zeros.
  public mutating func append(_ vector: some Collection<Float>) {
    rows += 1
    values.append(contentsOf: vector.prefix(width))
    if vector.count < width { values.append(contentsOf: repeatElement(0, count: width - vector.count)) }
  }

  public mutating func reserve(rows: Int) { values.reserveCapacity(rows * width) }

  public func row(_ index: Int) -> ArraySlice<Float> { values[index * width..<(index + 1) * width] }

  /// The products of `rows` with each row of `other`: rows × other's rows, row by row. Zeros between matrices of different
  /// width or of none.
  func products(_ rows: Range<Int>, with other: TextMatrix) -> [Float] {
    guard width > 0, width == other.width, !rows.isEmpty, other.rows > 0, rows.upperBound <= self.rows else {
      return [Float](repeating: 0, count: rows.count * other.rows)
    }
    omp_set_num_threads(1)
    return [Float](unsafeUninitializedCapacity: rows.count * other.rows) { result, filled in
      values.withUnsafeBufferPointer { mine in
        other.values.withUnsafeBufferPointer { theirs in
          let start = mine.baseAddress.map { $0 + rows.lowerBound * width }
          _ = dnnl_sgemm(
            CChar(78), CChar(84), Int64(rows.count), Int64(other.rows), Int64(width), 1, start, Int64(width),
            theirs.baseAddress, Int64(width), 0, result.baseAddress, Int64(other.rows))
        }
      }
      filled = rows.count * other.rows
    }
  }
}
