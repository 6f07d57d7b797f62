/// Controls, buttons, problems and dialogs.
let stylesheetForms = #"""
  :is(form, fieldset).stack > * { margin-bottom: 1.1rem; }
  :is(form, fieldset).stack > :last-child { margin-bottom: 0; }
  .seen-form { border: 1px dashed var(--edge); border-radius: 8px; padding: 1rem; margin: 0 0 1rem; }
  .seen-form.inline { display: inline-flex; gap: .3rem; padding: 0; border: 0; margin: 0; }
  .seen button:disabled, .seen :disabled button { cursor: not-allowed; opacity: .6; }
  form.stack > section { margin: 2.5rem 0 0; padding-top: 1.5rem; border-top: 1px solid var(--line); }
  form.stack > section:first-of-type { margin-top: 1rem; } form.inline { display: inline-flex; gap: .3rem;
    align-items: center; margin: 0; }
  .field { border: 0; padding: 0; margin: 0 0 1.25rem; min-width: 0; max-width: 46rem; }
  .field.narrow { max-width: 22rem; } .field.code { max-width: none; } .code .field { max-width: none; }
  .code textarea { font: .875rem/1.5 var(--mono); tab-size: 2; }
  label, legend { font-weight: 600; padding: 0; }
  .field > label, .field > legend { display: block; margin-bottom: .2rem; }
  .tick > label { font-weight: 400; } fieldset { min-width: 0; }
  .help { color: var(--soft); font-size: .9375rem; margin: 0 0 .35rem; max-width: 46rem; }
  input:not([type=checkbox], [type=radio], [type=hidden]), textarea, select { width: 100%; font: inherit; color: inherit;
    background: var(--card); border: 1px solid var(--edge); border-radius: 6px; padding: .55rem .7rem; min-height: 2.75rem; }
  textarea { line-height: 1.5; resize: vertical; field-sizing: content; min-height: 4.6rem; max-height: 40rem; }
  textarea:is([rows="7"], [rows="10"], [rows="12"]) { min-height: 11.5rem; } textarea[rows="24"] { min-height: 36rem;
    max-height: none; }
  select { padding-right: 2rem; max-width: 100%; text-overflow: ellipsis; }
  input[type=file] { padding: .5rem; } input[type=number] { max-width: 10rem; }
  input:focus-visible, textarea:focus-visible, select:focus-visible { outline-offset: 0; }
  [aria-invalid=true] { border-color: var(--bad) !important; border-width: 2px !important; }
  .has-problem { border-left: 4px solid var(--bad); padding-left: .9rem; }
  .problem { color: var(--bad); font-weight: 600; margin: .3rem 0 0; }
  .lack { color: var(--warn); margin: .3rem 0 0; font-size: .9375rem; }
  .counter { color: var(--soft); font-size: .875rem; margin: .25rem 0 0; font-variant-numeric: tabular-nums; }
  .counter.over-limit { color: var(--bad); font-weight: 600; }
  .tick { display: grid; grid-template-columns: auto 1fr; gap: 0 .65rem; align-items: start; padding: .3rem 0; }
  .tick > :not(input, label) { grid-column: 2; margin-bottom: 0; }
  .tick > input { width: 1.25rem; height: 1.25rem; margin: .13rem 0 0; accent-color: var(--accent); }
  .tick > label { min-height: 1.5rem; }
  .inline .choices { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
  .choices.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: 0 1.5rem; }
  .choices > [hidden] { display: none; } .field:has(> .choices.grid) { max-width: none; }
  .extra, .wanted { margin: .6rem 0 .4rem; padding: .9rem 1rem .1rem; border-left: 3px solid var(--line); }
  .wanted { margin-left: .6rem; }
  @supports selector(:has(*)) {
    .tick:not(:has(> input:checked)) > .extra, fieldset:not(:has([data-wants]:checked)) > .wanted { display: none; }
  }
  .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: 0 1.25rem; }
  .people-rows { list-style: none; padding: 0; }
  .person-row { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .8rem 1rem .5rem;
    margin-bottom: .75rem; }
  .person-row fieldset { border: 0; padding: 0; margin: 0; }
  .person-row legend { font-size: .875rem; color: var(--soft); padding: 0; margin-bottom: .4rem; }
  .person-row .field { margin-bottom: .7rem; } .person-row label { font-size: .9375rem; }
  .row-end { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .5rem 1rem; }
  .row-buttons { display: flex; gap: .35rem; margin-left: auto; }
  button, .button { display: inline-flex; align-items: center; justify-content: center; font: 600 1rem/1.2 var(--sans);
    min-height: 2.75rem; padding: .5rem 1.1rem; border: 1px solid var(--accent); border-radius: 6px; cursor: pointer;
    background: var(--accent); color: var(--on-accent); text-decoration: none; }
  button:hover, .button:hover { background: var(--accent-hover); color: var(--on-accent); }
  .quiet { background: transparent; color: var(--accent); border-color: var(--edge); }
  .quiet:hover { background: var(--wash); color: var(--accent); }
  .danger { background: var(--bad); border-color: var(--bad); color: var(--card); }
  .danger:hover { background: var(--bad); filter: brightness(.92); color: var(--card); }
  .quiet.danger { background: transparent; color: var(--bad); } .quiet.danger:hover { background: var(--bad-wash); }
  .small { min-height: 2rem; min-width: 2rem; padding: .2rem .6rem; font-size: .9375rem; }
  .viewer .quiet { min-height: 2.25rem; padding: .3rem .8rem; font-size: .9375rem; font-weight: 500; }
  button:disabled { opacity: .45; cursor: default; }
  .actions { display: flex; flex-wrap: wrap; gap: .6rem .75rem; align-items: center; margin: 1rem 0 0; }
  .actions.sticky { position: sticky; bottom: 0; background: var(--paper); border-top: 1px solid var(--line);
    padding: .75rem 0; margin-top: 2rem; z-index: 2; }
  @media (max-width: 40rem) {
    .actions.sticky { padding: .5rem 0; } .actions.sticky > button { flex: 1 1 auto; padding: .5rem .7rem; }
    .actions.sticky > .soft:not([data-saved]) { display: none; } .actions.sticky > [data-saved] { font-size: .8125rem; }
  }
  form:has(> .sticky) :is(input, textarea, select, button) { scroll-margin-bottom: 6rem; }
  .bulk { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-left: auto; } .bulk select { width: auto; }
  .filter { display: flex; flex-wrap: wrap; gap: .6rem .9rem; align-items: end; margin: 0 0 1rem; }
  .filter .field { margin: 0; flex: 0 1 14rem; } .filter .field:first-child { flex: 1 1 16rem; max-width: 26rem; }
  .filter .grows.grows { max-width: none; }
  .filter > button { margin: 0; } form:not(.filter) + .filter, p + .filter { margin-top: 1.5rem; }
  .progress { display: flex; gap: .75rem; align-items: center; } .progress[hidden] { display: none; }
  progress { width: 100%; height: .75rem; accent-color: var(--accent); }
  dialog { border: 1px solid var(--line); border-radius: 10px; padding: 1.5rem; max-width: min(28rem, calc(100vw - 2rem));
    background: var(--card); color: var(--ink); box-shadow: 0 12px 48px rgb(0 0 0 / .25); }
  dialog::backdrop { background: rgb(15 18 24 / .5); } dialog p { font-size: 1.0625rem; }

  """#
