using Hubforge.Automation.Binding;

namespace Hubforge.Automation.Cli;

/// <summary>Asks a person for parameters that a plan requires and no source gave.</summary>
internal sealed class MissingParameters(Binder binder, Func<ParameterQuestion, string?>? ask)
{
    /// <summary>Returns whether an answer was given; it is bound then, or its problem kept by the binder.</summary>
    public bool Ask(ParameterModel parameter)
    {
        var text = $"{parameter.Description ?? parameter.Name} ({parameter.Option})";
        var answer = ask?.Invoke(
            new ParameterQuestion(text, parameter.IsSecret, parameter.ValueSet())
        );
        if (string.IsNullOrWhiteSpace(answer))
        {
            return false;
        }

        binder.Bind(parameter, new Setting(SourceKind.Prompt, "your answer", [answer]));
        return true;
    }
}
