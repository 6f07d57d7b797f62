/// Sentences of a made-up paper's body. Short fixed runs between the filled-in words keep two papers from sharing
/// long passages, which a similarity search would rightly report.
enum SampleBodyPhrases {
  static let shared: [String: [String]] = [
    "often": ["often", "rarely", "usually", "sometimes", "seldom", "frequently"],
    "strong": ["marked", "modest", "consistent", "surprising", "small", "clear", "noticeable", "uneven"],
    "raise": ["limits", "shapes", "dominates", "obscures", "governs", "affects", "explains", "weighs on"],
    "move": ["moves", "splits", "merges", "reorders", "delays", "pins", "releases", "compresses", "groups"],
    "cause": [
      "because {things} are shared", "since {things} arrive in bursts", "as {things} outlive their owners",
      "although {methods} is cheap", "once {things} exceed a threshold", "unless {methods} intervenes",
      "whenever {workloads} change phase", "while {things} are being rebuilt",
    ],
    "measure": [
      "on {devices} devices", "over {count} runs", "for {workloads}", "in {settings}", "with {methods} enabled",
      "at {percent} load", "after warm-up", "without tuning",
    ],
  ]

  /// Sentences that fit into any section but the last two.
  static let general = [
    "A closer look at {things} shows why.", "{workloads} and {workloads} differ here: the former stress {things}.",
    "The effect is {strong} {measure}, and vanishes {cause}.", "We return to {metric} below.", "It is tempting to blame {methods}.",
    "The numbers do not support that view, {cause}.", "{things} account for {percent} of the difference {measure}.",
    "Two details deserve mention.", "First, {things} are never copied twice.", "Second, {methods} stays off {measure}.",
    "Consider {workloads} {measure}.", "There, {metric} {often} follows {things} with a short delay.",
    "The same holds for {things}, {cause}.", "An operator would see nothing but {metric}.", "This is deliberate, {cause}.",
    "In {settings} the opposite is {often} true.", "A factor of {ratio} separates the best from the worst case {measure}.",
    "Nothing in {methods} depends on the vendor.", "The remaining {percent} are lost to {things}.", "That choice {raise} {cost} only {measure}.",
    "Put differently, {things} should be cheap to move {measure}.", "We found no run in which {things} were idle for long.",
    "For {workloads} this matters less, {cause}.", "Users {often} notice {metric} before anyone notices {things}.",
    "Both effects add up {measure}.", "Neither {methods} nor {methods} would have revealed this.", "The cost is modest: {small} {measure}.",
    "What looks like noise in {metric} is {often} a sign of {things}.", "Hence {system} treats {things} as a budget.",
    "A simple rule covers {percent} of the cases.", "The rest is left to {methods}, {cause}.",
  ]

