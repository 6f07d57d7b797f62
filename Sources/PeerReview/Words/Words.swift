/// How Lectern counts words, everywhere a limit in words is stated.
public enum Words {
  /// Runs of anything but white space.
  public static func count(_ text: String) -> Int {
    var count = 0
    var inside = false
    for character in text {
      let blank = character.isWhitespace
      if !blank && !inside { count &+= 1 }
      inside = !blank
    }
    return count
  }

  public static func isBlank(_ text: String) -> Bool {
    text.allSatisfy(\.isWhitespace)
  }
}
