/// What a `Range` header asks of a file (RFC 9110 §14). One range only: several, or other units, mean the whole file.
enum RangeRequest: Hashable {
  case whole
  case part(Range<Int64>)
  /// Nothing of the file lies in the range.
  case unsatisfiable

  init(header: String?, sizeBytes: Int64) {
    self = .whole
    guard let header, header.lowercased().hasPrefix("bytes=") else { return }
    let spec = header.dropFirst(6).trimmingSpaces
    let ends = spec.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmingSpaces)
    guard ends.count == 2, let first = ends.first, let last = ends.last else { return }
    guard first.utf8.allSatisfy(RangeRequest.isDigit), last.utf8.allSatisfy(RangeRequest.isDigit) else { return }
    if first.isEmpty {
      guard let wanted = Int64(last) else { return }
      self = wanted == 0 || sizeBytes == 0 ? .unsatisfiable : .part(max(0, sizeBytes - wanted)..<sizeBytes)
      return
    }
    guard let from = Int64(first) else { return }
    let to = last.isEmpty ? Int64.max : (Int64(last) ?? Int64.max)
    guard from <= to else { return }
    self = from >= sizeBytes ? .unsatisfiable : .part(from..<(min(to, sizeBytes - 1) + 1))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte)
  }
}
