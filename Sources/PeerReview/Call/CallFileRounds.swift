internal import Yams

/// Reads `rounds` of a calendar, each a group of keys under its name.
struct CallFileRounds {
  private static let limit = 10

  static func read(
    _ field: CallFileField?, notes: CallFileNotes, date: (CallFileSection, String) -> Instant
  ) -> [ReviewRound] {
    guard let field else { return [] }
    guard case .mapping(let mapping) = field.node else {
      notes.add(field.place, "\(field.name) is a group of keys, not \(field.kind).")
      return []
    }
    let children = field.children(of: mapping, notes: notes)
    if children.count > limit { notes.add(field.place, "\(field.name) has more than \(limit) rounds.") }
    return children.prefix(limit).map { key, child in
      if key == ReviewRound.first || key.count > 20 || !key.utf8.allSatisfy(isPlain) {
        notes.add(
          child.keyPlace,
          "`\(key.prefix(40))` can't name a round; write up to 20 letters and digits, such as `R2`. `R1` is what `reviewing` dates."
        )
      }
      let section = CallFileSection(child, required: ["opens", "due"], notes: notes)
      return ReviewRound(key: key, opens: date(section, "opens"), due: date(section, "due"))
    }.sorted { ($0.opens, $0.key) < ($1.opens, $1.key) }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }
}
