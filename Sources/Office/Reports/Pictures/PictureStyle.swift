/// The look of pictures of flows and trees, and of tables of mixed texts and numbers.
let pictureStyle: StaticString = """

    .picture{margin:8px 0 18px;max-width:960px}
    .picture svg.sankey,.picture svg.tree{display:block;width:100%;height:auto;overflow:visible}
    .picture text{font-size:13px;fill:var(--ink)}
    .picture .value{fill:var(--quiet)}
    .picture .head{font-size:12px;fill:var(--quiet)}
    .picture .rest{fill:var(--quiet);font-size:12px}
    .picture h3{margin:14px 0 4px}
    figcaption{color:var(--quiet);font-size:13px;margin-top:4px}
    .end{fill:#4a443e}
    .ribbon{fill-opacity:.5}.ribbon:hover{fill-opacity:.8}
    .kind-1{fill:#2f5d8a}.kind-2{fill:#7a1f4b}.kind-3{fill:#3f8f72}.kind-4{fill:#d39b2c}.kind-5{fill:#b5562d}\
    .kind-6{fill:#7b7268}
    .people{fill:#3f78a8}.leaving{fill:#b5562d}
    .trunk{stroke:#b9b1a8;stroke-width:1;fill:none}
    .link{stroke:#8f867c;stroke-width:1.2;fill:none}
    .ended .name{text-decoration:line-through;fill:var(--quiet)}
    .began .name{font-weight:600}
    .mark{fill:var(--accent);font-size:12px}
    .paper-table th[scope=row]{min-width:8em}
    .paper-table td{white-space:pre-line}
    .paper-table thead th{white-space:nowrap}.paper-table thead .number{white-space:normal;min-width:4em}
    .paper-table.small{width:auto;min-width:420px}
    .digest{overflow-wrap:anywhere;margin:2px 0}
    @media print{.picture{break-inside:avoid;max-width:none}.picture svg.sankey{max-height:235mm}\
    .paper-table thead th{white-space:normal}}

    """
