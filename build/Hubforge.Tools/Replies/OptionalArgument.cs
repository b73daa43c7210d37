using Hubforge.Processes;

namespace Hubforge.Tools.Replies;

/// <summary>Turns an optional value into an optional argument; a null string would become an empty one otherwise.</summary>
internal static class OptionalArgument
{
    public static Argument? Of(string? value) => value is null ? default(Argument?) : value;
}
