/// Terms and a number for each. A dictionary would touch memory three times for each look, and hash what is a hash already.
///
/// Open addressing with linear probing (Knuth 6.4, algorithm L), at most three quarters full. A number of 0 is the same as no entry.
struct TermTable: Sendable {
  private struct Entry: Sendable {
    var term: UInt64
    var value: Int32
  }

  private var entries = [Entry](repeating: Entry(term: 0, value: 0), count: 1024)
  private var used = 0

  subscript(term: UInt64) -> Int32 { entries[place(of: term)].value }

  /// Numbers that would grow too large stay at the greatest.
  mutating func add(_ value: Int32, to term: UInt64) {
    if 4 * used >= 3 * entries.count { grow() }
    let place = place(of: term)
    if entries[place].value == 0 {
      used += 1
      entries[place].term = term
    }
    let (sum, isTooLarge) = entries[place].value.addingReportingOverflow(value)
    entries[place].value = isTooLarge ? .max : sum
  }

  /// In no order that means anything.
  func forEach(_ take: (UInt64, Int32) -> Void) {
    for entry in entries where entry.value != 0 { take(entry.term, entry.value) }
  }

  /// Where the term stands, or would. The last bits of terms may be equal: they choose shards.
  private func place(of term: UInt64) -> Int {
    let mask = entries.count - 1
    var place = Int(truncatingIfNeeded: term >> 8) & mask
    while entries[place].value != 0, entries[place].term != term { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(term: 0, value: 0), count: 2 * old.count)
    for entry in old where entry.value != 0 { entries[place(of: entry.term)] = entry }
  }
}
