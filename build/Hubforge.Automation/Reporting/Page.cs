namespace Hubforge.Automation.Reporting;

/// <summary>The frame of the engine's HTML pages, which load nothing from elsewhere.</summary>
internal static class Page
{
    public const string Foot = "</body>\n</html>\n";

    /// <summary>Dims, while the pointer is on a node, all that neither leads to it nor follows from it.</summary>
    public const string PointingScript = """
        <script>
        const lines = [...document.querySelectorAll('path')], nodes = [...document.querySelectorAll('g[data-node]')];
        const reach = (start, from, to, seen = new Set([start])) => {
          for (const at of seen) lines.filter(l => l.dataset[from] === at).forEach(l => seen.add(l.dataset[to]));
          return seen;
        };
        nodes.forEach(node => {
          node.onmouseenter = () => {
            const after = reach(node.dataset.node, 'from', 'to'), before = reach(node.dataset.node, 'to', 'from');
            const on = (set, line) => set.has(line.dataset.from) && set.has(line.dataset.to);
            nodes.forEach(n => n.classList.toggle('dim', !after.has(n.dataset.node) && !before.has(n.dataset.node)));
            lines.forEach(l => l.classList.toggle('dim', !on(after, l) && !on(before, l)));
          };
          node.onmouseleave = () => document.querySelectorAll('.dim').forEach(e => e.classList.remove('dim'));
        });
        </script>

        """;

    public static string Head(string title) =>
        $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{{title}}</title>
            <style>
            :root { color-scheme: light dark; --line: #999; --grid: #e4e4e4; --run: #fdebc8; --ok: #8fc98f; --fresh: #d5eed5; --wait: #d3e4f7; --bad: #e58a8a; --off: #eee; }
            @media (prefers-color-scheme: dark) { :root { --line: #777; --grid: #3a3a3a; --run: #6b5220; --ok: #2f6b3a; --fresh: #274a2c; --wait: #2b4a6b; --bad: #8a3030; --off: #3a3a3a; } }
            body { font: 14px system-ui, sans-serif; margin: 2em; } h1 { font-size: 1.4em; }
            svg { overflow: visible; } path { fill: none; stroke: var(--line); } text { fill: CanvasText; } .why { opacity: .75; font-size: 12px; }
            rect { fill: var(--off); stroke: var(--line); } g, path { transition: opacity .15s; } .dim { opacity: .15; }
            .Run rect { fill: var(--run); } .UpToDate rect { fill: var(--fresh); } .Depends rect { fill: var(--wait); }
            .legend span { border-radius: 4px; padding: 2px 8px; background: var(--off); } span.Run { background: var(--run); } span.Depends { background: var(--wait); } span.UpToDate { background: var(--fresh); }
            table { border-collapse: collapse; width: 100%; } td, th { padding: 3px 8px; border-bottom: 1px solid var(--grid); text-align: left; white-space: nowrap; font-weight: normal; }
            td.number { text-align: right; font-variant-numeric: tabular-nums; } td.reason { white-space: normal; opacity: .75; }
            .bar { width: 60%; position: relative; padding: 0; } .bar div, .bar i { position: absolute; top: 3px; bottom: 3px; }
            .bar div { min-width: 2px; border-radius: 3px; background: var(--off); } .bar .Succeeded { background: var(--ok); } .bar .UpToDate { background: var(--fresh); } .bar .Failed, .bar .Aborted { background: var(--bad); }
            .bar i { top: 0; bottom: 0; border-left: 1px solid var(--grid); } th.bar i { font-style: normal; padding-left: 4px; opacity: .75; }
            </style>
            </head>
            <body>
            <h1>{{title}}</h1>

            """;
}
