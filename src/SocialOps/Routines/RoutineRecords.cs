using System.Text.Json.Serialization;
using SocialOps.Definitions;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Routines;

/// <summary>How routines are kept.</summary>
internal static class RoutineRecords
{
    public static readonly RecordKind<StoredRoutine> Routines = new("routine", 1, RoutineJson.Default.StoredRoutine, r => r.Definition.Id.Value);

    /// <summary>By routine and instant. Slot 1: open ones by person and deadline.</summary>
    public static readonly RecordKind<RoutineRun> Runs = new("routine-run", 1, RoutineJson.Default.RoutineRun, r => r.Key, r => new RecordIndexes(r.EndedAt is null ? $"{r.Owner}/{IndexText.Of(r.DueAt)}" : null));

    /// <summary>Slot 1: by person and age.</summary>
    public static readonly RecordKind<Drill> Drills = new("drill", 1, RoutineJson.Default.Drill, d => d.Id.Value, d => new RecordIndexes($"{d.Person}/{IndexText.Of(d.At)}"));

    /// <summary>Slot 1: unfinished ones by age.</summary>
    public static readonly RecordKind<Improvement> Improvements = new("improvement", 1, RoutineJson.Default.Improvement, i => i.Id.Value, i => new RecordIndexes(i.State is ImprovementState.Verified or ImprovementState.Dropped ? null : IndexText.Of(i.At)));
}

/// <summary>A routine with the number of its latest definition: rows of an earlier one are superseded.</summary>
internal sealed record StoredRoutine(RoutineDefinition Definition, int Number, bool IsStopped, bool IsOfAgency = false);

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(InstantJsonConverter), typeof(DurationJsonConverter), typeof(LocalDateJsonConverter), typeof(LocalTimeJsonConverter)])]
[JsonSerializable(typeof(StoredRoutine))]
[JsonSerializable(typeof(RoutineRun))]
[JsonSerializable(typeof(Improvement))]
[JsonSerializable(typeof(Drill))]
internal sealed partial class RoutineJson : JsonSerializerContext;
