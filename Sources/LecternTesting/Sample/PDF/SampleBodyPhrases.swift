/// Sentences of a made-up paper's body. Short fixed runs between the filled-in words keep two papers from sharing
/// long passages, which a similarity search would rightly report.
enum SampleBodyPhrases {
  static let shared: [String: [String]] = [
    "often": ["often", "rarely", "usually", "sometimes", "seldom", "frequently"],
    "strong": ["marked", "modest", "consistent", "surprising", "small", "clear", "noticeable", "uneven"],
    "raise": ["limits", "shapes", "dominates", "obscures", "governs", "affects", "explains", "weighs on"],
    "move": ["moves", "splits", "merges", "reorders", "delays", "pins", "releases", "compresses", "groups"],
    "move_plain": ["track", "group", "move", "record", "split", "release"],
    "cause": [
      "because {things} are shared", "since {things} arrive in bursts", "as {things} outlive their owners",
      "although {methods} is cheap", "once {things} exceed a threshold", "unless {methods} intervenes",
      "whenever {workloads} change phase", "while {things} are being rebuilt", "if {things} compete with {things}",
      "as long as {methods} keeps up", "given how {strong} the load of {workloads} is", "for {things} are seldom alone",
      "until {methods} has caught up", "because {methods} hides {things}", "so long as {things} stay small",
      "since {workloads} touch {things} twice",
    ],
    "measure": [
      "on {devices} devices", "over {count} runs", "for {workloads}", "in {settings}", "with {methods} enabled",
      "at {percent} load", "after warm-up", "without tuning", "for {things}", "when {methods} is off", "with {things} halved",
      "next to {workloads}", "under {methods}", "for {percent} of {things}", "once {things} settle",
      "on the slower {devices} devices",
    ],
  ]

  /// Sentences that fit into any section but the last two.
  static let general = [
    "A closer look at {things} shows why.", "{workloads} and {workloads} differ here: the former stress {things}.",
    "A {strong} effect on {metric} remains {measure}.", "We return to {metric} below.",
    "It is tempting to blame {methods} {measure}.",
    "{metric} {measure} speaks against it, {cause}.", "{things} account for {percent} of the difference {measure}.",
    "Two details about {things} deserve mention {measure}.", "First, {things} are copied once {measure}.",
    "Second, {methods} stays off {measure}.",
    "Consider {workloads} {measure}.", "There, {metric} {often} follows {things} with a short delay.",
    "So do {things}, {cause}.", "Operators see {metric} and little else {measure}.", "This is deliberate, {cause}.",
    "In {settings} the opposite is {often} true.", "Best and worst {metric} differ by {ratio} {measure}.",
    "{methods} does not depend on the vendor {measure}.", "The remaining {percent} are lost to {things}.",
    "That choice {raise} {cost} only {measure}.",
    "{things} should thus be cheap to move {measure}.", "No run left {things} idle {measure}.",
    "For {workloads} this matters less, {cause}.", "Users {often} notice {metric} before anyone notices {things}.",
    "Both effects add up {measure}.", "Neither {methods} nor {methods} shows this {measure}.",
    "The cost is modest: {small} {measure}.",
    "Noise in {metric} {measure} is {often} a sign of {things}.", "Hence {system} treats {things} as a budget.",
    "One rule for {things} covers {percent} {measure}.", "{methods} takes the rest, {cause}.",
  ]

