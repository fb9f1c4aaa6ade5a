using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SocialOps.Responses;

namespace SocialOps.Tests.Responses;

public sealed class ReplyTemplateTests
{
    [Theory]
    [InlineData("Danke!", "Danke!")]
    [InlineData("Danke, {{author}}!", "Danke, Mia Berg!")]
    [InlineData("{{author|first}}, {{ client }} dankt auf {{network}}.", "Mia, Radhaus dankt auf x.")]
    [InlineData("}} { {{author}}", "}} { Mia Berg")]
    public void Render_Template_IsFilledIn(string template, string text)
        => ReplyTemplate.Parse(template, out _).Render(Values).Should().Be(text);

    [Theory]
    [InlineData("{{autor}}", "'{{autor}}' names nothing that is known; possible: author, client, network.")]
    [InlineData("{{author|upper}}", "'upper' is no filter; possible: first.")]
    [InlineData("Hallo {{author", "'{{' is not closed; write e.g. {{author}}.")]
    [InlineData("{{author.Length}}", "'{{author.Length}}' names nothing that is known; possible: author, client, network.")]
    public void Parse_Mistake_IsTold(string template, string mistake)
    {
        ReplyTemplate.Parse(template, out var mistakes);

        mistakes.Should().Equal(mistake);
    }

    /// <summary>Whatever a value holds, also template syntax, stands there literally: 2,000 values of syntax and letters.</summary>
    [Fact]
    [Requirement("4.13")]
    public void Render_AnyValue_IsNeverReadAsATemplate()
    {
        var value = from parts in Gen.ListOf(Gen.Elements("{{", "}}", "{{author}}", "{{client}}", "|first", "{", "}", "a", " ", "\\", "$0")) select string.Concat(parts);

        Prop.ForAll(value.ToArbitrary(), v => ReplyTemplate.Parse("<{{author}}|{{client}}>", out _).Render(name => name == "author" ? v : "c") == $"<{v}|c>").Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    /// <summary>What was rendered is recognised, whatever the values were.</summary>
    [Fact]
    public void CouldRender_WhatItRendered_IsRecognised()
    {
        var part = Gen.Elements("Danke", " ", "{{author}}", "!", "{{client}}", "a");
        var cases = from template in Gen.ListOf(part) from value in Gen.ListOf(Gen.Elements("a", "Danke", "!", "{{author}}", " ")) select (string.Concat(template), string.Concat(value));

        Prop.ForAll(cases.ToArbitrary(), c => ReplyTemplate.Parse(c.Item1, out _) is var template && template.CouldRender(template.Render(_ => c.Item2))).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Theory]
    [InlineData("Danke, {{author}}!", "Danke, Mia!", true)]
    [InlineData("Danke, {{author}}!", "Danke, Mia", false)]
    [InlineData("Danke, {{author}}!", "Bitte, Mia!", false)]
    [InlineData("Danke!", "Danke!!", false)]
    [InlineData("aa{{author}}aa", "aaa", false)]
    public void CouldRender_AnotherText_IsNot(string template, string text, bool could)
        => ReplyTemplate.Parse(template, out _).CouldRender(text).Should().Be(could);

    [Theory]
    [InlineData("@everyone", "＠everyone")]
    [InlineData("#sale", "＃sale")]
    [InlineData("evil.example", "evil\u2024example")]
    [InlineData("https://evil.example/x", "https\uA789\u2215\u2215evil\u2024example\u2215x")]
    [InlineData("a\u202Etxt\u200B", "atxt")]
    [InlineData("Mia\r\nBcc: x", "Mia Bcc\uA789 x")]
    [InlineData("  Mia  ", "Mia")]
    public void Neutralise_WhatMentionsOrLinks_IsHarmless(string value, string harmless) => ReplyValue.Neutralise(value).Should().Be(harmless);

    /// <summary>5,000 strings of any UTF-16.</summary>
    [Fact]
    public void Neutralise_AnyUtf16_HoldsNothingThatActs()
    {
        var random = new Random(20260602);
        for (var i = 0; i < 5_000; i++)
        {
            var value = string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => random.Next(4) == 0 ? (char)random.Next(char.MaxValue + 1) : "@#:/.\u202E\u2066\r\n\0w"[random.Next(11)]));

            var harmless = ReplyValue.Neutralise(value);

            harmless.Should().NotContainAny("@", "#", ".", ":", "/", "\r", "\n", "\0");
            harmless.EnumerateRunes().Should().NotContain(r => Rune.GetUnicodeCategory(r) == UnicodeCategory.Format || Rune.GetUnicodeCategory(r) == UnicodeCategory.Control);
            harmless.EnumerateRunes().Count().Should().BeLessThanOrEqualTo(120);
        }
    }

    private static string Values(string name) => name switch { "author" => "Mia Berg", "client" => "Radhaus", _ => "x" };
}
