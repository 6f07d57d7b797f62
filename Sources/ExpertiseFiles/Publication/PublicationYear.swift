/// When a publication appeared, as files tell it.
enum PublicationYear {
  /// The first four digits of a year or a date; nil for what is none.
  static func read(_ text: String) -> Int? {
    guard let digits = text.firstMatch(of: #/[12][0-9]{3}/#) else { return nil }
    return Int(digits.output)
  }
}
