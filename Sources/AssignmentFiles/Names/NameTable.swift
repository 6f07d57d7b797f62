/// Names numbered in the order they came, found again by their bytes.
struct NameTable: Sendable {
  private var bytes: [UInt8] = []
  /// Name `n` is `bytes[starts[n]..<starts[n + 1]]`.
  private var starts: [Int] = [0]
  /// Open addressing: a name's number, or −1. The count is a power of two and more than twice the number of names.
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  var count: Int { starts.count - 1 }

  /// The names 0, 1, 2 …, each numbered by itself.
  static func indices(_ count: Int) -> NameTable {
    var table = NameTable()
    for index in 0..<count {
      let name = Array(String(index).utf8)
      _ = table.add(name, 0..<name.count)
    }
    return table
  }

  /// The number of the name; nil when it was never added.
  func number(of source: [UInt8], _ range: Range<Int>) -> Int? {
    let found = slots[slot(of: source, range)]
    return found < 0 ? nil : Int(found)
  }

  /// The number of the name, and whether it was added just now.
  mutating func add(_ source: [UInt8], _ range: Range<Int>) -> (number: Int, isNew: Bool) {
    let slot = slot(of: source, range)
    if slots[slot] >= 0 { return (Int(slots[slot]), false) }
    let number = count
    slots[slot] = Int32(number)
    bytes.append(contentsOf: source[range])
    starts.append(bytes.count)
    if count * 2 >= slots.count { grow() }
    return (number, true)
  }

  /// The name's bytes as they came.
  func bytes(of number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }

  /// The name for people; bytes that are no UTF-8 are shown as replacement characters.
  func text(of number: Int) -> String { String(decoding: bytes(of: number), as: UTF8.self) }

  /// The numbers in canonical order: names that are whole numbers first, by value, then the others by their bytes.
  var canonicalOrder: [Int] {
    let keys = (0..<count).map { CanonicalKey(bytes(of: $0)) }
    return (0..<count).sorted { keys[$0] < keys[$1] }
  }

  /// The same names, numbered anew: the name at `order[n]` becomes number n.
  func renumbered(_ order: [Int]) -> NameTable {
    var table = NameTable()
    for number in order { _ = table.add(bytes, starts[number]..<starts[number + 1]) }
    return table
  }

  /// Where the name stands, or the free slot where it would.
  private func slot(of source: [UInt8], _ range: Range<Int>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(source, range)) & mask
    while slots[slot] >= 0, !isName(Int(slots[slot]), source, range) { slot = (slot + 1) & mask }
    return slot
  }

  private func isName(_ number: Int, _ source: [UInt8], _ range: Range<Int>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == range.count else { return false }
    for offset in 0..<range.count where bytes[start + offset] != source[range.lowerBound + offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for number in 0..<count { slots[slot(of: bytes, starts[number]..<starts[number + 1])] = Int32(number) }
  }

  /// FNV-1a, with its high bits folded in.
  private static func hash(_ source: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for place in range { hash = (hash ^ UInt64(source[place])) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 29)
  }
}

private struct CanonicalKey: Comparable {
  let bytes: ArraySlice<UInt8>
  /// The digits without leading zeros; nil when the name is no whole number.
  let digits: ArraySlice<UInt8>?

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    let isNumber = !bytes.isEmpty && bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    digits = isNumber ? bytes.drop { $0 == UInt8(ascii: "0") } : nil
  }

  static func < (left: CanonicalKey, right: CanonicalKey) -> Bool {
    switch (left.digits, right.digits) {
    case (let one?, let two?):
      if one.count != two.count { return one.count < two.count }
      if one != two { return one.lexicographicallyPrecedes(two) }
      return left.bytes.count < right.bytes.count
    case (.some, nil): return true
    case (nil, .some): return false
    case (nil, nil): return left.bytes.lexicographicallyPrecedes(right.bytes)
    }
  }
}
