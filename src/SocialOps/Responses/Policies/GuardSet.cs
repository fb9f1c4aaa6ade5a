namespace SocialOps.Responses.Policies;

/// <summary>All guards of a policy. Every guard that applies holds: what one forbids no other one adds again, so their order changes nothing. Immutable and thread-safe.</summary>
internal sealed class GuardSet(IEnumerable<ResponseGuard> own)
{
    private static readonly ActionKind[] Kinds = Enum.GetValues<ActionKind>();
    private readonly Guard[] _guards = [.. BuiltInGuards.All, .. own.Select(Guard.Of)];

    /// <summary>The steps that are left, and the guards that hold.</summary>
    public (IReadOnlyList<ActionStep> Steps, IReadOnlyList<string> Held) Apply(IReadOnlyList<ActionStep> steps, Classification item, ItemFacts facts, List<GuardTrace>? trace)
    {
        List<string>? held = null;
        var (forbidden, added) = (0, 0);
        foreach (var guard in _guards)
        {
            var holds = guard.Holds(item, facts);
            trace?.Add(new(guard.Id, holds, holds ? guard.Because : guard.Otherwise));
            if (holds)
            {
                (held ??= []).Add(guard.Id);
                (forbidden, added) = (forbidden | Mask(guard.Forbids), added | Mask(guard.Adds));
            }
        }

        return held is null ? (steps, []) : (Left(steps, forbidden, added), held);
    }

    private static List<ActionStep> Left(IReadOnlyList<ActionStep> steps, int forbidden, int added)
    {
        var left = new List<ActionStep>(steps.Count + 1);
        foreach (var kind in Kinds)
        {
            if (Has(added & ~forbidden, kind) && !steps.Any(s => s.Kind == kind))
            {
                left.Add(new(kind));
            }
        }

        left.AddRange(steps.Where(s => !Has(forbidden, s.Kind)));
        return left.Count > 0 ? left : [new(ActionKind.Assign)];
    }

    private static int Mask(IReadOnlyList<ActionKind> kinds) => kinds.Aggregate(0, (mask, kind) => mask | (1 << (int)kind));

    private static bool Has(int mask, ActionKind kind) => (mask & (1 << (int)kind)) != 0;
}
