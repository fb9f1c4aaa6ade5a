using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using SocialOps.Channels;
using SocialOps.Crisis;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>What a case does when its thread becomes a wave, and when that passes (responses d.5).</summary>
internal static class CaseWave
{
    public const string WorkKind = "case.wave";
    private const int MostLevels = 40;

    /// <summary>An item as a wave sees it; authors are told apart by a hash, not by name.</summary>
    public static WaveComment CommentOf(InboundItem item) => new(
        Instant.Min(item.WrittenAt, item.ReceivedAt),
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(item.Author)).AsSpan(0, 8)),
        IsNegative(item.Classification.Category),
        item.Classification.Category == Category.Complaint);

    public static ThreadWave Count(this ThreadWave wave, Instant at, ItemCounters counters)
        => counters == default ? wave : wave.Count(at, counters.Comments, counters.Likes, counters.Shares);

    /// <summary>A wave adds one, at most to the top (responses d.1).</summary>
    public static Severity WithWave(Severity severity, WaveLevel peak)
        => peak < WaveLevel.RepeatedCriticism ? severity : (Severity)Math.Min((int)severity + 1, (int)Severity.Critical);

    /// <summary>Up at once, down slowly; a rise is told to whoever is on duty and makes the case graver.</summary>
    public static void LookAtWave(this CaseChange change)
    {
        var reading = Read(change);
        var (alarm, alerts) = change.State.Alarm.See(reading.Level, change.State.AcknowledgedAt is not null || change.State.ClaimedAt is not null, change.Now);
        change.Move(alarm, alerts, reading.Why);
    }

    /// <summary>A person says how high the wave is.</summary>
    public static void SetWave(this CaseChange change, Actor actor, WaveLevel level, string reason)
    {
        change.ActedBy = CaseActor.RecipientOf(actor, change.Terms);
        var reading = Read(change);
        change.Event("wave.set", $"{actor.Id} sets level {(int)level}, the detectors read {(int)reading.Level}: {reason}");
        change.Move(change.State.Alarm.Set(level, reading.Level, change.Now), level > change.State.Alarm.Level, reason, byPerson: true);
    }

    private static WaveReading Read(CaseChange change)
    {
        var signals = WaveSignals.Of(change.State.Wave, change.Now);
        var elsewhere = change.Terms.Crisis.Waves.Any(w => w.Case != change.State.Id && w.Network != change.State.Network);
        return WaveDetector.Read(signals, new(ThreadBaseline.Usual(change.State.Usual, signals.Age), elsewhere ? 2 : 1, change.State.Category == Category.LegalOrPress, change.Terms.IsCampaign(change.Now)));
    }

    private static void Move(this CaseChange change, WaveAlarm alarm, bool alerts, string why, bool byPerson = false)
    {
        var before = change.State.Alarm;
        if (alarm == before)
        {
            return;
        }

        var severity = before.Peak < WaveLevel.RepeatedCriticism ? WithWave(change.State.Severity, alarm.Peak) : change.State.Severity;
        change.State = change.State with { Alarm = alarm, Severity = severity };
        if (alarm.Level != before.Level)
        {
            change.State = change.State with { Levels = [.. change.State.Levels.TakeLast(MostLevels - 1), new(change.Now, alarm.Level, change.State.Wave.TotalComments, why, byPerson)] };
        }

        if (alarm.Level < before.Level)
        {
            change.Event("wave.fallen", $"Level {(int)alarm.Level}: {why}.");
        }

        if (alerts && alarm.Level >= WaveLevel.RepeatedCriticism)
        {
            change.Event(alarm.Level > before.Level ? "wave.risen" : "wave.lasts", $"Level {(int)alarm.Level}: {why}; {change.State.Wave.TotalComments} comments in all.");
            change.Escalate($"Wave level {(int)alarm.Level}");
            if (alarm.Level > before.Level)
            {
                change.Rise(before.Peak, alarm.Level);
            }
        }

        if (before.Level < WaveLevel.RepeatedCriticism)
        {
            change.WatchWave();
        }
    }

    /// <summary>The hourly look is due: silence is news as well.</summary>
    public static void WaveDue(this CaseChange change)
    {
        change.LookAtWave();
        change.WatchWave();
    }

    private static void WatchWave(this CaseChange change)
    {
        if (change.State.Alarm.NextLookAt(change.Now) is not { } next)
        {
            return;
        }

        var sequence = change.Next();
        change.State = change.State with { WaveSequence = sequence };
        change.Schedule(WorkKind, WorkClass.Normal, next, sequence, JsonSerializer.SerializeToUtf8Bytes(new StepPayload(sequence), CaseJson.Default.StepPayload));
    }

    private static bool? IsNegative(Category category) => category switch
    {
        Category.Unclassified or Category.Spam => null,
        Category.Praise or Category.General or Category.Question or Category.OffTopic => false,
        _ => true,
    };
}
