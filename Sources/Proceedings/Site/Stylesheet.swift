extension Volume {
  /// System fonts, both colour schemes, one column on a phone, and paper.
  static let stylesheet = """
    :root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --ground: #ffffff; --line: #d0d7de; --link: #0b57a4;
      --tint: #f3f6f9; --good: #1a6b3c; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --soft: #a3adb8; --ground: #14181d; --line: #39424c;
      --link: #7fb8f0; --tint: #1d232a; --good: #7fd0a1; } }
    * { box-sizing: border-box; }
    body { margin: 0; color: var(--ink); background: var(--ground); overflow-wrap: anywhere;
      font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", sans-serif; }
    header, main, footer { max-width: 52rem; margin: 0 auto; padding: 0 1rem; }
    header nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: .75rem 0; border-bottom: 1px solid var(--line); }
    header a { padding: .25rem 0; }
    .home { font-weight: 700; text-decoration: none; }
    a { color: var(--link); text-underline-offset: .15em; }
    a:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--ground); padding: .5rem; }
    h1 { font-size: 1.7rem; line-height: 1.25; margin: 1.5rem 0 .75rem; }
    h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
    h3 { font-size: 1.05rem; line-height: 1.35; margin: 0; }
    .lead { font-size: 1.1rem; color: var(--soft); }
    .papers, .byline, .sessions, .badges, .index ul, .references { list-style: none; padding: 0; margin: 0; }
    .papers > li { padding: .9rem 0; border-bottom: 1px solid var(--line); }
    .papers p, .byline li { margin: .2rem 0; }
    .references li { margin: .75rem 0; }
    .meta, .affiliation, footer { color: var(--soft); }
    .byline a { white-space: nowrap; }
    .sessions { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
    .badges { display: flex; flex-wrap: wrap; gap: .4rem .8rem; margin-top: .3rem; }
    .badge { border: 1px solid currentColor; border-radius: 1rem; padding: .05rem .7rem; font-size: .85rem; color: var(--good); }
    .index dt { font-weight: 600; margin-top: .8rem; }
    .index dd { margin: 0; }
    pre { overflow-x: auto; background: var(--tint); border: 1px solid var(--line); border-radius: .4rem; padding: .8rem;
      font-size: .85rem; overflow-wrap: normal; }
    table { width: 100%; border-collapse: collapse; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); }
    th:last-child, td:last-child { text-align: right; padding-right: 0; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    footer { border-top: 1px solid var(--line); margin-top: 3rem; font-size: .9rem; }
    @media print { header, .skip, .files { display: none; } body { font-size: 10pt; } a { color: inherit; } }

    """
}