  static let introduction = [
    "{main} have grown faster than the hardware beneath them.", "In {settings}, {metric} decides what can be built at all.",
    "A team that tunes {things} by hand gains {percent}, {cause}.", "We ask whether {how} can do the same without a human.",
    "The difficulty lies in {things}: they {often} hide from the scheduler, {cause}.",
    "Published remedies rely on {methods} and {raisethem}.", "Our measurements {measure} tell another story.",
    "{percent} of all {things} were touched only once {measure}.", "This waste {raise} {metric}, {cause}.",
    "We build {system} on the observation that {things} and {things} follow related patterns.",
    "{system} needs no change to user code, and it {move} {things} {measure}.",
    "A gain of {ratio} in {metric} follows {measure}.",
    "Our contributions are a model of {metric}, a planner for {things}, and a study {measure}.",
    "Why has {methods} not solved this? Partly {cause}, partly for lack of {things}.",
  ]
  static let background = [
    "By {things} we mean everything that {settings} keeps between two steps.",
    "Each of these {raise} {metric} in its own way.", "Figure 1 shows the effect {measure}.",
    "{things} are created early and released late, {cause}.", "A static policy {move} {things} in a fixed order.",
    "That order {often} fails {measure}, {cause}.", "With {methods}, the picture changes {measure}.",
    "We traced {workloads} for {count} weeks and recorded {metric} per step.",
    "Of {devices} recorded runs, {percent} show a {strong} shift.",
    "The shift {raise} {metric} by {small} {measure}.", "Hardware counters confirm this, {cause}.",
    "Lifetime, size and reuse of {things} {often} matter {measure}.", "None of them is visible to {methods} today.",
    "Let T stand for {metric} and c for the price of {things}.",
  ]
  static let design = [
    "{system} joins a tracer to a planner for {things} and an executor.",
    "The tracer samples {things} {measure} at negligible cost.",
    "Given a forecast, the planner {move} {things} so that {cost} falls.",
    "A linear program over {things} runs every {count} seconds, {cause}.",
    "{methods} enters as a constraint {measure}.", "The executor {move} {things} in the background.",
    "A plan is dropped when {metric} leaves its predicted band {measure}.", "We chose {how} over {methods}, {cause}.",
    "State stays small {measure}: {count} numbers describe {things}.",
    "Conflicts between {things} and {things} are settled by age.",
    "An earlier design used {methods} alone; it failed {measure}.",
    "An exchange argument over {things} bounds {metric} {measure}.",
    "Safety comes first: {system} never {move} {things} that are in use.",
    "If the forecast fails, {methods} takes over within {count} steps.",
    "The planner {often} finds an exact solution, {cause}.", "Its search space shrinks {measure}.",
  ]
  static let implementation = [
    "{count} thousand lines of C++ {move_plain} {things}; a Python layer wraps {methods}.",
    "Hooks in the allocator report {things} {measure}.",
    "{things} carry a tag of eight bytes, {cause}.", "The tag {raise} {metric} by less than {small}.",
    "State about {things} survives a restart {measure}.", "{methods} reuses the framework's own kernels {measure}.",
    "Kernels for {things} were written anew, {cause}.",
    "Tests replay {workloads} and compare every tensor with a "
      + "reference run.",
    "Debugging {things} took longer than {methods}, {cause}.", "The planner needs {count} megabytes {measure}, {cause}.",
  ]
  static let evaluation = [
    "Does {system} help {workloads}, when, and what does {metric} cost?",
    "{workloads} run on {devices} devices and {count} switches.",
    "Baselines are a static policy, {methods}, and the tuned setting of our operators.",
    "{system} improves {metric} by {ratio} {measure}.",
    "The gain is {strong} for {workloads}, {cause}.", "For {workloads} it drops to {small}.",
    "Table 1 breaks {metric} down {measure}.", "Removing {methods} costs {percent}, {cause}.",
    "With a wrong forecast {metric} suffers by {small} {measure}.",
    "Quality for {workloads} stays within {points} points {measure}.",
    "Doubling {things} {raise} {metric}, {cause}.", "The tuned baseline catches up {often}, {cause}.",
    "Intervals of {metric} stay within {small} {measure}.", "{percent} of the remaining time is spent on {things}.",
    "An oracle for {workloads} gains another {small} {measure}.", "Repeating {workloads} {measure} left the order unchanged.",
    "Energy falls by {percent} {measure}, {cause}.",
    "Tail behaviour is {strong}: {cost} at the 99th percentile {often} "
      + "halves.",
  ]
  static let related = [
    "Work on {methods} goes back to batch systems{cite}.", "Several systems treat {things} alone{cite}.",
    "They leave {things} to the user, {cause}{cite}.", "Learned policies for {settings} trade {metric} for generality{cite}.",
    "{methods} has been studied {measure}{cite}.", "In contrast, {system} {move} {things} {measure}.",
    "Theory explains the gap in {metric}{cite}.", "A planner for {things} comes close{cite}; it keeps {things} apart.",
    "Benchmarks for {workloads} made this comparison possible{cite}.",
  ]
  static let conclusion = [
    "With {system}, {main} become a matter of planning {measure}.", "{how} pays off {measure}, {cause}.",
    "Its limits are plain: {workloads} with uniform {things} gain little.", "Future work may join {methods} with {methods}.",
    "We hope that {settings} will expose {things} to schedulers.", "Traces of {workloads} will be released.",
    "The broader lesson concerns {metric}: it {often} hides in {things}.", "{methods} {measure} remains open, {cause}.",
  ]
}
