// lectern-inspect: the one program of Lectern that opens a PDF.
//
// It stands alone because it links poppler, which is licensed under the GNU General Public License (version 2 or 3):
// this executable as a whole is therefore distributed under the GPL. The rest of Lectern never links it; it starts
// it as a separate process and reads the JSON lines it prints.
import Glibc

@main
enum LecternInspect {
  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    // Swift reads its arguments from /proc, which a jail need not have: without any, the file is standard input, and the
    // environment says what is wanted of it.
    let wanted = getenv("LECTERN_INSPECT").map { String(cString: $0) } ?? ""
    if wanted == "clean" || arguments == ["--clean"] { copy { bytes in try CleanCopy.make(of: bytes) { writeAll($0) } } }
    if wanted == "clean-archive" || arguments == ["--clean-archive"] { copy(CleanArchive.write) }
    if wanted == "stamp" || arguments == ["--stamp"] { stamp() }
    if wanted.hasPrefix("pages ") { picture(PagePictures.numbers(wanted.dropFirst(6))) }
    if arguments.count == 2, arguments[0] == "--pages" { picture(PagePictures.numbers(arguments[1][...])) }
    let isArchive = wanted == "archive" || arguments.first == "--archive"
    if arguments.first == "--archive" { arguments.removeFirst() }
    if arguments.count > 1 || (arguments.isEmpty && isatty(0) != 0) { usage(exitCode: 64) }
    let argument = arguments.first ?? "-"
    if argument == "--help" || argument == "-h" { usage(exitCode: 0) }

    begin(Limits.answerWhenStopped)
    let descriptor: Int32 = argument == "-" ? 0 : open(argument, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { fail("cannot open the file") }
    var output = RecordOutput(limitBytes: Limits.outputBytes)
    switch readAll(descriptor, limitBytes: Limits.inputBytes) {
    case .bytes(let bytes) where isArchive: ArchiveRecords.write(bytes, into: &output)
    case .bytes(let bytes): inspectPaper(bytes, pageLimit: Limits.pages, into: &output)
    case .tooLarge where isArchive: output.write(ArchiveRecords.failure("tooLarge", sizeBytes: Limits.inputBytes))
    case .tooLarge: output.write(DocumentRecord.failure("tooLarge", sizeBytes: Limits.inputBytes))
    case .unreadable: fail("cannot read the file")
    }
    output.writeEnd()
    // Tearing down what a hostile file built up can take longer than reading it.
    _exit(0)
  }

  /// Bounds what this process may use and ask for; nothing may be opened before.
  private static func begin(_ whenStopped: () -> Void) {
    guard Limits.apply() else { fail("cannot set the resource limits") }
    SystemCalls.restrict()
    whenStopped()
  }

  /// Writes a copy of standard input to standard output. When none can be made the exit status says why, and what came out before
  /// is worth nothing.
  private static func copy(_ make: ([UInt8]) throws -> Void) -> Never {
    begin(Limits.declineWhenStopped)
    do {
      switch readAll(0, limitBytes: Limits.inputBytes) {
      case .bytes(let bytes): try make(bytes)
      case .tooLarge: throw CleanCopy.Obstacle.tooLarge
      case .unreadable: fail("cannot read the file")
      }
    } catch {
      _exit((error as? CleanCopy.Obstacle ?? .damaged).rawValue)
    }
    _exit(0)
  }

  /// LECTERN_STAMP says with what.
  private static func stamp() -> Never {
    guard let stamp = getenv("LECTERN_STAMP").flatMap({ Stamp(String(cString: $0)) }) else { usage(exitCode: 64) }
    copy { bytes in try StampedCopy.make(of: bytes, stamp) { writeAll($0) } }
  }

  /// Writes pictures of the pages of standard input. Whatever stops it, those that were written before count.
  private static func picture(_ pages: [Int]) -> Never {
    begin(Limits.endWhenStopped)
    if case .bytes(let bytes) = readAll(0, limitBytes: Limits.inputBytes) { PagePictures.write(pages, of: bytes) }
    _exit(0)
  }

  private static func usage(exitCode: Int32) -> Never {
    let text: StaticString = """
      usage: lectern-inspect FILE
             lectern-inspect          (reads the file from standard input, as does the name -)
             lectern-inspect --clean  (or LECTERN_INSPECT=clean in the environment)
             lectern-inspect --stamp  (or LECTERN_INSPECT=stamp; LECTERN_STAMP says with what)
             lectern-inspect --archive FILE  (or LECTERN_INSPECT=archive)
             lectern-inspect --clean-archive (or LECTERN_INSPECT=clean-archive)
             lectern-inspect --pages 3,5  (or LECTERN_INSPECT="pages 3,5" in the environment)

      Opens one PDF under its own limits of time, memory and output, and prints what it holds as JSON lines:
      a document record, one page record for each page, a fonts record and an end record. A file that is no
      readable PDF gets a document record with an error. Exit status 0 when a verdict was printed.

      With --clean, copies the PDF from standard input to standard output without what tells who made it and without
      what acts by itself. Exit status when no such copy can be made: 10 no PDF, 11 encrypted, 12 damaged,
      13 too large, 14 over the limits, 15 no archive.

      With --archive, prints a record for each entry of a ZIP, TAR or 7z archive with the text in it, and the records of
      a PDF behind its entry. With --clean-archive, copies the archive from standard input to standard output as ZIP,
      without what tells who packed it, and ends as --clean does.

      With --stamp, copies it with the metadata, page numbers and line of a volume, and ends the same way.

      With --pages, draws those pages of the PDF on standard input: for each a line "picture PAGE WIDTH HEIGHT BYTES"
      with the size in hundredths of a point, and the PNG behind it.

      This program links poppler and is distributed under the GNU General Public License; the programs that
      start it are separate works.

      """
    _ = write(exitCode == 0 ? 1 : 2, text.utf8Start, text.utf8CodeUnitCount)
    exit(exitCode)
  }

  private static func fail(_ message: StaticString) -> Never {
    let prefix: StaticString = "lectern-inspect: "
    _ = write(2, prefix.utf8Start, prefix.utf8CodeUnitCount)
    _ = write(2, message.utf8Start, message.utf8CodeUnitCount)
    _ = write(2, "\n", 1)
    exit(2)
  }
}

/// Writes the records of one PDF: what it is, its pages, its fonts.
func inspectPaper(_ bytes: [UInt8], pageLimit: Int, into output: inout RecordOutput) {
  var document = DocumentRecord(bytes: bytes)
  guard document.error == nil else {
    output.write(document.json)
    return
  }
  var structure = Structure(bytes: bytes)
  structure.read()
  document.take(structure)
  let text = structure.needsPassword ? nil : TextLayer(bytes: bytes)
  document.finish(pageCount: text?.pageCount, needsPassword: structure.needsPassword)
  output.write(document.json)
  guard let text, document.error == nil else { return }
  var use = FontUse()
  for index in 0..<min(text.pageCount, pageLimit) {
    let page = text.page(index, boxes: structure.pages.indices.contains(index) ? structure.pages[index] : nil, use: &use)
    guard output.write(page) else { break }
  }
  if text.pageCount > pageLimit { output.truncated = true }
  output.write(structure.fontsRecord(use: use))
}
