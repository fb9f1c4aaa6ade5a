using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Inbox;
using SocialOps.People;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Reporting;

/// <summary>How well a case was handled, by one's own judgement or from outside (requirement 4.9).</summary>
/// <param name="Case">The case.</param>
/// <param name="Client">Its client.</param>
/// <param name="Track">Who judges.</param>
/// <param name="Score">1, poor, to 5, excellent.</param>
/// <param name="Note">Why.</param>
/// <param name="By">Who scored.</param>
/// <param name="At">When.</param>
public sealed record Scorecard(CaseId Case, ClientId Client, ScoreTrack Track, int Score, string Note, Actor By, Instant At);

/// <summary>Who judges.</summary>
public enum ScoreTrack
{
    /// <summary>The team itself.</summary>
    Self,

    /// <summary>The partner or somebody else outside of the team.</summary>
    External,
}

/// <summary>The two tracks beside one another.</summary>
/// <param name="SelfCount">How many cases the team scored.</param>
/// <param name="Self">Their average; <see langword="null"/> without any.</param>
/// <param name="ExternalCount">How many were scored from outside.</param>
/// <param name="External">Their average; <see langword="null"/> without any.</param>
/// <param name="Gap">Over the cases that both scored: how much higher the team scores itself, on average; <see langword="null"/> without any.</param>
/// <param name="Widest">The case with the widest gap.</param>
public sealed record ScoreGap(int SelfCount, double? Self, int ExternalCount, double? External, double? Gap, CaseId? Widest)
{
    internal static ScoreGap Of(IReadOnlyList<Scorecard> cards)
    {
        var (self, external) = (cards.Where(c => c.Track == ScoreTrack.Self).ToList(), cards.Where(c => c.Track == ScoreTrack.External).ToList());
        var both = self.Join(external, s => s.Case, e => e.Case, (s, e) => (s.Case, Gap: s.Score - e.Score)).ToList();
        return new(self.Count, Average(self), external.Count, Average(external), both.Count == 0 ? null : both.Average(b => b.Gap), both.Count == 0 ? null : both.MaxBy(b => Math.Abs(b.Gap)).Case);
    }

    private static double? Average(List<Scorecard> cards) => cards.Count == 0 ? null : cards.Average(c => c.Score);
}

internal static class ScoreRecords
{
    /// <summary>One a case and track. Slot 1: by client and case.</summary>
    public static readonly RecordKind<Scorecard> Cards = new("scorecard", 1, ScoreJson.Default.Scorecard, c => $"{c.Case}/{c.Track}", c => new RecordIndexes($"{c.Client}/{c.Case}"));
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(Scorecard))]
internal sealed partial class ScoreJson : JsonSerializerContext;
