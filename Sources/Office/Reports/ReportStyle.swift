/// The look of a report: white and warm greys, one accent, dense tables, A4 in print.
let reportStyle: StaticString = """

    :root{--ink:#24211e;--quiet:#635d57;--line:#ddd7d0;--ground:#f7f5f2;--accent:#a8321a;--bar:#2f5d8a}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-padding-top:12px}
    body{margin:0;color:var(--ink);background:#fff;font:15px/1.65 "Noto Sans CJK SC","Source Han Sans SC",\
    "Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;font-variant-numeric:tabular-nums}
    a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:3px}
    a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
    .skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:#fff;padding:4px 8px;z-index:2}
    .top{display:flex;flex-wrap:wrap;gap:4px 24px;align-items:baseline;padding:10px 24px;\
    border-bottom:3px solid var(--accent);background:var(--ground)}
    .brand{font-weight:700;font-size:16px}
    .top dl{display:flex;flex-wrap:wrap;gap:2px 18px;margin:0;font-size:13px}
    .top dl div{display:flex;gap:6px}.top dt{color:var(--quiet)}.top dd{margin:0}
    .frame{max-width:1280px;margin:0 auto;padding:0 24px}
    .contents{font-size:13px;margin:16px 0}
    .contents ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:2px 14px}
    .contents a{color:var(--ink);text-decoration:none;display:flex;gap:8px;justify-content:space-between;\
    padding:3px 6px;border-radius:3px}
    .contents a:hover{background:var(--ground);color:var(--accent)}
    .count{color:var(--quiet);font-weight:400}
    h1{font-size:26px;line-height:1.3;margin:20px 0 8px}
    h2{font-size:20px;line-height:1.4;margin:36px 0 10px;padding-bottom:6px;border-bottom:1px solid var(--line)}
    h3{font-size:16px;line-height:1.5;margin:22px 0 6px}
    .lead{max-width:46em;margin:0 0 8px}
    .quiet{color:var(--quiet);font-size:13px;margin:6px 0}
    table{border-collapse:separate;border-spacing:0;width:100%;font-size:14px;line-height:22px}
    caption{text-align:left;color:var(--quiet);font-size:13px;padding:0 0 4px}
    th,td{padding:5px 10px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
    thead th{font-weight:600;background:var(--ground);border-bottom:1px solid #b9b1a8;vertical-align:bottom}
    tbody th{font-weight:400}
    tfoot th,tfoot td{font-weight:600}
    tbody tr:hover{background:#fbfaf8}
    tr:target,h3:target{background:#fdf3d7}
    .number{text-align:right;white-space:nowrap}
    thead .number{white-space:normal}
    .scroll{overflow-x:auto}
    .counts th[scope=row],.counts thead th{white-space:nowrap}
    .figures-table th[scope=row]{min-width:7.5em}.figures-table thead th{min-width:4.2em}
    .rule{color:var(--quiet);font-size:13px}
    .source{color:var(--quiet);font-size:13px;overflow-wrap:anywhere}
    .source span{white-space:nowrap}
    .severity{display:inline-flex;gap:4px;align-items:center;font-size:12px;line-height:1.5;padding:0 7px;\
    border-radius:9px;border:1px solid;font-weight:400;white-space:nowrap;vertical-align:1px}
    .severity span{font-size:9px}
    .blocking{color:#7a1f4b;background:#fbeef4}.warning{color:#7d4f00;background:#fdf5e3}\
    .notice{color:#33536f;background:#eef3f7}
    .basis{display:grid;grid-template-columns:max-content 1fr;gap:2px 12px;margin:0 0 8px;font-size:14px}
    .basis dt{color:var(--quiet)}.basis dd{margin:0;max-width:60em}
    .findings td:first-child,.findings th:first-child{width:3.5em}
    .findings th[scope=row]{width:20%}
    .findings td.source{width:15%}
    .back{font-size:13px;margin:6px 0 0}
    .subjects{columns:20em;column-gap:24px;margin:0;padding-left:1.2em;font-size:14px}
    .subjects li{break-inside:avoid}
    .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(300px,100%),1fr));gap:8px 32px}
    figure{margin:0;break-inside:avoid;min-width:0}
    .bars{display:block;overflow:visible}
    .bars text{font-size:13px;fill:var(--ink)}.bars .value{fill:var(--quiet)}
    .track{fill:#f0ece7}
    .count rect,.bars .count,.legend .count{fill:var(--bar)}
    .occupied{fill:#2f5d8a}.reserved{fill:url(#cross)}.vacant{fill:url(#hatch)}.over{fill:#7a1f4b}\
    .uncompared{fill:url(#back)}
    .reserved,.vacant,.uncompared{stroke:#55504a;stroke-width:.5px}
    .hatch-ground{fill:#f6d99b}.hatch-lines{stroke:#8a5a00;stroke-width:1.2;fill:none}
    .cross-ground{fill:#d5e6f2}.cross-lines{stroke:#33678f;stroke-width:1;fill:none}
    .back-ground{fill:#e4e0db}.back-lines{stroke:#635d57;stroke-width:1.2;fill:none}
    .patterns{position:absolute}
    .legend{list-style:none;display:flex;flex-wrap:wrap;gap:2px 18px;margin:0 0 10px;padding:0;font-size:13px}
    .legend li{display:flex;gap:6px;align-items:center}
    summary{cursor:pointer;font-size:13px;color:var(--accent);width:max-content}
    footer{max-width:1280px;margin:40px auto 24px;padding:10px 24px 0;border-top:1px solid var(--line);\
    color:var(--quiet);font-size:13px}
    @media(min-width:1100px){.frame{display:grid;grid-template-columns:216px minmax(0,1fr);gap:40px}\
    .contents{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;margin:0;padding:24px 0}\
    .contents ul{display:block}.contents .check a{padding-left:16px}}
    @media(max-width:640px){.top,.frame,footer{padding-left:14px;padding-right:14px}h1{font-size:22px}\
    .contents .check{display:none}.figures-table th:first-child{position:sticky;left:0;\
    background:#fff;background-clip:padding-box}\
    .figures-table thead th:first-child{background:var(--ground)}.basis{grid-template-columns:1fr;gap:0}\
    .basis dd{margin-bottom:4px}\
    .findings thead{position:absolute;left:-999px}\
    .findings,.findings tbody,.findings tr,.findings td,.findings th[scope=row]{display:block;width:auto}\
    .findings tr{padding:8px 0;border-bottom:1px solid var(--line)}.findings td,.findings th{border:0;padding:1px 0}\
    .findings td:first-child{float:right;width:auto;color:var(--quiet)}\
    .findings th[scope=row]{font-weight:600}\
    .findings td[data-label]::before{content:attr(data-label) " ";color:var(--quiet);font-size:13px}\
    .counts .rule,.counts thead th:last-child,.counts tfoot td:last-child{display:none}}
    @page{size:A4;margin:16mm 14mm}
    @media print{body{font-size:10pt}table{font-size:9pt}.contents,.skip,.back,summary{display:none}\
    .frame{display:block;max-width:none;padding:0}.top,footer{padding-left:0;padding-right:0}\
    details::details-content{display:block;content-visibility:visible}\
    thead{display:table-header-group}tfoot{display:table-row-group}tr,figure,h3{break-inside:avoid}\
    h2,h3{break-after:avoid}\
    .scroll{overflow:visible}a{color:inherit;text-decoration:none}\
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}

    """
