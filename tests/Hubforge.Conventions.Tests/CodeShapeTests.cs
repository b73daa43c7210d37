using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hubforge.Conventions.Tests;

public sealed class CodeShapeTests
{
    private static readonly string[] s_emptySuffixes =
    [
        "Manager",
        "Helper",
        "Util",
        "Utils",
        "Service",
        "Base",
        "Info",
    ];

    // Words of the domain: an image has a base, and an environment has a manager.
    private static readonly string[] s_domainTerms =
    [
        "BuiltBase",
        "PulledBase",
        "LockedBase",
        "EnvironmentManager",
    ];

    [Test]
    public void A_cancellation_token_is_the_last_parameter_and_required()
    {
        var wrong = Assemblies()
            .SelectMany(Methods)
            .Where(method =>
            {
                var parameters = method.GetParameters();
                var token = Array.FindIndex(
                    parameters,
                    parameter => parameter.ParameterType == typeof(CancellationToken)
                );
                return token >= 0
                    && (token != parameters.Length - 1 || parameters[token].HasDefaultValue);
            })
            .Select(Name);

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void A_method_takes_at_most_four_parameters_and_a_token()
    {
        var wrong = Assemblies()
            .SelectMany(Methods)
            .Where(method => !IsImported(method))
            .Where(method =>
                method
                    .GetParameters()
                    .Count(parameter =>
                        parameter.ParameterType != typeof(CancellationToken)
                        && !IsWrittenByTheCompiler(parameter)
                    ) > 4
            )
            .Select(Name);

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void No_type_has_a_name_that_says_nothing()
    {
        var wrong = Assemblies()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !IsGenerated(type) && !s_domainTerms.Contains(type.Name))
            .Where(type =>
                s_emptySuffixes.Any(suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal))
            )
            .Select(type => type.FullName);

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void A_file_holds_one_public_type_and_is_named_for_it()
    {
        var wrong = Checkout
            .Sources("build")
            .Select(file => (file, types: PublicTypes(file)))
            .Where(pair =>
                pair.types.Length > 1
                || (
                    pair.types.Length == 1
                    && pair.types[0] != pair.file.NameWithoutExtension.Split('{')[0]
                )
            )
            .Select(pair =>
                $"{pair.file.RelativeTo(Checkout.Root)}: {string.Join(", ", pair.types)}"
            );

        Assert.That(wrong, Is.Empty);
    }

    // The system says what its functions take.
    private static bool IsWrittenByTheCompiler(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<CallerArgumentExpressionAttribute>() is not null;

    private static bool IsImported(MethodBase method) =>
        method.IsDefined(typeof(LibraryImportAttribute))
        || method.Attributes.HasFlag(MethodAttributes.PinvokeImpl);

    private static string[] PublicTypes(string file) =>
        [
            .. File.ReadLines(file)
                .Select(line => SourcePatterns.PublicType().Match(line))
                .Where(match => match.Success)
                .Select(match => match.Groups["name"].Value)
                .Distinct(StringComparer.Ordinal),
        ];

    private static IEnumerable<Assembly> Assemblies() =>
        Checkout
            .Projects()
            .Select(project =>
                project.NameWithoutExtension == "Build" ? "hubforge" : project.NameWithoutExtension
            )
            .Select(Assembly.Load);

    private static IEnumerable<MethodInfo> Methods(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(type => !IsGenerated(type) && !type.IsSubclassOf(typeof(MulticastDelegate)))
            .SelectMany(type =>
                type.GetMethods(
                    BindingFlags.Public
                        | BindingFlags.NonPublic
                        | BindingFlags.Instance
                        | BindingFlags.Static
                        | BindingFlags.DeclaredOnly
                )
            )
            .Where(method =>
                !method.IsDefined(typeof(CompilerGeneratedAttribute))
                && !method.Name.Contains('<', StringComparison.Ordinal)
            )
            .Where(method => !IsShapedElsewhere(method));

    // Record deconstructors follow the record; overrides and functions of the system have a shape that others chose.
    private static bool IsShapedElsewhere(MethodInfo method) =>
        method.Name == "Deconstruct"
        || method.GetBaseDefinition() != method
        || method.Attributes.HasFlag(MethodAttributes.PinvokeImpl)
        || method.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute));

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute))
        || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute))
        || type.FullName!.Contains('<', StringComparison.Ordinal)
        || (type.DeclaringType is { } declaring && IsGenerated(declaring))
        || typeof(System.Text.Json.Serialization.JsonSerializerContext).IsAssignableFrom(type);

    private static string Name(MethodInfo method) =>
        $"{method.DeclaringType!.FullName}.{method.Name}";
}
