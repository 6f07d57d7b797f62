internal import Foundation

/// What is the same in two spellings of one person's name. Namesakes share it too: it raises a question, never an answer.
public enum NameKey {
  /// First and last names in order, without accents, case, signs, single middle letters, and numbers that tell namesakes apart.
  /// “Lovelace, Ada K.” and “Ada Lovelace 0001” have one key. Empty for a name without letters.
  public static func key(_ name: String) -> String {
    let parts = name.split(separator: ",", maxSplits: 1).map { String($0).trimmed }
    let inOrder = parts.count == 2 ? "\(parts[1]) \(parts[0])" : name
    let words = plain(inOrder).split(whereSeparator: { !$0.isLetter && $0 != "-" }).map(String.init)
    let long = words.filter { $0.count > 1 }
    return (long.count >= 2 ? long : words).joined(separator: " ")
  }

  static func plain(_ text: String) -> String {
    text.folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil).lowercased()
  }
}
