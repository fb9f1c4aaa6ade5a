using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall.Engine;

/// <summary>What a person can do only for a while: trainings that end, briefings that are not confirmed.</summary>
internal sealed class DatedQualifications
{
    internal static readonly DatedQualifications None = new([], []);

    private readonly (SkillId Skill, long From, long Until)[] trained;
    private readonly (ClientId Client, int Version, long From, long Until)[] missing;

    private DatedQualifications((SkillId Skill, long From, long Until)[] trained, (ClientId Client, int Version, long From, long Until)[] missing)
    {
        (this.trained, this.missing) = (trained, missing);
        Edges = [.. trained.SelectMany(t => new[] { t.From, t.Until }).Concat(missing.SelectMany(m => new[] { m.From, m.Until })).Where(e => e is not (long.MinValue or long.MaxValue)).Distinct().Order()];
    }

    /// <summary>The instants at which something begins or ends, ascending.</summary>
    internal long[] Edges { get; }

    internal static DatedQualifications Of(PersonDefinition? person)
        => person is null or { Trainings.Count: 0, BriefingGaps.Count: 0 } ? None : new(
            [.. person.Trainings.Select(t => t.Stretch(person) is var (from, until) ? (t.Skill, Floor(from), Floor(until)) : default)],
            [.. person.BriefingGaps.Select(g => (g.Client, g.Version, Floor(g.From), Floor(g.Until)))]);

    internal void Next(long instant, scoped ref long until)
    {
        var passed = Ticks.CountUpTo(Edges, instant);
        if (passed < Edges.Length && Edges[passed] < until)
        {
            until = Edges[passed];
        }
    }

    internal bool IsTrained(SkillId skill, long instant)
    {
        foreach (var (known, from, until) in trained)
        {
            if (known == skill && from <= instant && instant < until)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The version that is to be confirmed and is not; <see langword="null"/> for none.</summary>
    internal int? MissingBriefing(ClientId client, long instant)
    {
        foreach (var (known, version, from, until) in missing)
        {
            if (known == client && from <= instant && instant < until)
            {
                return version;
            }
        }

        return null;
    }

    private static long Floor(Instant instant) => instant == Instant.MaxValue ? long.MaxValue : instant == Instant.MinValue ? long.MinValue : Ticks.Of(instant);
}
