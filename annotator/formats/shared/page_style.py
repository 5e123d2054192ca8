"""The style of HTML pages for readers: light, dark, on paper, and 400 pixels wide."""

#: Rules that all pages share. Colours are variables; paper is always light.
PAGE_STYLE = """
:root{color-scheme:light dark;--ink:#1f2328;--paper:#fff;--muted:#656a72;--line:#e4e1db;--accent:#2f5fd0;
--found:#fdf3c8;--ring:#9a3412}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e4e6ea;--paper:#17191d;--muted:#9da3ae;--line:#3a3f49;
--accent:#7ea2ff;--found:#4a3d14;--ring:#f5b083}}
*{box-sizing:border-box}
body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:var(--ink);
background:var(--paper);overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.15rem;line-height:1.3;margin:2.5rem 0 .5rem;break-after:avoid}h3{font-size:1rem;break-after:avoid}
a{color:var(--accent)}p,blockquote{orphans:3;widows:3}
@media print{@page{margin:18mm}:root{color-scheme:light}body{margin:0;max-width:none;padding:0}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
"""
