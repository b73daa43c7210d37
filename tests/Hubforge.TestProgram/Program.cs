#pragma warning disable RS0030 // a program for tests: the console, the environment and processes are what it is about
using Hubforge.TestProgram;

return args switch
{
    ["echo", .. var words] => Acts.Echo(words),
    ["echo-error", .. var words] => Acts.EchoError(words),
    ["cat"] => Acts.Copy(),
    ["arguments", .. var words] => Acts.List(words),
    ["variable", var name] => Acts.ShowVariable(name),
    ["directory"] => Acts.ShowDirectory(),
    ["exit", var code, .. var words] => Acts.Exit(code, words),
    ["sleep", var seconds] => Acts.Sleep(seconds),
    ["flood", var mebibytes] => Acts.Flood(mebibytes, lines: false),
    ["flood-lines", var mebibytes] => Acts.Flood(mebibytes, lines: true),
    ["ignore-signals", var seconds] => Acts.IgnoreSignals(seconds),
    ["spawn-child", var after, .. var words] => Acts.SpawnChild(after, words),
    _ => Acts.Exit("2", ["usage: see Program.cs of Hubforge.TestProgram"]),
};
