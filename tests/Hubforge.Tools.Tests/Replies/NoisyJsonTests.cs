using System.Text;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Tests.Replies;

public sealed class NoisyJsonTests
{
    [TestCase("""{"a":1}""", """{"a":1}""")]
    [TestCase("""Confirm changes: [Y/n] {"a":[1]}""", """{"a":[1]}""")]
    [TestCase("post-link says {hello}\n[\n{\"a\":1}\n]\nWould install a-1", "[\n{\"a\":1}\n]")]
    [TestCase("[] then {\"a\":1}", """{"a":1}""")]
    [TestCase("no JSON at all", null)]
    [TestCase("{\"a\":", null)]
    [TestCase("", null)]
    public void The_longest_complete_document_is_found(string text, string? expected)
    {
        var found = NoisyJson.Find(text);

        Assert.That(
            found is { } json ? Encoding.UTF8.GetString(json.Span) : null,
            Is.EqualTo(expected)
        );
    }
}
