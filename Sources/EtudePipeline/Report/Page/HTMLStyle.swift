/// The style of all pages: colours that keep a contrast of 4.5 for words and 3 for plots, light, dark and on paper.
enum HTMLStyle {
    /// The style sheet.
    static let text = """
        :root { color-scheme: light dark; --ink: #1b1b1b; --soft: #565656; --paper: #fff; --faint: #f3f4f6; --line: #c9ccd1;
          --link: #0b57a4; --keep: #2e6fa8; --loss: #c2571a; --pass: #2e6fa8; --fail: #c2571a; --unknown: #7a7a7a;
          --h0: #f3f4f6; --h1: #d6e6f4; --h2: #abd0e6; --h3: #6aaed6; --h4: #2e6fa8; --h5: #08418a;
          --on1: #1b1b1b; --on2: #1b1b1b; --on3: #111; --on4: #fff; --on5: #fff }
        @media screen and (prefers-color-scheme: dark) {
          :root { --ink: #e8e8e8; --soft: #b4b8be; --paper: #16181b; --faint: #22252a; --line: #4a4f57; --link: #8fc2f2;
            --keep: #62a8dc; --loss: #e58a4e; --pass: #62a8dc; --fail: #e58a4e; --unknown: #9a9a9a;
            --h0: #22252a; --h1: #16324d; --h2: #1d4a70; --h3: #2a6595; --h4: #6fb1de; --h5: #d3e8f8;
            --on1: #fff; --on2: #fff; --on3: #fff; --on4: #111; --on5: #111 } }
        * { box-sizing: border-box }
        body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 76rem;
          margin: 0 auto; padding: 1rem }
        h1, h2, h3, p, li, summary, dd { overflow-wrap: anywhere }
        h1 { line-height: 1.2; margin: .5rem 0 }
        h2 { line-height: 1.25; margin: 2.5rem 0 .5rem; padding-top: .5rem; border-top: 2px solid var(--line) }
        h3 { margin: 1.5rem 0 .25rem; font-size: 1.05rem }
        p, ul { max-width: 46rem }
        a { color: var(--link) }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; max-width: none }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
        .note, caption { color: var(--soft); font-size: .9rem }
        .short { border-left: .3rem solid var(--loss); padding-left: .75rem }
        .wide { overflow-x: auto; max-width: 100%; margin: .75rem 0 }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .92rem }
        caption { text-align: left; padding: .25rem 0 }
        th, td { border-bottom: 1px solid var(--line); padding: .2rem .6rem; text-align: left; vertical-align: top }
        th { font-weight: 600 }
        tbody th { font-weight: 400; min-width: 9.5rem; max-width: 22rem; overflow-wrap: anywhere }
        tbody th.n { min-width: 0 }
        thead th { background: var(--faint); vertical-align: bottom }
        .n { text-align: right } td.n { white-space: nowrap }
        .total > * { border-top: 2px solid var(--line); font-weight: 600 }
        td.h0 { color: var(--soft) } .h1 { background: var(--h1); color: var(--on1) }
        .h2 { background: var(--h2); color: var(--on2) } .h3 { background: var(--h3); color: var(--on3) }
        .h4 { background: var(--h4); color: var(--on4) } .h5 { background: var(--h5); color: var(--on5) }
        .key { display: flex; flex-wrap: wrap; gap: .25rem .75rem; list-style: none; padding: 0; font-size: .9rem }
        .key span { padding: 0 .5rem; border: 1px solid var(--line) }
        svg { display: block } svg.bar { width: 14rem; height: 1rem; margin-top: .25rem; background: var(--faint) }
        @media (max-width: 40rem) { svg.bar { width: 6rem } }
        svg text { fill: var(--ink); font-family: system-ui, sans-serif }
        svg path.h0, svg rect.h0 { fill: var(--h0) } svg path.h1 { fill: var(--h1) } svg path.h2 { fill: var(--h2) }
        svg path.h3 { fill: var(--h3) } svg path.h4 { fill: var(--h4) } svg path.h5 { fill: var(--h5) }
        .keep { fill: var(--keep) } .loss { fill: var(--loss) } .pass { fill: var(--pass) } .fail { fill: var(--fail) }
        .unknown { fill: var(--unknown) } .rule { stroke: var(--line); stroke-width: 1; fill: none }
        .edge { stroke: var(--soft); stroke-width: 1; fill: none }
        details { margin: .25rem 0; border-left: 2px solid var(--line); padding-left: .75rem }
        summary { cursor: pointer; padding: .15rem 0 }
        article { margin: .5rem 0 1rem; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .3rem }
        article p { margin: .25rem 0 }
        .text { white-space: pre-wrap; overflow-wrap: anywhere; overflow: hidden; background: var(--faint); padding: .5rem .75rem;
          border-radius: .3rem; margin: .35rem 0 }
        .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: .75rem }
        .pair > * { min-width: 0 }
        @media print { body { max-width: none; font-size: 10pt } nav { display: none } .wide { overflow: visible }
          table, caption { font-size: 7.5pt } th, td { padding: .1rem .3rem } tbody th { min-width: 5rem }
          svg { max-width: 100%; height: auto } svg.bar { width: 6rem; height: .8rem }
          article, tr, svg { break-inside: avoid } h2, h3, summary { break-after: avoid }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
        """
}
