using Hubforge.Automation;
using Hubforge.Primitives;

class Build : HubforgeBuild
{
    public static int Main() => Execute<Build>(x => x.Greet);

    [Parameter("Whom to greet")]
    readonly string Person = "world";

    [Parameter("Greet in capitals")]
    readonly bool Loud;

    AbsolutePath GreetingsDirectory => RootDirectory / "greetings";

    Target Clean => _ => _
        .Before(Compose)
        .Executes(() =>
        {
            if (Directory.Exists(GreetingsDirectory))
            {
                Directory.Delete(GreetingsDirectory, recursive: true);
            }
        });

    Target Compose => _ => _
        .Description("Writes the greeting")
        .Requires(() => Person)
        .Executes(() =>
        {
            Directory.CreateDirectory(GreetingsDirectory);
            var greeting = $"Hello, {Person}!";
            File.WriteAllText(GreetingsDirectory / "greeting.txt", Loud ? greeting.ToUpperInvariant() : greeting);
        });

    Target Greet => _ => _
        .Description("Shows the greeting")
        .DependsOn(Compose)
        .Executes(() =>
        {
            Log.Information("{Greeting}", File.ReadAllText(GreetingsDirectory / "greeting.txt"));
        });
}