  static let introduction = [
    "{main} have grown faster than the hardware beneath them.", "In {settings}, {metric} decides what can be built at all.",
    "A team that tunes {things} by hand gains {percent}, {cause}.", "We ask whether {how} can do the same without a human.",
    "The difficulty lies in {things}: they {often} hide from the scheduler, {cause}.",
    "Published remedies rely on {methods} and {raisethem}.", "Our measurements {measure} tell another story.",
    "{percent} of all {things} were touched only once {measure}.", "This waste {raise} {metric}, {cause}.",
    "We build {system} on the observation that {things} and {things} follow related patterns.",
    "{system} needs no change to user code, and it {move} {things} {measure}.",
    "A gain of {ratio} in {metric} follows {measure}.", "Our contributions are a model of {metric}, a planner for {things}, and a study {measure}.",
    "Why has this not been done before? Partly for lack of traces, partly for lack of need.",
  ]
  static let background = [
    "By {things} we mean everything that {settings} keeps between two steps.",
    "Each of these {raise} {metric} in its own way.", "Figure 1 shows the effect {measure}.",
    "{things} are created early and released late, {cause}.", "A static policy {move} {things} in a fixed order.",
    "Such an order is {often} wrong, {cause}.", "With {methods}, the picture changes {measure}.",
    "We traced {workloads} for {count} weeks and recorded {metric} per step.", "Of {devices} recorded runs, {percent} show a {strong} shift.",
    "The shift {raise} {metric} by {small} {measure}.", "Hardware counters confirm this, {cause}.",
    "Three properties matter below: lifetime, size, and reuse of {things}.", "None of them is visible to {methods} today.",
    "We write T for {metric} and c for the cost of moving one of the {things}.",
  ]
  static let design = [
    "{system} has three parts: a tracer, a planner, and an executor.", "The tracer samples {things} {measure} at negligible cost.",
    "Given a forecast, the planner {move} {things} so that {cost} falls.", "It solves a small linear program every {count} seconds, {cause}.",
    "{methods} enters as a constraint, not as a goal.", "The executor {move} {things} in the background.",
    "A plan is dropped when {metric} leaves its predicted band {measure}.", "We chose {how} over {methods}, {cause}.",
    "This keeps the state small: {count} numbers for each of the {things}.", "Conflicts between {things} and {things} are settled by age.",
    "An earlier design used {methods} alone; it failed {measure}.", "The bound on {metric} follows from the exchange argument in the appendix.",
    "Safety comes first: {system} never {move} {things} that are in use.", "If the forecast fails, {methods} takes over within {count} steps.",
    "The planner {often} finds an exact solution, {cause}.", "Its search space shrinks {measure}.",
  ]
  static let implementation = [
    "{system} consists of {count} thousand lines of C++ and a thin Python layer.", "We hook the allocator and the launcher {measure}.",
    "{things} carry a tag of eight bytes, {cause}.", "The tag {raise} {metric} by less than {small}.",
    "All state survives a restart: the executor logs what it {move}.", "{methods} reuses the framework's own kernels {measure}.",
    "Where a kernel was missing we wrote one, {cause}.", "Tests replay {workloads} and compare every tensor with a reference run.",
    "Debugging {things} took longer than {methods}, {cause}.", "The planner runs on one core and uses {count} megabytes {measure}.",
  ]
  static let evaluation = [
    "We ask three questions: does {system} help, when, and at what price?", "The testbed has {devices} devices and a flat network.",
    "Baselines are a static policy, {methods}, and the tuned setting of our operators.", "{system} improves {metric} by {ratio} {measure}.",
    "The gain is {strong} for {workloads}, {cause}.", "For {workloads} it drops to {small}.",
    "Table 1 breaks {metric} down {measure}.", "Removing {methods} costs {percent}, {cause}.",
    "With a wrong forecast {metric} suffers by {small} {measure}.", "Quality stays within {points} points of the reference {measure}.",
    "Doubling {things} {raise} {metric}, {cause}.", "The tuned baseline catches up {often}, {cause}.",
    "Confidence intervals are narrower than the markers {measure}.", "{percent} of the remaining time is spent on {things}.",
    "An oracle that knows {workloads} in advance gains another {small}.", "We repeated the study {measure} and saw the same order.",
    "Energy falls by {percent} {measure}, {cause}.", "Tail behaviour is {strong}: {cost} at the 99th percentile {often} halves.",
  ]
  static let related = [
    "Work on {methods} goes back to batch systems{cite}.", "Several systems treat {things} alone{cite}.",
    "They leave {things} to the user, {cause}{cite}.", "Learned policies for {settings} trade {metric} for generality{cite}.",
    "{methods} has been studied {measure}{cite}.", "In contrast, {system} {move} {things} {measure}.",
    "Theory explains the gap in {metric}{cite}.", "Closest to ours is a planner for {things}{cite}; it assumes that {things} are independent.",
    "Benchmarks for {workloads} made this comparison possible{cite}.",
  ]
  static let conclusion = [
    "We presented {system}, which treats {main} as a planning problem.", "{how} pays off {measure}, {cause}.",
    "Its limits are plain: {workloads} with uniform {things} gain little.", "Future work may join {methods} with {methods}.",
    "We hope that {settings} will expose {things} to schedulers.", "All traces will be released {measure}.",
    "The broader lesson concerns {metric}: it {often} hides in {things}.", "What remains open is {methods} {measure}.",
  ]
}
