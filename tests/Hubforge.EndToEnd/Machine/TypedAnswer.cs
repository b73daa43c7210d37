namespace Hubforge.EndToEnd.Machine;

/// <summary>What a person types when a question stands on the terminal.</summary>
/// <param name="Question">Part of the question.</param>
/// <param name="Text">The answer, without the key that ends it.</param>
internal sealed record TypedAnswer(string Question, string Text);
