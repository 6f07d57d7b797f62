/// Colours, type and the plain elements.
let stylesheetGround = #"""
  :root {
    --paper: #faf8f3; --card: #fff; --ink: #1d2026; --soft: #575d67; --line: #e0dcd1; --edge: #81868f;
    --accent: #1d4f7c; --accent-hover: #163d61; --on-accent: #fff; --wash: #e9f0f6;
    --good: #1a6439; --good-wash: #e3f2e8; --warn: #7d4f00; --warn-wash: #fcf0d6;
    --neutral-wash: #eceae4; --bad: #9c1f1f; --bad-wash: #fbe8e5;
    --shade: 0 1px 2px rgb(40 34 20 / .06), 0 4px 16px rgb(40 34 20 / .04);
    --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, "Book Antiqua", Georgia, serif;
    --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
    --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
    color-scheme: light dark;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --paper: #15171b; --card: #1c1f25; --ink: #e9e6df; --soft: #a9aeb8; --line: #333740; --edge: #7d838e;
      --accent: #93c0ec; --accent-hover: #b4d4f3; --on-accent: #0c1c2c; --wash: #202c39;
      --good: #8bd3a5; --good-wash: #1a2e22; --warn: #eec373; --warn-wash: #322813;
      --neutral-wash: #2b2f37; --bad: #f3a39b; --bad-wash: #3a1e1c; --shade: none;
    }
  }
  *, *::before, *::after { box-sizing: border-box; }
  html { font: 100%/1.55 var(--sans); color: var(--ink); background: var(--paper); scroll-padding-top: 1rem;
    -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
  body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; overflow-wrap: break-word; }
  h1, h2, h3, h4 { font-family: var(--serif); font-weight: 600; line-height: 1.2; margin: 0 0 .5rem; text-wrap: balance; }
  h1 { font-size: clamp(1.6rem, 1.3rem + 1.5vw, 2.25rem); letter-spacing: -.01em; }
  h2 { font-size: 1.35rem; } h3 { font-size: 1.1rem; }
  .cards + h3 { margin-top: 1.75rem; }
  h4 { font: 600 .8125rem/1.4 var(--sans); color: var(--soft); margin: 1.1rem 0 .25rem; }
  p, ul, ol, dl, figure, blockquote { margin: 0 0 .9rem; }
  ul, ol { padding-left: 1.3rem; } li { margin-bottom: .2rem; }
  p, li, dd { text-wrap: pretty; }
  a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .18em; }
  a:hover { color: var(--accent-hover); text-decoration-thickness: .12em; }
  code, pre { font: .875em/1.5 var(--mono); }
  code { overflow-wrap: anywhere; }
  pre.letter { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--paper); border: 1px solid var(--line);
    border-radius: 6px; padding: 1rem; margin: 0; max-width: 80ch; }
  blockquote { border-left: 3px solid var(--line); padding-left: 1rem; margin-left: 0; color: var(--soft); }
  time { white-space: normal; } time.brief { white-space: nowrap; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
  main:focus { outline: none; }
  .unseen { position: absolute; width: 1px; height: 1px; padding: 0; margin: -1px; overflow: hidden; clip-path: inset(50%);
    white-space: nowrap; border: 0; }
  .skip { position: absolute; left: -999rem; background: var(--card); padding: .75rem 1rem; z-index: 10; }
  .skip:focus { left: .5rem; top: .5rem; }
  .soft { color: var(--soft); font-size: .9375em; }
  .lead { font: 1.2rem/1.45 var(--serif); color: var(--soft); max-width: 44rem; }
  .nothing { color: var(--soft); padding: 1rem 0; }
  .hidden-note { color: var(--soft); font-style: italic; }
  .ok { color: var(--good); } .number { color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
  .left { white-space: nowrap; font-weight: 600; color: var(--warn); }

  """#
