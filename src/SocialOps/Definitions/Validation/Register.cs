namespace SocialOps.Definitions.Validation;

/// <summary>The defined ids of one kind, against which references are checked.</summary>
internal sealed class Register
{
    private const int ShownIds = 8;
    private readonly string _noun;
    private readonly List<string> _ids = [];
    private readonly HashSet<string> _set = new(StringComparer.Ordinal);

    private Register(string noun) => _noun = noun;

    /// <summary>Takes the ids in; malformed and repeated ones become findings.</summary>
    /// <param name="noun">What such an id names, for messages: "person".</param>
    /// <param name="section">The list's path.</param>
    /// <param name="ids">The ids in order.</param>
    /// <param name="findings">Takes the findings.</param>
    public static Register Of(string noun, string section, IEnumerable<string> ids, Findings findings)
    {
        var register = new Register(noun);
        foreach (var id in ids)
        {
            register.Take($"{section}[{id}]", id, findings);
        }

        return register;
    }

    /// <summary>Whether the id is defined.</summary>
    public bool Contains(string id) => _set.Contains(id);

    /// <summary>Reports a reference to an id that is not defined.</summary>
    public void Require(string path, string id, Findings findings)
    {
        if (!_set.Contains(id))
        {
            findings.Error(path, $"{_noun} '{id}' is not defined; {WayOut(id)}");
        }
    }

    /// <summary>Reports a reference, where there is one, to an id that is not defined.</summary>
    public void RequireIfAny(string path, string? id, Findings findings)
    {
        if (id is not null)
        {
            Require(path, id, findings);
        }
    }

    private void Take(string path, string id, Findings findings)
    {
        findings.RequireId(path, id);

        if (_set.Add(id))
        {
            _ids.Add(id);
        }
        else
        {
            findings.Error(path, $"{_noun} '{id}' is defined twice; give one of them another id.");
        }
    }

    private string WayOut(string id)
    {
        if (Suggestion.Nearest(id, _ids) is { } meant)
        {
            return $"did you mean '{meant}'?";
        }

        return _ids.Count switch
        {
            0 => $"no {_noun} is.",
            <= ShownIds => $"defined: {string.Join(", ", _ids)}.",
            _ => $"defined: {string.Join(", ", _ids.Take(ShownIds))} and {_ids.Count - ShownIds} more.",
        };
    }
}
