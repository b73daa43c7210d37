using System.Globalization;
using System.Text;
using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Tests.Pipelines.Yaml;

public sealed class YamlEmitterTests
{
    [TestCase("yes")]
    [TestCase("NO")]
    [TestCase("on")]
    [TestCase("Off")]
    [TestCase("y")]
    [TestCase("true")]
    [TestCase("null")]
    [TestCase("~")]
    [TestCase("")]
    [TestCase(" ")]
    [TestCase("1")]
    [TestCase("1.10")]
    [TestCase("0x1F")]
    [TestCase("0o17")]
    [TestCase("1_000")]
    [TestCase("12:30:45")]
    [TestCase("1e3")]
    [TestCase(".inf")]
    [TestCase("2026-11-22")]
    [TestCase("- item")]
    [TestCase("key: value")]
    [TestCase("key:")]
    [TestCase("text # no comment")]
    [TestCase("#")]
    [TestCase("*alias")]
    [TestCase("&anchor")]
    [TestCase("!tag")]
    [TestCase("%directive")]
    [TestCase("@at")]
    [TestCase("`tick")]
    [TestCase("| block")]
    [TestCase("> folded")]
    [TestCase("? key")]
    [TestCase("{a: b}")]
    [TestCase("[a, b]")]
    [TestCase("it's \"quoted\"")]
    [TestCase("C:\\temp\\new")]
    [TestCase("${{ github.ref == 'refs/heads/main' }}")]
    [TestCase(" leading and trailing ")]
    [TestCase("tab\tin the middle")]
    [TestCase("a\r\nb")]
    [TestCase("\u0085\u2028\u2029\uFEFF")]
    [TestCase("\0\u001b[31m")]
    [TestCase("a\u00A0b")]
    [TestCase("größe ✓ 🚀")]
    [TestCase("---")]
    [TestCase("...")]
    [TestCase("=")]
    [TestCase("<<")]
    [TestCase("two\nlines")]
    [TestCase("two\nlines\n")]
    [TestCase("two\n\nparagraphs\n")]
    [TestCase("ends twice\n\n")]
    [TestCase("\nstarts empty")]
    [TestCase("  starts with spaces\nthen not")]
    [TestCase("first\n  indented: yes\n- dash # hash\n")]
    [TestCase("a\n \nb")]
    [TestCase("a\n\tb")]
    [TestCase("\n")]
    public void A_string_comes_back_as_it_went_in(string text)
    {
        var tree = new YamlMapping([])
            .With("value", text)
            .With(Key(text), new YamlSequence([text, text]));

        var read = YamlReader.Read(YamlEmitter.Emit(tree, []));

        Assert.That(YamlReader.Show(read), Is.EqualTo(YamlReader.Show(tree)));
    }

    [TestCase("name", "name")]
    [TestCase("./build.sh Test", "./build.sh Test")]
    [TestCase("actions/checkout@abc", "actions/checkout@abc")]
    [TestCase("ubuntu-latest", "ubuntu-latest")]
    public void Harmless_text_stays_plain(string text, string expected)
    {
        var yaml = YamlEmitter.Emit(YamlMapping.Empty.With("key", text), []);

        Assert.That(yaml, Is.EqualTo($"key: {expected}\n"));
    }

    [Test]
    public void Several_lines_become_a_literal_block()
    {
        var yaml = YamlEmitter.Emit(YamlMapping.Empty.With("run", "set -e\n./build.sh\n"), []);

        Assert.That(yaml, Is.EqualTo("run: |\n  set -e\n  ./build.sh\n"));
    }

    [Test]
    public void Numbers_and_booleans_are_written_as_such_and_a_comment_follows_its_value()
    {
        var tree = YamlMapping
            .Empty.With("count", 3)
            .With("flag", true)
            .With("uses", new YamlScalar("a@b") { Comment = "v1" });

        var yaml = YamlEmitter.Emit(tree, ["Generated"]);

        Assert.That(yaml, Is.EqualTo("# Generated\ncount: 3\nflag: true\nuses: a@b # v1\n"));
    }

    [Test]
    public void Random_trees_of_random_strings_come_back_as_they_went_in()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 2000; round++)
        {
            var tree = RandomMapping(random, depth: 3);

            var text = YamlEmitter.Emit(tree, ["random"]);

            Assert.That(
                YamlReader.Show(YamlReader.Read(text)),
                Is.EqualTo(YamlReader.Show(tree)),
                text
            );
        }
    }

    [Test]
    public void Half_a_surrogate_pair_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            YamlEmitter.Emit(YamlMapping.Empty.With("key", "a\uD800b"), [])
        );

    [Test]
    public void A_comment_cannot_smuggle_in_a_line() =>
        Assert.Throws<ArgumentException>(() =>
            YamlEmitter.Emit(YamlMapping.Empty, ["a\nkey: value"])
        );

    [Test]
    public void A_key_is_never_written_twice() =>
        Assert.Throws<ArgumentException>(() => YamlMapping.Empty.With("a", 1).With("a", 2));

    private static string Key(string text) => text == "value" ? "other" : text;

    private static YamlMapping RandomMapping(Random random, int depth)
    {
        var mapping = YamlMapping.Empty;
        for (var i = random.Next(depth == 3 ? 1 : 0, 4); i > 0; i--)
        {
            var key = $"{RandomText(random, 6)}{i.ToString(CultureInfo.InvariantCulture)}";
            mapping = mapping.With(key, RandomNode(random, depth - 1));
        }

        return mapping;
    }

    private static YamlNode RandomNode(Random random, int depth) =>
        (depth == 0 ? 0 : random.Next(3)) switch
        {
            1 => RandomMapping(random, depth),
            2 => new YamlSequence([
                .. Enumerable.Range(0, random.Next(4)).Select(_ => RandomNode(random, depth - 1)),
            ]),
            _ => RandomText(random, 12),
        };

    private static string RandomText(Random random, int maximum)
    {
        const string Traps = " \n\t\r:#-'\"\\{}[]&*!|>%@`,?~=<0123456789eyYnNoO._$";
        var text = new StringBuilder();
        for (var i = random.Next(maximum); i > 0; i--)
        {
            text.Append(
                random.Next(4) switch
                {
                    0 => ((char)random.Next('a', 'z' + 1)).ToString(),
                    1 => new Rune(random.Next(0, 0xD800)).ToString(),
                    _ => Traps[random.Next(Traps.Length)].ToString(),
                }
            );
        }

        return text.ToString();
    }
}
