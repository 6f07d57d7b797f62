import Foundation

/// What the inspector is started for.
enum InspectorTask {
  case inspect, clean, inspectArchive, cleanArchive
  case picture(pages: [Int])
  case stamp(String)

  /// Nothing of this process's own environment is handed on. The inspector ends itself a little before `wallLimit`, to say what it saw.
  func environment(within wallLimit: Duration) -> [String: String] {
    var wanted = wanted
    wanted["LECTERN_WALL_SECONDS"] = String(max(1, wallLimit.components.seconds - 5))
    return wanted
  }

  private var wanted: [String: String] {
    switch self {
    case .inspect: [:]
    case .clean: ["LECTERN_INSPECT": "clean"]
    case .inspectArchive: ["LECTERN_INSPECT": "archive"]
    case .cleanArchive: ["LECTERN_INSPECT": "clean-archive"]
    case .stamp(let text): ["LECTERN_INSPECT": "stamp", "LECTERN_STAMP": text]
    case .picture(let pages): ["LECTERN_INSPECT": "pages \(pages.map(String.init).joined(separator: ","))"]
    }
  }
}

/// What the inspector may see of this machine: libraries, fonts and itself, all read-only, and nothing else.
struct JailArguments {
  private let program: String
  /// Folders of libraries beside the system's, such as a Swift runtime that is not linked into the program.
  private let libraryFolders: [String]

  private static let systemFolders = [
    "/usr/lib", "/usr/lib32", "/usr/lib64", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache",
    "/etc/fonts", "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/fontconfig", "/usr/share/poppler",
  ]

  init(program: String, libraryFolders: [String]) {
    self.program = program
    self.libraryFolders = libraryFolders
  }

  /// The arguments of `bwrap`. The manuscript comes through standard input, so that not even its path is known inside; and
  /// what is wanted of it through the environment, since arguments can't be read where there is no `/proc`.
  func list(for task: InspectorTask, within wallLimit: Duration) -> [String] {
    var list = ["--unshare-all", "--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL"]
    for (name, value) in task.environment(within: wallLimit).sorted(by: { $0.key < $1.key }) {
      list += ["--setenv", name, value]
    }
    for folder in Self.systemFolders + libraryFolders { list += ["--ro-bind-try", folder, folder] }
    list += ["--ro-bind", program, "/lectern-inspect", "--remount-ro", "/", "--chdir", "/", "--"]
    return list + ["/lectern-inspect"]
  }

  /// Folders outside the system's from which this process itself has loaded Swift's libraries. An inspector built
  /// beside it looks for them in the same place.
  static func runtimeFolders() -> [String] {
    // Reading by file name stops after one page of a file that states no size.
    guard let bytes = try? FileHandle(forReadingAtPath: "/proc/self/maps")?.readToEnd() else { return [] }
    var folders: Set<String> = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where line.contains("/libswift") {
      guard let slash = line.firstIndex(of: "/"), let last = line.lastIndex(of: "/") else { continue }
      let folder = String(line[slash..<last])
      if !systemFolders.contains(where: { folder.hasPrefix($0 + "/") || folder == $0 }) { folders.insert(folder) }
    }
    return folders.sorted()
  }
}
