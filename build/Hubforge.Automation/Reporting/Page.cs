namespace Hubforge.Automation.Reporting;

/// <summary>The frame of the engine's HTML pages, which load nothing from elsewhere.</summary>
internal static class Page
{
    public const string Foot = "</body>\n</html>\n";

    public static string Head(string title) =>
        $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>{{title}}</title>
            <style>
            body { font: 14px system-ui, sans-serif; margin: 2em; color: #222; background: #fff; }
            svg { overflow: visible; } path { fill: none; stroke: #999; }
            rect { fill: #eee; stroke: #888; } .why { fill: #555; font-size: 12px; }
            .Run rect, .Succeeded { fill: #fdebc8; background: #8fc98f; } .UpToDate rect, .UpToDate { fill: #d5eed5; background: #d5eed5; }
            .Depends rect { fill: #d3e4f7; } .Failed, .Aborted { background: #e58a8a; } .Skip rect { fill: #f4f4f4; }
            table { border-collapse: collapse; width: 100%; } td { padding: 2px 8px; border-bottom: 1px solid #eee; white-space: nowrap; }
            td.bar { width: 70%; position: relative; } .bar div { position: absolute; top: 3px; bottom: 3px; min-width: 2px; border-radius: 3px; }
            @media (prefers-color-scheme: dark) { body { color: #ddd; background: #1b1b1b; } text { fill: #222; } }
            </style>
            </head>
            <body>
            <h1>{{title}}</h1>

            """;
}
