#pragma warning disable RS0030 // the docker client's own variables, which are no parameters of this build
namespace Hubforge.Build;

/// <summary>Variables of this process that other programs define, such as <c>DOCKER_HOST</c>.</summary>
internal static class ProcessVariables
{
    public static string? Find(string name) => Environment.GetEnvironmentVariable(name);
}
