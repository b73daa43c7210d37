namespace Hubforge.Tools.Replies;

/// <summary>Guards values from users on their way into an argument array.</summary>
internal static class GivenValue
{
    /// <summary>Returns the value.</summary>
    /// <exception cref="RefusedArgumentException">It is empty or begins with a dash.</exception>
    public static string Plain(string program, string value) =>
        value.Length == 0 || value[0] == '-'
            ? throw new RefusedArgumentException(program, value)
            : value;
}
