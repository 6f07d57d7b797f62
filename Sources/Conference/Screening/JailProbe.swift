import Subprocess
import SystemPackage

/// Finds out once whether the inspector starts in a jail here. A problem is looked for again every time, since an
/// operator may have solved it.
actor JailProbe {
  private var works = false

  /// Nil when the jail works: the inspector, given nothing to read, says so and ends well.
  func problem(bubblewrap: String, arguments: [String]) async -> String? {
    if works { return nil }
    do {
      let result = try await Subprocess.run(
        .called(bubblewrap), arguments: Arguments(arguments), environment: .custom([Environment.Key: String]()),
        output: .discarded, error: .string(limit: 64 << 10))
      guard result.terminationStatus.isSuccess else {
        let said = (result.standardError).split(separator: "\n").last.map(String.init) ?? "no message"
        return "The inspector does not start in a jail (\(result.terminationStatus)): \(said)"
      }
      works = true
      return nil
    } catch {
      return "bubblewrap could not be started: \(error)"
    }
  }
}
