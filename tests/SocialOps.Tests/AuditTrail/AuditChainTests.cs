using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Auditing.Chain;

namespace SocialOps.Tests.AuditTrail;

public sealed class AuditChainTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Seal_Twice_GoesOnFromWhereItStands()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveAsync("Mein Rad ist kaputt.");
        var first = await ops.Ops.Audit.SealAsync();
        await ops.ReceiveAsync("Danke!");
        var second = await ops.Ops.Audit.SealAsync();

        second.Sequence.Should().BeGreaterThan(first.Sequence);
        (await ops.Ops.Audit.SealAsync()).Should().Be(second);
        var verified = await ops.Ops.Audit.VerifyAsync();
        verified.IsWhole.Should().BeTrue();
        verified.Should().Match<AuditVerification>(v => v.Head == second && v.Events == second.Sequence && v.Unsealed == 0);
    }

    [Fact]
    public async Task Verify_AfterTheLastSeal_TellsHowManyAreUnsealed()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.Ops.Audit.SealAsync();
        await ops.ReceiveAsync("Mein Rad ist kaputt.");

        var verified = await ops.Ops.Audit.VerifyAsync();

        verified.IsWhole.Should().BeTrue();
        verified.Unsealed.Should().Be((await ops.Ops.Audit.QueryAsync(new AuditQuery(Limit: 1000))).Items.Count - verified.Head.Sequence).And.BePositive();
    }

    [Fact]
    public async Task Seal_ManyEvents_IsOneChainOverSeveralSeals()
    {
        await using var ops = await TestOps.StartAsync();
        for (var i = 0; i < 300; i++)
        {
            await ops.ReceiveAsync("Mein Rad ist kaputt.");
        }

        var head = await ops.Ops.Audit.SealAsync();

        head.Sequence.Should().BeGreaterThan(1_000);
        (await ops.Ops.Audit.VerifyAsync(head)).IsWhole.Should().BeTrue();
    }

    [Fact]
    public async Task Seal_AnAnchor_HearsOfEachNewHeadOnce()
    {
        var anchor = new Remembered();
        await using var ops = await TestOps.StartAsync(extra: s => s.AddSingleton<IAuditAnchor>(anchor));
        await ops.ReceiveAsync("Mein Rad ist kaputt.");

        var head = await ops.Ops.Audit.SealAsync();
        await ops.Ops.Audit.SealAsync();

        anchor.Heads.Should().Equal(head);
    }

    [Fact]
    public async Task Verify_AnchorOfAnotherChain_NamesItsEvent()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveAsync("Mein Rad ist kaputt.");
        var head = await ops.Ops.Audit.SealAsync();

        var other = await ops.Ops.Audit.VerifyAsync(head with { Hash = new('0', 64) });
        var cut = await ops.Ops.Audit.VerifyAsync(new(head.Sequence + 5, head.Hash));

        other.Faults.Should().ContainSingle().Which.Should().Match<AuditFault>(f => f.Sequence == head.Sequence && f.Message.Contains("written anew"));
        cut.Faults.Should().ContainSingle().Which.Should().Match<AuditFault>(f => f.Sequence == head.Sequence + 1 && f.Message.Contains("cut off"));
    }

    [Theory]
    [InlineData(-1, "")]
    [InlineData(3, "abc")]
    public async Task Verify_WhatIsNoHead_IsRefused(long sequence, string hash)
    {
        await using var ops = await TestOps.StartAsync();
        var verify = async () => await ops.Ops.Audit.VerifyAsync(new(sequence, hash));
        await verify.Should().ThrowAsync<ArgumentException>().WithMessage("*no head of an audit chain*");
    }

    [Fact]
    public async Task Export_OfTheSealedEvents_IsWholeByItself()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveAsync("Mein Rad ist kaputt.");
        var head = await ops.Ops.Audit.SealAsync();
        await ops.ReceiveAsync("Danke!");

        var (exported, text) = await ExportAsync(ops);

        exported.Should().Be(head);
        (await CheckAsync(text, head)).Should().Match<AuditVerification>(v => v.IsWhole && v.Head == head && v.Events == head.Sequence);
    }

    [Fact]
    public async Task Export_AnyLineChangedLeftOutMovedOrDoubled_IsFound()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveAsync("Mein Rad ist kaputt.");
        await ops.Ops.Audit.SealAsync();
        var lines = (await ExportAsync(ops)).Text.TrimEnd('\n').Split('\n');

        for (var i = 1; i < lines.Length; i++)
        {
            (await CheckAsync(Join([.. lines[..i], .. lines[(i + 1)..]]))).IsWhole.Should().BeFalse("line {0} was left out", i);
            (await CheckAsync(Join([.. lines[..i], lines[i].Replace('e', 'f'), .. lines[(i + 1)..]]))).IsWhole.Should().BeFalse("line {0} was changed", i);
            if (i < lines.Length - 1)
            {
                (await CheckAsync(Join([.. lines[..i], lines[i + 1], lines[i], .. lines[(i + 2)..]]))).IsWhole.Should().BeFalse("line {0} was moved", i);
                (await CheckAsync(Join([.. lines[..i], lines[i], .. lines[i..]]))).IsWhole.Should().BeFalse("line {0} was doubled", i);
            }
        }
    }

    /// <summary><c>SOCIALOPS_AUDIT_EVENTS</c> sets over how many events (100).</summary>
    [Fact]
    public void Next_AnyBitOfAnyFieldFlipped_HasAnotherMark()
    {
        var random = new Random(5);
        var (flips, unseen) = (0, 0);
        using var before = new AuditChain(TenantId.Default);
        for (var n = int.Parse(Environment.GetEnvironmentVariable("SOCIALOPS_AUDIT_EVENTS") ?? "100", CultureInfo.InvariantCulture); n > 0; n--)
        {
            var one = new AuditEvent(Instant.FromUnixTimeSeconds(random.Next()), Actor.Person($"p{random.Next(9)}", "portal"), "case.closed", $"case-{random.Next()}", $"Settled: {new string('ö', random.Next(12))} {random.Next()}.");
            var head = before.Head;
            before.Next(one);
            foreach (var flipped in Flipped(one))
            {
                using var chain = new AuditChain(head);
                chain.Next(flipped);
                (flips, unseen) = (flips + 1, unseen + (chain.Mark.SequenceEqual(before.Mark) ? 1 : 0));
            }
        }

        output.WriteLine($"{flips} bits flipped, {unseen} not seen");
        unseen.Should().Be(0);
    }

    private static IEnumerable<AuditEvent> Flipped(AuditEvent one)
    {
        foreach (var text in Flips(one.Actor.Id))
        {
            yield return one with { Actor = one.Actor with { Id = text } };
        }

        foreach (var text in Flips(one.Actor.Via))
        {
            yield return one with { Actor = one.Actor with { Via = text } };
        }

        foreach (var text in Flips(one.Action))
        {
            yield return one with { Action = text };
        }

        foreach (var text in Flips(one.SubjectId))
        {
            yield return one with { SubjectId = text };
        }

        foreach (var text in Flips(one.Detail))
        {
            yield return one with { Detail = text };
        }

        for (var bit = 0; bit < 50; bit++)
        {
            yield return one with { At = Instant.FromUnixTimeTicks((one.At.ToUnixTimeTicks() / 10 ^ (1L << bit)) * 10) };
        }

        for (var bit = 0; bit < 31; bit++)
        {
            yield return one with { Actor = one.Actor with { Kind = (ActorKind)((int)one.Actor.Kind ^ (1 << bit)) } };
        }
    }

    /// <summary>A bit of a byte, as the database would give it back.</summary>
    private static IEnumerable<string> Flips(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            yield return Encoding.UTF8.GetString(bytes);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    private static async Task<(AuditHead Head, string Text)> ExportAsync(TestOps ops)
    {
        using var target = new MemoryStream();
        var head = await ops.Ops.Audit.ExportAsync(target);
        return (head, Encoding.UTF8.GetString(target.ToArray()));
    }

    private static async Task<AuditVerification> CheckAsync(string text, AuditHead? anchor = null)
    {
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await AuditExport.VerifyAsync(source, anchor);
    }

    private static string Join(string[] lines) => string.Join('\n', lines) + "\n";

    private sealed class Remembered : IAuditAnchor
    {
        public List<AuditHead> Heads { get; } = [];

        public ValueTask AnchorAsync(TenantId tenant, AuditHead head, CancellationToken cancellationToken = default)
        {
            Heads.Add(head);
            return ValueTask.CompletedTask;
        }
    }
}
