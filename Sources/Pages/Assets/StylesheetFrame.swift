/// Header, navigation, banner, main column, footer and print.
let stylesheetFrame = #"""
  .top { background: var(--card); border-bottom: 1px solid var(--line); }
  .bar { max-width: 70rem; margin: 0 auto; padding: .35rem 1.25rem; display: flex; flex-wrap: wrap; align-items: center;
    gap: 0 1.5rem; }
  .brand { font: 600 1.2rem/1 var(--serif); color: var(--ink); text-decoration: none; padding: .8rem 0; }
  .bar nav { flex: 1 1 auto; }
  .top nav ul, .sub ul, .jump ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem .25rem; }
  .top nav li, .sub li, .jump li { margin: 0; }
  .top nav a, .sub a { display: block; padding: .55rem .7rem; text-decoration: none; color: var(--soft); border-radius: 6px; }
  .top nav a:hover, .sub a:hover { color: var(--ink); background: var(--wash); }
  .top nav a[aria-current], .sub a[aria-current] { color: var(--accent); font-weight: 600; }
  .viewer { display: flex; align-items: center; gap: .75rem; }
  .viewer > a:not(.button) { color: var(--ink); text-decoration: none; padding: .4rem 0; max-width: 12rem; overflow: hidden;
    text-overflow: ellipsis; white-space: nowrap; }
  .viewer > a:not(.button):hover { text-decoration: underline; }
  .phase { background: var(--wash); border-top: 1px solid var(--line); }
  .phase p { max-width: 70rem; margin: 0 auto; padding: .5rem 1.25rem; font-size: .9375rem; }
  main { flex: 1 0 auto; width: 100%; max-width: 70rem; margin: 0 auto; padding: 1.75rem 1.25rem 4rem; }
  main > section, .seen > section, .paper-side > section, .review-side > section { margin-top: 2.25rem; }
  main > p, main > section > p, main > ul:not([class]) { max-width: 46rem; }
  .narrow-page { max-width: 32rem; margin: 0 auto; } .narrow-page > section { margin-top: 1.5rem; }
  .sub { border-bottom: 1px solid var(--line); margin: -.75rem 0 1.75rem; }
  .sub a { border-radius: 0; border-bottom: 3px solid transparent; margin-bottom: -1px; padding: .55rem .1rem;
    margin-right: .9rem; }
  .sub a:hover { background: none; border-color: var(--line); }
  .sub a[aria-current] { border-color: var(--accent); }
  .jump { margin-bottom: 1rem; } .jump ul { gap: .25rem 1rem; } .jump a { display: inline-block; padding: .2rem 0; }
  .bottom { border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
  .bottom p { max-width: 70rem; margin: 0 auto; padding: .6rem 1.25rem 0; } .bottom p:last-child { padding-bottom: 1rem; }
  .title-row { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .5rem 1.5rem;
    margin-bottom: .75rem; }
  .title-row h1 { margin: 0; }
  .over { margin: 0 0 .35rem; color: var(--soft); font-size: .9375rem; display: flex; flex-wrap: wrap; gap: .25rem .75rem;
    align-items: center; }
  .authors { font: 1.0625rem/1.5 var(--serif); max-width: 50rem; }
  .hero { padding: 1.25rem 0 .5rem; } .hero h1 { font-size: clamp(2.2rem, 1.6rem + 3vw, 3.5rem); }
  .big-moment { font: 1.25rem/1.4 var(--serif); }
  .beside { display: grid; gap: 0 2.5rem; }
  @media (min-width: 64rem) {
    .beside { grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); }
    .paper-side { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding-right: .5rem; }
  }
  @media (max-width: 40rem) {
    .bar { padding: .2rem 1rem; } .bar nav { order: 3; flex-basis: 100%; margin: 0 -.7rem; }
    .brand { flex: 1; } .viewer > a:not(.button) { max-width: 8rem; }
    .phase p, .bottom p { padding-left: 1rem; padding-right: 1rem; } main { padding: 1.25rem 1rem 3rem; }
    .sub { margin-top: -.5rem; overflow: auto hidden; scrollbar-width: none; } .sub ul { flex-wrap: nowrap;
    white-space: nowrap; }
  }
  @media (prefers-reduced-motion: no-preference) { button, .button, a { transition: background-color .12s, color .12s; } }
  @media print {
    :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #000; --shade: none; }
    .bar nav, .viewer, .sub, .jump, .actions, .skip, form:not(:has(textarea)), .row-buttons,
  .filter { display: none !important; }
    main { max-width: none; padding: 0; } .beside { display: block; } .paper-side { max-height: none; position: static; }
    details > .inside { display: block; } .card, li, tr { break-inside: avoid; }
    a { color: inherit; } body { font-size: 10.5pt; }
  }

  """#
