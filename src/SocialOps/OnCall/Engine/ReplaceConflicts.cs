namespace SocialOps.OnCall.Engine;

/// <summary>Two overrides that replace one person at the same time: refused when they are written; when read, the total order decides.</summary>
internal static class ReplaceConflicts
{
    internal static IEnumerable<Finding> Check(ScheduleDefinition definition)
    {
        var replaces = definition.Overrides.Where(o => o.Kind == OverrideKind.Replace).ToList();
        for (var i = 0; i < replaces.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (replaces[j], replaces[i]);
                if (a.Replaces == b.Replaces && a.Client == b.Client && a.Priority == b.Priority && a.From < b.To && b.From < a.To)
                {
                    yield return Finding.Error($"overrides[{b.Id}]", $"'{a.Id}' already replaces {b.Replaces} from {LocalTimes.Text(a.From)} to {LocalTimes.Text(a.To)}; change that one, or give this one another priority.");
                }
            }
        }
    }
}
