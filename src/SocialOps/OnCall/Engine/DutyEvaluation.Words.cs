namespace SocialOps.OnCall.Engine;

/// <summary>What the evaluator tells its trace.</summary>
internal ref partial struct DutyEvaluation<TTrace>
{
    private readonly void OnDuty(int person, string? layer, long? turn, string? exception)
    {
        if (trace.IsOn)
        {
            var id = model.People[person].Id;
            trace.Add(ExplanationRule.OnDuty, $"{id} is on duty by {(exception is null ? $"layer '{layer}'" : $"override '{exception}'")}", layer, turn, id, exception);
        }
    }

    private readonly void Acts(DutyException exception, OverrideKind kind, int person, int principal)
    {
        if (!trace.IsOn)
        {
            return;
        }

        var who = person < 0 ? "everybody" : model.People[person].Id.Value;
        var what = kind switch
        {
            OverrideKind.Replace => $"{who} replaces {model.People[principal].Id}",
            OverrideKind.Take => "takes the stretch" + (exception.People.Length == 0 ? " with nobody" : " with " + Names(exception.People)),
            OverrideKind.Add => $"{who} joins",
            _ => $"{who} is taken off",
        };
        trace.Add(ExplanationRule.OverrideActs, $"{Name(exception)}: {what}", person: person < 0 ? null : model.People[person].Id, exception: exception.Id);
    }

    private readonly void PassOver(DutyException exception, string why)
    {
        if (trace.IsOn)
        {
            trace.Add(ExplanationRule.OverridePassedOver, $"{Name(exception)} is passed over: {why}", exception: exception.Id);
        }
    }

    private readonly void PassOverWeaker(int winner, OverrideKind? kind, int replaces)
    {
        for (var i = winner - 1; trace.IsOn && i >= 0; i--)
        {
            var exception = model.Exceptions[exceptions[i]];
            if (Applies(exception) && (kind is null || (exception.Kind == kind && exception.Replaces == replaces)))
            {
                PassOver(exception, $"'{model.Exceptions[exceptions[winner]].Id}' is stronger");
            }
        }
    }

    private readonly string Names(int[] people)
    {
        var names = new string[people.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = model.People[people[i]].Id.Value;
        }

        return string.Join(", ", names);
    }

    private static string Name(DutyException exception)
        => $"override '{exception.Id}' ({exception.Kind}, priority {exception.Priority}{(exception.Reason is { } reason ? ", " + reason : null)})";
}
