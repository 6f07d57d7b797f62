extension SampleVocabulary {
  static let serving: [SampleVocabulary] = [
    SampleVocabulary(
      "job scheduling; scheduling",
      things:
        "job queues; placement decisions; preemption costs; resource requests; runtime predictors; gang reservations; "
        + "fragmented devices",
      methods:
        "learned job ordering; preemption-aware packing; runtime prediction; fair-share bidding; gang placement; backfilling",
      settings: "cluster scheduling; shared accelerator pools; serverless dispatch; batch computing",
      metrics: "job completion time; queueing delay; +cluster utilization; +fairness index",
      workloads: "campus-cluster traces; batch-analytics jobs; hyperparameter sweeps; hourly serverless traces"),
    SampleVocabulary(
      "testing; debugging; monitoring",
      things:
        "silent faults; loss spikes; telemetry streams; regression tests; data drifts; non-deterministic kernels; "
        + "failing workers",
      methods:
        "differential testing; invariant inference; root-cause ranking; replay debugging; anomaly tracing; metamorphic testing",
      settings: "production monitoring; training-failure diagnosis; framework testing; model-quality assurance",
      metrics: "time to diagnosis; false-alarm rate; +fault coverage; monitoring overhead",
      workloads: "archived incident reports; injected hardware faults; framework bug suites; drifting data streams"),
    SampleVocabulary(
      "fair; interpretab; explain",
      things:
        "feature attributions; counterfactual queries; subgroup gaps; probing classifiers; concept vectors; audit logs; "
        + "explanation caches",
      methods:
        "batched attribution; subgroup auditing; amortized explanation; counterfactual search; concept probing; "
        + "constrained re-weighting",
      settings: "model auditing; online explanation; fairness monitoring; regulated decision making",
      metrics: "explanation latency; +worst-group accuracy; +audit coverage; +attribution fidelity",
      workloads: "lending decisions; triage models; job-matching models; recidivism benchmarks"),
    SampleVocabulary(
      "data preparation; cleaning",
      things:
        "near-duplicate records; label errors; tokenization passes; quality filters; join keys; ingestion pipelines; "
        + "corrupted rows",
      methods:
        "fuzzy deduplication; error-aware sampling; quality scoring; schema repair; incremental filtering; lineage tracking",
      settings: "corpus preparation; tabular data cleaning; streaming ingestion; dataset curation",
      metrics: "+cleaning throughput; +downstream accuracy; +label precision; reprocessing cost",
      workloads: "web-crawl snapshots; sensor logs; hospital tables; multilingual corpora"),
    SampleVocabulary(
      "programming model; abstraction",
      things:
        "tensor views; device meshes; dataflow graphs; sharding annotations; training loops; user-defined operators; "
        + "control-flow regions",
      methods:
        "declarative sharding; lazy tracing; graph capture; composable transformation; deferred placement; effect tracking",
      settings: "distributed programming; eager execution; multi-program training; notebook development",
      metrics: "porting effort; tracing overhead; time to first step; developer effort",
      workloads: "research prototypes; ported training scripts; graph neural networks; probabilistic programs"),
    SampleVocabulary(
      "programming language",
      things:
        "shape types; gradient programs; effect systems; array combinators; partial evaluators; differentiable loops; "
        + "type errors",
      methods:
        "source-to-source differentiation; shape inference; staged evaluation; linear typing; refinement checking; loop "
        + "fusion by rewriting",
      settings: "differentiable programming; typed tensor programming; verified numerical code; embedded array languages",
      metrics: "compile time; +share of faults rejected; +generated-code speed; annotation burden",
      workloads: "simulation codes; differentiable renderers; physics solvers; sequence models"),
    SampleVocabulary(
      "compiler; runtime",
      things:
        "tensor programs; fused kernels; dynamic shapes; memory plans; tiling schedules; launch overheads; intermediate "
        + "buffers",
      methods:
        "kernel fusion; cost-model-guided search; ahead-of-time specialization; buffer reuse; polyhedral tiling; "
        + "megakernel generation",
      settings: "dynamic-shape compilation; just-in-time compilation; edge deployment; cross-vendor code generation",
      metrics: "compile time; +kernel efficiency; launch count; peak memory",
      workloads: "diffusion models; attention variants; sparse networks; speech encoders"),
  ]

  static let hardware: [SampleVocabulary] = [
    SampleVocabulary(
      "specialized hardware",
      things:
        "systolic arrays; on-chip buffers; near-memory units; interconnect links; sparse datapaths; analog tiles; "
        + "vector engines",
      methods:
        "dataflow mapping; near-memory processing; structured sparsity; bit-serial arithmetic; buffer double-filling; "
        + "spatial partitioning",
      settings: "accelerator design; edge acceleration; chiplet-based inference; wafer-scale training",
      metrics: "energy per operation; +effective bandwidth; +area efficiency; +operator utilization",
      workloads: "convolutional backbones; graph kernels; attention layers; keyword spotters"),
    SampleVocabulary(
      "llm-based; hardware design; system optimization",
      things:
        "generated kernels; register-transfer designs; tuning knobs; verification benches; optimization hints; design "
        + "rules; compiler flags",
      methods:
        "feedback-guided generation; simulator-in-the-loop repair; knob recommendation; evolutionary rewriting; "
        + "proof-guided synthesis",
      settings: "automatic kernel writing; hardware design generation; configuration tuning; design verification",
      metrics: "+functional pass rate; +speed-up over the baseline; simulation time; power estimate",
      workloads: "open kernel suites; small processor cores; database configurations; arithmetic circuits"),
    SampleVocabulary(
      "hardware-efficient",
      things: "low-bit weights; sparse masks; token budgets; early exits; shared layers; outlier channels; lookup tables",
      methods:
        "post-training quantization; hardware-aware search; structured pruning; knowledge distillation; table-based "
        + "multiplication; outlier smoothing",
      settings: "microcontroller inference; mobile deployment; low-bit training; memory-bound decoding",
      metrics: "+accuracy at equal latency; model size; energy per inference; cache-miss rate",
      workloads: "small language models; wake-word detectors; mobile vision networks; wearable classifiers"),
  ]

  static let practice: [SampleVocabulary] = [
    SampleVocabulary(
      "visualization",
      things:
        "embedding maps; training dashboards; attention views; prediction slices; linked plots; run histories; error clusters",
      methods:
        "progressive rendering; sketch-based aggregation; linked brushing; slice discovery; on-demand projection; "
        + "streaming summarization",
      settings: "interactive model analysis; experiment tracking; large-scale data exploration; prediction debugging",
      metrics: "interaction latency; time to insight; +rendering throughput; +participants' accuracy",
      workloads: "million-point embeddings; month-long training runs; image-classification errors; tabular predictions"),
    SampleVocabulary(
      "benchmark; dataset; tooling",
      things:
        "benchmark suites; leaderboard entries; measurement harnesses; trace archives; reference implementations; "
        + "contaminated items; noisy repetitions",
      methods:
        "variance-aware measurement; trace synthesis; contamination checking; workload distillation; adaptive "
        + "repetition; power-aware scoring",
      settings: "reproducible benchmarking; trace-driven evaluation; end-to-end measurement; community evaluation",
      metrics: "+rank stability; measurement cost; +coverage of real use; run-to-run variance",
      workloads: "public leaderboards; donated production traces; closed-loop load tests; laptop-scale suites"),
  ]
}
