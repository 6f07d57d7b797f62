import Foundation

/// Where the programs lie.
enum ProgramPath {
  /// The path of this program itself.
  static var own: String { beside("lectern") }

  /// The path of a program in the folder this one was started from.
  static func beside(_ name: String) -> String {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments.first ?? ""
    return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent(name).path
  }
}
