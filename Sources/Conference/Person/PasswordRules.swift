public import PeerReview

/// Which passwords are accepted. Length is what counts; no kinds of characters are demanded (NIST SP 800-63B, 5.1.1.2).
public enum PasswordRules {
  public static let leastCharacters = 10

  /// Refuses with what is wrong and the way out, as a problem of the field `password`: fewer than 10 characters, more
  /// than 1,000 bytes, fewer than five different characters, one of the passwords tried first by everyone, the person's
  /// e-mail address or its local part.
  public static func check(_ password: String, emailAddress: EmailAddress? = nil) throws(Refusal) {
    if let message = problem(with: password, of: emailAddress) {
      throw .invalid([FieldProblem("password", message)])
    }
  }

  private static func problem(with password: String, of emailAddress: EmailAddress?) -> String? {
    if password.utf8.count > PasswordHash.limitBytes {
      return "The password is too long: use at most \(PasswordHash.limitBytes) bytes."
    }
    if password.count < leastCharacters {
      return "The password is too short: use at least \(leastCharacters) characters. A few words in a row are easy to remember."
    }
    let folded = password.lowercased()
    if Set(folded).count < 5 {
      return "The password repeats the same few characters: use at least five different ones."
    }
    if let emailAddress, [emailAddress.folded, emailAddress.localPart].contains(folded) {
      return "The password is your e-mail address: choose one that isn't known to others."
    }
    if isCommon(folded) {
      return "This password is among the first anyone would try: choose another. A few words in a row are easy to remember."
    }
    return nil
  }

  /// A common word alone, doubled, or with digits and signs around it; a run along the keyboard; a number one can dial.
  private static func isCommon(_ folded: String) -> Bool {
    let letters = folded.filter(\.isLetter)
    if folded.count < 16, folded.allSatisfy(\.isNumber) { return true }
    return runs.contains { $0.contains(folded) || String($0.reversed()).contains(folded) }
      || words.contains { letters == $0 || letters == $0 + $0 }
  }

  private static let words: Set<String> = [
    "password", "passwort", "passphrase", "passw", "pwd", "secret", "letmein", "welcome", "changeme", "default", "admin",
    "administrator", "root", "user", "guest", "test", "testing", "login", "qwerty", "qwertz", "azerty", "qwert", "asdf",
    "asdfgh", "abc", "abcd", "abcdef", "iloveyou", "sunshine", "princess", "monkey", "dragon", "football", "baseball",
    "superman", "batman", "starwars", "trustno", "master", "shadow", "whatever", "freedom", "computer", "internet",
    "conference", "reviewer", "submission", "lectern", "mlsys", "correcthorsebatterystaple", "psswrd", "passwrd",
  ]

  private static let runs = [
    "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "azertyuiopqsdfghjklmwxcvbn",
    "abcdefghijklmnopqrstuvwxyz", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujmikolp",
    "112233445566778899", "11223344556677889900",
  ]
}
