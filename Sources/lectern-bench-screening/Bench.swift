import Foundation
import Screening

/// `lectern-bench-screening index PAPERS FOLDER` grows an index to so many papers of generated fingerprints and asks it;
/// `lectern-bench-screening overlap FOLDER` copies parts of made-up texts and looks for them. Both print one line of JSON.
@main
struct Bench {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("index", 3): try growth(papers: Int(arguments[1]) ?? 10_000, folder: arguments[2])
    case ("overlap", 2): try Overlap().measure(folder: arguments[1])
    default:
      print("usage: lectern-bench-screening index PAPERS FOLDER | overlap FOLDER")
      exit(64)
    }
  }

  private static let fingerprintsPerPaper = 1_600

  private static func growth(papers: Int, folder: String) throws {
    // A large index is filled from earlier proceedings, thousands of papers at once.
    let batchPapers = max(2_000, papers / 20)
    var random = Generator(seed: 1)
    var index = try SamenessIndex(folder: folder)
    let begun = cpuSeconds()
    var samples: [[UInt64]] = []
    while index.paperCount < papers {
      let count = min(batchPapers, papers - index.paperCount)
      let batch = (0..<count).map { offset in
        SamenessIndex.Paper(
          name: "paper-\(index.paperCount + offset)",
          fingerprints: (0..<fingerprintsPerPaper).map { _ in random.next() >> 16 }.sorted())
      }
      samples += batch.prefix(20).map(\.fingerprints)
      try index.add(batch)
    }
    let added = cpuSeconds() - begun
    var milliseconds: [Double] = []
    var found = 0
    for sample in samples {
      // Of a copy's fingerprints a tenth are those of its source.
      let copied =
        (sample.prefix(fingerprintsPerPaper / 10) + (0..<fingerprintsPerPaper * 9 / 10).map { _ in random.next() >> 16 }).sorted()
      let start = ContinuousClock.now
      let matches = index.matches(copied)
      let elapsed = start.duration(to: .now)
      milliseconds.append(Double(elapsed.components.attoseconds) / 1e15 + Double(elapsed.components.seconds) * 1e3)
      if matches.count == 1 { found += 1 }
    }
    milliseconds.sort()
    let bytes = try FileManager.default.subpathsOfDirectory(atPath: folder).reduce(0) { sum, name in
      sum + ((try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)"))?[.size] as? Int ?? 0)
    }
    print(
      """
      {"papers":\(index.paperCount),"segments":\(index.segmentCount),"bytes":\(bytes),"addCPUSeconds":\(added),\
      "queries":\(milliseconds.count),"found":\(found),"medianMilliseconds":\(milliseconds[milliseconds.count / 2]),\
      "maximumMilliseconds":\(milliseconds.last ?? 0)}
      """)
  }
}

func cpuSeconds() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
}

/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
struct Generator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
