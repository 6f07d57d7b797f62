import ArgumentParser
import Conference

/// Where the inspector is and whether it has to be jailed.
struct InspectorOption: ParsableArguments {
  @Option(help: "The program that opens manuscripts. Beside lectern when left out.") var inspector: String?

  @Flag(help: "Open manuscripts with limits only where no jail (bubblewrap) can be made. Not for production.")
  var allowUnjailed = false

  func make(concurrency: Int = 2) -> JailedInspector {
    JailedInspector(
      program: inspector ?? ProgramPath.beside("lectern-inspect"), jail: allowUnjailed ? .allowUnjailed : .require,
      concurrency: concurrency)
  }
}
