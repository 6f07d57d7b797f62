/// Fingerprints of a text: hashes of runs of words, thinned so that any run of `guaranteedWords` words which two texts share
/// leaves a fingerprint in both (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting",
/// SIGMOD 2003, section 3).
public enum Winnowing {
  /// Words hashed together.
  public static let runWords = 8
  /// Of so many runs that follow each other one is kept at least.
  static let windowRuns = 6
  /// A shared passage of so many words is never missed.
  public static let guaranteedWords = runWords + windowRuns - 1

  /// 48 bits each, sorted, every one once. The same words give the same fingerprints on every machine.
  public static func fingerprints(of words: [String]) -> [UInt64] {
    let hashes = runHashes(of: words)
    guard let only = hashes.min(), hashes.count > windowRuns else { return hashes.min().map { [$0] } ?? [] }
    var kept: Set<UInt64> = [only]
    var best = 0
    for end in windowRuns - 1..<hashes.count {
      let start = end - windowRuns + 1
      if best < start || end == windowRuns - 1 {
        best = start
        // Of equals the last one is kept.
        for index in start...end where hashes[index] <= hashes[best] { best = index }
      } else if hashes[end] <= hashes[best] {
        best = end
      }
      kept.insert(hashes[best])
    }
    return kept.sorted()
  }

  /// A hash for each run of words, by its first word.
  static func runHashes(of words: [String]) -> [UInt64] {
    guard words.count >= runWords else { return [] }
    let single = words.map(hash)
    return (0...(words.count - runWords)).map { start in
      var sum: UInt64 = 0x9E37_79B9_7F4A_7C15
      for word in single[start..<(start + runWords)] { sum = mixed(sum ^ word) }
      return sum >> 16
    }
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ word: String) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return value
  }

  /// The finalizer of MurmurHash3: every bit of the input reaches every bit of the output.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ (mixed >> 33)
  }
}
