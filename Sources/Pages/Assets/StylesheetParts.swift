/// Cards, badges, tables, charts and the things pages are made of.
let stylesheetParts = #"""
  .card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.2rem 1.3rem;
    box-shadow: var(--shade); min-width: 0; }
  .card > :last-child, .inside > :last-child, .notice > :last-child, form.card > :last-child { margin-bottom: 0; }
  .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem; }
  .card + .card.review, .review + .review { margin-top: 1rem; }
  .badge { display: inline-block; font: 600 .8125rem/1.3 var(--sans); padding: .15rem .55rem; border-radius: 99px;
    color: var(--soft);
    background: var(--neutral-wash); white-space: nowrap; vertical-align: .08em; }
  .badge.good { color: var(--good); background: var(--good-wash); } .badge.bad { color: var(--bad);
    background: var(--bad-wash); }
  .long { overflow-wrap: anywhere; white-space: pre-wrap; }
  .badge.warning { color: var(--warn); background: var(--warn-wash); }
  .badge.progress { display: inline-block; color: var(--accent); background: var(--wash); }
  .notice { border-radius: 8px; padding: .85rem 1.1rem; margin: 0 0 1.25rem; background: var(--wash);
    border-left: 4px solid var(--accent); }
  .notice.good { background: var(--good-wash); border-color: var(--good); }
  .notice.warning { background: var(--warn-wash); border-color: var(--warn); }
  .notice.bad { background: var(--bad-wash); border-color: var(--bad); }
  .notice h2, .notice h3 { font-size: 1.1rem; } .notice a { color: inherit; }
  .standing.warning { border-left: 4px solid var(--warn); }
  .outcome { border-left: 4px solid var(--edge); } .outcome.good { border-left-color: var(--good); }
  .outcome.bad { border-left-color: var(--bad); }
  details { margin: .5rem 0; } summary { cursor: pointer; color: var(--accent); padding: .25rem 0; font-weight: 500;
    min-height: 1.5rem; }
  .inside { padding: .5rem 0 .5rem 1.1rem; }
  .doors { list-style: none; padding: 0; display: grid; gap: .75rem; margin: 1.25rem 0 0;
    grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); }
  .doors a { display: block; height: 100%; padding: 1rem 1.2rem; background: var(--card); border: 1px solid var(--line);
    border-radius: 10px;
    text-decoration: none; color: var(--ink); box-shadow: var(--shade); }
  .doors li > a:hover { border-color: var(--accent); } .doors strong { display: block; color: var(--accent); }
  .doors li > span { display: block; padding: .3rem 1.2rem; } .doors a > span { color: var(--soft); font-size: .9375rem; }
  .papers { list-style: none; padding: 0; display: grid; gap: 1rem; } .papers li { margin: 0; }
  .paper h2, .paper h3 { font-size: 1.2rem; margin-bottom: .4rem; } .paper h2 a, .paper h3 a { text-decoration: none; }
  .paper h2 a:hover, .paper h3 a:hover { text-decoration: underline; } .paper p:last-child, .paper .field { margin-bottom: 0; }
  .topics { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem .4rem; }
  .topics li { font-size: .875rem; padding: .1rem .6rem; border: 1px solid var(--line); border-radius: 99px;
    color: var(--soft); margin: 0; }
  .topics .free { border-style: dashed; }
  .tags { list-style: none; padding: 0; margin: .3rem 0 .4rem; display: flex; flex-wrap: wrap; gap: .25rem .35rem; }
  .tags li { margin: 0; } .tag { font: 500 .8125rem/1.4 var(--sans); padding: .05rem .45rem; border-radius: 4px;
    border: 1px solid var(--line); color: var(--soft); white-space: nowrap; }
  .tag.red { color: var(--bad); background: var(--bad-wash); border-color: var(--bad); }
  .tag.yellow { color: var(--warn); background: var(--warn-wash); border-color: var(--warn); }
  .tag.green { color: var(--good); background: var(--good-wash); border-color: var(--good); }
  .tag.blue { color: var(--accent); background: var(--wash); border-color: var(--accent); }
  .tag.grey { color: var(--ink); background: var(--neutral-wash); border-color: var(--edge); }
  .abstract, .quoted { font: 1.0625rem/1.6 var(--serif); max-width: 46rem; } .card .quoted { font-size: 1rem; }
  .facts { display: grid; gap: .3rem; } .facts div { display: flex; flex-wrap: wrap; gap: 0 .75rem; }
  .facts dt, .labelled dt { color: var(--soft); } .facts dd, .labelled dd { margin: 0; } .labelled dd { margin-bottom: .6rem; }
  .scores { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: .3rem 1.5rem;
    margin: .4rem 0 0; }
  .scores dt { color: var(--soft); font-size: .875rem; } .scores dd { margin: 0; }
  .rows { list-style: none; padding: 0; } .rows > li { display: flex; flex-wrap: wrap; gap: .4rem 1rem;
    justify-content: space-between;
    align-items: center; padding: .55rem 0; border-bottom: 1px solid var(--line); margin: 0; }
  .files { list-style: none; padding: 0; } .files li { display: flex; flex-wrap: wrap; gap: .4rem .75rem; align-items: center;
    margin-bottom: .6rem; }
  .file { border-left: 3px solid var(--line); padding-left: .8rem; margin: .8rem 0; } .file p { margin: 0 0 .2rem; }
  .hash code { font-size: .75rem; color: var(--soft); }
  .history { list-style: none; padding: 0; } .history li { display: grid; grid-template-columns: 8.5rem 1fr; gap: .75rem;
    padding: .3rem 0; }
  .history time { color: var(--soft); font-size: .9375rem; }
  .findings { list-style: none; padding: 0; } .findings > li { border-left: 4px solid var(--edge);
    padding: .1rem 0 .1rem 1rem; margin-bottom: 1rem; }
  .findings .warning { border-color: var(--warn); } .findings .bad { border-color: var(--bad); }
  .findings p { margin-bottom: .25rem; }
  .place img { display: block; width: 100%; max-width: 36rem; height: auto; background: #fff; border: 1px solid var(--line);
    border-radius: 6px; }
  .thread { list-style: none; padding: 0; } .comment { background: var(--card); border: 1px solid var(--line);
    border-radius: 10px;
    padding: .8rem 1.1rem; margin-bottom: .75rem; max-width: 46rem; } .comment p:last-child { margin: 0; }
  .comment .by { margin-bottom: .25rem; }
  .comment.own { background: var(--wash); margin-left: auto; }
  .compare { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; } .compare h3 { grid-column: 1 / -1;
    margin-top: .75rem; }
  .scroll { overflow-x: auto; margin: 0 0 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
  table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
  th, td { text-align: left; vertical-align: top; padding: .6rem .9rem; border-bottom: 1px solid var(--line); }
  tbody tr:last-child > * { border-bottom: 0; } tbody th { font-weight: 500; min-width: 14rem; }
  tbody tr:hover { background: var(--wash); }
  thead th { font-weight: 600; font-size: .875rem; color: var(--soft); white-space: nowrap; }
  .order { color: inherit; text-decoration: none; display: inline-block; min-height: 1.5rem; }
  .order:hover { text-decoration: underline; }
  .figure { font-variant-numeric: tabular-nums; white-space: nowrap; } td select { min-width: 9rem; }
  #changes td:last-child { min-width: 11rem; } #calendar-table td { min-width: 8.5rem; }
  td input[type=checkbox] { width: 1.5rem; height: 1.5rem; accent-color: var(--accent); }
  tr.past > * { color: var(--soft); } tr.current > * { background: var(--wash); font-weight: 600; }
  .reasons { list-style: none; padding: 0; } .reasons > li { padding: .5rem 0; } .reasons p { margin: 0; }
  .pairs { list-style: none; padding: 0; margin: 0; } .pairs li { display: flex; justify-content: space-between; gap: .75rem;
    align-items: center;
    margin: 0 0 .2rem; } .rules ul { max-width: 46rem; } .rules li { margin-bottom: .35rem; }
  .figures { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr));
    gap: .75rem; }
  .figures + .cards, .cards + .cards { margin-top: 1rem; }
  .figures li { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .9rem 1.1rem; margin: 0; }
  .figures a { text-decoration: none; color: inherit; display: block; } .figures a:hover .label { text-decoration: underline; }
  .value { display: block; font: 600 1.9rem/1.15 var(--serif); color: var(--accent);
    font-variant-numeric: lining-nums tabular-nums; }
  .figures .soft { display: block; font-size: .875rem; }
  .tasks { list-style: none; padding: 0; } .tasks li { padding: .55rem .9rem; border-left: 4px solid var(--line);
    margin-bottom: .4rem; }
  .tasks .urgent { border-color: var(--warn); background: var(--warn-wash); border-radius: 0 8px 8px 0; }
  .timeline { list-style: none; padding: 0; margin: 0 0 .5rem; } .timeline li { display: grid; gap: 0 1.25rem;
    align-items: center; padding: .4rem 0;
    grid-template-columns: 11rem minmax(8rem, 1fr) minmax(0, 25rem); }
  .timeline svg { width: 100%; height: 14px; display: block; } .timeline .what { font-weight: 600; }
  .timeline .when { font-size: .9375rem; color: var(--soft); }
  .rail { fill: var(--line); } .span { fill: var(--edge); } .current .span { fill: var(--accent); }
  .past .span { fill: var(--line); }
  .today { fill: var(--bad); } .key { width: 12px; height: 12px; vertical-align: -1px; } .past .what { color: var(--soft);
    font-weight: 500; }
  .chart { margin: .5rem 0 0; } .chart svg { width: 100%; height: auto; display: block; max-width: 32rem; }
  .chart.wide { overflow-x: auto; } .chart.wide svg { max-width: none; min-width: 45rem; } .chart.wide a text { fill: var(--accent); }
  .chart figcaption { font-weight: 600; margin-bottom: .5rem; }
  .chart text { font: 11px var(--sans); fill: var(--soft); } .grid { stroke: var(--line); } svg .line { fill: none;
    stroke: var(--accent); stroke-width: 2; }
  .area { fill: var(--wash); } .ceiling { stroke: var(--warn); stroke-dasharray: 4 4; } .column { fill: var(--accent); }
  .levels { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0 2rem; }
  .levels .field { margin-bottom: .9rem; }
  @media (max-width: 52rem) { .timeline li { grid-template-columns: 1fr; gap: .15rem; padding: .6rem 0; }
    .history li { grid-template-columns: 1fr; gap: 0; }
    .compare { grid-template-columns: 1fr; } }
  @media (max-width: 40rem) { .card { padding: 1rem; } .figures { grid-template-columns: repeat(2, 1fr); }
    tbody th { min-width: 11rem; } .bulk { margin-left: 0; } }

  """#
